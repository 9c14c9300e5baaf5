"""What a file from outside is called here, and what it is."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtdesk.values.bestand import HEAD, als_tekst, mediatype, schone_naam

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("Brief huisarts 06-05.pdf", "Brief huisarts 06-05.pdf"),
        ("foto\u202egpj.exe", "fotogpj.exe"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\mila\\foto.jpg", "foto.jpg"),
        ("  twee\r\nregels\t.txt ", "tweeregels.txt"),
        ("..", "bijlage"),
        ("", "bijlage"),
        ("/", "bijlage"),
        ("👩‍👧 tekening 🎨.png", "👩‍👧 tekening 🎨.png"),
        ("e\u0301e\u0301n.pdf", "één.pdf"),
        ("עברית.pdf", "עברית.pdf"),
    ],
)
def test_a_name_keeps_what_can_be_read(given_name: str, kept: str) -> None:
    assert schone_naam(given_name) == kept


@given(st.text(st.characters(exclude_categories=()), max_size=600))
def test_no_name_holds_a_folder_a_line_end_or_a_mark_that_turns_it_round(name: str) -> None:
    clean = schone_naam(name)

    assert clean
    assert not set(clean) & set(BIDI + "/\\\n\r\0")
    assert schone_naam(clean) == clean


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\n\n%PDF-1.4", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
        (b"\0\0\0\x18ftypheic", "image/heic"),
        (b"\0\0\0\x18ftypisom", "video/mp4"),
        (b"BM\x10\0\0\0\0\0\0\0", "image/bmp"),
        (b"BMW is een merk, en BM niets.", "text/plain"),
        (zipped("a.txt"), "application/zip"),
        (b"MZ\x90\0", "application/octet-stream"),
        (b"\x7fELF\x02\x01", "application/octet-stream"),
        (b"<svg onload='x'/>", "text/plain"),
        (b"<html><script>", "text/plain"),
        ("Pip zei: één.".encode("utf-16"), "text/plain"),
        ("Pip zei: één.".encode("cp1252"), "text/plain"),
    ],
)
def test_a_file_is_known_by_its_first_bytes(head: bytes, found: str) -> None:
    assert mediatype(head) == found


def test_an_office_file_is_known_inside_its_archive() -> None:
    word = zipped("[Content_Types].xml", "_rels/.rels", "word/document.xml")

    assert mediatype(word).endswith("wordprocessingml.document")


@given(st.binary(max_size=200))
def test_any_bytes_are_something(head: bytes) -> None:
    assert "/" in mediatype(head[:HEAD])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_words_are_read_in_the_way_they_were_written(encoding: str) -> None:
    assert als_tekst("Reëel: “één” euro €".encode(encoding)) == "Reëel: “één” euro €"
