"""The code on the herstelblad: eight groups of four, the last of which finds a typing error."""

import hashlib
import re
import secrets
from dataclasses import dataclass, field
from itertools import chain
from typing import Self

from vtdesk.errors import UserError

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
GROUPS = 8
GROUP_SIZE = 4
_BODY = (GROUPS - 1) * GROUP_SIZE
_LENGTH = GROUPS * GROUP_SIZE
_READ_AS = str.maketrans("ILO", "110")
_SEPARATORS = re.compile(r"[\s\-‐-―.,_]+")


@dataclass(frozen=True, slots=True)
class Herstelcode:
    """140 random bits as a person writes them down."""

    signs: str = field(repr=False)

    @classmethod
    def new(cls) -> Self:
        """Draw a new code."""
        body = "".join(secrets.choice(SIGNS) for _ in range(_BODY))
        return cls(body + _checksum(body))

    @classmethod
    def parse(cls, typed: str) -> Self:
        """Read what was typed; a UserError names the group that cannot be right."""
        groups = _split(typed)
        for number, group in enumerate(groups, 1):
            _check_group(number, group)
        if len(groups) != GROUPS:
            raise UserError(
                f"Op het herstelblad staan {GROUPS} groepen; hier zijn er {len(groups)}."
            )
        signs = "".join(groups)
        if _checksum(signs[:_BODY]) != signs[_BODY:]:
            raise UserError(_name_the_error(signs))
        return cls(signs)

    @property
    def groups(self) -> tuple[str, ...]:
        """Give the eight groups, as they are printed."""
        return tuple(_in_fours(self.signs))

    @property
    def tekst(self) -> str:
        """Write the code on one line."""
        return "-".join(self.groups)

    @property
    def secret(self) -> bytes:
        """Give the random part, which makes the key; the checksum adds nothing to it."""
        return self.signs[:_BODY].encode()

    def group_is(self, number: int, typed: str) -> bool:
        """Tell whether group `number` (from 1) was copied well from the sheet."""
        return as_group(typed) == self.groups[number - 1]


def as_group(typed: str) -> str:
    """Read one group as a person types it."""
    return "".join(_split(typed))


def _split(typed: str) -> list[str]:
    """Bring to groups; without separators the signs are counted off in fours."""
    clean = typed.strip().upper().translate(_READ_AS)
    groups = [group for group in _SEPARATORS.split(clean) if group]
    return _in_fours(groups[0]) if len(groups) == 1 else groups


def _in_fours(signs: str) -> list[str]:
    return [signs[start : start + GROUP_SIZE] for start in range(0, len(signs), GROUP_SIZE)]


def _check_group(number: int, group: str) -> None:
    wrong = next((sign for sign in group if sign not in SIGNS), None)
    if wrong is not None:
        raise UserError(
            f"In groep {number} staat een teken dat niet op het blad kan staan: {wrong}"
        )
    if len(group) != GROUP_SIZE:
        noun = "teken" if len(group) == 1 else "tekens"
        raise UserError(
            f"Groep {number} heeft {len(group)} {noun}; het moeten er {GROUP_SIZE} zijn."
        )


def _checksum(body: str) -> str:
    """Give 20 bits over the body; no secret is in it, so a typing error shows before any key."""
    digest = hashlib.sha256(b"vtdesk/1/herstelcode" + body.encode()).digest()
    number = int.from_bytes(digest[:3]) >> 4
    return "".join(SIGNS[number >> shift & 31] for shift in (15, 10, 5, 0))


def _name_the_error(signs: str) -> str:
    """Name the group, when one wrong sign or two swapped ones explain the whole error."""
    places = {
        place for place, guess in _repairs(signs) if _checksum(guess[:_BODY]) == guess[_BODY:]
    }
    groups = {place // GROUP_SIZE + 1 for place in places}
    if len(groups) == 1:
        return f"Er zit een typefout in groep {groups.pop()}. Kijk nog eens op het blad."
    return "Er zit een typefout in. Vergelijk elke groep met het blad."


def _repairs(signs: str) -> chain[tuple[int, str]]:
    """Undo each typing error that one finger can make; 1,023 tries take two milliseconds."""
    replaced = (
        (place, signs[:place] + sign + signs[place + 1 :])
        for place in range(_LENGTH)
        for sign in SIGNS
    )
    swapped = (
        (place, signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :])
        for place in range(_LENGTH - 1)
    )
    return chain(replaced, swapped)
