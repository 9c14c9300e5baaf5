"""Answers the lock screen from the kluis; opening ends in an open store."""

import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from vtdesk.app.snel import Snel
from vtdesk.app.start import Start
from vtdesk.security import buiten, instance, kopieterug, pogingen, process, ruimte
from vtdesk.security import folder as places
from vtdesk.ui.slot.door import Renewal
from vtdesk.values.tijd import KluisClock, system_clock

if TYPE_CHECKING:  # ciphers and SQLAlchemy come only when the lock screen is on screen
    from vtdesk.app.inside import Opened
    from vtdesk.app.keys import Keys
    from vtdesk.app.kwijt import Kwijtbladen
    from vtdesk.app.terug import Terugzetting
    from vtdesk.security.herstelcode import Herstelcode
    from vtdesk.security.kluis import Sleutels
    from vtdesk.security.verlaten import Verlaten
    from vtdesk.security.wachtzin import Sterkte
    from vtdesk.ui.slot.door import Sheet, Werker


class KluisDoor:
    """Answers the lock screen from the kluis; opening ends in an open store."""

    def __init__(self, start: Start) -> None:
        self._start = start
        self.folder = start.folder
        self._slot: instance.InstanceLock | None = None
        self._is_tidied = False
        self.quick = Snel(lambda: self.folder, start.sessie, self._opened_quickly)
        self._clock = KluisClock()  # of a demo as it was started; the kluis is not open yet
        if start.now is not None:
            self._clock.start_at(start.now)
        self._one_change = threading.Lock()  # of the header at a time
        self.left: Verlaten | None = None  # what was found when this laptop was left just now
        self.renewal: Renewal | None = None  # asked for, to be done when the kluis has closed
        self.sleutels: Sleutels | None = None  # of the kluis that is open

    @property
    def kwijt(self) -> "Kwijtbladen":
        from vtdesk.app.kwijt import Kwijtbladen  # noqa: PLC0415 - not needed to paint

        return Kwijtbladen(self._start, self._clock)

    @property
    def terug(self) -> "Terugzetting":
        from vtdesk.app.terug import Terugzetting  # noqa: PLC0415 - not needed to paint

        return Terugzetting(self, self._start.keychain, self._clock)

    def exists(self) -> bool:
        return places.has_traces(self.folder) or kopieterug.is_pending(self.folder)

    def is_putting_back(self) -> bool:
        """Tell whether another kluis takes the place of what was there, or has just done so."""
        return kopieterug.is_pending(self.folder) or kopieterug.is_restored(self.folder)

    def check(self) -> None:
        self._keys().check()

    def waiting(self) -> int:
        return self._keys().waiting()

    def open(self, wachtzin: str) -> "Opened":
        wrong = pogingen.mislukt(self.folder)
        began = time.perf_counter()
        sleutels = self._keys().unlock(wachtzin, alone=self._slot is not None)
        seconds = time.perf_counter() - began
        opened = self._opened(sleutels, wrong=wrong)
        self.quick.follow(sleutels, opened.desk.snelopenen.pin())
        if self._start.strengthens and not opened.is_demo:
            work = partial(self._strengthen, wachtzin, seconds)
            threading.Thread(target=work, name="strengthen", daemon=True).start()
        return opened

    def _opened_quickly(self, sleutels: "Sleutels") -> "Opened":
        return self._opened(sleutels)

    def open_anyway(self, wachtzin: str) -> "Opened":
        alone = self._slot is not None
        sleutels = self._keys().unlock(wachtzin, believe_old=True, alone=alone)
        return self._noted(self._opened(sleutels, believe_old=True, anyway=True))

    def _noted(self, opened: "Opened") -> "Opened":
        """Write down that it was opened in spite of what is wrong with it."""
        from vtdesk.services.logboek import Voorval  # noqa: PLC0415 - came with the kluis

        opened.desk.logboek.noteer(Voorval.TOCH_GEOPEND)
        return opened

    def move_to(self, folder: Path) -> None:
        """Work in this folder from now, with or without a kluis in it."""
        if folder != self.folder:
            self.release()
            self.folder = folder
        places.make_room(folder)
        self.hold()

    def open_restored(self, sleutels: "Sleutels") -> "Opened":
        """Let what was made ready take its place, and open it."""
        kopieterug.finish(self.folder)
        return self._opened(sleutels, believe_old=True)

    def read_sheet(self, typed: str) -> "Herstelcode":
        return self._keys().read_sheet(typed)

    def recover(self, sheet: "Sheet", wachtzin: str) -> "Opened":
        sleutels = self._keys().recover(self._code(sheet), wachtzin)
        opened = self._opened(sleutels, believe_old=True)
        opened.desk.herstelblad.bewaar(sheet.groups)  # it was in her hands just now
        return opened

    def recover_anyway(self, sheet: "Sheet", wachtzin: str) -> "Opened":
        sleutels = self._keys().recover(self._code(sheet), wachtzin, believe_old=True)
        return self._noted(self._opened(sleutels, believe_old=True, anyway=True))

    def strength(self, typed: str) -> "Sterkte":
        return self._keys().strength(typed)

    def suggest(self) -> str:
        return self._keys().suggest()

    def new_sheet(self) -> "Herstelcode":
        return self._keys().new_sheet()

    def check_place(self, folder: Path) -> None:
        places.prepare(folder)

    def create(self, folder: Path, wachtzin: str, sheet: "Sheet", werker: "Werker") -> "Opened":
        self.release()  # of a folder that was chosen before this one
        self.folder = folder
        places.prepare(folder)
        self.hold()
        from vtdesk.app import inside  # noqa: PLC0415 - heavy, and not needed by the lock screen

        return inside.create(folder, wachtzin, self._code(sheet), self._start.keychain, werker)

    def change(self, old: str, new: str) -> None:
        with self._one_change:
            self._keys().change(old, new)

    def prove(self, wachtzin: str) -> None:
        self._keys().prove(wachtzin)

    def prove_sheet(self, sheet: "Sheet") -> None:
        self._keys().prove_sheet(self._code(sheet))

    def renew_sheet(self, wachtzin: str, sheet: "Sheet") -> None:
        with self._one_change:
            self._keys().renew_sheet(wachtzin, self._code(sheet))

    def ask_renewal(self, renewal: Renewal) -> None:
        self.renewal = renewal

    def renew(self, tell: Callable[[str], None]) -> None:
        """Do what was asked: other keys for everything; slow, and only while no store is open."""
        asked, self.renewal = self.renewal, None
        if asked is None:
            return
        from vtdesk.services.vernieuwing import Geheimen, vernieuw  # noqa: PLC0415 - heavy

        geheimen = Geheimen(asked.old, asked.new, self._code(asked.sheet))
        self.quick.forget()
        vernieuw(self.folder, geheimen, self._start.keychain, tell=tell)

    def hold(self) -> None:
        """Let no second vtdesk into this kluis; a folder that is not there yet has no kluis."""
        if self._slot is None and self.folder.is_dir():
            self._slot = instance.take(self.folder)
            self.clear_copies()  # of a vtdesk that was killed
            if self.is_leaving():
                self._leave()
            kopieterug.finish(self.folder)

    def is_leaving(self) -> bool:
        """Tell whether all of vtdesk is to go from this laptop."""
        return (self.folder / places.LEAVING).exists()

    def _leave(self) -> None:
        from vtdesk.security import verlaten  # noqa: PLC0415 - loads the ciphers

        start, now = self._start, system_clock()
        self.left = verlaten.finish(self.folder, start.keychain, start.sessie, now)

    def carry_over(self) -> None:
        """Hand the hold on the kluis to the next image of this process."""
        if self._slot is not None:
            self.clear_copies()
            self._slot.carry_over()

    def clear_copies(self) -> None:
        """Take away what lies outside the kluis for other programs to read."""
        buiten.clear(self.folder)
        process.clear_temporary(self.folder)

    def give_room(self) -> bool:
        """Give up the room that is kept for a full disk; tell whether there was any."""
        return ruimte.give(self.folder)

    def release(self) -> None:
        """Let another vtdesk in."""
        if self._slot is not None:
            self.clear_copies()
            self._slot.release()
            self._slot = None

    def _strengthen(self, wachtzin: str, seconds: float) -> None:
        with self._one_change:
            self._keys().strengthen(wachtzin, seconds)

    def _keys(self) -> "Keys":
        from vtdesk.app.keys import Keys  # noqa: PLC0415 - the lock screen is painted without it

        return Keys(self.folder, self._start.keychain)

    def _code(self, sheet: "Sheet") -> "Herstelcode":
        return self.read_sheet("-".join(sheet.groups))

    def _opened(
        self,
        sleutels: "Sleutels",
        *,
        wrong: int = 0,
        believe_old: bool = False,
        anyway: bool = False,
    ) -> "Opened":
        from vtdesk.app import inside  # noqa: PLC0415 - heavy, and not needed by the lock screen

        start = self._start
        opened = inside.open_kluis(
            self.folder, sleutels, start.keychain, start.now,
            believe_old=believe_old, anyway=anyway,
        )  # fmt: skip
        if not self._is_tidied:  # a window that was only hidden may be writing meanwhile
            inside.tidy(opened.desk)
            ruimte.keep(self.folder)
            self._is_tidied = True
        inside.note_opening(opened.desk, wrong)
        self.sleutels = sleutels
        return opened
