"""The crisisnotitie: lines with the time at which each was written."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from vtdesk.errors import UserError
from vtdesk.models.base import Entity
from vtdesk.values.kinds import Kind


class Crisisnotitie(Entity):
    """One run of lines during one crisis; it is open until she closes it."""

    __tablename__ = "crisisnotitie"
    kind: ClassVar[Kind] = Kind.CRISISNOTITIE

    begonnen_op: Mapped[datetime]
    casus_id: Mapped[UUID | None] = mapped_column(ForeignKey("casus.id"), default=None, index=True)
    afgesloten_op: Mapped[datetime | None] = mapped_column(default=None)


class Crisisregel(Entity):
    """One line of a crisisnotitie."""

    __tablename__ = "crisisregel"
    kind: ClassVar[Kind] = Kind.CRISISNOTITIE

    notitie_id: Mapped[UUID] = mapped_column(ForeignKey("crisisnotitie.id"), index=True)
    moment: Mapped[datetime]
    tekst: Mapped[str]

    def __post_init__(self) -> None:
        if not self.tekst.strip():
            raise UserError("Schrijf op wat er gebeurt.")

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.notitie_id
