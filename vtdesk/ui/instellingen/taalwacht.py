"""Taalwacht in Instellingen: each loaded word, what could stand instead, and why."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from vtdesk.services.eigenlijst import Eigenlijst
from vtdesk.services.taalwacht import Taalrij, Taalwacht
from vtdesk.ui.instellingen.woordlijst import WoordlijstPart, whose
from vtdesk.ui.page import Page
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_table_model import Column
from vtdesk.values.taalwacht import Taalregel
from vtdesk.values.tijd import volle_dag

DIALOG = "taalwacht"
ABOUT = (
    "Taalwacht wijst in een verslag woorden aan die oordelen, met wat je zou kunnen schrijven. "
    "Het houdt niets tegen, en zwijgt bij eigen woorden van een ander."
)
LIEVER = "Met een puntkomma ertussen. Een vraag komt nooit zelf in de tekst."
_COLUMNS = (
    Column[Taalrij]("Woord", lambda rij: rij.id),
    Column[Taalrij]("Liever", lambda rij: "; ".join(rij.regel.liever)),
    Column[Taalrij]("Van", lambda rij: whose(eigen=rij.eigen, aan=rij.aan)),
)


class TaalwachtSettings(WoordlijstPart[Taalrij]):
    """The list; own rules go before those of vtdesk with the same first word."""

    def __init__(self, taalwacht: Taalwacht, page: Page) -> None:
        super().__init__("Taalwacht", ABOUT, _COLUMNS, (170, 420, 140), page=page, dialog=DIALOG)
        self._taalwacht = taalwacht
        page.dialogs.register(DIALOG, self._make_dialog)

    @override
    def rows(self) -> Sequence[Taalrij]:
        return self._taalwacht.rijen()

    @override
    def says(self, rij: Taalrij) -> str:
        regel = rij.regel
        since = f", sinds {volle_dag(regel.vanaf)}" if regel.vanaf else ""
        source = f" Bron: {regel.bron}{since}." if regel.bron else ""
        return f"{', '.join(regel.woorden)}. {regel.waarom}{source}"

    @override
    def switch_words(self, rij: Taalrij) -> str:
        if rij.eigen:
            return "Weghalen"
        return "Niet meer aanwijzen" if rij.aan else "Weer aanwijzen"

    @override
    def switch(self, rij: Taalrij) -> tuple[str, Callable[[], object]]:
        on = not rij.aan
        before = self._taalwacht.zet(rij.id, aan=on)
        words = f"'{rij.id}' wordt {'weer' if on else 'niet meer'} aangewezen."
        return words, lambda: self._taalwacht.zet_terug(before)

    def _make_dialog(self, regel_id: str) -> FormDialog:
        found = next((rij.regel for rij in self.rows() if rij.id == regel_id), None)
        dialog = TaalregelDialog(found, self._page)
        was: list[Eigenlijst] = []
        dialog.store = lambda: was.append(
            self._taalwacht.bewaar(
                regel_id, dialog.woorden.text(), dialog.liever.text(),
                dialog.waarom.toPlainText(), dialog.bron.text(),
            )
        )  # fmt: skip
        dialog.stored.connect(
            lambda: self._page.offer_undo(
                "Je Taalwacht is bewaard.", lambda: self._taalwacht.zet_terug(was[-1])
            )
        )
        return dialog


class TaalregelDialog(FormDialog):
    """One loaded word in all its forms."""

    def __init__(self, regel: Taalregel | None, page: Page) -> None:
        title = "Woord voor Taalwacht" if regel is None else f"Taalwacht: {regel.id}"
        super().__init__(title, "Woord bewaren", page)
        shown = regel or Taalregel((), (), "")
        self.woorden = named(QLineEdit(", ".join(shown.woorden)), "woorden")
        self.liever = named(QLineEdit("; ".join(shown.liever)), "liever")
        self.waarom = named(TextArea(shown.waarom, height=72), "waarom")
        self.bron = named(QLineEdit(shown.bron), "bron")
        self.form.add("Woord, in alle vormen", self.woorden,
                      hint="Met een komma ertussen: weigert, weigerde, weigeren.")  # fmt: skip
        self.form.add("Liever", self.liever, hint=LIEVER)
        self.form.add("Waarom", self.waarom)
        self.form.add("Bron", self.bron, hint="Waar jullie dit hebben afgesproken. Mag leeg.")
