"""Hands a PDF to the printers of this computer, through CUPS and without a file in between."""

import hashlib
import os
import shutil
import subprocess
from dataclasses import dataclass

from vtdesk.errors import OutsideError
from vtdesk.values.afdruk import Afdruk

ONCE = Afdruk()
_PATIENCE = 30  # seconds; a spooler that says nothing for so long is not coming back

_NO_CUPS = (
    "Afdrukken kan op deze computer nog niet: het afdruksysteem (CUPS) ontbreekt. "
    "Bewaar de PDF, of vraag de helpdesk om CUPS te installeren."
)
_NO_PRINTER = (
    "Er is geen printer ingesteld. Voeg een printer toe bij de instellingen van de computer, "
    "of bewaar de PDF."
)
_REFUSED = (
    "De printer nam het stuk niet aan. Kijk of de printer aanstaat en kies opnieuw, "
    "of bewaar de PDF."
)
_SILENT = "Het afdruksysteem antwoordt niet. Start de computer opnieuw of bewaar de PDF."


@dataclass(frozen=True, slots=True)
class Printer:
    """A queue that paper can be sent to."""

    name: str
    is_default: bool = False


def printers() -> list[Printer]:
    """List the printers, the usual one first; none is an answer too."""
    names = _run(["lpstat", "-e"], check=False).stdout.decode(errors="replace").split()
    default = _default_name()
    found = [Printer(name, is_default=name == default) for name in names]
    return sorted(found, key=lambda printer: (not printer.is_default, printer.name))


def print_pdf(pdf: bytes, afdruk: Afdruk = ONCE) -> str:
    """Print on A4; gives the name under which it stands in the queue."""
    known = printers()
    if not known:
        raise OutsideError(_NO_PRINTER)
    title = job_name(pdf)
    destination = afdruk.printer or known[0].name
    _run(["lp", "-s", "-d", destination, "-t", title, *_options(afdruk)], given=pdf)
    return title


def _options(afdruk: Afdruk) -> list[str]:
    """Say on paper of which size and how; copies come out one after the other."""
    sides = "two-sided-long-edge" if afdruk.dubbelzijdig else "one-sided"
    options = ["-o", "media=A4", "-o", f"sides={sides}"]
    if afdruk.exemplaren > 1:
        options += ["-n", str(afdruk.exemplaren), "-o", "collate=true"]
    if afdruk.bladzijden:
        options += ["-P", ",".join(f"{first}-{last}" for first, last in afdruk.bladzijden)]
    return options


def job_name(pdf: bytes) -> str:
    """Name a job so that whoever sees the queue learns nothing: `stuk-7F3A`."""
    return f"stuk-{hashlib.sha256(pdf).hexdigest()[:4].upper()}"


def _default_name() -> str:
    """Read `system default destination: NAME`; without a default there is no such line."""
    answer = _run(["lpstat", "-d"], check=False).stdout.decode(errors="replace")
    before, colon, name = answer.rpartition(":")
    return name.strip() if colon and "destination" in before else ""


def _run(
    command: list[str], *, given: bytes = b"", check: bool = True
) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which(command[0])
    if program is None:
        raise OutsideError(_NO_CUPS)
    environment = os.environ | {"LC_ALL": "C"}  # the answers are read as words
    try:
        return subprocess.run(  # noqa: S603  # no shell; a printer's name comes after its own -d
            [program, *command[1:]],
            input=given,
            capture_output=True,
            timeout=_PATIENCE,
            check=check,
            env=environment,
        )
    except subprocess.CalledProcessError as error:
        raise OutsideError(_REFUSED) from error
    except subprocess.TimeoutExpired as error:
        raise OutsideError(_SILENT) from error
