"""`vtdesk import`: takes in what another program wrote."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from vtdesk.adapters.reader import read_file
from vtdesk.cli.answer import Answer, table
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands

if TYPE_CHECKING:  # the services load SQLAlchemy, and the help does without
    from vtdesk.services.agenda_import import ImportUitkomst, ImportVoorstel
    from vtdesk.services.agenda_vergelijking import ImportRegel


def add_to(commands: Commands) -> None:
    """Describe the command."""
    group = commands.group("import", "lees in wat een ander programma schreef")
    ics = group.add(
        "ics",
        _ics,
        "lees een agenda in (.ics)",
        "Leest wat in het venster vooraf is aangevinkt: nieuwe afspraken vanaf vandaag, en wat is\n"
        "gewijzigd of afgezegd. Twee keer hetzelfde bestand verandert niets.",
    )
    ics.wanted.add_argument("file", metavar="BESTAND", type=Path, help="het .ics-bestand")
    ics.options.add_argument(
        "--dry-run", action="store_true", help="laat alleen zien wat er zou gebeuren"
    )


def _ics(call: Call) -> Answer:
    data = read_file(call.args.file)  # before it asks for the wachtzin
    if call.args.dry_run:
        with call.reading() as desk:
            return _answer(desk.agenda_import.preview(data), None)
    with call.writing() as desk:
        voorstel = desk.agenda_import.preview(data)
        uitkomst = desk.agenda_import.apply(r for r in voorstel.regels if r.gekozen)
        return _answer(voorstel, uitkomst)


def _answer(voorstel: "ImportVoorstel", uitkomst: "ImportUitkomst | None") -> Answer:
    nummers = {casus.id: casus.nummer for casus in voorstel.casussen}
    rows = [_cells(regel, nummers) for regel in voorstel.regels]
    left_out = [f"Niet gelezen: {item.wat}. {item.reden}" for item in voorstel.overgeslagen]
    outcome = uitkomst.in_words() if uitkomst else "Er is niets ingelezen: dit was een proef."
    return Answer(
        [*(table(rows) if rows else []), *left_out, outcome],
        {
            "regels": [_document(regel, nummers) for regel in voorstel.regels],
            "overgeslagen": [asdict(item) for item in voorstel.overgeslagen],
            "uitkomst": asdict(uitkomst) if uitkomst else None,
        },
    )


def _cells(regel: "ImportRegel", nummers: Mapping[UUID, str]) -> tuple[str, ...]:
    return (
        "x" if regel.gekozen else "-",
        regel.status.value,
        regel.wanneer,
        regel.titel,
        regel.soort.value.replace("_", " "),
        nummers.get(regel.casus_id, "") if regel.casus_id else "",
        regel.toelichting,
    )


def _document(regel: "ImportRegel", nummers: Mapping[UUID, str]) -> dict[str, Any]:
    return {
        "uid": regel.uid,
        "recurrence_id": regel.recurrence_id,
        "status": regel.status.value,
        "gekozen": regel.gekozen,
        "titel": regel.titel,
        "begin": regel.begin.isoformat(),
        "einde": regel.einde.isoformat(),
        "hele_dag": regel.hele_dag,
        "plaats": regel.plaats,
        "soort": regel.soort.value,
        "casus": nummers.get(regel.casus_id) if regel.casus_id else None,
        "toelichting": regel.toelichting,
    }
