"""Working up: what was said and decided about a casus comes in its casus, and in no other.

A bespreking that was opened again is worked up again: its outcome is written anew in its place, and
only what was said since comes over. A tafelkaart is no casus: working it up only
says that it is done, until it disappears.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Bespreking, Betrokkenheid, Gebeurtenis, Inbreng, Persoon, Uitspraak
from vtdesk.services.persoon_rows import KINDEREN
from vtdesk.services.plein.lezen import detail_of
from vtdesk.services.plein.loop import existing, outcome_of, pause
from vtdesk.services.plein.rows import BesprekingDetail, InbrengRow
from vtdesk.services.plein.woorden import toelichting, uitkomst_titel
from vtdesk.services.uitspraak_rows import UitspraakGegevens, regel_of
from vtdesk.services.uitspraak_tekst import fill
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import GebeurtenisSoort
from vtdesk.values.kinds import Rol
from vtdesk.values.tekst import Bron
from vtdesk.values.tijd import Clock, local

_KIND = ("kind", "kinderen")
_ROLLEN = {"moeder": (Rol.MOEDER,), "vader": (Rol.VADER,), **dict.fromkeys(_KIND, KINDEREN)}


@dataclass(frozen=True, slots=True)
class Verwerkt:
    """What a bespreking became in its casus, so that it can be undone."""

    bespreking_id: UUID
    gebeurtenis_id: UUID | None = None
    uitspraken: tuple[UUID, ...] = ()
    regels: tuple[UUID, ...] = ()  # lines of the table that came over
    was: tuple[str, str] | None = None  # the outcome that stood there before


class Pleinverwerking:
    """Use cases around the end of a bespreking; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def work_up(self, bespreking_id: UUID) -> Verwerkt:
        """Write the outcome and the lines into the casus of this bespreking; `undo` undoes it."""
        now = self._clock()
        with self._store.write() as session:
            bespreking = existing(session, bespreking_id)
            if bespreking.verwerkt_op is not None:
                raise UserError("Deze bespreking is al verwerkt.")
            if bespreking.begonnen_op is None:
                raise UserError("Deze bespreking is nog niet geweest.")
            pause(bespreking, now)
            bespreking.gesloten_op = bespreking.gesloten_op or now
            bespreking.verwerkt_op = now
            casus_id = bespreking.casus_id
            if casus_id is None:
                return Verwerkt(bespreking_id)
            detail = detail_of(session, bespreking)
            outcome, was = _outcome(session, casus_id, bespreking, detail)
            said = _take_over(session, bespreking_id)
            new = [one for one in detail.inbreng if one.id in said]
            lines = [_line(session, casus_id, one, bespreking.aanvrager, now) for one in new]
            return Verwerkt(bespreking_id, outcome, tuple(lines), said, was)

    def undo(self, verwerkt: Verwerkt) -> None:
        """Take out of the casus what working up put there."""
        with self._store.write() as session:
            existing(session, verwerkt.bespreking_id).verwerkt_op = None
            if verwerkt.gebeurtenis_id:
                _take_back(session, verwerkt.gebeurtenis_id, verwerkt.was)
            for regel_id in verwerkt.regels:
                said = session.get(Inbreng, regel_id)
                if said is not None:
                    said.verwerkt = False
            for uitspraak_id in verwerkt.uitspraken:
                line = session.get(Uitspraak, uitspraak_id)
                if line is not None:
                    line.verwijderd_op = self._clock()


def _outcome(
    session: Session, casus_id: UUID, bespreking: Bespreking, detail: BesprekingDetail
) -> tuple[UUID, tuple[str, str] | None]:
    """Write the outcome; give also what stood there before, when this one was worked up earlier."""
    titel, words = uitkomst_titel(detail), toelichting(detail)
    known = outcome_of(session, bespreking)
    if known is not None:
        was = (known.titel, known.toelichting)
        known.titel, known.toelichting = titel, words
        return known.id, was
    gebeurtenis = Gebeurtenis(
        casus_id=casus_id,
        soort=GebeurtenisSoort.PLEIN,
        titel=titel,
        begin=bespreking.begonnen_op or detail.row.begin,
        hele_dag=False,
        bron=detail.regio.tafel,
        toelichting=words,
    )
    session.add(gebeurtenis)
    return gebeurtenis.id, None


def _take_back(session: Session, gebeurtenis_id: UUID, was: tuple[str, str] | None) -> None:
    found = session.get(Gebeurtenis, gebeurtenis_id)
    if found is None:
        return
    if was is None:
        session.delete(found)
    else:
        found.titel, found.toelichting = was


def _take_over(session: Session, bespreking_id: UUID) -> tuple[UUID, ...]:
    """Give the lines that do not stand in the casus yet, and note that they do now."""
    query = select(Inbreng).where(
        Inbreng.bespreking_id == bespreking_id, Inbreng.verwerkt.is_(False)
    )
    found = session.scalars(query.order_by(Inbreng.volgorde)).all()
    for one in found:
        one.verwerkt = True
    return tuple(one.id for one in found)


def _line(
    session: Session, casus_id: UUID, line: InbrengRow, aanvrager: str, now: datetime
) -> UUID:
    """Make a statement of a line; one without grounds shows as a gap, and is not refused."""
    bron = _bron(session, casus_id, line.spreker, aanvrager)
    uitspraak = Uitspraak(
        id=uuid4(),
        casus_id=casus_id,
        verslag_id=None,
        letter=line.letter,
        runs=[],
        vastgelegd_op=now,
    )
    gegevens = UitspraakGegevens(
        letter=line.letter,
        tekst=line.tekst,
        bron=bron,
        informatiedatum=local(line.moment).date(),
    )
    own_words = line.spreker.casefold() in _KIND and bron.persoon_id is not None
    fill(uitspraak, regel_of(uitspraak.id, gegevens, None, is_kind=own_words))
    session.add(uitspraak)
    return uitspraak.id


def _bron(session: Session, casus_id: UUID, spreker: str, aanvrager: str) -> Bron:
    """Say who said it: the one person of this casus who is meant, else the words at the table."""
    if not spreker:
        return Bron(naam=aanvrager or "De tafel", hoedanigheid="aan tafel")
    word = spreker.casefold()
    roles = _ROLLEN.get(word, ())
    meant = {
        persoon.id: persoon
        for persoon, rol in _people(session, casus_id)
        if rol in roles or word in (persoon.voornaam.casefold(), persoon.naam.casefold())
    }
    if len(meant) != 1:
        return Bron(naam=spreker, hoedanigheid="aan tafel")
    [persoon] = meant.values()
    return Bron(persoon.naam, persoon.id, word if roles else "")


def _people(session: Session, casus_id: UUID) -> list[tuple[Persoon, Rol]]:
    query = (
        select(Persoon, Betrokkenheid.rol)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(
            Betrokkenheid.casus_id == casus_id,
            Betrokkenheid.rol != Rol.MELDER,
            Betrokkenheid.tot.is_(None),
        )
    )
    return [(persoon, rol) for persoon, rol in session.execute(query)]
