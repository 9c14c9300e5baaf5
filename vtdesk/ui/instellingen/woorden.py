"""Eigen woorden in Instellingen: what is spelled right here, though no dictionary has it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from vtdesk.services.spelling import Spelling
from vtdesk.ui.instellingen.woordlijst import WoordlijstPart
from vtdesk.ui.page import Page
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_table_model import Column

DIALOG = "eigen-woord"
ABOUT = (
    "Deze woorden wijst de spelling niet aan, in geen enkele casus. Namen van een casus hoeven "
    "hier niet bij. De lijst staat in je kluis."
)


@dataclass(frozen=True, slots=True)
class Woordrij:
    """One own word."""

    id: str


class WoordenSettings(WoordlijstPart[Woordrij]):
    """The own words; the spelling of a word is its only fact."""

    def __init__(self, spelling: Spelling, page: Page) -> None:
        columns = (Column[Woordrij]("Woord", lambda rij: rij.id),)
        super().__init__("Eigen woorden", ABOUT, columns, (420,), page=page, dialog=DIALOG)
        self._spelling = spelling
        page.dialogs.register(DIALOG, self._make_dialog)

    @override
    def rows(self) -> Sequence[Woordrij]:
        return [Woordrij(woord) for woord in self._spelling.eigen()]

    @override
    def says(self, rij: Woordrij) -> str:
        return ""

    @override
    def switch_words(self, rij: Woordrij) -> str:
        return "Weghalen"

    @override
    def switch(self, rij: Woordrij) -> tuple[str, Callable[[], object]]:
        self._spelling.haal_weg(rij.id)
        return f"'{rij.id}' is uit je woordenlijst.", lambda: self._spelling.voeg_toe(rij.id)

    def _make_dialog(self, was: str) -> FormDialog:
        dialog = FormDialog("Eigen woord", "Woord bewaren", self._page)
        line = named(QLineEdit(was), "woord")
        dialog.form.add("Woord", line)
        kept: list[str] = []

        def store() -> None:
            kept.append(self._spelling.voeg_toe(line.text()))
            if was and was != kept[-1]:
                self._spelling.haal_weg(was)

        def back() -> None:
            if was != kept[-1]:
                self._spelling.haal_weg(kept[-1])
            if was:
                self._spelling.voeg_toe(was)

        dialog.store = store
        dialog.stored.connect(
            lambda: self._page.offer_undo(f"'{kept[-1]}' staat in je woordenlijst.", back)
        )
        return dialog
