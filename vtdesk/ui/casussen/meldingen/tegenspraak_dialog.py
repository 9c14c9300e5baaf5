"""The tegenspraakronde: what speaks against a besluit, and the questions that want an answer."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from vtdesk.services.besluiten import Antwoord, Ronde
from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.ui.casussen.meldingen.inspector import statement_line
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

NVT = "n.v.t., want"


class TegenspraakDialog(FormDialog):
    """Answers are kept as they come; only all of them together make a besluit final."""

    def __init__(self, found: Ronde, *, final: bool, parent: QWidget) -> None:
        super().__init__("Tegenspraakronde", "Sluiten" if final else "Antwoorden bewaren", parent)
        self._fields: dict[str, tuple[TextArea, QCheckBox]] = {}
        self._add_statements("Spreekt dit besluit tegen", found.tegen)
        self._add_statements("Is niet gebruikt", found.ongebruikt)
        for number, vraag in enumerate(found.vragen):
            known = found.antwoorden.get(vraag.id, Antwoord(""))
            if final:
                self.form.addWidget(text(vraag.tekst, "vet"))
                self.form.addWidget(text(known.in_woorden))
                continue
            area = named(TextArea(known.tekst, height=52), f"antwoord-{number}")
            box = named(QCheckBox(NVT), f"nvt-{number}")
            box.setAccessibleDescription(vraag.tekst)
            box.setChecked(known.nvt)
            self.form.add(vraag.tekst, area)
            self.form.addWidget(box)
            self._fields[vraag.id] = (area, box)
        self.form.addWidget(text(f"Bron: {found.bron}", "klein", tone="stil"))
        if final:
            self.refuse.hide()

    def antwoorden(self) -> dict[str, Antwoord]:
        """Give what was answered so far."""
        return {
            key: Antwoord(area.toPlainText().strip(), box.isChecked())
            for key, (area, box) in self._fields.items()
            if area.toPlainText().strip()
        }

    def _add_statements(self, title: str, rows: Sequence[UitspraakRow]) -> None:
        if rows:
            self.form.addWidget(text(title, "kop"))
        for row in rows:
            self.form.addLayout(statement_line(row))
