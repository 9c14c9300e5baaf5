"""Read in another agenda: see what would come in, choose, and take it in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.agenda_import import AgendaImport, ImportUitkomst, ImportVoorstel
from vtdesk.ui.agenda.import_list import ImportList
from vtdesk.ui.choose_file import choose_file
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.widgets.boxes import boxed, column, row
from vtdesk.ui.widgets.buttons import primary, secondary
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.focus_ring import FocusRing
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

SIZE = QSize(1040, 640)
PATIENCE = 500  # milliseconds before it says that it is busy

ChooseFile = Callable[[QWidget], Path | None]


def ask_for_ics(parent: QWidget) -> Path | None:
    """Ask for a file of another agenda."""
    return choose_file(parent, "Agenda inlezen", "Agenda (*.ics);;Alle bestanden (*)")


class ImportDialog(QDialog):
    """Three faces: busy, a sentence why not, and the list to choose from."""

    taken_in = Signal(str)  # what was done, in words

    def __init__(
        self,
        imports: AgendaImport,
        jobs: Jobs,
        parent: QWidget | None = None,
        *,
        choose: ChooseFile = ask_for_ics,
    ) -> None:
        super().__init__(parent)
        self._imports, self._jobs, self._choose = imports, jobs, choose
        self._list: ImportList | None = None
        self.setWindowTitle("vtdesk")
        self.setAccessibleName("Agenda inlezen")
        self.setObjectName("agenda-inlezen")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._blank = QWidget()
        self._busy_words = text("")
        bar = named(QProgressBar(), "voortgang", "Voortgang")
        bar.setRange(0, 0)
        self._busy = boxed(column(None, self._busy_words, bar, None))
        self._refused = named(
            EmptyState("", icon="let-op", button="Ander bestand kiezen"), "geweigerd"
        )
        self._faces = QStackedWidget()
        for face in (self._blank, self._busy, self._refused):
            self._faces.addWidget(face)
        self._wrong = named(text("", tone="gevaar"), "fout")
        self._wrong.hide()
        self.agree = named(primary("Inlezen"), "inlezen")
        self.refuse = named(secondary("Annuleren"), "annuleren")
        self._timer = QTimer(self)

        self._lay_out()
        self._connect()
        FocusRing(self)
        self._offer(on=False)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(text("Agenda inlezen", "titel"))
        layout.addWidget(self._faces, 1)
        layout.addWidget(self._wrong)
        layout.addLayout(row(None, self.refuse, self.agree))
        parent = self.parentWidget()
        room = parent.window().size() - QSize(48, 48) if parent else SIZE
        self.resize(SIZE.boundedTo(room))

    def _connect(self) -> None:
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self._say_busy)
        self._refused.button.clicked.connect(self.choose_file)
        self.agree.clicked.connect(self._take_in)
        self.refuse.clicked.connect(self.reject)

    @Slot()
    def choose_file(self) -> None:
        """Ask for a file and show what is in it; without a file there is nothing to show."""
        path = self._choose(self if self.isVisible() else self.parentWidget() or self)
        if path is not None:
            self.read(path)
        elif not self.isVisible():
            self.reject()

    def read(self, path: Path) -> None:
        """Read a file in the background and show what it would change."""
        self._work("Het bestand wordt gelezen.")
        self._jobs.run(
            lambda: self._imports.preview_file(path),
            then=self._show,
            owner=self,
            failed=self._say_refused,
        )
        self.open()

    def _work(self, words: str) -> None:
        self._busy_words.setText(words)
        self._offer(on=False)
        self._wrong.hide()
        self._timer.start()

    @Slot()
    def _say_busy(self) -> None:
        self._faces.setCurrentWidget(self._busy)

    def _show(self, voorstel: ImportVoorstel) -> None:
        self._timer.stop()
        if self._list is not None:
            self._faces.removeWidget(self._list)
            self._list.deleteLater()
        self._list = ImportList(voorstel)
        self._list.chosen_changed.connect(self._offer_chosen)
        self._faces.addWidget(self._list)
        self._faces.setCurrentWidget(self._list)
        self._offer_chosen()
        self._list.take_focus()

    def _say_refused(self, error: Exception) -> None:
        self._timer.stop()
        if not isinstance(error, UserError | OutsideError):
            raise error
        self._refused.say(str(error))
        self._faces.setCurrentWidget(self._refused)
        self._refused.button.setFocus()

    @Slot()
    def _offer_chosen(self) -> None:
        self._offer(on=bool(self._list and self._list.chosen()))

    def _offer(self, *, on: bool) -> None:
        self.agree.setEnabled(on)
        self.agree.setDefault(on)

    @Slot()
    def _take_in(self) -> None:
        if self._list is None:
            return
        chosen = self._list.chosen()
        self._work("De afspraken worden bewaard.")
        self._list.setEnabled(False)
        self._jobs.run(
            lambda: self._imports.apply(chosen),
            then=self._say_taken_in,
            owner=self,
            failed=self._say_not_taken_in,
        )

    def _say_taken_in(self, uitkomst: ImportUitkomst) -> None:
        self._timer.stop()
        self.taken_in.emit(uitkomst.in_words())
        self.accept()

    def _say_not_taken_in(self, error: Exception) -> None:
        """Keep what was chosen on screen: it may work the next time."""
        self._timer.stop()
        if not isinstance(error, UserError | OutsideError) or self._list is None:
            raise error
        self._wrong.setText(str(error))
        self._wrong.show()
        self._list.setEnabled(True)
        self._faces.setCurrentWidget(self._list)
        self._offer_chosen()
