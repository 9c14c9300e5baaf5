"""To whom a letter about leave goes, and to whom it may not be sent."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Belofte, Casus, Persoon, Verlof
from vtdesk.services.huishoudens import HuishoudenRow, huishoudens_of
from vtdesk.services.persoon_rows import KINDEREN, OUDERS, PersoonRow, people_of
from vtdesk.values.dagkinds import BelofteStand
from vtdesk.values.kinds import Rol
from vtdesk.values.vouwen import woorden

_NEAR = (Rol.GROOTOUDER, Rol.FAMILIE, Rol.NETWERK)


@dataclass(frozen=True, slots=True)
class Ontvanger:
    """Somebody who can be written to; `verboden` says why not, `let_op` what to ask first."""

    casus_id: UUID
    persoon_id: UUID
    naam: str
    casus: str
    nummer: str
    verboden: str = ""
    let_op: str = ""

    @property
    def id(self) -> tuple[UUID, UUID]:
        """Name this paper in its list: somebody may be in two casussen."""
        return self.casus_id, self.persoon_id


def ontvangers(session: Session, verlof: Verlof, casus: Casus, today: date) -> list[Ontvanger]:
    """List the adults of a family who get a letter, and who is near and was promised something."""
    people = people_of(session, casus.id, today)
    houses = huishoudens_of(session, casus.id)
    promised = {one.persoon_id for one in open_beloften(session, casus.id, verlof)}
    return [
        _receiver(casus, row, under_one_roof(session, row, people, houses, today))
        for row in people
        if (row.rol in OUDERS or (row.rol in _NEAR and row.id in promised))
        and not row.onbekend
        and row.overleden_op is None
    ]


def open_beloften(session: Session, casus_id: UUID, verlof: Verlof) -> list[Belofte]:
    """Find the promises that are still open when she leaves or while she is away."""
    query = select(Belofte).where(Belofte.casus_id == casus_id, Belofte.stand == BelofteStand.OPEN)
    found = session.scalars(query.order_by(Belofte.uiterlijk, Belofte.gemaakt_op))
    return [one for one in found if one.uiterlijk is None or one.uiterlijk <= verlof.tot]


def _receiver(casus: Casus, row: PersoonRow, others: list[str]) -> Ontvanger:
    forbidden = post_verboden(row, others)
    unasked = row.contact.post is None and not forbidden
    ask = f"Vraag {row.voornaam} eerst of post veilig is." if unasked else ""
    return Ontvanger(casus.id, row.id, row.naam, casus.naam, casus.nummer, forbidden, ask)


def post_verboden(row: PersoonRow, others: list[str]) -> str:
    """Say why no letter may go there; who said that post is safe knows the own house best."""
    contact = row.contact
    if contact.post is False:
        return f"{row.voornaam} wil geen post. Bel, of geef de brief zelf."
    if contact.post is None and others:
        return f"Deze brief gaat naar een adres dat ook van {others[0]} is. Kies een andere manier."
    if contact.post is None and (contact.codewoord or contact.nooit_zeggen):
        return (
            f"Met {row.voornaam} is veilig contact afgesproken, maar over post staat er niets. "
            "Vraag het eerst en vul het in."
        )
    return ""


def under_one_roof(
    session: Session,
    row: PersoonRow,
    people: list[PersoonRow],
    houses: list[HuishoudenRow],
    today: date,
) -> list[str]:
    """Name the other adults at the same address, by house or by the address as it was noted."""
    adults = {p.id: p.voornaam for p in people if p.rol not in KINDEREN and p.id != row.id}
    here: set[UUID] = set()
    for house in houses:
        at_home = {
            one.gegevens.persoon_id
            for one in house.bewoners
            if one.gegevens.periode.holds_on(today)
        }
        if row.id in at_home:
            here |= at_home
    own = woorden(session.get_one(Persoon, row.id).adres)
    written = select(Persoon.id, Persoon.adres).where(Persoon.id.in_(adults))
    here |= {i for i, adres in session.execute(written) if own and woorden(adres) == own}
    return [name for persoon_id, name in adults.items() if persoon_id in here]
