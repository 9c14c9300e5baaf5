"""A slot of the header: the master key in a box that one secret opens."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from vtdesk.security import keys
from vtdesk.security.canonical import canonical
from vtdesk.security.cost import Cost
from vtdesk.security.fields import Fields, WrongFieldError, written

ID_SIZE = 16
SALT_SIZE = 16
_BOX_SIZE = keys.KEY_SIZE + 16  # the tag of AES-GCM
_ALGORITHM = "argon2id"


class SlotKind(StrEnum):
    """What a person has in hands to open the kluis."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a kind
    RECOVERY = "recovery"


KNOWN_KINDS = frozenset(SlotKind)


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in; every parameter is bound to the box, so none can be weakened unseen."""

    kind: SlotKind
    id: str
    created: str
    salt: bytes
    cost: Cost | None = None
    keyring: bool = False
    nonce: bytes = b""
    box: bytes = field(default=b"", repr=False)
    unknown: Mapping[str, Any] = field(default_factory=dict)

    def bound(self, vault_id: str) -> bytes:
        """Give the bytes that the box is bound to: this kluis and every parameter."""
        return canonical({"vault_id": vault_id, "slot": self._parameters()})

    def to_json(self) -> dict[str, Any]:
        return self._parameters() | {"nonce": written(self.nonce), "wrapped": written(self.box)}

    @classmethod
    def from_json(cls, value: Any) -> "Slot":
        """Read a slot of a known kind; a WrongFieldError when it is not one."""
        fields = Fields(value)
        kind = SlotKind(fields.text("type"))
        slow = kind is SlotKind.PASSPHRASE
        return cls(
            kind=kind,
            id=fields.hex("id", ID_SIZE),
            created=fields.text("created"),
            salt=fields.data("salt", SALT_SIZE),
            cost=_read_cost(fields.inner("kdf")) if slow else None,
            keyring=fields.flag("keyring_required") if slow else False,
            nonce=fields.data("nonce", keys.NONCE_SIZE),
            box=fields.data("wrapped", _BOX_SIZE),
            unknown=fields.rest(),
        )

    def _parameters(self) -> dict[str, Any]:
        known: dict[str, Any] = {
            "type": str(self.kind),
            "id": self.id,
            "created": self.created,
            "salt": written(self.salt),
        }
        if self.cost is not None:
            known["kdf"] = {
                "alg": _ALGORITHM,
                "m": self.cost.memory,
                "t": self.cost.passes,
                "p": self.cost.lanes,
            }
            known["keyring_required"] = self.keyring
        return {**self.unknown, **known}


def _read_cost(fields: Fields) -> Cost:
    if fields.text("alg") != _ALGORITHM:
        raise WrongFieldError("this way of stretching is not known")
    cost = Cost(memory=fields.whole("m"), passes=fields.whole("t"), lanes=fields.whole("p"))
    if fields.rest():
        raise WrongFieldError("Argon2id has no other parameters")
    return cost
