"""`vtdesk vault sheet` and `vault rekey`: another herstelblad, or other keys for everything."""

from collections.abc import Mapping
from pathlib import Path

from vtdesk.cli.answer import Answer
from vtdesk.cli.call import Call, held
from vtdesk.errors import OutsideError
from vtdesk.security import kluis, pogingen
from vtdesk.security.herstelcode import Herstelcode

WRITE_DOWN = (
    "Schrijf deze herstelcode over op papier en bewaar dat niet bij de laptop. Gooi het oude blad "
    "weg. vtdesk toont de code maar één keer."
)
ELSEWHERE = (
    "Kopieën die eerder buiten deze map zijn gezet, gaan nog wel open met de oude geheimen. Maak "
    "een nieuwe reservekopie en gooi de oude weg."
)


def sheet(call: Call) -> Answer:
    """Give another recovery sheet; the old one opens nothing from now on."""
    from vtdesk.services.opening import new_herstelblad  # noqa: PLC0415 - loads SQLAlchemy

    folder, machine = _folder(call), call.machine
    kluis.check_files(folder)
    wachtzin, code = call.geheimen.ask("Wachtzin"), Herstelcode.new()
    with held(folder), pogingen.attempt(folder, machine.clock):
        new_herstelblad(folder, wachtzin, code, machine.keychain)
    done = "Het nieuwe herstelblad is geldig. Het oude opent de kluis niet meer."
    return _with_code(done, folder, code)


def rekey(call: Call) -> Answer:
    """Give the kluis other keys, another passphrase and another recovery sheet."""
    from vtdesk.services.vernieuwing import Geheimen, vernieuw  # noqa: PLC0415 - loads SQLAlchemy

    folder, machine = _folder(call), call.machine
    kluis.check_files(folder)
    old = call.geheimen.ask("Oude wachtzin")
    new, code = call.geheimen.ask_new("Nieuwe wachtzin"), Herstelcode.new()
    geheimen = Geheimen(old, new, code)
    with held(folder), pogingen.attempt(folder, machine.clock):
        made = vernieuw(folder, geheimen, machine.keychain, cost=machine.cost)
    done = (
        "Alle sleutels zijn vernieuwd. De oude wachtzin en het oude herstelblad openen deze kluis "
        f"niet meer. {ELSEWHERE}"
    )
    if made.beschadigd:
        done += " Wat van de bijlagen al beschadigd was, is niet overgekomen: zie vault check."
    if made.oude_kopieen:
        done = "\n".join([f"{done} Die staan hier:", *made.oude_kopieen])
    return _with_code(done, folder, code, {"oude_kopieen": list(made.oude_kopieen)})


def _with_code(
    done: str, folder: Path, code: Herstelcode, more: Mapping[str, object] | None = None
) -> Answer:
    return Answer(
        (*done.splitlines(), "", code.tekst, "", WRITE_DOWN),
        {"map": str(folder), "herstelcode": code.tekst, **(more or {})},
        unsaid=lambda: _unseen(folder),
    )


def _unseen(folder: Path) -> None:
    """Say that nobody saw the code; the wachtzin is the only way in until there is another."""
    raise OutsideError(
        "De nieuwe herstelcode kon niet worden getoond. De wachtzin opent de kluis wel. Vraag een "
        f"ander herstelblad met: vtdesk vault sheet {folder}"
    )


def _folder(call: Call) -> Path:
    folder: Path = call.args.map
    return folder
