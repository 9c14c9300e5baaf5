"""Callbacks: who waits, whom a number belongs to, and what calling back comes to."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.builders import TODAY, SlowClock, add_casus, add_persoon, at, reach
from vtdesk.errors import UserError
from vtdesk.services.bellen.daad import EEN_ZIN
from vtdesk.services.bellen.match import TWEE_MENSEN
from vtdesk.services.bellen.service import CHANGED, BelAntwoorden, Bellen
from vtdesk.services.crisis import BeoordelingGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.tijdlijn.rows import TijdlijnKeuze
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.services.zicht import OverdrachtGegevens
from vtdesk.values.casuskinds import GebeurtenisSoort, Kleur
from vtdesk.values.dagkinds import BelSpoed, BelUitkomst, Herkenning
from vtdesk.values.kinds import AfgeschermdSoort, Kind, Letter, Rol
from vtdesk.values.tekst import Bron
from vtdesk.values.telefoonnummer import TE_KORT

LOES, SANNE = "06-0000 0417", "06-0000 0411"


@pytest.fixture
def family(desk: Desk) -> Desk:
    """Give a casus with Sanne, her children, and Loes whose address is secret."""
    casus = add_casus(desk, nummer="VT-DEMO-0158", naam="Wolkenveld / Kaneelboom")
    add_persoon(
        desk, casus, Rol.KIND, voornaam="Fenna", achternaam="Wolkenveld",
        geboortedatum=date(2019, 2, 18),
    )  # fmt: skip
    add_persoon(desk, casus, Rol.MOEDER, voornaam="Sanne", achternaam="Wolkenveld", telefoon=SANNE)
    loes = add_persoon(
        desk, casus, Rol.FAMILIE, voornaam="Loes", achternaam="Wolkenveld", telefoon=LOES,
        adres="Schelpenhof 9",
    )  # fmt: skip
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Schelpenhof 9")
    return desk


def who(desk: Desk, naam: str) -> tuple[UUID, UUID]:
    [casus] = desk.casussen.all()
    [row] = [one for one in desk.personen.in_casus(casus.id) if one.voornaam == naam]
    return row.id, casus.id


# who waits


def test_a_line_becomes_a_call_in_its_group(desk: Desk) -> None:
    desk.bellen.add("onbekend 4x voicemail moeder paniek")
    desk.bellen.add("juf Tess, De Kompasroos om 18:30 over Pip")
    desk.bellen.add("huisarts geen haast")

    groups = desk.bellen.groups()

    assert [(row.wie, row.keren, row.voicemail) for row in groups.nu] == [("moeder", 4, True)]
    assert [(row.wie, row.over, row.bellen_om) for row in groups.vandaag] == [
        ("juf Tess, De Kompasroos", "over Pip", at(18, 30))
    ]
    assert [row.wie for row in groups.kan_wachten] == ["huisarts"]
    assert (groups.wacht, groups.klaar) == ((), ())
    assert desk.bellen.open_count() == 3


def test_danger_to_a_child_comes_first_then_the_clock_then_who_waits_longest(
    family: Desk, clock: SlowClock
) -> None:
    bellen = family.bellen
    for line in ("oma", "school 17:55", "tante", f"{SANNE} vandaag"):
        bellen.add(line)
        clock.pass_time(minutes=1)
    [casus] = family.casussen.all()
    family.crisis.rate(
        casus.id, BeoordelingGegevens("Veilig Thuis", at(9), Kleur.ROOD, "deur ingetrapt")
    )

    assert [row.wie for row in bellen.groups().vandaag] == [
        "Sanne Wolkenveld", "school", "oma", "tante"
    ]  # fmt: skip


def test_an_empty_line_and_half_a_number_are_refused_and_nothing_is_noted(desk: Desk) -> None:
    with pytest.raises(UserError, match="wie er belde"):
        desk.bellen.add("  ")
    with pytest.raises(UserError) as refused:
        desk.bellen.add("06-0000 041 moeder")

    assert str(refused.value) == TE_KORT
    assert desk.bellen.open_count() == 0
    desk.bellen.add("06-0000 041 moeder onbekend")
    assert desk.bellen.open_count() == 1


def test_a_number_that_already_waits_counts_on_and_that_can_be_undone(
    desk: Desk, clock: SlowClock
) -> None:
    first = desk.bellen.note("0600000417 2x 11:03")
    again = desk.bellen.note("+31 6 00000417 2x 11:21 voicemail paniek")

    [row] = desk.bellen.groups().nu
    assert (again.id, again.keren) == (first.id, 4)
    assert (row.keren, row.voicemail, row.laatst_op) == (4, True, at(11, 21))

    desk.bellen.undo(again)
    [row] = desk.bellen.groups().vandaag
    assert (row.keren, row.voicemail, row.spoed) == (2, False, BelSpoed.VANDAAG)


def test_a_call_that_was_just_noted_can_be_undone(desk: Desk) -> None:
    terug = desk.bellen.note("oma")
    desk.bellen.undo(terug)

    assert desk.bellen.open_count() == 0


def test_undo_is_refused_when_something_else_happened_since(desk: Desk) -> None:
    terug = desk.bellen.note(LOES)
    desk.bellen.note(LOES)

    with pytest.raises(UserError, match=CHANGED):
        desk.bellen.undo(terug)


@pytest.mark.parametrize("regel", ["O'Neill <b> " + LOES, "محمد بن علي " + LOES, "x " * 5000])
def test_odd_and_long_lines_are_kept_whole(desk: Desk, regel: str) -> None:
    made = desk.bellen.add(regel)

    assert desk.bellen.detail(made).regel == regel.strip()


def test_waiting_on_another_leaves_the_list_and_comes_back(desk: Desk) -> None:
    made = desk.bellen.add("Dr. Proef, huisarts, brief")
    desk.bellen.wait(made, "Dr. Proef belt zelf terug", date(2026, 5, 13))

    groups = desk.bellen.groups()
    assert [row.wacht_op for row in groups.wacht] == ["Dr. Proef belt zelf terug"]
    assert desk.bellen.open_count() == 0

    desk.bellen.undo(desk.bellen.back(made))
    assert len(desk.bellen.groups().wacht) == 1
    desk.bellen.back(made)
    assert desk.bellen.open_count() == 1


def test_what_is_done_stands_there_until_the_day_is_over(desk: Desk, clock: SlowClock) -> None:
    made = desk.bellen.add("backoffice")
    desk.bellen.finish(made)
    assert [row.id for row in desk.bellen.groups().klaar] == [made]

    clock.pass_time(days=1)
    assert desk.bellen.groups().klaar == ()


# whose number it is


@pytest.mark.parametrize("written", ["06-0000 0417", "+31600000417", "0031 6 00000417"])
def test_a_number_is_matched_in_any_notation_and_no_address_is_told(
    family: Desk, written: str
) -> None:
    [match] = family.bellen.match(written)

    assert (match.naam, match.casus_nummer, match.rol) == (
        "Loes Wolkenveld", "VT-DEMO-0158", Rol.FAMILIE
    )  # fmt: skip
    assert match.geheim_adres
    assert "Schelpenhof" not in repr(match)


def test_a_shielded_number_matches_too(family: Desk) -> None:
    loes, _ = who(family, "Loes")
    family.personen.shield(loes, AfgeschermdSoort.TELEFOON, "06 0000 0488")

    assert [one.naam for one in family.bellen.match("0600000488")] == ["Loes Wolkenveld"]


def test_the_match_follows_every_change(family: Desk) -> None:
    assert len(family.bellen.match(LOES)) == 1
    loes, _ = who(family, "Loes")
    seen = family.personen.detail(loes)
    changed = type(seen.gegevens)(voornaam="Loes", achternaam="Wolkenveld", telefoon="0600000490")
    family.personen.change(seen.id, seen.version, changed, contact=seen.contact)

    assert family.bellen.match(LOES) == []
    assert len(family.bellen.match("06 0000 0490 ")) == 1


def test_two_numbers_in_one_field_are_both_known(desk: Desk) -> None:
    desk.organisaties.add("De Kompasroos", telefoon="(010) 000 00 41 of 06-0000 0499")

    assert [one.naam for one in desk.bellen.match("010-0000041")] == ["De Kompasroos"]
    assert [one.naam for one in desk.bellen.match("0600000499")] == ["De Kompasroos"]


def test_who_only_made_a_melding_is_never_matched(desk: Desk) -> None:
    casus = add_casus(desk)
    add_persoon(desk, casus, Rol.MELDER, voornaam="Buur", achternaam="Vrouw", telefoon=LOES)

    assert desk.bellen.match(LOES) == []
    assert desk.bellen.understood("vrouw belde").wie == ""


def test_two_people_with_one_number_are_asked_about(family: Desk) -> None:
    [casus] = family.casussen.all()
    add_persoon(family, casus.id, Rol.NETWERK, voornaam="Bram", achternaam="Meer", telefoon=LOES)

    detail = family.bellen.detail(family.bellen.add(LOES))

    assert detail.vraag == TWEE_MENSEN
    assert [one.naam for one in detail.matches] == ["Bram Meer", "Loes Wolkenveld"]
    assert detail.gekozen is None

    loes, where = who(family, "Loes")
    terug = family.bellen.confirm(detail.row.id, loes, where)
    chosen = family.bellen.detail(detail.row.id)
    assert chosen.gekozen is not None
    assert (chosen.gekozen.naam, chosen.herkenning, chosen.vraag) == (
        "Loes Wolkenveld", Herkenning.KLOPT, ""
    )  # fmt: skip
    family.bellen.undo(terug)
    assert family.bellen.detail(detail.row.id).vraag == TWEE_MENSEN


def test_somebody_else_with_this_number_has_no_casus_of_its_owner(family: Desk) -> None:
    made = family.bellen.add(LOES)
    assert family.bellen.detail(made).casus is not None

    terug = family.bellen.someone_else(made, "een collega")

    detail = family.bellen.detail(made)
    assert (detail.row.wie, detail.casus, detail.matches) == ("een collega", None, ())
    family.bellen.undo(terug)
    assert family.bellen.detail(made).row.wie == "Loes Wolkenveld"


def test_only_people_of_a_casus_can_be_confirmed_in_it(family: Desk) -> None:
    other = add_casus(family, nummer="VT-DEMO-0999", naam="Anders")
    loes = family.bellen.match(LOES)[0].persoon_id
    made = family.bellen.add(LOES)

    with pytest.raises(UserError, match="hoort niet bij de casus"):
        family.bellen.confirm(made, loes, other)


# the call


def test_a_call_shows_the_casus_and_how_to_speak_safely_but_no_address(family: Desk) -> None:
    loes, casus = who(family, "Loes")
    reach(family, loes, wanneer="de hele dag", voicemail=True, nooit_zeggen="Schelpenhof 9")
    family.crisis.rate(casus, BeoordelingGegevens("CIT", at(9), Kleur.ROOD, "sleutel"))

    detail = family.bellen.detail(family.bellen.add(LOES))

    assert detail.casus is not None
    assert detail.casus.kinderen == "Fenna (7)"
    assert detail.casus.zicht.startswith("Veilig Thuis, sinds")
    assert [(one.organisatie, one.kleur) for one in detail.casus.crisis] == [("CIT", Kleur.ROOD)]
    assert detail.personen[0].geheim_adres
    assert detail.personen[0].contact.wanneer == "de hele dag"
    assert "Schelpenhof" not in repr(detail)


def test_nothing_that_is_shielded_of_anybody_in_the_casus_stands_around_a_call(
    family: Desk, clock: SlowClock
) -> None:
    fenna, casus = who(family, "Fenna")
    loes, _ = who(family, "Loes")
    family.personen.shield(fenna, AfgeschermdSoort.SCHOOL, "De Kompasroos")
    reach(
        family, loes, wanneer="als ze bij De Kompasroos staat", codewoord="kompasroos",
        nooit_zeggen="haar straat, de school van nu of het zwembad, dus niet De Kompasroos",
    )  # fmt: skip
    school = family.organisaties.add("De Kompasroos", telefoon="010-000 0041")
    family.organisaties.involve(casus, school)
    offered = family.zicht.offer(casus, OverdrachtGegevens("IB-er De Kompasroos"))
    clock.pass_time(minutes=5)
    family.zicht.accept(offered, "De Kompasroos")
    clock.pass_time(minutes=5)
    about = BeoordelingGegevens("De Kompasroos", clock(), Kleur.ROOD, "grond")
    family.crisis.rate(casus, about)
    made = family.bellen.add(f"De Kompasroos {LOES} over kompasroos")
    family.bellen.attempt(made, BelUitkomst.GEEN_GEHOOR, "kompasroos is dicht")
    calls = [family.bellen.detail(one) for one in (made, family.bellen.add("010-0000041 juf"))]

    for detail in calls:
        shown = replace(detail, regel="")  # what she typed herself stays hers
        assert "kompasroos" not in repr(shown).lower()
    said = calls[0].personen[0].contact.nooit_zeggen
    assert said == "haar straat, de school van nu of het zwembad, dus niet [afgeschermd]"


def test_what_is_typed_during_the_call_is_kept_without_a_line_in_the_logboek(
    family: Desk,
) -> None:
    made = family.bellen.add(LOES)
    [casus] = family.casussen.all()
    before = family.logboek.count(casus.id)
    typed = BelAntwoorden("Ja, alleen", "Deur op slot", "", "", "Bel me")

    family.bellen.keep(made, typed)

    assert family.bellen.detail(made).antwoorden == typed
    assert family.logboek.count(casus.id) == before


def test_who_was_spoken_has_a_contactmoment_in_the_tijdlijn_until_that_is_undone(
    family: Desk,
) -> None:
    made = family.bellen.add(LOES)
    loes, casus = who(family, "Loes")
    family.bellen.keep(made, BelAntwoorden("Ja", "Deur op slot", "Fenna bij mij"))

    terug = family.bellen.attempt(made, BelUitkomst.GESPROKEN, "Loes denkt dat zij de auto zag.")

    [moment] = family.gebeurtenissen.of_casus(casus)
    assert moment.gegevens.soort is GebeurtenisSoort.CONTACT
    assert moment.gegevens.titel == "Loes denkt dat zij de auto zag."
    assert moment.gegevens.personen == (loes,)
    assert "Nu veilig: Deur op slot" in moment.gegevens.toelichting
    lijn = family.tijdlijn.of_casus(casus, TijdlijnKeuze())
    assert any(row.titel == "Loes denkt dat zij de auto zag." for row in lijn)
    assert [row.uitkomst for row in family.bellen.groups().klaar] == [moment.gegevens.titel]

    family.bellen.undo(terug)
    assert family.gebeurtenissen.of_casus(casus) == []
    assert family.bellen.open_count() == 1
    assert family.bellen.detail(made).antwoorden.nu_veilig == "Deur op slot"


def test_spoken_takes_one_sentence(family: Desk) -> None:
    made = family.bellen.add(LOES)

    with pytest.raises(UserError, match=EEN_ZIN):
        family.bellen.attempt(made, BelUitkomst.GESPROKEN, " ")

    assert family.bellen.detail(made).log[-1].uitkomst is None


def test_the_next_talk_shows_the_talks_before(family: Desk, clock: SlowClock) -> None:
    family.bellen.attempt(family.bellen.add(LOES), BelUitkomst.GESPROKEN, "Fenna slaapt goed.")
    clock.pass_time(days=1)

    detail = family.bellen.detail(family.bellen.add(LOES))

    assert [(one.op, one.regel) for one in detail.eerder] == [(TODAY, "Fenna slaapt goed.")]


@pytest.mark.parametrize(
    ("contact", "words", "sentence"),
    [
        (
            {"voicemail_vanaf": date(2026, 5, 14), "codewoord": "bibliotheekboek"},
            "Bij Sanne geen voicemail vóór 14 mei.",
            "Sanne wil geen voicemail vóór 14 mei. Bel later of gebruik het codewoord.",
        ),
        (
            {"voicemail": False},
            "Bij Sanne geen voicemail.",
            "Sanne wil geen voicemail. Bel later.",
        ),
    ],
)
def test_words_on_the_voicemail_are_refused_where_that_is_unsafe(
    family: Desk, contact: dict[str, Any], words: str, sentence: str
) -> None:
    sanne, _ = who(family, "Sanne")
    reach(family, sanne, **contact)
    made = family.bellen.add(SANNE)

    assert family.bellen.detail(made).voicemail_dicht == words
    with pytest.raises(UserError) as refused:
        family.bellen.attempt(made, BelUitkomst.INGESPROKEN)
    assert str(refused.value) == sentence


def test_whose_voicemail_it_is_does_not_change_with_who_called(family: Desk) -> None:
    sanne, casus = who(family, "Sanne")
    reach(family, sanne, voicemail=False)
    bram = add_persoon(
        family, casus, Rol.NETWERK, voornaam="Bram", achternaam="Meer", telefoon=SANNE
    )
    made = family.bellen.add(SANNE)

    for deed in (
        lambda: family.bellen.confirm(made, bram, casus),
        lambda: family.bellen.someone_else(made, "een collega"),
    ):
        deed()
        assert family.bellen.detail(made).voicemail_dicht == "Bij Sanne geen voicemail."
        with pytest.raises(UserError, match="Sanne wil geen voicemail"):
            family.bellen.attempt(made, BelUitkomst.INGESPROKEN)


def test_voicemail_is_open_from_its_date_on(family: Desk, clock: SlowClock) -> None:
    sanne, _ = who(family, "Sanne")
    reach(family, sanne, voicemail=False, voicemail_vanaf=date(2026, 5, 14))
    made = family.bellen.add(SANNE)
    clock.pass_time(days=2)

    family.bellen.attempt(made, BelUitkomst.INGESPROKEN)

    assert family.bellen.open_count() == 1


def test_while_two_people_may_be_meant_the_strictest_voicemail_counts(family: Desk) -> None:
    sanne, casus = who(family, "Sanne")
    reach(family, sanne, voicemail=False)
    add_persoon(family, casus, Rol.NETWERK, voornaam="Bram", achternaam="Meer", telefoon=SANNE)
    made = family.bellen.add(SANNE)

    with pytest.raises(UserError, match="Sanne wil geen voicemail"):
        family.bellen.attempt(made, BelUitkomst.INGESPROKEN)


def test_a_third_failed_attempt_offers_another_way(family: Desk, clock: SlowClock) -> None:
    made = family.bellen.add(LOES)
    for _ in range(3):
        assert not family.bellen.detail(made).bied_andere_weg
        family.bellen.attempt(made, BelUitkomst.GEEN_GEHOOR)
        clock.pass_time(minutes=10)

    assert family.bellen.detail(made).bied_andere_weg
    family.bellen.other_way(made, "brief via de wijkagent")
    detail = family.bellen.detail(made)
    assert (detail.bied_andere_weg, detail.andere_weg) == (False, "brief via de wijkagent")


def test_a_wrong_number_keeps_who_waits_and_closes_what_was_nobody(
    family: Desk, clock: SlowClock
) -> None:
    known, nobody = family.bellen.add(LOES), family.bellen.add("06-0000 0499")

    family.bellen.attempt(known, BelUitkomst.VERKEERD_NUMMER)
    family.bellen.attempt(nobody, BelUitkomst.VERKEERD_NUMMER)

    groups = family.bellen.groups()
    assert [(row.wie, row.nummer) for row in groups.open] == [("Loes Wolkenveld", "")]
    assert [row.id for row in groups.klaar] == [nobody]
    family.bellen.set_nummer(known, "0600000477")
    assert family.bellen.detail(known).row.nummer == "+31600000477"


def test_another_number_is_matched_anew_and_that_can_be_undone(family: Desk) -> None:
    other = add_casus(family, nummer="VT-DEMO-0999", naam="Anders")
    bert = add_persoon(
        family, other, Rol.MOEDER, voornaam="Bert", achternaam="Meer", telefoon="0600000455"
    )
    made = family.bellen.add(LOES)
    casus = family.bellen.detail(made).row.casus_id

    nobody = family.bellen.set_nummer(made, "0600000477")
    detail = family.bellen.detail(made)
    assert (detail.gekozen, detail.casus, detail.herkenning) == (None, None, Herkenning.GEEN)

    family.bellen.undo(nobody)
    assert family.bellen.detail(made).row.casus_id == casus
    family.bellen.set_nummer(made, "0600000455")
    family.bellen.attempt(made, BelUitkomst.GESPROKEN, "Bert over kaneelbroodjes.")
    found = family.zoeken.zoek("kaneelbroodjes").vondsten
    assert {(one.kind, one.casus) for one in found} == {
        (Kind.TERUGBELVERZOEK, "Anders"), (Kind.GEBEURTENIS, "Anders")
    }  # fmt: skip
    [moment] = family.gebeurtenissen.of_casus(other)
    assert moment.gegevens.personen == (bert,)


def test_who_she_confirmed_is_asked_about_again_with_a_number_that_is_nobodys(
    family: Desk,
) -> None:
    made = family.bellen.add(LOES)
    family.bellen.confirm(made, *who(family, "Loes"))

    family.bellen.set_nummer(made, "0600000477")

    detail = family.bellen.detail(made)
    assert detail.gekozen is not None
    assert (detail.gekozen.naam, detail.herkenning) == ("Loes Wolkenveld", Herkenning.GEEN)


def test_a_call_and_its_contactmoment_stand_in_one_casus_whoever_got_the_number_since(
    family: Desk,
) -> None:
    made = family.bellen.add("06-0000 0455")
    other = add_casus(family, nummer="VT-DEMO-0999", naam="Anders")
    add_persoon(family, other, Rol.MOEDER, voornaam="Bert", telefoon="0600000455")

    terug = family.bellen.attempt(made, BelUitkomst.GESPROKEN, "Over kaneelbroodjes.")

    found = family.zoeken.zoek("kaneelbroodjes").vondsten
    assert {one.casus for one in found} == {"Anders"}
    assert len(found) == 2
    family.bellen.undo(terug)
    assert family.zoeken.zoek("kaneelbroodjes").vondsten == ()


def test_the_log_shows_each_missed_call_and_each_attempt(family: Desk, clock: SlowClock) -> None:
    made = family.bellen.add(f"{LOES} 4x 10:52 11:03 11:15 11:21 voicemail")
    family.bellen.attempt(made, BelUitkomst.GEEN_GEHOOR)

    log = family.bellen.detail(made).log

    assert [row.moment for row in log[:4]] == [at(10, 52), at(11, 3), at(11, 15), at(11, 21)]
    assert [row.voicemail for row in log[:4]] == [False, False, False, True]
    assert (log[4].moment, log[4].uitkomst) == (at(17, 22), BelUitkomst.GEEN_GEHOOR)


def test_a_call_is_found_where_it_has_a_casus(family: Desk) -> None:
    family.bellen.add(f"{LOES} over blauwe auto")
    family.bellen.add("onbekend over blauwe fiets")

    found = family.zoeken.zoek("blauwe").vondsten

    assert [(one.kind, one.casus) for one in found] == [
        (Kind.TERUGBELVERZOEK, "Wolkenveld / Kaneelboom")
    ]


def test_what_is_shielded_is_not_found_in_what_she_typed_of_a_call(family: Desk) -> None:
    made = family.bellen.add(f"{LOES} over broodjes op Wisselkade 99")
    family.bellen.keep(made, BelAntwoorden(waar_kinderen="op Wisselkade 99"))
    family.bellen.attempt(made, BelUitkomst.GEEN_GEHOOR)
    fenna, _ = who(family, "Fenna")
    family.personen.shield(fenna, AfgeschermdSoort.PLEK, "Wisselkade 99")

    assert family.zoeken.zoek("wisselkade").vondsten == ()
    [found] = family.zoeken.zoek("broodjes").vondsten
    assert "Wisselkade" not in found.zin


def test_an_organisation_stands_behind_whom_she_wrote_down(family: Desk) -> None:
    family.organisaties.add("De Kompasroos", telefoon="010-000 0041")
    family.bellen.add("juf Tess 010-0000041 over Pip")
    family.bellen.add("mevrouw van De Kompasroos 06-0000 0499")

    rows = family.bellen.groups().rows

    assert [(row.wie, row.organisatie) for row in rows] == [
        ("juf Tess", "De Kompasroos"), ("mevrouw van De Kompasroos", "")
    ]  # fmt: skip


def test_two_windows_on_one_kluis_see_each_others_numbers(family: Desk) -> None:
    other = Bellen(family.bellen._store, family.clock)
    assert len(other.match(LOES)) == 1
    [casus] = family.casussen.all()
    add_persoon(family, casus.id, Rol.NETWERK, voornaam="Bram", achternaam="Meer", telefoon=LOES)

    assert len(other.match(LOES)) == 2


def test_a_day_to_wait_for_is_in_the_future_of_its_clock(desk: Desk) -> None:
    made = desk.bellen.add("huisarts")
    desk.bellen.wait(made, "huisarts", TODAY + timedelta(days=1))

    [row] = desk.bellen.groups().wacht
    assert row.bellen_om == at(0, 0, TODAY + timedelta(days=1))


def test_what_was_noted_of_this_caller_today_stands_beside_the_call(family: Desk) -> None:
    loes, casus = who(family, "Loes")
    source = Bron("Loes Wolkenveld", loes)
    family.uitspraken.add(
        casus, UitspraakGegevens(Letter.VERKLARING, "Zij woont op Schelpenhof 9.", source)
    )
    family.uitspraken.add(casus, UitspraakGegevens(Letter.FEIT, "Iets anders.", Bron("politie")))

    [said] = family.bellen.detail(family.bellen.add(LOES)).gezegd

    assert (said.letter, said.bron) == (Letter.VERKLARING, "Loes Wolkenveld")
    assert said.tekst == "Zij woont op [afgeschermd]."
