"""Her working day: begun and closed; and what is half written in a capture panel."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from vtdesk.models.base import Entity
from vtdesk.values.kinds import Kind


class Dag(Entity):
    """One working day."""

    __tablename__ = "dag"
    kind: ClassVar[Kind] = Kind.DAG

    datum: Mapped[date] = mapped_column(unique=True)
    begonnen_op: Mapped[datetime | None] = mapped_column(default=None)
    afgesloten_op: Mapped[datetime | None] = mapped_column(default=None)


class Klad(Entity):
    """What is half typed in one capture panel; rewritten while she types."""

    __tablename__ = "klad"
    kind: ClassVar[Kind] = Kind.CONCEPT
    silent: ClassVar[bool] = True

    soort: Mapped[str] = mapped_column(unique=True)  # the name of the panel
    inhoud: Mapped[dict[str, Any]]
    bewaard_op: Mapped[datetime]
