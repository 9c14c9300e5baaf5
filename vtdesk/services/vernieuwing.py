"""Brings a kluis over to other keys: bijlagen first, then the database, then what signs.

Nothing of the present kluis changes: who is stopped half-way, goes on with what was there.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import select

from vtdesk.errors import DamageError, OutsideError
from vtdesk.models import Bijlage
from vtdesk.security import bijlagen as bestanden
from vtdesk.security.cost import Cost
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import Keychain
from vtdesk.security.kluis import Sleutels
from vtdesk.security.rekey import rekey
from vtdesk.services.bijlagen import resten
from vtdesk.services.bijlagen.resten import Rest
from vtdesk.services.logboek import Voorval
from vtdesk.services.opening import open_desk
from vtdesk.services.reservekopie.service import Reservekopieen
from vtdesk.services.zegels import renew_key
from vtdesk.store.herschrijven import rewrite_under
from vtdesk.store.migrate import check_database
from vtdesk.store.store import Store, go_along

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Geheimen:
    """The wachtzin of now, and what comes in its place."""

    oude: str = field(repr=False)
    nieuwe: str = field(repr=False)
    herstelcode: Herstelcode


@dataclass(frozen=True, slots=True)
class Vernieuwd:
    """What came of it; a damaged bijlage cannot be brought over and stays as it was."""

    sleutels: Sleutels
    beschadigd: int
    oude_kopieen: tuple[str, ...]  # where something is that the old secrets may still open


@dataclass(frozen=True, slots=True)
class _Nieuw:
    """A bijlage in a file of its own, under another name and key."""

    bijlage: UUID
    oude_bestand: UUID
    bestand: UUID
    sleutel: bytes = field(repr=False)


def vernieuw(
    folder: Path,
    geheimen: Geheimen,
    keychain: Keychain,
    *,
    cost: Cost | None = None,
    tell: Tell = lambda _: None,
) -> Vernieuwd:
    """Give a closed kluis other keys for everything; the old secrets open nothing of it then.

    The caller holds the instance lock. `tell` hears in words how far it is.
    """
    over = _Overgang(folder, geheimen.herstelcode, keychain, tell)
    tell("De nieuwe sleutels worden gemaakt")
    sleutels = rekey(
        folder,
        geheimen.oude,
        geheimen.nieuwe,
        geheimen.herstelcode,
        keychain,
        copy=over.copy,
        cost=cost,
    )
    tell("De oude bestanden worden opgeruimd")
    return Vernieuwd(sleutels, over.beschadigd, _tidy(folder, sleutels, keychain, tell))


class _Overgang:
    """The way from one database to the next."""

    def __init__(self, folder: Path, code: Herstelcode, keychain: Keychain, tell: Tell) -> None:
        self._folder = folder
        self._code = code
        self._keychain = keychain
        self._tell = tell
        self.beschadigd = 0

    def copy(self, oud: Sleutels, nieuw: Sleutels) -> None:
        """Make the database of the new keys, whole and checked."""
        store, desk = open_desk(self._folder, oud, keychain=self._keychain)
        try:
            if desk.reservekopieen is not None:
                desk.reservekopieen.before(self._tell)
            made = self._bijlagen(store)
            self._tell("De kluis wordt overgezet")
            _transcribe(self._folder, oud, nieuw)
        finally:
            store.close()
        self._adapt(nieuw, made)
        self._tell("De nieuwe kluis wordt nagekeken")
        if check_database(self._folder / nieuw.file, nieuw.database):
            raise _not_whole()

    def _bijlagen(self, store: Store) -> list[_Nieuw]:
        """Write each file again under a new key; the old one stays until the header decides."""
        with store.read() as session:
            rows = select(Bijlage.id, Bijlage.bestand, Bijlage.sleutel).where(
                Bijlage.sleutel.is_not(None)
            )
            found = [(one, bestand or one, key) for one, bestand, key in session.execute(rows)]
        names = {one: uuid4() for one, _, _ in found}
        with store.write() as session:  # what is half written goes at the next opening
            resten.note(session, Rest.BEGONNEN, names.values())
        made = []
        for number, (one, old, key) in enumerate(found, 1):
            self._tell(f"De bijlagen krijgen nieuwe sleutels: {number} van {len(found)}")
            try:
                parts = bestanden.read(self._folder, old, key or b"")
                fresh = bestanden.write(self._folder, names[one], parts)
            except DamageError:
                self.beschadigd += 1
                continue
            made.append(_Nieuw(one, old, names[one], fresh))
        return made

    def _adapt(self, nieuw: Sleutels, made: list[_Nieuw]) -> None:
        """Let the new database know the new files, and sign with another key."""
        store, desk = open_desk(self._folder, nieuw)
        try:
            with store.write() as session:
                go_along(session, [one.bijlage for one in made])
                for one in made:
                    row = session.get_one(Bijlage, one.bijlage)
                    row.bestand, row.sleutel = one.bestand, one.sleutel
                resten.forget(session, Rest.BEGONNEN, [one.bestand for one in made])
                resten.note(session, Rest.WEG, [one.oude_bestand for one in made])
                renew_key(session)
            desk.herstelblad.bewaar(self._code.groups, Voorval.SLEUTELS)
        finally:
            store.close()


def _transcribe(folder: Path, oud: Sleutels, nieuw: Sleutels) -> None:
    source, target = folder / oud.file, folder / nieuw.file
    if not rewrite_under(source, oud.database, target, nieuw.database):
        raise _not_whole()


def _tidy(folder: Path, sleutels: Sleutels, keychain: Keychain, tell: Tell) -> tuple[str, ...]:
    """Take away what only the old keys open; what resists goes at the next opening.

    A copy of before goes when there is one under the new keys in its place, and then what stands
    aside goes too; gives what stays.
    """
    with suppress(OutsideError):
        store, desk = open_desk(folder, sleutels, keychain=keychain)
        try:
            store.forget_copies()
            desk.bijlagen.sweep()
            return _replace_copies(desk.reservekopieen, tell)
        finally:
            store.close()
    return (str(folder),)


def _replace_copies(kopieen: Reservekopieen | None, tell: Tell) -> tuple[str, ...]:
    if kopieen is None:
        return ()
    places = [place for place in kopieen.stand().plaatsen if place.goed is not None]
    made = kopieen.make(*(place.plek for place in places), tell=tell) if places else []
    if any(one.is_gelukt for one in made):  # not before there is a kluis in a safe place
        kopieen.drop_aside()
    left = [str(one.pad) for one in kopieen.aside()]
    for place in places:
        if kopieen.is_there(place.plek):
            rows = kopieen.rows(place.plek)
            left += [str(row.kopie.pad) for row in rows if not row.is_van_nu]
        else:
            left.append(place.pad)
    return tuple(left)


def _not_whole() -> OutsideError:
    return OutsideError(
        "De nieuwe kluis is niet goed overgekomen. De oude is niet veranderd en opent met de oude "
        "wachtzin. Probeer het opnieuw; blijft het zo, kijk dan of de schijf nog goed is."
    )
