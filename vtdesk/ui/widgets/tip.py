"""Tooltips over data: Qt reads a tip that looks like markup as markup, and opens its pictures."""

from html import escape

from PySide6.QtWidgets import QListWidgetItem, QWidget


def tip(words: str) -> str:
    """Make words that may hold anything safe to show as a tooltip."""
    return f"<qt>{escape(words)}</qt>" if words else ""


def set_tip(widget: QWidget | QListWidgetItem, words: str) -> None:
    """Give a widget a tooltip in which names stay names."""
    widget.setToolTip(tip(words))
