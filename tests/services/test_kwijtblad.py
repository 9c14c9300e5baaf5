"""Laptop kwijt: a page from a copy that is only looked at, and of which nothing stays behind."""

import os
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import pikepdf
import pytest

from tests.builders import add_casus, add_persoon
from tests.kopieen import CODE, Kluis, copy_kluis, flip, prints
from tests.program import WACHTZIN
from tests.reports.paper import ACCESS, ARCHIVE, failures, opened
from vtdesk.errors import DamageError, WrongSecretError
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import NoKeychain
from vtdesk.security.kluis import Sleutels
from vtdesk.security.kopieplaats import Kopie
from vtdesk.services import kwijtblad
from vtdesk.services.kwijtblad import Vraag
from vtdesk.services.logboek import Voorval
from vtdesk.services.reservekopie import terugzetten
from vtdesk.values.kinds import AfgeschermdSoort, Rol
from vtdesk.values.kwijtblad import Kwijtblad

FOUND = datetime(2026, 5, 11, 7, 30, tzinfo=UTC)


@pytest.fixture
def kluis(template: tuple[Path, Sleutels], tmp_path: Path) -> Kluis:
    made = copy_kluis(*template, tmp_path)
    with made.opened() as desk:
        casus_id = add_casus(desk, nummer="VT-0141", naam="Wolkenveld")
        pip = add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip", geboortedatum=date(2019, 3, 1))
        desk.personen.shield(pip, AfgeschermdSoort.ADRES, "Molenpad 9")
        desk.logboek.noteer(Voorval.DICHT)
    made.copies.choose(made.stick)
    made.copies.make()
    return made


def kopie(kluis: Kluis) -> Kopie:
    return terugzetten.find(kluis.stick)[0]


def page(kluis: Kluis, vraag: Vraag | None = None) -> Kwijtblad:
    opener = kwijtblad.by_wachtzin(WACHTZIN, NoKeychain())
    return kwijtblad.make(kopie(kluis), opener, vraag or Vraag(FOUND), kluis.clock())


def rows(blad: Kwijtblad) -> dict[str, str]:
    return {row[0]: row[1] for deel in blad.delen for row in deel.rijen}


def test_it_tells_what_was_on_the_laptop_and_how_it_was_closed(kluis: Kluis) -> None:
    told = rows(page(kluis))

    assert told["Melden vóór"].startswith("donderdag 14 mei 2026 09:30")
    assert told["Casussen"] == "1"
    assert told["Mensen"] == "1, van wie 1 jonger dan 18"
    assert told["Geheim adres"] == "ja, 1"
    assert told["Ander afgeschermd gegeven"] == "nee"
    assert told["Melders"] == "nee"
    assert "Argon2id met 64 MiB, 3 rondes" in told["Wachtzin"]
    assert told["Tweede geheim in de sleutelbos"] == "nee"
    assert told["Snel openen met een pincode"] == "uit"
    assert "12 mei 2026" in told["Kluis het laatst dicht"]
    assert told["Nummers"] == "VT-0141"


def test_a_casus_is_named_only_when_she_asks(kluis: Kluis) -> None:
    assert "Wolkenveld" not in str(page(kluis))
    assert rows(page(kluis, Vraag(FOUND, met_namen=True)))["VT-0141"] == "Wolkenveld"
    assert "Molenpad" not in str(page(kluis, Vraag(FOUND, met_namen=True)))


def test_the_herstelblad_opens_it_without_a_new_wachtzin(kluis: Kluis) -> None:
    before = prints(kluis.stick)
    made = kwijtblad.make(kopie(kluis), kwijtblad.by_sheet(CODE), Vraag(FOUND), kluis.clock())
    assert rows(made)["Casussen"] == "1"
    assert prints(kluis.stick) == before
    with pytest.raises(WrongSecretError):
        kwijtblad.make(
            kopie(kluis), kwijtblad.by_sheet(Herstelcode.new()), Vraag(FOUND), kluis.clock()
        )


def test_nothing_is_written_but_the_page(
    kluis: Kluis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strange = tmp_path / "vreemd"
    for name in ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        (strange / name).mkdir(parents=True)
        monkeypatch.setenv(name, str(strange / name))
    monkeypatch.setattr(tempfile, "tempdir", str(strange / "TMPDIR"))
    stick, at_home = prints(kluis.stick), prints(kluis.folder)
    monkeypatch.chdir(strange / "HOME")
    for folder, _, _ in os.walk(kluis.stick):
        Path(folder).chmod(0o500)

    target = strange / "HOME" / kwijtblad.BESTANDSNAAM
    kwijtblad.drukwerk(page(kluis)).save(target)

    assert prints(strange).keys() == {"HOME/blad.pdf"}
    assert prints(kluis.stick) == stick
    assert prints(kluis.folder) == at_home
    for folder, _, _ in os.walk(kluis.stick):
        Path(folder).chmod(0o700)


def test_the_paper_is_tagged_and_says_nothing_in_its_properties(kluis: Kluis) -> None:
    pdf = kwijtblad.render(page(kluis))
    for profile in (ACCESS, ARCHIVE):
        assert failures(pdf, profile) == []
    with opened(pdf) as found:
        assert 1 <= len(found.pages) <= 2
        assert str(found.docinfo[pikepdf.Name.Title]) == "Laptop kwijt"
    assert pdf == kwijtblad.render(page(kluis))


def test_a_damaged_copy_gives_no_page(kluis: Kluis) -> None:
    flip(kopie(kluis).pad / "kluis.db")
    with pytest.raises(DamageError):
        page(kluis)
