"""Eerdere teksten: each session of writing and each final version, what differs, the way back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.services.schrijfstand_rows import StandRow
from vtdesk.services.vaststelling import VersieRow
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.theme import style
from vtdesk.ui.verslagen.vergelijk import Vergelijking
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.half_typed import Content
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import dag_met_naam, klok
from vtdesk.values.verschil import Soort, Verschilregel, aantal

WIDE, LIST_HIGH, TEXT_HIGH, AROUND = 760, 150, 260, 80
NONE_YET = "Er zijn nog geen eerdere teksten. Na elke keer schrijven komt er een bij."
WAY_BACK = (
    "Terugzetten bewaart eerst wat er nu staat. Een uitspraak die is weerlegd of ingetrokken, "
    "blijft dat."
)
FINAL = "Dit verslag is vastgesteld. Maak een correctie om een eerdere tekst terug te zetten."
LOOKING = "Bezig met vergelijken…"

Rij = StandRow | VersieRow


@dataclass(frozen=True, slots=True)
class Vergeleken:
    """What differs, and of what it tells: `Van versie 1 naar versie 2`."""

    lead: str
    regels: tuple[Verschilregel, ...]


Compare = Callable[[Rij], Vergeleken]


class VersiesDialog(FormDialog):
    """Enter puts back what is chosen, unless it is final; the arrows walk through time."""

    def __init__(
        self,
        rows: Sequence[Rij],
        compare: Compare,
        koppen: Mapping[str, str],
        *,
        is_schrijfbaar: bool,
        jobs: Jobs,
        parent: QWidget,
    ) -> None:
        super().__init__("Eerdere teksten", "Terugzetten", parent)
        self._compared, self._koppen, self._jobs = compare, koppen, jobs
        room = parent.window().size()
        self.setMinimumWidth(max(480, min(style.scaled(WIDE), room.width() - AROUND)))
        self.refuse.setText("Sluiten")
        self.refuse.setAccessibleName("Sluiten")
        self.put_back: Callable[[UUID], object] = lambda _: None
        self.list = RowList[Rij](_line)
        named(self.list, "eerdere-teksten", "Eerdere teksten, nieuwste eerst")
        self.list.setFixedHeight(style.scaled(LIST_HIGH))
        self.count = named(text("", "vet"), "verschil-aantal")
        self.difference = Vergelijking()
        self.difference.setFixedHeight(
            min(style.scaled(TEXT_HIGH), max(120, room.height() - 2 * style.scaled(LIST_HIGH)))
        )
        if rows:
            self.form.addWidget(self.list)
            self.form.addWidget(self.count)
            self.form.addWidget(self.difference)
            self.form.addWidget(text(WAY_BACK if is_schrijfbaar else FINAL, tone="stil"))
        else:
            self.form.addWidget(text(NONE_YET))
        self._may_put_back = is_schrijfbaar
        self.agree.hide()
        self.list.chosen.connect(self._compare)
        self.list.opened.connect(self._open)
        self.list.set_rows(rows)
        self.list.choose(lambda _: True)
        self.store = self._store

    @override
    def open_form(self, kept: Content | None = None) -> None:
        super().open_form(kept)
        self.list.setFocus()

    def choose_version(self) -> None:
        """Choose the newest final version of the list."""
        self.list.choose(lambda row: isinstance(row, VersieRow))

    @Slot(object)
    def _compare(self, row: Rij | None) -> None:
        """Compare beside the window: fifty pages may not hold up the arrows."""
        if row is None:
            return
        self.agree.setVisible(self._may_put_back and isinstance(row, StandRow))
        self.count.setText(LOOKING)
        self._jobs.run(
            lambda: self._compared(row), then=lambda found: self._show(row, found), owner=self
        )

    def _show(self, row: Rij, found: Vergeleken) -> None:
        if self.list.current() != row:
            return  # she has walked on
        came, went = aantal(found.regels, Soort.ERBIJ), aantal(found.regels, Soort.WEG)
        self.count.setText(f"{found.lead}: {_woorden(came)} erbij, {_woorden(went)} weg.")
        self.difference.show_difference(found.regels, self._koppen)

    @Slot(object)
    def _open(self, _: Rij) -> None:
        if self.agree.isVisible():
            self.try_to_store()

    def _store(self) -> None:
        if isinstance(row := self.list.current(), StandRow):
            self.put_back(row.id)


def _woorden(number: int) -> str:
    return "1 woord" if number == 1 else f"{number} woorden"


def _line(row: Rij) -> Line:
    if isinstance(row, VersieRow):
        day = f"{dag_met_naam(row.vastgesteld_op.date())} {klok(row.vastgesteld_op)}"
        return Line(f"Versie {row.nummer}, vastgesteld", row.reden_correctie, side=day,
                    icon="vaststellen")  # fmt: skip
    day = f"{dag_met_naam(row.bewaard_op.date())} {klok(row.bewaard_op)}"
    back = "Stond er voor je een andere tekst terugzette" if row.teruggezet else ""
    return Line(day, back, side=_woorden(row.woorden), icon="logboek")
