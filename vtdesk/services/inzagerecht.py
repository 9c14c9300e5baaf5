"""Whether somebody may have the own extract, how it can reach them, and what left before.

The rules of age and of deciding are those of `rechten`; here they are held against one person who
is to read about nobody but the own self.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from vtdesk.errors import UserError
from vtdesk.models import Casus, Uitgifte
from vtdesk.services.rechten import Rechten, VerzoekGegevens, VerzoekRow
from vtdesk.services.uitgaand_ontvangers import ontvangers_van, wegen_van
from vtdesk.services.uitgaand_rows import Ontvanger, Weg
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
_UNKNOWN = "De leeftijd is niet bekend. Vul eerst de geboortedatum in."


@dataclass(frozen=True, slots=True)
class Inzagerecht:
    """One person who is to read the own extract."""

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
        self._rechten = Rechten(store, clock)

    def van(self, casus_id: UUID, persoon_id: UUID) -> Inzagerecht:
        """Say whether this person may have it, and how it can reach them."""
        today = local(self._clock()).date()
        with self._store.read() as session:
            casus = session.get_one(Casus, casus_id)
            name = f"{casus.nummer}, {casus.naam}"
            found = [
                one
                for one in ontvangers_van(session, casus_id, today)
                if one.persoon_id == persoon_id
            ]
            if not found:
                raise UserError(NIEMAND)
            ways = wegen_van(session, casus_id, found[0], today)
        asked = self._asked(casus_id, persoon_id)
        gegevens = VerzoekGegevens(persoon_id, VerzoekSoort.INZAGE, today)
        toegang = asked.toegang if asked else self._rechten.toegang(gegevens)
        why_not = _why_not(asked, toegang.antwoord, found[0])
        return Inzagerecht(name, found[0], ways, toegang.waarom, not why_not, why_not)

    def eerder(self, casus_id: UUID, persoon_id: UUID) -> list[EerdereInzage]:
        """List the copies that left, the newest first, with what stayed out of each."""
        query = (
            select(Uitgifte)
            .where(
                Uitgifte.casus_id == casus_id,
                Uitgifte.persoon_id == persoon_id,
                Uitgifte.soort == UitgifteSoort.INZAGE,
            )
            .order_by(Uitgifte.gemaakt_op.desc())
        )
        with self._store.read() as session:
            return [_left(one) for one in session.scalars(query)]

    def _asked(self, casus_id: UUID, persoon_id: UUID) -> VerzoekRow | None:
        """Find the newest request of this person to read about the own self."""
        own = [
            one
            for one in self._rechten.verzoeken(casus_id)
            if one.gegevens.persoon_id == persoon_id
            and one.gegevens.voor_id in (None, persoon_id)
            and one.gegevens.soort in _TO_READ
        ]
        return max(own, key=lambda one: one.gegevens.ontvangen_op, default=None)


def _why_not(asked: VerzoekRow | None, antwoord: Antwoord | None, who: Ontvanger) -> str:
    """Say what stands in the way; what was granted with a reason goes before the rule."""
    if asked and asked.stand in _GRANTED:
        return ""
    if asked and asked.stand is VerzoekStand.GEWEIGERD:
        return _REFUSED
    if antwoord is Antwoord.NEE:
        return _AGAINST
    return _UNKNOWN if antwoord is None and who.waarom_niet else ""


def _left(one: Uitgifte) -> EerdereInzage:
    kept = tuple(
        Bleefweg(str(row["titel"]), WegReden(row["reden"]), str(row.get("want", "")))
        for row in one.weggelaten
    )
    return EerdereInzage(one.id, one.exemplaar, one.gemaakt_op, kept)
