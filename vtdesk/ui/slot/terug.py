"""Reservekopie terugzetten: choose a copy by its time, and open it as the kluis was opened."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.ui.choose_file import choose_folder
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.slot.busy import Busy
from vtdesk.ui.slot.card import SlotCard
from vtdesk.ui.slot.door import Door, Kopiekeuze, Terug
from vtdesk.ui.slot.steps import Step
from vtdesk.ui.slot.wachtzin import NewSecret, SecretField
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import link, primary, secondary
from vtdesk.ui.widgets.deck import Deck
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.ui.widgets.text import text

LIST_HEIGHT = 130  # of the rest one scrolls: the buttons stay in sight
ASIDE = (
    "Wat er nu staat, gaat opzij en blijft dertig dagen staan. Wat je na de kopie hebt gedaan, "
    "staat niet in de kopie. Een casus die daarna is vernietigd, vernietigt vtdesk opnieuw."
)
FRESH = "De kluis van je vorige laptop komt op deze laptop te staan."
NONE_HERE = "Kies de stick of de map waarop je reservekopieën staan."
SHEET, BACK_TO_SECRET = "Wachtzin kwijt? Gebruik je herstelblad", "Toch met de wachtzin"


class KopieStep(Step):
    """Which copy: those that are known here, or those in a folder."""

    title = "Welke reservekopie?"
    sentence = ASIDE

    def __init__(
        self, terug: Terug, *, is_fresh: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._terug = terug
        if is_fresh:
            self.sentence = FRESH
        self._list = named(RowList[Kopiekeuze](_line), "kopieen", "Reservekopieën")
        self._list.setMinimumHeight(style.scaled(LIST_HEIGHT))
        self._empty = named(text(NONE_HERE, tone="stil"), "geen-kopieen")
        self._other = named(secondary("Andere map of stick…", icon="dossier"), "andere-map")
        self._wrong = named(text("", tone="gevaar"), "geen-kopie")
        for part in (self._empty, self._list, self._wrong):
            self.body.addWidget(part)
        self.body.addLayout(row(self._other, None))
        self._other.clicked.connect(self._ask_place)
        self._show(terug.bekend())

    def value(self) -> Kopiekeuze | None:
        """Give the copy that was chosen."""
        return self._list.current()

    def look_in(self, chosen: Path) -> None:
        """Show the copies in a folder instead."""
        try:
            self._show(self._terug.zoek(chosen))
            self._list.setFocus()
        except (UserError, OutsideError) as error:
            self._say(str(error))

    @override
    def enter(self) -> None:
        (self._list if self._list.rows() else self._other).setFocus()

    @override
    def leave(self) -> bool:
        if self.value() is None:
            self._say("Kies eerst een reservekopie.")
        return self.value() is not None

    @Slot()
    def _ask_place(self) -> None:
        chosen = choose_folder(self, "Waar staan de reservekopieën?")
        if chosen is not None:
            self.look_in(chosen)

    def _show(self, found: list[Kopiekeuze]) -> None:
        self._list.set_rows(found)
        self._list.setVisible(bool(found))
        self._empty.setVisible(not found)
        self._say("")
        if found:
            self._list.choose(lambda one: one is found[0])

    def _say(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))


class SecretStep(Step):
    """What opens the copy, and where the kluis comes."""

    title = "Waarmee ging de kluis open?"
    sentence = "Vul de wachtzin in die de kluis had toen de kopie werd gemaakt, of die van nu."

    def __init__(self, door: Door, *, asks_place: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._path = named(QLineEdit(str(door.folder)), "plaats")
        self._place = Field("Map van de kluis", self._path)
        self._place.setVisible(asks_place)
        self._secret = SecretField("Wachtzin", "wachtzin-kopie")
        self._code = named(QLineEdit(), "herstelcode")
        self._code_field = Field(
            "Code op het herstelblad", self._code, hint="Acht groepen van vier tekens."
        )
        self._new = NewSecret(door.strength, door.suggest)
        self._switch = named(link(SHEET, icon="sleutel"), "met-herstelblad")
        for part in (self._place, self._secret, self._code_field, self._new):
            self.body.addWidget(part)
        self.body.addLayout(row(self._switch, None))
        self._switch.clicked.connect(lambda: self._ask(sheet=not self._code_field.isVisible()))
        self._code.textEdited.connect(lambda: self._code_field.set_error(""))
        self._path.textEdited.connect(lambda: self._place.set_error(""))
        self._ask(sheet=False)

    @override
    def enter(self) -> None:
        field = self._secret.secret if self._code_field.isHidden() else self._code
        field.setFocus()

    @override
    def leave(self) -> bool:
        if not self._folder().is_absolute():
            self._place.set_error("Vul de hele naam van de map in, vanaf het begin.")
            return False
        if not self._code_field.isHidden():
            return self._is_sheet() and self._new.is_good()
        if not self._secret.secret.text():
            self._secret.set_error("Vul de wachtzin in.")
        return bool(self._secret.secret.text())

    def deed(self, keuze: Kopiekeuze) -> Callable[[], object]:
        """Give what puts the copy back."""
        terug, folder = self._door.terug, self._folder()
        if self._code_field.isHidden():
            wachtzin = self._secret.secret.text()
            return lambda: terug.zet_terug(keuze, folder, wachtzin)
        sheet, new = self._door.read_sheet(self._code.text()), self._new.value()
        return lambda: terug.met_blad(keuze, folder, sheet, new)

    def forget(self) -> None:
        """Empty the fields."""
        self._secret.secret.clear()
        self._code.clear()
        self._new.forget()

    def _folder(self) -> Path:
        return Path(self._path.text().strip()).expanduser()

    def _is_sheet(self) -> bool:
        try:
            self._door.read_sheet(self._code.text())
        except UserError as error:
            self._code_field.set_error(str(error))
            self._code.setFocus()
            return False
        return True

    def _ask(self, *, sheet: bool) -> None:
        self._secret.setVisible(not sheet)
        self._code_field.setVisible(sheet)
        self._new.setVisible(sheet)
        words = BACK_TO_SECRET if sheet else SHEET
        self._switch.setText(words)
        self._switch.setAccessibleName(words)
        (self._code if sheet else self._secret.secret).setFocus()


class TerugCard(SlotCard):
    """Two steps on the lock screen: which copy, and what opens it."""

    WIDTH, NARROW = 560, 480

    opened = Signal(object)
    back_requested = Signal()

    def __init__(
        self, door: Door, jobs: Jobs, *, asks_place: bool, parent: QWidget | None = None
    ) -> None:
        under = "Er wordt niets overschreven."
        super().__init__("Reservekopie terugzetten", under, "reservekopie", parent)
        self._jobs = jobs
        self._copy = KopieStep(door.terug, is_fresh=asks_place)
        self._secret = SecretStep(door, asks_place=asks_place)
        self._at: Step = self._copy
        self._sentence = named(text(), "uitleg")
        self._deck = Deck(self._copy, self._secret)
        self._wrong = named(text("", tone="gevaar"), "mislukt")
        self._busy = Busy("De reservekopie wordt nagekeken en teruggezet…")
        self._back = named(secondary("Terug", icon="terug"), "kopie-terug")
        self._next = named(primary("Verder"), "kopie-verder")
        for part in (self._sentence, self._deck, self._wrong, self._busy):
            self.body.addWidget(part)
        self.body.addLayout(row(self._back, None, self._next))
        self._back.clicked.connect(self._step_back)
        self._next.clicked.connect(self._step_on)
        for field in self._secret.findChildren(QLineEdit):
            field.returnPressed.connect(self._step_on)

    @override
    def start(self) -> None:
        self._show(self._copy)

    @Slot()
    def _step_on(self) -> None:
        self._say("")
        if not (self._next.isEnabled() and self._at.leave()):
            return
        if self._at is self._copy:
            self._show(self._secret)
            return
        keuze = self._copy.value()
        if keuze is not None:
            self._set_enabled(to=False)
            self._busy.start()
            self._jobs.run(
                self._secret.deed(keuze), then=self._go_in, owner=self, failed=self._refused
            )

    @Slot()
    def _step_back(self) -> None:
        if self._at is self._copy:
            self.back_requested.emit()
        else:
            self._show(self._copy)

    def _go_in(self, what: object) -> None:
        self._busy.stop()
        self._secret.forget()
        self.opened.emit(what)

    def _refused(self, error: Exception) -> None:
        self._busy.stop()
        self._set_enabled(to=True)
        if not isinstance(error, UserError | OutsideError):
            raise error
        self._say(str(error))
        self._at.enter()

    def _show(self, step: Step) -> None:
        self._at = step
        self._sentence.setText(step.sentence)
        self._deck.turn_to(step)
        words = "Verder" if step is self._copy else "Terugzetten"
        self._next.setText(words)
        self._next.setAccessibleName(words)
        self._say("")
        step.enter()

    def _say(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))

    def _set_enabled(self, *, to: bool) -> None:
        for part in (self._next, self._back, self._deck):
            part.setEnabled(to)


def _line(keuze: Kopiekeuze) -> Line:
    return Line(keuze.wanneer, keuze.waar, icon="reservekopie", strong=False)
