"""Casusregie: which organisation directs a casus; one at a time."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from vtdesk.errors import UserError
from vtdesk.models import Organisatie, Regie
from vtdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class RegieRow:
    """Who directs a casus from a day on, up to and not including the day of the next."""

    id: UUID
    organisatie_id: UUID
    naam: str
    vanaf: date
    tot: date | None

    def is_on(self, day: date) -> bool:
        """Tell whether this organisation directs on a day."""
        return self.vanaf <= day and (self.tot is None or day < self.tot)


class Casusregie:
    """Use cases around casusregie; who directs may be agreed before the day comes."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_casus(self, casus_id: UUID) -> list[RegieRow]:
        """List who directs and directed, the newest first."""
        query = (
            select(Regie, Organisatie.naam)
            .join(Organisatie, Organisatie.id == Regie.organisatie_id)
            .where(Regie.casus_id == casus_id)
            .order_by(Regie.vanaf.desc())
        )
        with self._store.read() as session:
            return [
                RegieRow(regie.id, regie.organisatie_id, naam, regie.vanaf, regie.tot)
                for regie, naam in session.execute(query)
            ]

    def give(self, casus_id: UUID, organisatie_id: UUID, vanaf: date) -> UUID:
        """Let an organisation direct from a day on; who directed until then stops that day."""
        query = select(Regie).where(Regie.casus_id == casus_id).order_by(Regie.vanaf.desc())
        regie = Regie(casus_id=casus_id, organisatie_id=organisatie_id, vanaf=vanaf)
        with self._store.write() as session:
            last = session.scalars(query).first()
            if last:
                if vanaf <= last.vanaf or (last.tot and vanaf < last.tot):
                    raise UserError("Vanaf deze dag is al vastgelegd wie de casusregie heeft.")
                if last.tot is None and last.organisatie_id == organisatie_id:
                    raise UserError("Deze organisatie heeft de casusregie al.")
                last.tot = last.tot or vanaf
            session.add(regie)
            return regie.id

    def take_back(self, regie_id: UUID) -> None:
        """Undo that an organisation was to direct; who did before goes on."""
        with self._store.write() as session:
            regie = session.get_one(Regie, regie_id)
            newer = select(Regie.id).where(
                Regie.casus_id == regie.casus_id, Regie.vanaf > regie.vanaf
            )
            if session.scalar(newer):
                raise UserError("Daarna is al een andere organisatie vastgelegd. Er is niets weg.")
            before = select(Regie).where(
                Regie.casus_id == regie.casus_id, Regie.tot == regie.vanaf, Regie.id != regie.id
            )
            if (former := session.scalars(before).first()) is not None:
                former.tot = None
            session.delete(regie)
