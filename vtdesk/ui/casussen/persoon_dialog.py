"""Add or change a person: who it is, what it is here, and how it can be reached without danger."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from vtdesk.services.personen import PersoonGegevens, VeiligContactGegevens
from vtdesk.ui.day_field import DayField, day_of
from vtdesk.ui.labels import GESLACHT, ROL
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import Geslacht, Rol
from vtdesk.values.levensloop import Levensloop

_MAY = (("niet bekend", None), ("mag", True), ("nooit", False))
_LINES = ("voornaam", "tussenvoegsel", "achternaam", "telefoon", "email", "adres", "taal")
_WORDS = {
    "voornaam": "Voornaam",
    "tussenvoegsel": "Tussenvoegsel",
    "achternaam": "Achternaam",
    "telefoon": "Telefoon",
    "email": "E-mail",
    "adres": "Adres",
    "taal": "Taal of tolk",
}


@dataclass(frozen=True, slots=True)
class PersoonFormulier:
    """What the dialog holds."""

    gegevens: PersoonGegevens = PersoonGegevens()  # noqa: RUF009 (frozen)
    rol: Rol = Rol.KIND
    toelichting: str = ""
    rol_vanaf: date | None = None  # of a role that is new; empty puts a wrong role right
    contact: VeiligContactGegevens = VeiligContactGegevens()  # noqa: RUF009 (frozen)


class PersoonDialog(FormDialog):
    """Fields in the order in which one asks them; all but a name may stay empty."""

    def __init__(
        self, today: date, shown: PersoonFormulier | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "Persoon wijzigen" if shown else "Persoon toevoegen",
            "Persoon bewaren" if shown else "Persoon toevoegen",
            parent,
        )
        self._today = today
        start = shown or PersoonFormulier()
        self._role = named(Choices([(ROL[r].word, r) for r in Rol]), "rol")
        self._role.choose(start.rol)
        self.form.add("Wat is deze persoon in de casus?", self._role)
        self._role_since = named(DayField(today), "rol-vanaf")
        self._role_since_field = self.form.add(
            "Vanaf wanneer?",
            self._role_since,
            hint="Vul dit in als de rol verandert. Wat deze persoon eerst was, blijft staan.",
        )
        self._role_since_field.setVisible(shown is not None)
        self._lines = {
            name: named(QLineEdit(getattr(start.gegevens, name)), name) for name in _LINES
        }
        self._fields: dict[str, Field] = {}
        for name in _LINES[:3]:
            self._add_line(name)
        self._sex = named(Choices([(GESLACHT[g].word, g) for g in Geslacht]), "geslacht")
        self._sex.choose(start.gegevens.geslacht)
        self._add_life(today, start.gegevens)
        self.form.add("Geslacht", self._sex)
        self._about = named(QLineEdit(start.toelichting), "toelichting")
        self.form.add("Toelichting", self._about, hint="Bijvoorbeeld: groep 6, of: huisarts.")
        for name in _LINES[3:]:
            self._add_line(name)
        self._remark = named(TextArea(start.gegevens.opmerking, height=60), "opmerking")
        self.form.add("Opmerking", self._remark)
        self._add_contact(today, start.contact)

    def formulier(self) -> PersoonFormulier | None:
        """Give what was typed; None when a field says what is wrong."""
        born, due = day_of(self._born, self._born_field), day_of(self._due, self._due_field)
        died = day_of(self._died, self._died_field)
        self._say_what_cannot_be(Levensloop(born, due, died))
        role_since = day_of(self._role_since, self._role_since_field)
        voicemail_from = day_of(self._voicemail_from, self._voicemail_from_field)
        values = {name: line.text().strip() for name, line in self._lines.items()}
        if not (values["voornaam"] or values["achternaam"]):
            self._fields["voornaam"].set_error(
                "Vul een voornaam of achternaam in. Niet bekend? Schrijf dan 'onbekend'."
            )
        if self.form.first_wrong():
            return None
        return PersoonFormulier(
            gegevens=PersoonGegevens(
                **values,
                geboortedatum=born,
                verwacht_op=due,
                overleden_op=died,
                onbekend=self._unknown.isChecked(),
                geslacht=self._sex.value(),
                opmerking=self._remark.toPlainText().strip(),
            ),
            rol=self._role.value(),
            toelichting=self._about.text().strip(),
            rol_vanaf=role_since,
            contact=VeiligContactGegevens(
                wanneer=self._when.text().strip(),
                voicemail=self._voicemail.value(),
                voicemail_vanaf=voicemail_from,
                codewoord=self._code.text().strip(),
                nooit_zeggen=self._never.text().strip(),
                post=self._post.value(),
            ),
        )

    def _say_what_cannot_be(self, life: Levensloop) -> None:
        fields = {
            "geboortedatum": self._born_field,
            "verwacht_op": self._due_field,
            "overleden_op": self._died_field,
        }
        for name, sentence in life.bezwaren(self._today, self._role.value()).items():
            fields[name].set_error(sentence)

    def _add_life(self, today: date, start: PersoonGegevens) -> None:
        self._unknown = named(QCheckBox("Niet bekend wie dit is"), "onbekend")
        self._unknown.setChecked(start.onbekend)
        self.form.addWidget(self._unknown)
        self._born = named(DayField(today), "geboortedatum")
        self._born.set_day(start.geboortedatum)
        self._due = named(DayField(today), "verwacht-op")
        self._due.set_day(start.verwacht_op)
        self._born_field = self.form.add("Geboren op", self._born)
        self._due_field = self.form.add("Verwacht op, bij een ongeboren kind", self._due)
        self._died = named(DayField(today), "overleden-op")
        self._died.set_day(start.overleden_op)
        self._died_field = self.form.add("Overleden op", self._died)

    def _add_line(self, name: str) -> None:
        self._fields[name] = self.form.add(_WORDS[name], self._lines[name])

    def _add_contact(self, today: date, contact: VeiligContactGegevens) -> None:
        self.form.addWidget(text("Veilig contact", "kop"))
        self._when = named(QLineEdit(contact.wanneer), "bellen-wanneer")
        self._voicemail = named(Choices(_MAY), "voicemail")
        self._voicemail.choose(contact.voicemail)
        self._voicemail_from = named(DayField(today), "voicemail-vanaf")
        self._voicemail_from.set_day(contact.voicemail_vanaf)
        self._code = named(QLineEdit(contact.codewoord), "codewoord")
        self._never = named(QLineEdit(contact.nooit_zeggen), "nooit-zeggen")
        self._post = named(Choices(_MAY), "post")
        self._post.choose(contact.post)
        self.form.add("Wanneer bellen", self._when)
        self.form.add("Voicemail", self._voicemail)
        self._voicemail_from_field = self.form.add("Geen voicemail vóór", self._voicemail_from)
        self.form.add("Codewoord", self._code)
        self.form.add("Nooit zeggen", self._never)
        self.form.add("Brief per post", self._post)
