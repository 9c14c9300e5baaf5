"""Pleinstand: one bespreking at a time, stored while she types, closed without ever blocking."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from vtdesk.services.desk import Desk
from vtdesk.services.plein.punten import open_punten
from vtdesk.services.plein.resten import Weg
from vtdesk.services.plein.rows import BesprekingDetail, BesprekingRow, InbrengRow, TaakRow
from vtdesk.services.pleintafel import TaakGegevens
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Page
from vtdesk.ui.plein import plek, words
from vtdesk.ui.plein.keeper import Keeper
from vtdesk.ui.plein.tafel import Tafel
from vtdesk.ui.plein.voorlezen import Voorlezen
from vtdesk.values import inbreng
from vtdesk.values.dagkinds import PleinFase
from vtdesk.values.kinds import Letter
from vtdesk.values.tijd import local

TICK = 1000  # ms


class Stand(QObject):
    """Runs a zitting on the table: what is typed, said, decided, and the way to the next one."""

    ended = Signal()  # the last one was closed, or she left
    turned = Signal()  # another bespreking is on screen

    def __init__(self, desk: Desk, page: Page) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._detail: BesprekingDetail | None = None
        self._rows: list[BesprekingRow] = []
        self._touched: set[UUID] = set()  # standpunten that are not stored yet
        today = local(desk.clock()).date()
        self.table = Tafel(desk.plein.regels(), today, self._tell)
        self._keeper = Keeper(self._save, self)
        self._keeper.kept.connect(page.saved)
        self._keeper.failed.connect(page.save_failed)
        self._tick = QTimer(self, interval=TICK)
        self._tick.timeout.connect(self.show_time)
        self._connect()

    def _connect(self) -> None:
        table = self.table
        table.changed.connect(self._keeper.touch)
        table.standpunt_changed.connect(self._touch)
        table.head.number_chosen.connect(self._show_number)
        table.head.fase_chosen.connect(lambda fase: self.to_fase(PleinFase(fase)))
        table.head.reopen_requested.connect(self.reopen)
        table.prepared.ticked.connect(self._ask)
        table.prepared.left.connect(self.leave)
        table.inbreng.said.connect(self._say)
        table.inbreng.corrected.connect(self._correct)
        table.inbreng.lettered.connect(self._give_letter)
        table.inbreng.removed.connect(self._remove_line)
        table.inbreng.taak_requested.connect(self._make_taak)
        table.besluit.decided.connect(self._offer_besluit)
        table.standpunten.added.connect(self._add_party)
        table.taken.added.connect(self._add_taak)
        table.taken.corrected.connect(self._change_taak)
        table.taken.removed.connect(self._remove_taak)
        table.read_aloud.clicked.connect(self.read_aloud)
        table.next.clicked.connect(lambda: self.step(1))

    # which bespreking is on screen

    def is_open(self) -> bool:
        """Tell whether a bespreking is on screen."""
        return self._detail is not None

    def bespreking_id(self) -> UUID | None:
        """Give the bespreking on screen."""
        return self._detail.row.id if self._detail else None

    def casus_id(self) -> UUID | None:
        """Give the casus of the bespreking on screen."""
        return self._detail.row.gegevens.casus_id if self._detail else None

    def open(self, bespreking_id: UUID, *, run: bool = True) -> None:
        """Bring a bespreking on the table, and let its clock run unless it was closed."""
        self.store()
        detail = self._desk.plein.detail(bespreking_id)
        if run and detail.row.gesloten_op is None:
            self._desk.plein.begin(bespreking_id)
        self._detail = self._desk.plein.detail(bespreking_id)
        self.table.forget()
        self.table.show_typed(self._detail)
        self._keeper.forget()
        self._touched.clear()
        self.read()
        self._tick.start()
        self.turned.emit()

    def read(self) -> None:
        """Read again what is on the table; what is being typed stays."""
        if self._detail is None:
            return
        self._detail = self._desk.plein.detail(self._detail.row.id)
        self._rows = self._desk.plein.besprekingen(self._detail.row.zitting_id)
        self.table.show_detail(self._detail, self._rows)
        self.show_time()

    def show_time(self) -> None:
        """Let the clock at the table go on."""
        if self._detail is not None:
            self.table.head.show_time(self._detail, self._desk.clock())

    def step(self, by: int) -> None:
        """Go to the next or the one before; going on closes this one, and names what is empty."""
        if self._detail is None or not self._page.do(self.store):
            return
        row, empty = self._detail.row, ""
        if by > 0 and row.gesloten_op is None:
            empty = words.leeg_bij(row.nummer, open_punten(self._desk.plein.detail(row.id)))
            if not self._page.do(lambda: self._desk.plein.close(row.id)):
                return
        if row.nummer + by > len(self._rows):
            self._end()
        elif row.nummer + by >= 1:
            self._show_number(row.nummer + by)
        if empty:
            self._page.message_requested.emit(Message(empty, "let-op", until=self.turned))

    def reopen(self) -> None:
        """Go on with a bespreking that was closed; its clock runs, and that of no other."""
        if self._page.do(lambda: self._desk.plein.begin(self._about())):
            self.read()
            self.table.begin()
            self.turned.emit()

    def leave(self) -> None:
        """Leave the table as it is; the clock stands still until she is back."""
        if self._detail is not None and self._page.do(self.store):
            bespreking_id = self._detail.row.id
            if self._page.do(lambda: self._desk.plein.pause(bespreking_id)):
                self._end()

    def to_fase(self, fase: PleinFase) -> None:
        """Go to another phase."""
        if self._detail is not None:
            bespreking_id = self._detail.row.id
            self._page.do(lambda: self._desk.plein.to_fase(bespreking_id, fase))

    def turn(self, by: int) -> None:
        """Go to the phase before or after."""
        if self._detail is not None:
            phases = list(PleinFase)
            at = phases.index(self._detail.fase) + by
            if 0 <= at < len(phases):
                self.to_fase(phases[at])

    def read_aloud(self) -> None:
        """Show the besluit large."""
        if self._page.do(self.store) and self._detail is not None:
            sheet = Voorlezen(self._desk.plein.detail(self._detail.row.id), self.table)
            sheet.exec()
            sheet.deleteLater()

    # what is typed

    def store(self) -> None:
        """Store now what is typed; an OutsideError tells that it could not be."""
        self._keeper.store()

    def place(self) -> dict[str, Any]:
        """Say which bespreking is on the table and where the keyboard is."""
        if self._detail is None:
            return {}
        half = bool(self.table.inbreng.line.text().strip())
        return {"bespreking": str(self._detail.row.id), "bezig": half, **plek.take(self.table)}

    def return_to(self, place: dict[str, Any]) -> None:
        """Bring back what was on the table."""
        self.open(UUID(place["bespreking"]))
        if not plek.give_back(self.table, place):
            self.table.begin()

    def _save(self) -> None:
        if self._detail is None:
            return
        bespreking_id = self._detail.row.id
        self._desk.plein.keep(bespreking_id, self.table.uitkomst(), self.table.klad())
        for standpunt_id in tuple(self._touched):
            gegevens = self.table.standpunt(standpunt_id)
            self._desk.pleintafel.keep_standpunt(bespreking_id, standpunt_id, gegevens)
            self._touched.discard(standpunt_id)

    def _tell(self, sentence: str) -> None:
        """Say why a field does not take more."""
        if sentence:
            self._page.say(sentence, tone="let-op")

    def _touch(self, standpunt_id: UUID) -> None:
        self._touched.add(standpunt_id)
        self._keeper.touch()

    # what is said and agreed

    def _about(self) -> UUID:
        assert self._detail is not None, "the table is laid only for a bespreking"  # noqa: S101
        return self._detail.row.id

    def _say(self, typed: str, letter: Letter) -> None:
        say = self._desk.pleintafel.say
        self._deed(lambda: say(self._about(), typed, letter), self.table.inbreng.clear_line)

    def _correct(self, line: InbrengRow, typed: str, letter: Letter) -> None:
        change = self._desk.pleintafel.change_line
        self._deed(lambda: change(line.id, typed, letter), self.table.inbreng.clear_line)

    def _give_letter(self, line: InbrengRow, letter: Letter) -> None:
        self._page.do(lambda: self._desk.pleintafel.set_letter(line.id, letter))

    def _remove_line(self, line: InbrengRow) -> None:
        remove = self._desk.pleintafel.remove_line
        self._page.do(lambda: remove(line.id), then=self._offer("Regel weggehaald."))

    def _make_taak(self, line: InbrengRow | None, typed: str) -> None:
        gegevens, words_now = self._taak(typed), self.table.inbreng
        said = f"Taak erbij: {gegevens.wat}"
        table = self._desk.pleintafel
        if line is None:
            done = self._page.do(
                lambda: table.add_taak(self._about(), gegevens),
                then=lambda taak_id: self._offer_line(said, taak_id, typed),
            )
        else:
            done = self._page.do(lambda: table.to_taak(line.id, gegevens), then=self._offer(said))
        if done:
            words_now.clear_line()
            words_now.tell(said)
            self._keeper.touch()
            self._page.do(self.store)

    def _offer_line(self, said: str, taak_id: UUID, typed: str) -> None:
        """Offer to have a line that became a taak back as it was typed."""
        line, about = self.table.inbreng, self._about()

        def back() -> None:
            self._desk.pleintafel.remove_taak(taak_id)
            if self.bespreking_id() == about:
                line.tell("")
                if not line.line.text():
                    line.line.setText(typed)

        self._page.offer_undo(said, back)

    def _offer_besluit(self, before: str) -> None:
        """Say what is decided now, with the way back to what was."""
        about = self._about()

        def back() -> None:
            if self.bespreking_id() == about:
                self.table.besluit.choose(before)
                self._keeper.touch()
                self.store()
            else:
                kept = self._desk.plein.detail(about)
                former = replace(kept.uitkomst, besluit=before)
                self._desk.plein.keep(about, former, kept.klad)

        what = "gewijzigd" if before else "gekozen"
        self._page.offer_undo(f"Besluit {what}: {self.table.besluit.decision()}", back)

    def _add_party(self, wie: str) -> None:
        self._page.do(lambda: self._desk.pleintafel.add_standpunt(self._about(), wie))

    def _add_taak(self, typed: str) -> None:
        add, gegevens = self._desk.pleintafel.add_taak, self._taak(typed)
        self._deed(lambda: add(self._about(), gegevens), self.table.taken.clear_line)

    def _change_taak(self, taak: TaakRow, typed: str) -> None:
        change, gegevens = self._desk.pleintafel.change_taak, self._taak(typed)
        self._deed(lambda: change(taak.id, gegevens), self.table.taken.clear_line)

    def _remove_taak(self, taak: TaakRow) -> None:
        remove = self._desk.pleintafel.remove_taak
        self._page.do(lambda: remove(taak.id), then=self._offer("Taak weggehaald."))

    def _ask(self, question: str, asked: bool) -> None:  # noqa: FBT001 - as a signal gives it
        self._page.do(lambda: self._desk.plein.tick(self._about(), question, asked=asked))

    def _taak(self, typed: str) -> TaakGegevens:
        found = inbreng.parse(typed)
        wat, wanneer, uiterlijk = words.taak(found.tekst, local(self._desk.clock()).date())
        return TaakGegevens(wat, found.spreker, wanneer, uiterlijk)

    def _deed(self, command: Callable[[], object], then: Callable[[], None]) -> None:
        """Store a line for good, and let go of what was half typed of it."""
        if self._page.do(command):
            then()
            self._keeper.touch()
            self._page.do(self.store)

    def _offer(self, said: str) -> Callable[[Weg], None]:
        def offer(weg: Weg) -> None:
            self._page.offer_undo(said, lambda: self._desk.plein.put_back(weg))

        return offer

    # from one to the next

    def _show_number(self, number: int) -> None:
        wanted = next((row for row in self._rows if row.nummer == number), None)
        if wanted is not None and self._page.do(lambda: self.open(wanted.id)):
            self.table.begin()

    def _end(self) -> None:
        self._tick.stop()
        self._detail, self._rows = None, []
        self._keeper.forget()
        self.ended.emit()
