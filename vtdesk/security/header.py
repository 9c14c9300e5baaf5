"""The header file of a kluis: which secrets open it, and with which parameters."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from vtdesk.errors import DamageError, TooNewError
from vtdesk.security import canonical, keys
from vtdesk.security.fields import Fields, WrongFieldError, decoded, written
from vtdesk.security.slot import ID_SIZE, KNOWN_KINDS, Slot, SlotKind

FORMAT = 1
SUITE = "argon2id/hkdf-sha256/aes-256-gcm/hmac-sha256"
APPLICATION_ID = 0x76746B31  # "vtk1" in the SQLite header of the database
MAX_BYTES = 16 * 1024
MAX_SLOTS = 16
_SHAPE = re.compile(rb"vtdesk/(\d{1,6})\n(.*)\n--- ([A-Za-z0-9+/=]{44})\n", re.DOTALL)
_FIRST_LINE = re.compile(rb"vtdesk/(\d{1,6})\n")
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


class HeaderFault(StrEnum):
    """Why a header is not accepted; the sentence for the user is the same for most."""

    FOREIGN = "foreign"
    SIZE = "size"
    FORM = "form"
    COST = "cost"
    FLOOR = "floor"
    MAC = "mac"


class HeaderDamageError(DamageError):
    """The header file is cut, changed or of another program."""

    def __init__(self, fault: HeaderFault) -> None:
        super().__init__(
            "De sleutelkop kluis.vtkop is beschadigd of buiten vtdesk veranderd. "
            "Zet dit bestand terug uit een reservekopie. De casussen zelf zijn niet aangeraakt."
        )
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Header:
    """The content of `kluis.vtkop`."""

    vault_id: str
    created: str
    slots: tuple[Slot, ...]
    generation: int = 1
    epoch: int = 1
    min_reader: int = FORMAT
    min_writer: int = FORMAT
    suite: str = SUITE
    database: str = "kluis.db"
    application_id: int = APPLICATION_ID
    strange_slots: tuple[Mapping[str, Any], ...] = ()
    unknown: Mapping[str, Any] = field(default_factory=dict)

    @property
    def salt(self) -> bytes:
        """Give the salt of all keys that come from the master key."""
        return bytes.fromhex(self.vault_id)

    def to_json(self) -> dict[str, Any]:
        slots: list[Any] = [slot.to_json() for slot in self.slots]
        return {
            **self.unknown,
            "vault_id": self.vault_id,
            "created": self.created,
            "generation": self.generation,
            "epoch": self.epoch,
            "min_reader": self.min_reader,
            "min_writer": self.min_writer,
            "suite": self.suite,
            "database": {"file": self.database, "application_id": self.application_id},
            "slots": slots + list(self.strange_slots),
        }

    def of_kind(self, kind: SlotKind) -> list[Slot]:
        """Pick the slots that one secret may open."""
        return [slot for slot in self.slots if slot.kind is kind]

    def check_writable(self) -> None:
        """Refuse to rewrite what a newer vtdesk added: this one does not know what it means."""
        unknown = self.unknown or any(slot.unknown for slot in self.slots)
        if self.min_writer > FORMAT or unknown:
            raise TooNewError(
                "Een nieuwere vtdesk heeft deze kluis bijgewerkt. Openen kan, maar de sleutels "
                "veranderen kan alleen met die nieuwere vtdesk."
            )


@dataclass(frozen=True, slots=True)
class SealedHeader:
    """A header as it lies on disk: not to be believed before its MAC is checked."""

    header: Header
    signed: bytes
    mac: bytes

    def check(self, master: bytes) -> None:
        """Believe the header, or raise."""
        key = keys.subkey(master, "header", self.header.salt)
        if not keys.same(keys.mac(key, self.signed), self.mac):
            raise HeaderDamageError(HeaderFault.MAC)


def dump(header: Header, master: bytes) -> bytes:
    """Write a header as the text of its file."""
    header.check_writable()
    if any(slot.cost is not None and not slot.cost.writable() for slot in header.slots):
        raise HeaderDamageError(HeaderFault.FLOOR)
    body = canonical.canonical(header.to_json())
    signed = b"vtdesk/%d\n%b\n---" % (FORMAT, body)
    code = keys.mac(keys.subkey(master, "header", header.salt), signed)
    data = signed + b" " + written(code).encode() + b"\n"
    if len(data) > MAX_BYTES:
        raise HeaderDamageError(HeaderFault.SIZE)
    return data


def parse(data: bytes) -> SealedHeader:
    """Read a header strictly and cheaply: no key is derived, nothing is believed yet."""
    if len(data) > MAX_BYTES:
        raise HeaderDamageError(HeaderFault.SIZE)
    _check_version(data)
    shape = _SHAPE.fullmatch(data)
    if shape is None:
        raise HeaderDamageError(HeaderFault.FORM)
    signed = data[: shape.end(2) + len(b"\n---")]
    try:
        body = canonical.parse(shape[2])
        header = _read_header(body)
        code = decoded(shape[3].decode())
    except (canonical.NotCanonicalError, WrongFieldError) as error:
        raise HeaderDamageError(HeaderFault.FORM) from error
    _check_costs(header)
    return SealedHeader(header, signed, code)


def _check_version(data: bytes) -> None:
    first = _FIRST_LINE.match(data)
    if first is None:
        raise HeaderDamageError(HeaderFault.FOREIGN)
    if int(first[1]) > FORMAT:
        raise _too_new()
    if int(first[1]) < FORMAT:
        raise HeaderDamageError(HeaderFault.FOREIGN)


def _read_header(value: Any) -> Header:
    fields = Fields(value)
    min_reader = fields.whole("min_reader", least=1)
    if min_reader > FORMAT:
        raise _too_new()
    database = fields.inner("database")
    known, strange = _read_slots(fields.items("slots"))
    header = Header(
        vault_id=fields.hex("vault_id", ID_SIZE),
        created=fields.text("created"),
        slots=known,
        generation=fields.whole("generation", least=1),
        epoch=fields.whole("epoch", least=1),
        min_reader=min_reader,
        min_writer=fields.whole("min_writer", least=1),
        suite=fields.text("suite"),
        database=database.text("file"),
        application_id=database.whole("application_id"),
        strange_slots=strange,
        unknown=fields.rest(),
    )
    if header.suite != SUITE or database.rest() or not _FILE_NAME.fullmatch(header.database):
        raise WrongFieldError("another suite, or a database that is not in this folder")
    return header


def _read_slots(items: list[Any]) -> tuple[tuple[Slot, ...], tuple[Mapping[str, Any], ...]]:
    """Read the slots; a kind that only a newer vtdesk knows is kept and passed over."""
    if len(items) > MAX_SLOTS:
        raise HeaderDamageError(HeaderFault.COST)
    known, strange = [], []
    for item in items:
        if Fields(item).text("type") in KNOWN_KINDS:
            known.append(Slot.from_json(item))
        else:
            strange.append(item)
    return tuple(known), tuple(strange)


def _check_costs(header: Header) -> None:
    """Refuse what would eat the machine and what would be guessed too fast, before any guess."""
    for cost in (slot.cost for slot in header.slots if slot.cost is not None):
        if not cost.possible():
            raise HeaderDamageError(HeaderFault.FORM)
        if not cost.bearable():
            raise HeaderDamageError(HeaderFault.COST)
        if not cost.readable():
            raise HeaderDamageError(HeaderFault.FLOOR)


def _too_new() -> TooNewError:
    return TooNewError(
        "Deze kluis is van een nieuwere vtdesk. Werk vtdesk bij op deze laptop. "
        "Er is niets veranderd."
    )
