"""What one does with statements: note, change, answer, judge, and follow to who holds them."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from vtdesk.services.correctie_rows import Keten
from vtdesk.services.desk import Desk
from vtdesk.services.uitspraak_rows import UitspraakGegevens, UitspraakRow
from vtdesk.ui import verzonden_dialog
from vtdesk.ui.casussen.uitspraken.brief_dialog import BriefDialog, NietNodigDialog
from vtdesk.ui.casussen.uitspraken.keten_dialog import KetenDialog, LetterActs
from vtdesk.ui.casussen.uitspraken.oordeel_dialog import OORDELEN, OordeelDialog
from vtdesk.ui.casussen.uitspraken.uitspraak_dialog import Omgeving, UitspraakDialog
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Page, Tools
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.values.kinds import Letter, Verificatie
from vtdesk.values.tekst import Bron

_VERIFICATIE = {
    "bevestigen": Verificatie.BEVESTIGD,
    "tegenspreken": Verificatie.TEGENGESPROKEN,
}

_ENDED = {  # what the bar says, and the reason that the chain keeps when it is undone
    "weerleggen": ("De uitspraak is weerlegd.", "Het weerleggen is ongedaan gemaakt."),
    "intrekken": ("De uitspraak is ingetrokken.", "Het intrekken is ongedaan gemaakt."),
}


class UitspraakActs(QObject):
    """Opens the dialogs of the tab, by name, and stores what they give."""

    made = Signal(object)  # UUID of the statement that was noted

    def __init__(self, page: Page, desk: Desk, tools: Tools) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._tools = tools
        for name, make in (
            ("uitspraak-vastleggen", self._add_dialog),
            ("uitspraak-wijzigen", self._change_dialog),
            ("uitspraak-oordeel", self._judge_dialog),
            ("correctieketen", self._keten_dialog),
            ("correctiebrief", self._letter_dialog),
            ("brief-niet-nodig", self._not_needed_dialog),
        ):
            page.dialogs.register(name, make)
        verzonden_dialog.register(page, desk)

    def add(self, casus_id: UUID) -> None:
        """Note a statement in a casus."""
        self._page.open_dialog("uitspraak-vastleggen", str(casus_id))

    def do(self, act: str, row: UitspraakRow) -> None:
        """Do what the inspector or a key asks with a statement."""
        match act:
            case "wijzigen":
                self._page.open_dialog("uitspraak-wijzigen", str(row.id))
            case "reageren":
                self._page.open_dialog("uitspraak-vastleggen", str(row.casus_id), str(row.id))
            case "correctieketen":
                self._page.open_dialog("correctieketen", str(row.id))
            case _:
                self._page.open_dialog("uitspraak-oordeel", str(row.id), act)

    def _around(self, casus_id: UUID, own: UUID | None = None) -> Omgeving:
        others = [row for row in self._desk.uitspraken.rows(casus_id) if row.id != own]
        people = self._desk.personen.in_casus(casus_id)
        return Omgeving(self._desk.clock().date(), people, others)

    def _add_dialog(self, casus_id: str, reactie_op: str = "") -> FormDialog:
        casus = UUID(casus_id)
        dialog = UitspraakDialog(
            self._around(casus), self._begun(reactie_op), new=True, parent=self._page
        )

        made: list[UUID] = []

        def store() -> None:
            if gegevens := dialog.gegevens():
                made.append(self._desk.uitspraken.add(casus, gegevens))

        dialog.store = store
        if not reactie_op:  # an answer shows with what it answers, which stays chosen
            dialog.stored.connect(lambda: self.made.emit(made[-1]))
        return dialog

    def _begun(self, reactie_op: str) -> UitspraakGegevens:
        """Fill in what is known of an answer: its theme, what it answers, and by whom."""
        today = self._desk.clock().date()
        if not reactie_op:
            return UitspraakGegevens(Letter.VERKLARING, "", Bron(), informatiedatum=today)
        answered = self._desk.uitspraken.detail(UUID(reactie_op)).row
        people = {p.id: p.naam for p in self._desk.personen.in_casus(answered.casus_id)}
        about = next((i for i in answered.regel.over if i in people), None)
        return UitspraakGegevens(
            Letter.VERKLARING,
            "",
            Bron(people[about], about) if about else Bron(),
            informatiedatum=today,
            thema=answered.thema,
            reactie_op_id=answered.id,
        )

    def _change_dialog(self, uitspraak_id: str) -> FormDialog:
        row = self._desk.uitspraken.detail(UUID(uitspraak_id)).row
        around = self._around(row.casus_id, row.id)
        dialog = UitspraakDialog(around, row.gegevens, new=False, parent=self._page)

        def store() -> None:
            if gegevens := dialog.gegevens():
                self._desk.uitspraken.change(row.id, row.version, gegevens, dialog.reden())

        dialog.store = store
        dialog.stored.connect(lambda: self._warn_of_receivers(row.id))
        return dialog

    def _judge_dialog(self, uitspraak_id: str, act: str) -> FormDialog:
        one = UUID(uitspraak_id)
        dialog = OordeelDialog(OORDELEN[act], self._desk.correcties.keten(one), self._page)
        correcties, uitspraken = self._desk.correcties, self._desk.uitspraken

        def store() -> None:
            match act:
                case "weerleggen":
                    correcties.refute(one, door=dialog.door(), reden=dialog.reden())
                case "intrekken":
                    correcties.withdraw(one, reden=dialog.reden())
                case "herstellen":
                    correcties.restore(one, reden=dialog.reden())
                case _:
                    uitspraken.judge(
                        one, _VERIFICATIE[act], door=dialog.door(), reden=dialog.reden()
                    )

        dialog.store = store
        dialog.stored.connect(lambda: self._tell_judged(one, act))
        return dialog

    def _tell_judged(self, uitspraak_id: UUID, act: str) -> None:
        """Say who must hear of it; when nobody has to, offer the way back."""

        def tell(keten: Keten) -> None:
            if not self._say_who_must_hear(keten) and act in _ENDED:
                words, why = _ENDED[act]
                self._page.offer_undo(
                    words, lambda: self._desk.correcties.restore(uitspraak_id, reden=why)
                )

        self._page.do(lambda: self._desk.correcties.keten(uitspraak_id), then=tell)

    def _warn_of_receivers(self, uitspraak_id: UUID) -> None:
        """Say who must hear of a change, and offer the chain."""
        self._page.do(
            lambda: self._desk.correcties.keten(uitspraak_id),
            then=self._say_who_must_hear,
        )

    def _say_who_must_hear(self, keten: Keten) -> bool:
        """Say it, and tell whether there was anybody."""
        waiting = [one for one in keten.ontvangers if one in keten.te_schrijven or (
            one.brief is not None and one.brief.is_open
        )]  # fmt: skip
        if keten.wijziging is None or not waiting:
            return False
        stand = "1 stuk dat al is" if len(waiting) == 1 else f"{len(waiting)} stukken die al zijn"
        names = ", ".join(dict.fromkeys(one.verzending.ontvanger for one in waiting))
        words = f"Deze uitspraak staat in {stand} verstuurd. Maak een correctie voor {names}."

        def show() -> None:
            self._page.open_dialog("correctieketen", str(keten.uitspraak.id))

        self._page.message_requested.emit(Message(words, "let-op", "Correctieketen", show))
        return True

    def _keten_dialog(self, uitspraak_id: str) -> FormDialog:
        one = UUID(uitspraak_id)
        correcties = self._desk.correcties

        def sent(brief_id: UUID) -> None:
            correcties.mark_sent(brief_id, self._desk.clock().date())
            dialog.read_again()

        def make(wanted: UUID) -> None:
            correcties.make_letters(wanted)
            dialog.read_again()

        acts = LetterActs(
            look=self._opens("correctiebrief"),
            sent=sent,
            not_needed=self._opens("brief-niet-nodig"),
            make=make,
        )
        dialog = KetenDialog(lambda: correcties.keten(one), correcties.controle, acts, self._page)
        dialog.read_again()
        return dialog

    def _opens(self, name: str) -> Callable[[UUID], None]:
        return lambda thing: self._page.dialogs.open(name, str(thing))

    def _letter_dialog(self, brief_id: str) -> FormDialog:
        return BriefDialog(self._desk, self._tools.jobs, UUID(brief_id), self._page)

    def _not_needed_dialog(self, brief_id: str) -> FormDialog:
        letter = UUID(brief_id)
        dialog = NietNodigDialog(self._desk.correcties.brief(letter).ontvanger, self._page)
        dialog.store = lambda: self._desk.correcties.not_needed(letter, dialog.want())
        dialog.stored.connect(self._read_chains_again)
        return dialog

    def _read_chains_again(self) -> None:
        for dialog in self._page.findChildren(KetenDialog):
            dialog.do(dialog.read_again)
