"""Laying a reservekopie down in an empty folder, and proving that all of it came over.

For a kluis that takes the place of the present one, and for a trial that is thrown away.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from vtdesk.errors import DamageError, OutsideError, TooNewError, WrongSecretError
from vtdesk.security import bijlagen as bestanden
from vtdesk.security import files, header, kopieplaats
from vtdesk.security.folder import HEADER
from vtdesk.security.kluis import Sleutels
from vtdesk.security.kopieblad import Kopieblad
from vtdesk.security.kopieplaats import Kopie
from vtdesk.services.logproef import prove_copy
from vtdesk.services.reservekopie.maken import Tell, first_of, opens
from vtdesk.store.getuige import testify
from vtdesk.store.kopie import FULL, FullError, Nagekeken, look_over, wake
from vtdesk.values.terugkeer import Terugkeer

Open = Callable[[Path], Sleutels]


@dataclass(frozen=True, slots=True)
class Teruggezet:
    """A kluis that is ready to take its place, and what is in it."""

    gemaakt: datetime
    sleutels: Sleutels
    gezien: Nagekeken
    mist: int
    terugkeer: Terugkeer = field(default_factory=Terugkeer)  # what was destroyed after it


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
    tell("Het logboek wordt nagekeken")
    found = prove_copy(part / named, sleutels.database).bevindingen
    seen = replace(seen, logboek=first_of(found))
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
