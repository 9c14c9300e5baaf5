"""Leave, and who takes what falls in it."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from vtdesk.errors import UserError
from vtdesk.models.base import Entity
from vtdesk.values.dagkinds import OvernameSoort
from vtdesk.values.kinds import Kind


class Verlof(Entity):
    """One period of leave, first and last day included."""

    __tablename__ = "verlof"
    kind: ClassVar[Kind] = Kind.VERLOF

    van: Mapped[date]
    tot: Mapped[date]
    gemaakt_op: Mapped[datetime]
    vervanger: Mapped[str] = mapped_column(default="")
    vervanger_telefoon: Mapped[str] = mapped_column(default="")

    def __post_init__(self) -> None:
        self.check()

    def check(self) -> None:
        """Refuse leave that ends before it begins."""
        if self.tot < self.van:
            raise UserError("De laatste dag ligt vóór de eerste. Controleer de datums.")


class Overname(Entity):
    """One thing in a period of leave and who takes it; without a name nobody does yet."""

    __tablename__ = "overname"
    __table_args__ = (UniqueConstraint("verlof_id", "soort", "ding"),)
    kind: ClassVar[Kind] = Kind.VERLOF

    verlof_id: Mapped[UUID] = mapped_column(ForeignKey("verlof.id"), index=True)
    soort: Mapped[OvernameSoort]
    ding: Mapped[UUID]  # id of the termijn, belofte, monitoring or afspraak
    wie: Mapped[str]
    toelichting: Mapped[str] = mapped_column(default="")
    casus_id: Mapped[UUID | None] = mapped_column(ForeignKey("casus.id"), default=None, index=True)

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.verlof_id
