"""Before and after the table: the besprekingen of a day, and what is prepared of each."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vtdesk.services.plein.resten import VerdwenenRow
from vtdesk.services.plein.rows import BesprekingRow, Voorbereiding
from vtdesk.ui.format import aantal, dagkop
from vtdesk.ui.plein import words
from vtdesk.ui.plein.voorbereiding import VoorbereidingForm
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import GAP, MARGIN, column, row, scrolled
from vtdesk.ui.widgets.buttons import icon_button, primary, secondary
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import Group, RowList
from vtdesk.ui.widgets.text import Roomy, text
from vtdesk.values.pleinregels import Pleinregels, Regio
from vtdesk.values.tijd import klok, korte_dag, local

REGIO = 200
EMPTY = "Geen besprekingen vandaag. Voeg er een toe of bereid morgen voor."
EMPTY_DAY = "Geen besprekingen op deze dag. Voeg er een toe."


class Voor(QWidget):
    """Title row, list, and the preparation of the chosen bespreking."""

    walked = Signal(int)  # days
    today_requested = Signal()
    chosen = Signal(object)  # BesprekingRow
    opened = Signal(object)  # BesprekingRow
    removed = Signal(object)  # BesprekingRow
    prepared = Signal()  # something was typed in the preparation
    regio_chosen = Signal(str)
    add_requested = Signal()
    begin_requested = Signal()
    work_up_requested = Signal()
    write_requested = Signal()

    def __init__(self, regels: Pleinregels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "plein-dag", "Plein")
        self._day = named(Roomy("titel"), "plein-kop")
        self._today = named(secondary("Naar vandaag"), "plein-vandaag")
        self._regio = named(
            Choices((one.naam, one.id) for one in regels.regios),
            "regio",
            "Regio",
        )
        self._regio.setMinimumWidth(style.scaled(REGIO))
        self.list = named(RowList[BesprekingRow](_line), "besprekingen", "Besprekingen")
        self.form = VoorbereidingForm()
        self._empty = named(EmptyState(EMPTY, icon="plein"), "geen-besprekingen")
        self._gone = named(text("", "klein", tone="stil"), "verdwenen")
        self._begin = named(primary("Plein beginnen", icon="plein"), "plein-beginnen")
        self._work_up = named(secondary("Verwerken", icon="klaar"), "verwerken")
        self._write = named(secondary("Nieuw verslag", icon="schrijven"), "plein-verslag")
        self._change = named(secondary("Wijzigen", icon="bewerken"), "bespreking-wijzigen")
        self._right = Card("Mijn voorbereiding", note="alleen voor jou")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        back = named(icon_button("vorige", "Vorige dag"), "plein-dag-terug")
        on = named(icon_button("volgende", "Volgende dag"), "plein-dag-verder")
        add = named(secondary("Bespreking", icon="erbij"), "bespreking-toevoegen")
        back.clicked.connect(lambda: self.walked.emit(-1))
        on.clicked.connect(lambda: self.walked.emit(1))
        add.clicked.connect(self.add_requested)
        title = row(self._day, None, self._today, back, on, add, self._begin)
        title.setStretch(0, 1)
        left = Card("Besprekingen")
        left.body.addWidget(self.list, 1)
        left.body.addWidget(self._empty, 1)
        left.body.addWidget(self._gone)
        left.body.addLayout(Flow(self._change, self._work_up, self._write, self._regio))
        self._right.body.addWidget(scrolled(self.form), 1)
        both = row(left, self._right, air=GAP)
        both.setStretch(0, 3)
        both.setStretch(1, 2)
        layout: QVBoxLayout = column(title, air=GAP, margins=MARGIN)
        layout.addLayout(both, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self._today.clicked.connect(self.today_requested)
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(self.opened)
        self.list.removed.connect(self.removed)
        self.form.changed.connect(self.prepared)
        self._begin.clicked.connect(self.begin_requested)
        self._work_up.clicked.connect(self.work_up_requested)
        self._write.clicked.connect(self.write_requested)
        self._change.clicked.connect(self._ask_change)
        self._regio.activated.connect(lambda _: self.regio_chosen.emit(self._regio.value()))

    def show_day(self, day: date, today: date, regio: Regio) -> None:
        """Show which day it is, and whose table."""
        self._day.setText(f"Plein, {dagkop(day).lower()}")
        self._today.setVisible(day != today)
        self._regio.choose(regio.id)
        self._empty.say(EMPTY if day == today else EMPTY_DAY)

    def show_rows(self, groups: Sequence[tuple[datetime, list[BesprekingRow]]]) -> None:
        """Show the besprekingen, under the time of their zitting when there are several."""
        rows: list[BesprekingRow | Group] = []
        for begin, found in groups:
            rows += [Group(f"Vanaf {klok(begin)}")] if len(groups) > 1 and found else []
            rows += found
        self.list.set_rows(rows)
        some = bool(rows)
        for part in (self.list, self._right, self._change, self._work_up, self._write):
            part.setVisible(some)
        self._empty.setVisible(not some)
        self._begin.setEnabled(some)
        if some and self.list.current() is None:
            still = self.list.choose(lambda row: row.gesloten_op is None)
            if not still:
                self.list.choose(lambda _row: True)

    def show_gone(self, gone: VerdwenenRow | None) -> None:
        """Say that tafelkaarten disappeared; of what they said nothing is left."""
        self._gone.setVisible(gone is not None)
        if gone is not None:
            what = aantal(gone.aantal, "tafelkaart verdween", "tafelkaarten verdwenen")
            day = korte_dag(local(gone.op).date())
            self._gone.setText(f"{what} op {day}. Dat staat in het logboek.")

    def show_chosen(self, chosen: BesprekingRow) -> None:
        """Say whose preparation is shown, and offer what can be done with this bespreking."""
        self._right.set_note(f"{chosen.kop}, alleen voor jou")
        self._work_up.setVisible(chosen.begonnen_op is not None and chosen.verwerkt_op is None)
        is_done = chosen.gesloten_op is not None or chosen.verwerkt_op is not None
        self._write.setVisible(is_done and not chosen.is_tafelkaart)

    def forget(self) -> None:
        """Name nobody while the table is on screen."""
        self.list.set_rows([])
        self._right.set_note("")
        self.form.show_gegevens(Voorbereiding())

    def _ask_change(self) -> None:
        if (chosen := self.list.current()) is not None:
            self.opened.emit(chosen)


def _line(one: BesprekingRow) -> Line:
    word, tone = words.stand(one)
    title = f"{one.casus} ({one.kop})" if one.casus else one.kop
    return Line(
        f"{one.nummer}. {title}",
        words.tweede_regel(one),
        side=words.voorbereid(one),
        side_tone="stil" if one.voorbereid else "let-op",
        chip=word,
        chip_tone=tone or "stil",
        icon="casussen" if one.casus else "plein",
    )
