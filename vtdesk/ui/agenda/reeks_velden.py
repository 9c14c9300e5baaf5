"""The fields of a form about a series: how often it comes back, and how far a change reaches."""

from datetime import datetime

from PySide6.QtCore import QObject

from vtdesk.errors import UserError
from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.reeksen import Bereik, Reeksen
from vtdesk.ui.agenda.bereik_keuze import BereikKeuze
from vtdesk.ui.agenda.herhalen import Herhalen
from vtdesk.ui.widgets.form import Form
from vtdesk.ui.widgets.named import named
from vtdesk.values.herhaling import Herhaling, Ritme
from vtdesk.values.kinds import AfspraakStaat

NOT_ALONE = "Kies 'Deze en volgende' of 'Alle': van een enkele keer verandert de herhaling niet."
ONCE = Herhaling(Ritme.DAG, keer=1)


class ReeksVelden(QObject):
    """The reach is asked only about what belongs to a series and is still planned."""

    def __init__(
        self, reeksen: Reeksen, row: AfspraakRow | None, begin: datetime, parent: QObject
    ) -> None:
        super().__init__(parent)
        planned = row is None or row.staat is AfspraakStaat.GEPLAND
        series = reeksen.of(row.id) if row and planned else None
        self.herhalen = named(Herhalen(reeksen.preview, begin), "herhalen")
        self._planned = planned
        self._keuze: BereikKeuze | None = None
        if series:
            self.herhalen.show_rule(series.regel)
            self._keuze = named(BereikKeuze(series.woorden), "bereik")

    def add_rule(self, form: Form) -> None:
        """Ask how often; what was held or cancelled comes back no more."""
        self._rule_field = form.add("Herhalen", self.herhalen)
        self._rule_field.setVisible(self._planned)

    def add_reach(self, form: Form) -> None:
        """Ask how far it reaches."""
        if self._keuze:
            self._reach_field = form.add("Wat wijzig je?", self._keuze)

    def bereik(self) -> Bereik:
        """Give how far the change reaches."""
        return self._keuze.value() if self._keuze else Bereik.DEZE

    def new_rule(self) -> Herhaling | None:
        """Give the rule that was chosen here; nothing when the rule stays what it is."""
        if not self.herhalen.is_touched():
            return None
        return self.herhalen.rule() or (ONCE if self._keuze else None)

    def is_sound(self) -> bool:
        """Say beside the field what is wrong."""
        try:
            self.herhalen.rule()
        except UserError as error:
            self._rule_field.set_error(str(error))
            return False
        if self._keuze and self.herhalen.is_touched() and self.bereik() is Bereik.DEZE:
            self._reach_field.set_error(NOT_ALONE)
            return False
        return True
