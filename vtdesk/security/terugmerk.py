"""The mark of a kluis that was put back: it may be older than what is known of it.

Whoever can write in the folder could lay a mark beside an old kluis. So it is believed only with
a MAC under a key of that kluis, over which kluis it is and the print of its database; and what it
tells is read only then.
"""

import hashlib
import struct
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from vtdesk.security import files, keys, kopieterug, koppen

_SHAPE = struct.Struct(">32sQ")  # the MAC, and the generation that its header had
_MAX_BYTES = 4096


class Sleutels(Protocol):
    """What it asks of the keys of a kluis."""

    @property
    def vault_id(self) -> str:
        """Tell which kluis it is."""

    @property
    def generation(self) -> int:
        """Give the number of its header."""

    @property
    def file(self) -> str:
        """Name its database."""

    @property
    def kopie(self) -> bytes:
        """Give the key of what proves a copy of it."""


def seal(place: Path, sleutels: Sleutels, told: bytes = b"") -> bytes:
    """Make the mark of a kluis that is not open; without the keys of it there is none."""
    header = koppen.read(place).header
    if (header.vault_id, header.database) != (sleutels.vault_id, sleutels.file):
        return b""
    code = _mac(place, sleutels, header.generation, told)
    return _SHAPE.pack(code, header.generation) + told


def read(folder: Path, sleutels: Sleutels) -> bytes | None:
    """Give what a mark of this very kluis tells; None without one. Asked before it is opened."""
    if not kopieterug.is_restored(folder):
        return None
    with suppress(OSError):
        mark = files.read_at_most(folder / kopieterug.MARK, _MAX_BYTES)
        if _SHAPE.size <= len(mark) <= _MAX_BYTES:
            code, generation = _SHAPE.unpack_from(mark)
            told = mark[_SHAPE.size :]
            if keys.same(code, _mac(folder, sleutels, generation, told)):
                # A secret may have been changed since; an older header was never put back.
                return told if sleutels.generation >= generation else None
    return None


def _mac(place: Path, sleutels: Sleutels, generation: int, told: bytes) -> bytes:
    with (place / sleutels.file).open("rb") as file:
        seen = hashlib.file_digest(file, "sha256").digest()
    salt = bytes.fromhex(sleutels.vault_id)
    key = keys.subkey(sleutels.kopie, "restored", salt)
    return keys.mac(key, salt + generation.to_bytes(8, "big") + seen + told)
