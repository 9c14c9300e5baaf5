"""What stayed out of an extract that left, to look at once more."""

from PySide6.QtWidgets import QWidget

from vtdesk.services.inzagerecht import EerdereInzage
from vtdesk.ui.uitgaand.inzage_indeling import FOR_YOU, kept_row
from vtdesk.ui.widgets.boxes import rule
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

NOTHING = "Uit dit exemplaar bleef niets weg."


class BleefwegDialog(FormDialog):
    """There is nothing to change: it left as it was."""

    def __init__(self, copy: EerdereInzage, parent: QWidget) -> None:
        super().__init__(f"Wat wegbleef uit exemplaar {copy.exemplaar}", "Sluiten", parent)
        self.refuse.hide()
        self.form.addWidget(text(FOR_YOU, tone="stil"))
        for number, one in enumerate(copy.bleef_weg, 1):
            self.form.addWidget(rule())
            self.form.addWidget(named(kept_row(one.wat, one.want, one.reden), f"bleef-{number}"))
        if not copy.bleef_weg:
            self.form.addWidget(text(NOTHING))
