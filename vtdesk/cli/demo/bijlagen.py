"""Files of a demo casus: a letter and a drawing, made here and taken in as any other file."""

import struct
import zlib
from functools import partial
from typing import Any

from vtdesk.cli.demo.stap import Stap, Verloop, moment
from vtdesk.services.bijlagen.rows import BijlageGegevens
from vtdesk.values.brief import Brief, alinea
from vtdesk.values.tijd import volle_dag


class Bijlagenverloop(Verloop):
    """Turns the files that one casus got into steps."""

    def stappen(self) -> list[Stap]:
        """List what came in, each at its own time."""
        return [
            Stap(moment(one["op"]), partial(self._take_in, one))
            for one in self._data.get("bijlagen", [])
        ]

    def _take_in(self, one: dict[str, Any]) -> None:
        about = BijlageGegevens(one["naam"], one["datum"], one["omschrijving"])
        data = _letter(one) if "brief" in one else _drawing(one["tekening"])
        self._desk.bijlagen.add_bytes(self._bekend.casus(), data, about)


def _letter(one: dict[str, Any]) -> bytes:
    from vtdesk.reports.brief import render_brief  # noqa: PLC0415 - loads reportlab

    brief = dict(one["brief"])
    alineas = tuple(alinea(words) for words in brief.pop("alineas"))
    return render_brief(Brief(**brief, datum=volle_dag(one["datum"]), blokken=alineas))


def _drawing(tekening: dict[str, Any]) -> bytes:
    """Paint rectangles on paper, as [left, top, width, height, colour], and write them as PNG."""
    width, height = tekening["breedte"], tekening["hoogte"]
    rows = [bytearray(bytes.fromhex(tekening["papier"]) * width) for _ in range(height)]
    for left, top, wide, high, colour in tekening["vlakken"]:
        for row in rows[top : top + high]:
            row[3 * left : 3 * (left + wide)] = bytes.fromhex(colour) * wide
    pixels = b"".join(b"\0" + bytes(row) for row in rows)
    eight_bit_colour = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", eight_bit_colour), (b"IDAT", zlib.compress(pixels)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    length, check = len(data), zlib.crc32(kind + data)
    return struct.pack(">I", length) + kind + data + struct.pack(">I", check)
