"""Looks at paper from outside: with a validator, poppler and pikepdf."""

import subprocess
from io import BytesIO
from tempfile import NamedTemporaryFile

import pikepdf
import pypdfium2
from page import ValidationProfile, validate_pdf_bytes

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
