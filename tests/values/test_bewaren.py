"""Keeping, seeing, correcting and destroying: ages to the day, and dates without guessing."""

from datetime import date

import pytest

from vtdesk.errors import UserError
from vtdesk.services.regelbestanden import bewaarregels, termijnregels
from vtdesk.values.bewaren.bewaarregel import Basis, Bewaardatum, bewaar_tot, verjaardag
from vtdesk.values.bewaren.recht import Antwoord, aanspraak
from vtdesk.values.regelrij import Zekerheid

OP = date(2026, 5, 12)
NEE, JA, TENZIJ = Antwoord.NEE, Antwoord.JA, Antwoord.TENZIJ
LEEFTIJD = """
    [[inzage]]
    van = {van}
    tot = {tot}
    bekwaam = "maakt_niet_uit"
    zelf = "ja"
    vertegenwoordiger = "nee"
    artikel = "Proefwet art. 1"
    bron = "bedacht"
    zekerheid = "D"
"""
BEWAARREGEL = """
    [[bewaarregel]]
    id = "{id}"
    naam = "Proef"
    artikel = "Proefwet art. 1"
    bron = "bedacht"
    zekerheid = "D"
    geldig_vanaf = 2015-01-01
    {more}
"""


def until(regel_id: str, kind: date | None = None, **dagen: date) -> Bewaardatum:
    regel = bewaarregels().bewaarregel(regel_id, OP)
    return bewaar_tot(regel, {Basis(k): day for k, day in dagen.items()}, jongste_kind=kind)


@pytest.mark.parametrize(
    ("geboren", "bekwaam", "zelf", "vertegenwoordiger"),
    [
        (date(2014, 5, 13), True, NEE, TENZIJ),  # eleven, until tomorrow
        (date(2014, 5, 12), True, JA, TENZIJ),  # twelve today
        (date(2014, 5, 12), False, NEE, TENZIJ),
        (date(2010, 5, 13), True, JA, TENZIJ),  # fifteen
        (date(2010, 5, 13), False, NEE, TENZIJ),
        (date(2010, 5, 12), True, JA, NEE),  # sixteen today
        (date(2010, 5, 12), False, NEE, TENZIJ),
        (date(1987, 1, 1), True, JA, NEE),
        (date(2026, 5, 12), True, NEE, TENZIJ),  # born today
    ],
)
def test_who_may_see_the_file_follows_age_and_judgement(
    geboren: date, bekwaam: bool, zelf: Antwoord, vertegenwoordiger: Antwoord
) -> None:
    found = aanspraak(bewaarregels().inzage, geboren, OP, bekwaam=bekwaam)

    assert (found.zelf, found.vertegenwoordiger) == (zelf, vertegenwoordiger)
    assert found.regel.artikel == "Wmo 2015 art. 5.3.2"


def test_a_child_of_fifteen_and_the_father_of_a_child_of_twelve_are_answered() -> None:
    fifteen = aanspraak(bewaarregels().inzage, date(2011, 2, 1), OP)
    twelve = aanspraak(bewaarregels().inzage, date(2014, 2, 1), OP)

    assert fifteen.waarom[0] == "De persoon is 15 jaar en kan het eigen belang beoordelen."
    assert twelve.waarom[1] == (
        "Zelf: ja. Wettelijk vertegenwoordiger: ja, tenzij het belang van het kind zich verzet."
    )


@pytest.mark.parametrize(
    ("geboren", "bekwaam", "zelf", "vertegenwoordiger"),
    [
        (date(2014, 5, 13), True, NEE, JA),
        (date(2014, 5, 12), True, JA, NEE),
        (date(2010, 5, 12), False, NEE, JA),
    ],
)
def test_who_may_ask_for_destruction(
    geboren: date, bekwaam: bool, zelf: Antwoord, vertegenwoordiger: Antwoord
) -> None:
    found = aanspraak(bewaarregels().vernietiging, geboren, OP, bekwaam=bekwaam)

    assert (found.zelf, found.vertegenwoordiger) == (zelf, vertegenwoordiger)


def test_a_birth_after_the_request_is_refused() -> None:
    with pytest.raises(UserError, match="ligt na de dag van het verzoek"):
        aanspraak(bewaarregels().inzage, date(2026, 5, 13), OP)
    with pytest.raises(UserError, match="geen regel voor iemand van 226 jaar"):
        aanspraak(bewaarregels().inzage, date(1800, 1, 1), OP)


def test_every_right_has_its_term_and_grounds() -> None:
    boek = bewaarregels()

    assert [(recht.id, recht.termijn) for recht in boek.rechten] == [
        ("inzage", "T8"), ("correctie", ""), ("vernietiging", "T9"),
    ]  # fmt: skip
    for recht in boek.rechten:
        assert not recht.termijn or termijnregels().regel(recht.termijn, OP)
    assert boek.recht("vernietiging").schriftelijk
    assert boek.recht("inzage").grond("privacy_ander").artikel == "Wmo 2015 art. 5.3.2 lid 4"
    with pytest.raises(UserError, match="geen grond om vernietiging te weigeren"):
        boek.recht("vernietiging").grond("geen_zin")
    with pytest.raises(UserError, match="geen recht 'gratie'"):
        boek.recht("gratie")


def test_a_file_stays_twenty_years_after_the_youngest_child_came_of_age() -> None:
    pip, job = date(2016, 9, 1), date(2019, 7, 3)

    found = until("dossier", max(pip, job), afsluiting=date(2026, 8, 1))

    assert found.tot == date(2057, 7, 3)
    assert found.basis is Basis.JONGSTE_KIND_18
    assert found.waarom[0] == (
        "Dossier van het gezin: 20 jaar vanaf de 18e verjaardag van het jongste kind "
        "op vrijdag 3 juli 2037."
    )


def test_a_file_without_children_stays_twenty_years_after_closing() -> None:
    assert until("dossier", afsluiting=date(2026, 8, 1)).tot == date(2046, 8, 1)


def test_the_law_as_it_was_read_stands_beside_it() -> None:
    from_receipt = until("dossier_wmo_2019", date(2016, 9, 1), ontvangst=date(2026, 4, 2))
    newborn = until("dossier_wmo_2019", date(2026, 4, 1), ontvangst=date(2026, 4, 2))

    assert from_receipt.tot == date(2041, 4, 2)
    assert newborn.tot == date(2044, 4, 1)
    assert newborn.waarom[2].startswith("Het blijft in elk geval tot de 18e verjaardag")


def test_a_rule_of_keeping_shows_that_its_sources_disagree() -> None:
    regel = bewaarregels().bewaarregel("dossier", OP)

    assert [bron.zekerheid for bron in regel.bronnen] == [
        Zekerheid.WETTEKST, Zekerheid.OFFICIEEL, Zekerheid.PERS, Zekerheid.EIGEN_KENNIS,
    ]  # fmt: skip


def test_the_copy_on_the_laptop_goes_four_weeks_after_the_last_of_two_events() -> None:
    placed, monitored = date(2026, 6, 1), date(2026, 5, 12)

    both = until("werkkopie", geplaatst=placed, laatste_monitoring=monitored)
    one = until("werkkopie", geplaatst=placed)

    assert both.tot == date(2026, 6, 29)
    assert (one.tot, one.mag_weg(date(2099, 1, 1))) == (None, False)
    assert one.waarom[0].endswith("Hiervan is de dag niet bekend: de laatste monitoring.")


def test_a_length_that_nobody_knows_is_not_made_up() -> None:
    found = until("advies", afsluiting=date(2026, 5, 12))

    assert found.tot is None
    assert found.vernietigen_vanaf is None
    assert found.waarom[0].endswith("hoe lang dit blijft, is niet bekend. Vul de lengte in.")


def test_nothing_goes_before_the_day_after_its_last() -> None:
    found = until("dossier", afsluiting=date(2006, 5, 12))

    assert not found.mag_weg(date(2026, 5, 12))
    assert found.mag_weg(date(2026, 5, 13))
    assert found.vernietigen_vanaf == date(2026, 5, 13)


def test_a_child_of_29_february_is_a_year_older_on_1_march() -> None:
    assert verjaardag(date(2008, 2, 29), 18) == date(2026, 3, 1)
    assert verjaardag(date(2008, 2, 28), 18) == date(2026, 2, 28)


def test_an_office_may_fill_in_its_own_length() -> None:
    own = BEWAARREGEL.format(
        id="advies", more='lengte = 2\neenheid = "jaren"\nvanaf = ["afsluiting"]'
    )
    boek = bewaarregels(own.replace("2015-01-01", "2026-01-01"))

    assert str(boek.bewaarregel("advies", OP).lengte) == "2 jaar"
    assert boek.bewaarregel("advies", date(2025, 12, 31)).lengte is None


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ("", "'vanaf' noemt geen gebeurtenis. Zo eindigt het bewaren nooit."),
        ('vanaf = ["ooit"]', "'vanaf' is 'ooit'. Kies uit: ontvangst, afsluiting, "),
        ("vanaf = 5", "'vanaf' moet een lijst met teksten zijn."),
        (
            'vanaf = ["afsluiting"]\nlengte = 5\neenheid = "uren"',
            "bewaren telt in weken, maanden of jaren.",
        ),
        (
            'vanaf = ["afsluiting"]\nlengte = -1\neenheid = "jaren"',
            "'lengte' moet een heel getal zijn, van 1 tot en met 100.",
        ),
    ],
)
def test_a_broken_rule_of_keeping_is_named_with_its_reason(more: str, why: str) -> None:
    with pytest.raises(UserError) as refused:
        bewaarregels(BEWAARREGEL.format(id="proef", more=more))

    assert str(refused.value).startswith(f"eigen bewaren.toml, bewaarregel proef: {why}")


@pytest.mark.parametrize(
    ("tabel", "why"),
    [
        (LEEFTIJD.format(van=0, tot=12), "[[inzage]] heeft 0 regels voor 12 jaar, niet 1."),
        (
            LEEFTIJD.format(van=0, tot=150) + LEEFTIJD.format(van=12, tot=16),
            "[[inzage]] heeft 2 regels voor 12 jaar, niet 1.",
        ),
    ],
)
def test_a_table_of_ages_leaves_no_age_out_and_names_none_twice(tabel: str, why: str) -> None:
    with pytest.raises(UserError) as refused:
        bewaarregels(tabel)

    assert str(refused.value) == f"eigen bewaren.toml: {why}"


def test_an_office_may_write_its_own_table_of_ages() -> None:
    boek = bewaarregels(LEEFTIJD.format(van=0, tot=150))

    assert aanspraak(boek.inzage, date(2020, 1, 1), OP).zelf is JA
    assert boek.vernietiging == bewaarregels().vernietiging


def test_an_unknown_rule_of_keeping_is_refused() -> None:
    with pytest.raises(UserError, match="geen bewaarregel 'eeuwig'"):
        bewaarregels().bewaarregel("eeuwig", OP)
