"""The fields of one statement: who said it, in what capacity, about whom, and what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QWidget,
)
from typing_extensions import override

from vtdesk.services.personen import PersoonRow
from vtdesk.ui.labels import LETTER, VERIFICATIE, ZICHTBAARHEID
from vtdesk.ui.moment_field import read_day
from vtdesk.ui.verslagen.checks import Checks
from vtdesk.ui.verslagen.note_lines import capacity_of, eigen_waarneming
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form import Field, Form
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import Letter, Verificatie, Zichtbaarheid
from vtdesk.values.tekst import Bron, Uitspraakregel

_NO_DAY = "Dit is geen datum. Schrijf bijvoorbeeld 5 mei."
_NOBODY = "Niemand van deze casus. Het blijft gewone tekst."
_MORE = "Zo heten er meer. Typ de hele naam; anders blijft het gewone tekst."


@dataclass(frozen=True, slots=True)
class Ground:
    """A feit or verklaring on which a duiding may rest."""

    id: UUID
    words: str


class StatementPanel(QWidget):
    """Shows the statement of the caret; each field that is left gives a changed statement."""

    changed = Signal(object)  # Uitspraakregel
    left = Signal()  # Esc: back to the text

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._regel: Uitspraakregel | None = None
        self._people: tuple[PersoonRow, ...] = ()
        self._own, self._others = Bron(), list[Bron]()
        self._known: dict[str, Bron] = {}  # sources that are no person of the casus, by words
        self._filling = False
        self._title = text("", "kop")
        self._source = named(QComboBox(), "bron")
        self._source.setEditable(True)
        self._source.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._source.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        source_line = self._source.lineEdit()
        assert source_line is not None  # noqa: S101 it was made editable
        self._line = source_line
        completer = QCompleter(self._source.model(), self._source)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        # In the field itself: with a list below it, Enter would keep half a name as the source.
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self._source.setCompleter(completer)
        self._capacity = named(QLineEdit(), "hoedanigheid")
        self._via = named(QLineEdit(), "via")
        self._day = named(QLineEdit(), "informatiedatum")
        self._status = named(
            Choices((VERIFICATIE[v].word.capitalize(), v) for v in Verificatie), "verificatie"
        )
        self._status_by = named(QLineEdit(), "verificatie-door")
        self._reach = named(
            Choices((_begun(ZICHTBAARHEID[z].word), z) for z in Zichtbaarheid), "zichtbaarheid"
        )
        self._about = Checks("over")
        self._not_for = Checks("niet-voor")
        self._grounds = Checks("steunt-op")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        form = Form(air=10)
        form.addWidget(self._title)
        form.addWidget(self._grounds.under("Steunt op"))
        self._source_field: Field = form.add("Bron", self._source)
        form.add("Hoedanigheid", self._capacity)
        form.add("Van horen zeggen, via", self._via)
        form.addWidget(self._about.under("Over wie"))
        self._day_field: Field = form.add("Datum van de informatie", self._day)
        form.add("Status", self._status)
        form.add("Door wie", self._status_by)
        form.add("Wie mag dit lezen", self._reach)
        form.addWidget(self._not_for.under("Niet voor"))
        form.addStretch(1)
        self.setLayout(form)
        form.setContentsMargins(16, 12, 16, 12)

    def _connect(self) -> None:
        for line in (self._capacity, self._via, self._day, self._status_by):
            line.editingFinished.connect(self.commit)
        self._line.setAccessibleName("Bron")
        self._line.editingFinished.connect(self.commit)
        self._line.textChanged.connect(self._tell_whose)
        self._line.returnPressed.connect(self._go_back)  # a QComboBox keeps Enter to itself
        for choice in (self._source, self._status, self._reach):
            choice.activated.connect(self.commit)
        for checks in (self._about, self._not_for, self._grounds):
            checks.changed.connect(self.commit)

    def set_people(self, people: Sequence[PersoonRow], auteur: str = "") -> None:
        """Offer these people as source and as subject, and what the writer saw as source."""
        self._people = tuple(sorted(people, key=lambda person: not person.is_kind))
        self._own = eigen_waarneming(auteur)
        self._offer_all()
        options = [(p.id, p.naam) for p in people]
        self._filling = True
        self._about.offer(options)
        self._not_for.offer(options)
        self._filling = False
        if self._regel is not None:
            self._fill(self._regel)

    def offer_sources(self, sources: Iterable[Bron]) -> None:
        """Offer also who was named as source in this text."""
        names = {person.naam for person in self._people} | {self._own.naam}
        others = {bron.naam: bron for bron in sources if bron.naam and bron.naam not in names}
        if list(others.values()) != self._others and not self._line.hasFocus():
            self._others = list(others.values())
            self._offer_all()

    def _offer_all(self) -> None:
        shown = self._source.currentText()
        self._filling = True
        self._source.clear()
        own = [self._own] if self._own.naam else []
        self._known = {_words(bron): bron for bron in (*own, *self._others)}
        self._source.addItems([*(person.naam for person in self._people), *self._known])
        self._source.setCurrentIndex(-1)
        self._source.setEditText(shown)
        self._filling = False

    def show_statement(self, regel: Uitspraakregel, grounds: Iterable[Ground]) -> None:
        """Show a statement; what was being typed about the former is kept first."""
        if self._regel is not None and self._regel.id != regel.id:
            self.commit()
        self._grounds.offer([(g.id, g.words) for g in grounds if g.id != regel.id])
        self._fill(regel)

    def clear(self) -> None:
        """Show no statement any more."""
        self.commit()
        self._regel = None

    def focus_source(self) -> None:
        """Put the caret in the first field that asks for something."""
        known = self._regel is not None and bool(self._regel.bron.naam)
        ground = self._grounds.first() if known and not self._grounds.isHidden() else None
        (ground or self._source).setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def commit(self) -> None:
        """Give the statement as the fields have it now, when it is another one than before."""
        if self._filling or self._regel is None:
            return
        made = self._read(self._regel)
        if made == self._regel:
            return
        self._regel = made
        self._fill(made)
        self.changed.emit(made)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go_back()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _go_back(self) -> None:
        self.commit()
        self.left.emit()

    def _fill(self, regel: Uitspraakregel) -> None:
        self._filling = True
        self._regel = regel
        self._title.setText(f"{regel.letter.value}  {LETTER[regel.letter].word.capitalize()}")
        self._source.setEditText(regel.bron.naam)
        self._capacity.setText(regel.bron.hoedanigheid)
        self._via.setText(regel.bron.via)
        day = regel.informatiedatum
        self._day.setText(f"{day.day}-{day.month}-{day.year}" if day else "")
        self._status.choose(regel.verificatie)
        self._status_by.setText(regel.verificatie_door)
        self._reach.choose(regel.zichtbaarheid)
        self._about.check(regel.over)
        self._not_for.check(regel.niet_voor)
        self._grounds.check(regel.steunt_op)
        self._not_for.setVisible(regel.zichtbaarheid is Zichtbaarheid.NIET_VOOR)
        self._grounds.setVisible(regel.letter is Letter.DUIDING)
        self._filling = False
        self._tell_whose()

    def _read(self, regel: Uitspraakregel) -> Uitspraakregel:
        reach: Zichtbaarheid = self._reach.value()
        hidden = reach is Zichtbaarheid.NIET_VOOR
        return replace(
            regel,
            bron=self._read_source(regel),
            over=self._about.checked(),
            informatiedatum=self._read_day(regel.informatiedatum),
            verificatie=self._status.value(),
            verificatie_door=self._status_by.text().strip(),
            zichtbaarheid=reach,
            niet_voor=self._not_for.checked() if hidden else (),
            steunt_op=self._grounds.checked() if regel.letter is Letter.DUIDING else (),
        )

    @Slot()
    def _tell_whose(self) -> None:
        """Say of a name that is nobody's that it stays as it is typed."""
        name = self._source.currentText().strip()
        is_known = self._person(name) or self._picked(name) or name == self._own.naam
        more = len(self._called(name)) > 1
        self._source_field.set_hint("" if is_known or not name else _MORE if more else _NOBODY)

    def _read_source(self, regel: Uitspraakregel) -> Bron:
        before, name = regel.bron, self._source.currentText().strip()
        known = None if name == before.naam else self._picked(name)
        if known is not None:
            return known
        person = self._person(name)
        name = person.naam if person else name
        capacity = self._capacity.text().strip()
        if regel.letter is Letter.FEIT and not capacity and name == self._own.naam:
            return self._own  # a feit of the writer is what she saw herself
        if name != before.naam and capacity == before.hoedanigheid:
            # Another person was chosen and the capacity still is that of the former one.
            capacity = capacity_of(person) if person else ""
        return Bron(name, person.id if person else None, capacity, self._via.text().strip())

    def _picked(self, typed: str) -> Bron | None:
        """Give the source that was taken from the list as a whole, with its capacity."""
        words = typed.casefold()
        return next((b for label, b in self._known.items() if label.casefold() == words), None)

    def _person(self, name: str) -> PersoonRow | None:
        """Find who is meant by a name; a first name will do when only one person has it."""
        found = self._called(name)
        return found[0] if len(found) == 1 and name else None

    def _called(self, name: str) -> list[PersoonRow]:
        typed = name.casefold()
        whole = [p for p in self._people if p.naam.casefold() == typed]
        return whole or [p for p in self._people if p.voornaam.casefold() == typed]

    def _read_day(self, before: date | None) -> date | None:
        typed = self._day.text().strip()
        found = read_day(typed, self._today) if typed else None
        self._day_field.set_error(_NO_DAY if typed and found is None else "")
        return before if typed and found is None else found


def _words(bron: Bron) -> str:
    return ", ".join(filter(None, (bron.naam, bron.hoedanigheid)))


def _begun(words: str) -> str:
    """Begin with a capital, and leave the names in it as they are."""
    return words[:1].upper() + words[1:]
