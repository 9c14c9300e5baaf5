"""Reservekopie: where copies go, the last five, a trial, and putting one back."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.security.kopiestand import Fout, Plaatsstand, Plek, Stand
from vtdesk.services.desk import Desk
from vtdesk.services.logboek import Voorval
from vtdesk.services.reservekopie.rows import KopieRow, Proef, Uitkomst
from vtdesk.services.reservekopie.service import Reservekopieen
from vtdesk.ui.choose_file import choose_folder
from vtdesk.ui.instellingen.kopieregels import copy_line, day_of, place_words
from vtdesk.ui.instellingen.part import SettingsPart
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Tools
from vtdesk.ui.reserve_woorden import SEEN, Stickzorg, stickzorg
from vtdesk.ui.slot.busy import Busy
from vtdesk.ui.slot.door import Door
from vtdesk.ui.slot.steps_dialog import StepsDialog, WachtzinStep
from vtdesk.ui.slot.terug import KopieStep
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import row, rule
from vtdesk.ui.widgets.buttons import primary, secondary
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.ui.widgets.text import text
from vtdesk.values.kopieplan import OEFENEN_NA

SHOWN = 5
HEIGHT = 280
EMPTY = "Er is nog geen reservekopie. vtdesk maakt er elk kwartier een als er iets is veranderd."
NO_STICK = (
    "Kies ook een stick of een andere schijf. Raakt de laptop kwijt of stuk, dan is dat de enige "
    "kopie."
)
HOLDS = " Daarin staat nog een casus die is vernietigd; die gaat mee weg en komt niet terug."
NEVER_TRIED = "Terugzetten is nog nooit geoefend. Doe dat nu: dan weet je dat het werkt."
LEFT_BEHIND = (
    "Op die stick staan nog kopieën die weg moeten, en vtdesk haalt ze er niet meer af. Wis die "
    "stick zelf."
)
SURE = (
    "De kluis gaat dicht en gaat weer open met deze kopie. De kluis van nu gaat opzij en blijft "
    "dertig dagen staan; je kunt die hier terugzetten. Typ je wachtzin."
)


class ReservekopieSettings(SettingsPart):
    """Places, last copies, and what can be done with them."""

    lock_requested = Signal()

    def __init__(
        self,
        desk: Desk,
        tools: Tools,
        door: Door,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Reservekopie", parent)
        self._desk, self._door = desk, door
        self._kept, self._logboek = desk.reservekopieen, desk.logboek
        self._jobs, self._clock = tools.jobs, tools.clock
        self._laptop = named(text(), "plek-laptop")
        self._stick = named(text(), "plek-stick")
        self._holds = named(text(), "stick-bewaart")
        self._came_back = named(text(tone="let-op"), "teruggekomen")
        self._seen = named(secondary(SEEN), "nagekeken")
        self._remind = named(text(tone="let-op"), "oefenen")
        self._choose = named(secondary("Stick kiezen…", icon="dossier"), "kies-stick")
        self._forget = named(secondary("Geen stick meer"), "vergeet-stick")
        self._now = named(primary("Nu maken en testen"), "nu-maken")
        self._back = named(secondary("Terugzetten…"), "terugzetten")
        self._undo = named(secondary("Vorige kluis terugzetten"), "vorige-terug")
        self._aside = named(text("", "klein", tone="stil"), "opzij")
        self._busy = Busy("De reservekopie wordt gemaakt en getest…")
        self._said = named(text(), "uitkomst")
        self._list = named(
            RowList[KopieRow](lambda found: copy_line(found, self._clock())),
            "laatste-kopieen",
            "Laatste kopieën",
        )
        self._list.setMinimumHeight(style.scaled(HEIGHT))
        self._empty = EmptyState(EMPTY, icon="reservekopie")
        self._lay_out()
        self._seen.clicked.connect(self._have_seen)
        self._choose.clicked.connect(self._ask_stick)
        self._forget.clicked.connect(self._forget_stick)
        self._now.clicked.connect(self.make_and_test)
        self._back.clicked.connect(self.ask_restore)
        self._undo.clicked.connect(self._put_aside_back)

    @property
    def _copies(self) -> Reservekopieen:
        assert self._kept is not None, "a window stands over a kluis with its keys"  # noqa: S101 - so
        return self._kept

    def _lay_out(self) -> None:
        body = self.card.body
        body.addWidget(self._came_back)
        body.addLayout(row(self._seen, None))
        body.addWidget(self._laptop)
        body.addWidget(self._stick)
        body.addWidget(self._holds)
        body.addLayout(row(self._choose, self._forget, None, air=8))
        body.addWidget(rule())
        body.addWidget(self._remind)
        body.addLayout(row(self._now, self._back, None, air=8))
        body.addWidget(self._busy)
        body.addWidget(self._said)
        self._said.hide()
        body.addWidget(rule())
        body.addWidget(text("De laatste vijf", "vet"))
        body.addWidget(self._list)
        body.addWidget(self._empty)
        body.addWidget(self._aside)
        body.addLayout(row(self._undo, None))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read()

    @override
    def read(self) -> None:
        if self._kept is None or not self.isVisible():  # a stick may be slow to look at
            return
        now, stand = self._clock(), self._copies.stand()
        self._say_place(self._laptop, "Op deze laptop", stand.laptop, now)
        if stand.stick is None:
            self._stick.setText(NO_STICK)
            restyle(self._stick, tone="let-op")
        else:
            self._say_place(self._stick, f"Op {stand.stick.pad}", stand.stick, now)
        self._say_held(stand, now)
        self._name(self._choose, "Andere stick kiezen…" if stand.stick else "Stick kiezen…")
        self._forget.setVisible(stand.stick is not None)
        self._say_trial(max((one.getest for one in stand.plaatsen if one.getest), default=None))
        rows = sorted(
            (found for place in stand.plaatsen for found in self._copies.rows(place.plek)),
            key=lambda found: found.gemaakt,
            reverse=True,
        )[:SHOWN]
        self._list.set_rows(rows)
        self._list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._say_aside()

    @Slot()
    def make_and_test(self) -> None:
        """Make a copy in each place, and put the newest back as a trial."""
        self._set_enabled(to=False)
        self._said.hide()
        self._busy.start()
        self._jobs.run(self._make_and_test, then=self._tell, owner=self, failed=self._refused)

    def _make_and_test(self) -> tuple[list[Uitkomst], Proef | None]:
        made = self._copies.make()
        good = any(one.is_gelukt for one in made)
        return made, self._copies.rehearse() if good else None

    def _tell(self, done: tuple[list[Uitkomst], Proef | None]) -> None:
        made, proef = done
        for one in made:
            self._logboek.noteer(Voorval.KOPIE if one.is_gelukt else Voorval.KOPIE_MISLUKT)
        if proef is not None:
            self._logboek.noteer(Voorval.PROEF)
        wrong = [one.zin for one in made if not one.is_gelukt]
        stick = [one.zin for one in made if one.is_gelukt and one.plek is Plek.STICK]
        words = wrong + (stick or [one.zin for one in made if one.is_gelukt])
        if proef is not None:
            words.append(f"Bij wijze van proef teruggezet: {proef.zin(self._clock())}")
        bad = any(one.fout not in (Fout.GEEN, Fout.WEG) for one in made)
        self._finish(" ".join(words), "gevaar" if bad else "let-op" if wrong else "goed")

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, UserError | OutsideError):
            self._finish("", "")
            raise error
        self._finish(str(error), "gevaar")

    def _finish(self, words: str, tone: str) -> None:
        self._busy.stop()
        self._set_enabled(to=True)
        self._said.setText(words)
        self._said.setAccessibleName(words)
        self._said.setVisible(bool(words))
        restyle(self._said, tone=tone)
        self.read()

    @Slot()
    def _ask_stick(self) -> None:
        chosen = choose_folder(self, "Waar komen de reservekopieën?")
        stand = self._copies.stand()
        is_other = stand.stick is not None and stand.stick.pad != str(chosen)
        left = is_other and self._zorg(stand, self._clock())
        if chosen is not None and self.keep(lambda: self._copies.choose(chosen)):
            if left:
                self._say_left(LEFT_BEHIND)
            self.read()
            self.make_and_test()

    @Slot()
    def _forget_stick(self) -> None:
        stand = self._copies.stand()
        left = self._zorg(stand, self._clock())
        self._copies.forget()
        self.read()
        if stand.stick is not None:
            words = "Er komen geen kopieën meer op de stick. Wat erop staat, blijft staan."
            self._say_left(f"{words} {LEFT_BEHIND}" if left else words)

    def _say_left(self, words: str) -> None:
        self.message_requested.emit(Message(words, "let-op", for_all=True))

    @Slot()
    def ask_restore(self) -> None:
        """Choose a copy, prove to know the wachtzin, and close the kluis for it."""
        copy = KopieStep(self._door.terug)
        secret = WachtzinStep(SURE, lambda _: None)

        def agree() -> None:
            keuze = copy.value()
            if keuze is not None:
                self._door.terug.straks(keuze, secret.value())

        dialog = StepsDialog(
            "Reservekopie terugzetten", [copy, secret], self._jobs, "Terugzetten", agree, self
        )
        dialog.stored.connect(self.lock_requested)
        dialog.open_form()

    @Slot()
    def _put_aside_back(self) -> None:
        if self.keep(self._door.terug.vorige_straks):
            self.lock_requested.emit()

    def _say_held(self, stand: Stand, now: datetime) -> None:
        """Say what the stick still holds, and what a restore brought back or cannot know."""
        zorg = self._zorg(stand, now)
        self._holds.setVisible(zorg is not None)
        if zorg is not None:
            self._holds.setText(zorg.lang)
            restyle(self._holds, tone=zorg.tone)
        words = self._desk.teruggekomen.zin()
        self._came_back.setText(words)
        self._came_back.setVisible(bool(words))
        self._seen.setVisible(bool(words))

    def _zorg(self, stand: Stand, now: datetime) -> Stickzorg | None:
        return stickzorg(
            stand,
            self._desk.vernietigingen.momenten(),
            now,
            old_keys=self._copies.stick_opens_with_old_keys(),
        )

    @Slot()
    def _have_seen(self) -> None:
        if self.keep(self._desk.teruggekomen.gezien):
            self.read()

    def _say_place(self, label: QLabel, where: str, place: Plaatsstand, now: datetime) -> None:
        words, tone = place_words(place, now, is_there=self._copies.is_there(place.plek))
        label.setText(f"{where}: {words}")
        restyle(label, tone=tone)

    def _say_trial(self, last: datetime | None) -> None:
        if last is None:
            self._remind.setText(NEVER_TRIED)
        else:
            self._remind.setText(f"Terugzetten is het laatst geoefend op {day_of(last)}.")
        due = last is None or self._clock() - last > OEFENEN_NA
        restyle(self._remind, tone="let-op" if due else "stil")

    def _say_aside(self) -> None:
        found = self._copies.aside()
        self._aside.setVisible(bool(found))
        self._undo.setVisible(bool(found))
        if found:
            words = f"Sinds {day_of(found[0].sinds)} staat er een vorige kluis opzij. "
            momenten = self._desk.vernietigingen.momenten()
            holds = any(found[-1].sinds <= moment for moment in momenten)
            self._aside.setText(f"{words}Die blijft dertig dagen staan.{HOLDS if holds else ''}")

    def _set_enabled(self, *, to: bool) -> None:
        for button in (self._now, self._back, self._choose, self._forget, self._undo):
            button.setEnabled(to)

    def _name(self, button: QPushButton, words: str) -> None:
        button.setText(words)
        button.setAccessibleName(words)
