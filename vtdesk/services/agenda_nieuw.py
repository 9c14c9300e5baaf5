"""Making an appointment, with the gesprek behind it; and taking away one that was never used."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import MET_VERSLAG, Afspraak, Base, Deelname, Gesprek, Herinnering, Zitting
from vtdesk.services.agenda_rows import AfspraakGegevens
from vtdesk.services.gesprekken import DeelnameGegevens, invite
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat, Kanaal
from vtdesk.values.tijd import later, local, start_of

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


def gegevens_of(afspraak: Afspraak) -> AfspraakGegevens:
    """Give what a form holds of an appointment."""
    return AfspraakGegevens(
        titel=afspraak.titel,
        soort=afspraak.soort,
        begin=afspraak.begin,
        einde=afspraak.einde,
        casus_id=afspraak.casus_id,
        plaats=afspraak.plaats,
        doel=afspraak.doel,
        hele_dag=afspraak.hele_dag,
    )


def on_another_day(gegevens: AfspraakGegevens, begin: datetime) -> AfspraakGegevens:
    """Let it begin at another moment; what lasts all day lasts as many days."""
    if not gegevens.hele_dag:
        return replace(gegevens, begin=begin, einde=later(begin, gegevens.einde - gegevens.begin))
    days = local(gegevens.einde).date() - local(gegevens.begin).date()
    first = local(begin).date()
    return replace(gegevens, begin=start_of(first), einde=start_of(first + days))


def give_form(
    session: Session,
    afspraak: Afspraak,
    gegevens: AfspraakGegevens,
    genodigden: tuple[DeelnameGegevens, ...] | None,
) -> None:
    """Change what a form holds; when it was stays as it was once it is no longer planned."""
    if afspraak.staat is AfspraakStaat.GEPLAND:
        afspraak.begin, afspraak.einde = gegevens.begin, gegevens.einde
    afspraak.titel, afspraak.soort = gegevens.titel.strip(), gegevens.soort
    afspraak.casus_id, afspraak.hele_dag = gegevens.casus_id, gegevens.hele_dag
    afspraak.plaats, afspraak.doel = gegevens.plaats, gegevens.doel
    afspraak.check()
    ensure_gesprek(session, afspraak)
    if genodigden is not None:
        invite(session, afspraak.id, genodigden)


def ensure_gesprek(session: Session, afspraak: Afspraak) -> None:
    """Put the gesprek behind an appointment of a casus that has none yet."""
    if has_gesprek(afspraak) and not session.scalar(
        select(Gesprek.id).where(Gesprek.afspraak_id == afspraak.id)
    ):
        session.add(new_gesprek(afspraak))


def has_gesprek(afspraak: Afspraak) -> bool:
    """Tell whether there is a gesprek behind such an appointment."""
    return afspraak.casus_id is not None and afspraak.soort in MET_VERSLAG


def new_gesprek(afspraak: Afspraak) -> Gesprek:
    """Make the gesprek behind an appointment, in the way that its kind suggests."""
    kanaal = _KANAAL.get(afspraak.soort, Kanaal.KANTOOR)
    return Gesprek(afspraak_id=afspraak.id, kanaal=kanaal)


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


def bring_zitting(session: Session, old: Afspraak, new: Afspraak) -> None:
    """Let the besprekingen of a table follow it to its other date."""
    for zitting in session.scalars(select(Zitting).where(Zitting.afspraak_id == old.id)):
        zitting.afspraak_id, zitting.begin = new.id, new.begin


def take_away_unused(session: Session, afspraak: Afspraak) -> None:
    """Take away a planned appointment with its parts, unless something hangs on it by now."""
    if used(session, [afspraak]):
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


def used(session: Session, afspraken: Sequence[Afspraak]) -> set[UUID]:
    """Tell which were held or cancelled, and about which anything was noted."""
    ids = [afspraak.id for afspraak in afspraken]
    found = {one.id for one in afspraken if one.staat is not AfspraakStaat.GEPLAND}
    told = select(Gesprek.afspraak_id).where(
        Gesprek.afspraak_id.in_(ids), Gesprek.bijzonderheden != ""
    )
    pointing = [select(column).where(column.in_(ids)) for column in _pointing()]
    return found.union(*(session.scalars(query) for query in (told, *pointing)))


def _pointing() -> list[Column[UUID]]:
    """List, over all tables, the columns by which something belongs to an appointment."""
    parts = {part.__table__ for part in _PARTS}
    return [
        key.parent
        for table in Base.metadata.sorted_tables
        if table not in parts
        for key in table.foreign_keys
        if key.column.table.name == Afspraak.__tablename__
    ]
