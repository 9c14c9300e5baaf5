"""A melding is numbered and starts its term; who made it stays apart."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import SlowClock, add_casus, at
from vtdesk.errors import UserError
from vtdesk.models import Logreden, Logregel
from vtdesk.services.desk import Desk
from vtdesk.services.meldingen import MelderGegevens, MeldingGegevens
from vtdesk.services.termijnen import TermijnGegevens
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import Anonimiteit, MeldingSoort
from vtdesk.values.kinds import Dienst
from vtdesk.values.termijnen.stand import Termijnstand
from vtdesk.values.tijd import start_of

APRIL = date(2026, 4, 2)
BUUR = MelderGegevens("Bea Buurvrouw", telefoon="06-0000 0431", relatie="omwonende")


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


def melding(day: date = APRIL, **overrides: object) -> MeldingGegevens:
    values: dict[str, object] = {
        "soort": MeldingSoort.POLITIE,
        "ontvangen_op": at(9, 30, day),
        "inhoud": "Ruzie bij het wisselen, beide kinderen op de stoep.",
        "gebeurd_op": day,
    }
    return MeldingGegevens(**(values | overrides))  # type: ignore[arg-type]  # of the test


ANONIEM = melding(soort=MeldingSoort.PARTICULIER, anonimiteit=Anonimiteit.ANONIEM_VOOR_GEZIN)


def test_meldingen_are_numbered_within_their_casus(desk: Desk, casus_id: UUID) -> None:
    other = add_casus(desk, nummer="VT-DEMO-0158", naam="Wolkenveld")
    for day in (APRIL, date(2026, 4, 24)):
        desk.meldingen.add(casus_id, melding(day))
    desk.meldingen.add(other, melding(date(2026, 5, 4)))

    assert [row.naam for row in desk.meldingen.of_casus(casus_id)] == ["M1", "M2"]
    assert [row.naam for row in desk.meldingen.of_casus(other)] == ["M1"]


def test_a_melding_starts_both_tracks_of_the_veiligheidsbeoordeling(
    desk: Desk, casus_id: UUID
) -> None:
    desk.meldingen.add(casus_id, melding())

    [term] = desk.termijnen.of_casus(casus_id)
    assert term.uitkomst.regel.id == "T1"
    assert term.uitkomst.einde == date(2026, 4, 13)
    assert term.uitkomst.begin == APRIL


def test_a_corrected_moment_of_receipt_moves_the_term(desk: Desk, casus_id: UUID) -> None:
    desk.meldingen.add(casus_id, melding())
    [row] = desk.meldingen.of_casus(casus_id)

    desk.meldingen.change(row.id, row.version, melding(date(2026, 4, 16)))

    assert desk.termijnen.of_casus(casus_id)[0].uitkomst.einde == date(2026, 4, 23)
    with pytest.raises(UserError, match="intussen gewijzigd"):
        desk.meldingen.change(row.id, row.version, melding())


def test_a_melding_that_joins_what_runs_starts_no_term(desk: Desk, casus_id: UUID) -> None:
    with pytest.raises(UserError, match="Er loopt geen onderzoek"):
        desk.meldingen.add(casus_id, melding(gevoegd=True))
    desk.termijnen.start(casus_id, TermijnGegevens("T2", start_of(APRIL)))
    desk.meldingen.add(casus_id, melding(gevoegd=True))

    assert [row.uitkomst.regel.id for row in desk.termijnen.of_casus(casus_id)] == ["T2"]


@pytest.mark.parametrize(
    ("reasons", "refusal"),
    [
        ({}, "weiger je met een reden"),
        ({"geweigerd_want": "niet na te gaan", "gebruikt_want": "kind in gevaar"}, "weiger je"),
    ],
)
def test_a_dubbel_anonieme_melding_is_refused_or_used_for_a_reason(
    desk: Desk, casus_id: UUID, reasons: dict[str, str], refusal: str
) -> None:
    with pytest.raises(UserError, match=refusal):
        desk.meldingen.add(casus_id, melding(anonimiteit=Anonimiteit.DUBBEL_ANONIEM, **reasons))
    assert desk.meldingen.of_casus(casus_id) == []


def test_a_refused_melding_starts_nothing_and_carries_no_besluit(
    desk: Desk, casus_id: UUID
) -> None:
    both = {"anonimiteit": Anonimiteit.DUBBEL_ANONIEM}
    desk.meldingen.add(casus_id, melding(**both, geweigerd_want="Niets na te gaan."))
    assert desk.termijnen.of_casus(casus_id) == []

    [row] = desk.meldingen.of_casus(casus_id)
    assert row.is_geweigerd
    desk.meldingen.change(row.id, row.version, melding(**both, gebruikt_want="Direct gevaar."))
    assert [term.stand for term in desk.termijnen.of_casus(casus_id)] != [Termijnstand.VERVALLEN]


def test_two_kinds_of_anonymity_are_not_the_same(desk: Desk, casus_id: UUID) -> None:
    shielded = desk.meldingen.add(casus_id, ANONIEM, BUUR)
    assert desk.meldingen.open_melder(shielded, "terugkoppeling") == BUUR

    unknown = melding(anonimiteit=Anonimiteit.DUBBEL_ANONIEM, gebruikt_want="Direct gevaar.")
    with pytest.raises(UserError, match="kent ook Veilig Thuis de melder niet"):
        desk.meldingen.add(casus_id, unknown, BUUR)
    second = desk.meldingen.add(casus_id, unknown)
    with pytest.raises(UserError, match="Terugkoppelen kan niet"):
        desk.meldingen.tell_melder(second, APRIL)
    with pytest.raises(UserError, match="Alleen bij een dubbel anonieme"):
        desk.meldingen.add(casus_id, melding(geweigerd_want="Geen zin."))


def test_opening_the_melder_needs_a_reason_and_stands_in_the_logboek(
    desk: Desk, store: Store, casus_id: UUID
) -> None:
    one = desk.meldingen.add(casus_id, ANONIEM, BUUR)

    with pytest.raises(UserError, match="Schrijf op waarom"):
        desk.meldingen.open_melder(one, "  ")
    desk.meldingen.open_melder(one, "terugkoppeling na de VB")

    with store.read() as session:
        line = session.scalars(select(Logregel).where(Logregel.detail == "melder")).all()[-1]
        assert (line.actie, line.ding, line.casus) == ("R", one, casus_id)
        assert session.get_one(Logreden, line.seq).tekst == "terugkoppeling na de VB"


def test_the_melder_is_in_no_list_and_in_no_search(desk: Desk, casus_id: UUID) -> None:
    desk.meldingen.add(casus_id, ANONIEM, BUUR)

    seen = repr([desk.meldingen.of_casus(casus_id), desk.personen.in_casus(casus_id)])
    assert "Bea" not in seen
    assert "0431" not in seen
    for word in ("buurvrouw", "bea", "0431", "omwonende"):
        assert desk.ganaar.search(word) == []


def test_the_melder_is_told_on_a_day_that_can_be(desk: Desk, casus_id: UUID) -> None:
    one = desk.meldingen.add(casus_id, ANONIEM, BUUR)

    for day, refusal in ((date(2026, 5, 13), "nog niet geweest"), (date(2026, 4, 1), "vóór de")):
        with pytest.raises(UserError, match=refusal):
            desk.meldingen.tell_melder(one, day)
    desk.meldingen.tell_melder(one, date(2026, 4, 14))
    assert desk.meldingen.of_casus(casus_id)[0].teruggekoppeld_op == date(2026, 4, 14)
    desk.meldingen.untell_melder(one)
    assert desk.meldingen.of_casus(casus_id)[0].teruggekoppeld_op is None


def test_only_the_newest_untouched_melding_can_be_taken_away(desk: Desk, casus_id: UUID) -> None:
    first = desk.meldingen.add(casus_id, melding())
    second = desk.meldingen.add(casus_id, ANONIEM, BUUR)
    third = desk.meldingen.add(casus_id, melding(date(2026, 5, 4)))

    with pytest.raises(UserError, match="Alleen de nieuwste"):
        desk.meldingen.remove(first)
    desk.meldingen.remove(third)
    with pytest.raises(UserError, match="staat een melder"):
        desk.meldingen.remove(second)
    assert len(desk.termijnen.of_casus(casus_id)) == 2


@pytest.mark.parametrize(
    ("gegevens", "refusal"),
    [
        (melding(inhoud=" "), "wat er is gemeld"),
        (melding(gebeurd_op=date(2026, 4, 3)), "vóór de melding"),
        (melding(date(2026, 5, 13)), "nog niet geweest"),
    ],
)
def test_a_melding_that_cannot_be_is_refused(
    desk: Desk, casus_id: UUID, gegevens: MeldingGegevens, refusal: str
) -> None:
    with pytest.raises(UserError, match=refusal):
        desk.meldingen.add(casus_id, gegevens)


def test_advice_only_takes_no_melding(desk: Desk, clock: SlowClock) -> None:
    advice = add_casus(desk, nummer="VT-DEMO-0163", naam="Lindebloesem", dienst=Dienst.ADVIES)

    with pytest.raises(UserError, match="alleen advies"):
        desk.meldingen.add(advice, melding())
