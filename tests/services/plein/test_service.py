"""The table: besprekingen in their order, one clock at a time, and nothing that mixes."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.builders import TODAY, SlowClock, add_casus, add_persoon, at, plan
from vtdesk.errors import UserError
from vtdesk.models import Bespreking
from vtdesk.services.desk import Desk
from vtdesk.services.plein.punten import must_ask, open_punten
from vtdesk.services.plein.service import BesprekingGegevens, Uitkomst, Voorbereiding
from vtdesk.services.pleintafel import StandpuntGegevens, TaakGegevens
from vtdesk.store.store import Store
from vtdesk.values.dagkinds import PleinFase
from vtdesk.values.kinds import AfspraakSoort, Letter, Rol

TWEELING = BesprekingGegevens(50, initialen="Tweeling", leeftijd="3", aanvrager="CJG")


@pytest.fixture
def zitting(desk: Desk, clock: SlowClock) -> UUID:
    clock.now = at(9)
    return desk.plein.open_zitting(at(9))


def add(desk: Desk, zitting: UUID, initialen: str = "J.", **more: object) -> UUID:
    gegevens = replace(TWEELING, initialen=initialen, **more)  # type: ignore[arg-type]  # of the test
    return desk.plein.add(zitting, gegevens)


def order(desk: Desk, zitting: UUID) -> list[str]:
    return [row.kop for row in desk.plein.besprekingen(zitting)]


def test_a_plein_block_of_the_agenda_offers_its_zitting_and_opens_it_once(desk: Desk) -> None:
    block = plan(desk, None, soort=AfspraakSoort.PLEIN, begin=at(9), einde=at(11, 50))
    [offered] = desk.plein.zittingen(TODAY)
    assert (offered.id, offered.afspraak_id, offered.begin) == (None, block, at(9))

    made = desk.plein.open_zitting(offered.begin, block)

    assert desk.plein.open_zitting(offered.begin, block) == made
    assert [row.id for row in desk.plein.zittingen(TODAY)] == [made]


def test_a_zitting_follows_its_block_to_another_day_and_outlives_it(desk: Desk) -> None:
    block = plan(desk, None, soort=AfspraakSoort.PLEIN, begin=at(18), einde=at(20))
    made = desk.plein.open_zitting(at(18), block)
    add(desk, made)
    tomorrow = TODAY + timedelta(days=1)

    desk.agenda.move(block, at(10, day=tomorrow))

    assert desk.plein.zittingen(TODAY) == []
    [row] = desk.plein.zittingen(tomorrow)
    assert [r.begin for r in desk.plein.besprekingen(made)] == [at(10, day=tomorrow)]
    desk.agenda.remove(block)
    assert [r.id for r in desk.plein.zittingen(TODAY)] == [row.id]


def test_besprekingen_stand_at_their_time_and_move_with_the_way_back(
    desk: Desk, zitting: UUID
) -> None:
    first = add(desk, zitting, "J.", leeftijd="15")
    add(desk, zitting, "Tweeling")
    add(desk, zitting, "S.", leeftijd="ongeboren", minuten=40)

    assert order(desk, zitting) == ["J., 15 jaar", "Tweeling, 3 jaar", "S., ongeboren"]
    assert [r.begin for r in desk.plein.besprekingen(zitting)] == [at(9), at(9, 50), at(10, 40)]

    desk.plein.move(first, 1)
    assert order(desk, zitting) == ["Tweeling, 3 jaar", "J., 15 jaar", "S., ongeboren"]
    desk.plein.move(first, -1)
    assert order(desk, zitting)[0] == "J., 15 jaar"


def test_a_bespreking_without_casus_and_initials_is_refused(desk: Desk, zitting: UUID) -> None:
    with pytest.raises(UserError, match="initialen"):
        add(desk, zitting, " ")
    with pytest.raises(UserError, match="minuten"):
        add(desk, zitting, minuten=0)

    assert desk.plein.besprekingen(zitting) == []


def test_a_bespreking_of_a_casus_is_headed_by_initials_and_ages(desk: Desk, zitting: UUID) -> None:
    casus_id = add_casus(desk)
    for name, born in (("Job", date(2020, 1, 1)), ("Pip", date(2017, 1, 1))):
        add_persoon(desk, casus_id, Rol.KIND, voornaam=name, geboortedatum=born)

    desk.plein.add(zitting, BesprekingGegevens(50, casus_id))

    [row] = desk.plein.besprekingen(zitting)
    assert row.kop == "P., 9 jaar en J., 6 jaar"
    assert (row.casusnummer, row.verdwijnt_op) == ("VT-DEMO-0141", None)


def test_what_was_taken_away_comes_back_with_all_that_was_written(
    desk: Desk, zitting: UUID
) -> None:
    it = add(desk, zitting)
    desk.plein.begin(it)
    desk.pleintafel.say(it, "moeder: het gaat goed", Letter.VERKLARING)
    desk.pleintafel.add_taak(it, TaakGegevens("Nieuwe datum doorgeven", "ik", "vr 15 mei"))
    before = desk.plein.detail(it)

    weg = desk.plein.remove(it)
    assert desk.plein.besprekingen(zitting) == []
    assert desk.beloften.open() == []
    assert "goed" not in repr(weg)

    desk.plein.put_back(weg)
    after = desk.plein.detail(it)
    assert (after.inbreng, after.taken) == (before.inbreng, before.taken)
    assert [b.wat for b in desk.beloften.open()] == ["Nieuwe datum doorgeven"]


def test_the_clock_of_one_bespreking_runs_at_a_time_and_counts_each_phase(
    desk: Desk, zitting: UUID, clock: SlowClock
) -> None:
    first, second = add(desk, zitting, "J."), add(desk, zitting, "S.")
    desk.plein.begin(first)
    clock.pass_time(minutes=3)
    desk.plein.to_fase(first, PleinFase.OUDERS)
    clock.pass_time(minutes=9)
    desk.plein.close(first)
    desk.plein.begin(second)
    clock.pass_time(minutes=5)

    one, two = desk.plein.detail(first), desk.plein.detail(second)
    assert one.seconden(PleinFase.OPENING, clock.now) == 180
    assert one.totaal(clock.now) == 12 * 60
    assert two.totaal(clock.now) == 5 * 60
    assert one.row.gesloten_op == at(9, 12)

    desk.plein.begin(first)  # there was more to say
    clock.pass_time(minutes=1)
    assert desk.plein.detail(first).totaal(clock.now) == 13 * 60
    assert desk.plein.detail(second).totaal(clock.now) == 5 * 60
    assert desk.plein.detail(first).row.gesloten_op is None


def test_what_is_typed_is_kept_without_a_line_in_the_logboek(
    desk: Desk, zitting: UUID, store: Store
) -> None:
    it = add(desk, zitting)
    casus_id = add_casus(desk)
    row = desk.plein.detail(it).row
    desk.plein.change(it, row.version, BesprekingGegevens(50, casus_id))
    before = desk.logboek.count(casus_id)

    desk.plein.prepare(it, Voorbereiding("Twee peuters.", "Wie zag het?\nWat nu?", (), "Zicht."))
    uitkomst = Uitkomst("Wil naar huis.", "", "rr-hulp", "Gaat goed.", date(2026, 6, 23))
    desk.plein.keep(it, uitkomst, {"regel": "moeder: zegt d"})

    detail = desk.plein.detail(it)
    assert detail.uitkomst == uitkomst
    assert detail.klad == {"regel": "moeder: zegt d"}
    assert detail.voorbereiding.vragen.splitlines() == ["Wie zag het?", "Wat nu?"]
    assert (detail.row.voorbereid, detail.voorbereid_op) == (True, at(9))
    assert desk.logboek.count(casus_id) == before

    desk.plein.tick(it, "Wat nu?", asked=True)
    assert desk.plein.detail(it).voorbereiding.gevraagd == ("Wat nu?",)
    desk.plein.prepare(it, Voorbereiding())
    assert not desk.plein.detail(it).row.voorbereid


def test_a_gone_bespreking_keeps_nothing_and_says_so(desk: Desk, zitting: UUID) -> None:
    it = add(desk, zitting)
    desk.plein.remove(it)

    with pytest.raises(UserError, match="Kopieer wat je wilt houden"):
        desk.plein.keep(it, Uitkomst(), {})
    with pytest.raises(UserError, match="bestaat niet meer"):
        desk.plein.begin(it)


@pytest.mark.parametrize(
    ("typed", "spreker", "tekst"),
    [
        ("moeder: zegt dat het goed gaat", "Moeder", "zegt dat het goed gaat"),
        ("gi: elke week", "GI", "elke week"),
        ("veilig thuis: geen zicht", "Veilig Thuis", "geen zicht"),
        ("om 10:30 kwam de politie", "", "om 10:30 kwam de politie"),
        ("juf van der Linden: moe", "Juf van der Linden", "moe"),
        ("dit is een hele lange zin met: een dubbele punt", "", None),
        ("O'Neill <b>: <i>zegt</i>", "", None),
        ("o'neill: komt niet", "O'neill", "komt niet"),
    ],
)
def test_a_line_names_who_speaks(
    desk: Desk, zitting: UUID, typed: str, spreker: str, tekst: str | None
) -> None:
    it = add(desk, zitting)

    desk.pleintafel.say(it, typed, Letter.VERKLARING)

    [line] = desk.plein.detail(it).inbreng
    assert (line.spreker, line.tekst) == (spreker, tekst if tekst is not None else typed)
    assert line.moment == at(9)


def test_lines_change_letter_and_words_and_come_back(desk: Desk, zitting: UUID) -> None:
    it = add(desk, zitting)
    line = desk.pleintafel.say(it, "vader: weet het niet", Letter.VERKLARING)
    desk.pleintafel.say(it, "raad: vindt van niet", Letter.MENING)

    desk.pleintafel.set_letter(line, Letter.FEIT)
    desk.pleintafel.change_line(line, "vader: weet het wel", Letter.FEIT)
    weg = desk.pleintafel.remove_line(line)
    assert [one.spreker for one in desk.plein.detail(it).inbreng] == ["Raad"]
    desk.plein.put_back(weg)

    found = desk.plein.detail(it).inbreng
    assert [(one.tekst, one.letter) for one in found] == [
        ("weet het wel", Letter.FEIT),
        ("vindt van niet", Letter.MENING),
    ]
    with pytest.raises(UserError, match="Schrijf op wat er is gezegd"):
        desk.pleintafel.say(it, "  ", Letter.VERKLARING)


def test_parents_come_first_at_the_table_and_one_may_dissent(desk: Desk, zitting: UUID) -> None:
    it = add(desk, zitting)
    seated = desk.plein.detail(it).standpunten
    assert [one.wie for one in seated] == [
        "Moeder", "Vader", "CJG", "Wijkteam", "GI", "Raad", "Veilig Thuis",
    ]  # fmt: skip

    vt = seated[-1]
    desk.pleintafel.keep_standpunt(
        it,
        vt.id,
        StandpuntGegevens("Raadsonderzoek.", True, "zicht ontbreekt", "Mila Proefstra"),
    )
    school = desk.pleintafel.add_standpunt(it, "school")

    found = desk.plein.detail(it).standpunten
    assert [one.wie for one in found][-1] == "School"
    assert (found[-2].afwijkend, found[-2].op_grond) == (True, "zicht ontbreekt")
    with pytest.raises(UserError, match="staat er al"):
        desk.pleintafel.add_standpunt(it, "SCHOOL")
    desk.pleintafel.remove_standpunt(school)
    assert len(desk.plein.detail(it).standpunten) == 7


def test_a_taak_of_her_own_is_a_belofte_and_follows_it(desk: Desk, zitting: UUID) -> None:
    it = add(desk, zitting)
    day = date(2026, 5, 15)
    desk.pleintafel.add_taak(it, TaakGegevens("Belt ouders", "gi", "wo 13 mei"))
    own = desk.pleintafel.add_taak(it, TaakGegevens("Nieuwe datum", "ik", "vr 15 mei", day))

    [belofte] = desk.beloften.open()
    assert (belofte.aan, belofte.wat, belofte.uiterlijk) == ("JB-plein, CJG", "Nieuwe datum", day)

    desk.pleintafel.change_taak(own, TaakGegevens("Datum en tolk", "Mila", "morgen"))
    [belofte] = desk.beloften.open()
    assert (belofte.wat, belofte.uiterlijk) == ("Datum en tolk", None)

    desk.pleintafel.change_taak(own, TaakGegevens("Datum en tolk", "wijkteam", "morgen"))
    assert desk.beloften.open() == []
    assert [taak.wie for taak in desk.plein.detail(it).taken] == ["GI", "Wijkteam"]


def test_a_line_becomes_a_taak_in_one_deed(desk: Desk, zitting: UUID) -> None:
    it = add(desk, zitting)
    line = desk.pleintafel.say(it, "gi: belt ouders", Letter.VERKLARING)

    weg = desk.pleintafel.to_taak(line, TaakGegevens("belt ouders", "GI"))

    detail = desk.plein.detail(it)
    assert (detail.inbreng, [one.wat for one in detail.taken]) == ((), ["belt ouders"])
    desk.plein.put_back(weg)
    again = desk.plein.detail(it)
    assert (len(again.inbreng), again.taken) == (1, ())


def test_what_is_still_empty_is_named_without_a_name(desk: Desk, zitting: UUID) -> None:
    it = add(desk, zitting, "Quirijn", leeftijd="12")
    desk.plein.begin(it)
    points = open_punten(desk.plein.detail(it))
    assert "wie vertelt het de kinderen?" in points
    assert not any("Quirijn" in one for one in points)
    assert must_ask(desk.plein.detail(it))

    full = Uitkomst(
        "Wil rust.", "", "rr-hulp", "Gaat goed.", date(2026, 6, 23), "wijkteam", "VT", "moeder"
    )
    desk.plein.keep(it, full, {})
    moeder = desk.plein.detail(it).standpunten[0]
    desk.pleintafel.keep_standpunt(it, moeder.id, StandpuntGegevens("Eens."))

    assert open_punten(desk.plein.detail(it)) == ()
    assert not must_ask(desk.plein.detail(it))


def test_the_region_is_a_setting_for_zittingen_from_now_on(desk: Desk, zitting: UUID) -> None:
    desk.plein.set_regio("haaglanden")

    assert desk.plein.regio().tafel == "JBT"
    later = desk.plein.open_zitting(at(9, day=TODAY + timedelta(days=1)))
    it = desk.plein.add(later, TWEELING)
    assert desk.plein.detail(it).regio.naam == "Haaglanden"
    old = desk.plein.add(zitting, TWEELING)
    assert desk.plein.detail(old).regio.naam == "Rotterdam-Rijnmond"
    with pytest.raises(UserError, match="Kies een andere regio"):
        desk.plein.set_regio("nergens")


def test_a_stale_form_does_not_overwrite_a_bespreking(desk: Desk, zitting: UUID) -> None:
    it = add(desk, zitting)
    seen = desk.plein.detail(it).row
    desk.plein.change(it, seen.version, replace(TWEELING, leeftijd="5"))

    with pytest.raises(UserError, match="intussen gewijzigd"):
        desk.plein.change(it, seen.version, replace(TWEELING, leeftijd="4"))


def test_no_entity_of_the_table_prints_what_it_says(
    store: Store, desk: Desk, zitting: UUID
) -> None:
    it = add(desk, zitting, "Quirijn")
    with store.read() as session:
        assert "Quirijn" not in repr(session.get(Bespreking, it))
