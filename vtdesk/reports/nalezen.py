"""Reads a finished PDF again, but for what is drawn: every string, name and stream inside it."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, PdfError, Stream, String

from vtdesk.errors import OutsideError

_TEXTS = (Name.Metadata, Name.EmbeddedFile)
_DEEPEST = 20
_PDF = b"%PDF"


def losse_woorden(pdf: bytes, wachtwoord: str = "") -> list[str]:
    """Give title, metadata, bookmarks, attachments, alternative texts: all but the pages."""
    try:
        with Pdf.open(BytesIO(pdf), password=wachtwoord) as opened:
            found = [word for item in opened.objects for word in _words(item)]
            found += list(_words(opened.trailer.get("/Info", Dictionary())))
            for name, spec in opened.attachments.items():
                found += [name, *_attached(spec.get_file().read_bytes())]
            return found
    except PdfError as error:
        raise OutsideError("Het gemaakte bestand is niet te lezen. Maak het opnieuw.") from error


def _attached(data: bytes) -> list[str]:
    return losse_woorden(data) if data.startswith(_PDF) else [_decoded(data)]


def _words(item: Any, depth: int = 0) -> Iterator[str]:
    """Give every string in an object; what is an object of its own is in the list of all."""
    if isinstance(item, String):
        yield str(item)
    elif isinstance(item, Stream):
        yield from _stream(item)
        yield from _all(item.items(), depth)
    elif isinstance(item, Dictionary):
        yield from _all(item.items(), depth)
    elif isinstance(item, Array):
        yield from _all(enumerate(item), depth)


def _all(items: Iterable[tuple[Any, Any]], depth: int) -> Iterator[str]:
    for _, one in items:
        elsewhere = isinstance(one, (Array, Dictionary, Stream)) and one.is_indirect
        if not elsewhere and depth < _DEEPEST:
            yield from _words(one, depth + 1)


def _stream(item: Stream) -> Iterator[str]:
    """Read a stream that holds text: metadata, and a file that is no PDF."""
    if item.get(Name.Type) in _TEXTS:
        data = item.read_bytes()
        if not data.startswith(_PDF):
            yield _decoded(data)


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8", "utf-16"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
