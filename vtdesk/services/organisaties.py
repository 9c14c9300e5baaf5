"""Organisations and their part in a casus."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from vtdesk.models import Inzet, Organisatie
from vtdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class InzetRow:
    """One organisation at work in a casus."""

    id: UUID
    organisatie_id: UUID
    naam: str
    contactpersoon: str
    mandaat: str
    uitstapvoorwaarde: str
    telefoon: str


class Organisaties:
    """Use cases around organisations."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[tuple[UUID, str]]:
        """List all organisations by name."""
        with self._store.read() as session:
            query = select(Organisatie.id, Organisatie.naam).order_by(Organisatie.naam)
            return [(row.id, row.naam) for row in session.execute(query)]

    def add(self, naam: str, *, telefoon: str = "", opmerking: str = "") -> UUID:
        """Note a new organisation."""
        organisatie = Organisatie(naam=naam, telefoon=telefoon, opmerking=opmerking)
        with self._store.write() as session:
            session.add(organisatie)
            return organisatie.id

    def in_casus(self, casus_id: UUID) -> list[InzetRow]:
        """List who works in this casus."""
        query = (
            select(Inzet, Organisatie)
            .join(Organisatie, Organisatie.id == Inzet.organisatie_id)
            .where(Inzet.casus_id == casus_id, Inzet.tot.is_(None))
            .order_by(Organisatie.naam)
        )
        with self._store.read() as session:
            return [
                InzetRow(
                    inzet.id,
                    organisatie.id,
                    organisatie.naam,
                    inzet.contactpersoon,
                    inzet.mandaat,
                    inzet.uitstapvoorwaarde,
                    organisatie.telefoon,
                )
                for inzet, organisatie in session.execute(query)
            ]

    def involve(
        self,
        casus_id: UUID,
        organisatie_id: UUID,
        *,
        contactpersoon: str = "",
        mandaat: str = "",
        uitstapvoorwaarde: str = "",
        vanaf: date | None = None,
    ) -> UUID:
        """Let an organisation take part in a casus, with what it may do and when it may leave."""
        inzet = Inzet(
            casus_id=casus_id,
            organisatie_id=organisatie_id,
            contactpersoon=contactpersoon,
            mandaat=mandaat,
            uitstapvoorwaarde=uitstapvoorwaarde,
            vanaf=vanaf,
        )
        with self._store.write() as session:
            session.add(inzet)
            return inzet.id

    def join(
        self,
        casus_id: UUID,
        naam: str,
        *,
        contactpersoon: str = "",
        mandaat: str = "",
        uitstapvoorwaarde: str = "",
    ) -> UUID:
        """Let an organisation take part by its name; an unknown one is noted first."""
        known = {name.casefold(): found for found, name in self.all()}
        organisatie_id = known.get(naam.strip().casefold()) or self.add(naam.strip())
        return self.involve(
            casus_id,
            organisatie_id,
            contactpersoon=contactpersoon,
            mandaat=mandaat,
            uitstapvoorwaarde=uitstapvoorwaarde,
        )
