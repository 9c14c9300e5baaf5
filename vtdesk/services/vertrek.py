"""Leaving this laptop: first what is not safe elsewhere, then a last copy, then the decision.

What goes after the decision is `security/verlaten.py`, once the kluis has closed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vtdesk.errors import OutsideError, UserError
from vtdesk.models import Casus, Klad, Verslag
from vtdesk.security import verlaten
from vtdesk.security.kopiestand import Plek
from vtdesk.security.verlaten import Afscheid
from vtdesk.services.logboek import Uitkomst, Voorval, tell
from vtdesk.services.reservekopie.service import Reservekopieen
from vtdesk.services.verslagen import SCHRIJFBAAR
from vtdesk.store.store import Store
from vtdesk.values.tijd import Clock, klok, local, volle_dag

WOORD = "alles weg"
Tell = Callable[[str], None]


class Antwoord(StrEnum):
    """What becomes of what is still open; a closed list, for the proof holds no content."""

    MEE = "mee"
    WEG = "weg"

    @property
    def zin(self) -> str:
        """Say it in words."""
        return {
            "mee": "Dit gaat mee in de reservekopie.",
            "weg": "Dit hoeft niet te worden bewaard.",
        }[self.value]


@dataclass(frozen=True, slots=True)
class OpenPunt:
    """Something that lies only on this laptop."""

    nummer: str  # of the casus; "" when it is of none
    wat: str


@dataclass(frozen=True, slots=True)
class Keuze:
    """How she leaves; without a place nothing goes along, and she says that this is meant."""

    woord: str
    plaats: Path | None = None
    niets_mee: bool = False
    antwoord: Antwoord | None = None


class Vertrek:
    """Use cases around leaving this laptop."""

    def __init__(self, store: Store, clock: Clock, copies: Reservekopieen | None) -> None:
        self._store = store
        self._clock = clock
        self._copies = copies

    def openstaand(self) -> list[OpenPunt]:
        """List what is not vastgesteld, or not placed in the system of Veilig Thuis."""
        with self._store.read() as session:
            return [*_not_final(session), *_not_placed(session), *_half_typed(session)]

    def check(self, keuze: Keuze) -> None:
        """Raise what is not answered yet."""
        _refuse(keuze, self.openstaand())

    def decide(self, keuze: Keuze, told: Tell = lambda _: None) -> None:
        """Make the last copy, read it back, and decide; after that only closing is left.

        Nothing has gone yet when this raises.
        """
        points = self.openstaand()
        _refuse(keuze, points)
        now = self._clock()
        self._note(Uitkomst.OK)  # before the copy, so that it goes along
        try:
            lines = [self._hand_over(keuze, told), *_answered(keuze, points)]
            place = "" if keuze.plaats is None else str(keuze.plaats)
            verlaten.begin(self._store.path.parent, Afscheid(now, tuple(lines), place))
        except (UserError, OutsideError):
            self._note(Uitkomst.MISLUKT)
            raise

    def _hand_over(self, keuze: Keuze, told: Tell) -> str:
        """Make a copy on the medium and read all of it back from there."""
        if keuze.niets_mee or keuze.plaats is None:
            return "Overgedragen: er is niets over te dragen, zo is gezegd."
        if self._copies is None:
            raise UserError("Van deze kluis kan geen reservekopie worden gemaakt.")
        self._copies.choose(keuze.plaats)
        [outcome] = self._copies.make(Plek.STICK, tell=told)
        if not outcome.is_gelukt:
            raise OutsideError(f"{outcome.zin} Daarom is er niets weggehaald.")
        row = next(row for row in self._copies.rows(Plek.STICK) if row.kopie.pad == outcome.pad)
        told("De reservekopie wordt helemaal nagelezen")
        seen = self._copies.check(row.kopie, told)
        made = local(row.gemaakt)
        broken = ", waarbij het logboek niet klopte" if seen.logboek else ""
        return (
            f"Overgedragen: reservekopie {row.kopie.pad.name} van {volle_dag(made.date())} "
            f"{klok(made)}, helemaal nagelezen{broken} ({seen.inhoud.casussen} casussen, "
            f"{seen.inhoud.verslagen} verslagen, {len(seen.bijlagen)} bijlagen in een eigen "
            "bestand)."
        )

    def _note(self, uitkomst: Uitkomst) -> None:
        with self._store.write() as session:
            tell(session, Voorval.LAPTOP_VERLATEN, uitkomst)


def _refuse(keuze: Keuze, points: list[OpenPunt]) -> None:
    if keuze.woord.strip().casefold() != WOORD:
        raise UserError(f"Typ de woorden '{WOORD}' om door te gaan.")
    if keuze.plaats is None and not keuze.niets_mee:
        raise UserError(
            "Kies een stick voor de laatste reservekopie, of zeg dat er niets over te dragen is."
        )
    if points and keuze.antwoord is None:
        raise UserError("Zeg eerst wat er moet gebeuren met wat nog openstaat.")
    if points and keuze.antwoord is Antwoord.MEE and keuze.niets_mee:
        raise UserError("Wat openstaat kan alleen mee als er een reservekopie wordt gemaakt.")


def _answered(keuze: Keuze, points: list[OpenPunt]) -> list[str]:
    """Say for the proof how many points were open, and never which."""
    if not points or keuze.antwoord is None:
        return ["Openstaand: niets."]
    count = "één punt" if len(points) == 1 else f"{len(points)} punten"
    return [f"Openstaand: {count}. Antwoord: {keuze.antwoord.zin}"]


def _not_final(session: Session) -> Iterator[OpenPunt]:
    query = (
        select(Casus.nummer, func.count())
        .join(Verslag, Verslag.casus_id == Casus.id)
        .where(Verslag.stand.in_(SCHRIJFBAAR))
        .group_by(Casus.nummer)
        .order_by(Casus.nummer)
    )
    for nummer, count in session.execute(query):
        which = "Eén verslag is" if count == 1 else f"{count} verslagen zijn"
        yield OpenPunt(nummer, f"{which} niet vastgesteld.")


def _not_placed(session: Session) -> Iterator[OpenPunt]:
    query = select(Casus.nummer).where(Casus.geplaatst_op.is_(None)).order_by(Casus.nummer)
    for nummer in session.scalars(query):
        yield OpenPunt(nummer, "Niet geplaatst in het systeem van Veilig Thuis.")


def _half_typed(session: Session) -> Iterator[OpenPunt]:
    count = session.scalar(select(func.count()).select_from(Klad)) or 0
    if count:
        which = "Eén half ingevuld venster" if count == 1 else f"{count} half ingevulde vensters"
        yield OpenPunt("", f"{which}.")
