"""Note or change a statement: what, by whom, about whom, and who may read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from vtdesk.services.personen import PersoonRow
from vtdesk.services.uitspraak_regels import GROND
from vtdesk.services.uitspraak_rows import UitspraakGegevens, UitspraakRow
from vtdesk.ui.casussen.uitspraken.keuzes import Keuzes
from vtdesk.ui.day_field import DayField, day_of
from vtdesk.ui.labels import LETTER, ROL, ZICHTBAARHEID
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.values.kinds import Letter, Rol, Zichtbaarheid
from vtdesk.values.tekst import Bron

WHY = (
    "Nodig als dit al in een vastgesteld of verstuurd stuk staat. "
    "Het komt in brieven aan organisaties, niet in die aan een gezin."
)


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What a statement can be tied to: people, other statements and themes of its casus."""

    today: date
    people: Sequence[PersoonRow]
    others: Sequence[UitspraakRow]

    @property
    def themas(self) -> list[str]:
        """List the themes in use, in the order in which they came up."""
        return [thema for thema in dict.fromkeys(row.thema for row in self.others) if thema]


class UitspraakDialog(FormDialog):
    """All fields of a statement; for an existing one also why it changes."""

    def __init__(
        self, omgeving: Omgeving, shown: UitspraakGegevens, *, new: bool, parent: QWidget
    ) -> None:
        super().__init__(
            "Uitspraak vastleggen" if new else "Uitspraak wijzigen",
            "Uitspraak bewaren",
            parent,
        )
        self._people = [p for p in omgeving.people if p.rol is not Rol.MELDER]
        names = [(p.naam, p.id) for p in self._people]
        self.letter = named(
            Choices([(f"{one.value}  {LETTER[one].word}", one) for one in Letter]), "letter"
        )
        self._text = named(TextArea(shown.tekst, height=84), "tekst")
        self._source = named(_open_list("Van wie", [name for name, _ in names]), "bron")
        self._source.setEditText(shown.bron.naam)
        capacity = shown.bron.hoedanigheid or (self._capacity_of(shown.bron.naam) if new else "")
        self._capacity = named(QLineEdit(capacity), "hoedanigheid")
        self._via = named(QLineEdit(shown.bron.via), "via")
        self._about = Keuzes("over", "Over wie", names, shown.over)
        self._day = named(DayField(omgeving.today), "informatiedatum")
        self._day.set_day(shown.informatiedatum)
        self._theme = named(_open_list("Thema", omgeving.themas), "thema")
        self._theme.setEditText(shown.thema)
        others = [(_short(row), row.id) for row in omgeving.others]
        self._answers = named(Choices([("geen", None), *others]), "reactie-op")
        grounds = [(_short(row), row.id) for row in omgeving.others if row.regel.letter in GROND]
        self._grounds = Keuzes("steunt-op", "Steunt op", grounds, shown.steunt_op, later=True)
        self._reach = named(
            Choices([(_begun(ZICHTBAARHEID[one].word), one) for one in Zichtbaarheid]),
            "zichtbaarheid",
        )
        self._not_for = Keuzes("niet-voor", "Niet voor", names, shown.niet_voor)
        self._why = named(QLineEdit(), "reden")
        self._lay_out(new=new)

        self.letter.currentIndexChanged.connect(self._fit)
        self._reach.currentIndexChanged.connect(self._fit)
        self._source.currentTextChanged.connect(self._propose_capacity)
        self.letter.choose(shown.letter)
        self._answers.choose(shown.reactie_op_id)
        self._reach.choose(shown.zichtbaarheid)
        self._fit()

    def reden(self) -> str:
        """Give why it is changed."""
        return self._why.text().strip()

    def gegevens(self) -> UitspraakGegevens | None:
        """Give what was typed; None when a field says what is wrong."""
        day = day_of(self._day, self._day_field)
        if not self._text.toPlainText().strip():
            self._text_field.set_error("Schrijf op wat er is gezegd of gezien.")
        if not self._source.currentText().strip():
            self._source_field.set_error("Vul in van wie dit komt: een persoon of een document.")
        if self.form.first_wrong():
            return None
        return UitspraakGegevens(
            letter=self.letter.value(),
            tekst=self._text.toPlainText().strip(),
            bron=self._bron(),
            over=self._about.chosen(),
            informatiedatum=day,
            zichtbaarheid=self._reach.value(),
            niet_voor=self._not_for.chosen(),
            steunt_op=self._grounds.chosen(),
            thema=self._theme.currentText().strip(),
            reactie_op_id=self._answers.value(),
        )

    def _lay_out(self, *, new: bool) -> None:
        form = self.form
        form.add("Soort", self.letter)
        self._text_field = form.add("Wat", self._text, hint="Eén ding per uitspraak.")
        self._source_field = form.add("Van wie", self._source, hint="Een persoon of een document.")
        form.add("Hoedanigheid", self._capacity)
        form.add("Van horen zeggen, via", self._via, hint="Leeg als de bron het zelf zei of zag.")
        form.addWidget(self._about)
        self._day_field = form.add("Datum van de informatie", self._day)
        form.add("Thema", self._theme, hint="Bijvoorbeeld: wisselen, school, alcohol.")
        form.add("Reactie op", self._answers)
        form.addWidget(self._grounds)
        form.add("Wie mag dit lezen", self._reach)
        form.addWidget(self._not_for)
        if not new:
            form.add("Waarom wijzig je dit?", self._why, hint=WHY)

    def _fit(self) -> None:
        rests = self.letter.value() is Letter.DUIDING
        if rests:
            self._grounds.make()
        self._grounds.setVisible(rests)
        self._not_for.setVisible(self._reach.value() is Zichtbaarheid.NIET_VOOR)

    def _propose_capacity(self, name: str) -> None:
        if capacity := self._capacity_of(name):
            self._capacity.setText(capacity)

    def _capacity_of(self, name: str) -> str:
        person = self._person(name)
        return ROL[person.rol].word if person else ""

    def _person(self, name: str) -> PersoonRow | None:
        wanted = name.strip().casefold()
        found = [p for p in self._people if wanted and p.naam.casefold() == wanted]
        return found[0] if len(found) == 1 else None

    def _bron(self) -> Bron:
        name = self._source.currentText().strip()
        person = self._person(name)
        capacity, via = self._capacity.text().strip(), self._via.text().strip()
        return Bron(person.naam if person else name, person.id if person else None, capacity, via)


def _open_list(label: str, words: Sequence[str]) -> QComboBox:
    """Make a list from which one may also deviate."""
    box = QComboBox()
    line = QLineEdit()
    line.setAccessibleName(label)
    box.setLineEdit(line)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.addItems(list(words))
    box.setCurrentIndex(-1)
    return box


def _short(row: UitspraakRow) -> str:
    words = row.woorden
    return f"{row.regel.letter.value}  {words if len(words) <= 60 else f'{words[:58].rstrip()}…'}"  # noqa: PLR2004 (fits a line)


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
