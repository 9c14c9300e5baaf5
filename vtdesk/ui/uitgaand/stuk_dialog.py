"""Which verslag of the casus comes into the dossier."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from vtdesk.services.dossier import DossierRow
from vtdesk.services.verslagen import VerslagRow
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.values.kinds import VerslagStand
from vtdesk.values.tijd import korte_dag

Choice = tuple[str, tuple[UUID, int | None]]


class StukDialog(FormDialog):
    """Offers what is not in it yet, newest first; a draft says that it is one."""

    def __init__(
        self, choices: Sequence[Choice], add: Callable[[UUID, int | None], object], parent: QWidget
    ) -> None:
        super().__init__("Stuk erbij", "In het dossier leggen", parent)
        self._choice = named(Choices(choices), "stuk")
        self._add = add
        self.form.add("Welk verslag?", self._choice)
        self.store = self._try

    def _try(self) -> None:
        self._add(*self._choice.value())


def not_in(rows: Sequence[DossierRow], verslagen: Sequence[VerslagRow]) -> list[Choice]:
    """List the newest text of each verslag that is not in the dossier yet."""
    here = {(row.verslag_id, row.nummer) for row in rows}
    found: list[Choice] = []
    for one in verslagen:
        final = one.stand is VerslagStand.VASTGESTELD
        number = one.versie or 0 if final else 0
        if (one.id, number) not in here:
            stand = f"versie {number}" if number else "concept"
            day = f"{korte_dag(one.datum.date())} {one.datum.year}"
            found.append((f"{one.met_soort}, {stand}, {day}", (one.id, number or None)))
    return found
