"""Settings of the user; personal, so in the database."""

from typing import Any, ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from vtdesk.models.base import Entity
from vtdesk.values.kinds import Kind


class Instelling(Entity):
    """One setting by name."""

    __tablename__ = "instelling"
    kind: ClassVar[Kind] = Kind.INSTELLING

    sleutel: Mapped[str] = mapped_column(unique=True)
    waarde: Mapped[dict[str, Any]]


class Eigenwoord(Entity):
    """A word that is spelled right here, though no dictionary has it."""

    __tablename__ = "eigenwoord"
    kind: ClassVar[Kind] = Kind.INSTELLING
    silent: ClassVar[bool] = True

    woord: Mapped[str] = mapped_column(unique=True)
