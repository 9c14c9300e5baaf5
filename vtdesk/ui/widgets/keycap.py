"""The keys of a shortcut, drawn as keys."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Keycap(QLabel):
    """Shows `Ctrl K` beside what it does."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(keys.replace("+", " "), parent)
        self.setProperty("kind", "keycap")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
