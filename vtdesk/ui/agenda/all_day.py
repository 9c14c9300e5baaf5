"""What a whole day is, above its hours: a line that is no appointment."""

from PySide6.QtWidgets import QFrame

from vtdesk.ui.widgets.boxes import boxed, row
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import text


def all_day_line(words: str) -> QFrame:
    """Make the line, hidden until a day asks for it."""
    frame = boxed(row(text(words, "klein", tone="stil", wrap=False), None, margins=4), kind="block")
    restyle(frame, tone="eigen")
    frame.hide()
    return named(frame, "hele-dag", words)
