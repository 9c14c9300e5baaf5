"""What may wait until tomorrow: by rules that are data, each line with its reason."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.builders import TODAY, SlowClock, add_casus, add_persoon, at, held_talk, plan
from vtdesk.errors import UserError
from vtdesk.models import Bespreking, Zitting
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.services.informatie import InformatieGegevens, Stap
from vtdesk.services.morgen import AvondRegel
from vtdesk.services.morgen_boek import read_avondboek
from vtdesk.services.notities import NotitieGegevens
from vtdesk.services.termijnen import TermijnGegevens
from vtdesk.services.verlof.service import VerlofGegevens
from vtdesk.store.store import Store
from vtdesk.values.dagkinds import OvernameSoort
from vtdesk.values.kinds import AfspraakSoort, Rol

TOMORROW = TODAY + timedelta(days=1)
FILE = "resources/morgen.toml"


@pytest.fixture
def casus_id(desk: Desk, clock: SlowClock) -> UUID:
    clock.now = at(20, 24)
    return add_casus(desk)


def note(desk: Desk, talk: UUID) -> None:
    desk.notities.save(NotitieGegevens(gezien="Rustig."), afspraak_id=talk)


def leave(desk: Desk, vervanger: str = "Bo Vervanger") -> None:
    """Plan leave from tomorrow."""
    desk.verloven.add(VerlofGegevens(TOMORROW, date(2026, 5, 22), vervanger))


def only(desk: Desk) -> tuple[str, str]:
    """Give group and reason of the one line there is."""
    [line] = desk.morgen.groups().regels
    return line.groep.value, line.reden


def told(lines: tuple[AvondRegel, ...]) -> list[tuple[str, str, int]]:
    return [(line.words, line.reden, line.minuten) for line in lines]


def test_the_demo_day_leaves_exactly_one_thing_for_tonight(
    demo_desk: Desk, clock: SlowClock
) -> None:
    clock.now = at(20, 24)
    if demo_desk.verloven.current(TOMORROW) is None:
        leave(demo_desk)

    avond = demo_desk.morgen.groups()

    assert told(avond.vanavond) == [
        (
            "MDO Wolkenveld / Kaneelboom",
            "Morgen valt het besluit over het huisverbod en jij bent er dan niet. "
            "Bo heeft dit verslag nodig.",
            35,
        )
    ]
    assert told(avond.morgen) == [
        (
            "Eerste gesprek vader, Zilverduin / Havikskruid",
            "Termijn vrijdag 15 mei. Je parkeernotitie is genoeg voor Bo.",
            30,
        )
    ]
    waiting = {words: (reden, minuten) for words, reden, minuten in told(avond.wachten)}
    assert waiting["De Kompasroos, juf Tess, Zilverduin / Havikskruid"] == (
        "Juf Tess Kompasman moet het eerst teruglezen.", 10,
    )  # fmt: skip
    assert waiting["Monitoring 3 maanden, Sterrenwoud"] == ("Geen termijn vóór 26 mei.", 20)
    assert avond.minuten == 35


def test_a_held_talk_is_owed_without_any_act_until_it_is_written_or_not_needed(
    desk: Desk, casus_id: UUID
) -> None:
    plan(desk, casus_id, titel="Nog niet gehouden")
    talk = held_talk(desk, casus_id)
    assert [line.afspraak_id for line in desk.morgen.groups().regels] == [talk]

    desk.agenda.needs_no_verslag(talk, "Staat in het verslag van gisteren.")
    assert desk.morgen.groups().regels == ()


def test_with_a_note_and_no_term_it_may_wait(desk: Desk, casus_id: UUID) -> None:
    note(desk, held_talk(desk, casus_id))
    assert only(desk) == ("wachten", "Geen termijn vóór 26 mei.")


def test_a_decision_tomorrow_asks_for_tonight_also_without_leave(
    desk: Desk, casus_id: UUID
) -> None:
    desk.termijnen.start(casus_id, TermijnGegevens("T11", at(21, 30, date(2026, 5, 4))))
    note(desk, held_talk(desk, casus_id))
    assert only(desk) == ("vanavond", "Morgen valt het besluit over het huisverbod.")


def test_on_friday_tomorrow_is_monday(desk: Desk, casus_id: UUID, clock: SlowClock) -> None:
    """The ban ends on Tuesday, so the decision falls on Monday."""
    desk.termijnen.start(casus_id, TermijnGegevens("T11", at(21, 30, date(2026, 5, 9))))
    note(desk, held_talk(desk, casus_id))
    clock.now = at(20, 24, date(2026, 5, 15))
    assert only(desk) == ("vanavond", "Maandag 18 mei valt het besluit over het huisverbod.")


@pytest.mark.parametrize(
    ("begin", "away", "expected"),
    [
        (date(2026, 5, 2), False, "Vandaag stopt het huisverbod."),
        (date(2026, 5, 3), False, "Morgen stopt het huisverbod."),
        (
            date(2026, 5, 3),
            True,
            "Morgen stopt het huisverbod. Bo heeft dit verslag nodig.",
        ),
    ],
)
def test_a_ban_that_ends_tonight_or_tomorrow_cannot_wait(
    desk: Desk, casus_id: UUID, begin: date, expected: str, *, away: bool
) -> None:
    desk.termijnen.start(casus_id, TermijnGegevens("T11", at(21, 30, begin)))
    note(desk, held_talk(desk, casus_id))
    if away:
        leave(desk)
    assert only(desk) == ("vanavond", expected)


def test_a_ban_that_is_over_hurries_nothing(desk: Desk, casus_id: UUID) -> None:
    desk.termijnen.start(casus_id, TermijnGegevens("T11", at(21, 30, date(2026, 5, 1))))
    note(desk, held_talk(desk, casus_id))
    assert only(desk)[0] == "wachten"


def test_a_term_that_is_past_is_no_milder_and_does_not_hide_the_one_of_today(
    desk: Desk, casus_id: UUID
) -> None:
    vader = add_persoon(desk, casus_id)
    past = TermijnGegevens("T3", at(9, 0, date(2026, 4, 1)), persoon_id=vader)
    desk.termijnen.start(casus_id, past)
    note(desk, held_talk(desk, casus_id, DeelnameGegevens("Otis", persoon_id=vader)))
    assert only(desk) == ("vanavond", "De termijn eindigde woensdag 29 april.")

    today = TermijnGegevens("T3", at(9, 0, date(2026, 4, 14)), persoon_id=vader)
    desk.termijnen.start(casus_id, today)
    assert only(desk) == ("vanavond", "De termijn eindigt vandaag.")


def test_a_term_of_tonight_does_not_wait_for_the_informant(desk: Desk, casus_id: UUID) -> None:
    tess = add_persoon(desk, casus_id, Rol.INFORMANT, voornaam="juf Tess", achternaam="")
    asked = desk.informatie.ask(casus_id, InformatieGegevens("juf Tess", "Hoe gaat het?"))
    desk.informatie.step(asked, Stap.VERSTUURD, TODAY)
    desk.informatie.step(asked, Stap.BEANTWOORD, TODAY, antwoord="Goed.")
    begin = at(9, 0, date(2026, 4, 14))
    desk.termijnen.start(casus_id, TermijnGegevens("T3", begin, persoon_id=tess))
    held_talk(desk, casus_id, DeelnameGegevens("juf Tess", persoon_id=tess))
    assert only(desk) == ("vanavond", "De termijn eindigt vandaag.")


@pytest.mark.parametrize(
    ("begin", "away", "expected"),
    [
        (date(2026, 4, 14), False, ("vanavond", "De termijn eindigt vandaag.")),
        (date(2026, 4, 15), False, ("morgen", "Termijn morgen.")),
        (
            date(2026, 4, 15),
            True,
            ("vanavond", "Termijn morgen en jij bent er dan niet. Bo heeft dit verslag nodig."),
        ),
        (date(2026, 4, 21), False, ("morgen", "Termijn dinsdag 19 mei.")),
        (
            date(2026, 4, 21),
            True,
            ("morgen", "Termijn dinsdag 19 mei. Je parkeernotitie is genoeg voor Bo."),
        ),
        (date(2026, 4, 30), True, ("wachten", "Geen termijn vóór 26 mei.")),
    ],
)
def test_a_term_of_the_person_spoken_says_how_long_it_may_wait(
    desk: Desk, casus_id: UUID, begin: date, expected: tuple[str, str], *, away: bool
) -> None:
    vader = add_persoon(desk, casus_id)
    desk.termijnen.start(casus_id, TermijnGegevens("T3", at(9, 0, begin), persoon_id=vader))
    note(desk, held_talk(desk, casus_id, DeelnameGegevens("Otis", persoon_id=vader)))
    if away:
        leave(desk)
    assert only(desk) == expected


def test_a_term_of_somebody_else_does_not_hurry_this_talk(desk: Desk, casus_id: UUID) -> None:
    vader, oma = add_persoon(desk, casus_id), add_persoon(desk, casus_id, Rol.GROOTOUDER)
    begin = at(9, 0, date(2026, 4, 15))
    desk.termijnen.start(casus_id, TermijnGegevens("T3", begin, persoon_id=oma))
    note(desk, held_talk(desk, casus_id, DeelnameGegevens("Otis", persoon_id=vader)))
    assert only(desk)[0] == "wachten"


def test_what_must_be_read_back_waits_for_the_informant(desk: Desk, casus_id: UUID) -> None:
    tess = add_persoon(desk, casus_id, Rol.INFORMANT, voornaam="juf Tess", achternaam="")
    asked = desk.informatie.ask(casus_id, InformatieGegevens("juf Tess", "Hoe gaat het?"))
    desk.informatie.step(asked, Stap.VERSTUURD, TODAY)
    desk.informatie.step(asked, Stap.BEANTWOORD, TODAY, antwoord="Goed.")
    held_talk(
        desk, casus_id, DeelnameGegevens("juf Tess", persoon_id=tess), soort=AfspraakSoort.BELLEN
    )
    assert only(desk) == ("wachten", "Juf Tess moet het eerst teruglezen.")


def test_memory_asks_for_a_note_before_leave(desk: Desk, casus_id: UUID) -> None:
    held_talk(desk, casus_id)
    assert only(desk) == (
        "morgen", "Er is geen parkeernotitie. Schrijf dit zolang je het weet.",
    )  # fmt: skip
    leave(desk, vervanger="")
    assert only(desk)[0] == "vanavond"


def test_an_appointment_tomorrow_or_a_week_gone_by_says_so(
    desk: Desk, casus_id: UUID, clock: SlowClock
) -> None:
    note(desk, held_talk(desk, casus_id))
    clock.now = at(20, 24, date(2026, 5, 19))
    assert only(desk) == ("morgen", "Dit was 7 dagen geleden.")
    morning = date(2026, 5, 20)
    plan(desk, casus_id, begin=at(9, 30, morning), einde=at(10, 0, morning))
    assert only(desk) == ("morgen", "Morgen om 09:30 is er weer een afspraak in deze casus.")


def test_a_begun_verslag_takes_less_time(desk: Desk, casus_id: UUID) -> None:
    talk = held_talk(desk, casus_id)
    assert desk.morgen.groups().regels[0].minuten == 45
    note(desk, talk)
    assert desk.morgen.groups().regels[0].minuten == 30
    desk.verslagen.start(talk)
    assert desk.morgen.groups().regels[0].minuten == 20


def test_tafelkaarten_of_one_table_are_one_line(store: Store, desk: Desk, casus_id: UUID) -> None:
    with store.write() as session:
        zitting = Zitting(begin=at(9), regio="voorbeeld")
        session.add(zitting)
        session.flush()
        for place, besluit in enumerate(("hulp", "onderzoek")):
            session.add(
                Bespreking(
                    zitting_id=zitting.id, volgorde=place, minuten=50, initialen="J.",
                    besluit=besluit, begonnen_op=at(9),
                )
            )  # fmt: skip

    avond = desk.morgen.groups()

    assert told(avond.wachten) == [("2 tafelkaarten JB-plein", "Besluiten staan er al in.", 10)]
    assert avond.aantal == 2


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('groep = "vanavond"', 'groep = "nu"', "Kies uit: vanavond, morgen, wachten."),
        ('als = ["teruglezen"]', 'als = ["haast"]', "'als' noemt 'haast'."),
        ("{maatregel}.", "{dag}.", "'zin' noemt {dag}, maar deze regel weet dat niet."),
        ("{maatregel}.", "{maatregel:>99}.", "schrijf in 'zin' alleen {maatregel}."),
        ("{maatregel}.", "{maatregel.", "in 'zin' klopt een accolade niet."),
        ("als = []", 'als = ["tafelkaart"]', "de laatste regel moet altijd gelden"),
        ('soort = "bellen"', 'soort = "lunch"', "'lunch' krijgt geen verslag."),
        ('id = "geheugen"', 'id = "wachten"', "'wachten' staat er twee keer in."),
        ("oud_dagen = 5", "oud_dagen = 0", "'oud_dagen' moet een heel getal zijn"),
        ("oud_dagen = 5", "oud_dagen = 5\nsoms = 1", "'soms' hoort hier niet."),
        ("geldig_vanaf = 2019-01-01", 'geldig_vanaf = "ooit"', "'geldig_vanaf' moet een dag zijn"),
    ],
)
def test_a_mistake_in_the_rules_is_named(
    pytestconfig: pytest.Config, old: str, new: str, why: str
) -> None:
    text = (pytestconfig.rootpath / FILE).read_text("utf-8")
    assert old in text
    with pytest.raises(UserError) as refused:
        read_avondboek(text.replace(old, new, 1))
    assert why in str(refused.value)


def test_every_kind_that_is_owed_has_its_minutes(pytestconfig: pytest.Config) -> None:
    text = (pytestconfig.rootpath / FILE).read_text("utf-8")
    with pytest.raises(UserError) as refused:
        read_avondboek(text.replace('soort = "bellen"', 'soort = "overleg"', 1))
    assert "er staan geen [[minuten]] voor bellen." in str(refused.value)


def test_a_verslag_that_is_given_to_the_replacer_is_no_longer_for_tonight(
    desk: Desk, casus_id: UUID
) -> None:
    talk = held_talk(desk, casus_id, titel="Gesprek vader")
    leave(desk)
    verlof_id = desk.morgen.groups().verlof_id
    assert verlof_id is not None
    assert desk.verloven.contents(verlof_id) == []

    desk.verloven.take(verlof_id, OvernameSoort.VERSLAG, talk, "Bo Vervanger")

    [line] = desk.morgen.groups().morgen
    assert (line.wie, line.reden) == (
        "Bo Vervanger",
        "Bo Vervanger schrijft dit. Het staat op de Vervangkaart.",
    )
    [regel] = desk.verloven.contents(verlof_id)
    assert regel.woorden == "Verslag schrijven: Gesprek vader, 12 mei"
    assert regel.wie == "Bo Vervanger"

    desk.verloven.take(verlof_id, OvernameSoort.VERSLAG, talk, "")
    assert desk.verloven.contents(verlof_id) == []
    assert desk.morgen.groups().regels[0].wie == ""


def test_nobody_can_be_given_a_verslag_without_leave_or_replacer(
    desk: Desk, casus_id: UUID
) -> None:
    held_talk(desk, casus_id)
    assert desk.morgen.groups().verlof_id is None

    leave(desk, vervanger="")
    assert desk.morgen.groups().verlof_id is None
