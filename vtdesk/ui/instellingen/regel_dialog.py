"""The own rules of the office as text: what they change is shown before they are kept."""

from PySide6.QtWidgets import QWidget

from vtdesk.errors import UserError
from vtdesk.services.regels import Bestand, Gevolg
from vtdesk.ui.format import aantal
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import dag_met_naam

SHOWN = 12  # lines; more would hide the text that one changes
_TITLE = {Bestand.TERMIJNEN: "Eigen termijnregels", Bestand.FEESTDAGEN: "Eigen feestdagen"}
_ABOUT = {
    Bestand.TERMIJNEN: "Wat hier staat, gaat vóór de regel van vtdesk met dezelfde id en dezelfde "
    "'geldig_vanaf'. Een lopende termijn houdt de versie van haar eerste dag.",
    Bestand.FEESTDAGEN: "Wat hier staat, gaat vóór de feestdag van vtdesk met dezelfde naam.",
}


class RegelDialog(FormDialog):
    """One text; a first press shows which running terms move, a second keeps it."""

    def __init__(self, bestand: Bestand, words: str, parent: QWidget) -> None:
        super().__init__(_TITLE[bestand], "Regels bewaren", parent)
        self._agreed = ""
        self._words = named(TextArea(words, height=260), "tekst")
        self._moves = named(text(), "gevolgen")
        self._moves.hide()
        self.form.addWidget(text(_ABOUT[bestand], tone="stil"))
        self.form.add("Regels", self._words, hint="Leeg: alleen de regels van vtdesk gelden.")
        self.form.addWidget(self._moves)

    def tekst(self) -> str:
        """Give the text."""
        return self._words.toPlainText()

    def agree_to(self, gevolgen: list[Gevolg]) -> None:
        """Show what moves; refuses until the same text is agreed to once more."""
        lines = [
            f"{one.casus}, {one.naam}: {dag_met_naam(one.was)} wordt {dag_met_naam(one.wordt)}"
            for one in gevolgen[:SHOWN]
        ]
        if more := len(gevolgen) - len(lines):
            lines.append(f"en nog {more}")
        self._moves.setText("\n".join(lines))
        self._moves.setVisible(bool(lines))
        if gevolgen and self._agreed != self.tekst():
            self._agreed = self.tekst()
            self.agree.setText("Toch bewaren")
            self.agree.setAccessibleName("Toch bewaren")
            moved = aantal(len(gevolgen), "lopende termijn", "lopende termijnen")
            raise UserError(f"Dit verandert {moved}. Kijk wat er verandert en kies Toch bewaren.")
