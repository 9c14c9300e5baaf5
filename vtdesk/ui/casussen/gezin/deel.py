"""Gezin: the family as a picture of one day, with layers that are switched on and off."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QStackedWidget, QWidget
from typing_extensions import override

from vtdesk.services.genogram.service import met_lagen
from vtdesk.services.personen import PersoonRow
from vtdesk.ui import actions
from vtdesk.ui.casussen.deel import Deel, Part
from vtdesk.ui.casussen.gezin.deeds import GezinDeeds
from vtdesk.ui.casussen.gezin.inspector import Gekozen, GezinInspector
from vtdesk.ui.casussen.gezin.legenda import Legenda
from vtdesk.ui.casussen.gezin.meer import MeerKnop
from vtdesk.ui.casussen.gezin.persoon_knop import KEYS
from vtdesk.ui.casussen.gezin.schuif import Schuif
from vtdesk.ui.casussen.gezin.veld import ZOOM, Tekenveld
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import boxed, column, let_tab_walk, row
from vtdesk.ui.widgets.buttons import choice, small
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.pane import focus_kept, takes_keys
from vtdesk.ui.widgets.text import text
from vtdesk.values.genogram.als_tekst import als_tekst
from vtdesk.values.genogram.gezin import Gezin as Familie
from vtdesk.values.genogram.teken import teken
from vtdesk.values.genogram.tekening import Laag
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import volle_dag

EMPTY = "Teken het gezin: begin met het kind."
LAGEN = (
    (Laag.GEWELD, "Geweld"),
    (Laag.STEUN, "Steun"),
    (Laag.GEZAG, "Gezag"),
    (Laag.WOONT_BIJ, "Woont bij"),
    (Laag.HULP, "Hulp"),
)
_USUAL = tuple(laag.value for laag, _ in LAGEN if laag is not Laag.HULP)
_ZOOMS = {"gezin-groter": ZOOM, "gezin-kleiner": 1 / ZOOM, "gezin-passend": 0.0}
_WIDE, _TIGHT = (16, 12, 16, 16), (16, 4, 16, 2)  # around the drawing
_LOW = 420  # px of height below which the legend gives its room to the drawing


class Gezin(Deel):
    """The genogram of a casus."""

    title = "Gezin"
    watches = frozenset(
        {Kind.PERSOON, Kind.CASUS, Kind.ORGANISATIE, Kind.GEBEURTENIS, Kind.BESLUIT}
    )

    def __init__(self, part: Part) -> None:
        super().__init__(part)
        self._deeds = GezinDeeds(part, lambda: self.casus)
        self._familie = Familie(figuren=())
        self.veld = Tekenveld()
        self.schuif = named(Schuif(), "situatie-op", "Situatie op")
        self._day = named(text("", "vet", tone="accent", wrap=False), "situatie-dag")
        self._zinnen = named(QPlainTextEdit(), "als-tekst-zinnen", "Het gezin als tekst")
        self._legenda = Legenda()
        self._toggles: dict[Laag, QPushButton] = {}
        self._as_text = named(choice("Als tekst"), "als-tekst")
        self._add_button = named(small("Persoon", icon="erbij"), "gezin-persoon")
        self._meer = MeerKnop(self._deeds)
        self._empty = EmptyState(EMPTY, icon="gezin", button="Persoon toevoegen")
        self._shown = QStackedWidget()
        self.inspector = self._beside = GezinInspector()
        self._lay_out()
        self._connect()

    @override
    def refresh(self) -> None:
        self.schuif.show_moments(self.desk.genogrammen.momenten(self.casus.id))
        self._draw()

    @override
    def panes(self) -> list[QWidget]:
        return [self._zinnen if self._as_text.isChecked() else self.veld, self.schuif]

    @override
    def own_keys(self) -> Sequence[str]:
        return (*KEYS, *_ZOOMS)

    @override
    def place(self) -> dict[str, Any]:
        current, day = self.veld.current(), self.schuif.day()
        return {
            "persoon": str(current) if current else "",
            "dag": day.isoformat() if day else "",
            "lagen": [laag.value for laag in self._lagen()],
            "tekst": self._as_text.isChecked(),
        }

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        self.read_again()
        for laag, button in self._toggles.items():
            button.setChecked(laag.value in place.get("lagen", _USUAL))
        self._as_text.setChecked(bool(place.get("tekst")))
        if place.get("dag"):
            self.schuif.go_to(date.fromisoformat(place["dag"]))
        if place.get("persoon"):
            self.veld.choose(UUID(place["persoon"]))
            self._show_beside()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = actions.pressed(event, ("gezin-relatie", *_ZOOMS))
        if key in _ZOOMS:
            self.veld.zoom(_ZOOMS[key])
        elif key:
            self._deeds.open("relatie", self.veld.current())
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spare_room()

    def _spare_room(self) -> None:
        """Give the room of what can be missed to the drawing where it is low."""
        high = self.height() >= style.scaled(_LOW)
        in_sight = self._is_drawn() and not self._as_text.isChecked()
        self._legenda.setVisible(in_sight and high)
        self._day_head.setVisible(high)
        if (around := self._card.layout()) is not None:
            around.setContentsMargins(*(_WIDE if high else _TIGHT))

    def _lay_out(self) -> None:
        for laag, words in LAGEN:
            button = named(choice(words), f"laag-{laag.value}")
            button.setChecked(laag.value in _USUAL)
            self._toggles[laag] = button
        self._zinnen.setReadOnly(True)
        self._zinnen.setTabChangesFocus(True)
        self._shown.addWidget(self.veld)
        self._shown.addWidget(self._zinnen)
        head = row(Flow(*self._toggles.values()), Flow(self._as_text, self._add_button, self._meer))
        head.setAlignment(Qt.AlignmentFlag.AlignTop)
        head.setStretch(0, 1)  # what is done keeps to one line as long as there is room
        self._day_head = boxed(row(text("Situatie op", "vet", wrap=False), self._day, None))
        self._day_row = QWidget()
        self._day_row.setLayout(column(self._day_head, self.schuif, air=4))
        self._card = Card()
        self._card.body.addLayout(head)
        self._card.body.addWidget(self._shown, 1)
        self._card.body.addWidget(self._empty, 1)
        self._card.body.addWidget(self._day_row)
        self._card.body.addWidget(self._legenda)
        self.setLayout(column(self._card))

    def _connect(self) -> None:
        for button in self._toggles.values():
            button.toggled.connect(self._draw)
        self._as_text.toggled.connect(self._turn)
        self._add_button.clicked.connect(self.add)
        self._empty.button.clicked.connect(self.add)
        self.schuif.valueChanged.connect(self._draw)
        self.veld.chosen.connect(self._show_beside)
        self.veld.opened.connect(lambda i: self._deeds.open("persoon-wijzigen", i))
        self.veld.tie_asked.connect(lambda i: self._deeds.open("relatie", i))
        self.veld.moved.connect(self._move)
        self._beside.deed_requested.connect(
            lambda name, about: self._deeds.open(name, self.veld.current(), about)
        )
        self._beside.person_requested.connect(self._go_to)

    def _lagen(self) -> frozenset[Laag]:
        return frozenset(laag for laag, button in self._toggles.items() if button.isChecked())

    def _is_drawn(self) -> bool:
        return bool(self._familie.figuren)

    @Slot()
    def _draw(self) -> None:
        """Draw the family of the chosen day with the chosen layers."""
        day, lagen = self.schuif.day() or self.clock().date(), self._lagen()
        self._familie = self.desk.genogrammen.gezin(self.casus.id, day)
        shown = met_lagen(self._familie, lagen | {Laag.GEWELD, Laag.STEUN, Laag.WOONT_BIJ})
        tekening = teken(shown)
        self._day.setText(volle_dag(day).split(" ", 1)[1])
        self.veld.show_drawing(tekening, lagen)
        let_tab_walk(takes_keys(self.veld), before=self.schuif)
        self._legenda.show_for(tekening, lagen)
        self._zinnen.setPlainText("\n".join(als_tekst(met_lagen(self._familie, lagen))))
        self._meer.show_for(
            self.desk.huishoudens.of_casus(self.casus.id), day, lagen,
            is_dragged=bool(self._familie.verschoven),
        )  # fmt: skip
        self._empty.setVisible(not self._is_drawn())
        head = (*self._toggles.values(), self._as_text, self._add_button, self._meer)
        for widget in (*head, self._shown, self._day_row):
            widget.setVisible(self._is_drawn())
        self._spare_room()
        self._show_beside()

    @Slot(bool)
    def _turn(self, as_text: bool) -> None:  # noqa: FBT001 - Qt's own form
        self._shown.setCurrentWidget(self._zinnen if as_text else self.veld)
        self._spare_room()

    @Slot(object)
    def _go_to(self, persoon_id: UUID) -> None:
        self.veld.choose(persoon_id)
        self.veld.focus_current()
        self._show_beside()

    @Slot(object, float)
    def _move(self, persoon_id: UUID, aside: float) -> None:
        before = self._familie.verschoven.get(persoon_id, 0.0)
        self._deeds.move(persoon_id, before, before + aside)

    @Slot()
    def _show_beside(self) -> None:
        current = self.veld.current()
        people = self.desk.personen.in_casus(self.casus.id)
        found = next((one for one in people if one.id == current), None)
        drawn = self.veld.knop() or self._empty.button
        with focus_kept(self._beside, otherwise=drawn, about=current):
            self._beside.show_person(self._gekozen(found) if found else None, self.clock().date())

    def _gekozen(self, persoon: PersoonRow) -> Gekozen:
        """Gather all that is known of one person."""
        figuur = next(one for one in self._familie.figuren if one.id == persoon.id)
        ties = self.desk.relaties.of_casus(self.casus.id)
        said = self.desk.uitspraken.rows(self.casus.id)[::-1]
        return Gekozen(
            persoon=persoon,
            zin=", ".join(figuur.regels),
            rollen=self.desk.personen.rollen(self.casus.id, persoon.id),
            relaties=[one for one in ties if persoon.id in one.gegevens.paar],
            huishoudens=self.desk.huishoudens.of_casus(self.casus.id),
            uitspraken=[
                one
                for one in said
                if persoon.id == one.regel.bron.persoon_id or persoon.id in one.regel.over
            ],
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
