"""Choose what stands on the emergency card, and see it before it leaves."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from vtdesk.services.noodkaart import Kaartkeuze, Mens, Nummerkeuze
from vtdesk.services.veiligheid import PolitieRow
from vtdesk.ui.labels import label
from vtdesk.ui.paper.paper import Woorden
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

KAART = Woorden("de noodkaart", "De noodkaart", "Noodkaart")


class NoodkaartDialog(FormDialog):
    """For whom, what to say at 112, who to call, and the code word."""

    def __init__(
        self,
        people: list[Mens],
        police: Iterable[PolitieRow],
        numbers: Iterable[Nummerkeuze],
        parent: QWidget,
    ) -> None:
        super().__init__("Noodkaart", "Noodkaart tonen", parent)
        self._who = named(Choices((m.naam, m) for m in people), "voor")
        self._code = named(QLineEdit(), "codewoord")
        self.form.addWidget(
            text("Eén kleine bladzijde met 112, wie je kunt bellen en het codewoord. Geen adres.")
        )
        self.form.add("Voor wie", self._who)
        self._police = self._ticks(
            "Wat kan deze persoon tegen 112 zeggen?",
            [(p.id, f"{label(p.gegevens.soort).word}: {p.gegevens.voor}", True) for p in police],
        )
        self._numbers = self._ticks(
            "Wie kan deze persoon nog meer bellen?",
            [(one.id, f"{one.nummer.naam}, {one.nummer.telefoon}", one.vooraf) for one in numbers],
        )
        self.form.add("Codewoord", self._code, hint="Leeg: er komt geen codewoord op de kaart.")
        self._who.currentIndexChanged.connect(self._show_code)
        self._show_code()

    def keuze(self) -> Kaartkeuze:
        """Give what was chosen."""
        return Kaartkeuze(
            voor=self._who.value().id,
            politie=_ticked(self._police),
            nummers=_ticked(self._numbers),
            codewoord=self._code.text().strip(),
        )

    def _ticks(
        self, title: str, options: list[tuple[UUID, str, bool]]
    ) -> list[tuple[UUID, QCheckBox]]:
        boxes = []
        if options:
            self.form.addWidget(text(title, "vet"))
        for number, (ding, words, ticked) in enumerate(options):
            box = named(QCheckBox(words.replace("&", "&&")), f"keuze-{number}-{ding}", words)
            box.setChecked(ticked)
            self.form.addWidget(box)
            boxes.append((ding, box))
        return boxes

    def _show_code(self) -> None:
        self._code.setText(self._who.value().codewoord)


def _ticked(boxes: list[tuple[UUID, QCheckBox]]) -> tuple[UUID, ...]:
    return tuple(ding for ding, box in boxes if box.isChecked())
