"""Meldingen as the window shows them; of who made one only that somebody did."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Melder, Melding
from vtdesk.values.casuskinds import Anonimiteit, MeldingSoort
from vtdesk.values.tijd import local


@dataclass(frozen=True, slots=True)
class MelderGegevens:
    """What a form holds of who made a melding; it is in no list, search, print or JSON."""

    naam: str = ""
    organisatie: str = ""
    telefoon: str = ""
    relatie: str = ""
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class MeldingGegevens:
    """What a form holds of a melding."""

    soort: MeldingSoort
    ontvangen_op: datetime
    inhoud: str
    anonimiteit: Anonimiteit = Anonimiteit.BEKEND
    gebeurd_op: date | None = None
    spoed: bool = False
    geweigerd_want: str = ""
    gebruikt_want: str = ""
    gevoegd: bool = False  # joined what already runs, so no veiligheidsbeoordeling of its own

    @property
    def begint(self) -> bool:
        """Tell whether a veiligheidsbeoordeling starts with it."""
        return not (self.gevoegd or self.geweigerd_want)


@dataclass(frozen=True, slots=True)
class MeldingRow:
    """One melding of a casus; of the melder only whether anything is known."""

    id: UUID
    version: int
    casus_id: UUID
    nummer: int
    gegevens: MeldingGegevens
    teruggekoppeld_op: date | None
    heeft_melder: bool

    @property
    def naam(self) -> str:
        """Give what it is called in the casus: M1, M2."""
        return f"M{self.nummer}"

    @property
    def is_geweigerd(self) -> bool:
        """Tell whether Veilig Thuis does nothing with it."""
        return bool(self.gegevens.geweigerd_want)


def melding_rows(session: Session, casus_id: UUID) -> list[MeldingRow]:
    """Read the meldingen of a casus within a transaction, oldest first."""
    query = (
        select(Melding, Melder.id)
        .outerjoin(Melder, Melder.melding_id == Melding.id)
        .where(Melding.casus_id == casus_id)
        .order_by(Melding.ontvangen_op, Melding.nummer)
    )
    return [
        to_row(melding, has_melder=melder is not None) for melding, melder in session.execute(query)
    ]


def to_row(melding: Melding, *, has_melder: bool) -> MeldingRow:
    """Give a stored melding as a row."""
    values = {name: getattr(melding, name) for name in MeldingGegevens.__slots__}
    return MeldingRow(
        id=melding.id,
        version=melding.version,
        casus_id=melding.casus_id,
        nummer=melding.nummer,
        gegevens=MeldingGegevens(**values | {"ontvangen_op": local(melding.ontvangen_op)}),
        teruggekoppeld_op=melding.teruggekoppeld_op,
        heeft_melder=has_melder,
    )
