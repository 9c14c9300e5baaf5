"""Looks at paper from outside: with a validator, poppler and pikepdf."""

import subprocess
from collections.abc import Iterator
from io import BytesIO
from tempfile import NamedTemporaryFile
from typing import Any

import pikepdf
import pypdfium2
from page import ValidationProfile, validate_pdf_bytes
from pypdfium2 import raw

ARCHIVE = ValidationProfile.PDF_A_2A
ACCESS = ValidationProfile.PDF_UA_1


def failures(pdf: bytes, profile: ValidationProfile) -> list[str]:
    """List the rules that the validator finds broken."""
    return [f"{f.rule_id}: {f.message}" for f in validate_pdf_bytes(pdf, profile=profile).failures]


def looked_at(pdf: bytes, *command: str) -> str:
    """Give what a command says about a PDF that it reads from its input."""
    done = subprocess.run(command, input=pdf, capture_output=True, check=True, timeout=30)
    assert not done.stderr, done.stderr
    return done.stdout.decode()


def text_of(pdf: bytes) -> str:
    """Read all text in the order in which it is on paper."""
    return looked_at(pdf, "pdftotext", "-raw", "-", "-")


def flowing(pdf: bytes) -> str:
    """Read all text as one line, so that line breaks do not matter."""
    return " ".join(text_of(pdf).split())


def pages_of(pdf: bytes) -> list[list[str]]:
    """Read the lines of each page, without letterhead and foot."""
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    return [[line for line in text.splitlines() if line.strip()][1:-3] for text in texts]


def heard(pdf: bytes) -> list[str]:
    """Give the words that who listens to a PDF hears, in the order of its structure."""
    pieces: list[str] = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            drawn = _marked(page)
            tree = raw.FPDF_StructTree_GetForPage(page)
            for number in range(raw.FPDF_StructTree_CountChildren(tree)):
                element = raw.FPDF_StructTree_GetChildAtIndex(tree, number)
                pieces += [drawn.get(mark, "") for mark in _marks(element)]
            raw.FPDF_StructTree_Close(tree)
    return " ".join(pieces).split()


def _marks(element: Any) -> Iterator[int]:
    """Give the marks below an element of the structure, in its order."""
    for number in range(raw.FPDF_StructElement_CountChildren(element)):
        if child := raw.FPDF_StructElement_GetChildAtIndex(element, number):
            yield from _marks(child)
        else:
            yield raw.FPDF_StructElement_GetChildMarkedContentID(element, number)


def _marked(page: pypdfium2.PdfPage) -> dict[int, str]:
    """Read what is drawn under each mark of a page."""
    words: dict[int, str] = {}
    text = page.get_textpage()
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        if (mark := raw.FPDFPageObj_GetMarkedContentID(thing)) < 0:
            continue  # nobody hears what only stands around the text
        size = raw.FPDFTextObj_GetText(thing, text, None, 0)
        room = (raw.FPDF_WCHAR * (size // 2))()
        raw.FPDFTextObj_GetText(thing, text, room, size)
        words[mark] = words.get(mark, "") + bytes(room).decode("utf-16-le").rstrip("\0")
    return words


def opened(pdf: bytes) -> pikepdf.Pdf:
    """Open a PDF to look inside."""
    return pikepdf.open(BytesIO(pdf))


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Write a PDF that was changed."""
    buffer = BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def checked(pdf: bytes) -> bool:
    """Tell whether qpdf finds nothing wrong."""
    with NamedTemporaryFile(suffix=".pdf") as file:  # qpdf wants to go back and forth in it
        file.write(pdf)
        file.flush()
        answer = looked_at(b"", "qpdf", "--check", file.name)
    return "No syntax or stream encoding errors" in answer
