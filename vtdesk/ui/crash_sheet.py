"""The sheet that a crash shows: an apology, and what the helpdesk needs, to copy."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QVBoxLayout

from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import primary, secondary
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text


class CrashSheet(QDialog):
    """The apology with the sheet, to copy."""

    def __init__(self, sheet: str, sentence: str) -> None:
        super().__init__()
        self.setWindowTitle("vtdesk")
        self._sheet = named(QPlainTextEdit(sheet), "helpdeskblad", "Blad voor de helpdesk")
        self._sheet.setReadOnly(True)
        copy = named(secondary("Blad kopiëren", icon="kopie"), "kopieer")
        close = named(primary("Verder werken"), "verder")

        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(named(text(sentence), "excuus"))
        layout.addWidget(self._sheet, 1)
        layout.addLayout(row(None, copy, close))
        self.resize(560, 380)

        copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)

    @Slot()
    def _copy(self) -> None:
        QApplication.clipboard().setText(self._sheet.toPlainText())
