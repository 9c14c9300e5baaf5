"""Making an appointment, with the gesprek behind it; and taking away one that was never used."""

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import MET_VERSLAG, Afspraak, Base, Deelname, Gesprek, Herinnering
from vtdesk.services.agenda_rows import AfspraakGegevens
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat, Kanaal

_KANAAL = {
    AfspraakSoort.HUISBEZOEK: Kanaal.HUISBEZOEK,
    AfspraakSoort.BELLEN: Kanaal.TELEFONISCH,
}
# What belongs to an appointment from its making on; anything else that points at it is use.
_PARTS = (Deelname, Gesprek, Herinnering)


def new_afspraak(gegevens: AfspraakGegevens) -> Afspraak:
    """Make an appointment of what a form holds."""
    return Afspraak(
        titel=gegevens.titel.strip(),
        soort=gegevens.soort,
        begin=gegevens.begin,
        einde=gegevens.einde,
        hele_dag=gegevens.hele_dag,
        casus_id=gegevens.casus_id,
        plaats=gegevens.plaats,
        doel=gegevens.doel,
    )


def ensure_gesprek(session: Session, afspraak: Afspraak) -> None:
    """Put the gesprek behind an appointment of a casus that has none yet."""
    if afspraak.casus_id is None or afspraak.soort not in MET_VERSLAG:
        return
    if not session.scalar(select(Gesprek.id).where(Gesprek.afspraak_id == afspraak.id)):
        kanaal = _KANAAL.get(afspraak.soort, Kanaal.KANTOOR)
        session.add(Gesprek(afspraak_id=afspraak.id, kanaal=kanaal))


def copy_invited(session: Session, old: Afspraak, new: Afspraak) -> None:
    """Invite to the new talk who was invited to the old one."""
    session.flush()
    gesprek = session.scalar(select(Gesprek).where(Gesprek.afspraak_id == new.id))
    invited = select(Deelname).where(Deelname.afspraak_id == old.id).order_by(Deelname.volgorde)
    for deelname in session.scalars(invited):
        if gesprek:
            session.add(
                Deelname(
                    gesprek_id=gesprek.id,
                    afspraak_id=new.id,
                    volgorde=deelname.volgorde,
                    naam=deelname.naam,
                    persoon_id=deelname.persoon_id,
                    organisatie_id=deelname.organisatie_id,
                    hoedanigheid=deelname.hoedanigheid,
                )
            )


def take_away_unused(session: Session, afspraak: Afspraak) -> None:
    """Take away a planned appointment with its parts, unless something hangs on it by now."""
    if is_used(session, afspraak):
        raise UserError(
            "Met de nieuwe afspraak is intussen iets gebeurd. Zeg die zelf af als dat nodig is."
        )
    take_away(session, afspraak)


def take_away(session: Session, afspraak: Afspraak) -> None:
    """Take away an appointment with its parts."""
    for part in _PARTS:
        for row in session.scalars(select(part).where(part.afspraak_id == afspraak.id)):
            session.delete(row)
        session.flush()
    session.delete(afspraak)


def is_used(session: Session, afspraak: Afspraak) -> bool:
    """Tell whether it was held or cancelled, or whether anything was noted about it."""
    told = select(Gesprek.id).where(
        Gesprek.afspraak_id == afspraak.id, Gesprek.bijzonderheden != ""
    )
    return (
        afspraak.staat is not AfspraakStaat.GEPLAND
        or session.scalar(told) is not None
        or any(session.scalar(select(exists().where(points))) for points in _pointing_at(afspraak))
    )


def _pointing_at(afspraak: Afspraak) -> list[ColumnElement[bool]]:
    """List, over all tables, what would point at this appointment."""
    parts = {part.__table__ for part in _PARTS}
    return [
        key.parent == afspraak.id
        for table in Base.metadata.sorted_tables
        if table not in parts
        for key in table.foreign_keys
        if key.column.table.name == Afspraak.__tablename__
    ]
