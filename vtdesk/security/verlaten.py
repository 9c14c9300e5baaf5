"""Leaving a laptop: all that vtdesk wrote on it goes, the key first, and is looked for afterwards.

`begin` writes `kluis.verlaten`; from that rename on nothing opens this kluis any more, and whoever
takes it next goes on with `finish`, from the top: each step may be done twice. The headers are
written over before anything else goes, so that what a kill leaves behind is noise.
"""

import os
import secrets
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from vtdesk.errors import DamageError, OutsideError, TooNewError
from vtdesk.security import anker, buiten, files, folder, instance, kopiestand, pogingen, snel
from vtdesk.security import header as headers
from vtdesk.security.canonical import NotCanonicalError, canonical, parse
from vtdesk.security.fields import Fields, WrongFieldError
from vtdesk.security.keychain import Keychain, KeychainError
from vtdesk.security.sessie import NoSessieError, Sessie
from vtdesk.values.vertrekwoorden import BEGONNEN, Plek, bewijs

PROOF = "vtdesk-bewijs"  # a neutral name, with the moment behind it
_MAX_BYTES = 64 * 1024
_LONGEST_PATH = 4096
_HURRY = 2.0  # seconds for each secret; a keychain that hangs must not stop the rest
_KEY_FILES = ("kluis.vtkop*", "kluis.snel*")
_PIECE = 1 << 16
_STAMP = "%Y%m%dT%H%M%SZ"
_KEEPS_SETTINGS = "vtdesk"


@dataclass(frozen=True, slots=True)
class Afscheid:
    """What was decided before anything went, in words that hold nothing of a casus."""

    begonnen: datetime
    regels: tuple[str, ...]  # for the proof: which copy goes along, and what was answered
    plaats: str = ""  # where the proof goes; "" for nowhere


@dataclass(frozen=True, slots=True)
class Verlaten:
    """What was found when it was looked for again."""

    plekken: tuple[Plek, ...]
    bewijs: str  # the words of the proof
    bewaard: Path | None  # where the proof lies, if it could be written

    @property
    def is_leeg(self) -> bool:
        """Tell whether nothing is left."""
        return not any(plek.rest for plek in self.plekken)


def begin(kluis: Path, afscheid: Afscheid) -> None:
    """Decide it: from here the kluis does not open, and only `finish` is left."""
    names, ids = _secrets_of(kluis)
    if afscheid.plaats:
        _write_proof(Path(afscheid.plaats), afscheid.begonnen, BEGONNEN)
    fields: dict[str, Any] = {
        "begonnen": afscheid.begonnen.isoformat(),
        "regels": list(afscheid.regels),
        **({"plaats": afscheid.plaats} if afscheid.plaats else {}),
        "sleutels": sorted(names),
        "kluizen": sorted(ids),
        "sessie": sorted(_quick_of(kluis)),
    }
    with files.words_for_disk(kluis):
        files.replace_private(kluis / folder.LEAVING, canonical(fields))


def is_pending(kluis: Path) -> bool:
    """Tell whether this laptop is being left."""
    return (kluis / folder.LEAVING).is_file()


def finish(kluis: Path, keychain: Keychain, sessie: Sessie, now: datetime) -> Verlaten | None:
    """Take everything away and look again; None when nobody decided to leave.

    Only under the instance lock, with no store open.
    """
    if not is_pending(kluis):
        return None
    afscheid, geheimen = _read(kluis)
    with files.words_for_disk(kluis):
        _blank_keys(kluis)
    held = [
        *_forget(geheimen.sleutels, keychain),
        *_forget_anchors(geheimen.kluizen, keychain),
        *_forget_quick(geheimen.sessie, sessie),
    ]
    buiten.clear(kluis)
    for path in _own(kluis):
        _remove(path)
    for path in settings_places():
        _remove(path)
    places = _look(kluis, held)
    words = bewijs(afscheid.begonnen, now, afscheid.regels, places)
    kept = (
        _write_proof(Path(afscheid.plaats), afscheid.begonnen, words) if afscheid.plaats else None
    )
    if not any(plek.rest for plek in places):
        _let_go(kluis)
    return Verlaten(tuple(places), words, kept)


def settings_places() -> list[Path]:
    """Give where size and colours of the window are kept, outside the kluis."""
    home = Path.home()
    if sys.platform == "darwin":
        return [home / "Library" / "Preferences" / "com.vtdesk.vtdesk.plist"]
    if sys.platform == "win32":
        return []  # they are in the registry, which the window clears itself
    named = Path(os.environ.get("XDG_CONFIG_HOME") or "")
    base = named if named.is_absolute() else home / ".config"
    return [base / _KEEPS_SETTINGS]


@dataclass(frozen=True, slots=True)
class _Geheimen:
    """What other programs keep for this kluis, by name."""

    sleutels: list[str]  # in the keychain
    kluizen: list[str]  # of which it holds an anchor
    sessie: list[str]  # of a PIN, until log-off


def _read(kluis: Path) -> tuple[Afscheid, _Geheimen]:
    """Read what was decided; when it cannot be read, it was decided all the same."""
    try:
        found = Fields(parse(files.read_at_most(kluis / folder.LEAVING, _MAX_BYTES)))
        afscheid = Afscheid(
            datetime.fromisoformat(found.text("begonnen")),
            tuple(map(str, found.items("regels"))),
            found.text("plaats", most=_LONGEST_PATH) if found.has("plaats") else "",
        )
        quick = _words(found, "sessie") if found.has("sessie") else []
        return afscheid, _Geheimen(_words(found, "sleutels"), _words(found, "kluizen"), quick)
    except (OSError, NotCanonicalError, WrongFieldError, ValueError):
        names, ids = _secrets_of(kluis)
        moment = datetime.fromtimestamp((kluis / folder.LEAVING).stat().st_mtime, UTC)
        quick = sorted(_quick_of(kluis))
        return Afscheid(moment, ()), _Geheimen(sorted(names), sorted(ids), quick)


def _words(found: Fields, name: str) -> list[str]:
    return [str(one) for one in found.items(name)]


def _secrets_of(kluis: Path) -> tuple[set[str], set[str]]:
    """Name what the keychain holds for any header here, also for one that was set aside."""
    names: set[str] = set()
    ids: set[str] = set()
    for path in _key_files(kluis):
        with suppress(OSError, DamageError, TooNewError):
            header = headers.parse(files.read_at_most(path, headers.MAX_BYTES)).header
            ids.add(header.vault_id)
            names |= {slot.id for slot in header.slots if slot.keyring}
    return names, ids if names else set()  # an anchor is only kept where a secret is


def _quick_of(kluis: Path) -> set[str]:
    """Name what the session of the desktop holds for a PIN."""
    return {snel.kept_as(path.parent) for path in kluis.rglob(snel.FILE)} - {""}


def _key_files(kluis: Path) -> list[Path]:
    """List every file that a secret opens, the present header first."""
    found = {path for kind in _KEY_FILES for path in kluis.rglob(kind) if path.is_file()}
    return sorted(found, key=lambda path: (path != kluis / folder.HEADER, str(path)))


def _blank_keys(kluis: Path) -> None:
    """Write over what holds the master key, and take it away."""
    for path in _key_files(kluis):
        if not path.is_symlink():
            with path.open("r+b", buffering=0) as file:
                size = os.fstat(file.fileno()).st_size
                for _ in range(0, size, _PIECE):
                    file.write(secrets.token_bytes(_PIECE))
                os.fsync(file.fileno())
        path.unlink()
        files.sync_folder(path.parent)


def _forget(names: Iterable[str], keychain: Keychain) -> Iterator[str]:
    for name in names:
        try:
            keychain.hurried(_HURRY).forget(name)
        except KeychainError:
            yield name


def _forget_anchors(ids: Iterable[str], keychain: Keychain) -> Iterator[str]:
    for vault_id in ids:
        try:
            anker.vergeet(keychain.hurried(_HURRY), vault_id)
        except KeychainError:
            yield vault_id


def _forget_quick(names: Iterable[str], sessie: Sessie) -> Iterator[str]:
    """Let the session forget; where there is none, it has forgotten already."""
    for name in names:
        with suppress(NoSessieError):
            sessie.forget(name)
            if sessie.fetch(name) is not None:
                yield name


def _own(kluis: Path) -> list[Path]:
    """List what is of vtdesk in the folder of the kluis, but for what says that it goes on."""
    stays = (folder.LEAVING, instance.FILE)
    return [path for path in _entries(kluis) if folder.is_own(path) and path.name not in stays]


def _entries(place: Path) -> list[Path]:
    try:
        return sorted(place.iterdir())
    except OSError:
        return []


def _remove(path: Path) -> None:
    """Take a file or folder away; what resists is found when it is looked for."""
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _look(kluis: Path, held: Sequence[str]) -> list[Plek]:
    """Look in every place in which vtdesk ever writes, as if nothing was done."""
    left = _own(kluis)
    kinds = {
        "Sleutelkop van de kluis": _key_files(kluis),
        "Database met logboek": [path for path in left if ".db" in path.name],
        "Getuige en pogingen": [
            path for path in left if path.name.startswith(("kluis.getuige", pogingen.FILE))
        ],
        "Bijlagen": [path for path in left if path.name.startswith("kluis.bijlagen")],
        "Reservekopieën op deze laptop": [
            path for path in left if path.name in (kopiestand.OWN, kopiestand.FILE)
        ],
    }
    seen = {path for found in kinds.values() for path in found}
    kinds["Andere bestanden van de kluis"] = [path for path in left if path not in seen]
    kinds["Kopieën voor andere programma's"] = buiten.left(kluis)
    kinds["Instellingen van het venster"] = [path for path in settings_places() if path.exists()]
    places = [Plek(name, tuple(map(str, found))) for name, found in kinds.items()]
    secret = ("de sleutelbos gaf geen antwoord",) if held else ()
    return [*places, Plek("Sleutelbos", secret)]


def _write_proof(place: Path, begun: datetime, words: str) -> Path | None:
    """Write the proof on the medium; it is shown too, so a medium that is gone stops nothing."""
    path = place / f"{PROOF}-{begun.astimezone(UTC).strftime(_STAMP)}.txt"
    try:
        files.replace_among_others_by(path, (words.encode(),))
    except OSError as error:
        if words == BEGONNEN:
            raise OutsideError(
                "Het bewijs kan hier niet worden geschreven. Kijk of de stick goed zit en niet op "
                "slot staat. Er is niets weggehaald."
            ) from error
        return None
    return path


def _let_go(kluis: Path) -> None:
    """Take away what said that it was going on, and the folders when they are empty."""
    (kluis / folder.LEAVING).unlink()
    with suppress(OSError):
        (kluis / instance.FILE).unlink()
    for empty in (kluis, kluis.parent):
        if empty == kluis or empty.name == _KEEPS_SETTINGS:
            with suppress(OSError):
                empty.rmdir()
