"""`vtdesk term`: what date a rule gives, on both tracks, and why; and which terms run."""

import argparse
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from vtdesk.cli.answer import Answer, table
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands
from vtdesk.services import regelbestanden
from vtdesk.values.termijnen.berekening import Sporen, Uitkomst, beide_sporen
from vtdesk.values.termijnen.regel import Spoor
from vtdesk.values.termijnen.stand import Termijnstand
from vtdesk.values.termijnen.waarom import einde_in_woorden, opgesomd, waarom
from vtdesk.values.tijd import AMSTERDAM, dag_met_naam, klok, volle_dag

if TYPE_CHECKING:  # the entities come along only when a kluis is opened
    from vtdesk.services.termijnen import TermijnRow

_WORDS = {Spoor.WET: "Wet", Spoor.PROTOCOL: "Protocol"}
_STAND = {
    Termijnstand.LOOPT: "loopt",
    Termijnstand.STAAT_STIL: "staat stil",
    Termijnstand.TE_LAAT: "te laat",
}
_GEEN = "geen eigen termijn"


def add_to(commands: Commands) -> None:
    """Add these commands to the command line."""
    group = commands.group("term", "termijnen uitrekenen en uitleggen")
    group.add("list", list_running, "toon wat er loopt, in alle casussen")
    parser = group.add("explain", explain, "leg uit op welke dag een termijn eindigt, en waarom")
    parser.wanted.add_argument("regel", metavar="REGEL", help="de termijnregel, zoals T3 of T1s")
    parser.options.add_argument(
        "--start",
        metavar="DAG",
        required=True,
        type=_start,
        help="de begindag, zoals 2026-04-16; met tijd: 2026-05-04T21:30",
    )


def explain(call: Call) -> Answer:
    """Give the date of a rule on both tracks; needs no kluis."""
    sporen = beide_sporen(
        regelbestanden.termijnregels(),
        call.args.regel,
        call.args.start,
        kalender=regelbestanden.kalender(),
    )
    return Answer(tuple(_lines(sporen)), _document(sporen))


def list_running(call: Call) -> Answer:
    """List the terms that are open in all casussen, the nearest first."""
    with call.reading() as desk:
        rows = desk.termijnen.komend()
    lines = [_running_line(row) for row in rows]
    return Answer(
        table(lines) if lines else ["Er loopt geen termijn."],
        {"termijnen": [_running_json(row) for row in rows]},
    )


def _running_line(row: "TermijnRow") -> tuple[str, ...]:
    late = f"nieuwe datum {dag_met_naam(row.wanneer)}" if row.uitstel else ""
    return (
        einde_in_woorden(row.uitkomst), _STAND[row.stand], row.casus_nummer, row.casus_naam,
        row.uitkomst.regel.id, row.naam, late,
    )  # fmt: skip


def _running_json(row: "TermijnRow") -> dict[str, Any]:
    """Give a running term for a program: its own track, and below it each track."""
    late = row.uitstel
    return {
        **_document(row.sporen),
        "id": str(row.id),
        "casus": row.casus_nummer,
        "gezin": row.casus_naam,
        "naam": row.naam,
        "stand": row.stand.value,
        "persoon": row.wie or None,
        "melding": row.melding or None,
        "aanleiding": row.gegevens.aanleiding,
        "uitstel": late
        and {
            "reden": late.want,
            "nieuwe_datum": late.nieuwe_datum.isoformat(),
            "wie_kijkt": late.wie_kijkt,
        },
    }


def _lines(sporen: Sporen) -> list[str]:
    uitkomst = sporen.gevraagd
    hour = f", {klok(uitkomst.begin_om)} uur" if uitkomst.begin_om else ""
    tracks = [_track(Spoor.WET, sporen.wet), _track(Spoor.PROTOCOL, sporen.protocol)]
    return [
        f"{uitkomst.regel.id} · {uitkomst.regel.naam} · begint {volle_dag(uitkomst.begin)}{hour}",
        *table(tracks),
        f"Overgeslagen: {opgesomd(uitkomst.overgeslagen) or 'geen dagen'}",
        "",
        "Waarom deze datum?",
        *(f"- {zin}" for zin in waarom(uitkomst)),
    ]


def _track(spoor: Spoor, uitkomst: Uitkomst | None) -> tuple[str, ...]:
    if uitkomst is None:
        return (_WORDS[spoor], _GEEN, "", "")
    regel = uitkomst.regel
    lengte = regel.hoe if regel.zo_snel_mogelijk else str(regel.lengte)
    return (_WORDS[spoor], einde_in_woorden(uitkomst), lengte, regel.grond.artikel)


def _document(sporen: Sporen) -> dict[str, Any]:
    """Give the asked rule, and below it each track."""
    return {
        **to_json(sporen.gevraagd),
        "begin": _moment(sporen.gevraagd.begin, sporen.gevraagd.begin_om),
        "sporen": {
            "wet": to_json(sporen.wet) if sporen.wet else None,
            "protocol": to_json(sporen.protocol) if sporen.protocol else None,
        },
    }


def to_json(uitkomst: Uitkomst) -> dict[str, Any]:
    """Give a date with all that led to it, for a program."""
    regel, grond = uitkomst.regel, uitkomst.regel.grond
    return {
        "regel": regel.id,
        "naam": regel.naam,
        "spoor": regel.spoor.value,
        "datum": uitkomst.einde.isoformat(),
        "tijdstip": uitkomst.einde_om.isoformat() if uitkomst.einde_om else None,
        "zonder_verschuiving": uitkomst.ruw.isoformat(),
        "verschoven_door": uitkomst.schoof_door or None,
        "niet_verschoven_want": uitkomst.schoof_niet_want or None,
        "uiterste_datum": uitkomst.uiterste.isoformat() if uitkomst.uiterste else None,
        "overgeslagen": [
            {"dag": one.dag.isoformat(), "reden": one.reden} for one in uitkomst.overgeslagen
        ],
        "lengte": {"aantal": regel.lengte.aantal, "eenheid": regel.lengte.eenheid.value},
        "artikel": grond.artikel,
        "bron": grond.bron,
        "zekerheid": grond.zekerheid.value,
        "zekerheid_lengte": grond.zekerheid_lengte.value,
        "geldig_vanaf": regel.geldig_vanaf.isoformat(),
        "waarom": list(waarom(uitkomst)),
    }


def _moment(day: date, moment: datetime | None) -> str:
    return moment.isoformat() if moment else day.isoformat()


def _start(text: str) -> date:
    """Read a day, or a moment on the Amsterdam clock."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    for form in ("%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M%z"):
        try:
            moment = datetime.strptime(text, form)
        except ValueError:
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=AMSTERDAM)
    try:
        return datetime.strptime(text, "%d-%m-%Y").date()
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            "schrijf de dag als 2026-04-16, of met tijd als 2026-05-04T21:30."
        ) from error
