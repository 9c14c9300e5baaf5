"""Note who received a verslag: by hand, for vtdesk sends nothing itself."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from vtdesk.services.correctie_rows import VerzendingGegevens
from vtdesk.services.desk import Desk
from vtdesk.ui.moment_field import read_day
from vtdesk.ui.page import Page
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import Rol
from vtdesk.values.tijd import korte_dag

NAME = "verzonden-aan"
Receivers = dict[str, tuple[UUID | None, UUID | None]]  # persoon and organisatie, by name


class VerzondenDialog(FormDialog):
    """Which version, to whom, when and how; what was sent before stands above it."""

    def __init__(
        self, today: date, versions: list[tuple[str, int | None]], receivers: Receivers,
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__("Verzonden aan", "Verzending bewaren", parent)
        self._today = today
        self._receivers = receivers
        self.earlier = named(text("", tone="stil"), "eerder")
        self.version = named(Choices(versions), "versie")
        self._to = named(QComboBox(), "ontvanger")
        line = QLineEdit()
        line.setAccessibleName("Aan wie")
        self._to.setLineEdit(line)
        self._to.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._to.addItems(list(receivers))
        self._to.setCurrentIndex(-1)
        self._day = named(QLineEdit(f"{today.day}-{today.month}-{today.year}"), "verzonden-op")
        self._way = named(QLineEdit(), "wijze")
        self.form.addWidget(self.earlier)
        self.form.add("Welke versie", self.version)
        self._to_field = self.form.add("Aan wie", self._to, hint="Een persoon of een organisatie.")
        self._day_field = self.form.add("Wanneer", self._day)
        self.form.add("Hoe", self._way, hint="Bijvoorbeeld: beveiligde mail, meegegeven.")

    def gegevens(self, verslag_id: UUID) -> VerzendingGegevens | None:
        """Give what was typed; None when a field says what is wrong."""
        name = self._to.currentText().strip()
        day = read_day(self._day.text(), self._today)
        if not name:
            self._to_field.set_error("Vul in wie dit heeft gekregen.")
        if day is None:
            self._day_field.set_error("Dit is geen datum. Schrijf bijvoorbeeld 12-5-2026.")
        if not name or day is None:
            return None
        persoon_id, organisatie_id = self._receivers.get(name, (None, None))
        return VerzendingGegevens(
            verslag_id, self.version.value(), name, day, self._way.text().strip(),
            persoon_id, organisatie_id,
        )  # fmt: skip


def register(page: Page, desk: Desk) -> None:
    """Let a page open this dialog by name, about a verslag."""

    def make(verslag_id: str) -> FormDialog:
        return _make(page, desk, UUID(verslag_id))

    page.dialogs.register(NAME, make)


def _make(page: Page, desk: Desk, verslag_id: UUID) -> FormDialog:
    verslag = desk.verslagen.open(verslag_id)
    numbers = [row.nummer for row in desk.vaststelling.versies(verslag_id)]
    versions: list[tuple[str, int | None]] = [(f"Versie {number}", number) for number in numbers]
    if verslag.is_schrijfbaar:
        versions.insert(0, ("Concept", None))
    receivers: Receivers = {
        row.naam: (None, row.organisatie_id) for row in desk.organisaties.in_casus(verslag.casus_id)
    }
    for person in desk.personen.in_casus(verslag.casus_id):
        if person.rol is not Rol.MELDER:
            receivers[person.naam] = (person.id, None)
    dialog = VerzondenDialog(desk.clock().date(), versions, receivers, page)
    earlier = [
        f"{sent.ontvanger}, {sent.versie}, {korte_dag(sent.verzonden_op)}"
        for sent in desk.correcties.verzendingen(verslag_id)
    ]
    dialog.earlier.setText(f"Al verzonden aan: {'; '.join(earlier)}." if earlier else "")
    dialog.earlier.setVisible(bool(earlier))

    def store() -> None:
        if gegevens := dialog.gegevens(verslag_id):
            desk.correcties.note_verzending(gegevens)

    dialog.store = store
    return dialog
