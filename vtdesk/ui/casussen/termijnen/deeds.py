"""What one does in the tab: every deed by its name, its dialog, and how to undo it."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from vtdesk.services.desk import Desk
from vtdesk.services.monitoringen import Besluit, MonitoringRow, MonitoringVoorstel
from vtdesk.services.rechten import VerzoekRow
from vtdesk.services.termijnen import TermijnGegevens, TermijnRow, Voorstel
from vtdesk.ui.casussen.termijnen.dialogs import INFORMEREN, TermijnDialogs
from vtdesk.ui.casussen.termijnen.meer_dialogs import MeerDialogs
from vtdesk.ui.casussen.termijnen.rijen import BewaarRij, Rij
from vtdesk.ui.page import Page
from vtdesk.values.tijd import start_of

_AT_ONCE = (
    "klok-starten",
    "monitoring-beginnen",
    "monitoring-weg",
    "monitoring-niet-gehouden",
    "monitoring-besluit-weg",
    "termijn-terug",
    "termijn-niet-gehaald",
    "verlenging-weg",
    "stilstand-weg",
    "uitstel-weg",
    "verzoek-weg",
    "verzoek-heropenen",
    "inzage-maken",
    "vernietigen-terug",
    "geplaatst-weg",
)


class TermijnDeeds(QObject):
    """Does what the inspector and the keys ask; `casus` tells which casus it is."""

    made = Signal(object)  # UUID of what was added, or put in the place of its row

    def __init__(self, page: Page, desk: Desk, casus: Callable[[], UUID]) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._casus = casus
        self._dialogs = (TermijnDialogs(page, desk), MeerDialogs(page, desk))
        for dialogs in self._dialogs:
            dialogs.made.connect(self.made)

    def add(self, name: str) -> None:
        """Open the dialog that adds something to the casus on screen."""
        self._page.open_dialog(name, str(self._casus()))

    @Slot(str, object)
    def do(self, name: str, rij: Rij) -> None:
        """Do the deed of this name with a row."""
        if name not in _AT_ONCE:
            self._page.open_dialog(name, str(self._casus()), str(rij.id))
            return
        match rij:
            case TermijnRow():
                self._do_termijn(name, rij)
            case Voorstel():
                self._start_clock(rij)
            case MonitoringVoorstel():
                self._begin_series(rij)
            case MonitoringRow():
                self._do_monitoring(name, rij)
            case VerzoekRow():
                self._do_verzoek(name, rij)
            case BewaarRij():
                self._do_bewaren(name, rij)

    def _do_termijn(self, name: str, rij: TermijnRow) -> None:
        terms = self._desk.termijnen
        match name:
            case "termijn-terug":
                self._page.do_with_undo(
                    "De termijn loopt weer.",
                    lambda: terms.restore(rij.id),
                    lambda: terms.lapse(rij.id, rij.vervallen_want),
                )
            case "termijn-niet-gehaald":
                self._page.do_with_undo(
                    "De termijn staat weer open.",
                    lambda: terms.unmeet(rij.id),
                    lambda: terms.meet(rij.id, rij.gehaald_op),
                )
            case "uitstel-weg":
                self._page.do_with_undo(
                    "De nieuwe datum is weg.",
                    lambda: terms.forget_delay(rij.id),
                    lambda: terms.forget_delay(rij.id, rij.uitstel),
                )
            case "verlenging-weg":
                self._page.do_with_undo(
                    "De verlenging is weg.",
                    lambda: terms.take_back_extension(rij.verlengingen[-1].id),
                    lambda: terms.put_back_extension(rij.id, rij.verlengingen[-1]),
                )
            case "stilstand-weg":
                self._page.do_with_undo(
                    "De stilstand is weg. De termijn liep door.",
                    lambda: terms.take_back_suspension(rij.opschortingen[-1].id),
                    lambda: terms.put_back_suspension(rij.id, rij.opschortingen[-1]),
                )

    def _start_clock(self, rij: Voorstel) -> None:
        about = TermijnGegevens(
            INFORMEREN, start_of(rij.sinds), f"Uitspraak van {rij.bron}.", rij.persoon_id
        )
        made: list[UUID] = []
        self._page.do_with_undo(
            f"De informeerklok van {rij.wie} loopt.",
            lambda: made.append(self._desk.termijnen.start(self._casus(), about)),
            lambda: self._desk.termijnen.remove(made[-1]),
        )
        self._tell(made)

    def _begin_series(self, rij: MonitoringVoorstel) -> None:
        moments, casus_id = self._desk.monitoringen, self._casus()
        made: list[UUID] = []
        self._page.do_with_undo(
            "De monitoring na 3 maanden en na 1 jaar is gepland.",
            lambda: made.extend(moments.begin(casus_id, rij.aanvaard_op)),
            lambda: moments.unbegin(casus_id, made),
        )
        self._tell(made)

    def _tell(self, made: list[UUID]) -> None:
        if made:
            self.made.emit(made[0])

    def _do_monitoring(self, name: str, rij: MonitoringRow) -> None:
        moments = self._desk.monitoringen
        match name:
            case "monitoring-weg":
                self._page.do_with_undo(
                    "Het moment is weg.",
                    lambda: moments.remove(rij.id),
                    lambda: moments.put_back(rij),
                )
            case "monitoring-niet-gehouden":
                self._page.do(lambda: moments.unhold(rij.id))
            case "monitoring-besluit-weg" if rij.besluit:
                which, why = rij.besluit, rij.toelichting
                self._page.do_with_undo(
                    "Het besluit is weg.",
                    lambda: moments.undecide(Besluit(rij.id)),
                    lambda: moments.decide(rij.id, which, why),
                )

    def _do_verzoek(self, name: str, rij: VerzoekRow) -> None:
        rights, casus_id = self._desk.rechten, self._casus()
        if name == "verzoek-weg":
            self._page.do_with_undo(
                "Het verzoek is weg.",
                lambda: rights.remove(rij.id),
                lambda: rights.ask(casus_id, rij.gegevens),
            )
        elif name == "inzage-maken":
            asks, about = rij.gegevens.persoon_id, rij.gegevens.voor_id
            self._page.inzage_requested.emit(casus_id, about or asks, asks)
        else:
            self._page.do_with_undo(
                "Het verzoek staat weer open.",
                lambda: rights.reopen(rij.id),
                lambda: rights.decide(
                    rij.id, rij.stand, rij.grond, eigen_verklaring=rij.eigen_verklaring
                ),
            )

    def _do_bewaren(self, name: str, rij: BewaarRij) -> None:
        casus_id, placed, decided = self._casus(), rij.geplaatst_op, rij.besluit
        if name == "geplaatst-weg":
            self._page.do_with_undo(
                "De dag van plaatsing is weg.",
                lambda: self._desk.rechten.set_geplaatst(casus_id, None),
                lambda: self._desk.rechten.set_geplaatst(casus_id, placed),
            )
        elif decided:
            self._page.do_with_undo(
                "Het besluit tot vernietiging is teruggenomen.",
                lambda: self._desk.vernietigingen.take_back(casus_id),
                lambda: self._desk.vernietigingen.decide(casus_id, decided.grond, decided.door),
            )
