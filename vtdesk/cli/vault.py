"""`vtdesk vault`: make, check and re-key a kluis without a window."""

from pathlib import Path

from vtdesk.cli import vault_leave
from vtdesk.cli.answer import Answer
from vtdesk.cli.call import Call, Machine, held
from vtdesk.cli.dutch import Commands, Parser
from vtdesk.cli.vault_sleutels import rekey, sheet
from vtdesk.errors import DamageError, OutsideError
from vtdesk.security import folder as places
from vtdesk.security import kluis, pogingen, wachtzin
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.values.bevinding import BevindingenError

SECRETS = "Geheimen komen uit --passphrase-file, één per regel, of worden onzichtbaar gevraagd:\n"
NAME = "Vul in het venster bij Instellingen je naam in; die komt onder je verslagen."
WRITE_DOWN = (
    "Schrijf deze herstelcode over op papier en bewaar dat niet bij de laptop. Zonder wachtzin "
    "en zonder deze code kan niemand de kluis openen. vtdesk toont de code maar één keer."
)


def add_to(commands: Commands) -> None:
    """Add this group to the command line."""
    group = commands.group("vault", "een kluis maken, nakijken of andere sleutels geven")
    for parser in (
        group.add("create", create, "maak een kluis", f"{SECRETS}de nieuwe wachtzin."),
        group.add("check", check, "kijk een kluis helemaal na", f"{SECRETS}de wachtzin."),
        group.add(
            "passphrase", passphrase, "kies een nieuwe wachtzin",
            f"{SECRETS}eerst de oude wachtzin, dan de nieuwe.",
        ),
        group.add(
            "recover", recover, "open met het herstelblad en kies een nieuwe wachtzin",
            f"{SECRETS}eerst de herstelcode, dan de nieuwe wachtzin.",
        ),
        group.add(
            "sheet", sheet, "geef een nieuw herstelblad; het oude opent niets meer",
            f"{SECRETS}de wachtzin.",
        ),
        group.add(
            "rekey", rekey, "vernieuw alle sleutels, als een geheim is uitgelekt",
            f"{SECRETS}eerst de oude wachtzin, dan de nieuwe.\n"
            "Niet ongedaan te maken: reservekopieën van ervoor en een kluis die opzij staat, gaan\n"
            "weg zodra er een nieuwe kopie is.",
        ),
        vault_leave.add_to(group),
    ):  # fmt: skip
        _add_folder(parser)


def create(call: Call) -> Answer:
    """Make a kluis and show its recovery code, once."""
    from vtdesk.services.opening import create_kluis  # noqa: PLC0415 - loads SQLAlchemy

    folder, machine = _folder(call), call.machine
    new = call.geheimen.ask_new("Nieuwe wachtzin")
    wachtzin.check(new)
    code = Herstelcode.new()
    places.prepare(folder)
    with held(folder):
        create_kluis(folder, new, code, machine.keychain, cost=machine.cost)
    return Answer(
        (f"De kluis staat in {folder}.", "", code.tekst, "", WRITE_DOWN, NAME),
        {"map": str(folder), "herstelcode": code.tekst},
        unsaid=lambda: _discard(folder, machine),
    )


def _discard(folder: Path, machine: Machine) -> None:
    """Leave no kluis behind of which nobody saw the recovery code."""
    with held(folder):
        kluis.discard(folder, machine.keychain)
    raise OutsideError(
        "De herstelcode kon niet worden getoond, dus er is geen kluis gemaakt. Probeer het opnieuw "
        "op een plek waar je de code kunt lezen."
    )


def check(call: Call) -> Answer:
    """Read everything that can be read, and name what is damaged."""
    from vtdesk.services.opening import open_desk  # noqa: PLC0415 - loads SQLAlchemy

    folder = _folder(call)
    sleutels, keychain = call.unlock(folder), call.machine.keychain
    store, desk = open_desk(folder, sleutels, call.args.now, keychain=keychain)
    try:
        found = store.damage()
        seals = sum(len(desk.vaststelling.versies(row.id)) for row in desk.verslagen.all())
        broken = desk.vaststelling.klopt()
        bijlagen, damaged = desk.bijlagen.count(), desk.bijlagen.damaged()
    finally:
        store.close()
    if found:
        raise BevindingenError(found)
    if broken:
        raise DamageError(f"Een zegel klopt niet. {broken[0]} {_RESTORE}")
    if damaged:
        number = "Een bijlage is" if len(damaged) == 1 else f"{len(damaged)} bijlagen zijn"
        raise DamageError(f"{number} beschadigd. {damaged[0]}")
    looked = f"Sleutelkop, database, {seals} zegels en {bijlagen} bijlagen zijn nagekeken."
    return Answer(
        ("De kluis is in orde.", looked),
        {"map": str(folder), "in_orde": True, "zegels": seals, "bijlagen": bijlagen},
    )


def passphrase(call: Call) -> Answer:
    """Replace the passphrase."""
    folder, machine = _folder(call), call.machine
    kluis.check_files(folder)
    old = call.geheimen.ask("Oude wachtzin")
    new = call.geheimen.ask_new("Nieuwe wachtzin")
    with held(folder), pogingen.attempt(folder, machine.clock):
        kluis.change_wachtzin(folder, old, new, machine.keychain, cost=machine.cost)
    return _opens_with_new(folder)


def recover(call: Call) -> Answer:
    """Set a new passphrase with the code of the recovery sheet."""
    folder, machine = _folder(call), call.machine
    kluis.check_files(folder)
    code = Herstelcode.parse(call.geheimen.ask("Herstelcode"))
    new = call.geheimen.ask_new("Nieuwe wachtzin")
    with held(folder), pogingen.attempt(folder, machine.clock):
        kluis.recover(folder, code, new, machine.keychain, cost=machine.cost)
    return _opens_with_new(folder)


_RESTORE = "Zet een reservekopie van de hele map terug."


def _add_folder(parser: Parser) -> None:
    parser.wanted.add_argument("map", metavar="MAP", type=Path, help="de map van de kluis")


def _folder(call: Call) -> Path:
    folder: Path = call.args.map
    return folder


def _opens_with_new(folder: Path) -> Answer:
    return Answer(
        ("De kluis gaat vanaf nu open met de nieuwe wachtzin. Het herstelblad blijft geldig.",),
        {"map": str(folder), "nieuwe_wachtzin": True},
    )
