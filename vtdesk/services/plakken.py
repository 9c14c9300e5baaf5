"""What comes from the clipboard of other programs, as paragraphs without anything else."""

from vtdesk.values.tekst import Blok


def from_html(source: str) -> tuple[Blok, ...]:
    """Make clean paragraphs of HTML; empty when it is too large to read."""
    from vtdesk.adapters.clean_html import clean  # noqa: PLC0415 (nh3 is only needed to paste)

    return clean(source)


def from_rtf(source: bytes) -> tuple[Blok, ...]:
    """Make clean paragraphs of RTF; empty when it is none."""
    from vtdesk.adapters.clean_rtf import clean  # noqa: PLC0415 (only needed to paste)

    return clean(source)
