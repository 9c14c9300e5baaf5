"""Reads a calendar from outside in a process of its own; what comes back is JSON."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from vtdesk.adapters import child
from vtdesk.errors import OutsideError
from vtdesk.values.agendapunt import GelezenAgenda

MAX_INPUT = 10 * 1024 * 1024
MAX_OUTPUT = 20 * 1024 * 1024
MAX_SECONDS = 10
MAX_MEMORY = 512 * 1024 * 1024

_UNREADABLE = (
    "Dit bestand kan niet worden gelezen. Exporteer je agenda opnieuw als iCalendar (.ics), "
    "liefst over een kortere periode. Aan je agenda in vtdesk is niets veranderd."
)
_TOO_LARGE = (
    "Dit bestand is groter dan 10 MB. Exporteer een kortere periode, bijvoorbeeld dit jaar."
)


def read_agenda(data: bytes, *, vanaf: date, tot: date) -> GelezenAgenda:
    """Read an .ics file elsewhere; whatever goes wrong comes back as a sentence."""
    if not data.strip(b"\0 \t\r\n"):
        raise OutsideError("Dit bestand is leeg. Exporteer je agenda opnieuw.")
    if len(data) > MAX_INPUT:
        raise OutsideError(_TOO_LARGE)
    answer = _ask(["ics", vanaf.isoformat(), tot.isoformat()], data)
    if sentence := answer.get("geweigerd"):
        raise OutsideError(str(sentence))
    try:
        return GelezenAgenda.from_json(answer)
    except (KeyError, TypeError, ValueError) as error:
        raise OutsideError(_UNREADABLE) from error


def read_file(path: Path) -> bytes:
    """Take a file from disk, after a look at its size."""
    try:
        if path.is_dir():
            raise OutsideError("Dit is een map. Kies een .ics-bestand.")
        if path.is_fifo():  # nobody may ever write into it
            raise OutsideError("Dit is geen gewoon bestand. Kies een .ics-bestand.")
        if path.stat().st_size > MAX_INPUT:
            raise OutsideError(_TOO_LARGE)
        with path.open("rb") as file:  # a device has no size, but no end either
            data = file.read(MAX_INPUT + 1)
    except FileNotFoundError as error:
        raise OutsideError("Dit bestand bestaat niet. Kijk of de naam klopt.") from error
    except OSError as error:
        raise OutsideError(
            "Dit bestand kan niet worden geopend. Kopieer het naar je eigen map en probeer het "
            "nog eens."
        ) from error
    if len(data) > MAX_INPUT:
        raise OutsideError(_TOO_LARGE)
    return data


def command(*words: str) -> list[str]:
    """Build the command that starts the child."""
    return child.command("vtdesk.adapters.reader", *words)


def limits() -> child.Limits:
    """Give what the child may take."""
    return child.Limits(MAX_SECONDS, MAX_MEMORY, MAX_OUTPUT)


def _ask(words: list[str], data: bytes) -> dict[str, Any]:
    return _parsed(child.ask(command(*words), data, limits()))


def _parsed(output: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(output) if len(output) <= MAX_OUTPUT else None
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        raise OutsideError(_UNREADABLE)
    return answer


def main() -> None:
    """Be the child: read the bytes, answer with JSON, or with one sentence."""
    child.limit(limits())
    kind, first, last = sys.argv[1:]
    data = sys.stdin.buffer.read(MAX_INPUT + 1)
    if kind != "ics":
        raise SystemExit(2)
    from vtdesk.adapters.ics.lezen import read_calendar  # noqa: PLC0415 (after the limits)

    child.lock_in()
    answer: dict[str, Any]
    try:
        agenda = read_calendar(data, vanaf=date.fromisoformat(first), tot=date.fromisoformat(last))
        answer = agenda.to_json()
    except OutsideError as refusal:
        answer = {"geweigerd": str(refusal)}
    except (MemoryError, RecursionError):
        answer = {"geweigerd": _UNREADABLE}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
