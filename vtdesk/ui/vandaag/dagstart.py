"""The first card of the day: what was promised, what ends today, and what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.beloften import BelofteRow
from vtdesk.services.dagen import Veranderd
from vtdesk.services.termijnen import TermijnRow
from vtdesk.services.verlof.service import VerlofRow
from vtdesk.ui.agenda.words import leave_words
from vtdesk.ui.format import aantal, moment
from vtdesk.ui.widgets.boxes import column, emptied, row
from vtdesk.ui.widgets.buttons import primary
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import at, korte_dag

TEN = 10  # o'clock; later a day has begun without a word
_COUNTED = {
    Kind.AFSPRAAK: ("afspraak", "afspraken"),
    Kind.TERMIJN: ("termijn", "termijnen"),
    Kind.TERUGBELVERZOEK: ("telefoontje", "telefoontjes"),
}


@dataclass(frozen=True, slots=True)
class StartRegel:
    """A line with an icon."""

    icon: str
    words: str


class Dagstart(Card):
    """Three lines, and one button to begin with."""

    begun = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Dagstart", icon="licht", parent=parent)
        named(self, "dagstart", "Dagstart")
        self._shown: tuple[StartRegel, ...] = ()
        self._lines = column(air=6)
        self._begin = named(primary("Begin de dag"), "begin-de-dag")
        self.body.addLayout(self._lines)
        self.body.addLayout(Flow(self._begin))
        self._begin.clicked.connect(self.begun)
        self.hide()

    def show_lines(self, lines: Sequence[StartRegel]) -> None:
        """Show these; the same ones stay."""
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        emptied(self._lines)
        for line in lines:
            words = row(icon_label(line.icon), text(line.words), air=8)
            words.setStretch(1, 1)
            self._lines.addLayout(words)

    def focus_first(self) -> None:
        """Give the focus to the button."""
        self._begin.setFocus()


def promises_line(promises: Sequence[BelofteRow], broken: Sequence[AfspraakRow]) -> StartRegel:
    """Say what was promised, the first by name."""
    if not promises and not broken:
        return StartRegel("belofte", "Er staat geen belofte open.")
    said = list[str]()
    if promises:
        first = promises[0]
        number = aantal(len(promises), "belofte", "beloftes")
        said.append(f"{number} open. Als eerste: {first.wat}, {first.aan}.")
    if broken:
        again = aantal(len(broken), "afspraak is", "afspraken zijn")
        said.append(f"{again} afgezegd en nog niet opnieuw gepland.")
    return StartRegel("belofte", " ".join(said))


def terms_line(terms: Sequence[TermijnRow]) -> StartRegel:
    """Say what ends today; what was met already is said too, so that nobody looks for it."""
    if not terms:
        return StartRegel("termijn", "Vandaag eindigt er geen termijn.")
    said = [
        f"{term.naam}, {term.casus_naam}"
        + (f" (gehaald op {korte_dag(term.gehaald_op)})" if term.gehaald_op else "")
        for term in terms
    ]
    return StartRegel("termijn", f"Vandaag: {'; '.join(said)}.")


def changed_line(changed: Veranderd | None, leave: VerlofRow | None, day: date) -> StartRegel:
    """Say what changed since she was last here, and that leave is near."""
    said = [_changed(changed, day)] if changed else []
    if leave:
        said.append(f"{leave_words(leave, day).capitalize()}.")
    return StartRegel("week", " ".join(said) or "Er veranderde niets.")


def _changed(changed: Veranderd, day: date) -> str:
    since = moment(changed.sinds, at(day, 0))
    counts = [
        aantal(changed.aantallen[kind], *words)
        for kind, words in _COUNTED.items()
        if changed.aantallen.get(kind)
    ]
    if not counts:
        return f"Sinds {since} veranderde er niets."
    *most, last = counts
    listed = f"{', '.join(most)} en {last}" if most else last
    return f"Sinds {since} gewijzigd: {listed}."
