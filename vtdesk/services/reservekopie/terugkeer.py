"""What a reservekopie would bring back: casussen that were destroyed after it was made.

That is known from what is newer than the copy and opens with the same keys: the kluis that stands
there now, one that was set aside, or a newer copy. They are destroyed again by the besluit of then,
and their proof goes along; without such a source nobody can know, and that is said.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import DamageError, OutsideError, TooNewError
from vtdesk.models import Casus, Sleutelwaarde, Vernietiging, Verzoek
from vtdesk.security import files, header, kopieplaats, kopiestand, kopieterug
from vtdesk.security.folder import HEADER
from vtdesk.security.kluis import Sleutels
from vtdesk.security.kopieplaats import Kopie
from vtdesk.services import vernietiging_daad as daad
from vtdesk.services.bezit import bezit
from vtdesk.services.instellingen import Instellingen
from vtdesk.store.kopie import asking
from vtdesk.store.store import Store, note
from vtdesk.store.zegelsleutel import fact
from vtdesk.values.casuskinds import VerzoekSoort, VerzoekStand
from vtdesk.values.kinds import Kind
from vtdesk.values.terugkeer import Terugkeer
from vtdesk.values.tijd import Clock, local

OPNIEUW = "opnieuw-vernietigd"
_FACT = "teruggezet"
_COMMITS = "seq"
_GRANTED = (VerzoekStand.TOEGEWEZEN, VerzoekStand.DEELS)
_ABOUT = (VerzoekSoort.CORRECTIE, VerzoekSoort.VERNIETIGING)


@dataclass(frozen=True, slots=True)
class Bewijs:
    """The proof of a destruction, as it was read elsewhere."""

    casus: UUID
    nummer: str
    besluit: str
    grond: str
    besloten_door: str
    besloten_op: date
    uitgevoerd_op: datetime
    aantallen: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bekend:
    """What is known of the time after a copy."""

    bewijzen: dict[UUID, Bewijs] = field(default_factory=dict)
    verzoeken: tuple[str, ...] = ()
    tot: datetime | None = None
    is_alles: bool = False
    present: Sleutels | None = None  # what opens the kluis that stands there now


@dataclass(frozen=True, slots=True)
class _Bron:
    """Something newer that may know."""

    bewijzen: tuple[Bewijs, ...]
    verzoeken: tuple[str, ...]
    commits: int


def known(kopie: Kopie, folder: Path, known_keys: Iterable[Sleutels], commits: int) -> Bekend:
    """Ask everything that is newer than this copy and that one of these keys opens."""
    known_keys = tuple(known_keys)
    found = Bekend()
    for place in (folder, *(one.pad for one in kopieterug.aside(folder))):
        sleutels = next((keys for keys in known_keys if _opens(place, keys)), None)
        bron = _of_kluis(place, sleutels, kopie.gemaakt) if sleutels else None
        if bron is not None:
            found = _with(found, bron)
            is_alles = found.is_alles or bron.commits >= commits
            found = replace(found, is_alles=is_alles)
            if place == folder:
                found = replace(found, present=sleutels)
    for newer, bron in _of_copies(kopie, folder, known_keys):
        found = _with(found, bron)
        found = replace(found, tot=max(filter(None, (found.tot, newer.gemaakt))))
    return found


def commits_of(path: Path, sleutels: Sleutels) -> int:
    """Give the number of the last commit in a kluis that is not open."""
    with asking(path, sleutels.database, of_kluis=True) as session:
        return _commits(session)


def repeat(store: Store, bekend: Bekend) -> Terugkeer:
    """Destroy again what this kluis brought back, and remember what is to be said of it."""
    with store.read() as session:
        present = set(session.scalars(select(Vernietiging.casus)))
        casussen = set(session.scalars(select(Casus.nummer)))
    missing = [one for key, one in bekend.bewijzen.items() if key not in present]
    verzoeken = tuple(sorted(casussen & set(bekend.verzoeken)))
    if not missing and not verzoeken:
        return Terugkeer()
    Instellingen(store)  # so that the logboek names her
    with store.write() as session:
        again = tuple(bewijs.nummer for bewijs in missing if _destroy(session, bewijs))
        found = Terugkeer(opnieuw=again, verzoeken=verzoeken)
        _keep(session, found)
    daad.tidy(store)
    return found


def arrive(store: Store, folder: Path, sleutels: Sleutels, told: bytes) -> None:
    """See at the first opening that nothing came back, also from a kluis that had been aside.

    `told` was written when it was put back, and proved since.
    """
    found, is_read = Bekend(), False
    for opzij in kopieterug.aside(folder):
        bron = _of_kluis(opzij.pad, sleutels, opzij.sinds) if _opens(opzij.pad, sleutels) else None
        if bron is not None:
            found, is_read = _with(found, bron), True
    again = repeat(store, replace(found, verzoeken=()))
    known_then = _read(json.loads(told or "null")) or Terugkeer(is_alles=is_read)
    with store.write() as session:
        before = _read(fact(session, _FACT)) or Terugkeer()
        opnieuw = tuple(dict.fromkeys((*before.opnieuw, *again.opnieuw)))
        whole = replace(known_then, opnieuw=opnieuw, verzoeken=before.verzoeken)
        if whole.is_stil:
            forget(session)
        else:
            _keep(session, whole)


def outside(found: Terugkeer) -> bytes:
    """Write what may lie outside the kluis until it opens: moments, and no number of a casus."""
    return json.dumps(_facts(replace(found, opnieuw=(), verzoeken=()))).encode()


class Teruggekomen:
    """Use cases around what has to be said of a kluis that was put back."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def zin(self) -> str:
        """Say what came back and what is not known; nothing when she has seen it."""
        with self._store.read() as session:
            found = _read(fact(session, _FACT))
        return found.zin(self._clock()) if found else ""

    def gezien(self) -> None:
        """Let it be said no more."""
        with self._store.write() as session:
            forget(session)


def forget(session: Session) -> None:
    """Say nothing more of what was put back."""
    if found := session.get(Sleutelwaarde, _FACT):
        session.delete(found)


def _destroy(session: Session, bewijs: Bewijs) -> bool:
    """Destroy one casus by the besluit of then; tells whether it was there."""
    is_there = session.get(Casus, bewijs.casus) is not None
    gone = bezit(session, bewijs.casus) if is_there else {}
    proof = Vernietiging(**asdict(bewijs), zegels=daad.seals_of(session, gone))
    if is_there:
        note(session, "E", (Kind.CASUS, bewijs.casus), detail=OPNIEUW, casus=bewijs.casus)
        daad.take_away(session, proof, gone)
    else:
        session.add(proof)  # made and destroyed after the copy; the proof is kept all the same
    return is_there


def _of_kluis(folder: Path, sleutels: Sleutels, since: datetime) -> _Bron | None:
    """Read a kluis that lies there, also when it is open; None when it cannot be read."""
    path = folder / sleutels.file
    with (
        suppress(OutsideError, OSError),
        asking(path, sleutels.database, of_kluis=True) as session,
    ):
        return _ask(session, since)
    return None


def _of_copies(
    kopie: Kopie, folder: Path, known_keys: Iterable[Sleutels]
) -> Iterator[tuple[Kopie, _Bron]]:
    """Read the newest copy that can be read, in each place where copies are."""
    places = [Path(place.pad) for place in kopiestand.read(folder).plaatsen]
    beside = kopieplaats.copies_in(kopie.pad.parent)
    for found in (beside, *map(kopieplaats.find_copies, places)):
        for newer in found:
            bron = _of_copy(newer, known_keys, kopie) if _is_newer(newer, kopie) else None
            if bron is not None:
                yield newer, bron
                break


def _is_newer(one: Kopie, kopie: Kopie) -> bool:
    """Tell whether a copy may know more: by its number, and by the clock for another place."""
    beside = one.pad.parent == kopie.pad.parent
    return one.orde > kopie.orde if beside else one.gemaakt > kopie.gemaakt


def _of_copy(newer: Kopie, known_keys: Iterable[Sleutels], kopie: Kopie) -> _Bron | None:
    for sleutels in known_keys:
        with suppress(OutsideError, OSError):
            blad = newer.blad.open(sleutels.kopie)
            if blad.vault_id != kopie.blad.vault_id:
                continue
            path = newer.pad / blad.database_naam
            with asking(path, sleutels.database, of_kluis=False) as session:
                return _ask(session, kopie.gemaakt)
    return None


def _ask(session: Session, since: datetime) -> _Bron:
    about = [getattr(Vernietiging, name) for name in Bewijs.__slots__]
    granted = (
        select(Casus.nummer)
        .join(Verzoek, Verzoek.casus_id == Casus.id)
        .where(
            Verzoek.soort.in_(_ABOUT),
            Verzoek.stand.in_(_GRANTED),
            Verzoek.beslist_op >= local(since).date(),
        )
    )
    return _Bron(
        tuple(Bewijs(*row) for row in session.execute(select(*about))),
        tuple(session.scalars(granted)),
        _commits(session),
    )


def _commits(session: Session) -> int:
    found: Any = fact(session, _COMMITS)
    return int(found or 0)


def _with(known_now: Bekend, bron: _Bron) -> Bekend:
    """Add what one source tells."""
    return replace(
        known_now,
        bewijzen={one.casus: one for one in bron.bewijzen} | known_now.bewijzen,
        verzoeken=(*known_now.verzoeken, *bron.verzoeken),
    )


def _opens(folder: Path, sleutels: Sleutels) -> bool:
    """Tell whether the header that lies there is of these keys."""
    with suppress(OSError, DamageError, TooNewError):
        found = header.parse(files.read_at_most(folder / HEADER, header.MAX_BYTES)).header
        same = (sleutels.vault_id, sleutels.epoch, sleutels.file)
        return (found.vault_id, found.epoch, found.database) == same
    return False


def _keep(session: Session, found: Terugkeer) -> None:
    session.merge(Sleutelwaarde(sleutel=_FACT, waarde=_facts(found)))


def _facts(found: Terugkeer) -> dict[str, Any]:
    moments = {"gemaakt": found.gemaakt, "tot": found.tot}
    written = {name: moment and moment.isoformat() for name, moment in moments.items()}
    return asdict(found) | written


def _read(kept: dict[str, Any] | None) -> Terugkeer | None:
    if kept is None:
        return None
    gemaakt, tot = (
        datetime.fromisoformat(kept[name]) if kept[name] else None for name in ("gemaakt", "tot")
    )
    return Terugkeer(
        gemaakt, tuple(kept["opnieuw"]), tuple(kept["verzoeken"]), tot, kept["is_alles"]
    )
