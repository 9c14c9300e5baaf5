"""Hoe ging het? How long it took, who was there and how, interpreter, recording, particulars."""

from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import GesprekGegevens
from vtdesk.ui.agenda.deelname_rij import Deelnames
from vtdesk.ui.labels import KANAAL, OPNAME
from vtdesk.ui.moment_field import read_clock
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import Kanaal, Opname
from vtdesk.values.tijd import at, klok, local


class GesprekDialog(FormDialog):
    """What the verslag will say above its first sentence."""

    def __init__(self, desk: Desk, row: AfspraakRow, parent: QWidget | None = None) -> None:
        super().__init__("Hoe ging het?", "Gesprek bewaren", parent)
        self._desk, self._row = desk, row
        talk = desk.gesprekken.get(row.id)
        self._until = named(QLineEdit(klok(row.einde)), "tot")
        self._people = named(Deelnames(), "deelnames")
        self._people.show_rows(talk.deelnames)
        self._way = named(Choices([(KANAAL[way].word, way) for way in Kanaal]), "kanaal")
        self._way.choose(talk.kanaal)
        self._interpreter = named(QLineEdit(talk.tolk), "tolk")
        self._recording = named(Choices([(OPNAME[kind].word, kind) for kind in Opname]), "opname")
        self._recording.choose(talk.opname)
        self._particulars = named(TextArea(talk.bijzonderheden, height=84), "bijzonderheden")

        self.form.addWidget(text(f"{row.titel}, {klok(row.begin)}", tone="stil"))
        self._until_field = self.form.add("Gehouden tot", self._until)
        self.form.add("Wie was erbij?", self._people)
        self.form.add("Hoe", self._way)
        self.form.add("Tolk", self._interpreter, hint="Naam of nummer en taal; leeg bij geen tolk.")
        self.form.add("Opname", self._recording)
        self.form.add(
            "Bijzonderheden", self._particulars, hint="Bijvoorbeeld: vader stopte het gesprek."
        )
        self.store = self._store

    def _store(self) -> None:
        if until := self._moment():
            self._desk.agenda.report(self._row.id, until, self._gegevens())

    def _moment(self) -> datetime | None:
        clock = read_clock(self._until.text())
        if clock is None:
            self._until_field.set_error("Schrijf een tijd, zoals 17:05.")
            return None
        until = at(local(self._row.begin).date(), clock.hour, clock.minute)
        if until <= self._row.begin:
            self._until_field.set_error("Het einde ligt niet na het begin.")
            return None
        return until

    def _gegevens(self) -> GesprekGegevens:
        return GesprekGegevens(
            kanaal=self._way.value(),
            tolk=self._interpreter.text().strip(),
            opname=self._recording.value(),
            bijzonderheden=self._particulars.toPlainText().strip(),
            deelnames=self._people.deelnames(),
        )
