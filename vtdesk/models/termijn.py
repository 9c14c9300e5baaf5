"""Terms that run, and what moved their date; the rules themselves are data."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from vtdesk.errors import UserError
from vtdesk.models.base import Entity
from vtdesk.values.kinds import Kind


class Termijn(Entity):
    """One term of a casus: by which rule, since what, for whom, and what became of it."""

    __tablename__ = "termijn"
    kind: ClassVar[Kind] = Kind.TERMIJN

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    regel: Mapped[str]  # id of a rule in resources/termijnen
    begin: Mapped[datetime]  # the day of the event is day 0
    aanleiding: Mapped[str] = mapped_column(default="")
    persoon_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("persoon.id"), default=None, index=True
    )
    melding_id: Mapped[UUID | None] = mapped_column(ForeignKey("melding.id"), default=None)
    gehaald_op: Mapped[date | None] = mapped_column(default=None)
    vervallen_want: Mapped[str] = mapped_column(default="")
    te_laat_want: Mapped[str] = mapped_column(default="")
    nieuwe_datum: Mapped[date | None] = mapped_column(default=None)
    wie_kijkt: Mapped[str] = mapped_column(default="")  # over safety, while it is late


class Opschorting(Entity):
    """Days in which a term did not run; resuming gives back exactly those."""

    __tablename__ = "opschorting"
    kind: ClassVar[Kind] = Kind.TERMIJN

    termijn_id: Mapped[UUID] = mapped_column(ForeignKey("termijn.id"), index=True)
    vanaf: Mapped[date]
    tot: Mapped[date | None] = mapped_column(default=None)
    reden: Mapped[str]

    def __post_init__(self) -> None:
        if not self.reden.strip():
            raise UserError("Schrijf op waarom de termijn stilstaat.")
        if self.tot and self.tot < self.vanaf:
            raise UserError("De termijn loopt weer vóór zij stilstaat. Controleer de datums.")

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.termijn_id


class Verlenging(Entity):
    """A longer term, as far as its rule allows, with the reason."""

    __tablename__ = "verlenging"
    kind: ClassVar[Kind] = Kind.TERMIJN

    termijn_id: Mapped[UUID] = mapped_column(ForeignKey("termijn.id"), index=True)
    dagen: Mapped[int]
    reden: Mapped[str]
    besloten_op: Mapped[date]

    def __post_init__(self) -> None:
        if not self.reden.strip():
            raise UserError("Schrijf op waarom je verlengt.")
        if self.dagen < 1:
            raise UserError("Een verlenging duurt ten minste één dag.")

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.termijn_id
