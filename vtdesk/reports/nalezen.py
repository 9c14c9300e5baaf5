"""Reads a finished PDF again, but for what is drawn: every string, name and stream inside it."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, PdfError, Stream, String

from vtdesk.errors import OutsideError

_TEXTS = (Name.Metadata, Name.EmbeddedFile)
_DEEPEST = 20


def losse_woorden(pdf: bytes, wachtwoord: str = "") -> list[str]:
    """Give title, metadata, bookmarks, attachments, alternative texts: all but the pages."""
    try:
        with Pdf.open(BytesIO(pdf), password=wachtwoord) as opened:
            found = [word for item in opened.objects for word in _words(item, 0)]
            found += list(_words(opened.trailer.get("/Info", Dictionary()), 0))
            for name, spec in opened.attachments.items():
                found += [name, _decoded(spec.get_file().read_bytes())]
            return found
    except PdfError as error:
        raise OutsideError("Het gemaakte bestand is niet te lezen. Maak het opnieuw.") from error


def _words(item: Any, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(item, String):
        yield str(item)
    elif isinstance(item, Stream):
        if item.get(Name.Type) in _TEXTS:
            yield _decoded(item.read_bytes())
        yield from _inside(item, depth)
    elif isinstance(item, Dictionary):
        yield from _inside(item, depth)
    elif isinstance(item, Array):
        for one in item:
            if not _is_elsewhere(one):
                yield from _words(one, depth + 1)


def _inside(item: Dictionary | Stream, depth: int) -> Iterator[str]:
    for one in dict(item.items()).values():
        if not _is_elsewhere(one):
            yield from _words(one, depth + 1)


def _is_elsewhere(item: Any) -> bool:
    """Tell whether it is an object of its own: the list of all objects has it too."""
    return isinstance(item, (Array, Dictionary, Stream)) and item.is_indirect


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8", "utf-16"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
