"""How two people belong together, from when until when."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from vtdesk.services.relaties import RelatieGegevens
from vtdesk.ui.day_field import DayField, day_of
from vtdesk.ui.labels import label
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import link
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.values.casuskinds import RelatieSoort

People = list[tuple[str, UUID]]


class RelatieDialog(FormDialog):
    """Reads as a sentence: somebody, is what, of whom."""

    removal_requested = Signal()

    def __init__(
        self,
        today: date,
        people: People,
        shown: RelatieGegevens | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "Relatie wijzigen" if shown else "Relatie toevoegen",
            "Relatie bewaren" if shown else "Relatie toevoegen",
            parent,
        )
        self.who = named(Choices(people), "wie")
        self.sort = named(Choices((label(s).word, s) for s in RelatieSoort), "soort")
        self.whom = named(Choices(people), "van-wie")
        self._divorced = named(QCheckBox("Gescheiden"), "gescheiden")
        self._since = named(DayField(today), "vanaf")
        self._until = named(DayField(today), "tot")
        self._about = named(QLineEdit(), "toelichting")
        self.form.add("Wie", self.who)
        self.form.add("Is wat", self.sort)
        self.form.add("Van wie", self.whom)
        self.form.addWidget(self._divorced)
        self._since_field = self.form.add(
            "Vanaf", self._since, hint="Leeg: niet bekend, of altijd."
        )
        self._until_field = self.form.add("Tot", self._until, hint="Leeg: het is nog zo.")
        self.form.add("Toelichting", self._about)
        self.sort.currentIndexChanged.connect(self._follow_sort)
        self.whom.setCurrentIndex(min(1, self.whom.count() - 1))
        if shown:
            self._show(shown)
        self._follow_sort()

    def gegevens(self) -> RelatieGegevens | None:
        """Give what was typed; None when a field says what is wrong."""
        since = day_of(self._since, self._since_field)
        until = day_of(self._until, self._until_field)
        if self.form.first_wrong():
            return None
        sort = self.sort.value()
        return RelatieGegevens(
            self.who.value(),
            self.whom.value(),
            sort,
            gescheiden=self._divorced.isChecked() and sort is RelatieSoort.EX,
            vanaf=since,
            tot=until,
            toelichting=self._about.text().strip(),
        )

    def _show(self, shown: RelatieGegevens) -> None:
        self.who.choose(shown.van_id)
        self.sort.choose(shown.soort)
        self.whom.choose(shown.naar_id)
        self._divorced.setChecked(shown.gescheiden)
        self._since.set_day(shown.vanaf)
        self._until.set_day(shown.tot)
        self._about.setText(shown.toelichting)
        away = named(link("Deze relatie was er nooit. Weghalen", icon="weg"), "relatie-weghalen")
        away.clicked.connect(self.removal_requested)
        self.form.addLayout(row(away, None))

    def _follow_sort(self) -> None:
        """Ask about a divorce only of people who are no longer together."""
        self._divorced.setVisible(self.sort.value() is RelatieSoort.EX)
