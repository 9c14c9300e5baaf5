"""Reads the table: rows of a zitting, and all of one bespreking."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vtdesk.models import (
    Afspraak,
    Bespreking,
    Casus,
    Inbreng,
    Persoon,
    Pleintaak,
    Standpunt,
    Zitting,
)
from vtdesk.services.persoon_rows import kinderen
from vtdesk.services.plein.rows import (
    BesprekingDetail,
    BesprekingGegevens,
    BesprekingRow,
    InbrengRow,
    StandpuntRow,
    TaakRow,
    Uitkomst,
    Voorbereiding,
    ZittingRow,
)
from vtdesk.services.regelbestanden import plein
from vtdesk.values.dagkinds import PleinFase
from vtdesk.values.kinds import AfspraakStaat
from vtdesk.values.tijd import leeftijd, local

LEGE_KOP = "Kind"


def zitting_row(session: Session, zitting: Zitting) -> ZittingRow:
    """Give a stored zitting as a row."""
    count = select(func.count()).select_from(Bespreking).where(Bespreking.zitting_id == zitting.id)
    return ZittingRow(
        zitting.id,
        zitting.afspraak_id,
        begin_of(session, zitting),
        plein().regio(zitting.regio),
        session.scalar(count) or 0,
    )


def begin_of(session: Session, zitting: Zitting) -> datetime:
    """Tell when a zitting begins; it follows its block in the agenda."""
    afspraak = session.get(Afspraak, zitting.afspraak_id) if zitting.afspraak_id else None
    stands = afspraak is not None and afspraak.staat in (
        AfspraakStaat.GEPLAND,
        AfspraakStaat.GEHOUDEN,
    )
    return local(afspraak.begin if afspraak and stands else zitting.begin)


def of_zitting(session: Session, zitting_id: UUID) -> list[Bespreking]:
    """List the besprekingen of a zitting in their order."""
    query = select(Bespreking).where(Bespreking.zitting_id == zitting_id)
    return list(session.scalars(query.order_by(Bespreking.volgorde, Bespreking.id)))


def bespreking_rows(session: Session, zitting_id: UUID) -> list[BesprekingRow]:
    """Give the besprekingen of a zitting as rows, each at its planned time."""
    zitting = session.get(Zitting, zitting_id)
    if zitting is None:
        return []
    begin, tafel = begin_of(session, zitting), plein().regio(zitting.regio).tafel
    rows: list[BesprekingRow] = []
    for number, bespreking in enumerate(of_zitting(session, zitting_id), 1):
        casus = session.get(Casus, bespreking.casus_id) if bespreking.casus_id else None
        rows.append(_row(session, bespreking, casus, number, begin, tafel))
        begin += timedelta(minutes=bespreking.minuten)
    return rows


def detail_of(session: Session, bespreking: Bespreking) -> BesprekingDetail:
    """Give all that is written of one bespreking."""
    rows = bespreking_rows(session, bespreking.zitting_id)
    zitting = session.get_one(Zitting, bespreking.zitting_id)
    return BesprekingDetail(
        row=next(row for row in rows if row.id == bespreking.id),
        regio=plein().regio(zitting.regio),
        van=len(rows),
        voorbereiding=Voorbereiding(
            bespreking.weet, bespreking.vragen, tuple(bespreking.gevraagd), bespreking.let_op
        ),
        voorbereid_op=bespreking.voorbereid_op and local(bespreking.voorbereid_op),
        uitkomst=uitkomst_of(bespreking),
        klad=dict(bespreking.klad),
        fase=bespreking.fase,
        fase_sinds=bespreking.fase_sinds and local(bespreking.fase_sinds),
        fasen={PleinFase(fase): int(count) for fase, count in bespreking.fasen.items()},
        inbreng=tuple(_inbreng(one) for one in parts(session, Inbreng, bespreking.id)),
        standpunten=tuple(_standpunt(one) for one in standpunten_of(session, bespreking.id)),
        taken=tuple(_taak(one) for one in parts(session, Pleintaak, bespreking.id)),
    )


def uitkomst_of(bespreking: Bespreking) -> Uitkomst:
    """Give what was found and decided."""
    return Uitkomst(
        bespreking.mening_kind,
        bespreking.niet_gevraagd_want,
        bespreking.besluit,
        bespreking.gronden,
        bespreking.evaluatie_op,
        bespreking.casusregie,
        bespreking.zicht,
        bespreking.vertelt_kinderen,
    )


def parts(session: Session, kind: type[Any], bespreking_id: UUID) -> list[Any]:
    """List the parts of one kind of a bespreking, in their order."""
    query = select(kind).where(kind.bespreking_id == bespreking_id)
    return list(session.scalars(query.order_by(kind.volgorde, kind.id)))


def standpunten_of(session: Session, bespreking_id: UUID) -> list[Standpunt]:
    """List the standpunten: the parents first."""
    found = parts(session, Standpunt, bespreking_id)
    return sorted(found, key=lambda one: (not one.ouder, one.volgorde))


def _row(
    session: Session,
    bespreking: Bespreking,
    casus: Casus | None,
    number: int,
    begin: datetime,
    tafel: str,
) -> BesprekingRow:
    return BesprekingRow(
        id=bespreking.id,
        version=bespreking.version,
        zitting_id=bespreking.zitting_id,
        nummer=number,
        begin=begin,
        gegevens=BesprekingGegevens(
            bespreking.minuten,
            bespreking.casus_id,
            bespreking.initialen,
            bespreking.leeftijd,
            bespreking.aanvrager,
        ),
        kop=kop(bespreking.initialen, bespreking.leeftijd)
        or _kop_van_kinderen(session, bespreking.casus_id, local(begin).date()),
        casus=casus.naam if casus else "",
        casusnummer=casus.nummer if casus else "",
        tafel=tafel,
        voorbereid=bespreking.voorbereid_op is not None,
        begonnen_op=bespreking.begonnen_op and local(bespreking.begonnen_op),
        gesloten_op=bespreking.gesloten_op and local(bespreking.gesloten_op),
        verwerkt_op=bespreking.verwerkt_op and local(bespreking.verwerkt_op),
        verdwijnt_op=bespreking.verdwijnt_op,
        besluit=plein().besluit(bespreking.besluit),
    )


def kop(initialen: str, jaren: str) -> str:
    """Write initials and age: `J., 15 jaar`; an age in words stays as it is."""
    age = f"{jaren.strip()} jaar" if jaren.strip().isdigit() else jaren.strip()
    return ", ".join(filter(None, (initialen.strip(), age))) if initialen.strip() else ""


def _kop_van_kinderen(session: Session, casus_id: UUID | None, on: date) -> str:
    """Write the children of a casus by initial and age, the oldest first."""
    found = session.scalars(kinderen(casus_id))
    return " en ".join(_kort(kind, on) for kind in found) or LEGE_KOP


def _kort(kind: Persoon, on: date) -> str:
    initial = f"{(kind.voornaam or kind.naam)[:1].upper()}."
    born = kind.geboortedatum
    return f"{initial}, {leeftijd(born, on)} jaar" if born and born <= on else initial


def _inbreng(one: Inbreng) -> InbrengRow:
    return InbrengRow(one.id, local(one.moment), one.spreker, one.tekst, one.letter)


def _standpunt(one: Standpunt) -> StandpuntRow:
    return StandpuntRow(
        one.id, one.wie, one.ouder, one.tekst, one.afwijkend, one.op_grond, one.naam
    )


def _taak(one: Pleintaak) -> TaakRow:
    return TaakRow(one.id, one.wie, one.wat, one.wanneer, one.belofte_id)
