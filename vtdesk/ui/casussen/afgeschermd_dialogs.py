"""Shield a value, and look at what is shielded, for a reason."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.services.personen import AfgeschermdRow
from vtdesk.ui.labels import AFGESCHERMD_SOORT
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import link
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import AfgeschermdSoort


class AfgeschermdDialog(FormDialog):
    """Shield a value: an address, a school, or any word that gives it away."""

    def __init__(self, naam: str, parent: QWidget | None = None) -> None:
        super().__init__("Gegeven afschermen", "Gegeven afschermen", parent)
        options = [(AFGESCHERMD_SOORT[s].word, s) for s in AfgeschermdSoort]
        self.sort = named(Choices(options), "soort")
        self.value = named(QLineEdit(), "waarde")
        self.about = named(QLineEdit(), "toelichting")
        self.form.addWidget(text(f"Dit gegeven van {naam} mag niemand anders bereiken."))
        self.form.add("Soort", self.sort)
        self.form.add("Wat", self.value)
        self.form.add("Toelichting", self.about)


class RedenDialog(FormDialog):
    """Ask why she must see what is shielded; the reason is the price of the look."""

    def __init__(self, naam: str, parent: QWidget | None = None) -> None:
        super().__init__("Afgeschermd", "Bekijken", parent)
        self.reason = named(QLineEdit(), "reden")
        self.form.addWidget(
            text(f"Dit is afgeschermd om {naam}. Elke keer kijken komt in het logboek.")
        )
        self._field = self.form.add("Waarom moet je dit nu zien?", self.reason)


class InzageDialog(FormDialog):
    """Show shielded values for as long as the dialog is open."""

    def __init__(
        self,
        rows: list[AfgeschermdRow],
        remove: Callable[[AfgeschermdRow], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Afgeschermd", "Sluiten", parent)
        self.refuse.hide()
        for shown in rows:
            about = f" ({shown.toelichting})" if shown.toelichting else ""
            away = named(link("Niet meer afschermen"), "niet-afschermen")
            away.clicked.connect(lambda _=False, it=shown: self._remove(remove, it))
            words = text(f"{shown.waarde}{about}")
            self.form.addWidget(text(AFGESCHERMD_SOORT[shown.soort].word, "vet"))
            self.form.addLayout(row(words, away))

    def _remove(self, remove: Callable[[AfgeschermdRow], None], shown: AfgeschermdRow) -> None:
        self.store = lambda: remove(shown)
        self.try_to_store()
