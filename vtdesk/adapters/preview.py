"""Shows a PDF as pictures, from memory; nothing is written anywhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from types import TracebackType
from typing import Any

from vtdesk.errors import OutsideError

_PDFIUM = Lock()  # the library must not be called twice at once


_PASSWORD = 4  # FPDF_ERR_PASSWORD


class LockedPdfError(OutsideError):
    """The PDF asks for a password."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as pixels: four bytes each (red, green, blue, opaque), rows without gaps."""

    width: int
    height: int
    rgba: bytes


class Preview:
    """An open PDF of which pages can be asked as pictures."""

    def __init__(self, pdf: bytes, *, filled_in: bool = False, password: str = "") -> None:
        """Open a PDF; `filled_in` draws what was filled in and marked on it too."""
        self._filled_in = filled_in
        with _PDFIUM:
            self._document = _opened(pdf, password)
            self.page_count = len(self._document)

    def __enter__(self) -> "Preview":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def sizes(self, most: int | None = None) -> list[tuple[float, float]]:
        """Give width and height of each page in points, of so many at most; draws none."""
        count = self.page_count if most is None else min(most, self.page_count)
        with _PDFIUM, _in_words():
            return [self._document.get_page_size(n) for n in range(count)]

    def page(self, number: int, *, dots_per_inch: float = 96) -> PageImage:
        """Draw a page, counted from 0."""
        with _PDFIUM, _in_words():
            page = self._document[number]
            bitmap = page.render(
                scale=dots_per_inch / 72,
                rev_byteorder=True,
                prefer_bgrx=True,
                draw_annots=self._filled_in,
            )
            image = PageImage(bitmap.width, bitmap.height, _pixels(bitmap))
            bitmap.close()
            page.close()
            return image

    def words(self, number: int) -> str:
        """Read a page, counted from 0: what is drawn there, as text."""
        with _PDFIUM, _in_words():
            page = self._document[number]
            text = page.get_textpage()
            words = str(text.get_text_range())
            text.close()
            page.close()
            return words

    def close(self) -> None:
        """Let go of the PDF; asking for a page is over."""
        with _PDFIUM:
            self._document.close()


def _opened(pdf: bytes, password: str) -> Any:
    import pypdfium2  # noqa: PLC0415  # only who looks at paper pays for loading it

    with _in_words():
        return pypdfium2.PdfDocument(pdf, password=password or None)


@contextmanager
def _in_words() -> Iterator[None]:
    """Say what is wrong with a PDF, whichever part of it shows that."""
    import pypdfium2  # noqa: PLC0415  # as above

    try:
        yield
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise LockedPdfError("Dit document is met een wachtwoord beveiligd.") from error
        raise OutsideError("Dit document is niet te lezen. Maak de PDF opnieuw.") from error


def _pixels(bitmap: Any) -> bytes:
    row = bitmap.width * 4
    data = bytes(bitmap.buffer)
    if bitmap.stride == row:
        return data
    return b"".join(
        data[start : start + row]
        for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)
    )
