"""A log of SQLite as someone else would write it: the sums in it have no key."""

import struct
from collections.abc import Iterable
from pathlib import Path

from tests.drills.states import States
from vtdesk.store.getuige import PAGE
from vtdesk.store.logbestand import FRAME

START, HEAD = 32, 24
Frame = tuple[int, int, bytes]  # number of the page, size of the database at a commit, the page


def old_pages(made: States) -> list[Frame]:
    """Give each page as it was a day ago, as the only frame of a commit."""
    now, before = ((place / "kluis.db").read_bytes() for place in (made.closed, made.old))
    places = range(0, len(before), PAGE)
    changed = [at for at in places if now[at : at + PAGE] != before[at : at + PAGE]]
    return [(at // PAGE + 1, len(now) // PAGE, before[at : at + PAGE]) for at in changed]


def frames(log: Path) -> list[Frame]:
    """Read the frames of a log."""
    data = log.read_bytes()[START:]
    parts = (data[at : at + FRAME] for at in range(0, len(data), FRAME))
    return [(*struct.unpack_from(">II", part), part[HEAD:]) for part in parts]


def write_log(path: Path, written: Iterable[Frame]) -> None:
    """Write a log that SQLite believes; of one that is there the head stays."""
    salts = path.read_bytes()[16:24] if path.exists() else b"zoutzout"
    head = struct.pack(">IIII", 0x377F0682, 3007000, PAGE, 0) + salts
    sums = summed((0, 0), head)
    parts = [head + struct.pack(">II", *sums)]
    for number, size, page in written:
        start = struct.pack(">II", number, size)
        sums = summed(summed(sums, start), page)
        parts.append(start + salts + struct.pack(">II", *sums) + page)
    path.write_bytes(b"".join(parts))


def summed(sums: tuple[int, int], data: bytes) -> tuple[int, int]:
    one, other = sums
    words = struct.unpack(f"<{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        one = (one + even + other) & 0xFFFFFFFF
        other = (other + odd + one) & 0xFFFFFFFF
    return one, other
