"""A PDF from outside is drawn in a process of its own; only pixels come back.

A small PDF can ask for work without end, and its reader holds the whole program while it works. So
each answer must come in time; a PDF that takes too long is not asked again.
"""

import struct
import sys
from dataclasses import replace
from threading import Lock

from vtdesk.adapters import child
from vtdesk.adapters.preview import LockedPdfError, PageImage, Preview
from vtdesk.errors import OutsideError

MOST_SHEETS = 1000
LIMITS = child.Limits(seconds=10, memory=2_000_000_000, output=200_000_000)
_ALL_SECONDS = 600  # of work for one PDF that somebody leafs through
_NEEDED = ("ctypes.cdata", "ctypes.cdata/buffer")  # how the pixels come out of the library

_DONE, _LOCKED, _BROKEN = b"=", b"L", b"B"
_COUNTS, _SIZE, _QUESTION, _PAGE = (struct.Struct(form) for form in (">II", ">dd", ">Id", ">II"))
_LENGTH = 8

_TOO_MUCH = (
    "Deze PDF kan hier niet worden getoond: het tekenen kost te veel tijd of geheugen. De bijlage "
    "blijft bewaard zoals zij binnenkwam."
)
_DAMAGED = "Dit document is niet te lezen."


class TooMuchWorkError(OutsideError):
    """The PDF was given up: it took too long, or too much memory."""

    def __init__(self) -> None:
        super().__init__(_TOO_MUCH)


class ForeignPdf:
    """An open PDF from outside of which pages can be asked as pictures, in any thread."""

    def __init__(self, pdf: bytes) -> None:
        self._turn = Lock()
        self._talk = child.Talk(child.command("vtdesk.adapters.foreign_pdf"), LIMITS)
        try:
            with self._talk.in_time():
                self._talk.say(len(pdf).to_bytes(_LENGTH, "big"), pdf)
                self.page_count, self.sizes = self._opened()
        except BaseException:
            self._talk.end()
            raise

    def page(self, number: int, *, dots_per_inch: float) -> PageImage:
        """Draw a page, counted from 0."""
        with self._turn, self._talk.in_time():
            self._talk.say(_QUESTION.pack(number, dots_per_inch))
            sign = self._talk.hear(len(_DONE))
            if sign == _BROKEN:
                raise OutsideError(_DAMAGED)
            width, height = self._numbers(_PAGE)
            if width * height * 4 > LIMITS.output:
                raise TooMuchWorkError
            return PageImage(width, height, self._whole(width * height * 4))

    def close(self) -> None:
        """Let go of the PDF; a page that is being drawn is given up, and nobody waits for it."""
        self._talk.end()

    def _opened(self) -> tuple[int, tuple[tuple[float, float], ...]]:
        sign = self._talk.hear(len(_DONE))
        if sign == _LOCKED:
            raise LockedPdfError(_DAMAGED)
        if sign == _BROKEN:
            raise OutsideError(_DAMAGED)
        count, shown = self._numbers(_COUNTS)
        sizes = self._whole(min(shown, MOST_SHEETS) * _SIZE.size)
        return count, tuple((width, height) for width, height in _SIZE.iter_unpack(sizes))

    def _numbers(self, form: struct.Struct) -> tuple[int, int]:
        first, second = form.unpack(self._whole(form.size))
        return first, second

    def _whole(self, size: int) -> bytes:
        data = self._talk.hear(size)
        if len(data) != size:
            raise TooMuchWorkError
        return data


def main() -> None:
    """Be the child: open the PDF, say what it has, and draw what is asked."""
    child.limit(replace(LIMITS, seconds=_ALL_SECONDS))
    child.hurry(2 * int(LIMITS.seconds))
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    data = asked.read(int.from_bytes(asked.read(_LENGTH), "big"))
    import pypdfium2  # noqa: F401, PLC0415 (before it may open no more files)

    child.lock_in(*_NEEDED)
    try:
        preview = Preview(data, filled_in=True)
        sizes = preview.sizes(MOST_SHEETS)
    except OutsideError as error:
        answers.write(_LOCKED if isinstance(error, LockedPdfError) else _BROKEN)
        return
    answers.write(_DONE + _COUNTS.pack(preview.page_count, len(sizes)))
    answers.write(b"".join(_SIZE.pack(*size) for size in sizes))
    answers.flush()
    child.hurry(0)
    while len(question := asked.read(_QUESTION.size)) == _QUESTION.size:
        child.hurry(2 * int(LIMITS.seconds))
        number, dots_per_inch = _QUESTION.unpack(question)
        for part in _answer(preview, number, dots_per_inch):
            answers.write(part)
        answers.flush()
        child.hurry(0)


def _answer(preview: Preview, number: int, dots_per_inch: float) -> tuple[bytes, ...]:
    try:
        image = preview.page(number, dots_per_inch=dots_per_inch)
    except OutsideError:
        return (_BROKEN,)
    return (_DONE, _PAGE.pack(image.width, image.height), image.rgba)


if __name__ == "__main__":
    main()
