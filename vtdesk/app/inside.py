"""All that needs an open kluis: store, services, window; imported while the wachtzin is typed."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from vtdesk.errors import OutsideError
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import Keychain
from vtdesk.security.kluis import Sleutels
from vtdesk.services.desk import Desk
from vtdesk.services.instellingen import Gebruiker
from vtdesk.services.logboek import Uitkomst, Voorval
from vtdesk.services.opening import create_kluis, open_desk
from vtdesk.store.store import Store
from vtdesk.ui import crash_sheet  # noqa: F401 - at hand when something breaks
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.main_window import MainWindow
from vtdesk.ui.page import Tools
from vtdesk.ui.pages import Pages
from vtdesk.ui.slot.door import Door, Werker
from vtdesk.ui.theme.look import Look, Scheme


@dataclass(frozen=True, slots=True)
class Opened:
    """A kluis that is open: the store, and the services over it."""

    store: Store
    desk: Desk
    is_demo: bool


def open_kluis(
    folder: Path,
    sleutels: Sleutels,
    keychain: Keychain,
    now: datetime | None = None,
    *,
    believe_old: bool = False,
    anyway: bool = False,
) -> Opened:
    """Open the database and build the services over it."""
    store, desk = open_desk(
        folder, sleutels, now, keychain=keychain, believe_old=believe_old, anyway=anyway
    )
    return Opened(store, desk, is_demo=desk.instellingen.demo_clock() is not None)


def tidy(desk: Desk) -> None:
    """Take away what is still to go, and let series stand in the agenda far enough.

    Only before the window, which may be adding.
    """
    deeds: tuple[Callable[[], object], ...] = (
        desk.bijlagen.sweep,
        desk.uitgaand.ruim_op,
        desk.vernietigingen.tidy,
        desk.schrijfstanden.dun_uit,
        desk.reeksen.ensure_ahead,
        desk.herstelblad.begin,
        *((desk.reservekopieen.tidy,) if desk.reservekopieen else ()),
    )
    for deed in deeds:
        with suppress(OutsideError):  # no reason to keep someone out; it is tried the next time
            deed()


def note_opening(desk: Desk, wrong: int) -> None:
    """Write down that the kluis was opened, and whether somebody guessed before that."""
    with suppress(OutsideError):  # a full disk keeps nobody out
        if wrong:
            desk.logboek.noteer(Voorval.POGINGEN, Uitkomst.GEWEIGERD)
        desk.logboek.noteer(Voorval.GEOPEND)


def note_closing(desk: Desk) -> None:
    """Write down that the kluis closes."""
    with suppress(OutsideError):  # locking comes first
        desk.logboek.noteer(Voorval.DICHT)


def create(
    folder: Path, wachtzin: str, code: Herstelcode, keychain: Keychain, werker: Werker
) -> Opened:
    """Make a kluis, open it, and write down who works in it."""
    sleutels = create_kluis(folder, wachtzin, code, keychain)
    opened = open_kluis(folder, sleutels, keychain)
    opened.desk.instellingen.set_gebruiker(
        Gebruiker(werker.naam, werker.functie, werker.organisatie, werker.begin, werker.einde)
    )
    return opened


def build_window(desk: Desk, *, jobs: Jobs, look: Look, door: Door) -> MainWindow:
    """Build the window in the look that the user chose."""
    weergave = desk.instellingen.weergave()
    with look.building():
        look.apply(scheme=Scheme(weergave.thema), scale=weergave.tekst_procent)
        pages = Pages(desk, Tools(jobs=jobs, clock=desk.clock), look=look, door=door)
        window = MainWindow(desk, jobs, pages)
    look.changed.connect(window.fit)
    return window
