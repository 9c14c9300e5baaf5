"""What one does with bijlagen: every deed by its name, and how to undo it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QUrl, Signal, Slot

from vtdesk.errors import UserError
from vtdesk.services.bijlagen.bron import Voortgang
from vtdesk.services.bijlagen.rows import BijlageRow, Weergave
from vtdesk.services.desk import Desk
from vtdesk.ui.casussen.bijlagen import beeld
from vtdesk.ui.casussen.bijlagen.bezig import Bezig
from vtdesk.ui.casussen.bijlagen.dialogs import BijlageDialog, BuitenDialog
from vtdesk.ui.casussen.bijlagen.kijker import Inhoud
from vtdesk.ui.casussen.bijlagen.werk import Klus, Werk
from vtdesk.ui.choose_file import choose_place
from vtdesk.ui.format import aantal
from vtdesk.ui.hand_over import hand_over
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Page
from vtdesk.ui.widgets.form_dialog import FormDialog

NO_PROGRAM = (
    "Er is geen programma gevonden dat dit kan openen. Bewaar de bijlage als bestand, of vraag de "
    "helpdesk om een programma."
)
SAVED = "Bewaard als {}. Dit bestand is niet versleuteld: laat het alleen staan waar het mag staan."


class BijlageDeeds(QObject):
    """Does what the list, the inspector and the keys ask."""

    looked = Signal(object, object)  # BijlageRow, Inhoud
    refused = Signal(object, str)  # BijlageRow, why it cannot be shown

    def __init__(self, page: Page, desk: Desk, jobs: Jobs, bezig: Bezig) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._work = Werk(jobs, bezig)
        page.dialogs.register("bijlage-wijzigen", self._change_dialog)

    def add(self, casus_id: UUID, paths: Sequence[Path]) -> None:
        """Take these files in, one after another; tells at the end what became of them."""
        added: list[UUID] = []
        wrong: list[str] = []

        def tell() -> None:
            if len(added) + len(wrong) == len(paths):
                self._page.message_requested.emit(_outcome(added, wrong))

        for path in paths:
            done, failed = partial(_note, added, tell), partial(_note_wrong, wrong, path, tell)
            take = partial(_take_in, self._desk, casus_id, path)
            self._work.do(Klus(f"{path.name} wordt toegevoegd…", take, done, failed))

    @Slot(str, object)
    def do(self, name: str, row: BijlageRow) -> None:
        """Do the deed of this name with a bijlage."""
        deeds: dict[str, Callable[[BijlageRow], None]] = {
            "bekijken": self._look,
            "wijzigen": lambda row: self._page.open_dialog("bijlage-wijzigen", str(row.id)),
            "buiten": self._warn,
            "bewaren-als": self._save,
            "weghalen": self._remove,
        }
        deeds[name](row)

    def _look(self, row: BijlageRow) -> None:
        def refuse(error: Exception) -> None:
            self.refused.emit(row, str(error))

        self._work.do(
            Klus(
                f"{row.gegevens.naam} wordt geopend…",
                partial(_content, self._desk, row),
                lambda inhoud: self.looked.emit(row, inhoud),
                refuse,
            )
        )

    def _warn(self, row: BijlageRow) -> None:
        BuitenDialog(row, lambda: self._open_outside(row), self._page).open_form()

    def _open_outside(self, row: BijlageRow) -> None:
        def open_it(path: Path) -> None:
            if not hand_over(QUrl.fromLocalFile(str(path))):
                self._page.say(NO_PROGRAM, tone="let-op")

        def copy(voortgang: Voortgang) -> Path:
            return self._desk.bijlagekijker.buiten(row.id, voortgang=voortgang)

        words = f"{row.gegevens.naam} wordt klaargezet…"
        self._work.do(Klus(words, copy, open_it, self._say_wrong))

    def _save(self, row: BijlageRow) -> None:
        name = self._desk.bijlagekijker.bestandsnaam(row.id)
        target = choose_place(self._page, "Bewaren als", name, "Alle bestanden (*)")
        if target is None:
            return

        def write(voortgang: Voortgang) -> None:
            self._desk.bijlagekijker.save(row.id, target, voortgang=voortgang)

        def tell(_: object) -> None:
            self._page.say(SAVED.format(target.name))

        words = f"{row.gegevens.naam} wordt bewaard…"
        self._work.do(Klus(words, write, tell, self._say_wrong))

    def _remove(self, row: BijlageRow) -> None:
        self._page.do_with_undo(
            f"‘{row.gegevens.naam}’ is weggehaald. Ongedaan maken kan tot de kluis dichtgaat.",
            lambda: self._desk.bijlagen.remove(row.id),
            lambda: self._desk.bijlagen.restore(row.id),
        )

    def _change_dialog(self, bijlage_id: str) -> FormDialog:
        row = self._desk.bijlagen.get(UUID(bijlage_id))
        dialog = BijlageDialog(self._desk.clock().date(), row, self._page)

        def store() -> None:
            if gegevens := dialog.gegevens():
                self._desk.bijlagen.change(row.id, row.version, gegevens)

        dialog.store = store
        return dialog

    def _say_wrong(self, error: Exception) -> None:
        self._page.message_requested.emit(Message.of(error))


def _take_in(desk: Desk, casus_id: UUID, path: Path, voortgang: Voortgang) -> UUID:
    return desk.bijlagen.add(casus_id, path, voortgang=voortgang)


def _content(desk: Desk, row: BijlageRow, voortgang: Voortgang) -> Inhoud:
    """Read what can be shown of a bijlage; runs away from the window."""
    look = desk.bijlagekijker
    match row.weergave:
        case Weergave.PDF:
            return look.vellen(row.id, voortgang=voortgang)
        case Weergave.BEELD:
            return beeld.decode(look.beeld(row.id, voortgang=voortgang), row.soort)
        case Weergave.TEKST:
            return look.tekst(row.id, voortgang=voortgang)
    raise UserError("Dit soort bestand kan vtdesk niet tonen. Bewaar het als bestand.")


def _note(added: list[UUID], tell: Callable[[], None], bijlage_id: UUID) -> None:
    added.append(bijlage_id)
    tell()


def _note_wrong(wrong: list[str], path: Path, tell: Callable[[], None], error: Exception) -> None:
    wrong.append(f"{path.name}: {error}")
    tell()


def _outcome(added: Sequence[UUID], wrong: Sequence[str]) -> Message:
    """Say what became of all files together."""
    words = [*wrong]
    if added:
        words.insert(0, f"{aantal(len(added), 'bijlage', 'bijlagen')} toegevoegd.")
    return Message(" ".join(words), "let-op" if wrong else "goed")
