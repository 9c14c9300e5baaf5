"""Files that belong to a casus; the large ones lie encrypted beside the database."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from vtdesk.errors import UserError
from vtdesk.models.base import Entity
from vtdesk.values.kinds import Kind


class Bijlage(Entity):
    """One file: its bytes here, or in a file beside the database with a key of its own."""

    __tablename__ = "bijlage"
    kind: ClassVar[Kind] = Kind.BIJLAGE

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    naam: Mapped[str]
    soort: Mapped[str]  # media type, as found in the bytes and not in the name
    grootte: Mapped[int]
    sha256: Mapped[bytes] = mapped_column(LargeBinary)
    toegevoegd_op: Mapped[datetime]
    datum: Mapped[date | None] = mapped_column(default=None)
    omschrijving: Mapped[str] = mapped_column(default="")
    verslag_id: Mapped[UUID | None] = mapped_column(ForeignKey("verslag.id"), default=None)
    sleutel: Mapped[bytes | None] = mapped_column(LargeBinary, default=None)
    bestand: Mapped[UUID | None] = mapped_column(default=None)  # its file, where that is not its id
    inhoud: Mapped[bytes | None] = mapped_column(LargeBinary, default=None, deferred=True)

    def __post_init__(self) -> None:
        if not self.naam.strip():
            raise UserError("Een bijlage heeft een naam nodig.")
