"""The filters of a question as chips; each stands in the field as a word too."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from vtdesk.ui.widgets.buttons import choice
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.values.tijd import korte_dag
from vtdesk.values.zoekvraag import FILTERS, Filter, Zoekvraag

WORDS = {"casus": "Casus", "soort": "Soort", "persoon": "Persoon", "na": "Na", "voor": "Voor"}
BEST = "Beste eerst"


class Filters(QWidget):
    """A pressed chip says what it lets through; pressing it again takes the filter away."""

    asked = Signal(str, str)  # name and value; an empty value is still to be typed
    dropped = Signal(str)
    best_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "filters", "Filters")
        self.offers: dict[str, Callable[[], Sequence[tuple[str, str]]]] = {}  # words and value
        self._chips = {name: named(choice(WORDS[name]), f"filter-{name}") for name in FILTERS}
        self._best = named(choice(BEST), "beste-eerst")
        self.setLayout(Flow(*self._chips.values(), self._best))
        for name, chip in self._chips.items():
            chip.clicked.connect(lambda checked=False, name=name: self._press(name, checked))
        self._best.toggled.connect(self.best_asked)

    @property
    def best(self) -> bool:
        """Tell whether the best should stand first, and not the newest."""
        return self._best.isChecked()

    def set_best(self, *, best: bool) -> None:
        """Choose whether the best stands first."""
        self._best.setChecked(best)

    def show_question(self, vraag: Zoekvraag) -> None:
        """Show which filters are on, and what they mean."""
        for name, chip in self._chips.items():
            on = [one for one in vraag.begrepen if one.naam == name]
            words = f"{WORDS[name]}: {', '.join(map(_meaning, on))}" if on else WORDS[name]
            chip.setChecked(bool(on))
            chip.setText(words.replace("&", "&&"))
            chip.setAccessibleName(words)

    def _press(self, name: str, checked: bool) -> None:  # noqa: FBT001 (what Qt sends)
        chip = self._chips[name]
        chip.setChecked(not checked)  # it follows the field, and not the press
        if not checked:
            self.dropped.emit(name)
            return
        offers = self.offers[name]() if name in self.offers else ()
        if offers:
            self._offer(name, chip, offers)
        else:
            self.asked.emit(name, "")

    def _offer(self, name: str, chip: QPushButton, offers: Sequence[tuple[str, str]]) -> None:
        menu = named(QMenu(chip), f"keuzes-{name}", WORDS[name])
        for words, value in offers:
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(
                lambda _checked=False, value=value: self.asked.emit(name, value)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))


def _meaning(one: Filter) -> str:
    if one.dag is None:
        return one.waarde
    word = "vanaf" if one.naam == "na" else "tot"
    return f"{word} {korte_dag(one.dag)} {one.dag.year}"
