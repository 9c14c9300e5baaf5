"""The extract on paper: what is the own, with roles for others; what stayed out is told to her."""

import subprocess
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.services import gezin
from tests.services.gezin import STRAAT, Gezin
from vtdesk.errors import UserError
from vtdesk.models import Uitgifte
from vtdesk.services.desk import Desk
from vtdesk.services.inzagen import Inzage
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.store.store import Store
from vtdesk.values.kinds import Letter, Zichtbaarheid
from vtdesk.values.tekst import Bron
from vtdesk.values.uitgaand import UitgifteSoort, WegReden


@pytest.fixture
def gez(desk: Desk) -> Gezin:
    return gezin.make(desk)


def say(desk: Desk, gez: Gezin, words: str, zicht: Zichtbaarheid = Zichtbaarheid.IEDEREEN) -> None:
    gegevens = UitspraakGegevens(
        Letter.VERKLARING, words, Bron("Dario Kaneelboom", gez.dario), over=(gez.dario,),
        zichtbaarheid=zicht,
    )  # fmt: skip
    desk.uitspraken.add(gez.casus, gegevens)


def test_the_paper_holds_the_own_words_and_names_nobody_else(
    store: Store, desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    say(desk, gez, "Ik wil rust. Sanne weet dat.")
    work = desk.inzagen.maak(gez.casus, gez.dario).drukwerk
    target = tmp_path / work.bestandsnaam()
    work.save(target)
    assert target.name == "VT-DEMO-0158 inzage.pdf"
    text = subprocess.run(
        ["pdftotext", str(target), "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "Ik wil rust" in text
    assert "Sanne" not in text
    with store.read() as session:
        (uitgifte,) = session.scalars(select(Uitgifte))
    assert uitgifte.soort is UitgifteSoort.INZAGE
    assert uitgifte.persoon_id == gez.dario
    assert "uittreksel-pdf" in [line.detail for line in desk.logboek.of_casus(gez.casus)]


def test_what_stayed_out_and_why_is_told_to_her_and_is_not_in_the_paper(
    desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    say(desk, gez, "Dit is van ons.", Zichtbaarheid.ALLEEN_VT)
    made = desk.inzagen.maak(gez.casus, gez.dario)
    assert "alleen voor Veilig Thuis" in [one.want for one in made.achtergehouden]
    made.drukwerk.save(tmp_path / "inzage.pdf")
    text = subprocess.run(
        ["pdftotext", str(tmp_path / "inzage.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "van ons" not in text
    assert "alleen voor Veilig Thuis" not in text


def test_what_would_give_somebody_away_stays_out_and_is_told_to_her(desk: Desk, gez: Gezin) -> None:
    say(desk, gez, f"Ik weet dat zij op {STRAAT} zit.")
    made = desk.inzagen.maak(gez.casus, gez.dario)
    (one,) = [one for one in made.achtergehouden if one.wat.startswith("Een uitspraak")]
    assert (one.reden, one.want) == (WegReden.GEHEIM_ADRES, "verraadt het geheime adres van Loes")


def test_what_is_told_of_another_with_the_own_does_not_go_along(
    desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    sanne, fenna = Bron("Sanne Wolkenveld", gez.sanne), Bron("Fenna Wolkenveld", gez.fenna)
    for words, source, over in (
        ("Papa slaat en ik tel.", fenna, (gez.dario,)),
        ("Zij is zwanger en gaat vrijdag weg.", sanne, (gez.dario, gez.sanne)),
        ("Mevrouw W. is zwanger en bang voor hem.", Bron("de zus van moeder"), (gez.dario,)),
        ("Dario weet niet dat zij zwanger is.", Bron("politie"), (gez.dario,)),
        ("Moeder is zwanger van Dario.", Bron("politie"), (gez.dario,)),
        ("De buurvrouw was zwanger en belde ons.", Bron("buurvrouw"), (gez.dario,)),
    ):
        told(desk, gez, words, source, *over)
    made = desk.inzagen.maak(gez.casus, gez.dario)
    text = read(made, tmp_path)
    for word in ("slaat", "zwanger", "buurvrouw", "belde", "zus"):
        assert word not in text
    left_out = [one for one in made.achtergehouden if one.wat.startswith("Een uitspraak")]
    assert len(left_out) == 6
    assert all(one.want for one in left_out)
    assert WegReden.MELDER in [one.reden for one in left_out]


def test_a_source_is_told_only_when_it_speaks_from_its_work(
    desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    told(desk, gez, "Zijn auto stond in de straat.", Bron("Sanne", gez.sanne), gez.dario)
    told(desk, gez, "Dario schreeuwde.", Bron("Loes Wolkenveld", gez.loes), gez.dario)
    told(desk, gez, "Er was een ruzie.", Bron("de jongste zus"), gez.dario)
    told(desk, gez, "De deur was kapot.", Bron("wijkagent Centrum", via="Sanne"), gez.dario)
    made = desk.inzagen.maak(gez.casus, gez.dario)
    text = read(made, tmp_path)
    assert "Zijn auto" in text
    assert "wijkagent Centrum" in text
    for word in ("familie", "zus", "moeder"):
        assert word not in text
    assert "Van wie de uitspraak komt: Sanne" in [one.wat for one in made.achtergehouden]


def test_a_remark_of_the_worker_stays_behind(desk: Desk, gez: Gezin, tmp_path: Path) -> None:
    seen = desk.personen.detail(gez.dario)
    changed = replace(seen.gegevens, opmerking="Weet niet dat zij vrijdag vertrekt naar Breda.")
    contact = replace(seen.contact, nooit_zeggen="dat ze vrijdag vertrekt", wanneer="na 17 uur")
    desk.personen.change(gez.dario, seen.version, changed, contact=contact)
    made = desk.inzagen.maak(gez.casus, gez.dario)
    text = read(made, tmp_path)
    assert "vertrekt" not in text
    assert "na 17 uur" in text
    left_out = [one.wat for one in made.achtergehouden]
    assert "Je opmerking bij deze persoon" in left_out
    assert "Wat je nooit zegt" in left_out


def test_what_changed_while_she_chose_a_place_is_not_written(
    store: Store, desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    say(desk, gez, "Ik wil rust.")
    made = desk.inzagen.maak(gez.casus, gez.dario)
    say(desk, gez, "Dit is van ons.", Zichtbaarheid.ALLEEN_VT)
    with pytest.raises(UserError, match="Kijk het uittreksel opnieuw na"):
        made.drukwerk.save(tmp_path / "inzage.pdf")
    assert not list(tmp_path.glob("*.pdf*"))
    with store.read() as session:
        assert not session.scalars(select(Uitgifte)).all()


def told(desk: Desk, gez: Gezin, words: str, bron: Bron, *over: UUID) -> None:
    gegevens = UitspraakGegevens(Letter.VERKLARING, words, bron, over=over)
    desk.uitspraken.add(gez.casus, gegevens)


def read(made: Inzage, folder: Path) -> str:
    target = folder / "uittreksel.pdf"
    made.drukwerk.save(target)
    command = ["pdftotext", str(target), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
