"""Kluis: when it closes, and another wachtzin."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.herstelblad import Herstelbladen
from vtdesk.services.instellingen import Instellingen
from vtdesk.services.snelopenen import Snelopenen
from vtdesk.ui.format import aantal
from vtdesk.ui.instellingen.part import WIDTH, SettingsPart
from vtdesk.ui.instellingen.sleutels import Sleutels
from vtdesk.ui.instellingen.snel import SnelOpenen
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message
from vtdesk.ui.slot.busy import Busy
from vtdesk.ui.slot.door import Door
from vtdesk.ui.slot.wachtzin import NewSecret, SecretField
from vtdesk.ui.theme import measure
from vtdesk.ui.widgets.boxes import row, rule
from vtdesk.ui.widgets.buttons import secondary
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

MINUTES = (2, 3, 5, 10, 15)  # never longer: the kluis is the only lock on the case file


class KluisSettings(SettingsPart):
    """Sluiten na, wachtzin wijzigen, and what else opens the kluis."""

    lock_requested = Signal()

    def __init__(
        self,
        instellingen: Instellingen,
        herstelblad: Herstelbladen,
        snelopenen: Snelopenen,
        jobs: Jobs,
        door: Door,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Kluis", parent)
        # Else its height is counted for lines as wide as the page.
        measure.hold(self, most_width=WIDTH)
        self._instellingen, self._jobs, self._door = instellingen, jobs, door
        self._minutes = named(QComboBox(), "sluit-na")
        for minutes in MINUTES:
            self._minutes.addItem(aantal(minutes, "minuut", "minuten"), minutes)
        self._old = SecretField("Wachtzin van nu", "oude-wachtzin")
        self._new = NewSecret(door.strength, door.suggest)
        self._change = named(secondary("Wachtzin wijzigen", icon="sleutel"), "wijzig-wachtzin")
        self._busy = Busy("De nieuwe wachtzin wordt ingesteld…")
        self.sleutels = Sleutels(herstelblad, jobs, door)
        self._snel = SnelOpenen(snelopenen, jobs, door)

        body = self.card.body
        body.addWidget(Field("Sluit na zoveel stilte", self._minutes))
        body.addWidget(rule())
        body.addWidget(text("Wachtzin wijzigen", "vet"))
        for part in (self._old, self._new, self._busy):
            body.addWidget(part)
        body.addLayout(row(self._change, None))
        body.addWidget(text("Je herstelblad blijft geldig.", "klein", tone="stil"))

        body.addWidget(self._snel)
        body.addWidget(self.sleutels)
        self._snel.message_requested.connect(self.message_requested)
        self.sleutels.message_requested.connect(self.message_requested)
        self.sleutels.lock_requested.connect(self.lock_requested)
        self._minutes.currentIndexChanged.connect(self._store_minutes)
        self._change.clicked.connect(self._change_secret)

    @override
    def read(self) -> None:
        minutes = self._instellingen.weergave().sluit_na_minuten
        self._minutes.setCurrentIndex(max(0, self._minutes.findData(minutes)))
        self.sleutels.read()
        self._snel.read()

    @Slot()
    def _store_minutes(self) -> None:
        minutes: int = self._minutes.currentData()
        stored = self._instellingen.weergave()
        weergave = replace(stored, sluit_na_minuten=minutes)
        if weergave != stored:
            self.keep(lambda: self._instellingen.set_weergave(weergave))

    @Slot()
    def _change_secret(self) -> None:
        if not self._old.secret.text():
            self._old.set_error("Vul eerst de wachtzin van nu in.")
            return
        if not self._new.is_good():
            return
        old, new = self._old.secret.text(), self._new.value()
        self._change.setEnabled(False)
        self._busy.start()
        self._jobs.run(
            lambda: self._door.change(old, new),
            then=self._tell_changed,
            owner=self,
            failed=self._refused,
        )

    def _tell_changed(self, _done: object) -> None:
        self._finish()
        self._old.secret.clear()
        self._new.forget()
        words = "Je wachtzin is veranderd. De oude opent de kluis niet meer."
        self.message_requested.emit(Message(words, "goed"))

    def _refused(self, error: Exception) -> None:
        self._finish()
        if not isinstance(error, UserError | OutsideError):
            raise error
        self._old.set_error(str(error))

    def _finish(self) -> None:
        self._busy.stop()
        self._change.setEnabled(True)
