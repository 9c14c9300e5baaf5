"""The band above the text: what is final, is its seal right, and what people said of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel

from vtdesk.services.reacties import ReactieRow
from vtdesk.services.vaststelling import VersieRow
from vtdesk.services.verslagen import VerslagInhoud
from vtdesk.ui.labels import label
from vtdesk.ui.widgets.boxes import column, emptied, row
from vtdesk.ui.widgets.buttons import small
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import OneLine, text
from vtdesk.values.tijd import klok, korte_dag

MOST = 4  # reactions in the band; more would push the text away
BROKEN = "Dit verslag is buiten vtdesk veranderd. Het zegel klopt niet meer."


class VersionBand(QFrame):
    """Green when the seal is right, red when it is not; silent on a first draft."""

    correction_asked = Signal()
    reaction_asked = Signal()
    comparison_asked = Signal()
    version_chosen = Signal(object)  # the number, or None for the draft

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "message")
        named(self, "versieband", "Versie")
        self._words = named(text("", "vet"), "versie-woorden")
        self._versions = named(Choices(), "versies", "Versie")
        self._versions.setSizeAdjustPolicy(Choices.SizeAdjustPolicy.AdjustToContents)
        self._correct = named(small("Correctie maken", icon="correctie"), "correctie-knop")
        self._compare = named(small("Vergelijken", icon="correctie"), "vergelijk-knop")
        self._react = named(small("Reactie toevoegen", icon="gesprek"), "reactie-knop")
        line = row(self._words, self._versions, self._compare, self._react, self._correct, air=12)
        line.setStretch(0, 1)
        self._said = column(air=2)
        layout = column(line, self._said, air=4)
        layout.setContentsMargins(16, 8, 12, 8)
        self.setLayout(layout)
        self._compare.clicked.connect(self.comparison_asked)
        self._react.clicked.connect(self.reaction_asked)
        self._correct.clicked.connect(self.correction_asked)
        self._versions.activated.connect(self._choose)

    def show_version(
        self,
        verslag: VerslagInhoud,
        versions: Sequence[VersieRow],
        number: int | None,
        reactions: Sequence[ReactieRow] = (),
    ) -> None:
        """Say what is on screen: the draft (None) or a finalised version with its reactions."""
        self.setVisible(bool(versions))
        if not versions:
            return
        self._versions.clear()
        if verslag.is_schrijfbaar:
            self._versions.add("Concept", None)
        for version in versions:
            self._versions.add(f"Versie {version.nummer}", version.nummer)
        self._versions.choose(number)
        self._versions.setVisible(self._versions.count() > 1)
        self._compare.setVisible(self._versions.count() > 1)
        self._correct.setVisible(number == verslag.versie and not verslag.is_schrijfbaar)
        self._react.setVisible(number is not None)
        self._show_reactions([one for one in reactions if one.nummer == number])
        words, tone = _say(verslag, {v.nummer: v for v in versions}, number)
        self._words.setText(words)
        self.setAccessibleDescription(words)
        restyle(self, tone=tone)
        restyle(self._words, tone=tone if tone != "keuze" else "accent")

    def words(self) -> str:
        """Give what the band says."""
        return self._words.text()

    def reactions(self) -> list[str]:
        """Give what the band says of reactions, line by line."""
        items = (self._said.itemAt(place) for place in range(self._said.count()))
        lines = (item.widget() for item in items if item is not None)
        return [line.text() for line in lines if isinstance(line, QLabel)]

    def _show_reactions(self, reactions: Sequence[ReactieRow]) -> None:
        emptied(self._said)
        for one in reactions[:MOST]:
            line = OneLine(_said(one), "klein")
            line.setAccessibleName(_said(one))
            self._said.addWidget(line)
        if len(reactions) > MOST:
            rest = len(reactions) - MOST
            self._said.addWidget(text(f"En nog {rest}. Alle reacties staan op papier.", "klein"))

    @Slot()
    def _choose(self) -> None:
        self.version_chosen.emit(self._versions.value())


def _said(one: ReactieRow) -> str:
    """Say who said what, when, and in which words."""
    regel = one.regel
    who = ", ".join(filter(None, (regel.naam, regel.hoedanigheid)))
    words = " ".join(regel.woorden.split())
    said = f" “{words}”" if words else ""
    broken = "" if one.klopt else " Het zegel van deze reactie klopt niet."
    return f"{who}: {label(regel.soort).word}, {korte_dag(regel.gegeven_op)}.{said}{broken}"


def _say(
    verslag: VerslagInhoud, versions: dict[int, VersieRow], number: int | None
) -> tuple[str, str]:
    if number is None:
        reason = f" Reden: {verslag.reden_correctie}" if verslag.reden_correctie else ""
        return f"Correctie op versie {verslag.versie}.{reason}", "keuze"
    version = versions[number]
    moment = f"{korte_dag(version.vastgesteld_op.date())} {klok(version.vastgesteld_op)}"
    if not version.klopt:
        return f"Versie {number}, {moment}. {BROKEN}", "gevaar"
    if version.vervangen_door:
        after = f"Vervangen door versie {version.vervangen_door}."
        return f"Vastgesteld, versie {number}, {moment}. Zegel klopt. {after}", "let-op"
    return f"Vastgesteld, versie {number}, {moment}. Zegel klopt.", "goed"
