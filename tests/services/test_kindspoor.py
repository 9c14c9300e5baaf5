"""The track of each child: spoken by us, seen by others, in its own words, told back."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import pytest

from tests.builders import TODAY, add_casus, add_persoon, at, held_talk
from vtdesk.models import Gezien, Kindgesprek, Melding
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens, GesprekGegevens
from vtdesk.services.kindspoor import KindRow
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import MeldingSoort
from vtdesk.values.kinds import Aanwezigheid, Kanaal, Letter, Rol
from vtdesk.values.tekst import Bron, plain


@pytest.fixture
def casus(desk: Desk) -> UUID:
    return add_casus(desk, geopend_op=date(2026, 4, 10))


@pytest.fixture
def pip(desk: Desk, casus: UUID) -> UUID:
    return add_persoon(desk, casus, Rol.KIND, voornaam="Pip", geboortedatum=date(2016, 9, 14))


def track(desk: Desk, casus: UUID) -> KindRow:
    [row] = desk.kindspoor.of_casus(casus)
    return row


def report(store: Store, casus: UUID, moment: datetime, nummer: int) -> None:
    with store.write() as session:
        session.add(
            Melding(
                casus_id=casus,
                nummer=nummer,
                ontvangen_op=moment,
                soort=MeldingSoort.POLITIE,
                inhoud="ruzie bij het wisselen",
            )
        )


def words_of(desk: Desk, casus: UUID, pip: UUID, text: str, **more: object) -> None:
    gegevens = UitspraakGegevens(Letter.VERKLARING, text, Bron("Pip", pip), over=(pip,))
    desk.uitspraken.add(casus, replace(gegevens, **more))


def test_days_are_counted_from_the_first_melding_or_else_from_the_casus(
    desk: Desk, store: Store, casus: UUID, pip: UUID
) -> None:
    row = track(desk, casus)
    assert (row.dagen, row.sinds) == (32, "de casus begon")

    report(store, casus, at(9, day=date(2026, 4, 24)), 2)
    report(store, casus, at(9, day=date(2026, 4, 2)), 1)
    row = track(desk, casus)
    assert (row.dagen, row.sinds, row.gesproken_op) == (40, "de eerste melding", None)


def test_a_talk_with_us_counts_and_what_others_saw_stands_apart(
    desk: Desk, store: Store, casus: UUID, pip: UUID
) -> None:
    with store.write() as session:
        session.add(Gezien(casus_id=casus, kind_id=pip, datum=TODAY, door="CIT"))
    row = track(desk, casus)
    assert (row.gesproken_op, [seen.door for seen in row.gezien]) == (None, ["CIT"])

    day = date(2026, 5, 7)
    talk = held_talk(desk, casus, begin=at(13, 30, day), einde=at(14, 10, day))
    alone = GesprekGegevens(Kanaal.SCHOOL, deelnames=(DeelnameGegevens("Pip", "kind", pip),))
    desk.gesprekken.set(talk, alone)
    row = track(desk, casus)
    assert (row.gesproken_op, row.dagen, row.gesproken_hoe) == (
        at(13, 30, day), 5, "Op school, alleen",
    )  # fmt: skip


def test_a_talk_without_the_child_is_no_talk_with_the_child(
    desk: Desk, casus: UUID, pip: UUID
) -> None:
    held_talk(desk, casus, DeelnameGegevens("Pip", "kind", pip, aanwezigheid=Aanwezigheid.AFWEZIG))

    assert track(desk, casus).gesproken_op is None


def test_what_a_child_was_told_back_is_shown_with_its_day(
    desk: Desk, store: Store, casus: UUID, pip: UUID
) -> None:
    talk = held_talk(desk, casus, DeelnameGegevens("Pip", "kind", pip))
    with store.write() as session:
        session.add(
            Kindgesprek(
                casus_id=casus,
                afspraak_id=talk,
                kind_id=pip,
                teruggekoppeld="dat vader weet hoe zij het wisselen vindt",
                teruggekoppeld_op=TODAY,
            )
        )

    row = track(desk, casus)
    assert (row.teruggekoppeld_op, bool(row.teruggekoppeld)) == (TODAY, True)


def test_words_said_in_person_come_before_newer_ones_by_way_of_another(
    desk: Desk, casus: UUID, pip: UUID
) -> None:
    words_of(desk, casus, pip, "“Ik tel de tegels.”", informatiedatum=date(2026, 5, 7))
    heard = Bron("Pip", pip, via="Loes")
    words_of(desk, casus, pip, "“Ik wil naar huis.”", bron=heard, informatiedatum=TODAY)

    shown = track(desk, casus).eigen_woorden
    assert shown
    assert plain(shown) == "“Ik tel de tegels.”"


def test_words_that_were_withdrawn_are_not_the_child_s_words_any_more(
    desk: Desk, casus: UUID, pip: UUID
) -> None:
    words_of(desk, casus, pip, "“Ik tel de tegels.”")
    [row] = desk.uitspraken.rows(casus)
    desk.correcties.withdraw(row.id, reden="Pip wil dit niet")

    assert track(desk, casus).eigen_woorden is None
