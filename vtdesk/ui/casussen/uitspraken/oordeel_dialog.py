"""Say what became of a statement: by whom, and why; and what that reaches."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.services.correctie_rows import Keten
from vtdesk.ui.bronregel import bronregel
from vtdesk.ui.format import aantal
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

LETTERS = "vtdesk zet voor wie dit nog niet weet een correctiebrief klaar."


@dataclass(frozen=True, slots=True)
class Oordeel:
    """One thing that can be said of a statement."""

    titel: str
    knop: str
    door: str = ""  # the question by whom; empty: it is not asked
    verzendt: bool = False  # receivers must hear of it


OORDELEN = {
    "bevestigen": Oordeel("Bevestigen", "Uitspraak bevestigen", "Bevestigd door wie?"),
    "tegenspreken": Oordeel("Tegenspreken", "Tegenspraak vastleggen", "Tegengesproken door wie?"),
    "weerleggen": Oordeel(
        "Weerleggen", "Uitspraak weerleggen", "Weerlegd door wie?", verzendt=True
    ),
    "intrekken": Oordeel("Intrekken", "Uitspraak intrekken", verzendt=True),
    "herstellen": Oordeel("Herstellen", "Uitspraak herstellen", verzendt=True),
}


class OordeelDialog(FormDialog):
    """Asks by whom and why; for what must be sent on, it shows first who holds it."""

    def __init__(self, oordeel: Oordeel, keten: Keten, parent: QWidget) -> None:
        super().__init__(oordeel.titel, oordeel.knop, parent)
        self._who = named(QLineEdit(), "door")
        self._why = named(TextArea(height=72), "reden")
        self.form.addWidget(text(keten.uitspraak.woorden))
        source = bronregel(keten.uitspraak.regel).written()
        self.form.addWidget(text(source, "klein", tone="stil"))
        if oordeel.door:
            self._who_field = self.form.add(oordeel.door, self._who)
        hint = (
            "De reden komt in brieven aan organisaties, niet in die aan een gezin."
            if oordeel.verzendt
            else "Mag leeg zijn."
        )
        self.form.add("Waarom?", self._why, hint=hint)
        if oordeel.verzendt:
            words = f"{reach(keten)} {LETTERS}" if keten.ontvangers else reach(keten)
            self.form.addWidget(named(text(words, tone="stil"), "bereik"))

    def door(self) -> str:
        """Give by whom."""
        return self._who.text().strip()

    def reden(self) -> str:
        """Give why."""
        return self._why.toPlainText().strip()


def reach(keten: Keten) -> str:
    """Say in how many documents a statement stands, and who received them."""
    places = {place.stuk.id for place in keten.vindplaatsen}
    if not keten.ontvangers:
        where = aantal(len(places), "stuk", "stukken") if places else "geen enkel stuk"
        return f"Deze uitspraak staat in {where}. Er is niets verstuurd."
    names = ", ".join(dict.fromkeys(one.verzending.ontvanger for one in keten.ontvangers))
    sent = {one.stuk.id for one in keten.ontvangers}
    stand = aantal(len(sent), "stuk dat al is", "stukken die al zijn")
    return f"Deze uitspraak staat in {stand} verstuurd, aan {names}."
