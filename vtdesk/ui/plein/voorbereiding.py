"""What she prepared: written the evening before, and beside her at the table."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from vtdesk.services.plein.rows import BesprekingDetail, Voorbereiding
from vtdesk.ui.theme import measure
from vtdesk.ui.widgets.boxes import boxed, emptied, row, scrolled
from vtdesk.ui.widgets.buttons import quiet
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text
from vtdesk.values.tijd import dichtbij, klok, local

WEET, VRAGEN, LET_OP = "Wat ik weet", "Wat ik wil vragen", "Waar ik op let"
NIETS = "Niets voorbereid."
ALLEEN_DEZE = "Alleen deze bespreking is in beeld. Andere namen zijn verborgen."


class VoorbereidingForm(QWidget):
    """Three fields, kept while she types."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weet = named(TextArea(), "voorbereiding-weet")
        self._vragen = named(TextArea(), "voorbereiding-vragen")
        self._let_op = named(TextArea(), "voorbereiding-let-op")
        self._gevraagd: tuple[str, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for label, field, hint in (
            (WEET, self._weet, ""),
            (VRAGEN, self._vragen, "Elke vraag op een eigen regel."),
            (LET_OP, self._let_op, ""),
        ):
            layout.addWidget(Field(label, field, hint=hint))
            measure.hold(field, least_height=64)
            field.textChanged.connect(self.changed)

    def show_gegevens(self, gegevens: Voorbereiding) -> None:
        """Show what was prepared before; undo never leads to another bespreking."""
        self._gevraagd = gegevens.gevraagd
        for field, words in (
            (self._weet, gegevens.weet),
            (self._vragen, gegevens.vragen),
            (self._let_op, gegevens.let_op),
        ):
            field.blockSignals(True)  # noqa: FBT003 - Qt's own form
            field.setPlainText(words)
            field.blockSignals(False)  # noqa: FBT003 - as above

    def gegevens(self) -> Voorbereiding:
        """Give what stands in the fields."""
        return Voorbereiding(
            self._weet.toPlainText(),
            self._vragen.toPlainText(),
            self._gevraagd,
            self._let_op.toPlainText(),
        )


class VoorbereidingKaart(Card):
    """The same beside her at the table: questions to tick, the rest to read."""

    ticked = Signal(str, bool)  # the question, and whether it was asked
    left = Signal()  # she wants out of Pleinstand

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Mijn voorbereiding", parent=parent)
        named(self, "mijn-voorbereiding", "Mijn voorbereiding")
        self._when = named(text("", "klein", tone="stil"), "voorbereid-op")
        inside = QWidget()
        self._parts = QVBoxLayout(inside)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(4)
        self._shown: Voorbereiding | None = None
        only = row(icon_label("afgeschermd"), text(ALLEEN_DEZE, "klein"))
        only.setContentsMargins(10, 8, 10, 8)
        only.setStretch(1, 1)
        out = named(quiet("Pleinstand uit", icon="terug"), "plein-uit")
        out.clicked.connect(self.left)
        self.body.addWidget(self._when)
        self.body.addWidget(scrolled(inside), 1)
        self.body.addWidget(boxed(only, kind="block"))
        self.body.addWidget(out)

    def show_detail(self, detail: BesprekingDetail) -> None:
        """Show what was prepared for this bespreking, and when."""
        op = detail.voorbereid_op
        today = local(detail.row.begin).date()
        when = f"{dichtbij(op.date(), today).capitalize()} {klok(op)}, " if op else ""
        self._when.setText(f"{when}alleen voor jou")
        if detail.voorbereiding == self._shown:
            return
        self._shown = detail.voorbereiding
        emptied(self._parts)
        self._fill(detail.voorbereiding)
        self._parts.addStretch(1)

    def _fill(self, gegevens: Voorbereiding) -> None:
        if gegevens.is_leeg:
            self._parts.addWidget(text(NIETS, tone="stil"))
            return
        self._add_text(WEET, gegevens.weet)
        questions = [line.strip() for line in gegevens.vragen.splitlines() if line.strip()]
        if questions:
            self._parts.addWidget(text(VRAGEN, "vet"))
        for question in questions:
            self._parts.addLayout(self._question(question, asked=question in gegevens.gevraagd))
        self._add_text(LET_OP, gegevens.let_op)

    def _add_text(self, head: str, words: str) -> None:
        if words.strip():
            self._parts.addWidget(text(head, "vet"))
            self._parts.addWidget(text(words.strip()))
            self._parts.addSpacing(8)

    def _question(self, question: str, *, asked: bool) -> QVBoxLayout:
        box = named(QCheckBox(), "vraag", question)
        box.setChecked(asked)
        box.toggled.connect(lambda on: self.ticked.emit(question, on))
        label = text(question)
        label.setBuddy(box)
        line = row(box, label)
        line.setStretch(1, 1)
        whole = QVBoxLayout()
        whole.addLayout(line)
        return whole
