"""A copy of before a destruction: what was destroyed does not come back, or it is said."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from tests.builders import NOW, SlowClock, add_persoon
from tests.kopieen import CODE, Kluis, copy_kluis, make_kluis
from tests.program import WACHTZIN
from tests.services.test_vernietiging import GROND, full_casus, ready
from vtdesk.security import kluis as kluizen
from vtdesk.security import kopieterug
from vtdesk.security.bijlagen import FOLDER
from vtdesk.security.cost import FLOOR
from vtdesk.security.keychain import NoKeychain
from vtdesk.security.kluis import Sleutels
from vtdesk.services.desk import Desk
from vtdesk.services.instellingen import Gebruiker
from vtdesk.services.logboek import Voorval
from vtdesk.services.opening import open_desk
from vtdesk.services.rechten import VerzoekGegevens
from vtdesk.services.reservekopie import terugzetten
from vtdesk.services.reservekopie.terugkeer import OPNIEUW
from vtdesk.services.reservekopie.terugleggen import Teruggezet
from vtdesk.services.vernieuwing import Geheimen, vernieuw
from vtdesk.store.kopie import looking
from vtdesk.values.casuskinds import VerzoekSoort, VerzoekStand

REST = {"VT-WEG", "VT-BLIJFT"}
AGAIN = "Casus VT-WEG was intussen vernietigd. vtdesk heeft die in de teruggezette kluis"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Sleutels, UUID]:
    """A kluis with a casus with all that belongs to it, and two of which nothing is known."""
    folder = tmp_path_factory.mktemp("kluis") / "kluis"
    made = Kluis(folder, folder, make_kluis(folder), SlowClock(NOW))
    with made.opened() as desk:
        desk.instellingen.set_gebruiker(Gebruiker("Ida Regel", "werker", "Veilig Thuis"))
        made.attach(full_casus(desk, nummer="VT-VOL"))
    casus_id = made.write("VT-WEG")
    made.write("VT-BLIJFT")
    return folder, made.sleutels, casus_id


@pytest.fixture
def kluis(template: tuple[Path, Sleutels, UUID], tmp_path: Path) -> Kluis:
    """One of one's own, copied to a stick."""
    made = copy_kluis(*template[:2], tmp_path)
    made.copies.choose(made.stick)
    made.copies.make()
    return made


@pytest.fixture
def copied(template: tuple[Path, Sleutels, UUID]) -> UUID:
    """The casus that is going to be destroyed."""
    return template[2]


def destroy(kluis: Kluis, casus_id: UUID) -> None:
    with kluis.opened() as desk:
        ready(desk, kluis.clock, casus_id)
        desk.vernietigingen.decide(casus_id, GROND, "Nel Demoor")
        desk.vernietigingen.destroy(casus_id)


def put_back(kluis: Kluis, folder: Path | None = None, wachtzin: str = WACHTZIN) -> Teruggezet:
    """Put the oldest copy of the stick back."""
    done = terugzetten.restore(
        terugzetten.find(kluis.stick)[-1],
        folder or kluis.folder,
        terugzetten.with_wachtzin(wachtzin, NoKeychain()),
        kluis.clock(),
        lambda _: None,
    )
    kopieterug.finish(folder or kluis.folder)
    return done


@contextmanager
def opened(kluis: Kluis, folder: Path | None = None) -> Iterator[Desk]:
    """Open for the first time, as door and command line do."""
    place = folder or kluis.folder
    sleutels = kluizen.unlock(place, WACHTZIN, NoKeychain(), believe_old=True)
    store, desk = open_desk(place, sleutels)
    try:
        yield desk
    finally:
        store.close()


def numbers(desk: Desk) -> list[str]:
    return sorted(casus.nummer for casus in desk.casussen.all())


def test_what_was_destroyed_after_the_copy_is_destroyed_again_before_it_stands_there(
    kluis: Kluis,
) -> None:
    with kluis.opened() as desk:
        [full] = [casus.id for casus in desk.casussen.all() if casus.nummer == "VT-VOL"]
    destroy(kluis, full)
    with kluis.opened() as desk:
        [proof] = desk.vernietigingen.bewijzen()

    done = put_back(kluis)

    assert done.terugkeer.opnieuw == ("VT-VOL",)
    assert done.gezien.inhoud.casussen == len(REST)
    assert list((kluis.folder / FOLDER).iterdir()) == []
    with looking(kluis.folder / "kluis.db", kluis.sleutels.database) as raw:  # nobody opened it
        assert {nummer for [nummer] in raw.execute("SELECT nummer FROM casus")} == REST
    with opened(kluis) as desk:
        assert desk.teruggekomen.zin().startswith("Casus VT-VOL was intussen vernietigd.")
        [again] = desk.vernietigingen.bewijzen()
        assert (again.nummer, again.besloten_door, again.uitgevoerd_op, again.aantal) == (
            proof.nummer, proof.besloten_door, proof.uitgevoerd_op, proof.aantal
        )  # fmt: skip
        assert desk.logboek.nagekeken() == []
        details = [line.detail for line in desk.logboek.of_kluis(most=5000)]
        assert (details.count(OPNIEUW), details.count(Voorval.TERUGGEZET)) == (1, 1)
        desk.teruggekomen.gezien()
        assert desk.teruggekomen.zin() == ""


def test_a_newer_copy_knows_it_too_and_what_came_after_that_is_not_known(
    kluis: Kluis, copied: UUID, tmp_path: Path
) -> None:
    destroy(kluis, copied)
    kluis.copies.make()
    folder = tmp_path / "nieuw"
    folder.mkdir()

    assert put_back(kluis, folder).terugkeer.opnieuw == ("VT-WEG",)

    with opened(kluis, folder) as desk:
        assert "VT-WEG" not in numbers(desk)
        words = desk.teruggekomen.zin()
    assert words.startswith(AGAIN)
    assert "een casus is vernietigd, is hier niet te zien. Kijk het na" in words


def test_without_the_kluis_of_now_it_says_that_it_cannot_know(kluis: Kluis, tmp_path: Path) -> None:
    folder = tmp_path / "nieuw"
    folder.mkdir()

    done = put_back(kluis, folder)

    assert done.terugkeer.zin(NOW) == (
        "Of er na vandaag 17:22 een casus is vernietigd, is hier niet te zien. "
        "Kijk het na, en vernietig het opnieuw als dat zo is."
    )
    with opened(kluis, folder) as desk:
        assert "is hier niet te zien" in desk.teruggekomen.zin()


def test_a_damaged_kluis_of_now_is_not_believed_to_know(kluis: Kluis) -> None:
    (kluis.folder / "kluis.db").write_bytes(b"")

    assert not put_back(kluis).terugkeer.is_alles


def test_where_nothing_was_destroyed_nothing_is_said(kluis: Kluis) -> None:
    kluis.write("VT-LATER")

    assert put_back(kluis).terugkeer.is_stil

    with opened(kluis) as desk:
        assert desk.teruggekomen.zin() == ""


def test_a_casus_of_after_the_copy_leaves_its_proof(kluis: Kluis) -> None:
    destroy(kluis, kluis.write("VT-LATER"))

    assert put_back(kluis).terugkeer.opnieuw == ()

    with opened(kluis) as desk:
        assert [proof.nummer for proof in desk.vernietigingen.bewijzen()] == ["VT-LATER"]
        assert "VT-WEG" in numbers(desk)


def test_a_kluis_that_had_been_aside_brings_nothing_back_either(kluis: Kluis, copied: UUID) -> None:
    put_back(kluis)
    destroy(kluis, copied)
    [aside] = kopieterug.aside(kluis.folder)

    kopieterug.put_back(kluis.folder, aside, kluis.clock())
    kopieterug.finish(kluis.folder)

    with opened(kluis) as desk:
        assert "VT-WEG" not in numbers(desk)
        assert desk.teruggekomen.zin().startswith(AGAIN)


def test_a_granted_request_is_named_with_its_casus(kluis: Kluis, copied: UUID) -> None:
    with kluis.opened() as desk:
        person = add_persoon(desk, copied)
        today = kluis.clock().date()
        asked = VerzoekGegevens(person, VerzoekSoort.CORRECTIE, today)
        verzoek = desk.rechten.ask(copied, asked)
        desk.rechten.decide(verzoek, VerzoekStand.DEELS, "een zin klopte niet")

    done = put_back(kluis)

    assert "In casus VT-WEG is intussen een verzoek om correctie" in done.terugkeer.zin(NOW)
    with opened(kluis) as desk:
        assert "doe dat opnieuw" in desk.teruggekomen.zin()


def test_a_kluis_with_other_keys_knows_by_the_keys_of_the_open_one(
    kluis: Kluis, copied: UUID
) -> None:
    destroy(kluis, copied)
    old = terugzetten.find(kluis.stick)[-1]
    away = kluis.stick.rename(kluis.stick.with_name("weg"))
    secrets = Geheimen(WACHTZIN, "kers trommel vulkaan deken", CODE)
    new = vernieuw(kluis.folder, secrets, NoKeychain(), cost=FLOOR).sleutels
    away.rename(kluis.stick)
    open_with = terugzetten.with_wachtzin(WACHTZIN, NoKeychain())

    for present, opnieuw in ((None, ()), (new, ("VT-WEG",))):
        done = terugzetten.restore(
            old, kluis.folder, open_with, kluis.clock(), lambda _: None, present=present
        )
        assert (done.terugkeer.opnieuw, done.terugkeer.is_alles) == (opnieuw, bool(present))
        for pending in kluis.folder.glob("kluis.terug-*"):
            shutil.rmtree(pending)


def test_a_copy_of_the_kluis_of_now_is_made_first(kluis: Kluis) -> None:
    kluis.write("VT-LATER")
    kluis.clock.pass_time(hours=2)

    put_back(kluis)

    newest = terugzetten.find(kluis.folder)[0]
    assert newest.gemaakt == NOW + timedelta(hours=2)
    assert newest.blad.open(kluis.sleutels.kopie).inhoud.casussen == len(REST) + 2
