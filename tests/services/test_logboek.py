"""The logboek of a casus: what belongs to it, in pages, and never who reported."""

import os
import re
from pathlib import Path
from uuid import UUID

import pytest

import vtdesk.services
from tests.builders import add_casus, add_persoon, log_lines, plan
from vtdesk.errors import OutsideError
from vtdesk.models.base import Entity
from vtdesk.services.desk import Desk
from vtdesk.services.logboek import LogKeuze
from vtdesk.services.tijdlijn.service import ALLES
from vtdesk.store.store import Store
from vtdesk.ui.logboek.woorden import is_bekend, zin
from vtdesk.values.kinds import AfgeschermdSoort, Kind, Rol

MANY = 50_000


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


def lines(desk: Desk, casus_id: UUID, keuze: LogKeuze = LogKeuze.ALLES) -> list[tuple[str, str]]:
    return [(zin(row), row.naam) for row in desk.logboek.of_casus(casus_id, keuze)]


def test_changes_looking_and_paper_are_told_apart(
    desk: Desk, casus_id: UUID, tmp_path: Path
) -> None:
    loes = add_persoon(desk, casus_id, Rol.FAMILIE, voornaam="Loes", achternaam="Wolkenveld")
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Schelpenhof 9", "")
    desk.personen.open_afgeschermd(loes, "Zij belt en noemt een ander adres.")
    desk.tijdlijn.drukwerk(casus_id, ALLES, "Alles.").save(tmp_path / "tijdlijn.pdf")

    assert lines(desk, casus_id, LogKeuze.AFGEDRUKT) == [("Tijdlijn opgeslagen als PDF", "")]
    assert lines(desk, casus_id, LogKeuze.BEKEKEN) == [
        ("Afgeschermde gegevens geopend", "Loes Wolkenveld")
    ]
    assert ("Persoon toegevoegd", "Loes Wolkenveld") in lines(desk, casus_id, LogKeuze.GEWIJZIGD)
    assert ("Casus toegevoegd", "") in lines(desk, casus_id)
    reasons = [row.reden for row in desk.logboek.of_casus(casus_id, LogKeuze.BEKEKEN)]
    assert reasons == ["Zij belt en noemt een ander adres."]
    assert len(lines(desk, casus_id)) == desk.logboek.count(casus_id)


def test_another_casus_stays_out_also_when_a_person_is_in_both(desk: Desk, casus_id: UUID) -> None:
    other = add_casus(desk, nummer="VT-DEMO-0999")
    otis = add_persoon(desk, casus_id)
    add_persoon(desk, other, voornaam="Dario")
    plan(desk, other, titel="Ander gesprek")
    before = desk.logboek.count(casus_id)
    desk.personen.shield(otis, AfgeschermdSoort.WOORD, "kade", "")

    assert desk.logboek.count(casus_id) == before + 1
    assert "Ander gesprek" not in {name for _, name in lines(desk, casus_id)}


def test_the_melder_and_what_is_shielded_have_no_name_here(desk: Desk, casus_id: UUID) -> None:
    add_persoon(desk, casus_id, Rol.MELDER, voornaam="Buur", achternaam="Wezel")
    loes = add_persoon(desk, casus_id, Rol.FAMILIE, voornaam="Loes")
    desk.personen.shield(loes, AfgeschermdSoort.SCHOOL, "De Zeeklas", "")
    plan(desk, casus_id, titel="Bellen met De Zeeklas")

    shown = repr(desk.logboek.of_casus(casus_id))
    assert "Wezel" not in shown
    assert "Zeeklas" not in shown
    assert "Bellen met [afgeschermd]" in shown


def test_fifty_thousand_lines_are_read_in_pages(desk: Desk, store: Store, casus_id: UUID) -> None:
    log_lines(store, casus_id, *[("R", "", Kind.CASUS)] * MANY)

    first = desk.logboek.of_casus(casus_id)
    second = desk.logboek.of_casus(casus_id, before=first[-1].id)

    assert desk.logboek.count(casus_id, LogKeuze.BEKEKEN) == MANY
    assert [row.id for row in (*first, *second)] == list(
        range(first[0].id, first[0].id - len(first) - len(second), -1)
    )


@pytest.mark.parametrize(
    "table", [mapper.class_.__tablename__ for mapper in Entity.registry.mappers
              if issubclass(mapper.class_, Entity)],
)  # fmt: skip
def test_every_table_has_a_word_in_the_logboek(table: str) -> None:
    assert is_bekend("U", table)


def test_an_export_takes_no_pipe_or_device_away(desk: Desk, tmp_path: Path) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)

    with pytest.raises(OutsideError, match="geen bestand staan"):
        desk.logboek.bewaar(pipe)
    assert pipe.is_fifo()
    assert list(tmp_path.glob("pijp*")) == [pipe]


def test_every_detail_that_a_service_notes_has_words() -> None:
    folder = Path(vtdesk.services.__file__ or "").parent
    source = "\n".join(path.read_text("utf-8") for path in folder.rglob("*.py"))
    noted = set(re.findall(r'\bdetail="([\w-]+)"', source))

    assert noted
    unknown = {one for one in noted if not (is_bekend("R", one) or is_bekend("E", one))}
    assert unknown == set()
