"""The dialogs about monitoring, requests and destruction, each made by its name."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.services.monitoringen import Besluit, MonitoringRow
from vtdesk.ui.casussen.termijnen.dialogs import GONE, offer_undo
from vtdesk.ui.casussen.termijnen.monitoring_dialogs import BesluitDialog, HoudDialog, PlanDialog
from vtdesk.ui.casussen.termijnen.recht_dialogs import BesluitDialog as VerzoekBesluitDialog
from vtdesk.ui.casussen.termijnen.recht_dialogs import (
    VernietigBesluitDialog,
    VernietigDialog,
    VerzoekDialog,
)
from vtdesk.ui.casussen.termijnen.termijn_dialogs import DagDialog
from vtdesk.ui.dialogs import row_of
from vtdesk.ui.page import Page
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.values.kinds import Rol
from vtdesk.values.tijd import local


class MeerDialogs(QObject):
    """Makes the dialogs and stores what they give."""

    made = Signal(object)  # UUID of the moment or request that was added

    def __init__(self, page: Page, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        for name, make in (
            ("monitoring-plannen", self._plan),
            ("monitoring-verzetten", self._move),
            ("monitoring-houden", self._hold),
            ("monitoring-besluiten", self._decide),
            ("verzoek-toevoegen", self._ask),
            ("verzoek-besluiten", self._answer),
            ("geplaatst", self._placed),
            ("vernietigen-besluiten", self._decide_destruction),
            ("vernietigen", self._destroy),
        ):
            page.dialogs.register(name, make)

    def _plan(self, casus_id: str) -> FormDialog:
        dialog = PlanDialog(self._today(), self._page)
        made: list[UUID] = []

        def store() -> None:
            if day := dialog.dag():
                about = dialog.toelichting()
                made.append(self._desk.monitoringen.plan(UUID(casus_id), day, toelichting=about))

        dialog.store = store
        dialog.stored.connect(lambda: self.made.emit(made[-1]))
        offer_undo(
            self._page,
            dialog,
            lambda: "Het moment is gepland.",
            lambda: self._desk.monitoringen.remove(made[-1]),
        )
        return dialog

    def _move(self, casus_id: str, monitoring_id: str) -> FormDialog:
        moment = self._moment(casus_id, monitoring_id)
        dialog = DagDialog(
            "Monitoring verzetten", "Nieuwe dag", "Verzetten", self._today(), self._page
        )
        was: list[date] = []

        def store() -> None:
            if day := dialog.dag():
                was.append(self._desk.monitoringen.move(moment.id, day))

        dialog.store = store
        offer_undo(
            self._page,
            dialog,
            lambda: "Het moment staat op een andere dag.",
            lambda: self._desk.monitoringen.move(moment.id, was[-1]),
        )
        return dialog

    def _hold(self, casus_id: str, monitoring_id: str) -> FormDialog:
        moment = self._moment(casus_id, monitoring_id)
        rows = self._desk.monitoringen.waarborgen(UUID(casus_id))
        dialog = HoudDialog(self._today(), moment, rows, self._page)

        def store() -> None:
            if gegevens := dialog.gegevens():
                self._desk.monitoringen.hold(moment.id, gegevens, dialog.toetsen())

        dialog.store = store
        offer_undo(
            self._page,
            dialog,
            lambda: "De monitoring is bewaard. Neem nu een besluit.",
            lambda: self._desk.monitoringen.unhold(moment.id),
        )
        return dialog

    def _decide(self, casus_id: str, monitoring_id: str) -> FormDialog:
        moment = self._moment(casus_id, monitoring_id)
        rows = self._desk.monitoringen.of_casus(UUID(casus_id))
        coming = any(row.gegevens is None for row in rows)
        dialog = BesluitDialog(self._today(), self._page, coming=coming)
        made: list[Besluit] = []

        def store() -> None:
            if chosen := dialog.besluit():
                which, why, day = chosen
                made.append(self._desk.monitoringen.decide(moment.id, which, why, volgende_op=day))

        dialog.store = store
        offer_undo(
            self._page,
            dialog,
            lambda: "Het besluit is bewaard.",
            lambda: self._desk.monitoringen.undecide(made[-1]),
        )
        return dialog

    def _ask(self, casus_id: str) -> FormDialog:
        people = [
            (person.naam, person.id)
            for person in self._desk.personen.in_casus(UUID(casus_id))
            if person.rol is not Rol.MELDER
        ]
        if not people:
            raise UserError("Voeg eerst toe wie dit vraagt.")
        dialog = VerzoekDialog(self._today(), people, self._desk.rechten.toegang, self._page)
        made: list[UUID] = []

        def store() -> None:
            if gegevens := dialog.gegevens():
                made.append(self._desk.rechten.ask(UUID(casus_id), gegevens))

        dialog.store = store
        dialog.stored.connect(lambda: self.made.emit(made[-1]))
        offer_undo(
            self._page,
            dialog,
            lambda: "Het verzoek is bewaard.",
            lambda: self._desk.rechten.remove(made[-1]),
        )
        return dialog

    def _answer(self, casus_id: str, verzoek_id: str) -> FormDialog:
        shown = row_of(self._desk.rechten.verzoeken(UUID(casus_id)), verzoek_id, GONE)
        dialog = VerzoekBesluitDialog(shown, shown.recht.gronden, self._page)

        def store() -> None:
            stand, ground = dialog.besluit()
            own = dialog.verklaring()
            self._desk.rechten.decide(shown.id, stand, ground, eigen_verklaring=own)

        dialog.store = store
        offer_undo(
            self._page,
            dialog,
            lambda: "Het besluit is bewaard.",
            lambda: self._desk.rechten.reopen(shown.id),
        )
        return dialog

    def _placed(self, casus_id: str, _rij: str) -> FormDialog:
        dialog = DagDialog(
            "Dossier is geplaatst", "Geplaatst op", "Bewaren", self._today(), self._page
        )

        def store() -> None:
            if day := dialog.dag():
                self._desk.rechten.set_geplaatst(UUID(casus_id), day)

        dialog.store = store
        offer_undo(
            self._page,
            dialog,
            lambda: "De dag van plaatsing is bewaard.",
            lambda: self._desk.rechten.set_geplaatst(UUID(casus_id), None),
        )
        return dialog

    def _decide_destruction(self, casus_id: str, _rij: str) -> FormDialog:
        grounds = self._desk.vernietigingen.gronden(UUID(casus_id))
        if not grounds:
            raise UserError("Deze casus mag vandaag niet worden vernietigd.")
        worker = self._desk.instellingen.gebruiker()
        by = ", ".join(filter(None, (worker.naam, worker.functie)))
        dialog = VernietigBesluitDialog(grounds, by, self._page)

        def store() -> None:
            if chosen := dialog.besluit():
                self._desk.vernietigingen.decide(UUID(casus_id), *chosen)

        dialog.store = store
        offer_undo(
            self._page,
            dialog,
            lambda: "Het besluit staat in het logboek. Er is nog niets weg.",
            lambda: self._desk.vernietigingen.take_back(UUID(casus_id)),
        )
        return dialog

    def _destroy(self, casus_id: str, _rij: str) -> FormDialog:
        casus = self._desk.casussen.get(UUID(casus_id))
        rows = self._desk.vernietigingen.omvang(casus.id)
        dialog = VernietigDialog(casus.nummer, rows, self._page)

        def store() -> None:
            if dialog.is_meant():
                proof = self._desk.vernietigingen.destroy(casus.id)
                words = f"Casus {proof.nummer} is vernietigd. Het bewijs is bewaard."
                dialog.stored.connect(lambda: self._page.say(words))

        dialog.store = store
        return dialog

    def _moment(self, casus_id: str, monitoring_id: str) -> MonitoringRow:
        moment = self._desk.monitoringen.get(UUID(monitoring_id))
        if str(moment.casus_id) != casus_id:
            raise UserError(GONE)
        return moment

    def _today(self) -> date:
        return local(self._desk.clock()).date()
