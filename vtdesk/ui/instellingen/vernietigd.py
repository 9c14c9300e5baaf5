"""Vernietigd: the proof of every casus that was destroyed, without a word of what it held."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.services.vernietiging import BewijsRow, Vernietigingen
from vtdesk.ui.format import aantal
from vtdesk.ui.instellingen.part import SettingsPart
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.values.tijd import klok, volle_dag

EMPTY = "Er is nog geen casus vernietigd."
HEIGHT = 420


class VernietigdSettings(SettingsPart):
    """When, on which ground, and by whose besluit."""

    def __init__(self, vernietigingen: Vernietigingen, parent: QWidget | None = None) -> None:
        super().__init__("Vernietigd", parent)
        self._vernietigingen = vernietigingen
        self._list = named(RowList[BewijsRow](_line), "bewijzen", "Bewijzen van vernietiging")
        self._list.setMinimumHeight(style.scaled(HEIGHT))
        self._empty = EmptyState(EMPTY, icon="weg")
        self.card.body.addWidget(self._list)
        self.card.body.addWidget(self._empty)

    @override
    def read(self) -> None:
        proofs = self._vernietigingen.bewijzen()
        self._list.set_rows(proofs)
        self._list.setVisible(bool(proofs))
        self._empty.setVisible(not proofs)


def _line(proof: BewijsRow) -> Line:
    done = f"{volle_dag(proof.uitgevoerd_op.date())} {klok(proof.uitgevoerd_op)}"
    gone = aantal(proof.aantal, "gegeven", "gegevens")
    return Line(
        f"{proof.nummer} · {done}",
        f"besloten door {proof.besloten_door}, {volle_dag(proof.besloten_op)} · {gone} weg · "
        f"uit de reservekopieën uiterlijk {volle_dag(proof.uit_kopieen_op)}",
        proof.grond,
        icon="weg",
        strong=False,
    )
