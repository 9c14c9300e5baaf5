"""Putting a reservekopie back: made whole beside the kluis, proved, and only then let in.

Nothing here needs an open kluis: it is for a new laptop, and for a kluis that cannot open. What
takes the place of the present kluis does so at `kopieterug.finish`, under the instance lock.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from vtdesk.errors import DamageError, OutsideError, TooNewError, UserError, WrongSecretError
from vtdesk.security import bijlagen as bestanden
from vtdesk.security import files, header, kluis, kopieplaats, kopieterug
from vtdesk.security.cost import Cost
from vtdesk.security.folder import HEADER, PREVIOUS
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import Keychain
from vtdesk.security.kluis import Sleutels
from vtdesk.security.kopieblad import Kopieblad
from vtdesk.security.kopieplaats import Kopie
from vtdesk.services.reservekopie_maken import Tell, opens
from vtdesk.store.getuige import testify
from vtdesk.store.kopie import FULL, FullError, Nagekeken, look_over, wake

NO_COPIES = (
    "In deze map staan geen reservekopieën van vtdesk. Kies de stick zelf, of de map "
    "vtdesk-kopieen."
)

Open = Callable[[Path], Sleutels]


@dataclass(frozen=True, slots=True)
class Teruggezet:
    """A kluis that is ready to take its place, and what is in it."""

    gemaakt: datetime
    sleutels: Sleutels
    gezien: Nagekeken
    mist: int


def with_wachtzin(wachtzin: str, keychain: Keychain) -> Open:
    """Open a copy with the wachtzin that the kluis had."""
    return lambda place: kluis.unlock(place, wachtzin, keychain, believe_old=True)


def with_sheet(
    code: Herstelcode, new: str, keychain: Keychain, *, cost: Cost | None = None
) -> Open:
    """Open a copy with the herstelblad, and let a new wachtzin open it from now on."""

    def open_it(place: Path) -> Sleutels:
        sleutels = kluis.recover(place, code, new, keychain, cost=cost)
        # Its slots are those of the kluis that is set aside: tidying would take their secrets.
        (place / PREVIOUS).unlink(missing_ok=True)
        return sleutels

    return open_it


def find(chosen: Path) -> list[Kopie]:
    """List the copies in what was chosen, the newest first; refuses a folder without any."""
    try:
        found = kopieplaats.find_copies(chosen)
    except OSError as error:
        raise OutsideError(
            "Deze map kan niet worden gelezen. Kijk of de stick goed zit."
        ) from error
    if not found:
        raise UserError(NO_COPIES)
    return found


def restore(kopie: Kopie, folder: Path, open_with: Open, now: datetime, tell: Tell) -> Teruggezet:
    """Make the kluis of a copy ready to take the place of what is in this folder."""
    if kopieterug.is_pending(folder):
        raise UserError("Er wordt al een kluis teruggezet. Sluit vtdesk en open het opnieuw.")
    part = kopieterug.begin(folder)
    try:
        done = lay_down(kopie, part, open_with, tell, newer=folder)
        kopieterug.commit(folder, part, now)
    except BaseException:
        kopieterug.begin(folder).rmdir()
        raise
    return done


def lay_down(
    kopie: Kopie, part: Path, open_with: Open, tell: Tell, *, newer: Path | None = None
) -> Teruggezet:
    """Make the kluis of a copy in an empty folder, and prove all of it."""
    tell("De kopie wordt gelezen")
    named = _copy_kluis(kopie, part)
    if newer is not None:
        _prefer_newer_header(newer, part, open_with)
    sleutels = open_with(part)
    blad = kopie.blad.open(sleutels.kopie)
    tell("De bijlagen worden gelezen")
    _copy_bijlagen(kopie, blad, part)
    tell("De kopie wordt nagekeken")
    _check_against(part, blad)
    seen = look_over(part / named, sleutels.database)
    _check_bijlagen(part, blad, seen)
    wake(part / named, sleutels.database)
    with _words():
        testify(part / named, sleutels.database)
    return Teruggezet(kopie.gemaakt, sleutels, seen, len(blad.mist))


def _copy_kluis(kopie: Kopie, part: Path) -> str:
    with _words():
        kopieplaats.copy_file(kopie.pad / HEADER, part / HEADER)
        named = header.parse((part / HEADER).read_bytes()).header.database
        kopieplaats.copy_file(kopie.pad / named, part / named)
    return named


def _copy_bijlagen(kopie: Kopie, blad: Kopieblad, part: Path) -> None:
    if not blad.bijlagen:
        return
    with _words():
        (part / bestanden.FOLDER).mkdir(mode=files.PRIVATE_FOLDER)
        for one, bestand in blad.bijlagen.items():
            target = part / bestanden.FOLDER / f"{one}{bestanden.ENDING}"
            kopieplaats.copy_file(kopie.bijlage(one, bestand), target)
        files.sync_folder(part / bestanden.FOLDER)
        files.sync_folder(part)


def _prefer_newer_header(folder: Path, part: Path, open_with: Open) -> None:
    """Keep the wachtzin of now, where the present header still opens the same keys."""
    try:
        present = header.parse(files.read_at_most(folder / HEADER, header.MAX_BYTES)).header
    except (OSError, DamageError, TooNewError):
        return
    copied = (part / HEADER).read_bytes()
    old = header.parse(copied).header
    same = (old.vault_id, old.epoch, old.database)
    if same != (present.vault_id, present.epoch, present.database):
        return
    if present.generation <= old.generation:
        return
    files.replace_private(part / HEADER, (folder / HEADER).read_bytes())
    try:
        open_with(part)
    except (WrongSecretError, DamageError):
        files.replace_private(part / HEADER, copied)


def _check_against(part: Path, blad: Kopieblad) -> None:
    """Compare what was laid down with the list; the header may be a newer one."""
    wanted = {part / blad.database_naam: blad.database}
    for one, bestand in blad.bijlagen.items():
        wanted[part / bestanden.FOLDER / f"{one}{bestanden.ENDING}"] = bestand
    for path, bestand in wanted.items():
        if kopieplaats.print_of(path) != bestand:
            raise DamageError("Deze reservekopie is beschadigd. Kies een andere kopie.")


def _check_bijlagen(part: Path, blad: Kopieblad, seen: Nagekeken) -> None:
    """Open every bijlage with the key that lies in the restored database."""
    for one, sleutel in seen.bijlagen.items():
        path = bestanden.path_of(part, one)
        if one.hex not in blad.mist and not opens(path, one, sleutel):
            raise DamageError(
                "Een bijlage in deze reservekopie is beschadigd. Kies een andere kopie."
            )


@contextmanager
def _words() -> Iterator[None]:
    """Say in words what the medium or the disk refuses."""
    try:
        yield
    except FileNotFoundError as error:
        raise DamageError(
            "In deze reservekopie ontbreekt een bestand. Kies een andere kopie."
        ) from error
    except OSError as error:
        if error.errno in FULL:
            raise FullError(
                "De schijf van deze laptop is vol. Er is niets veranderd. Maak ruimte vrij en "
                "probeer het opnieuw."
            ) from error
        raise OutsideError(
            "De reservekopie kan niet worden gelezen of geschreven. Kijk of de stick goed zit en "
            "probeer het opnieuw. Er is niets veranderd."
        ) from error
