"""What goes to one reader about one person: decided row by row, and what stayed behind with why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Betrokkenheid, Entity, Persoon
from vtdesk.services.inzage.namen import Anderen
from vtdesk.services.inzage.velden import VELDEN, ZELF, als_rol, blijft, gaat_mee
from vtdesk.services.inzage.zeef import Achtergehouden, Inzagezeef
from vtdesk.values.kinds import Rol
from vtdesk.values.tijd import local
from vtdesk.values.uitgaand import WegReden

Deel = dict[str, Any]
VAN_HET_KIND = "gaat niet vanzelf naar een ouder"
NOOIT_MEE = "gaat nooit mee"


@dataclass(frozen=True, slots=True)
class Vraag:
    """Who is to read about whom."""

    casus_id: UUID
    over_id: UUID
    lezer_id: UUID

    @property
    def is_voor_een_ander(self) -> bool:
        """Tell whether somebody asks it for a child."""
        return self.over_id != self.lezer_id


class Afweging:
    """Holds the rows about one person against who reads them."""

    def __init__(self, session: Session, vraag: Vraag, today: date) -> None:
        people = mensen_in(session, vraag.casus_id)
        self.over = _among(people, vraag.over_id)
        self.lezer = _among(people, vraag.lezer_id)
        self.is_eigen = not vraag.is_voor_een_ander
        self.anderen = Anderen.than(self.over, [one for one in people if one[0] != self.lezer])
        self.zeef = Inzagezeef(session, vraag.casus_id, self.lezer, today)
        self._namen = {persoon.id: persoon.naam for persoon, _ in people}
        self._bleef: list[Achtergehouden] = []

    @property
    def achtergehouden(self) -> tuple[Achtergehouden, ...]:
        """List what stayed behind until now."""
        return tuple(self._bleef)

    def houd(self, wat: str, reden: WegReden, want: str) -> None:
        """Remember that something stayed behind; once is enough."""
        one = Achtergehouden(wat, reden, want)
        if one not in self._bleef:
            self._bleef.append(one)

    def houd_alle(self, bleef: Iterable[Achtergehouden]) -> None:
        """Remember what the sieve kept."""
        self._bleef += bleef

    def velden(self, row: Entity) -> Deel:
        """Give of a row what goes along, and remember what was filled and does not."""
        for one in blijft(row):
            self.houd(one.wat, one.reden, NOOIT_MEE)
        if not self.is_eigen:
            for name, decided in VELDEN[type(row)].items():
                if decided is ZELF and getattr(row, name):
                    self.houd(f"Van het kind: {name}", WegReden.VEILIGHEID, VAN_HET_KIND)
        people = {name.removesuffix("_id"): self.wie(getattr(row, name)) for name in als_rol(row)}
        own = {name: getattr(row, name) for name in gaat_mee(row, zelf=self.is_eigen)}
        return self.gewoon(people | own)

    def gezeefd(self, tekst: str, wat: str) -> str:
        """Give words that she typed about this person, unless they speak of another as well."""
        bleef = self.zeef.opmerking(tekst, wat)
        if bleef:
            self.houd_alle([bleef])
        return "" if bleef else self.anderen.zonder(tekst)

    def mag_noemen(self, persoon_id: UUID, wat: str) -> bool:
        """Tell whether a row may say that this one is there; a melder and who is unborn never."""
        if persoon_id in (self.over.id, self.lezer.id) or persoon_id in self.anderen.familie:
            return True
        if persoon_id in self._namen:
            want = "gaat ook over een ander"
            self.houd(f"{wat} {self._namen[persoon_id]}", WegReden.OVER_EEN_ANDER, want)
        return False

    def wie(self, persoon_id: UUID) -> str:
        """Name somebody by what that one is in the family; only the reader has a name."""
        if persoon_id in (self.over.id, self.lezer.id):
            return self._namen[persoon_id]
        return self.anderen.familie.get(persoon_id, "een ander")

    def gewoon(self, deel: Deel) -> Deel:
        """Give a part in plain values, with roles for names."""
        return {name: self._gewoon(value) for name, value in deel.items()}

    def _gewoon(self, value: Any) -> Any:
        match value:
            case StrEnum():
                return value.value
            case datetime():
                return local(value).isoformat()
            case date():
                return value.isoformat()
            case str():
                return self.anderen.zonder(value)
        return value


def mensen_in(session: Session, casus_id: UUID) -> list[tuple[Persoon, Betrokkenheid]]:
    """List everybody who is or was in a casus, with each role."""
    query = (
        select(Persoon, Betrokkenheid)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(Betrokkenheid.casus_id == casus_id)
        .order_by(Betrokkenheid.vanaf)
    )
    return [(persoon, role) for persoon, role in session.execute(query)]


def _among(people: list[tuple[Persoon, Betrokkenheid]], persoon_id: UUID) -> Persoon:
    """Find somebody who may ask; to who reads it, who made a melding is nobody."""
    roles = {role.rol for persoon, role in people if persoon.id == persoon_id}
    if not roles or Rol.MELDER in roles:
        raise UserError("Deze persoon hoort niet bij deze casus.")
    return next(persoon for persoon, _ in people if persoon.id == persoon_id)
