"""Organisations and what each may and will do in a casus."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from vtdesk.errors import UserError
from vtdesk.models.base import Entity
from vtdesk.values.kinds import Kind


class Organisatie(Entity):
    """A school, team, police station or any other party that is not a person."""

    __tablename__ = "organisatie"
    kind: ClassVar[Kind] = Kind.ORGANISATIE

    naam: Mapped[str] = mapped_column(index=True)
    telefoon: Mapped[str] = mapped_column(default="")
    opmerking: Mapped[str] = mapped_column(default="")

    def __post_init__(self) -> None:
        if not self.naam.strip():
            raise UserError("Een organisatie heeft een naam nodig.")


class Inzet(Entity):
    """What one organisation does in one casus, and when it may step out."""

    __tablename__ = "inzet"
    kind: ClassVar[Kind] = Kind.ORGANISATIE

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    organisatie_id: Mapped[UUID] = mapped_column(ForeignKey("organisatie.id"), index=True)
    contactpersoon: Mapped[str] = mapped_column(default="")
    mandaat: Mapped[str] = mapped_column(default="")
    uitstapvoorwaarde: Mapped[str] = mapped_column(default="")
    vanaf: Mapped[date | None] = mapped_column(default=None)
    tot: Mapped[date | None] = mapped_column(default=None)

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.organisatie_id
