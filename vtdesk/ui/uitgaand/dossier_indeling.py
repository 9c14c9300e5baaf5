"""Where the parts of the dossier stand, at each width of the window."""

from enum import StrEnum

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.ui.uitgaand.dossierlijst import Dossierlijst
from vtdesk.ui.uitgaand.indeling import Indeling
from vtdesk.ui.widgets.boxes import column
from vtdesk.ui.widgets.keuzerij import Keuze, Keuzelijst
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

LOCKED, PLAIN = "dicht", "open"
LOCKS = (
    Keuze(LOCKED, "Versleuteld", "Je krijgt een wachtwoord van woorden om voor te lezen."),
    Keuze(PLAIN, "Gewone PDF", "Iedereen die het bestand heeft, kan het lezen."),
)


class Stap(StrEnum):
    """The steps, in the words on screen."""

    VERZAMELEN = "Verzamelen"
    VOOR_WIE = "Voor wie"
    NAKIJKEN = "Nakijken"
    MAKEN = "Maken"


class DossierIndeling(Indeling):
    """As Uitgaand, with the documents in the middle and the lock above the buttons."""

    title = "Dossier"
    has_high_foot = True
    steps_in_words = tuple(Stap)
    tabs_in_words = ("Voor wie", "In dit dossier", "Op papier", "Maken")

    @override
    def make_middle(self) -> QWidget:
        self.rows = Dossierlijst()
        return self.rows

    @override
    def make_foot(self) -> QWidget:
        self.locks = Keuzelijst("slot", "Versleuteld of niet")
        self.locks.show_choices(LOCKS, LOCKED)
        self.foot.name_it("Dossier maken", has_html=False)
        whole = QWidget()
        whole.setLayout(column(text("Hoe maak je het?", "vet"), self.locks, self.foot, None, air=4))
        return named(whole, "dossier-maken", "Maken")

    def is_locked(self) -> bool:
        """Tell whether the file gets a password."""
        return bool(self.locks.value() != PLAIN)

    def set_locked(self, *, locked: bool) -> None:
        """Choose whether the file gets a password."""
        self.locks.show_choices(LOCKS, LOCKED if locked else PLAIN)
