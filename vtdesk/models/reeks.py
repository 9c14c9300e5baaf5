"""Series of appointments, and reminders of single ones."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from vtdesk.models.base import Entity
from vtdesk.values.herinneren import Vooraf
from vtdesk.values.kinds import AfspraakSoort, Kind


class Reeks(Entity):
    """The rule behind a series; its appointments are rows up to `gevuld_tot`.

    Times are on the wall clock of Amsterdam: 09:30 stays 09:30 when the clock changes.
    """

    __tablename__ = "reeks"
    kind: ClassVar[Kind] = Kind.AFSPRAAK

    regel: Mapped[str]  # RRULE of RFC 5545, such as FREQ=WEEKLY;BYDAY=TU
    begint: Mapped[str]  # local, such as 2026-05-12T09:30
    minuten: Mapped[int]
    titel: Mapped[str]
    soort: Mapped[AfspraakSoort]
    gevuld_tot: Mapped[date]  # the first day for which no appointments were made yet
    hele_dag: Mapped[bool] = mapped_column(default=False)
    casus_id: Mapped[UUID | None] = mapped_column(ForeignKey("casus.id"), default=None, index=True)
    plaats: Mapped[str] = mapped_column(default="")
    doel: Mapped[str] = mapped_column(default="")
    uitgezonderd: Mapped[list[str]] = mapped_column(default_factory=list)  # local begins
    genodigden: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)  # {"lijst": [...]}
    herinnering: Mapped[Vooraf] = mapped_column(default=Vooraf.ALTIJD)


class Herinnering(Entity):
    """When she is reminded of one appointment; it is given once."""

    __tablename__ = "herinnering"
    kind: ClassVar[Kind] = Kind.HERINNERING
    silent: ClassVar[bool] = True

    afspraak_id: Mapped[UUID] = mapped_column(ForeignKey("afspraak.id"), unique=True)
    keuze: Mapped[Vooraf] = mapped_column(default=Vooraf.ALTIJD)  # how long before the begin
    later_op: Mapped[datetime | None] = mapped_column(default=None)  # "later herinneren"
    gegeven_op: Mapped[datetime | None] = mapped_column(default=None)

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.afspraak_id
