"""How people belong together and under which roof; and where she drew them."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from vtdesk.errors import UserError
from vtdesk.models.base import Entity
from vtdesk.values.casuskinds import RelatieSoort
from vtdesk.values.kinds import Kind


class Relatie(Entity):
    """One tie between two people for a period; of a parent, `van` is the parent."""

    __tablename__ = "relatie"
    kind: ClassVar[Kind] = Kind.PERSOON

    van_id: Mapped[UUID] = mapped_column(ForeignKey("persoon.id"), index=True)
    naar_id: Mapped[UUID] = mapped_column(ForeignKey("persoon.id"), index=True)
    soort: Mapped[RelatieSoort]
    gescheiden: Mapped[bool] = mapped_column(default=False)  # of an ex: divorced, not only apart
    vanaf: Mapped[date | None] = mapped_column(default=None)
    tot: Mapped[date | None] = mapped_column(default=None)
    toelichting: Mapped[str] = mapped_column(default="")

    def __post_init__(self) -> None:
        self.check()

    def check(self) -> None:
        """Refuse a tie with oneself, or one that ends before it begins."""
        if self.van_id == self.naar_id:
            raise UserError("Iemand kan geen relatie met zichzelf hebben. Kies een ander.")
        if self.vanaf and self.tot and self.tot < self.vanaf:
            raise UserError("De einddatum van deze relatie ligt vóór de begindatum.")

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.van_id


class Huishouden(Entity):
    """People under one roof, as far as a casus is about them; never the address."""

    __tablename__ = "huishouden"
    kind: ClassVar[Kind] = Kind.CASUS

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    naam: Mapped[str]

    def __post_init__(self) -> None:
        if not self.naam.strip():
            raise UserError("Geef het huishouden een naam, bijvoorbeeld 'bij moeder'.")

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.casus_id


class Bewoning(Entity):
    """One person in one huishouden, for a period."""

    __tablename__ = "bewoning"
    kind: ClassVar[Kind] = Kind.PERSOON

    huishouden_id: Mapped[UUID] = mapped_column(ForeignKey("huishouden.id"), index=True)
    persoon_id: Mapped[UUID] = mapped_column(ForeignKey("persoon.id"), index=True)
    vanaf: Mapped[date | None] = mapped_column(default=None)
    tot: Mapped[date | None] = mapped_column(default=None)
    toelichting: Mapped[str] = mapped_column(default="")

    def __post_init__(self) -> None:
        if self.vanaf and self.tot and self.tot < self.vanaf:
            raise UserError("De einddatum van deze woonperiode ligt vóór de begindatum.")

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.persoon_id


class Plek(Entity):
    """How far somebody was dragged in the genogram of a casus."""

    __tablename__ = "plek"
    __table_args__ = (UniqueConstraint("casus_id", "persoon_id"),)
    kind: ClassVar[Kind] = Kind.CASUS

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    persoon_id: Mapped[UUID] = mapped_column(ForeignKey("persoon.id"))
    x: Mapped[float]

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.casus_id
