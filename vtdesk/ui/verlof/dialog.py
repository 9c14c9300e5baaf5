"""The dialog about one verlof: who takes what, a page per casus, a letter per family."""

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from vtdesk.services.desk import Desk
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message
from vtdesk.ui.theme import style
from vtdesk.ui.verlof.lijst import VervangLijst
from vtdesk.ui.verlof.papier import VervangPapier, letters, pages
from vtdesk.ui.verlof.woorden import Blad
from vtdesk.ui.widgets.buttons import link
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.half_typed import Content
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.tabs import Tabs
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import local

WIDE, HIGH, LEAST = 960, 520, 300
AROUND = 262  # of the window that is not the sheet


class VerlofDialog(FormDialog):
    """Three sheets about the same days; closing loses nothing, for each act was stored at once."""

    change_requested = Signal(object)  # UUID of the verlof
    remove_requested = Signal(object)
    plan_requested = Signal()
    other_requested = Signal(object)  # UUID of another verlof

    def __init__(self, desk: Desk, jobs: Jobs, verlof_id: UUID, blad: Blad, page: QWidget) -> None:
        super().__init__("Verlof", "Sluiten", page)
        self._desk, self._verlof_id = desk, verlof_id
        self.refuse.hide()
        self._days = named(text("", "vet"), "dagen")
        self._said = named(text(""), "gezegd")
        self._tabs = Tabs("Verlof")
        change = named(link("Dagen wijzigen", icon="bewerken"), "dagen-wijzigen")
        another = named(link("Ander verlof plannen", icon="erbij"), "ander-verlof")
        remove = named(link("Verlof weghalen", icon="weg"), "verlof-weg")
        self._list = VervangLijst(desk, verlof_id)
        self._tabs.add(Blad.VERDELEN.value, self._list)
        self._tabs.add_later(Blad.PAGINA.value, lambda: self._paper(pages(desk, jobs, verlof_id)))
        self._tabs.add_later(Blad.BRIEF.value, lambda: self._paper(letters(desk, jobs, verlof_id)))
        room = page.window().height() - AROUND
        self._tabs.setMinimumHeight(max(LEAST, min(style.scaled(HIGH), room)))
        self.form.addWidget(self._days)
        self.form.addLayout(Flow(change, another, remove, *self._ways_to_others()))
        self.form.addWidget(self._said)
        self.form.addWidget(self._tabs)
        self._said.hide()

        change.clicked.connect(lambda: self.change_requested.emit(verlof_id))
        remove.clicked.connect(lambda: self.remove_requested.emit(verlof_id))
        another.clicked.connect(self.plan_requested)
        self._list.said.connect(lambda words: self._say(Message(words)))
        self._tabs.changed.connect(self._begin)
        self.read()
        self._tabs.show_tab(list(Blad).index(blad))

    def _ways_to_others(self) -> list[QPushButton]:
        """Make a way to each other verlof that is still to come."""
        today = local(self._desk.clock()).date()
        ways = []
        for other in self._desk.verloven.others(self._verlof_id, today):
            way = named(link(other.periode, icon="verlof"), f"verlof-{other.id}")
            way.clicked.connect(lambda _=False, wanted=other.id: self.other_requested.emit(wanted))
            ways.append(way)
        return ways

    def read(self) -> None:
        """Read again what the days are and what falls in them."""
        verlof = self._desk.verloven.get(self._verlof_id)
        named_ = verlof.gegevens.vervanger
        stands_in = f" · {named_} vervangt je" if named_ else " · nog geen vervanger"
        self._days.setText(f"{verlof.periode}{stands_in}")
        self._list.read()

    @override
    def open_form(self, kept: Content | None = None) -> None:
        super().open_form(kept)
        parent = self.parentWidget()
        room = parent.window().width() - 40 if parent else WIDE
        self.resize(min(style.scaled(WIDE), room), self.height())
        if parent:
            middle = parent.window().frameGeometry().center()
            self.move(middle.x() - self.width() // 2, self.y())
        if not kept:
            self._begin(self._tabs.current())

    @Slot(int)
    def _begin(self, number: int) -> None:
        """Let the keyboard begin in the list of the sheet, which shows things as they are now."""
        self._say(Message(""))
        sheet = self._tabs.widget(number)
        if isinstance(sheet, VervangLijst | VervangPapier):
            sheet.read()
            sheet.take_focus()

    def _paper(self, sheet: VervangPapier) -> VervangPapier:
        sheet.said.connect(self._say)
        self.finished.connect(sheet.paper.put_away)
        return sheet

    @Slot(object)
    def _say(self, message: Message) -> None:
        self._said.setText(message.words)
        self._said.setVisible(bool(message.words))
        restyle(self._said, tone=message.tone)
