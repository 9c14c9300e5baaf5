"""Files from outside: the name they may have here, and what they are by their first bytes."""

import codecs
import re
import unicodedata

LONGEST_NAME = 500  # characters
HEAD = 64 * 1024  # bytes that tell what a file is
NAMELESS = "bijlage"
UNKNOWN = "application/octet-stream"
TEXT = "text/plain"
PDF = "application/pdf"

# What may be opened by another program, and the ending that it gets: never the one of its name,
# and never one that a system runs.
ENDINGS = {
    PDF: ".pdf",
    TEXT: ".txt",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/bmp": ".bmp",
    "image/tiff": ".tif",
    "image/webp": ".webp",
    "image/heic": ".heic",
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "audio/ogg": ".ogg",
    "audio/wav": ".wav",
    "video/mp4": ".mp4",
    "video/quicktime": ".mov",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
}

_BEGINS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
)
_IN_ZIP = (
    (b"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
_BRANDS = {
    b"heic": "image/heic", b"heix": "image/heic", b"mif1": "image/heic", b"M4A ": "audio/mp4",
    b"qt  ": "video/quicktime",
}  # fmt: skip
_FAMILIES = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
_ODF = re.compile(rb"mimetype(application/vnd\.oasis\.opendocument\.(?:text|spreadsheet))PK")
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_JOINERS = "\u200c\u200d"  # they hold an emoji together, and turn nothing round


def schone_naam(naam: str) -> str:
    """Keep of a name what can be read: no folders, no line ends, no marks that turn it round."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", naam))[-1]
    kept = "".join(c for c in last if c in _JOINERS or unicodedata.category(c)[0] != "C")
    words = " ".join(kept.split())
    return words if words.strip(". ") else NAMELESS


def mediatype(head: bytes) -> str:
    """Tell what a file is by its first bytes, whatever its name says."""
    if b"%PDF-" in head[:1024]:
        return PDF
    for begin, found in _BEGINS:
        if head.startswith(begin):
            return found
    return _container(head) or (TEXT if _is_text(head) else UNKNOWN)


def als_tekst(data: bytes) -> str:
    """Read the words of a text file in the way in which it was most likely written."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _container(head: bytes) -> str:
    """Look into what holds something else: archives, sound and film, pictures of a phone."""
    if head[:4] == b"RIFF":
        return _FAMILIES.get(head[8:12], "")
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    if head[:2] == b"BM" and head[6:10] == bytes(4):
        return "image/bmp"
    if head[:4] == b"PK\x03\x04":
        if found := _ODF.search(head[:200]):
            return found[1].decode()
        return next((kind for part, kind in _IN_ZIP if part in head), "application/zip")
    return ""


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def _is_text(head: bytes) -> bool:
    return head.startswith(tuple(mark for mark, _ in _MARKS)) or not _NOT_TEXT.search(head)
