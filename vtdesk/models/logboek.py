"""The logboek and the outbox: what happened, written in the transaction in which it happened."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from vtdesk.models.base import Base


class Logregel(Base):
    """Who did what to which thing and when; never what it said."""

    __tablename__ = "logboek"

    seq: Mapped[int] = mapped_column(primary_key=True, init=False)
    tijd: Mapped[datetime] = mapped_column(index=True)
    gebruiker: Mapped[str]
    actie: Mapped[str]
    soort: Mapped[str]
    ding: Mapped[UUID] = mapped_column(index=True)
    casus: Mapped[UUID | None] = mapped_column(default=None, index=True)
    detail: Mapped[str] = mapped_column(default="")  # from a closed list, no free text
    reden: Mapped[str] = mapped_column(default="")  # why a sealed thing was opened


class Uitgaand(Base):
    """The outbox: which thing reached which version, for later exchange between machines."""

    __tablename__ = "outbox"

    seq: Mapped[int] = mapped_column(primary_key=True, init=False)
    tijd: Mapped[datetime]
    tabel: Mapped[str]
    rij: Mapped[UUID] = mapped_column(index=True)
    versie: Mapped[int]
    actie: Mapped[str]


class Sleutelwaarde(Base):
    """Facts about the kluis itself, such as the signing key and whether it is a demo."""

    __tablename__ = "meta"

    sleutel: Mapped[str] = mapped_column(primary_key=True)
    waarde: Mapped[dict[str, Any]]
