"""`kopie.json`: what belongs to one reservekopie, proved by a MAC; its counts are closed in a box.

Without a key it tells which kluis it is of, when it was made and how large its files are: enough to
choose one on another laptop. How many casussen there are is nobody's business.
"""

import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from vtdesk.errors import DamageError
from vtdesk.security import canonical, keys
from vtdesk.security.fields import Fields, WrongFieldError, decoded, written
from vtdesk.security.slot import ID_SIZE

FORMAT = 1
MAX_BYTES = 64 * 1024 * 1024
_HASH = 32
_PURPOSE = "kopie-inhoud"
_LAST_NUMBER = 2**31  # so many copies nobody makes
_BIJLAGE = re.compile(r"[0-9a-f]{32}")
_DATABASE = re.compile(r"kluis[0-9a-z-]{0,40}\.db")  # a name of ours, and never a path


@dataclass(frozen=True, slots=True)
class Bestand:
    """One file as it was copied."""

    grootte: int
    sha256: bytes


@dataclass(frozen=True, slots=True)
class Inhoud:
    """What a copy holds, in numbers; shown after a test, and never readable without the key."""

    casussen: int
    verslagen: int
    laatste: str  # the last event in the logboek, in UTC; "" when there is none
    seq: int  # of that event


@dataclass(frozen=True, slots=True)
class Kopieblad:
    """What belongs to one copy."""

    vault_id: str
    epoch: int
    generation: int
    nummer: int  # in its place: each copy has a higher one than all before it
    gemaakt: datetime
    sleutelkop: Bestand
    database: Bestand
    database_naam: str
    bijlagen: Mapping[str, Bestand]  # by the id of the bijlage
    mist: tuple[str, ...]  # bijlagen that were damaged or gone in the kluis itself
    inhoud: Inhoud = field(repr=False)

    @property
    def grootte(self) -> int:
        """Count the bytes of the whole copy, with the bijlagen that it shares."""
        shared = sum(one.grootte for one in self.bijlagen.values())
        return self.sleutelkop.grootte + self.database.grootte + shared


@dataclass(frozen=True, slots=True)
class GeslotenKopieblad:
    """The same as it lies on disk: not to be believed before its MAC is checked."""

    vault_id: str
    epoch: int
    nummer: int
    gemaakt: datetime
    grootte: int
    fields: Mapping[str, Any] = field(repr=False, compare=False)
    mac: bytes = field(repr=False)

    def open(self, key: bytes) -> Kopieblad:
        """Believe it and read all of it, or raise."""
        if not keys.same(keys.mac(key, canonical.canonical(self.fields)), self.mac):
            raise damaged()
        try:
            return _read(Fields(self.fields), key)
        except (WrongFieldError, keys.NoMatchError, ValueError) as error:
            raise damaged() from error


def damaged() -> DamageError:
    """Say that the list of a copy is not what vtdesk wrote."""
    return DamageError(
        "De lijst kopie.json van deze reservekopie is beschadigd of hoort bij een andere sleutel. "
        "Kies een andere kopie."
    )


def dump(blad: Kopieblad, key: bytes) -> bytes:
    """Write the list as the bytes of its file."""
    nonce = secrets.token_bytes(keys.NONCE_SIZE)
    inhoud = canonical.canonical(
        {
            "casussen": blad.inhoud.casussen,
            "verslagen": blad.inhoud.verslagen,
            "laatste": blad.inhoud.laatste,
            "seq": blad.inhoud.seq,
        }
    )
    fields: dict[str, Any] = {
        "format": FORMAT,
        "vault_id": blad.vault_id,
        "epoch": blad.epoch,
        "generation": blad.generation,
        "nummer": blad.nummer,
        "gemaakt": blad.gemaakt.astimezone(UTC).isoformat(timespec="microseconds"),
        "grootte": blad.grootte,
        "sleutelkop": _written(blad.sleutelkop),
        "database": {"file": blad.database_naam, **_written(blad.database)},
        "bijlagen": {name: _written(one) for name, one in blad.bijlagen.items()},
        "mist": list(blad.mist),
        "nonce": written(nonce),
        "inhoud": written(_box(key, blad.vault_id, inhoud, nonce)),
    }
    mac = keys.mac(key, canonical.canonical(fields))
    return canonical.canonical({"kopie": fields, "mac": written(mac)}) + b"\n"


def parse(data: bytes) -> GeslotenKopieblad:
    """Read what can be read without a key."""
    try:
        whole = Fields(canonical.parse(data.rstrip(b"\n")))
        fields, mac = whole.inner("kopie").rest(), whole.data("mac", _HASH)
        shown = Fields(fields)
        return GeslotenKopieblad(
            vault_id=shown.hex("vault_id", ID_SIZE),
            epoch=shown.whole("epoch", least=1),
            nummer=_nummer(shown),
            gemaakt=_moment(shown),
            grootte=shown.whole("grootte"),
            fields=fields,
            mac=mac,
        )
    except (canonical.NotCanonicalError, WrongFieldError, ValueError) as error:
        raise damaged() from error


def bijlagen_of(blad: GeslotenKopieblad) -> dict[str, Bestand]:
    """Name the bijlagen of a copy without a key: enough to keep their files, not to trust them."""
    try:
        found = Fields(blad.fields).inner("bijlagen")
        return {name: _bestand(found.inner(name)) for name in found.rest()}
    except WrongFieldError as error:
        raise damaged() from error


def _read(fields: Fields, key: bytes) -> Kopieblad:
    if fields.whole("format") != FORMAT:
        raise WrongFieldError("another format")
    database, bijlagen = fields.inner("database"), fields.inner("bijlagen")
    vault_id = fields.hex("vault_id", ID_SIZE)
    named = database.text("file")
    if not _DATABASE.fullmatch(named) or not all(map(_BIJLAGE.fullmatch, bijlagen.rest())):
        raise WrongFieldError("a name that vtdesk never gives")
    return Kopieblad(
        vault_id=vault_id,
        epoch=fields.whole("epoch", least=1),
        generation=fields.whole("generation", least=1),
        nummer=_nummer(fields),
        gemaakt=_moment(fields),
        sleutelkop=_bestand(fields.inner("sleutelkop")),
        database_naam=named,
        database=_bestand(database),
        bijlagen={name: _bestand(bijlagen.inner(name)) for name in bijlagen.rest()},
        mist=tuple(str(name) for name in fields.items("mist")),
        inhoud=_inhoud(fields, key, vault_id),
    )


def _inhoud(fields: Fields, key: bytes, vault_id: str) -> Inhoud:
    nonce = fields.data("nonce", keys.NONCE_SIZE)
    box = decoded(fields.text("inhoud", most=1024))
    own = keys.subkey(key, _PURPOSE, bytes.fromhex(vault_id))
    found = Fields(canonical.parse(keys.unwrap(own, box, nonce=nonce, bound=b"")))
    return Inhoud(**found.rest())


def _box(key: bytes, vault_id: str, content: bytes, nonce: bytes) -> bytes:
    own = keys.subkey(key, _PURPOSE, bytes.fromhex(vault_id))
    return keys.wrap(own, content, nonce=nonce, bound=b"")


def _bestand(fields: Fields) -> Bestand:
    return Bestand(fields.whole("grootte"), fields.data("sha256", _HASH))


def _written(one: Bestand) -> dict[str, Any]:
    return {"grootte": one.grootte, "sha256": written(one.sha256)}


def after(numbers: Iterable[int]) -> int:
    """Number the copy that comes after these."""
    return min(max(numbers, default=0) + 1, _LAST_NUMBER)


def _nummer(fields: Fields) -> int:
    """Take the number of a copy; 0 of one that was made before copies had one."""
    found = fields.whole("nummer") if fields.has("nummer") else 0
    if found > _LAST_NUMBER:
        raise WrongFieldError("a number that vtdesk never gives")
    return found


def _moment(fields: Fields) -> datetime:
    moment = datetime.fromisoformat(fields.text("gemaakt"))
    if moment.tzinfo is None:
        raise WrongFieldError("a moment without its zone")
    return moment.astimezone(UTC)
