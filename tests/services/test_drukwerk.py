"""What goes to the printer is right before it leaves, and noted only when it left."""

from pathlib import Path

import pytest

from tests.reports import samples
from vtdesk.errors import LeakError, UserError
from vtdesk.reports.verslag import render_verslag
from vtdesk.services.drukwerk import Drukwerk
from vtdesk.values.afdruk import Afdruk


def test_pages_that_are_not_there_are_refused_and_nothing_is_noted() -> None:
    left: list[str] = []
    work = Drukwerk(
        pdf=lambda: render_verslag(samples.document()),
        bestandsnaam=lambda: "VT-DEMO-0141 gespreksverslag versie 1.pdf",
        namen=set,
        weg=left.append,
    )

    with pytest.raises(UserError, match="Dit stuk heeft 3 bladzijden"):
        work.print(Afdruk("Gang", bladzijden=((2, 9),)))

    assert left == []


@pytest.mark.parametrize(
    "name",
    [
        "Sannes verslag.pdf", "sannewolkenveld.pdf", "familie-Kaneelbooms.pdf", "a.Sanne",
        "Jans brief.pdf", "Wolken-veld.pdf", "SÁNNE.pdf", "voor_tijntje.pdf",
    ],
)  # fmt: skip
def test_a_name_is_refused_in_a_file_name_however_it_is_joined(name: str, tmp_path: Path) -> None:
    work = _with_names("VT-DEMO-0158 verslag versie 1.pdf")
    with pytest.raises(LeakError, match="naam uit de casus"):
        work.save(tmp_path / name)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "name",
    ["VT-DEMO-0158 verslag versie 1.pdf", "januari.pdf", "verslag 2 voor het overleg.pdf"],
)
def test_the_proposed_name_and_everyday_words_are_no_names(name: str, tmp_path: Path) -> None:
    _with_names("VT-DEMO-0158 verslag versie 1.pdf").save(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_no_file_of_hers_is_touched_beside_the_one_she_asked_for(tmp_path: Path) -> None:
    own, victim = tmp_path / "k.pdf.tmp", tmp_path / "ander"
    own.write_bytes(b"van haar")
    victim.write_bytes(b"van een ander")
    (tmp_path / "h.pdf.tmp").hardlink_to(victim)
    for name in ("k.pdf", "h.pdf"):
        _with_names("verslag.pdf").save(tmp_path / name)
    assert own.read_bytes() == b"van haar"
    assert victim.read_bytes() == b"van een ander"
    assert (tmp_path / "k.pdf").stat().st_mode & 0o077 == 0


def _with_names(proposal: str) -> Drukwerk:
    names = {"sanne", "wolkenveld", "kaneelboom", "jan", "tijn", "verslag"}
    return Drukwerk(
        pdf=lambda: b"%PDF", bestandsnaam=lambda: proposal, namen=lambda: names, weg=lambda _: None
    )


def test_who_looks_hears_how_far_the_pages_are() -> None:
    shares: list[float] = []
    work = Drukwerk(
        pdf=lambda: render_verslag(samples.longer(60)),
        bestandsnaam=str,
        namen=set,
        weg=lambda _: None,
    )

    stack = work.stapel(shares.append)

    assert len(stack.maten) > 20
    assert shares == sorted(shares)
    assert len(shares) >= len(stack.maten) - 1
    assert shares[-1] <= 1
    stack.sluit()
    work.stapel().sluit()
    assert len(shares) < 2 * len(stack.maten)  # the second time nobody listened
