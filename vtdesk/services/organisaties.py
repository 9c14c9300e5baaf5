"""Organisations and their part in a casus."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Inzet, Organisatie
from vtdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class InzetRow:
    """One organisation at work in a casus."""

    id: UUID
    version: int
    organisatie_id: UUID
    naam: str
    contactpersoon: str
    mandaat: str
    uitstapvoorwaarde: str
    telefoon: str
    vanaf: date | None = None
    tot: date | None = None

    @property
    def gegevens(self) -> "InzetGegevens":
        """Give what a form changes."""
        return InzetGegevens(
            self.contactpersoon, self.mandaat, self.uitstapvoorwaarde, self.vanaf, self.tot
        )


@dataclass(frozen=True, slots=True)
class InzetGegevens:
    """What a form holds of the part of an organisation: who, what it may do, when it leaves."""

    contactpersoon: str = ""
    mandaat: str = ""
    uitstapvoorwaarde: str = ""
    vanaf: date | None = None
    tot: date | None = None


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
                    inzet.version,
                    organisatie.id,
                    organisatie.naam,
                    inzet.contactpersoon,
                    inzet.mandaat,
                    inzet.uitstapvoorwaarde,
                    organisatie.telefoon,
                    inzet.vanaf,
                    inzet.tot,
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
        gegevens = InzetGegevens(contactpersoon, mandaat, uitstapvoorwaarde, vanaf)
        with self._store.write() as session:
            return _involve(session, casus_id, organisatie_id, gegevens)

    def change(self, inzet_id: UUID, version: int, gegevens: InzetGegevens) -> None:
        """Change what an organisation does in a casus, and when it may step out."""
        if gegevens.vanaf and gegevens.tot and gegevens.tot < gegevens.vanaf:
            raise UserError("De einddatum ligt vóór de begindatum. Controleer de datums.")
        with self._store.write() as session:
            inzet = session.get_one(Inzet, inzet_id)
            if inzet.version != version:
                raise UserError("Dit is intussen gewijzigd. Open de organisatie opnieuw.")
            for name, value in asdict(gegevens).items():
                setattr(inzet, name, value)

    def leave(self, inzet_id: UUID, tot: date | None) -> None:
        """Let an organisation step out on a day; None lets it come back, which undoes it."""
        with self._store.write() as session:
            inzet = session.get_one(Inzet, inzet_id)
            if tot and inzet.vanaf and tot < inzet.vanaf:
                raise UserError("Deze dag ligt vóór het begin. Kies een latere dag.")
            inzet.tot = tot

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
        gegevens = InzetGegevens(contactpersoon, mandaat, uitstapvoorwaarde)
        with self._store.write() as session:
            known = {one.naam.casefold(): one.id for one in session.scalars(select(Organisatie))}
            organisatie_id = known.get(naam.strip().casefold())
            if organisatie_id is None:
                organisatie = Organisatie(naam=naam.strip())
                session.add(organisatie)
                session.flush()
                organisatie_id = organisatie.id
            return _involve(session, casus_id, organisatie_id, gegevens)


def _involve(
    session: Session, casus_id: UUID, organisatie_id: UUID, gegevens: InzetGegevens
) -> UUID:
    inzet = Inzet(casus_id=casus_id, organisatie_id=organisatie_id, **asdict(gegevens))
    session.add(inzet)
    return inzet.id
