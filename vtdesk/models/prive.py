"""What is hers alone: it writes no logboek line, and no document, search or export reads it."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from vtdesk.models.base import Entity
from vtdesk.values.kinds import Kind


class Impact(Entity):
    """What a talk did to her."""

    __tablename__ = "impact"
    kind: ClassVar[Kind] = Kind.PRIVE
    silent: ClassVar[bool] = True

    moment: Mapped[datetime]
    tekst: Mapped[str] = mapped_column(default="")
    zwaar: Mapped[bool] = mapped_column(default=True)
    afspraak_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("afspraak.id"), default=None, index=True
    )
    collega: Mapped[str] = mapped_column(default="")  # with whom she will talk about it


class Lichtpunt(Entity):
    """What went well on a day, without names."""

    __tablename__ = "lichtpunt"
    kind: ClassVar[Kind] = Kind.PRIVE
    silent: ClassVar[bool] = True

    moment: Mapped[datetime]
    tekst: Mapped[str]
