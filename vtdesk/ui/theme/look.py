"""The one place that changes how the program looks, at the start and while it runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QStyleFactory

from vtdesk.ui.theme import icons, measure, palette, style


class Scheme(StrEnum):
    """What the user chose: light, dark, or as the system has it."""

    LICHT = "licht"
    DONKER = "donker"
    SYSTEEM = "systeem"


class Look(QObject):
    """Applies a scheme and a text size to the whole program."""

    changed = Signal()

    def __init__(self, program: QApplication) -> None:
        super().__init__(program)
        self._program = program
        self._scheme = Scheme.SYSTEEM
        self._scale = 100
        self._is_building = False
        style.load_fonts()
        program.setStyle(QStyleFactory.create("Fusion"))
        program.styleHints().colorSchemeChanged.connect(self._follow_system)
        program.screenAdded.connect(self._sharpen)

    @property
    def scheme(self) -> Scheme:
        """Give what was chosen."""
        return self._scheme

    @property
    def scale(self) -> int:
        """Give the text size in per cent."""
        return self._scale

    def apply(self, *, scheme: Scheme = Scheme.SYSTEEM, scale: int = 100) -> None:
        """Show this scheme and text size everywhere, now."""
        self._scheme = scheme
        self._scale = min(200, max(100, scale))
        self._show()

    @contextmanager
    def building(self) -> Iterator[None]:
        """Style what is built inside once, at the end: Qt does it anew at every new parent."""
        self._is_building = True
        self._program.setStyleSheet("")
        # Qt forgets some of what it styled, but leaves its mark on them. Marked, they would not be
        # watched again: Qt would go on using them after their end, and crash.
        for widget in self._program.allWidgets():
            widget.setAttribute(Qt.WidgetAttribute.WA_StyleSheet, on=False)
        try:
            yield
        finally:
            self._is_building = False
            self._program.setStyleSheet(style.stylesheet(palette.shown()))

    def _show(self) -> None:
        theme = palette.load(self._theme_name())
        hints = self._program.styleHints()  # held: what it hands out dies with its wrapper
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            theme = palette.with_more_contrast(theme)
        palette.show(theme)
        style.show(self._scale)
        self._program.setPalette(palette.qt_palette(theme))
        self._program.setFont(style.font())
        if not self._is_building:
            self._program.setStyleSheet(style.stylesheet(theme))
        icons.tint_again()
        measure.take_again()
        self.changed.emit()

    def _theme_name(self) -> str:
        if self._scheme is Scheme.SYSTEEM:
            dark = self._program.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return palette.DONKER if dark else palette.LICHT
        return self._scheme.value

    @Slot(Qt.ColorScheme)
    def _follow_system(self, _scheme: Qt.ColorScheme) -> None:
        if self._scheme is Scheme.SYSTEEM:
            self._show()

    @Slot()
    def _sharpen(self) -> None:
        """Make the icons again, for a new screen may have more pixels."""
        icons.tint_again()
