"""The parts of what one person reads: the own data, gezag, ties, houses and talks."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from vtdesk.models import (
    Afspraak,
    Betrokkenheid,
    Bewoning,
    Deelname,
    Gesprek,
    Gezag,
    Huishouden,
    Relatie,
    VeiligContact,
)
from vtdesk.services.inzage.afweging import VAN_HET_KIND, Afweging, Deel
from vtdesk.services.inzage.velden import BANDEN, ERBIJ, GEHOUDEN
from vtdesk.values.casuskinds import RelatieSoort
from vtdesk.values.uitgaand import WegReden


class Delen:
    """Reads each part of one casus, as far as it goes to this reader."""

    def __init__(self, session: Session, casus_id: UUID, afweging: Afweging) -> None:
        self._session, self._casus_id, self._af = session, casus_id, afweging
        self._over = afweging.over.id

    def gegevens(self) -> Deel:
        """Give who this is, and how to reach this one."""
        contact = self._session.scalar(
            select(VeiligContact).where(VeiligContact.persoon_id == self._over)
        )
        own = self._af.velden(self._af.over)
        if contact is None or not self._af.is_eigen:
            return own
        return own | {"veilig_contact": self._af.velden(contact)}

    def rollen(self) -> Iterator[Deel]:
        """Give what this person is and was in the casus."""
        query = (
            select(Betrokkenheid)
            .where(Betrokkenheid.casus_id == self._casus_id, Betrokkenheid.persoon_id == self._over)
            .order_by(Betrokkenheid.vanaf)
        )
        yield from map(self._af.velden, self._session.scalars(query))

    def gezag(self) -> Iterator[Deel]:
        """Give who has gezag over whom, as far as this person is one of both."""
        mine = or_(Gezag.kind_id == self._over, Gezag.houder_id == self._over)
        for row in self._session.scalars(select(Gezag).where(mine).order_by(Gezag.datum)):
            if all(self._af.mag_noemen(i, "Gezag van") for i in (row.kind_id, row.houder_id)):
                yield self._af.velden(row)

    def relaties(self) -> Iterator[Deel]:
        """Give the ties of the family; who asks for a child reads only the own tie with it."""
        mine = or_(Relatie.van_id == self._over, Relatie.naar_id == self._over)
        found = self._session.scalars(select(Relatie).where(mine))
        in_order = list(RelatieSoort)
        for row in sorted(found, key=lambda one: (in_order.index(one.soort), str(one.vanaf))):
            if self._is_open(row):
                yield self._af.velden(row)

    def _is_open(self, row: Relatie) -> bool:
        af, other = self._af, row.naar_id if row.van_id == self._over else row.van_id
        if not af.mag_noemen(other, "De band met"):
            return False
        is_open = row.soort in BANDEN and (af.is_eigen or other == af.lezer.id)
        if not is_open:
            want = "gaat ook over een ander"
            af.houd(f"Een band met {af.wie(other)}", WegReden.OVER_EEN_ANDER, want)
        return is_open

    def huishoudens(self) -> Iterator[Deel]:
        """Give where this person lived; where a child lives goes to nobody else."""
        query = (
            select(Bewoning, Huishouden)
            .join(Huishouden, Huishouden.id == Bewoning.huishouden_id)
            .where(Huishouden.casus_id == self._casus_id, Bewoning.persoon_id == self._over)
            .order_by(Bewoning.vanaf, Huishouden.naam)
        )
        found = self._session.execute(query).all()
        if found and not self._af.is_eigen:
            self._af.houd("Waar het kind woont", WegReden.VEILIGHEID, VAN_HET_KIND)
            return
        for stay, house in found:
            name = self._af.gezeefd(house.naam, "De naam van een huishouden")
            yield {"huishouden": name} | self._af.velden(stay)

    def gesprekken(self) -> Iterator[Deel]:
        """Give the talks that were held with this person; those with a child are its own."""
        query = (
            select(Deelname, Afspraak, Gesprek)
            .join(Afspraak, Afspraak.id == Deelname.afspraak_id)
            .join(Gesprek, Gesprek.id == Deelname.gesprek_id)
            .where(
                Deelname.persoon_id == self._over,
                Afspraak.casus_id == self._casus_id,
                Afspraak.staat.in_(GEHOUDEN),
                Deelname.aanwezigheid.in_(ERBIJ),
            )
            .order_by(Afspraak.begin)
        )
        found = self._session.execute(query).all()
        if found and not self._af.is_eigen:
            self._af.houd("De gesprekken met het kind", WegReden.VEILIGHEID, VAN_HET_KIND)
            return
        for rows in found:
            deelname, afspraak, gesprek = map(self._af.velden, rows)
            yield afspraak | gesprek | deelname
