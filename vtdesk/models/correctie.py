"""What left the desk, and how it is put right afterwards."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from vtdesk.errors import UserError
from vtdesk.models.base import Entity
from vtdesk.values.casuskinds import WijzigingSoort
from vtdesk.values.kinds import Kind


class Verzending(Entity):
    """One document that one receiver holds; `uitspraken` are the ids that were in it."""

    __tablename__ = "verzending"
    kind: ClassVar[Kind] = Kind.VERZENDING

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    verslag_id: Mapped[UUID] = mapped_column(ForeignKey("verslag.id"), index=True)
    versie: Mapped[str]  # "versie 1", or "concept 2" of what was not yet final
    ontvanger: Mapped[str]
    persoon_id: Mapped[UUID | None] = mapped_column(ForeignKey("persoon.id"), default=None)
    organisatie_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisatie.id"), default=None)
    verzonden_op: Mapped[date]
    wijze: Mapped[str] = mapped_column(default="")
    uitspraken: Mapped[list[str]] = mapped_column(default_factory=list)
    niet_erin: Mapped[list[str]] = mapped_column(default_factory=list)  # left out of this copy

    def __post_init__(self) -> None:
        if not self.ontvanger.strip():
            raise UserError("Vul in wie dit heeft gekregen.")


class Wijziging(Entity):
    """One change of an uitspraak, with what it was before; never changed itself."""

    __tablename__ = "wijziging"
    kind: ClassVar[Kind] = Kind.UITSPRAAK

    uitspraak_id: Mapped[UUID] = mapped_column(ForeignKey("uitspraak.id"), index=True)
    moment: Mapped[datetime]
    soort: Mapped[WijzigingSoort]
    reden: Mapped[str] = mapped_column(default="")
    was: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.uitspraak_id


class Correctiebrief(Entity):
    """The letter that tells one receiver what is no longer right."""

    __tablename__ = "correctiebrief"
    kind: ClassVar[Kind] = Kind.VERZENDING

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    wijziging_id: Mapped[UUID] = mapped_column(ForeignKey("wijziging.id"), index=True)
    verzending_id: Mapped[UUID] = mapped_column(ForeignKey("verzending.id"), index=True)
    gemaakt_op: Mapped[datetime]
    tekst: Mapped[dict[str, Any]]
    verstuurd_op: Mapped[date | None] = mapped_column(default=None)
    niet_nodig_want: Mapped[str] = mapped_column(default="")
