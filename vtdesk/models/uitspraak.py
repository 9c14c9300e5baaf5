"""The statement: one claim, with who said it, about whom, and what became of it."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from vtdesk.models.base import Entity
from vtdesk.values.kinds import Kind, Letter, Verificatie, Zichtbaarheid


class Uitspraak(Entity):
    """The atom of every verslag; it belongs to the casus and is shown in documents."""

    __tablename__ = "uitspraak"
    kind: ClassVar[Kind] = Kind.UITSPRAAK

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    verslag_id: Mapped[UUID | None] = mapped_column(ForeignKey("verslag.id"), index=True)
    letter: Mapped[Letter]
    runs: Mapped[list[list[str]]]
    vastgelegd_op: Mapped[datetime]
    bron_naam: Mapped[str] = mapped_column(default="")
    bron_persoon_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("persoon.id"), default=None, index=True
    )
    hoedanigheid: Mapped[str] = mapped_column(default="")
    via: Mapped[str] = mapped_column(default="")
    informatiedatum: Mapped[date | None] = mapped_column(default=None)
    over: Mapped[list[str]] = mapped_column(default_factory=list)
    verificatie: Mapped[Verificatie] = mapped_column(default=Verificatie.ONBEVESTIGD)
    verificatie_door: Mapped[str] = mapped_column(default="")
    zichtbaarheid: Mapped[Zichtbaarheid] = mapped_column(default=Zichtbaarheid.IEDEREEN)
    thema: Mapped[str] = mapped_column(default="")
    reactie_op_id: Mapped[UUID | None] = mapped_column(ForeignKey("uitspraak.id"), default=None)
    niet_voor: Mapped[list[str]] = mapped_column(default_factory=list)
    steunt_op: Mapped[list[str]] = mapped_column(default_factory=list)
    verwijderd_op: Mapped[datetime | None] = mapped_column(default=None)
