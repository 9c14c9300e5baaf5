"""Belofte (F4): to whom, what and by when, in one breath."""

from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QStringListModel, Qt, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget
from typing_extensions import override

from vtdesk.services.beloften import BelofteGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.personen import PersoonRow
from vtdesk.ui.day_field import DayField, day_of
from vtdesk.ui.messages import UNDO, Message
from vtdesk.ui.shell.capture import CapturePanel
from vtdesk.ui.shell.keuzes import CasusKeuze
from vtdesk.ui.widgets.named import named
from vtdesk.values.kinds import Rol
from vtdesk.values.tijd import local, volle_dag

FORMS = "vr, morgen, 15-5 of +3w"


class BeloftePanel(CapturePanel):
    """Offers the people of the casus; a day may be typed as `vr`, `morgen` or `+3w`."""

    command: ClassVar[str] = "belofte"
    agree: ClassVar[str] = "Belofte bewaren"

    def __init__(self, desk: Desk, window: QWidget, *, under: QWidget) -> None:
        super().__init__(desk, window, under=under)
        self._people: list[PersoonRow] = []
        self._names = QStringListModel(self)
        self._to = named(QLineEdit(), "aan")
        self._what = named(QLineEdit(), "wat")
        self._by = named(DayField(local(desk.clock()).date(), example=FORMS), "uiterlijk")
        self._by.setPlaceholderText(FORMS)
        self._casus = named(CasusKeuze(desk), "casus")
        self._to.setCompleter(self._completer())
        self._to_field = self.form.add("Aan wie", self._to)
        self._what_field = self.form.add("Wat", self._what)
        self._by_field = self.form.add("Uiterlijk", self._by, hint="Leeg: zonder datum.")
        self._casus_field = self.form.add("Casus", self._casus)
        self._casus.currentIndexChanged.connect(self._offer_people)
        self._by.textChanged.connect(self._show_day)

    def _completer(self) -> QCompleter:
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        shown = named(QListView(), "namen", "Mensen van de casus")
        shown.setProperty("kind", "popup")
        completer.setPopup(shown)
        return completer

    @override
    def prepare(self, about: UUID | None) -> None:
        for line in (self._to, self._what, self._by):
            line.clear()
        self._casus.offer(about or self.sight.casus_id, discreet=self.sight.discreet)
        self._casus_field.setVisible(not self.sight.discreet)
        self._offer_people()

    @override
    def is_empty(self) -> bool:
        return not any(line.text().strip() for line in (self._to, self._what, self._by))

    @override
    def keep(self) -> Message | None:
        uiterlijk = day_of(self._by, self._by_field)
        if uiterlijk and uiterlijk < local(self.desk.clock()).date():
            self._by_field.set_error("Deze dag is al geweest. Kies een dag vanaf vandaag.")
        if not self._to.text().strip():
            self._to_field.set_error("Vul in aan wie je dit belooft.")
        if not self._what.text().strip():
            self._what_field.set_error("Schrijf op wat je belooft.")
        if self.form.first_wrong():
            return None
        to = self._to.text().strip()
        belofte_id = self.desk.beloften.add(
            BelofteGegevens(
                aan=to,
                wat=self._what.text(),
                uiterlijk=uiterlijk,
                casus_id=self._casus.value(),
                persoon_id=self._person(to),
            )
        )
        return Message("Belofte bewaard.", "goed", UNDO, partial(_take_back, self.desk, belofte_id))

    @Slot()
    def _offer_people(self) -> None:
        """Offer who is in the casus; who made a melding is never offered."""
        casus_id = self._casus.value()
        people = self.desk.personen.in_casus(casus_id) if casus_id else []
        self._people = [p for p in people if p.rol is not Rol.MELDER and p.naam]
        names = [] if self.sight.discreet else [person.naam for person in self._people]
        self._names.setStringList(names)

    def _person(self, typed: str) -> UUID | None:
        """Tell who is meant, when that is one person of the casus."""
        words = typed.casefold()
        fitting = [
            p.id for p in self._people if words in (p.naam.casefold(), p.voornaam.casefold())
        ]
        return fitting[0] if len(fitting) == 1 else None

    @Slot(str)
    def _show_day(self, _typed: str) -> None:
        """Say which day was understood."""
        try:
            day = self._by.day()
        except ValueError:
            day = None
        self._by_field.set_note(volle_dag(day).capitalize() if day else "", tone="goed")


def _take_back(desk: Desk, belofte_id: UUID) -> None:
    desk.beloften.remove(belofte_id)
