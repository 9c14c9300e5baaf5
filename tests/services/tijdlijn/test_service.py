"""The timeline: every dated thing of a casus, nothing of the melder, nothing that is shielded."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Date

from tests.builders import NOW, add_casus, add_persoon, at, held_talk, plan
from tests.services.melders import sealed_melder
from vtdesk.models.base import Entity, UtcDateTime
from vtdesk.services.desk import Desk
from vtdesk.services.gebeurtenissen import GebeurtenisGegevens
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.services.scherm import COVER, Scherm
from vtdesk.services.tijdlijn import gebeurd, gezegd, veilig
from vtdesk.services.tijdlijn.rows import TijdlijnKeuze, TijdlijnRow
from vtdesk.services.tijdlijn.service import ALLES
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.services.veiligheid import PolitieGegevens, ToetsGegevens, WaarborgGegevens
from vtdesk.services.zicht import OverdrachtGegevens
from vtdesk.values.casuskinds import (
    GebeurtenisSoort,
    PolitieSoort,
    Toetsuitkomst,
    WaarborgSoort,
)
from vtdesk.values.kinds import AfgeschermdSoort, GezagSoort, Letter, Rol, Zichtbaarheid
from vtdesk.values.tekst import Bron
from vtdesk.values.tijd import start_of
from vtdesk.values.tijdlijn import TijdlijnSoort

MEI = date(2026, 5, 4)
# Entities with a day or a moment that have no point of their own on the line, and why.
NOT_ON_THE_LINE = {
    "termijn": "stands there by the row that computes its date",
    "verslag": "its versions stand there, and its talk",
    "persoon": "a birth is no event of the casus",
    "betrokkenheid": "the line is about what happened, not about who was noted when",
    "veilig_contact": "until when somebody may not be called is no event",
    "parkeernotitie": "a note of the worker, part of the talk",
    "concept": "a draft is no event; the version is",
    "inzet": "what an organisation may do stands with the organisation",
    "opschorting": "moves the date of its term, which is on the line",
    "verlenging": "moves the date of its term, which is on the line",
    "vernietiging": "its casus is gone, and the line with it",
    "kindgesprek": "stands on the line as its talk",
    "belofte": "what is still to be done; it stands with the casus and leads the day",
    "terugbelverzoek": "what was spoken stands there as an event",
    "belpoging": "what was spoken stands there as an event",
    "zitting": "a table holds many casussen; what came of it stands there",
    "bespreking": "what came of it stands there",
    "inbreng": "part of its bespreking",
    "reeks": "each appointment of it stands there by itself",
    "herinnering": "tells the worker; nothing happens to the family",
    "dag": "the day of the worker",
    "verlof": "the leave of the worker",
    "impact": "hers alone",
    "lichtpunt": "hers alone",
    "klad": "half typed",
    "schrijfstand": "what a draft said before",
    "reactie": "stands with the version it is about",
    "uitgaandkeuze": "belongs to a copy that is being made",
    "uitgifte": "stands with its verslag, and its verzending with what was sent",
    "dossierstuk": "waits to leave",
}


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


def happened(desk: Desk, casus_id: UUID, titel: str = "112", **more: object) -> UUID:
    gegevens = GebeurtenisGegevens(
        GebeurtenisSoort.INCIDENT, titel, at(18, 12, date(2026, 4, 23)), hele_dag=False
    )
    return desk.gebeurtenissen.add(casus_id, replace(gegevens, **more))


def said(desk: Desk, casus_id: UUID, tekst: str = "Hij reed weg.", **more: object) -> UUID:
    gegevens = UitspraakGegevens(
        Letter.VERKLARING, tekst, Bron("Maren"), informatiedatum=date(2026, 4, 23)
    )
    return desk.uitspraken.add(casus_id, replace(gegevens, **more))


def shown(desk: Desk, casus_id: UUID, soort: TijdlijnSoort) -> list[TijdlijnRow]:
    return desk.tijdlijn.of_casus(casus_id, TijdlijnKeuze(frozenset([soort])))


def titles(rows: list[TijdlijnRow]) -> list[str]:
    return [row.titel for row in rows]


def test_things_of_every_kind_stand_in_one_order(desk: Desk, casus_id: UUID) -> None:
    otis = add_persoon(desk, casus_id)
    pip = add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip")
    desk.personen.set_gezag(
        pip, otis, GezagSoort.GEZAMENLIJK, bron="register", datum=date(2026, 4, 7)
    )
    happened(desk, casus_id, personen=(pip,))
    said(desk, casus_id, over=(otis,))
    held_talk(desk, casus_id, DeelnameGegevens("Otis", persoon_id=otis))
    waarborg = desk.veiligheid.add(
        casus_id, WaarborgSoort.VOORWAARDE, WaarborgGegevens("Otis", "Geen bezoek."),
        gemaakt_op=MEI,
    )  # fmt: skip
    desk.veiligheid.toets(waarborg, ToetsGegevens(MEI, Toetsuitkomst.DEELS, "De school belde."))
    desk.veiligheid.agree(casus_id, PolitieGegevens(PolitieSoort.PERSOON, "Otis", MEI))

    rows = desk.tijdlijn.of_casus(casus_id)
    assert [row.moment for row in rows] == sorted(row.moment for row in rows)
    assert len({row.id for row in rows}) == len(rows)
    assert titles(rows) == [
        "Casus geopend",
        "Zicht op veiligheid bij Veilig Thuis",
        "Otis: gezamenlijk gezag over Pip",
        "Hij reed weg.",
        "112",
        "Veiligheidsvoorwaarde 1 gemaakt",
        "Veiligheidsvoorwaarde 1 getoetst: Geen bezoek.",
        "Afspraak op persoon: Otis",
        "Eerste gesprek vader",
    ]
    assert rows[4].wie == ("Pip",)


def test_every_dated_thing_that_is_kept_is_on_the_line_or_left_out_for_a_reason() -> None:
    sources = "".join(
        Path(module.__file__ or "").read_text("utf-8") for module in (gebeurd, gezegd, veilig)
    )
    dated = {
        mapper.class_.__tablename__: mapper.class_.__name__
        for mapper in Entity.registry.mappers
        if issubclass(mapper.class_, Entity)
        and any(isinstance(column.type, Date | UtcDateTime) for column in mapper.columns)
    }
    missing = {
        table
        for table, name in dated.items()
        if table not in NOT_ON_THE_LINE and not re.search(rf"\b{name}\b", sources)
    }

    assert missing == set()
    assert set(NOT_ON_THE_LINE) <= set(dated)


def test_a_ban_stands_at_its_begin_and_at_its_end_and_not_again_as_a_term(
    desk: Desk, casus_id: UUID
) -> None:
    happened(desk, casus_id, "Huisverbod", soort=GebeurtenisSoort.HUISVERBOD, begin=at(21, 30, MEI))

    rows = shown(desk, casus_id, TijdlijnSoort.GEBEURTENIS)
    assert [(row.titel, row.moment) for row in rows] == [
        ("Huisverbod", at(21, 30, MEI)),
        ("Einde: Huisverbod", at(21, 30, date(2026, 5, 14))),
    ]
    assert "uiterlijk tot 1 juni" in rows[0].tekst
    assert shown(desk, casus_id, TijdlijnSoort.TERMIJN) == []


def test_a_refuted_statement_stands_with_that_word_and_where_it_was_refuted(
    desk: Desk, casus_id: UUID
) -> None:
    noted = said(desk, casus_id)
    desk.correcties.refute(noted, door="wijkagent", reden="Het kenteken is van een ander.")

    rows = shown(desk, casus_id, TijdlijnSoort.UITSPRAAK)
    assert [(row.titel, row.moment, row.letter) for row in rows] == [
        ("Weerlegd: Hij reed weg.", start_of(date(2026, 4, 23)), Letter.VERKLARING),
        ("Weerlegd: Hij reed weg.", NOW, Letter.VERKLARING),
    ]
    assert rows[1].tekst == "Het kenteken is van een ander."


def test_who_watches_and_who_was_asked_stand_on_the_line(desk: Desk, casus_id: UUID) -> None:
    offer = desk.zicht.offer(casus_id, OverdrachtGegevens("Wijkteam"), NOW - timedelta(days=2))
    desk.zicht.accept(offer, "Bo", NOW - timedelta(days=1))

    assert titles(shown(desk, casus_id, TijdlijnSoort.VEILIGHEID)) == [
        "Zicht op veiligheid bij Veilig Thuis",
        "Zicht op veiligheid aangeboden aan Wijkteam",
        "Zicht op veiligheid bij Wijkteam",
    ]


def test_one_filters_by_kind_person_and_letter(desk: Desk, casus_id: UUID) -> None:
    otis, pip = add_persoon(desk, casus_id), add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip")
    happened(desk, casus_id, personen=(pip,))
    said(desk, casus_id, over=(otis,))
    said(desk, casus_id, "Pip is moe.", letter=Letter.MENING, over=(pip,))

    def found(keuze: TijdlijnKeuze) -> list[str]:
        return titles(desk.tijdlijn.of_casus(casus_id, keuze))

    assert found(TijdlijnKeuze(persoon=pip)) == ["Pip is moe.", "112"]
    assert found(TijdlijnKeuze(letter=Letter.MENING)) == ["Pip is moe."]
    assert found(TijdlijnKeuze(frozenset([TijdlijnSoort.UITSPRAAK]), otis)) == ["Hij reed weg."]
    assert len(found(ALLES)) == 5


def test_nothing_on_the_line_names_the_melder(desk: Desk, casus_id: UUID) -> None:
    melder = add_persoon(desk, casus_id, Rol.MELDER, voornaam="Buurvrouw", achternaam="Wezel")
    said(desk, casus_id, "Er is geschreeuw.", bron=Bron("Buurvrouw Wezel", melder))
    held_talk(desk, casus_id, DeelnameGegevens("Buurvrouw Wezel", persoon_id=melder))

    rows = desk.tijdlijn.of_casus(casus_id)
    assert "Wezel" not in repr(rows)
    assert all(melder not in row.personen for row in rows)
    assert next(row for row in rows if row.letter).tekst == "bron afgeschermd"


def test_what_is_shielded_is_covered_in_every_notation(desk: Desk, casus_id: UUID) -> None:
    loes = add_persoon(desk, casus_id, Rol.FAMILIE, voornaam="Loes")
    desk.personen.shield(loes, AfgeschermdSoort.SCHOOL, "De Zeeklás", "")
    desk.personen.shield(loes, AfgeschermdSoort.TELEFOON, "06-0000 0417", "")
    happened(desk, casus_id, "Fenna gaat naar DE ZEEKLAS in de buurt")
    plan(desk, casus_id, titel="Bellen", doel="Loes op 0600 000 417")

    line = repr(desk.tijdlijn.of_casus(casus_id))
    assert f"Fenna gaat naar {COVER} in de buurt" in line
    assert "0417" not in line.replace(" ", "")
    paper = repr(desk.tijdlijn.blad(casus_id, ALLES, "Alles."))
    assert "ZEEKLAS" not in paper
    assert "417" not in paper.replace("VT-DEMO-0141", "")


def test_a_house_a_postcode_and_a_club_are_covered_however_they_are_written(
    desk: Desk, casus_id: UUID
) -> None:
    loes = add_persoon(desk, casus_id, Rol.FAMILIE, voornaam="Loes")
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Schelpenhof 9, 0000 AB Rotterdam")
    desk.personen.shield(loes, AfgeschermdSoort.PLEK, "zwembad De Golfbreker")
    happened(desk, casus_id, "Loes gezien bij De Golfbreker", toelichting="Schelpenhof-\n9, 0000AB")

    keuze = TijdlijnKeuze(frozenset([TijdlijnSoort.GEBEURTENIS]))
    [regel] = desk.tijdlijn.blad(casus_id, keuze, "Alles.").regels
    assert regel.titel == f"Loes gezien bij {COVER}"
    assert regel.tekst == f"{COVER}, {COVER}"


def test_the_sealed_melder_is_covered_by_each_name_and_by_the_house(
    desk: Desk, casus_id: UUID
) -> None:
    sealed_melder(desk, casus_id)
    said(desk, casus_id, "Ineke zag het, en mevrouw De Vries van Wisselkade 12 ook.")

    line = repr(desk.tijdlijn.of_casus(casus_id))
    assert not [word for word in ("Ineke", "Vries", "Wisselkade") if word in line]


@pytest.mark.parametrize(
    ("value", "text", "covered"),
    [
        ("Schelpenhof 9", "Zij woont schelpenhof 9.", f"Zij woont {COVER}."),
        ("Straße", "In de STRASSE", f"In de {COVER}"),
        ("É", "é", "é"),  # one sign gives nothing away
        ("zwembad", "ZWEMBAD en zwembád", f"{COVER} en {COVER}"),
        ("weg", "niets", "niets"),
    ],
)
def test_a_cover_lies_exactly_over_the_value(value: str, text: str, covered: str) -> None:
    assert Scherm([value]).over(text) == covered


def test_what_only_veilig_thuis_may_read_is_counted_and_not_printed(
    desk: Desk, casus_id: UUID
) -> None:
    said(desk, casus_id, "Openbaar.")
    said(desk, casus_id, "Alleen voor ons.", zichtbaarheid=Zichtbaarheid.ALLEEN_VT)

    blad = desk.tijdlijn.blad(casus_id, ALLES, "Alles.")
    assert "Alleen voor ons." not in {regel.titel for regel in blad.regels}
    assert blad.weggelaten == 1


def test_what_is_not_for_somebody_is_counted_and_not_printed(desk: Desk, casus_id: UUID) -> None:
    dario = add_persoon(desk, casus_id)
    hidden = said(
        desk, casus_id, "Sanne gaat zaterdag weg.",
        zichtbaarheid=Zichtbaarheid.NIET_VOOR, niet_voor=(dario,),
    )  # fmt: skip
    desk.correcties.withdraw(hidden, reden="vergissing")

    blad = desk.tijdlijn.blad(casus_id, ALLES, "Alles.")
    assert "zaterdag" not in repr(blad)
    assert blad.weggelaten == 2
    assert "zaterdag" in repr(desk.tijdlijn.of_casus(casus_id))  # she may read it herself


def test_what_has_still_to_come_says_so_on_paper(desk: Desk, casus_id: UUID) -> None:
    later: datetime = NOW + timedelta(days=3)
    plan(desk, casus_id, titel="Huisbezoek", begin=later, einde=later + timedelta(hours=1))

    blad = desk.tijdlijn.blad(casus_id, ALLES, "Alles.")
    assert [regel.titel for regel in blad.regels if regel.straks] == ["Huisbezoek"]


def test_saving_the_line_is_noted_in_the_logboek(
    desk: Desk, casus_id: UUID, tmp_path_factory: pytest.TempPathFactory
) -> None:
    paper = desk.tijdlijn.drukwerk(casus_id, ALLES, "Alles.")
    target = tmp_path_factory.mktemp("uit") / paper.bestandsnaam()
    paper.save(target)

    assert target.read_bytes().startswith(b"%PDF")
    assert target.name == "VT-DEMO-0141 tijdlijn.pdf"
    assert desk.logboek.of_casus(casus_id)[0].detail == "tijdlijn-pdf"
