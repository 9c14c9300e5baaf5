"""Tekstbouwstenen in Instellingen: each name, and what it becomes in a verslag."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from vtdesk.services.eigenlijst import Eigenlijst
from vtdesk.services.tekstbouwstenen import Bouwsteenrij, Tekstbouwstenen
from vtdesk.ui.instellingen.woordlijst import WoordlijstPart, whose
from vtdesk.ui.page import Page
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_table_model import Column
from vtdesk.values.bouwsteen import TEKEN, Bouwsteen

DIALOG = "tekstbouwsteen"
ABOUT = (
    "Typ in een verslag ; en de naam, en daarna een spatie of Tab. Wat tussen ‹ en › staat, vult "
    "vtdesk in als het dat weet: ‹vandaag›, ‹auteur›, ‹organisatie›, ‹kinderen›, ‹moeder›, "
    "‹vader›. De rest blijft zichtbaar tot jij het invult."
)
_COLUMNS = (
    Column[Bouwsteenrij]("Naam", lambda rij: f"{TEKEN}{rij.id}"),
    Column[Bouwsteenrij]("Waarvoor", lambda rij: rij.steen.uitleg),
    Column[Bouwsteenrij]("Van", lambda rij: whose(eigen=rij.eigen, aan=rij.aan)),
)


class BouwstenenSettings(WoordlijstPart[Bouwsteenrij]):
    """The list; an own one goes before that of vtdesk with the same name."""

    def __init__(self, bouwstenen: Tekstbouwstenen, page: Page) -> None:
        super().__init__(
            "Tekstbouwstenen", ABOUT, _COLUMNS, (170, 420, 140), page=page, dialog=DIALOG
        )
        self._bouwstenen = bouwstenen
        page.dialogs.register(DIALOG, self._make_dialog)

    @override
    def rows(self) -> Sequence[Bouwsteenrij]:
        return self._bouwstenen.rijen()

    @override
    def says(self, rij: Bouwsteenrij) -> str:
        return rij.steen.tekst

    @override
    def switch_words(self, rij: Bouwsteenrij) -> str:
        if rij.eigen:
            return "Weghalen"
        return "Niet meer gebruiken" if rij.aan else "Weer gebruiken"

    @override
    def switch(self, rij: Bouwsteenrij) -> tuple[str, Callable[[], object]]:
        on = not rij.aan
        before = self._bouwstenen.zet(rij.id, aan=on)
        words = f"{TEKEN}{rij.id} is {'weer' if on else 'niet meer'} in gebruik."
        return words, lambda: self._bouwstenen.zet_terug(before)

    def _make_dialog(self, naam: str) -> FormDialog:
        found = next((rij.steen for rij in self.rows() if rij.id == naam), None)
        dialog = BouwsteenDialog(found, self._page)
        was: list[Eigenlijst] = []
        dialog.store = lambda: was.append(
            self._bouwstenen.bewaar(
                naam, dialog.naam.text(), dialog.tekst.toPlainText(), dialog.uitleg.text()
            )
        )
        dialog.stored.connect(
            lambda: self._page.offer_undo(
                "De tekstbouwsteen is bewaard.", lambda: self._bouwstenen.zet_terug(was[-1])
            )
        )
        return dialog


class BouwsteenDialog(FormDialog):
    """One name and its text."""

    def __init__(self, steen: Bouwsteen | None, page: Page) -> None:
        title = "Tekstbouwsteen" if steen is None else f"Tekstbouwsteen {TEKEN}{steen.naam}"
        super().__init__(title, "Tekstbouwsteen bewaren", page)
        shown = steen or Bouwsteen("", "")
        self.naam = named(QLineEdit(shown.naam), "naam")
        self.uitleg = named(QLineEdit(shown.uitleg), "uitleg")
        self.tekst = named(TextArea(shown.tekst, height=150), "tekst")
        self.form.add("Naam", self.naam, hint="Kort, zonder spaties. Je typt hem na een ;")
        self.form.add("Waarvoor", self.uitleg, hint="Staat in de lijst die ; laat zien.")
        self.form.add("Tekst", self.tekst, hint="Een open veld staat tussen ‹ en ›.")
