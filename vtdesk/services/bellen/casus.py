"""What one must know of a casus before one dials: five lines, and what is agreed for safety."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Afspraak, Casus, Gebeurtenis, Persoon, Uitspraak, Zicht
from vtdesk.services.crisis import reeks_of
from vtdesk.services.mijlpalen import mijlpalen
from vtdesk.services.persoon_rows import kinderen
from vtdesk.services.veiligheid_rows import politie_rows, waarborg_rows
from vtdesk.values.casuskinds import GebeurtenisSoort, Kleur
from vtdesk.values.geheim import Geheim
from vtdesk.values.kinds import AfspraakStaat, Dienst, Letter, Verificatie
from vtdesk.values.tijd import dag_met_naam, dichtbij, klok, korte_dag, leeftijd, local, start_of

_VERBODEN = (
    GebeurtenisSoort.HUISVERBOD,
    GebeurtenisSoort.CONTACTVERBOD,
    GebeurtenisSoort.LOCATIEVERBOD,
)
EERDER = 5  # talks on the phone that are shown


@dataclass(frozen=True, slots=True)
class Kleurstand:
    """How one organisation rates the danger now, and since when."""

    organisatie: str
    kleur: Kleur
    op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusRegels:
    """A casus in five lines, and the open veiligheidsafspraken; nothing shielded is in it."""

    id: UUID
    naam: str
    nummer: str
    kinderen: str
    dienst: Dienst
    zicht: str
    laatst: str
    crisis: tuple[Kleurstand, ...]
    hierna: str
    veiligheid: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EerderContact:
    """One talk on the phone before this one."""

    id: UUID
    op: date
    regel: str


@dataclass(frozen=True, slots=True)
class Gezegd:
    """A statement that was noted today, with its source."""

    id: UUID
    letter: Letter
    tekst: str
    bron: str
    via: str
    verificatie: Verificatie


def casus_regels(
    session: Session, casus_id: UUID, now: datetime, guard: Geheim
) -> CasusRegels | None:
    """Read them; a casus that was destroyed has none."""
    casus = session.get(Casus, casus_id)
    if casus is None:
        return None
    return CasusRegels(
        id=casus.id,
        naam=casus.naam,
        nummer=casus.nummer,
        kinderen=guard.bedekt(_kinderen(session, casus_id, local(now).date())),
        dienst=casus.dienst,
        zicht=guard.bedekt(_zicht(session, casus_id)),
        laatst=guard.bedekt(_laatst(session, casus_id, now)),
        crisis=tuple(
            Kleurstand(guard.bedekt(one.organisatie), one.kleur, local(one.moment).date())
            for one in reeks_of(session, casus_id).huidig(now)
        ),
        hierna=guard.bedekt(_hierna(session, casus_id, now)),
        veiligheid=tuple(map(guard.bedekt, _veiligheid(session, casus_id, now))),
    )


def eerder_contact(
    session: Session, casus_id: UUID, persoon_id: UUID | None, guard: Geheim, *, voor: datetime
) -> tuple[EerderContact, ...]:
    """List the talks before this one with this person, or in this casus, the newest first."""
    query = (
        select(Gebeurtenis)
        .where(
            Gebeurtenis.casus_id == casus_id,
            Gebeurtenis.soort == GebeurtenisSoort.CONTACT,
            Gebeurtenis.begin < voor,
        )
        .order_by(Gebeurtenis.begin.desc())
    )
    found = [
        EerderContact(one.id, local(one.begin).date(), guard.bedekt(one.titel))
        for one in session.scalars(query)
        if persoon_id is None or str(persoon_id) in one.personen
    ]
    return tuple(found[:EERDER])


def vandaag_gezegd(
    session: Session, casus_id: UUID, persoon_id: UUID, now: datetime, guard: Geheim
) -> tuple[Gezegd, ...]:
    """List what was noted today of what this person said, in the order in which it was."""
    query = (
        select(Uitspraak)
        .where(
            Uitspraak.casus_id == casus_id,
            Uitspraak.bron_persoon_id == persoon_id,
            Uitspraak.verwijderd_op.is_(None),
            Uitspraak.vastgelegd_op >= start_of(local(now).date()),
        )
        .order_by(Uitspraak.vastgelegd_op)
    )
    return tuple(
        Gezegd(
            one.id,
            one.letter,
            guard.bedekt("".join(words for words, _ in one.runs)),
            guard.bedekt(one.bron_naam),
            guard.bedekt(one.via),
            one.verificatie,
        )
        for one in session.scalars(query)
    )


def _kinderen(session: Session, casus_id: UUID, today: date) -> str:
    """Name the children with their age and where they are, the oldest first."""
    found = session.execute(kinderen(casus_id))
    return " · ".join(_kind(kind, where, today) for kind, where in found)


def _kind(kind: Persoon, where: str, today: date) -> str:
    age = f" ({leeftijd(kind.geboortedatum, today)})" if kind.geboortedatum else ""
    return f"{kind.voornaam or kind.naam}{age}" + (f", {where}" if where else "")


def _zicht(session: Session, casus_id: UUID) -> str:
    query = select(Zicht).where(Zicht.casus_id == casus_id, Zicht.tot.is_(None))
    now = session.scalars(query).first()
    return f"{now.houder}, sinds {korte_dag(local(now.vanaf).date())}" if now else ""


def _laatst(session: Session, casus_id: UUID, now: datetime) -> str:
    """Say what happened last or who was spoken, with its day."""
    event = session.scalars(
        select(Gebeurtenis)
        .where(Gebeurtenis.casus_id == casus_id, Gebeurtenis.begin <= now)
        .order_by(Gebeurtenis.begin.desc())
        .limit(1)
    ).first()
    talk = session.scalars(
        select(Afspraak)
        .where(
            Afspraak.casus_id == casus_id,
            Afspraak.begin <= now,
            Afspraak.staat == AfspraakStaat.GEHOUDEN,
        )
        .order_by(Afspraak.begin.desc())
        .limit(1)
    ).first()
    known = [(one.begin, one.titel) for one in (event, talk) if one is not None]
    begin, titel = max(known, default=(None, ""))
    return f"{korte_dag(local(begin).date())}: {titel}" if begin else ""


def _hierna(session: Session, casus_id: UUID, now: datetime) -> str:
    """Say what comes next: an appointment, or a term that ends before it."""
    query = (
        select(Afspraak)
        .where(
            Afspraak.casus_id == casus_id,
            Afspraak.begin > now,
            Afspraak.staat == AfspraakStaat.GEPLAND,
        )
        .order_by(Afspraak.begin)
    )
    planned = session.scalars(query.limit(1)).first()
    today = local(now).date()
    term = mijlpalen(session, now, casus_id).get(casus_id)
    if planned and (term is None or local(planned.begin).date() <= term.op):
        day = local(planned.begin).date()
        when = klok(planned.begin) if day == today else _day(day, today, klok(planned.begin))
        return f"{when}: {planned.titel}"
    return f"{dichtbij(term.op, today)}: {term.naam}" if term else ""


def _day(day: date, today: date, clock: str) -> str:
    return f"{dichtbij(day, today)} {clock}"


def _veiligheid(session: Session, casus_id: UUID, now: datetime) -> Iterator[str]:
    """List what holds now: bans, then what was agreed with the family, then with the police."""
    today = local(now).date()
    query = select(Gebeurtenis).where(
        Gebeurtenis.casus_id == casus_id,
        Gebeurtenis.soort.in_(_VERBODEN),
        Gebeurtenis.begin <= now,
        Gebeurtenis.einde > now,
    )
    for ban in session.scalars(query.order_by(Gebeurtenis.begin)):
        until = local(ban.einde) if ban.einde else None
        when = f", tot {dag_met_naam(until.date())} {klok(until)}" if until else ""
        yield f"{ban.titel}{when}"
    for row in waarborg_rows(session, casus_id):
        until_day = row.gegevens.tot
        if row.geldt and (until_day is None or until_day >= today):
            what = f"{row.gegevens.wie}: {row.gegevens.wat.rstrip('.')}"
            yield ", ".join(filter(None, (what, row.gegevens.wanneer.rstrip("."))))
    for police in politie_rows(session, casus_id):
        if police.beeindigd_op is None and police.gegevens.direct_komen:
            yield f"Bij 112 komt de politie direct: {police.gegevens.voor}"
