"""The first tab of a casus: children, safety now, what comes and what happened."""

from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.kindspoor import KindRow
from vtdesk.services.termijnen import TermijnRow
from vtdesk.ui.casussen.belofte_deeds import BelofteDeeds
from vtdesk.ui.casussen.beloftes import Beloftes
from vtdesk.ui.casussen.deel import Deel, Part
from vtdesk.ui.casussen.kind_card import KindCard
from vtdesk.ui.casussen.overzicht_lijst import MarksWithFocus
from vtdesk.ui.casussen.termijnen.kaart import KomendeTermijnen
from vtdesk.ui.casussen.veiligheid_nu import VeiligheidNu
from vtdesk.ui.format import moment
from vtdesk.ui.labels import AFSPRAAK_SOORT, AFSPRAAK_STAAT, VERSLAG_STAND
from vtdesk.ui.widgets.boxes import column, emptied, let_tab_walk, row, scrolled
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.pane import focus_kept, takes_keys
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.values.kinds import AfspraakStaat, Kind
from vtdesk.values.tijd import dichtbij

SHOWN = 6  # rows of what comes and what happened; more is history


class Overzicht(Deel):
    """Shows the casus at one glance, the children first."""

    title = "Overzicht"
    watches = frozenset(
        {
            Kind.CASUS,
            Kind.PERSOON,
            Kind.AFSPRAAK,
            Kind.GESPREK,
            Kind.VERSLAG,
            Kind.UITSPRAAK,
            Kind.VEILIGHEID,
            Kind.CRISIS,
            Kind.TERMIJN,
            Kind.BELOFTE,
        }
    )

    def __init__(self, part: Part) -> None:
        super().__init__(part)
        self._children = QGridLayout()
        self._children_card = Card("Kinderen")
        self._safety = VeiligheidNu()
        self._coming = Card("Komende afspraken")
        self._terms = KomendeTermijnen(part.tools.clock)
        self._promises = Beloftes(part.tools.clock)
        self._promise_deeds = BelofteDeeds(part.page, part.desk)
        self._past = Card("Laatste gebeurtenissen")
        self._coming_list = named(RowList(self._coming_line), "komend", "Komende afspraken")
        self._past_list = named(RowList(self._past_line), "gebeurd", "Laatste gebeurtenissen")
        self._lay_out()

        lists = (self._coming_list, self._terms.list, self._promises.list, self._past_list)
        for shown in lists:
            MarksWithFocus(shown)
        self._coming_list.opened.connect(lambda a: self.page.afspraak_requested.emit(a.id))
        self._past_list.opened.connect(self._open_past)
        self._terms.opened.connect(self._open_term)
        self._promises.deed_requested.connect(self._promise_deeds.do)

    @override
    def refresh(self) -> None:
        self._show_children(self.desk.kindspoor.of_casus(self.casus.id))
        self._safety.show_safety(
            self.desk.casussen.laatste_duiding(self.casus.id),
            self.desk.veiligheid.waarborgen(self.casus.id),
            self.desk.crisis.huidig(self.casus.id),
        )
        self._terms.show_terms(self.desk.termijnen.of_casus(self.casus.id))
        self._promises.show_beloftes(self.desk.beloften.of_casus(self.casus.id))
        self._show_appointments(self.desk.agenda.of_casus(self.casus.id))

    def _show_children(self, children: list[KindRow]) -> None:
        with focus_kept(self._children_card, otherwise=self._coming_list, about=self.casus.id):
            self._fill_children(children)

    def _fill_children(self, children: list[KindRow]) -> None:
        emptied(self._children)
        now, cards = self.clock(), list[KindCard]()
        for number, child in enumerate(children):
            card = KindCard(child, now)
            card.plan_requested.connect(self._plan)
            card.opened.connect(self._open_child)
            self._children.addWidget(card, number // 2, number % 2)
            card.show()  # else it would not take the keyboard yet
            cards.append(card)
        self._children_card.setVisible(bool(children))
        walked = [one for card in cards for one in takes_keys(card)]
        let_tab_walk(walked, before=self._coming_list)

    def _show_appointments(self, rows: list[AfspraakRow]) -> None:
        now = self.clock()
        coming = [a for a in rows if a.staat is AfspraakStaat.GEPLAND and a.einde > now]
        past = [a for a in rows if a not in coming]
        self._coming_list.set_rows(coming[::-1][:SHOWN])
        self._past_list.set_rows(past[:SHOWN])
        self._coming.setVisible(bool(coming))
        self._past.setVisible(bool(past))
        for shown in (self._coming_list, self._past_list):
            shown.setFixedHeight(shown.sizeHintForRow(0) * min(SHOWN, len(shown.lines())) + 4)

    def _lay_out(self) -> None:
        self._children_card.body.addLayout(self._children)
        self._coming.body.addWidget(self._coming_list)
        self._coming.body.addStretch(1)
        self._past.body.addWidget(self._past_list)

        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self._children_card)
        pair = row(self._safety, self._coming, air=12)
        pair.setStretch(0, 1)
        pair.setStretch(1, 1)
        body.addLayout(pair)
        body.addWidget(self._terms)
        body.addWidget(self._promises)
        body.addWidget(self._past)
        body.addStretch(1)
        self.setLayout(column(scrolled(inside)))

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        if wanted := place.get("belofte"):
            self.read_again()
            if self._promises.list.choose(lambda row: str(row.id) == wanted):
                self._promises.list.setFocus()

    @override
    def panes(self) -> list[QWidget]:
        return [self._children_card, self]  # the child comes first

    @Slot(object)
    def _open_child(self, persoon_id: UUID) -> None:
        self.page.persoon_requested.emit(self.casus.id, persoon_id)

    @Slot()
    def _plan(self) -> None:
        self.page.plan_requested.emit(self.casus.id)

    @Slot(object)
    def _open_term(self, row: TermijnRow) -> None:
        self.deel_requested.emit("deel-termijnen", {"rij": str(row.id)})

    def _coming_line(self, afspraak: AfspraakRow) -> Line:
        return Line(
            afspraak.titel,
            icon=AFSPRAAK_SOORT[afspraak.soort].icon,
            side=moment(afspraak.begin, self.clock()),
            strong=False,
        )

    def _past_line(self, afspraak: AfspraakRow) -> Line:
        chip, tone = _state(afspraak)
        return Line(
            afspraak.titel,
            icon=AFSPRAAK_SOORT[afspraak.soort].icon,
            side=_when(afspraak.begin, self.clock()),
            chip=chip,
            chip_tone=tone,
            strong=False,
        )

    def _open_past(self, afspraak: AfspraakRow) -> None:
        if afspraak.verslag_id:
            self.page.verslag_requested.emit(afspraak.verslag_id)
        elif afspraak.owes_verslag:
            self.page.write_requested.emit(afspraak.id)
        else:
            self.page.afspraak_requested.emit(afspraak.id)


def _state(afspraak: AfspraakRow) -> tuple[str, str]:
    """Say what became of a talk: its verslag, or that it did not take place."""
    if afspraak.verslag_stand:
        label = VERSLAG_STAND[afspraak.verslag_stand]
        return label.word, label.tone
    if afspraak.owes_verslag:
        return "Nog te schrijven", "let-op"
    if afspraak.staat is AfspraakStaat.GEPLAND:
        return "Nog bevestigen", "let-op"
    label = AFSPRAAK_STAAT[afspraak.staat]
    return label.word, label.tone


def _when(begin: datetime, now: datetime) -> str:
    return dichtbij(begin.date(), now.date())
