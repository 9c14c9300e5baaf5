"""A gesprek as it went: who took part and how, interpreter, recording; and the notes after."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from vtdesk.errors import UserError
from vtdesk.models.base import Entity
from vtdesk.values.kinds import Aanwezigheid, Kanaal, Kind, Opname


class Gesprek(Entity):
    """The talk behind an appointment of a casus, as it really went."""

    __tablename__ = "gesprek"
    kind: ClassVar[Kind] = Kind.GESPREK

    afspraak_id: Mapped[UUID] = mapped_column(ForeignKey("afspraak.id"), unique=True)
    kanaal: Mapped[Kanaal] = mapped_column(default=Kanaal.KANTOOR)
    tolk: Mapped[str] = mapped_column(default="")
    opname: Mapped[Opname] = mapped_column(default=Opname.GEEN)
    bijzonderheden: Mapped[str] = mapped_column(default="")

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.afspraak_id


class Deelname(Entity):
    """One invited person or organisation, and how that went."""

    __tablename__ = "deelname"
    kind: ClassVar[Kind] = Kind.GESPREK

    gesprek_id: Mapped[UUID] = mapped_column(ForeignKey("gesprek.id"), index=True)
    afspraak_id: Mapped[UUID] = mapped_column(ForeignKey("afspraak.id"), index=True)
    volgorde: Mapped[int]
    naam: Mapped[str]
    persoon_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("persoon.id"), default=None, index=True
    )
    organisatie_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisatie.id"), default=None)
    hoedanigheid: Mapped[str] = mapped_column(default="")
    aanwezigheid: Mapped[Aanwezigheid] = mapped_column(default=Aanwezigheid.AANWEZIG)
    toelichting: Mapped[str] = mapped_column(default="")

    def __post_init__(self) -> None:
        if not self.naam.strip():
            raise UserError("Vul in wie erbij was.")

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.afspraak_id


class Parkeernotitie(Entity):
    """Ninety seconds after a talk; `gevoel` never leaves this row."""

    __tablename__ = "parkeernotitie"
    kind: ClassVar[Kind] = Kind.PARKEERNOTITIE

    gemaakt_op: Mapped[datetime]
    afspraak_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("afspraak.id"), default=None, index=True
    )
    gezien: Mapped[str] = mapped_column(default="")
    gezegd: Mapped[str] = mapped_column(default="")
    afgesproken: Mapped[str] = mapped_column(default="")
    zorg: Mapped[str] = mapped_column(default="")
    gevoel: Mapped[str] = mapped_column(default="")
    concept: Mapped[bool] = mapped_column(default=False)
    gebruikt: Mapped[list[str]] = mapped_column(default_factory=list)
