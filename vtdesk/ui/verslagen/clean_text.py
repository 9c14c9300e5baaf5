"""Signs that may stand in a text, and signs that would mean structure to Qt."""

LINE_BREAK = "\u2028"
_STRUCTURE = dict.fromkeys((0xFDD0, 0xFDD1, 0xFFFC, *range(9), 0x0B, 0x0C, *range(0x0E, 0x20)))
_CLEAN = _STRUCTURE | {ord("\n"): LINE_BREAK, ord("\r"): None, 0x2029: LINE_BREAK}


def to_qt(text: str) -> str:
    """Leave only signs that are text, so that words can never make a block or a table."""
    return text.translate(_CLEAN)


def from_qt(text: str) -> str:
    """Write a line break inside a paragraph as the rest of the program does."""
    return text.replace(LINE_BREAK, "\n")
