"""What a page sees of a bijlage, and what one can change of it."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import inspect

from vtdesk.errors import UserError
from vtdesk.models import Bijlage
from vtdesk.values.bestand import ENDINGS, LONGEST_NAME, PDF, TEXT, schone_naam
from vtdesk.values.tijd import local

SHOWN_PICTURES = frozenset(
    f"image/{kind}" for kind in ("png", "jpeg", "gif", "bmp", "tiff", "webp")
)


class Weergave(StrEnum):
    """How a bijlage can be looked at inside vtdesk."""

    PDF = "pdf"
    BEELD = "beeld"
    TEKST = "tekst"
    GEEN = "geen"


@dataclass(frozen=True, slots=True)
class BijlageGegevens:
    """What is typed about a bijlage."""

    naam: str
    datum: date | None = None
    omschrijving: str = ""


@dataclass(frozen=True, slots=True)
class BijlageRow:
    """One bijlage as a page shows it."""

    id: UUID
    version: int
    casus_id: UUID
    gegevens: BijlageGegevens
    soort: str
    grootte: int
    toegevoegd_op: datetime
    vingerafdruk: str

    @property
    def weergave(self) -> Weergave:
        """Tell how it can be looked at here."""
        if self.soort in SHOWN_PICTURES:
            return Weergave.BEELD
        return {PDF: Weergave.PDF, TEXT: Weergave.TEKST}.get(self.soort, Weergave.GEEN)

    @property
    def mag_buiten(self) -> bool:
        """Tell whether another program may get it: only what no system would run."""
        return self.soort in ENDINGS


def row(bijlage: Bijlage) -> BijlageRow:
    """Make the row of a bijlage."""
    return BijlageRow(
        bijlage.id,
        bijlage.version,
        bijlage.casus_id,
        BijlageGegevens(bijlage.naam, bijlage.datum, bijlage.omschrijving),
        bijlage.soort,
        bijlage.grootte,
        local(bijlage.toegevoegd_op),
        bijlage.sha256.hex(),
    )


def checked_name(naam: str) -> str:
    """Give the name as it is kept; one that is too long is refused, never cut."""
    clean = schone_naam(naam)
    if len(clean) > LONGEST_NAME:
        raise UserError(f"Deze naam is te lang: hier passen {LONGEST_NAME} tekens.")
    return clean


def contents(bijlage: Bijlage) -> dict[str, Any]:
    """Give all that is needed to make this row again, but for its version."""
    names = {field.key for field in inspect(Bijlage).column_attrs} - {"version"}
    return {name: getattr(bijlage, name) for name in sorted(names)}


def typed(gegevens: BijlageGegevens) -> dict[str, Any]:
    """Give what is typed by the name of its column."""
    return {field.name: getattr(gegevens, field.name) for field in fields(gegevens)}
