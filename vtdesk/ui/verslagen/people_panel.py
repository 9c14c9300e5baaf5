"""Who took part in the talk, and who else belongs to the casus."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vtdesk.services.personen import PersoonRow
from vtdesk.ui.labels import AANWEZIGHEID, ROL
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import Group, RowList
from vtdesk.values.document import Aanwezige


@dataclass(frozen=True, slots=True)
class _Mens:
    """One line of the list; `id` is a person of the casus when it is one."""

    id: UUID | str
    naam: str
    second: str
    third: str = ""
    chip: str = ""
    tone: str = ""


class PeoplePanel(QWidget):
    """Two groups: who was there or should have been, and the family."""

    persoon_opened = Signal(object)  # UUID

    def __init__(self) -> None:
        super().__init__()
        self._list = RowList[_Mens](
            lambda m: Line(m.naam, m.second, m.third, chip=m.chip, chip_tone=m.tone)
        )
        named(self._list, "mensen", "Mensen")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._list)
        self._list.opened.connect(self._open)

    def show_people(self, present: Sequence[Aanwezige], people: Sequence[PersoonRow]) -> None:
        """Show who took part, and the people of the casus."""
        rows: list[_Mens | Group] = []
        if present:
            rows.append(Group("Bij dit gesprek"))
            rows += [_present(number, a) for number, a in enumerate(present)]
        if people:
            rows.append(Group("In de casus"))
            rows += [_Mens(p.id, p.naam, _about(p)) for p in people]
        self._list.set_rows(rows)

    @Slot(object)
    def _open(self, row: _Mens) -> None:
        if isinstance(row.id, UUID):
            self.persoon_opened.emit(row.id)


def _present(number: int, who: Aanwezige) -> _Mens:
    label = AANWEZIGHEID[who.aanwezigheid]
    second = ", ".join(part for part in (who.hoedanigheid, who.gezag) if part)
    return _Mens(
        f"deelname-{number}",
        who.naam,
        second or "genodigd",
        who.toelichting,
        label.word,
        label.tone,
    )


def _about(person: PersoonRow) -> str:
    age = f"{person.leeftijd} jaar" if person.leeftijd is not None and person.is_kind else ""
    return ", ".join(part for part in (ROL[person.rol].word, age, person.toelichting) if part)
