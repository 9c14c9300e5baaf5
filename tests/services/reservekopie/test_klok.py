"""Reservekopieën of a laptop whose clock was wrong for a while: the order in which they came."""

from tests.builders import NOW
from tests.kopieen import Kluis
from tests.services.reservekopie.test_service import destroyed
from vtdesk.security import folder as places
from vtdesk.security.kopiestand import Plek
from vtdesk.services.reservekopie import terugleggen, terugzetten
from vtdesk.services.vertrek import Antwoord, Keuze
from vtdesk.ui.reserve_woorden import laatste_goede, regel


def copy_ahead(kluis: Kluis, *plekken: Plek) -> None:
    """Make a copy while the clock stands two years ahead."""
    kluis.clock.pass_time(days=730)
    kluis.copies.make(*plekken)
    kluis.clock.pass_time(days=-730)


def test_the_newest_copy_is_the_one_that_was_made_last(kluis: Kluis) -> None:
    kluis.copies.choose(kluis.stick)
    copy_ahead(kluis)
    kluis.write()
    kluis.clock.pass_time(days=1)
    kluis.copies.make()

    assert kluis.copies.rehearse().gezien.inhoud.casussen == 1
    [newest, ahead] = terugzetten.find(kluis.stick)
    assert newest.gemaakt == kluis.clock() < ahead.gemaakt


def test_after_an_older_copy_was_put_back_what_is_made_now_is_the_newest(kluis: Kluis) -> None:
    kluis.copies.make()
    [first] = kluis.copies.rows(Plek.LAPTOP)
    for number in range(3):
        kluis.write(f"VT-DEMO-{number}")
    kluis.clock.pass_time(hours=1)
    kluis.copies.make()
    terugleggen.lay_down(first.kopie, kluis.stick, lambda _: kluis.sleutels, lambda _: None)
    (kluis.stick / "kluis.db").replace(kluis.folder / "kluis.db")
    (kluis.stick / "kluis.getuige").replace(kluis.folder / "kluis.getuige")
    kluis.clock.pass_time(hours=1)
    kluis.copies.make()

    assert kluis.copies.rehearse().gezien.inhoud.casussen == 0


def test_a_copy_of_a_clock_that_was_ahead_counts_as_of_an_unknown_day(kluis: Kluis) -> None:
    kluis.copies.choose(kluis.stick)
    copy_ahead(kluis)

    words, tone = regel(kluis.copies.stand(), NOW)
    assert (words, tone) == (
        "Reservekopie van een onbekende dag: toen liep de klok voor",
        "let-op",
    )

    kluis.copies.make(Plek.LAPTOP)
    words, tone = regel(kluis.copies.stand(), kluis.clock())
    assert words.startswith("Reservekopie vandaag 17:22, getest; op de stick ")
    assert words.endswith("(toen liep de klok voor)")
    assert tone == "let-op"
    assert laatste_goede(kluis.copies.stand(), kluis.clock()).endswith("vandaag 17:22")


def test_what_was_destroyed_leaves_a_copy_of_a_clock_that_was_ahead_too(kluis: Kluis) -> None:
    casus = kluis.write()
    copy_ahead(kluis)
    kluis.copies.make()
    destroyed(kluis, casus)
    kluis.clock.pass_time(days=90)
    kluis.copies.make()

    [left] = kluis.copies.rows(Plek.LAPTOP)
    assert kluis.copies.check(left.kopie).inhoud.casussen == 0


def test_leaving_reads_back_the_very_copy_that_was_made_for_it(kluis: Kluis) -> None:
    kluis.copies.choose(kluis.stick)
    copy_ahead(kluis, Plek.STICK)
    kluis.write()

    with kluis.opened() as desk:
        desk.vertrek.decide(Keuze("alles weg", kluis.stick, antwoord=Antwoord.MEE))

    assert "(1 casussen" in (kluis.folder / places.LEAVING).read_text()
