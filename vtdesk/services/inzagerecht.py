"""Whether somebody may have an inzage, how it can reach them, and what left before.

The rules of age and of deciding are those of `rechten`; here they are held against one person who
is to read about the own self, or as representative about a child.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Betrokkenheid, Casus, Gezag, Uitgifte, Verzoek
from vtdesk.services.persoon_rows import KINDEREN, OUDERS
from vtdesk.services.rechten import Toegang, VerzoekGegevens, gegevens_van, toegang_in
from vtdesk.services.regels import boeken
from vtdesk.services.uitgaand.ontvangers import ontvangers_van, wegen_van
from vtdesk.services.uitgaand.rows import Ontvanger, Weg
from vtdesk.store.store import Store
from vtdesk.values.bewaren.recht import Antwoord
from vtdesk.values.casuskinds import VerzoekSoort, VerzoekStand
from vtdesk.values.tijd import Clock, local
from vtdesk.values.uitgaand import UitgifteSoort, WegReden

_TO_READ = (VerzoekSoort.INZAGE, VerzoekSoort.AFSCHRIFT)
_GRANTED = (VerzoekStand.TOEGEWEZEN, VerzoekStand.DEELS)
NIEMAND = "Deze persoon kan geen stukken van deze casus krijgen."
_REFUSED = "Het verzoek is geweigerd. Haal het besluit weg als dat anders is."
_AGAINST = "Volgens de regels mag dit niet. Leg eerst een verzoek vast, en wijs het met reden toe."
_WEIGH = (
    "Een ouder vraagt dit voor een kind. Leg eerst het verzoek vast, weeg of het belang van het "
    "kind zich verzet, en leg je besluit vast."
)
_UNKNOWN = "De leeftijd is niet bekend. Vul eerst de geboortedatum in."


@dataclass(frozen=True, slots=True)
class Vrager:
    """Somebody who can ask to read about a person: that one, or for a child who is over it."""

    ontvanger: Ontvanger
    waarom_niet: str  # in a few words; empty when it may be made


@dataclass(frozen=True, slots=True)
class Inzagerecht:
    """One person who is to read about the own self, or about a child."""

    casus: str  # number and name
    ontvanger: Ontvanger
    wegen: tuple[Weg, ...]
    zinnen: tuple[str, ...]  # what the rules say, in words
    mag: bool
    waarom_niet: str


@dataclass(frozen=True, slots=True)
class Bleefweg:
    """One thing that stayed out of a copy, in words for the worker alone."""

    wat: str
    reden: WegReden
    want: str


@dataclass(frozen=True, slots=True)
class EerdereInzage:
    """A copy that left."""

    id: UUID
    exemplaar: int
    gemaakt_op: datetime
    bleef_weg: tuple[Bleefweg, ...]


class Inzagerechten:
    """Answers what the page about an extract must know before and after it is made."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def van(self, casus_id: UUID, persoon_id: UUID, *, lezer_id: UUID | None = None) -> Inzagerecht:
        """Say whether this person may have it, or who asks it for a child, and by which way."""
        today = local(self._clock()).date()
        with self._store.read() as session:
            casus = session.get_one(Casus, casus_id)
            name = f"{casus.nummer}, {casus.naam}"
            lezer = lezer_van(session, casus_id, lezer_id or persoon_id, today)
            ways = wegen_van(session, casus_id, lezer, today)
            toegang, why_not = oordeel(session, casus_id, lezer, persoon_id, today)
        return Inzagerecht(name, lezer, ways, toegang.waarom, not why_not, why_not)

    def vragers(self, casus_id: UUID, persoon_id: UUID) -> tuple[Vrager, ...]:
        """List who can ask to read about this person, and what stands in the way of each."""
        today = local(self._clock()).date()
        with self._store.read() as session:
            asking = _wie_vragen(session, casus_id, persoon_id)
            known = {one.persoon_id: one for one in ontvangers_van(session, casus_id, today)}
            return tuple(
                Vrager(known[i], oordeel(session, casus_id, known[i], persoon_id, today)[1])
                for i in asking
                if i in known
            )

    def eerder(
        self, casus_id: UUID, persoon_id: UUID, *, lezer_id: UUID | None = None
    ) -> list[EerdereInzage]:
        """List the copies about somebody that left for a reader, with what stayed out of each.

        The newest comes first.
        """
        query = (
            select(Uitgifte)
            .where(
                Uitgifte.casus_id == casus_id,
                Uitgifte.persoon_id == (lezer_id or persoon_id),
                or_(Uitgifte.over_id == persoon_id, Uitgifte.over_id.is_(None)),
                Uitgifte.soort == UitgifteSoort.INZAGE,
            )
            .order_by(Uitgifte.gemaakt_op.desc())
        )
        with self._store.read() as session:
            return [_left(one) for one in session.scalars(query)]


def oordeel(
    session: Session, casus_id: UUID, lezer: Ontvanger, over_id: UUID, today: date
) -> tuple[Toegang, str]:
    """Say what the rules say, and what stands in the way of reading about somebody; or nothing."""
    assert lezer.persoon_id is not None, "an organisation asks for no extract"  # noqa: S101
    asked = _asked(session, casus_id, lezer.persoon_id, over_id)
    stand = asked.stand if asked else VerzoekStand.OPEN
    gegevens = (
        gegevens_van(asked)
        if asked
        else VerzoekGegevens(lezer.persoon_id, VerzoekSoort.INZAGE, today, over_id)
    )
    toegang = toegang_in(session, boeken(session), gegevens)
    return toegang, _why_not(stand, toegang.antwoord, lezer, over_id)


def lezer_van(session: Session, casus_id: UUID, persoon_id: UUID, today: date) -> Ontvanger:
    """Find who is to read; refuses who can have nothing of this casus."""
    for one in ontvangers_van(session, casus_id, today):
        if one.persoon_id == persoon_id:
            return one
    raise UserError(NIEMAND)


def weiger_zonder_recht(
    session: Session, casus_id: UUID, lezer_id: UUID, over_id: UUID, today: date
) -> None:
    """Refuse an extract that the law does not give, with what the law says."""
    lezer = lezer_van(session, casus_id, lezer_id, today)
    toegang, why_not = oordeel(session, casus_id, lezer, over_id, today)
    if why_not:
        raise UserError("\n".join((why_not, *toegang.waarom)))


def _wie_vragen(session: Session, casus_id: UUID, persoon_id: UUID) -> list[UUID]:
    """Name this one, and of a child the grown people of the family and who has gezag."""
    here = select(Betrokkenheid.persoon_id).where(Betrokkenheid.casus_id == casus_id)
    is_child = here.where(Betrokkenheid.persoon_id == persoon_id, Betrokkenheid.rol.in_(KINDEREN))
    if session.scalar(is_child) is None:
        return [persoon_id]
    grown = session.scalars(here.where(Betrokkenheid.rol.in_(OUDERS)).order_by(Betrokkenheid.vanaf))
    over = session.scalars(select(Gezag.houder_id).where(Gezag.kind_id == persoon_id))
    return list(dict.fromkeys((persoon_id, *over, *grown)))


def _asked(session: Session, casus_id: UUID, lezer_id: UUID, over_id: UUID) -> Verzoek | None:
    """Find the newest request of this one to read about that one."""
    query = select(Verzoek).where(
        Verzoek.casus_id == casus_id, Verzoek.persoon_id == lezer_id, Verzoek.soort.in_(_TO_READ)
    )
    found = [one for one in session.scalars(query) if (one.voor_id or lezer_id) == over_id]
    return max(found, key=lambda one: one.ontvangen_op, default=None)


def _why_not(
    stand: VerzoekStand, antwoord: Antwoord | None, lezer: Ontvanger, over_id: UUID
) -> str:
    """Say what stands in the way; what was granted with a reason goes before the rule."""
    if stand in _GRANTED:
        return ""
    if stand is VerzoekStand.GEWEIGERD:
        return _REFUSED
    if antwoord is Antwoord.NEE:
        return _AGAINST
    if lezer.persoon_id != over_id:
        return _WEIGH if antwoord else _UNKNOWN
    return _UNKNOWN if antwoord is None and lezer.waarom_niet else ""


def _left(one: Uitgifte) -> EerdereInzage:
    kept = tuple(
        Bleefweg(str(row["titel"]), WegReden(row["reden"]), str(row.get("want", "")))
        for row in one.weggelaten
    )
    return EerdereInzage(one.id, one.exemplaar, one.gemaakt_op, kept)
