"""Putting a reservekopie back: made whole beside the kluis, proved, and only then let in.

Nothing here needs an open kluis: it is for a new laptop, and for a kluis that cannot open. What
takes the place of the present kluis does so at `kopieterug.finish`, under the instance lock.
"""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from vtdesk.errors import OutsideError, UserError
from vtdesk.security import kluis, kopieplaats, kopieterug, terugmerk
from vtdesk.security.cost import Cost
from vtdesk.security.folder import PREVIOUS
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import Keychain
from vtdesk.security.kluis import Sleutels
from vtdesk.security.kopieplaats import Kopie
from vtdesk.services.reservekopie import terugkeer
from vtdesk.services.reservekopie.maken import Tell
from vtdesk.services.reservekopie.service import Reservekopieen
from vtdesk.services.reservekopie.terugkeer import Bekend
from vtdesk.services.reservekopie.terugleggen import Open, Teruggezet, lay_down
from vtdesk.store.kopie import look_over
from vtdesk.store.store import Store
from vtdesk.values.terugkeer import Terugkeer

NO_COPIES = (
    "In deze map staan geen reservekopieën van vtdesk. Kies de stick zelf, of de map "
    "vtdesk-kopieen."
)


def with_wachtzin(wachtzin: str, keychain: Keychain) -> Open:
    """Open a copy with the wachtzin that the kluis had."""
    return lambda place: kluis.unlock(place, wachtzin, keychain, believe_old=True)


def with_sheet(
    code: Herstelcode, new: str, keychain: Keychain, *, cost: Cost | None = None
) -> Open:
    """Open a copy with the herstelblad, and let a new wachtzin open it from now on."""

    def open_it(place: Path) -> Sleutels:
        sleutels = kluis.recover(place, code, new, keychain, cost=cost, believe_old=True)
        # Its slots are those of the kluis that is set aside: tidying would take their secrets.
        (place / PREVIOUS).unlink(missing_ok=True)
        return sleutels

    return open_it


def find(chosen: Path) -> list[Kopie]:
    """List the copies in what was chosen, the newest first; refuses a folder without any."""
    try:
        found = kopieplaats.find_copies(chosen)
    except OSError as error:
        raise OutsideError(
            "Deze map kan niet worden gelezen. Kijk of de stick goed zit."
        ) from error
    if not found:
        raise UserError(NO_COPIES)
    return found


def restore(
    kopie: Kopie,
    folder: Path,
    open_with: Open,
    now: datetime,
    tell: Tell,
    *,
    present: Sleutels | None = None,
) -> Teruggezet:
    """Make the kluis of a copy ready to take the place of what is in this folder.

    What was destroyed after the copy is destroyed again, and the present kluis is copied first,
    both as far as the keys of the copy or the `present` ones open it.
    """
    if kopieterug.is_pending(folder):
        raise UserError("Er wordt al een kluis teruggezet. Sluit vtdesk en open het opnieuw.")
    part = kopieterug.begin(folder)
    try:
        done = lay_down(kopie, part, open_with, tell, newer=folder)
        keys = (present, done.sleutels) if present else (done.sleutels,)
        commits = terugkeer.commits_of(part / done.sleutels.file, done.sleutels)
        bekend = terugkeer.known(kopie, folder, keys, commits)
        done = _destroyed_again(done, part, bekend, now, tell)
        if bekend.present is not None:
            Reservekopieen(folder, bekend.present, lambda: now).before(tell)
        told = terugkeer.outside(done.terugkeer)
        kopieterug.commit(folder, part, now, terugmerk.seal(part, done.sleutels, told))
    except BaseException:
        kopieterug.begin(folder).rmdir()
        raise
    return done


def _destroyed_again(
    done: Teruggezet, part: Path, bekend: Bekend, now: datetime, tell: Tell
) -> Teruggezet:
    """Let nothing come back that was destroyed after the copy, and look over what is left."""
    found = Terugkeer(done.gemaakt, tot=bekend.tot, is_alles=bekend.is_alles)
    if not (bekend.bewijzen or bekend.verzoeken):
        return replace(done, terugkeer=found)
    tell("Wat na de kopie is vernietigd, gaat er weer uit")
    path = part / done.sleutels.file
    store = Store(path, done.sleutels.database, clock=lambda: now)
    try:
        again = terugkeer.repeat(store, bekend)
    finally:
        store.close()
    found = replace(found, opnieuw=again.opnieuw, verzoeken=again.verzoeken)
    seen = look_over(path, done.sleutels.database)
    return replace(done, terugkeer=found, gezien=replace(seen, logboek=done.gezien.logboek))
