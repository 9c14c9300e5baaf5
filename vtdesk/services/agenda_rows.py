"""What the agenda shows: an appointment with its casus, its people and its verslag."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from vtdesk.models import MET_VERSLAG, Afspraak, Casus, Deelname, Parkeernotitie, Verslag
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat, VerslagStand
from vtdesk.values.tijd import local

WRITTEN = (VerslagStand.VASTGESTELD, VerslagStand.VERVANGEN)


@dataclass(frozen=True, slots=True)
class AfspraakGegevens:
    """What a form holds of an appointment; begin and einde are aware moments."""

    titel: str
    soort: AfspraakSoort
    begin: datetime
    einde: datetime
    casus_id: UUID | None = None
    plaats: str = ""
    doel: str = ""
    hele_dag: bool = False


@dataclass(frozen=True, slots=True)
class AfspraakRow:
    """One block of the day."""

    id: UUID
    version: int
    titel: str
    soort: AfspraakSoort
    staat: AfspraakStaat
    begin: datetime
    einde: datetime
    hele_dag: bool
    plaats: str
    doel: str
    reden: str
    casus_id: UUID | None
    casus: str
    nummer: str
    wie: tuple[str, ...]
    owes_verslag: bool
    verslag_id: UUID | None
    verslag_stand: VerslagStand | None
    notitie_op: datetime | None
    reeks_id: UUID | None = None
    let_op: str = ""

    @property
    def notitie(self) -> bool:
        """Tell whether there is a parkeernotitie."""
        return self.notitie_op is not None

    @property
    def needs_new_date(self) -> bool:
        """Tell whether it was cancelled and nobody said yet what comes instead."""
        return self.staat is AfspraakStaat.AFGEZEGD and not self.reden

    @property
    def gegevens(self) -> AfspraakGegevens:
        """Give what a form changes."""
        return AfspraakGegevens(
            self.titel,
            self.soort,
            self.begin,
            self.einde,
            self.casus_id,
            self.plaats,
            self.doel,
            self.hele_dag,
        )


def afspraken() -> Select[Afspraak, str, str]:
    """Begin a query for appointments with the name and number of their casus."""
    return select(Afspraak, Casus.naam, Casus.nummer).outerjoin(
        Casus, Casus.id == Afspraak.casus_id
    )


def owed(session: Session) -> list[AfspraakRow]:
    """Read the held talks whose verslag is not finalised yet, oldest first."""
    return rows(session, afspraken().where(*_owed()).order_by(Afspraak.begin))


def count_owed(session: Session) -> int:
    """Count them."""
    return session.scalar(select(func.count()).select_from(Afspraak).where(*_owed())) or 0


def _owed() -> Iterator[ColumnElement[bool]]:
    """Say what makes a talk owe its verslag."""
    written = select(Verslag.id).where(
        Verslag.afspraak_id == Afspraak.id, Verslag.stand.in_(WRITTEN)
    )
    yield Afspraak.staat == AfspraakStaat.GEHOUDEN
    yield Afspraak.soort.in_(MET_VERSLAG)
    yield Afspraak.casus_id.is_not(None)
    yield Afspraak.geen_verslag_want == ""
    yield ~written.exists()


def rows(session: Session, query: Select[Afspraak, str, str]) -> list[AfspraakRow]:
    """Run such a query and give rows, reading what belongs to them once for all."""
    found = session.execute(query).all()
    ids = [afspraak.id for afspraak, _, _ in found]
    wie: dict[UUID, list[str]] = {i: [] for i in ids}
    invited = select(Deelname).where(Deelname.afspraak_id.in_(ids)).order_by(Deelname.volgorde)
    for deelname in session.scalars(invited):
        wie[deelname.afspraak_id].append(deelname.naam)
    written = {
        v.afspraak_id: v
        for v in session.scalars(select(Verslag).where(Verslag.afspraak_id.in_(ids)))
    }
    parked = (
        select(Parkeernotitie.afspraak_id, Parkeernotitie.gemaakt_op)
        .where(Parkeernotitie.afspraak_id.in_(ids))
        .order_by(Parkeernotitie.gemaakt_op)
    )
    notes = dict(session.execute(parked).all())
    return [
        AfspraakRow(
            id=afspraak.id,
            version=afspraak.version,
            titel=afspraak.titel,
            soort=afspraak.soort,
            staat=afspraak.staat,
            begin=local(afspraak.begin),
            einde=local(afspraak.einde),
            hele_dag=afspraak.hele_dag,
            plaats=afspraak.plaats,
            doel=afspraak.doel,
            reden=afspraak.reden,
            casus_id=afspraak.casus_id,
            casus=naam or "",
            nummer=nummer or "",
            wie=tuple(wie[afspraak.id]),
            owes_verslag=afspraak.owes_verslag,
            verslag_id=written[afspraak.id].id if afspraak.id in written else None,
            verslag_stand=written[afspraak.id].stand if afspraak.id in written else None,
            notitie_op=notes.get(afspraak.id),
            reeks_id=afspraak.reeks_id,
            let_op=afspraak.let_op,
        )
        for afspraak, naam, nummer in found
    ]
