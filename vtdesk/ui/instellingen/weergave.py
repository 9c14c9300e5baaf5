"""Weergave: light, dark or as the system has it, and the size of the text."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QRadioButton, QWidget
from typing_extensions import override

from vtdesk.services.instellingen import Instellingen
from vtdesk.ui.instellingen.part import SettingsPart
from vtdesk.ui.theme.look import Look, Scheme
from vtdesk.ui.widgets.boxes import column
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

SIZES = (100, 110, 125, 150, 175, 200)
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_WORDS = {Scheme.LICHT: "Licht", Scheme.DONKER: "Donker", Scheme.SYSTEEM: "Zoals het systeem"}


class _Keuze(QRadioButton):
    """Is chosen by the arrow that comes to it; Tab comes to the chosen one only."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.toggled.connect(self._take_tab)
        self._take_tab()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self.setChecked(True)
        self._take_tab()

    def _take_tab(self) -> None:
        ways = Qt.FocusPolicy
        self.setFocusPolicy(ways.StrongFocus if self.isChecked() else ways.ClickFocus)


class WeergaveSettings(SettingsPart):
    """Shows every change at once."""

    def __init__(
        self, instellingen: Instellingen, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__("Weergave", parent)
        self._instellingen, self._look = instellingen, look
        self._schemes = {
            scheme: named(_Keuze(words), scheme.value, words) for scheme, words in _WORDS.items()
        }
        self._group = QButtonGroup(self)
        for button in self._schemes.values():
            self._group.addButton(button)
        self._size = named(QComboBox(), "tekstgrootte")
        for size in SIZES:
            self._size.addItem(f"{size} %", size)

        self.card.body.addWidget(text("Licht of donker", "vet"))
        self.card.body.addLayout(column(*self._schemes.values(), air=0))
        self.card.body.addWidget(Field("Grootte van de tekst", self._size))

        # These also come when a screen reader chooses; clicked and activated do not.
        self._group.buttonToggled.connect(self._store)
        self._size.currentIndexChanged.connect(self._store)

    @override
    def read(self) -> None:
        weergave = self._instellingen.weergave()
        with QSignalBlocker(self._group), QSignalBlocker(self._size):
            self._schemes[Scheme(weergave.thema)].setChecked(True)
            self._size.setCurrentIndex(max(0, self._size.findData(weergave.tekst_procent)))

    @Slot()
    def _store(self) -> None:
        scheme = next((s for s, button in self._schemes.items() if button.isChecked()), None)
        if scheme is None:  # between one radio button and the next
            return
        scale: int = self._size.currentData()
        stored = self._instellingen.weergave()
        weergave = replace(stored, thema=scheme.value, tekst_procent=scale)
        if weergave != stored and self.keep(lambda: self._instellingen.set_weergave(weergave)):
            self._look.apply(scheme=scheme, scale=scale)
