"""The thin bar under the head: one hint at a time, to plan or to answer with a reason."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from vtdesk.errors import UserError
from vtdesk.services.casussen import CasusRow
from vtdesk.services.desk import Desk
from vtdesk.services.hint_regels import HintRow
from vtdesk.services.hints import GONE
from vtdesk.ui import actions
from vtdesk.ui.casussen.plaatsen import go_to, tab_of
from vtdesk.ui.page import Page, Width
from vtdesk.ui.seen import Seen
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import boxed, column, row
from vtdesk.ui.widgets.buttons import icon_button, small
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import Roomy, icon_label, text
from vtdesk.ui.widgets.tip import set_tip
from vtdesk.values.kinds import Kind

PLAN, LOOK, REASON = "Plannen", "Bekijken", "Reden geven"
ABOVE = 8  # px of air, also beside the note; without a hint the bar takes no room at all
ASLEEP = "De reden is bewaard. Deze hint komt terug als er iets verandert."


class HintBar(Seen):
    """Takes no room when nothing is open; children come first."""

    watches = frozenset(
        {
            Kind.CASUS, Kind.PERSOON, Kind.AFSPRAAK, Kind.GESPREK, Kind.UITSPRAAK, Kind.MELDING,
            Kind.VEILIGHEID, Kind.TERMIJN, Kind.ONDERZOEK, Kind.HINT,
        }
    )  # fmt: skip

    def __init__(self, page: Page, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "hints", "Hints")
        self._page = page
        self._desk = desk
        self._casus: CasusRow | None = None
        self._hints: list[HintRow] = []
        self._at = 0
        self._under = False  # the note of the casus stands above it, not beside it
        self._head = named(Roomy("vet"), "hint-kop")
        self._more = named(Roomy("klein"), "hint-tekst")
        self._place = named(text("", "klein", tone="let-op", wrap=False), "hint-plek")
        self._next = named(icon_button("volgende", "Volgende hint"), "hint-volgende")
        self._do = named(small(PLAN), "hint-plannen")
        self._why = named(small(REASON), "hint-reden")
        self._box = self._lay_out()
        page.dialogs.register("hint-reden", self._reason_dialog)
        self._connect()

    def show_casus(self, casus: CasusRow) -> None:
        """Show the hints of this casus; what changes in it comes by itself."""
        if self._casus is None or self._casus.id != casus.id:
            self._at = 0
        if casus != self._casus:
            self._casus = casus
            self.read_again()

    @override
    def refresh(self) -> None:
        if self._casus is None:
            return
        self._hints = self._desk.hints.of_casus(self._casus.id)
        self._at = min(self._at, max(0, len(self._hints) - 1))
        self._show()

    def on_width(self, width: Width) -> None:
        """Where there is little room the first sentence is enough; the rest is its tip."""
        self._more.setVisible(width is not Width.KLEIN)
        self._under = width is Width.KLEIN and style.is_large()
        self._show()

    def shown(self) -> HintRow | None:
        """Give the hint in the bar."""
        return self._hints[self._at] if self._hints else None

    @Slot()
    def step(self) -> None:
        """Show the next hint; after the last comes the first."""
        if self._hints:
            self._at = (self._at + 1) % len(self._hints)
            self._show()

    @Slot()
    def act(self) -> None:
        """Plan what the hint asks for, or go to where one does something about it."""
        hint, casus = self.shown(), self._casus
        if hint is None or casus is None:
            return
        if hint.plannen:
            self._page.plan_requested.emit(casus.id)
        elif hint.kind is Kind.CASUS:
            self._page.open_dialog("casus-wijzigen", str(casus.id))
        elif hint.kind is Kind.PERSOON:
            self._page.persoon_requested.emit(casus.id, hint.ding)
        else:
            go_to(self._page, casus.id, tab_of(hint.kind), hint.ding)

    @Slot()
    def ask_reason(self) -> None:
        """Ask why the hint does not hold now."""
        hint = self.shown()
        if hint and self._casus:
            self._page.open_dialog("hint-reden", str(self._casus.id), hint.id)

    def _lay_out(self) -> QWidget:
        words = column(None, self._head, self._more, None, air=0)
        buttons = row(self._place, self._next, self._do, self._why, air=6)
        line = row(icon_label("let-op", "let-op"), words, buttons, air=10)
        line.setContentsMargins(12, 3, 6, 3)
        line.setStretch(1, 1)
        box = boxed(line, kind="block")
        box.setProperty("tone", "let-op")
        box.hide()
        self._around = column(box, air=0)
        self.setLayout(self._around)
        return box

    def _connect(self) -> None:
        for button, name, deed in self._ways():
            button.setToolTip(f"{button.accessibleName()} ({actions.keys_text(name)})")
            button.clicked.connect(deed)
            self._page.on_action(name, deed)

    def _ways(self) -> list[tuple[QAbstractButton, str, Callable[[], None]]]:
        return [
            (self._next, "hint-volgende", self.step),
            (self._do, "hint-plannen", self.act),
            (self._why, "hint-reden", self.ask_reason),
        ]

    def _show(self) -> None:
        hint = self.shown()
        self._box.setVisible(hint is not None)
        beside = bool(hint and self._casus and self._casus.let_op and not self._under)
        self._around.setContentsMargins(ABOVE if beside else 0, ABOVE if hint else 0, 0, 0)
        wide = QSizePolicy.Policy.Expanding if hint else QSizePolicy.Policy.Maximum
        self.setSizePolicy(wide, QSizePolicy.Policy.Preferred)  # the room goes to the note
        if hint is None:
            return
        self._head.setText(hint.kop)
        self._more.setText(hint.tekst)
        set_tip(self._head, hint.tekst)
        self._head.setAccessibleDescription(hint.tekst)
        several = len(self._hints) > 1
        self._place.setText(f"{self._at + 1} van {len(self._hints)}")
        self._place.setVisible(several)
        self._next.setVisible(several)
        words = PLAN if hint.plannen else LOOK
        self._do.setText(words)
        self._do.setAccessibleName(words)
        for button in (self._do, self._why):
            button.setAccessibleDescription(hint.kop)

    def _reason_dialog(self, casus_id: str, hint_id: str) -> FormDialog:
        casus = UUID(casus_id)
        hint = next((one for one in self._desk.hints.of_casus(casus) if one.id == hint_id), None)
        if hint is None:
            raise UserError(GONE)
        dialog = RedenDialog(hint, self._page)
        dialog.store = lambda: self._desk.hints.give_reason(casus, hint_id, dialog.reden())
        dialog.stored.connect(lambda: self._offer_back(casus, hint_id))
        return dialog

    def _offer_back(self, casus_id: UUID, hint_id: str) -> None:
        self._page.offer_undo(ASLEEP, lambda: self._desk.hints.wake(casus_id, hint_id))


class RedenDialog(FormDialog):
    """Asks why a hint does not hold now."""

    def __init__(self, hint: HintRow, parent: QWidget) -> None:
        super().__init__("Reden geven", "Reden bewaren", parent)
        self._why = named(TextArea(height=90), "reden")
        self.form.addWidget(text(hint.kop, "vet"))
        self.form.add(
            "Waarom hoeft dit nu niet?",
            self._why,
            hint="De reden staat op de tijdlijn. De hint slaapt tot er iets verandert.",
        )

    def reden(self) -> str:
        """Give what was typed."""
        return self._why.toPlainText()
