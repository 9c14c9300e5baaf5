"""Laptop verlaten: what is still open, a last reservekopie, and then all of it goes."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.vertrek import WOORD, Antwoord, Keuze, OpenPunt, Vertrek
from vtdesk.ui.choose_file import choose_folder
from vtdesk.ui.instellingen.part import SettingsPart, explanation
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import ask
from vtdesk.ui.slot.busy import Busy
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import secondary
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.ui.widgets.text import text

WHAT = (
    "Ga je op een andere laptop werken, of lever je deze in? Dan maakt vtdesk een laatste "
    "reservekopie en leest die helemaal na. Daarna gaat alles van vtdesk van deze laptop: de "
    "sleutels eerst. Dit is niet ongedaan te maken."
)
SURE = (
    "Alles van vtdesk gaat van deze laptop: de kluis, het logboek, de bijlagen en de "
    "reservekopieën die hier staan. Wat op de stick staat, blijft. Dit is niet ongedaan te maken."
)
OPEN = "Dit ligt alleen op deze laptop, of is nog niet af:"
HEIGHT = 150


class VertrekSettings(SettingsPart):
    """Everything must be answered before the one button does anything."""

    lock_requested = Signal()

    def __init__(self, vertrek: Vertrek, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("Laptop verlaten", parent)
        self._vertrek, self._jobs = vertrek, jobs
        self._count = named(text("", "vet"), "openstaand-kop")
        self._points = named(RowList[OpenPunt](_line), "openstaand", "Wat nog openstaat")
        self._points.setMinimumHeight(style.scaled(HEIGHT))
        self._answer = named(QComboBox(), "antwoord")
        self._answer.addItem("Kies wat hiermee moet", None)
        for antwoord in Antwoord:
            self._answer.addItem(antwoord.zin, antwoord)
        self._answer_field = Field("Wat moet hiermee?", self._answer)
        self._path = named(QLineEdit(), "vertrek-stick")
        self._choose = named(secondary("Kiezen…", icon="dossier"), "kies-vertrek-stick")
        self._nothing = named(QCheckBox("Er is niets over te dragen"), "niets-mee")
        self._word = named(QLineEdit(), "vertrek-woord")
        self._go = named(secondary("Alles van deze laptop halen", icon="weg"), "verlaat-laptop")
        self._failure = named(text("", tone="let-op"), "vertrek-mislukt")
        self._failure.hide()
        self._busy = Busy("De laatste reservekopie wordt gemaakt en nagelezen…")
        self._lay_out()
        self._choose.clicked.connect(self._choose_place)
        self._nothing.toggled.connect(self._path.setDisabled)
        self._nothing.toggled.connect(self._choose.setDisabled)
        self._go.clicked.connect(self._ask)

    def _lay_out(self) -> None:
        body = self.card.body
        body.addWidget(explanation(WHAT))
        for part in (self._count, self._points, self._answer_field):
            body.addWidget(part)
        body.addWidget(Field("Stick voor de laatste reservekopie en het bewijs", self._path))
        body.addLayout(row(self._choose, self._nothing, None))
        body.addWidget(Field(f"Typ de woorden '{WOORD}'", self._word))
        body.addWidget(self._failure)
        body.addWidget(self._busy)
        body.addLayout(row(self._go, None))

    @override
    def read(self) -> None:
        points = self._vertrek.openstaand()
        self._count.setText(OPEN if points else "Er staat niets meer open.")
        self._points.set_rows(points)
        self._points.setVisible(bool(points))
        self._answer_field.setVisible(bool(points))

    @Slot()
    def _choose_place(self) -> None:
        place = choose_folder(self, "Stick kiezen")
        if place is not None:
            self._path.setText(str(place))

    @Slot()
    def _ask(self) -> None:
        """Ask once more, now that all is filled in."""
        keuze = self._keuze()
        try:
            self._vertrek.check(keuze)
        except UserError as error:
            self._say(error)
            return
        self._failure.hide()
        if not ask(self, "Alles van deze laptop halen?", SURE, yes="Alles weg", no="Niet doen"):
            return
        self._go.setEnabled(False)
        self._busy.start()
        self._jobs.run(
            lambda: self._vertrek.decide(keuze),
            then=lambda _: self._leave(),
            owner=self,
            failed=self._refused,
        )

    def _keuze(self) -> Keuze:
        place = self._path.text().strip()
        nothing, answer = self._nothing.isChecked(), self._answer.currentData()
        return Keuze(
            woord=self._word.text(),
            plaats=Path(place).expanduser() if place and not nothing else None,
            niets_mee=nothing,
            antwoord=Antwoord(answer) if answer else None,
        )

    def _leave(self) -> None:
        """Close; what comes up next takes everything away."""
        self._busy.stop()
        self.lock_requested.emit()

    def _refused(self, error: Exception) -> None:
        self._busy.stop()
        self._go.setEnabled(True)
        if not isinstance(error, UserError | OutsideError):
            raise error
        self._say(error)

    def _say(self, error: Exception) -> None:
        self._failure.setText(str(error))
        self._failure.setAccessibleName(str(error))
        self._failure.show()


def _line(point: OpenPunt) -> Line:
    return Line(point.nummer or "Niet bij een casus", point.wat, strong=False)
