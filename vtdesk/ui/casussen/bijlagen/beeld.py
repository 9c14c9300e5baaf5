"""Pictures from outside are decoded in a process of their own; only pixels come back.

The child knows what it has to expect from the bytes, says how large the picture is before it
decodes anything, and makes it no larger than a screen shows.
"""

import sys
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from vtdesk.adapters import child
from vtdesk.errors import OutsideError

MOST_PIXELS = 100_000_000
SIDE = 3000  # px; a larger picture is shown smaller
LIMITS = child.Limits(seconds=20, memory=2_000_000_000, output=SIDE * SIDE * 4 + 16)
_ALLOCATION = 900  # MB that Qt may take for a picture, 100 megapixels of 8 bytes

_DONE, _TOO_LARGE = b"=", b"!"
_HEAD = 1 + 4 * 4  # sign; width and height as shown, and as they are

_BROKEN = (
    "Deze afbeelding is beschadigd en kan hier niet worden getoond. De bijlage blijft bewaard "
    "zoals zij binnenkwam."
)
_BOMB = (
    "Deze afbeelding is groter dan 100 miljoen beeldpunten en kan hier niet worden getoond. "
    "De bijlage blijft bewaard zoals zij binnenkwam."
)


@dataclass(frozen=True, slots=True)
class Beeld:
    """A decoded picture: RGBA without gaps, and how large the picture itself is."""

    breedte: int
    hoogte: int
    echte_breedte: int
    echte_hoogte: int
    pixels: bytes


def decode(data: bytes, mediatype: str) -> Beeld:
    """Decode elsewhere; whatever goes wrong comes back as a sentence."""
    words = child.command("vtdesk.ui.casussen.bijlagen.beeld", mediatype.removeprefix("image/"))
    answer = child.ask(words, data, LIMITS)
    if answer.startswith(_TOO_LARGE):
        raise OutsideError(_BOMB)
    numbers = (int.from_bytes(answer[at : at + 4], "big") for at in range(1, _HEAD, 4))
    width, height, true_width, true_height = numbers
    pixels = answer[_HEAD:]
    whole = 0 < len(pixels) == width * height * 4
    if not answer.startswith(_DONE) or not whole:
        raise OutsideError(_BROKEN)
    return Beeld(width, height, true_width, true_height, pixels)


def main() -> None:
    """Be the child: read the bytes, answer with pixels."""
    child.limit(LIMITS)
    data = sys.stdin.buffer.read()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(sys.argv[1].encode()))
    child.lock_in()
    QImageReader.setAllocationLimit(_ALLOCATION)
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        sys.stdout.buffer.write(_TOO_LARGE)
    elif not (image := _read(reader, size)).isNull():
        sys.stdout.buffer.write(_answer(image, size))


def _read(reader: QImageReader, size: QSize) -> QImage:
    """Decode, no larger than needed; some formats then skip most of the work."""
    if max(size.width(), size.height()) > SIDE:
        fitting = size.scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(fitting.expandedTo(QSize(1, 1)))
    image = reader.read()
    return image.convertToFormat(QImage.Format.Format_RGBA8888)


def _answer(image: QImage, size: QSize) -> bytes:
    numbers = (image.width(), image.height(), size.width(), size.height())
    head = b"".join(max(0, number).to_bytes(4, "big") for number in numbers)
    return _DONE + head + bytes(image.constBits())


if __name__ == "__main__":
    main()
