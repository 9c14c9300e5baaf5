"""The steps of the first start; each says what it is about and whether it may be left."""

import secrets
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.ui.moment_field import read_clock
from vtdesk.ui.slot.door import Door, Sheet, Werker
from vtdesk.ui.slot.wachtzin import NewSecret
from vtdesk.ui.widgets.boxes import boxed, column, row
from vtdesk.ui.widgets.buttons import link
from vtdesk.ui.widgets.form import Field, Form
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

ASKED = 2  # groups of the herstelblad to type


class Step(QWidget):
    """One step: a title, a sentence, and what is asked."""

    title = ""
    sentence = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)

    def enter(self) -> None:
        """Get ready to be seen."""

    def leave(self) -> bool:
        """Tell whether all is filled in well; says what is wrong beside the field."""
        return True

    def work(self) -> Callable[[], object] | None:
        """Give what has to be done before the next step, when that is slow."""
        return None

    def refuse(self, _error: Exception) -> bool:
        """Say beside the field what came of that work; tells whether it belongs there."""
        return False


class PlaceStep(Step):
    """Where the kluis will be."""

    title = "Welkom. Alles blijft op deze laptop."
    sentence = "vtdesk bewaart alles versleuteld in één map: de kluis."

    restore_requested = Signal()

    def __init__(self, door: Door, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._restore = named(
            link("Reservekopie terugzetten", icon="reservekopie"), "reservekopie-terugzetten"
        )
        self._restore.clicked.connect(self.restore_requested)
        self._path = named(QLineEdit(str(door.folder)), "plaats")
        self._field = Field(
            "Map van de kluis",
            self._path,
            hint="Een lege of nieuwe map, niet in OneDrive of op een stick.",
        )
        self.body.addWidget(self._field)
        self.body.addLayout(row(self._restore, None))
        self._path.textEdited.connect(lambda: self._field.set_error(""))

    @property
    def folder(self) -> Path:
        """Give the folder that was chosen."""
        return Path(self._path.text().strip()).expanduser()

    @override
    def enter(self) -> None:
        self._path.setFocus()

    @override
    def leave(self) -> bool:
        if not self.folder.is_absolute():
            self._field.set_error("Vul de hele naam van de map in, vanaf het begin.")
            return False
        try:
            self._door.check_place(self.folder)
        except (UserError, OutsideError) as error:
            self._field.set_error(str(error))
            return False
        return True


class SecretStep(Step):
    """The wachtzin, twice."""

    title = "Kies een wachtzin"
    sentence = (
        "Met deze zin open je de kluis. Neem ons voorstel over, of bedenk zelf vier of meer losse "
        "woorden die niets met je werk te maken hebben. Niemand kan hem voor je opzoeken."
    )

    def __init__(self, door: Door, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.secret = NewSecret(door.strength, door.suggest)
        self.body.addWidget(self.secret)

    @override
    def enter(self) -> None:
        self.secret.first.secret.setFocus()

    @override
    def leave(self) -> bool:
        return self.secret.is_good()


class SheetStep(Step):
    """The herstelblad, large enough to copy without an error."""

    title = "Je herstelblad"
    sentence = (
        "Ben je de wachtzin kwijt, dan is dit de enige andere weg naar binnen. Schrijf de acht "
        "groepen nu over op papier. Bewaar het blad in een dichte envelop, niet bij de laptop."
    )

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, group in enumerate(sheet.groups):
            place = text(str(number + 1), "klein", tone="stil", wrap=False)
            signs = named(text(" ".join(group), "titel", wrap=False), f"groep-{number + 1}")
            signs.setAccessibleName(f"Groep {number + 1}: {' '.join(group)}")
            signs.setAlignment(Qt.AlignmentFlag.AlignCenter)
            cell = boxed(column(place, signs, air=2, margins=10), kind="block")
            grid.addWidget(cell, number // 4, number % 4)
        self.body.addLayout(grid)


class ProofStep(Step):
    """Two groups typed back, so that the sheet is surely right."""

    title = "Klopt het blad?"

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        count = len(sheet.groups)
        self.asked = sorted(secrets.SystemRandom().sample(range(1, count + 1), ASKED))
        first, second = self.asked
        self.sentence = f"Vul groep {first} en {second} in. Zo weet je zeker dat het blad klopt."
        self._edits = {number: self._edit(number) for number in self.asked}
        self._fields = {n: Field(f"Groep {n}", edit) for n, edit in self._edits.items()}
        self.body.addLayout(row(*self._fields.values(), air=12))

    def _edit(self, number: int) -> QLineEdit:
        edit = named(QLineEdit(), f"vul-groep-{number}")
        edit.setMaxLength(7)
        edit.setValidator(QRegularExpressionValidator(QRegularExpression("[A-Za-z0-9 ]*"), edit))
        edit.textEdited.connect(lambda: self._fields[number].set_error(""))
        return edit

    @override
    def enter(self) -> None:
        self._edits[self.asked[0]].setFocus()

    @override
    def leave(self) -> bool:
        first, second = self.asked
        halfway = self._edits[first].hasFocus() and not self._edits[second].text()
        reached = (first,) if halfway else (first, second)
        wrong = [number for number in reached if not self._matches(number)]
        for number in wrong:
            self._fields[number].set_error("Klopt niet met het blad.")
        if wrong:
            self._edits[wrong[0]].setFocus()
        elif halfway:
            self._edits[second].setFocus()
        return not (wrong or halfway)

    def _matches(self, number: int) -> bool:
        return self._sheet.group_is(number, self._edits[number].text().replace(" ", ""))


class WerkerStep(Step):
    """Who works here: it stands under every verslag."""

    title = "Wie werkt hier?"
    sentence = "Dit komt onder je verslagen te staan. Je kunt het later veranderen."

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = Form()
        self._name = named(QLineEdit(), "naam")
        self._role = named(QLineEdit("procesregisseur"), "functie")
        self._organisation = named(QLineEdit("Veilig Thuis"), "organisatie")
        self._begin = named(QLineEdit("08:30"), "begin")
        self._end = named(QLineEdit("17:30"), "einde")
        self._name_field = form.add("Naam", self._name)
        form.add("Functie", self._role)
        form.add("Organisatie", self._organisation)
        self._begin_field = Field("Werkdag begint", self._begin)
        self._end_field = Field("Werkdag eindigt", self._end)
        form.addLayout(row(self._begin_field, self._end_field, air=12))
        self.body.addLayout(form)

    def werker(self) -> Werker:
        """Give what was filled in."""
        return Werker(
            naam=self._name.text().strip(),
            functie=self._role.text().strip(),
            organisatie=self._organisation.text().strip(),
            begin=f"{read_clock(self._begin.text()):%H:%M}",
            einde=f"{read_clock(self._end.text()):%H:%M}",
        )

    @override
    def enter(self) -> None:
        self._name.setFocus()

    @override
    def leave(self) -> bool:
        begin, end = read_clock(self._begin.text()), read_clock(self._end.text())
        named_well = bool(self._name.text().strip())
        self._name_field.set_error("" if named_well else "Vul je naam in.")
        self._begin_field.set_error("" if begin else "Vul een tijd in, zoals 8:30.")
        fits = bool(begin and end and begin < end)
        self._end_field.set_error("" if fits else "Vul een tijd in na het begin, zoals 17:30.")
        return named_well and fits
