"""Words in every form in which a file may hold them."""

import base64
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

Encode = Callable[[bytes], bytes]

FORMS: Mapping[str, Callable[[str], bytes]] = {
    "UTF-8": lambda word: word.encode(),
    "UTF-16LE": lambda word: word.encode("utf-16-le"),
    "UTF-16BE": lambda word: word.encode("utf-16-be"),
    "base64, phase 0": lambda word: _base64(word, 0),
    "base64, phase 1": lambda word: _base64(word, 1),
    "base64, phase 2": lambda word: _base64(word, 2),
    "hex": lambda word: word.encode().hex().encode(),
    "HEX": lambda word: word.encode().hex().upper().encode(),
}
PIECE = 1 << 24


def forms_of(words: list[str]) -> dict[bytes, str]:
    """Give every form of every word, with its name."""
    return {form(word): f"{word} in {name}" for word in words for name, form in FORMS.items()}


def found_in(files: Iterator[Path], words: list[str]) -> list[str]:
    """Name every word that a file holds, and the file."""
    wanted = forms_of(words)
    return [
        f"{path} holds {name}"
        for path in files
        for name in _in_file(path, wanted)
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
    except OSError:  # gone meanwhile, or not a file
        return found
    return found


def _base64(word: str, phase: int) -> bytes:
    """Give the part of base64 that is the same whatever stands before and after the word."""
    data = b"\0" * phase + word.encode()
    data = data[: len(data) - len(data) % 3]
    return base64.b64encode(data)[4 if phase else 0 :]
