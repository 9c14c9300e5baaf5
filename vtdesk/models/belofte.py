"""What she promised somebody, and whether it was kept."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from vtdesk.errors import UserError
from vtdesk.models.base import Entity
from vtdesk.values.dagkinds import BelofteStand
from vtdesk.values.kinds import Kind


class Belofte(Entity):
    """One promise: to whom, what, by when; kept or broken with a line that says how."""

    __tablename__ = "belofte"
    kind: ClassVar[Kind] = Kind.BELOFTE

    aan: Mapped[str]
    wat: Mapped[str]
    gemaakt_op: Mapped[datetime]
    uiterlijk: Mapped[date | None] = mapped_column(default=None, index=True)
    casus_id: Mapped[UUID | None] = mapped_column(ForeignKey("casus.id"), default=None, index=True)
    persoon_id: Mapped[UUID | None] = mapped_column(ForeignKey("persoon.id"), default=None)
    afspraak_id: Mapped[UUID | None] = mapped_column(  # the talk in which it was promised
        ForeignKey("afspraak.id"), default=None, index=True
    )
    stand: Mapped[BelofteStand] = mapped_column(default=BelofteStand.OPEN)
    afgedaan_op: Mapped[datetime | None] = mapped_column(default=None)
    toelichting: Mapped[str] = mapped_column(default="")  # how it was kept, or why not

    def __post_init__(self) -> None:
        self.check()

    def check(self) -> None:
        """Refuse a promise to nobody, or of nothing."""
        if not self.aan.strip():
            raise UserError("Vul in aan wie je dit belooft.")
        if not self.wat.strip():
            raise UserError("Schrijf op wat je belooft.")
