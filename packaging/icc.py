"""Make resources/icc/srgb.icc: the smallest version 2 profile that says "these colours are sRGB".

Written from the figures of IEC 61966-2-1, so that a PDF always carries the same bytes.
"""

import struct
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "icc"
COPYRIGHT = "CC0"
DESCRIPTION = "sRGB"
WHITE_D50 = (0.9642, 1.0, 0.8249)
# The primaries of sRGB, adapted from D65 to D50 with the Bradford matrix.
PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
STRAIGHT_UNTIL = 0.04045  # below this the sRGB curve is a line
STEPS = 1024  # entries of the tone curve; fewer show in dark greys


def xyz(values: tuple[float, float, float]) -> bytes:
    """Write a colour as three s15Fixed16 numbers."""
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in values))


def tone_curve() -> bytes:
    """Write the sRGB transfer function as a table."""

    def linear(value: float) -> float:
        return value / 12.92 if value <= STRAIGHT_UNTIL else ((value + 0.055) / 1.055) ** 2.4

    table = [round(linear(step / (STEPS - 1)) * 65535) for step in range(STEPS)]
    return b"curv\0\0\0\0" + struct.pack(f">I{STEPS}H", STEPS, *table)


def description() -> bytes:
    """Write the name; version 2 wants empty Unicode and ScriptCode parts behind it."""
    text = DESCRIPTION.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + bytes(4 + 4 + 2 + 1 + 67)


def header(size: int) -> bytes:
    """Write the 128 bytes that open every profile."""
    return b"".join(
        [
            struct.pack(">I4sI", size, bytes(4), 0x02100000),
            b"mntrRGB XYZ ",
            struct.pack(">6H", 2026, 1, 1, 0, 0, 0),
            b"acsp" + bytes(28),
            struct.pack(">3i", *(round(value * 65536) for value in WHITE_D50)),
            bytes(48),
        ]
    )


def profile() -> bytes:
    """Put header, table of tags and tag data together; the three curves share one table."""
    parts = {
        b"desc": description(),
        b"cprt": b"text\0\0\0\0" + COPYRIGHT.encode("ascii") + b"\0",
        b"wtpt": xyz(WHITE_D50),
        **{tag: xyz(values) for tag, values in PRIMARIES.items()},
        b"rTRC": tone_curve(),
    }
    directory, data = [], b""
    start = 128 + 4 + 12 * (len(parts) + 2)
    for tag, part in parts.items():
        directory.append(struct.pack(">4sII", tag, start + len(data), len(part)))
        data += part + bytes(-len(part) % 4)
    curve = directory[-1][4:]
    directory += [b"gTRC" + curve, b"bTRC" + curve]
    table = struct.pack(">I", len(directory)) + b"".join(directory)
    return header(start + len(data)) + table + data


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / "srgb.icc").write_bytes(profile())
