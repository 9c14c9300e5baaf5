"""The words of a PDF from outside, read in a process of its own; nothing in it is drawn or run."""

import sys

from vtdesk.adapters import child

LIMITS = child.Limits(seconds=30, memory=1_500_000_000, output=20_000_000)
MOST_PAGES = 2000
_NEEDED = ("ctypes.cdata", "ctypes.cdata/buffer")  # how the words come out of the library


def words_of(pdf: bytes) -> str:
    """Give the words of all pages; nothing when it is no PDF, or asks too much."""
    said = child.ask(child.command("vtdesk.adapters.pdf_words"), pdf, LIMITS)
    return said[: LIMITS.output].decode("utf-8", "replace")


def main() -> None:
    """Be the child: read the PDF and say what stands on its pages."""
    child.limit(LIMITS)
    data = sys.stdin.buffer.read()
    import pypdfium2  # noqa: PLC0415 (before it may open no more files)

    child.lock_in(*_NEEDED)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return
    for number in range(min(len(document), MOST_PAGES)):
        words: str = document[number].get_textpage().get_text_range()
        sys.stdout.buffer.write(words.encode("utf-8", "replace") + b"\n")


if __name__ == "__main__":
    main()
