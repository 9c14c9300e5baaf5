"""The table (JB-plein): a zitting with several besprekingen that never mix."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from vtdesk.errors import UserError
from vtdesk.models.base import Entity
from vtdesk.values.dagkinds import PleinFase
from vtdesk.values.kinds import Kind, Letter


class Zitting(Entity):
    """One session at the table; it outlives its block in the agenda."""

    __tablename__ = "zitting"
    kind: ClassVar[Kind] = Kind.PLEIN

    begin: Mapped[datetime] = mapped_column(index=True)
    regio: Mapped[str]  # whose value list of decisions holds here
    afspraak_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("afspraak.id", ondelete="SET NULL"), default=None, index=True
    )


class Bespreking(Entity):
    """What is said and decided about one child or family; without a casus it is a tafelkaart."""

    __tablename__ = "bespreking"
    kind: ClassVar[Kind] = Kind.PLEIN

    zitting_id: Mapped[UUID] = mapped_column(ForeignKey("zitting.id"), index=True)
    volgorde: Mapped[int]
    minuten: Mapped[int]
    casus_id: Mapped[UUID | None] = mapped_column(ForeignKey("casus.id"), default=None, index=True)
    initialen: Mapped[str] = mapped_column(default="")
    leeftijd: Mapped[str] = mapped_column(default="")
    aanvrager: Mapped[str] = mapped_column(default="")
    weet: Mapped[str] = mapped_column(default="")  # prepared the evening before
    vragen: Mapped[str] = mapped_column(default="")  # one a line
    gevraagd: Mapped[list[str]] = mapped_column(default_factory=list)  # of these questions
    let_op: Mapped[str] = mapped_column(default="")
    voorbereid_op: Mapped[datetime | None] = mapped_column(default=None)
    fase: Mapped[PleinFase] = mapped_column(default=PleinFase.OPENING)
    fase_sinds: Mapped[datetime | None] = mapped_column(default=None)
    fasen: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)  # seconds spent before
    begonnen_op: Mapped[datetime | None] = mapped_column(default=None)
    gesloten_op: Mapped[datetime | None] = mapped_column(default=None)
    mening_kind: Mapped[str] = mapped_column(default="")
    niet_gevraagd_want: Mapped[str] = mapped_column(default="")
    besluit: Mapped[str] = mapped_column(default="")  # code of the value list of the region
    gronden: Mapped[str] = mapped_column(default="")
    evaluatie_op: Mapped[date | None] = mapped_column(default=None)
    casusregie: Mapped[str] = mapped_column(default="")
    zicht: Mapped[str] = mapped_column(default="")
    vertelt_kinderen: Mapped[str] = mapped_column(default="")
    klad: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)  # what is half typed
    verwerkt_op: Mapped[datetime | None] = mapped_column(default=None)  # stands in its casus
    verdwijnt_op: Mapped[date | None] = mapped_column(default=None)  # of a tafelkaart

    def __post_init__(self) -> None:
        self.check()

    def check(self) -> None:
        """Refuse a tafelkaart without initials, and a bespreking that takes no time."""
        if self.casus_id is None and not self.initialen.strip():
            raise UserError("Kies een casus, of vul de initialen van het kind in.")
        if self.minuten <= 0:
            raise UserError("Vul in hoeveel minuten de bespreking duurt.")


class _Deel(Entity):
    """A part of a bespreking."""

    __abstract__ = True
    kind: ClassVar[Kind] = Kind.PLEIN

    bespreking_id: Mapped[UUID] = mapped_column(ForeignKey("bespreking.id"), index=True)
    volgorde: Mapped[int]

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.bespreking_id


class Inbreng(_Deel):
    """One line of what was said, by whom and when."""

    __tablename__ = "inbreng"

    moment: Mapped[datetime]
    tekst: Mapped[str]
    spreker: Mapped[str] = mapped_column(default="")
    letter: Mapped[Letter] = mapped_column(default=Letter.VERKLARING)
    verwerkt: Mapped[bool] = mapped_column(default=False)  # stands in the casus


class Standpunt(_Deel):
    """What one organisation or parent finds; `afwijkend` when it dissents from the besluit."""

    __tablename__ = "standpunt"

    wie: Mapped[str]
    ouder: Mapped[bool] = mapped_column(default=False)
    tekst: Mapped[str] = mapped_column(default="")
    afwijkend: Mapped[bool] = mapped_column(default=False)
    op_grond: Mapped[str] = mapped_column(default="")  # the ground on which it dissents
    naam: Mapped[str] = mapped_column(default="")  # who says so


class Pleintaak(_Deel):
    """Who does what by when after the table."""

    __tablename__ = "pleintaak"

    wat: Mapped[str]
    wie: Mapped[str] = mapped_column(default="")
    wanneer: Mapped[str] = mapped_column(default="")
    belofte_id: Mapped[UUID | None] = mapped_column(  # of a taak that is hers
        ForeignKey("belofte.id", ondelete="SET NULL"), default=None, index=True
    )
