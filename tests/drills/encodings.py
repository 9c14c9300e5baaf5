"""Words in every form in which a file may hold them, and files that hold others packed."""

import base64
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

FORMS: Mapping[str, Callable[[str], bytes]] = {
    "UTF-8": lambda word: word.encode(),
    "UTF-16LE": lambda word: word.encode("utf-16-le"),
    "UTF-16BE": lambda word: word.encode("utf-16-be"),
    "UTF-32LE": lambda word: word.encode("utf-32-le"),
    "UTF-32BE": lambda word: word.encode("utf-32-be"),
    "base64, phase 0": lambda word: _base64(word, 0),
    "base64, phase 1": lambda word: _base64(word, 1),
    "base64, phase 2": lambda word: _base64(word, 2),
    "hex": lambda word: word.encode().hex().encode(),
    "HEX": lambda word: word.encode().hex().upper().encode(),
    "quoted-printable": lambda word: "".join(f"={byte:02X}" for byte in word.encode()).encode(),
    "reversed": lambda word: word[::-1].encode(),
}
PACKED: Mapping[str, Callable[[bytes], bytes]] = {
    "zip": lambda data: _zip("blad.txt", data),
    "docx": lambda data: _zip("word/document.xml", b"<w:t>" + data + b"</w:t>"),
    "gzip": lambda data: _deflated(data, 31),
    "zlib": zlib.compress,
    "PDF stream": lambda data: b"%PDF-1.7 stream\n" + zlib.compress(data) + b"\nendstream",
}
PIECE = 1 << 24
LARGE = 1 << 26  # bytes; nothing of ours that is larger is packed
DEPTH = 2  # a page in a zip in a zip
_BEGINS = {b"\x1f\x8b\x08": 31, b"\x78\x01": 15, b"\x78\x5e": 15, b"\x78\x9c": 15, b"\x78\xda": 15}


def forms_of(words: list[str]) -> dict[bytes, str]:
    """Give every form of every word, with its name."""
    return {form(word): f"{word} in {name}" for word in words for name, form in FORMS.items()}


def found_in(files: Iterator[Path], words: list[str]) -> list[str]:
    """Name every word that a file holds, packed or not, or has in its name; and the file."""
    wanted = forms_of(words)
    return [
        f"{path} holds {name}"
        for path in files
        for name in {*_in_file(path, wanted), *(f"{word} in its name" for word in words
                                                if word in str(path))}
    ]  # fmt: skip


def _in_file(path: Path, wanted: dict[bytes, str]) -> set[str]:
    longest = max(map(len, wanted))
    found: set[str] = set()
    rest = b""
    try:
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                data = rest + piece
                found |= {name for form, name in wanted.items() if form in data}
                rest = data[-longest:]
        if path.stat().st_size < LARGE:
            for inside in unpacked(path.read_bytes()):
                found |= {f"{name}, packed" for form, name in wanted.items() if form in inside}
    except OSError:  # gone meanwhile, or not a file
        return found
    return found


def unpacked(data: bytes, depth: int = DEPTH) -> Iterator[bytes]:
    """Give everything that is packed in there, and what is packed in that."""
    if not depth:
        return
    for inside in (*_in_zip(data), *_in_streams(data)):
        yield inside
        yield from unpacked(inside, depth - 1)


def _in_zip(data: bytes) -> Iterator[bytes]:
    if b"PK\x03\x04" not in data:
        return
    broken = suppress(zipfile.BadZipFile, OSError, zlib.error, NotImplementedError, RuntimeError)
    with broken, zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield archive.read(name)


def _in_streams(data: bytes) -> Iterator[bytes]:
    """Try every place where a packed stream may begin; most are not one, and end at once."""
    for begin, window in _BEGINS.items():
        at = data.find(begin)
        while at >= 0:
            with suppress(zlib.error):
                inside = zlib.decompressobj(window).decompress(data[at:], LARGE)
                if inside:
                    yield inside
            at = data.find(begin, at + 1)


def _base64(word: str, phase: int) -> bytes:
    """Give the part of base64 that is the same whatever stands before and after the word."""
    data = b"\0" * phase + word.encode()
    data = data[: len(data) - len(data) % 3]
    return base64.b64encode(data)[4 if phase else 0 :]


def _zip(name: str, data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return file.getvalue()


def _deflated(data: bytes, window: int) -> bytes:
    packer = zlib.compressobj(wbits=window)
    return packer.compress(data) + packer.flush()
