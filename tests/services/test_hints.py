"""Hints: rules over facts, children first; a reason holds until the facts change."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import NOW, TODAY, SlowClock, add_casus, add_persoon, held_talk
from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.services.hint_regels import (
    AanbodFeit,
    Feiten,
    GatFeit,
    HintRegel,
    HintRow,
    KindFeit,
    TermijnFeit,
    WaarborgFeit,
    hints,
)
from vtdesk.services.hints import drempels
from vtdesk.services.termijn_rows import TermijnGegevens
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.services.veiligheid import ToetsGegevens, WaarborgGegevens
from vtdesk.services.zicht import OverdrachtGegevens
from vtdesk.values.casuskinds import Toetsuitkomst, WaarborgSoort
from vtdesk.values.kinds import CasusStaat, GezagSoort, Letter, Rol
from vtdesk.values.tekst import Bron

JOB = KindFeit(
    id=uuid4(), naam="Job", leeftijd=6, gesproken=False, gezien=False, dagen=40,
    sinds="de eerste melding", meldingen=3, gezag_bekend=True,
)  # fmt: skip
GAT = GatFeit(
    uuid4(), "vader", "alcohol", (uuid4(),), "Moeder vertelde dit op 11 mei, gehoord van Ria.",
    TODAY, "wat moeder op 11 mei vertelde",
)  # fmt: skip
FEITEN = Feiten(uuid4(), TODAY)


def said(feiten: Feiten) -> list[str]:
    return [hint.kop for hint in hints(feiten, drempels())]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (JOB, ["Job is nog niet gesproken."]),
        (replace(JOB, gesproken=True), []),
        (replace(JOB, dagen=9), []),
        (replace(JOB, gezien=True), ["Job is nog niet gesproken."]),
        (replace(JOB, leeftijd=2), ["Job is nog niet gezien."]),
        (replace(JOB, leeftijd=2, gezien=True), []),
        (
            replace(JOB, gesproken=True, gezag_bekend=False),
            ["Van Job is niet bekend wie het gezag heeft."],
        ),
    ],
)
def test_a_child_asks_to_be_spoken_or_seen_and_to_have_gezag(
    kind: KindFeit, expected: list[str]
) -> None:
    assert said(replace(FEITEN, kinderen=(kind,))) == expected


def test_a_gap_is_said_by_theme_with_who_told_it() -> None:
    [hint] = hints(replace(FEITEN, gaten=(GAT,)), drempels())

    assert hint.kop == "Over alcohol is vader nog niet gevraagd."
    assert hint.tekst == (
        "Moeder vertelde dit op 11 mei, gehoord van Ria. Plan het of schrijf op waarom niet."
    )
    assert hint.plannen


def test_a_gap_without_theme_says_what_it_is_about() -> None:
    [hint] = hints(replace(FEITEN, gaten=(replace(GAT, thema=""),)), drempels())

    assert hint.kop == "Vader is nog niet gevraagd."
    assert hint.tekst.startswith("Het gaat om wat moeder op 11 mei vertelde.")


def test_other_rules_speak_on_their_day_and_not_before() -> None:
    waarborg = WaarborgFeit(uuid4(), 2, "De sleutel is terug.", TODAY - timedelta(7), None)
    offer = AanbodFeit(uuid4(), "Wijkteam", TODAY - timedelta(6))
    late = TermijnFeit(uuid4(), "Informeren: Ria", TODAY - timedelta(1))
    feiten = replace(
        FEITEN, ongetoetst=(waarborg,), aanbod=offer, te_laat=(late,),
        let_op="Kijk uit.", let_op_herzien_op=TODAY - timedelta(1),
    )  # fmt: skip

    assert said(feiten) == [
        "Voorwaarde 2 is nog niet getoetst.",
        "Wijkteam heeft het zicht op veiligheid nog niet aanvaard.",
        "De termijn is voorbij: Informeren: Ria, 11 mei.",
        "De let-op zou je op 11 mei opnieuw bekijken.",
    ]
    earlier = replace(
        feiten,
        ongetoetst=(replace(waarborg, gemaakt_op=TODAY - timedelta(6)),),
        aanbod=replace(offer, sinds=TODAY - timedelta(5)),
        te_laat=(),
        let_op_herzien_op=TODAY,
    )
    assert said(earlier) == []


def test_a_voorwaarde_whose_time_is_over_asks_at_once() -> None:
    over = WaarborgFeit(uuid4(), 1, "Bellen.", TODAY, TODAY - timedelta(1))
    assert said(replace(FEITEN, ongetoetst=(over,))) == ["Voorwaarde 1 is nog niet getoetst."]


def test_children_come_first() -> None:
    found = hints(replace(FEITEN, kinderen=(JOB,), gaten=(GAT,)), drempels())
    assert [hint.regel for hint in found] == [HintRegel.KIND, HintRegel.WEDERHOOR]


@given(st.integers(min_value=10, max_value=4000), st.integers(min_value=1, max_value=4000))
def test_time_alone_never_wakes_a_hint(days: int, more: int) -> None:
    """A reason holds as long as nothing happened, however many days pass."""
    before, after = (
        hints(
            replace(
                FEITEN,
                vandaag=TODAY + timedelta(passed),
                kinderen=(replace(JOB, dagen=days + passed),),
                gaten=(GAT,),
                aanbod=AanbodFeit(FEITEN.casus_id, "Wijkteam", TODAY - timedelta(days)),
            ),
            drempels(),
        )
        for passed in (0, more)
    )
    assert [(h.id, h.feiten) for h in before] == [(h.id, h.feiten) for h in after]


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


def told(desk: Desk, casus_id: UUID, over: UUID, tekst: str = "Hij drinkt.") -> UUID:
    gegevens = UitspraakGegevens(
        Letter.VERKLARING, tekst, Bron("Maren Zilverduin", via="Ria Havikskruid"), (over,),
        date(2026, 5, 11), thema="alcohol",
    )  # fmt: skip
    return desk.uitspraken.add(casus_id, gegevens)


def awake(desk: Desk, casus_id: UUID) -> list[str]:
    return [hint.kop for hint in desk.hints.of_casus(casus_id)]


def only(desk: Desk, casus_id: UUID) -> HintRow:
    [hint] = desk.hints.of_casus(casus_id)
    return hint


def test_a_reason_puts_a_hint_to_sleep_until_something_new_is_told(
    desk: Desk, casus_id: UUID
) -> None:
    otis = add_persoon(desk, casus_id)
    told(desk, casus_id, otis)
    hint = only(desk, casus_id)
    assert hint.kop == "Over alcohol is vader nog niet gevraagd."

    desk.hints.give_reason(casus_id, hint.id, "Eerst praat de politie met hem.")
    assert awake(desk, casus_id) == []

    told(desk, casus_id, otis, "Er stonden flessen in de auto.")
    assert awake(desk, casus_id) == ["Over alcohol is vader nog niet gevraagd."]
    desk.hints.give_reason(casus_id, hint.id, "Nog steeds.")
    assert awake(desk, casus_id) == []


def test_a_reason_can_be_taken_back_and_stands_on_the_timeline(desk: Desk, casus_id: UUID) -> None:
    otis = add_persoon(desk, casus_id)
    told(desk, casus_id, otis)
    hint = only(desk, casus_id)
    desk.hints.give_reason(casus_id, hint.id, "Eerst de politie.")

    [row] = [one for one in desk.tijdlijn.of_casus(casus_id) if one.tekst == "Eerst de politie."]
    assert (row.titel, row.wie) == ("Nog niet gevraagd: reden gegeven", ("Otis",))
    desk.hints.wake(casus_id, hint.id)
    assert only(desk, casus_id) == hint


def test_an_answer_of_the_person_ends_the_hint(desk: Desk, casus_id: UUID) -> None:
    otis = add_persoon(desk, casus_id)
    told(desk, casus_id, otis)
    answer = UitspraakGegevens(
        Letter.VERKLARING, "Ik drink niet.", Bron("Otis", otis), (otis,), TODAY, thema="alcohol"
    )
    desk.uitspraken.add(casus_id, answer)

    assert awake(desk, casus_id) == []


def test_a_reason_needs_words_and_a_hint_that_is_there(desk: Desk, casus_id: UUID) -> None:
    otis = add_persoon(desk, casus_id)
    told(desk, casus_id, otis)

    with pytest.raises(UserError, match="waarom"):
        desk.hints.give_reason(casus_id, only(desk, casus_id).id, "  ")
    with pytest.raises(UserError, match="geldt niet meer"):
        desk.hints.give_reason(casus_id, "let-op/weg", "Daarom.")
    assert len(awake(desk, casus_id)) == 1


def test_a_child_that_was_spoken_no_longer_asks(desk: Desk, casus_id: UUID) -> None:
    otis = add_persoon(desk, casus_id)
    job = add_persoon(desk, casus_id, Rol.KIND, voornaam="Job", geboortedatum=date(2019, 11, 2))
    assert awake(desk, casus_id) == [
        "Job is nog niet gesproken.", "Van Job is niet bekend wie het gezag heeft.",
    ]  # fmt: skip

    desk.personen.set_gezag(job, otis, GezagSoort.ONBEKEND, bron="", datum=None)
    held_talk(desk, casus_id, DeelnameGegevens("Job", persoon_id=job))
    assert awake(desk, casus_id) == ["Van Job is niet bekend wie het gezag heeft."]


def test_a_checked_voorwaarde_an_accepted_offer_and_a_told_reason_end_their_hints(
    desk: Desk, casus_id: UUID, clock: SlowClock
) -> None:
    ria = add_persoon(desk, casus_id, Rol.GROOTOUDER, voornaam="Ria")
    waarborg = desk.veiligheid.add(
        casus_id, WaarborgSoort.VOORWAARDE, WaarborgGegevens("Otis", "Niet komen.")
    )
    offer = desk.zicht.offer(casus_id, OverdrachtGegevens("Wijkteam"))
    term = desk.termijnen.start(casus_id, TermijnGegevens("T3", NOW, persoon_id=ria))
    assert awake(desk, casus_id) == []

    clock.pass_time(days=60)
    assert [hint.regel for hint in desk.hints.of_casus(casus_id)] == [
        HintRegel.VOORWAARDE, HintRegel.ZICHT, HintRegel.TERMIJN,
    ]  # fmt: skip

    desk.veiligheid.toets(
        waarborg, ToetsGegevens(clock().date(), Toetsuitkomst.NAGEKOMEN, "Ria zag het.")
    )
    desk.zicht.accept(offer, "Bo")
    desk.termijnen.lapse(term, "Ria is overleden.")
    assert awake(desk, casus_id) == []


def test_a_closed_casus_asks_for_nothing(desk: Desk, casus_id: UUID) -> None:
    add_persoon(desk, casus_id, Rol.KIND, voornaam="Job")
    casus = desk.casussen.get(casus_id)
    desk.casussen.change(
        casus_id, casus.version, casus.gegevens, CasusStaat.GESLOTEN, gesloten_want="Verhuisd."
    )

    assert awake(desk, casus_id) == []
