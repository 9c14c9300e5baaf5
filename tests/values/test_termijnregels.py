"""Rule files: an office may change them, and a mistake is named with file, rule and reason."""

from datetime import date

import pytest

from vtdesk.errors import UserError
from vtdesk.services.regelbestanden import kalender, termijnregels
from vtdesk.values.regelrij import Zekerheid
from vtdesk.values.termijnen.berekening import compute
from vtdesk.values.termijnen.feestdagenlijst import read_kalender
from vtdesk.values.termijnen.kalender import pasen
from vtdesk.values.termijnen.regel import Eenheid, Lengte, Spoor
from vtdesk.values.termijnen.regelboek import read_regels

FIELDS = {
    "id": '"X1"',
    "naam": '"Proef"',
    "begint_bij": '"begin van de proef"',
    "lengte": "5",
    "eenheid": '"dagen"',
    "spoor": '"wet"',
    "artikel": '"Proefwet art. 1"',
    "bron": '"bedacht"',
    "zekerheid": '"D"',
    "geldig_vanaf": "2015-01-01",
}
FEESTDAG = """
    [[feestdag]]
    naam = "{naam}"
    artikel = "Proefwet art. 1"
    bron = "bedacht"
    zekerheid = "D"
    {more}
"""


def rule(**changes: str) -> str:
    fields = {name: value for name, value in (FIELDS | changes).items() if value}
    return "[[regel]]\n" + "\n".join(f"{name} = {value}" for name, value in fields.items()) + "\n"


def feestdag(naam: str, more: str) -> str:
    return FEESTDAG.format(naam=naam, more=more)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"lengte": ""}, "'lengte' ontbreekt."),
        ({"lengte": "-5"}, "'lengte' moet een heel getal zijn, van 0 tot en met 36525."),
        ({"lengte": "inf"}, "'lengte' moet een heel getal zijn, van 0 tot en met 36525."),
        ({"lengte": "true"}, "'lengte' moet een heel getal zijn, van 0 tot en met 36525."),
        ({"lengte": "999999999"}, "'lengte' moet een heel getal zijn, van 0 tot en met 36525."),
        ({"lengte": "0"}, "een lengte van 0 vraagt om 'hoe', zoals \"onverwijld\"."),
        ({"lente": "5"}, "'lente' hoort hier niet. Controleer de spelling."),
        ({"naam": '" "'}, "'naam' moet tekst zijn."),
        ({"naam": "7"}, "'naam' moet tekst zijn."),
        (
            {"eenheid": '"kwartalen"'},
            "'eenheid' is 'kwartalen'. Kies uit: uren, dagen, werkdagen, weken, maanden, jaren.",
        ),
        ({"spoor": '"gewoonte"'}, "'spoor' is 'gewoonte'. Kies uit: wet, protocol."),
        ({"zekerheid": '"E"'}, "'zekerheid' is 'E'. Kies uit: A, B, C, D."),
        ({"geldig_vanaf": '"2015-01-01"'}, "'geldig_vanaf' moet een dag zijn, zoals 2026-05-12."),
        (
            {"geldig_vanaf": "2015-01-01T00:00:00"},
            "'geldig_vanaf' moet een dag zijn, zoals 2026-05-12.",
        ),
        ({"atw": '"ja"'}, "'atw' moet true of false zijn."),
        (
            {"atw": "true", "werking": "true"},
            "'atw' en 'werking' gaan niet samen: een verbod schuift nooit op.",
        ),
        (
            {"eenheid": '"uren"', "opschorten": "true"},
            "een termijn in uren kan niet worden opgeschort.",
        ),
        (
            {"eenheid": '"uren"', "verlengd_door": '"X1v"'},
            "verlengen gaat in dagen of langer, niet in uren.",
        ),
        ({"naast": '"X2"'}, "verwijst naar 'X2', en die regel is er niet."),
        ({"naast": '"X1"'}, "'X1' loopt op hetzelfde spoor."),
        ({"verlengd_door": '"X1"'}, "'X1' wordt zelf verlengd. Zo eindigt de termijn nooit."),
    ],
)
def test_a_broken_rule_is_named_with_its_reason(changes: dict[str, str], why: str) -> None:
    with pytest.raises(UserError) as refused:
        read_regels(rule(**changes) + rule(id='"X1v"'))

    assert str(refused.value) == f"termijnen.toml, regel X1: {why}"


@pytest.mark.parametrize("regel_id", ["T²", "T 3", "T" * 21, "T3\\n"])
def test_an_id_is_short_and_plain(regel_id: str) -> None:
    with pytest.raises(UserError, match="ten hoogste 20 letters, cijfers en streepjes"):
        read_regels(rule(id=f'"{regel_id}"'))


def test_an_id_with_other_capitals_is_refused_instead_of_being_without_effect() -> None:
    with pytest.raises(UserError, match="regel t2: deze regel heet al 'T2'"):
        termijnregels(rule(id='"t2"'))


def test_a_rule_without_an_id_is_named_by_its_place() -> None:
    with pytest.raises(UserError, match=r"^eigen termijnen\.toml, regel 2: 'id' ontbreekt\.$"):
        read_regels("", rule() + rule(id=""))


def test_a_rule_that_stands_there_twice_is_refused() -> None:
    with pytest.raises(UserError, match="regel X1: deze regel staat er twee keer"):
        read_regels(rule() + rule())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[regel]\n", "termijnen.toml is niet te lezen: regel 1 klopt niet."),
        ('naam = "', "termijnen.toml is niet te lezen: het einde klopt niet."),
        ("regel = 5", "termijnen.toml: schrijf elke regel onder [[regel]]."),
        ("[regels]", "termijnen.toml: 'regels' hoort hier niet. Controleer de spelling."),
        ("telling = 1", "termijnen.toml: 'telling' moet een tabel zijn."),
    ],
)
def test_a_file_that_is_no_rule_file_is_named_with_the_line(text: str, why: str) -> None:
    with pytest.raises(UserError) as refused:
        read_regels(text)

    assert str(refused.value) == why


def test_a_new_version_holds_for_terms_that_begin_from_its_day() -> None:
    newer = rule(id='"T2"', lengte="8", eenheid='"weken"', geldig_vanaf="2026-06-01")
    boek = termijnregels(newer)

    assert boek.regel("T2", date(2026, 5, 31)).lengte == Lengte(10, Eenheid.WEKEN)
    assert boek.regel("T2", date(2026, 6, 1)).lengte == Lengte(8, Eenheid.WEKEN)
    assert [regel.geldig_vanaf.year for regel in boek.versies("t2")] == [2015, 2026]
    assert termijnregels().regel("T2", date(2026, 6, 1)).lengte.aantal == 10


def test_the_same_version_in_the_own_file_takes_our_place() -> None:
    own = rule(id='"T18"', lengte="14", spoor='"protocol"', geldig_vanaf="2015-01-01")

    assert termijnregels(own).regel("T18", date(2026, 1, 1)).lengte == Lengte(14, Eenheid.DAGEN)


def test_an_extension_follows_the_version_of_its_time() -> None:
    longer = rule(id='"T3v"', lengte="3", eenheid='"weken"', geldig_vanaf="2026-01-01")
    renewed = rule(id='"T3"', lengte="4", verlengd_door='"T3v"', geldig_vanaf="2026-01-01")
    boek = termijnregels(longer + renewed)

    old, new = (boek.regel("T3", date(year, 3, 1)).verlenging for year in (2025, 2026))

    assert old is not None
    assert new is not None
    assert (str(old.lengte), str(new.lengte)) == ("2 weken", "3 weken")


def test_an_office_may_count_the_first_day() -> None:
    own = '[telling]\nstartdag_telt_mee = true\nzekerheid = "B"\n'
    regel = termijnregels(own).regel("T3", date(2026, 4, 2))

    uitkomst = compute(regel, date(2026, 4, 3), kalender=kalender())

    assert uitkomst.einde == date(2026, 4, 30)
    assert regel.zekerheid_startdag is Zekerheid.OFFICIEEL
    onverwijld = termijnregels(own).regel("T16", date(2026, 4, 2))
    assert compute(onverwijld, date(2026, 4, 3), kalender=kalender()).einde == date(2026, 4, 3)


def test_every_rule_of_ours_names_its_ground() -> None:
    for regel in termijnregels().op(date(2026, 5, 12)):
        assert regel.grond.artikel
        assert regel.grond.bron
        assert regel.atw or regel.werking or regel.geen_atw_want, regel.id
        assert not (regel.atw and regel.geen_atw_want), regel.id


def test_our_rules_hold_both_tracks_and_no_reference_into_nothing() -> None:
    boek = termijnregels()
    sporen = {regel.spoor for regel in boek.op(date(2026, 5, 12))}

    assert sporen == set(Spoor)
    assert boek.ids[:4] == ("T1", "T1s", "T2", "T2v")
    assert boek.op(date(2014, 1, 1)) == (  # the Wet tijdelijk huisverbod is older than the Wmo 2015
        boek.regel("T11", date(2026, 1, 1)),
        boek.regel("T11v", date(2026, 1, 1)),
    )


def test_an_unknown_rule_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UserError, match=r"geen termijnregel 'T99'\. Kies uit: T1, T1s, "):
        termijnregels().regel("T99", date(2026, 1, 1))


@pytest.mark.parametrize(
    ("day", "reden"),
    [
        (date(2026, 4, 3), "Goede Vrijdag"),
        (date(2026, 4, 6), "Tweede Paasdag"),
        (date(2026, 4, 27), "Koningsdag"),
        (date(2025, 4, 26), "Koningsdag"),  # 27 April 2025 is a Sunday
        (date(2025, 4, 27), "zondag"),
        (date(2012, 4, 27), ""),  # there was a queen then
        (date(2026, 5, 5), "5 mei"),
        (date(2027, 5, 5), "5 mei"),
        (date(2026, 5, 14), "Hemelvaartsdag"),
        (date(2026, 5, 25), "Tweede Pinksterdag"),
        (date(2026, 12, 26), "Tweede Kerstdag"),  # a Saturday as well
        (date(2016, 5, 5), "5 mei en Hemelvaartsdag"),
        (date(2026, 5, 16), "zaterdag"),
        (date(2026, 5, 15), ""),
    ],
)
def test_a_free_day_is_free_for_a_reason(day: date, reden: str) -> None:
    assert kalender().vrij(day) == reden


def test_easter_falls_where_the_church_puts_it() -> None:
    known = ((1954, 4, 18), (1981, 4, 19), (2000, 4, 23), (2008, 3, 23), (2038, 4, 25))

    assert [pasen(year) for year, _, _ in known] == [date(*day) for day in known]
    assert all(pasen(year).weekday() == 6 for year in range(1900, 2300))


def test_an_office_may_work_on_goede_vrijdag_while_the_law_rests() -> None:
    works = kalender(feestdag("Goede Vrijdag", "pasen = -2\nwerkdag = true"))
    boek = termijnregels()

    t1, t1s = (
        compute(boek.regel(regel_id, date(2026, 4, 2)), date(2026, 4, 2), kalender=works).einde
        for regel_id in ("T1", "T1s")
    )

    assert (t1, t1s) == (date(2026, 4, 10), date(2026, 4, 8))


def test_a_day_that_is_named_by_decree_moves_the_end_once_it_is_switched_on() -> None:
    decree = kalender(feestdag("vrijdag 15 mei 2026", "datum = 2026-05-15"))
    regel = termijnregels().regel("T3", date(2026, 4, 16))

    uitkomst = compute(regel, date(2026, 4, 16), kalender=decree)

    assert uitkomst.einde == date(2026, 5, 18)
    assert uitkomst.twijfel is None
    assert [skipped.reden for skipped in uitkomst.overgeslagen] == [
        "Hemelvaartsdag", "vrijdag 15 mei 2026", "zaterdag", "zondag",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ("", "geef één van deze drie: 'dag', 'pasen' of 'datum'."),
        ('dag = "01-01"\npasen = 1', "geef één van deze drie: 'dag', 'pasen' of 'datum'."),
        ('dag = "31-02"', "'dag' moet een dag en maand zijn, zoals \"27-04\"."),
        ('dag = "29-02"', "'dag' moet een dag en maand zijn, zoals \"27-04\"."),
        ('dag = "Pasen"', "'dag' moet een dag en maand zijn, zoals \"27-04\"."),
        ("pasen = 400", "'pasen' moet een heel getal zijn, van -100 tot en met 250."),
        ('dag = "01-01"\nkleur = "rood"', "'kleur' hoort hier niet. Controleer de spelling."),
    ],
)
def test_a_broken_feestdag_is_named_with_its_reason(more: str, why: str) -> None:
    with pytest.raises(UserError) as refused:
        kalender(feestdag("Proefdag", more))

    assert str(refused.value) == f"eigen feestdagen.toml, feestdag Proefdag: {why}"


def test_a_calendar_without_ordinary_days_is_refused_and_no_term_runs_forever() -> None:
    every_day = "".join(feestdag(f"dag {n}", f"pasen = {n}") for n in range(-90, 200))
    free = read_kalender(every_day)
    boek = termijnregels()

    for regel_id in ("T1", "T3"):
        with pytest.raises(UserError, match=r"is er geen gewone dag\. Controleer de feestdagen"):
            compute(boek.regel(regel_id, date(2026, 4, 2)), date(2026, 4, 2), kalender=free)


def test_the_feestdagen_of_a_year_are_listed_in_order() -> None:
    year = kalender().in_year(2026)

    assert [day for day, _ in year] == sorted(day for day, _ in year)
    assert [one.naam for _, one in year if not one.telt] == [
        "vrijdag 2 januari 2026", "vrijdag 15 mei 2026",
    ]  # fmt: skip
