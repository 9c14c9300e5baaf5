"""Sjablonen: every kind of document, whose text it has, and the way to change that."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.sjablonen import SjabloonFout
from vtdesk.services.sjablonen_eigen import Bewaarde, Sjablonen, SjabloonRow, Vorige, fout_in
from vtdesk.ui.instellingen.part import SettingsPart
from vtdesk.ui.instellingen.sjabloon_dialog import SjabloonDialog
from vtdesk.ui.page import Page
from vtdesk.ui.theme import measure, style
from vtdesk.ui.widgets.boxes import boxed, column, row
from vtdesk.ui.widgets.buttons import secondary
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import dag_met_naam, klok

LIST_WIDTH, LIST_LEAST, LIST_HEIGHT, WIDE = 290, 180, 400, 900
BESIDE, WIDEST = 600, 16_777_215
DIALOG = "sjabloon"


class SjablonenSettings(SettingsPart):
    """A list of kinds; beside it what the chosen one holds."""

    def __init__(self, sjablonen: Sjablonen, page: Page, parent: QWidget | None = None) -> None:
        super().__init__("Sjablonen", parent)
        self._sjablonen, self._page = sjablonen, page
        self._list = named(RowList[SjabloonRow](_line), "sjablonen", "Sjablonen")
        self._list.setMinimumSize(LIST_LEAST, LIST_HEIGHT)
        self._title = named(text(kind="kop"), "sjabloon-titel")
        self._used = named(text(tone="stil"), "sjabloon-gebruik")
        self._wrong = named(text(tone="gevaar"), "sjabloon-fout")
        self._parts = named(text(), "sjabloon-onderdelen")
        self._source = named(text(kind="klein", tone="stil"), "sjabloon-bron")
        self._change = named(secondary("Tekst wijzigen", icon="bewerken"), "sjabloon-wijzigen")
        self._back = named(secondary("Tekst van vtdesk terugzetten"), "sjabloon-terug")
        self._empty = EmptyState("", icon="let-op")
        buttons = boxed(Flow(self._change, self._back))
        about = column(
            self._title, self._used, self._wrong, buttons, self._parts, self._source, None, air=10
        )
        self._halves = row(self._list, about, air=16)
        self._halves.setStretch(1, 1)
        self._both = boxed(self._halves)
        measure.hold(self.card, most_width=WIDE)
        self.card.body.addWidget(self._both)
        self.card.body.addWidget(self._empty)

        self._list.chosen.connect(self._show)
        self._list.opened.connect(self._open)
        self._change.clicked.connect(self._open)
        self._back.clicked.connect(self._put_back)
        page.dialogs.register(DIALOG, self._make_dialog)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list above what the chosen one holds when they do not fit beside each other."""
        super().resizeEvent(event)
        beside = self.width() >= style.scaled(BESIDE)
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._list.setMaximumWidth(style.scaled(LIST_WIDTH) if beside else WIDEST)

    @override
    def read(self) -> None:
        try:
            rows = self._sjablonen.all()
        except (UserError, OutsideError) as error:
            self._empty.say(str(error))
            rows = []
        self._both.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._list.set_rows(rows)
        if rows and self._list.current() is None:
            self._list.choose(lambda _row: True)
        self._show()

    @Slot()
    def _show(self) -> None:
        one = self._list.current()
        if one is None:
            return
        self._title.setText(one.titel)
        self._used.setText(_in_use(one))
        self._wrong.setText(one.zin)
        self._wrong.setVisible(bool(one.zin))
        self._back.setEnabled(one.eigen)
        self._parts.setText("\n".join(f"{n}  {kop}" for n, kop in enumerate(one.koppen, 1)))
        self._source.setText(f"Versie {one.versie}. Bron: {one.bron}.")

    @Slot()
    def _open(self) -> None:
        if (one := self._list.current()) is not None:
            self._page.open_dialog(DIALOG, one.id)

    @Slot()
    def _put_back(self) -> None:
        one = self._list.current()
        if one is None:
            return
        was: list[Vorige] = []
        if self.keep(lambda: was.append(self._sjablonen.terug(one.id))):
            self._page.offer_undo(
                f"{one.titel} heeft weer de tekst van vtdesk.",
                lambda: self._sjablonen.herstel(one.id, was[0]),
            )

    def _make_dialog(self, sjabloon_id: str) -> FormDialog:
        titel = self._sjablonen.row(sjabloon_id).titel

        def check(words: str) -> SjabloonFout | None:
            return fout_in(sjabloon_id, words) if words.strip() else None

        dialog = SjabloonDialog(
            titel,
            self._sjablonen.tekst(sjabloon_id),
            check,
            self._page,
        )
        kept: list[Bewaarde] = []

        def store() -> None:
            words = dialog.tekst()
            dialog.agree_to(check(words))
            kept.append(self._sjablonen.bewaar(sjabloon_id, words))

        def tell() -> None:
            later = ", maar nog niet in gebruik" if kept[-1].fout else ""
            self._page.offer_undo(
                f"Het sjabloon {titel} is bewaard{later}.",
                lambda: self._sjablonen.herstel(sjabloon_id, kept[-1].vorige),
            )

        dialog.store = store
        dialog.stored.connect(tell)
        return dialog


def _line(one: SjabloonRow) -> Line:
    if one.fout:
        return Line(one.titel, f"regel {one.fout.regel} klopt niet", icon="let-op",
                    icon_tone="gevaar", strong=False)  # fmt: skip
    return Line(one.titel, "eigen tekst" if one.eigen else "van vtdesk",
                icon="bewerken" if one.eigen else "verslagen", strong=False)  # fmt: skip


def _in_use(one: SjabloonRow) -> str:
    if one.sinds is None:
        return "In gebruik: de tekst van vtdesk."
    return f"In gebruik: eigen tekst, sinds {dag_met_naam(one.sinds.date())} {klok(one.sinds)}."
