"""The papers of a verlof: choose a casus or a person at the left, see the paper at the right."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.services.drukwerk import Drukwerk
from vtdesk.services.verlof_papier import CasusBlad, Ontvanger
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message
from vtdesk.ui.paper.paper import Paper, Woorden
from vtdesk.ui.paper.preview import Preview
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList

LIST = 232
PAGE = Woorden("de pagina", "De pagina", "Pagina")
LETTER = Woorden("de brief", "De brief", "Brief")

Stuk = CasusBlad | Ontvanger


class VervangPapier(QWidget):
    """A list of papers with the chosen one beside it; what may not be sent says why instead."""

    said = Signal(object)  # Message

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        woorden: Woorden,
        *,
        rows: Callable[[], Sequence[Stuk]],
        drukwerk: Callable[[Stuk], Drukwerk],
    ) -> None:
        super().__init__()
        self._rows, self._drukwerk = rows, drukwerk
        self._list = named(RowList[Stuk](_as_line), f"papieren-{woorden.los.lower()}", "Papieren")
        self._list.setFixedWidth(style.scaled(LIST))
        self._preview = Preview()
        self._refused = named(EmptyState("", icon="let-op"), "mag-niet")
        self._faces = QStackedWidget()
        self._faces.addWidget(self._preview)
        self._faces.addWidget(self._refused)
        self.paper = Paper(
            jobs, self._preview, self, printers=desk.papier.printers, woorden=woorden
        )
        layout = row(self._list, self._faces, air=12)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._list.chosen.connect(self._show)
        self.paper.message.connect(self.said)
        self.read()

    def read(self) -> None:
        """Read again which papers there are, and show the chosen one as it is now."""
        self._list.set_rows(self._rows())
        current = self._list.current()
        if current is not None:
            self._show(current)
        elif not self._list.choose(lambda _: True):
            self._refuse("Er is geen casus die loopt.")

    def take_focus(self) -> None:
        """Begin in the list."""
        self._list.setFocus()

    @Slot(object)
    def _show(self, stuk: Stuk) -> None:
        try:
            paper = self._drukwerk(stuk)
        except (UserError, OutsideError) as error:
            self._refuse(str(error))
            return
        self._faces.setCurrentWidget(self._preview)
        self.paper.choose(paper)
        self.paper.show()
        if isinstance(stuk, Ontvanger) and stuk.let_op:
            self.said.emit(Message(stuk.let_op, "let-op"))
        else:
            self.said.emit(Message(""))

    def _refuse(self, why: str) -> None:
        self.paper.put_away()
        self._refused.say(why)
        self._faces.setCurrentWidget(self._refused)
        self.said.emit(Message(""))


def pages(desk: Desk, jobs: Jobs, verlof_id: UUID) -> VervangPapier:
    """Make the sheet with a page per casus."""

    def paper(stuk: Stuk) -> Drukwerk:
        return desk.vervangkaarten.blad(verlof_id, stuk.casus_id)

    return VervangPapier(
        desk, jobs, PAGE, rows=lambda: desk.vervangkaarten.casussen(verlof_id), drukwerk=paper
    )


def letters(desk: Desk, jobs: Jobs, verlof_id: UUID) -> VervangPapier:
    """Make the sheet with a letter per family."""

    def paper(stuk: Stuk) -> Drukwerk:
        if not isinstance(stuk, Ontvanger):
            raise UserError("Kies aan wie de brief gaat.")
        return desk.vervangkaarten.brief(verlof_id, stuk.casus_id, stuk.persoon_id)

    return VervangPapier(
        desk, jobs, LETTER, rows=lambda: desk.vervangkaarten.ontvangers(verlof_id), drukwerk=paper
    )


def _as_line(stuk: Stuk) -> Line:
    if isinstance(stuk, Ontvanger):
        return Line(
            stuk.naam,
            stuk.casus,
            icon="let-op" if stuk.verboden else "verzending",
            icon_tone="let-op" if stuk.verboden else "stil",
            quiet=bool(stuk.verboden),
        )
    still = f"Nog niemand: {stuk.nog_niemand}" if stuk.nog_niemand else ""
    return Line(stuk.casus, stuk.nummer, still, icon="casussen")
