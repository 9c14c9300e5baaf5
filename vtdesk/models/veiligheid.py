"""What keeps a family safe, who checks it, and who watches at this minute."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from vtdesk.errors import UserError
from vtdesk.models.base import Entity
from vtdesk.values.casuskinds import (
    Instemmingsstand,
    PolitieSoort,
    Toetsuitkomst,
    WaarborgSoort,
)
from vtdesk.values.kinds import Kind


class Waarborg(Entity):
    """A veiligheidsvoorwaarde of Veilig Thuis, or a veiligheidsafspraak with the family."""

    __tablename__ = "waarborg"
    __table_args__ = (UniqueConstraint("casus_id", "soort", "nummer"),)
    kind: ClassVar[Kind] = Kind.VEILIGHEID

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    soort: Mapped[WaarborgSoort]
    nummer: Mapped[int]
    wie: Mapped[str]
    wat: Mapped[str]
    wanneer: Mapped[str] = mapped_column(default="")
    wat_als_niet: Mapped[str] = mapped_column(default="")
    wie_kijkt: Mapped[str] = mapped_column(default="")
    gemaakt_op: Mapped[date]
    tot: Mapped[date | None] = mapped_column(default=None)
    voorstel: Mapped[bool] = mapped_column(default=False)  # not everybody has agreed yet
    vervallen_op: Mapped[date | None] = mapped_column(default=None)
    vervallen_want: Mapped[str] = mapped_column(default="")

    def __post_init__(self) -> None:
        self.check()

    def check(self) -> None:
        """Refuse what nobody could check: who does what must be there."""
        if not self.wat.strip():
            raise UserError("Schrijf op wat er moet gebeuren.")
        if not self.wie.strip():
            raise UserError("Schrijf op wie dit doet.")


class Instemming(Entity):
    """What somebody said to a proposed waarborg, and when."""

    __tablename__ = "instemming"
    kind: ClassVar[Kind] = Kind.VEILIGHEID

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    waarborg_id: Mapped[UUID] = mapped_column(ForeignKey("waarborg.id"), index=True)
    wie: Mapped[str]
    stand: Mapped[Instemmingsstand]
    datum: Mapped[date]
    vastgelegd_op: Mapped[datetime]

    def __post_init__(self) -> None:
        if not self.wie.strip():
            raise UserError("Vul in wie dit zei.")


class Toets(Entity):
    """One check of one waarborg, with what it rests on."""

    __tablename__ = "toets"
    kind: ClassVar[Kind] = Kind.VEILIGHEID

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    waarborg_id: Mapped[UUID] = mapped_column(ForeignKey("waarborg.id"), index=True)
    datum: Mapped[date]
    vastgelegd_op: Mapped[datetime]
    uitkomst: Mapped[Toetsuitkomst]
    bewijs: Mapped[str]
    door: Mapped[str] = mapped_column(default="")
    uitspraak_id: Mapped[UUID | None] = mapped_column(ForeignKey("uitspraak.id"), default=None)
    monitoring_id: Mapped[UUID | None] = mapped_column(ForeignKey("monitoring.id"), default=None)

    def __post_init__(self) -> None:
        if not self.bewijs.strip():
            raise UserError("Schrijf op waaruit dit blijkt.")


class Zicht(Entity):
    """Who watched over safety from when until when; the periods of a casus join without a gap."""

    __tablename__ = "zicht"
    __table_args__ = (  # never two at once, whatever the program does
        Index("uq_zicht_nu", "casus_id", unique=True, sqlite_where=text("tot IS NULL")),
    )
    kind: ClassVar[Kind] = Kind.VEILIGHEID

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    houder: Mapped[str]
    vanaf: Mapped[datetime]
    tot: Mapped[datetime | None] = mapped_column(default=None)

    def __post_init__(self) -> None:
        if not self.houder.strip():
            raise UserError("Vul in wie op de veiligheid let.")


class Overdracht(Entity):
    """Zicht offered to another party; it moves when that party accepts, and not before."""

    __tablename__ = "overdracht"
    __table_args__ = (
        Index(
            "uq_overdracht_open",
            "casus_id",
            unique=True,
            sqlite_where=text("aanvaard_op IS NULL AND ingetrokken_op IS NULL"),
        ),
    )
    kind: ClassVar[Kind] = Kind.VEILIGHEID

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    aan: Mapped[str]
    verwacht_op: Mapped[date | None] = mapped_column(default=None)
    waarom: Mapped[str] = mapped_column(default="")
    beloofd: Mapped[str] = mapped_column(default="")  # what was promised to the family
    niet_delen: Mapped[str] = mapped_column(default="")
    aangeboden_op: Mapped[datetime]
    aanvaard_op: Mapped[datetime | None] = mapped_column(default=None)
    aanvaard_door: Mapped[str] = mapped_column(default="")
    ingetrokken_op: Mapped[datetime | None] = mapped_column(default=None)
    ingetrokken_want: Mapped[str] = mapped_column(default="")

    def __post_init__(self) -> None:
        if not self.aan.strip():
            raise UserError("Vul in aan wie je het zicht op veiligheid overdraagt.")


class Politieafspraak(Entity):
    """AOL or AOP: what the police knows at a call, with the date it is looked at again."""

    __tablename__ = "politieafspraak"
    kind: ClassVar[Kind] = Kind.VEILIGHEID

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    soort: Mapped[PolitieSoort]
    voor: Mapped[str]  # the person, or the place in words that give nothing away
    vanaf: Mapped[date]
    herzien_op: Mapped[date | None] = mapped_column(default=None)
    direct_komen: Mapped[bool] = mapped_column(default=False)
    toelichting: Mapped[str] = mapped_column(default="")
    beeindigd_op: Mapped[date | None] = mapped_column(default=None)

    def __post_init__(self) -> None:
        self.check()

    def check(self) -> None:
        """Refuse what the police could not act upon."""
        if not self.voor.strip():
            raise UserError("Vul in voor wie of voor welke plek deze afspraak geldt.")


class Regie(Entity):
    """Which organisation directs the casus; one at a time."""

    __tablename__ = "regie"
    kind: ClassVar[Kind] = Kind.ORGANISATIE

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    organisatie_id: Mapped[UUID] = mapped_column(ForeignKey("organisatie.id"))
    vanaf: Mapped[date]
    tot: Mapped[date | None] = mapped_column(default=None)
