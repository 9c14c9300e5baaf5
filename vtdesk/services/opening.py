"""Opening a kluis: from keys to a desk, for the window and the command line alike.

SQLAlchemy comes with this module: the lock screen imports it only after the right wachtzin.
"""

from datetime import datetime
from pathlib import Path

from vtdesk.errors import UserError
from vtdesk.models import Sleutelwaarde
from vtdesk.security import kluis, kopieterug, terugmerk
from vtdesk.security.anker import OldHeaderError
from vtdesk.security.cost import Cost
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import Keychain
from vtdesk.security.kluis import Sleutels
from vtdesk.services import verleden
from vtdesk.services.desk import Desk
from vtdesk.services.logboek import Voorval
from vtdesk.services.reservekopie import terugkeer
from vtdesk.services.reservekopie.service import Reservekopieen
from vtdesk.store.engine import create_database
from vtdesk.store.store import Store
from vtdesk.values.tijd import KluisClock

HEADER = "sleutelkop"


def create_kluis(
    folder: Path,
    wachtzin: str,
    herstelcode: Herstelcode,
    keychain: Keychain,
    *,
    cost: Cost | None = None,
) -> Sleutels:
    """Make a kluis with an empty database at the current schema; takes seconds, so use a job."""

    def fill(path: Path, sleutels: Sleutels) -> None:
        create_database(path, sleutels.database)
        _keep_herstelblad(folder, sleutels, herstelcode)

    return kluis.create(folder, wachtzin, herstelcode, keychain, cost=cost, fill=fill)


def new_herstelblad(
    folder: Path, wachtzin: str, herstelcode: Herstelcode, keychain: Keychain
) -> None:
    """Let another herstelblad open a closed kluis, and the old one no longer."""
    present = kluis.unlock(folder, wachtzin, keychain)
    open_desk(folder, present, keychain=keychain)[0].close()  # else an old one is told too late
    sleutels = kluis.change_herstelcode(folder, wachtzin, herstelcode, keychain)
    _keep_herstelblad(folder, sleutels, herstelcode, Voorval.HERSTELBLAD)


def open_desk(
    folder: Path,
    sleutels: Sleutels,
    now: datetime | None = None,
    *,
    keychain: Keychain | None = None,
    believe_old: bool = False,
    anyway: bool = False,
) -> tuple[Store, Desk]:
    """Open the database of an unlocked kluis; close the store to lock it again.

    `now` sets the clock of a demo and is refused for any other kluis. A header that is older than
    this database knows is refused, unless somebody decided to believe it; so are files that are
    not what the witness tells, and those of which this `keychain` knows that they were further,
    unless they are opened `anyway`.
    """
    clock = KluisClock()
    told = terugmerk.read(folder, sleutels)
    restored = told is not None
    store = Store(folder / sleutels.file, sleutels.database, clock=clock, anyway=anyway)
    try:
        if keychain is not None:
            verleden.watch(folder, keychain, store, believe=anyway or restored)
        _follow_header(store, sleutels.generation, believe_old=believe_old or restored)
        desk = Desk.over(store, clock, Reservekopieen(folder, sleutels, clock))
        if kopieterug.is_restored(folder):
            terugkeer.arrive(store, folder, sleutels, told or b"")
            desk.logboek.noteer(Voorval.TERUGGEZET)
            kopieterug.settle(folder)
        start = _demo_start(desk, now)
    except Exception:
        store.close()
        raise
    if start:
        clock.start_at(start)
    return store, desk


def _follow_header(store: Store, generation: int, *, believe_old: bool) -> None:
    """Hold the header against the last one that opened this database, and remember it."""
    with store.read() as session:
        found = session.get(Sleutelwaarde, HEADER)
    known = found.waarde["generatie"] if found else 0
    if generation < known and not believe_old:
        raise OldHeaderError
    if generation != known:
        with store.write() as session:
            session.merge(Sleutelwaarde(sleutel=HEADER, waarde={"generatie": generation}))


def _demo_start(desk: Desk, now: datetime | None) -> datetime | None:
    demo = desk.instellingen.demo_clock()
    if demo is None and now is not None:
        raise UserError("De klok is alleen te zetten in een demo. Laat --now weg.")
    return now or (datetime.fromisoformat(demo) if demo else None)


def _keep_herstelblad(
    folder: Path, sleutels: Sleutels, code: Herstelcode, voorval: Voorval | None = None
) -> None:
    store, desk = open_desk(folder, sleutels)
    try:
        desk.herstelblad.bewaar(code.groups, voorval)
    finally:
        store.close()
