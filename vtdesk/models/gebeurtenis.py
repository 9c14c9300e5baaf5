"""What happened in the family, or was imposed on it; and what somebody asks about the file."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from vtdesk.errors import UserError
from vtdesk.models.base import Entity
from vtdesk.values.casuskinds import GebeurtenisSoort, VerzoekSoort, VerzoekStand
from vtdesk.values.kinds import Kind


class Gebeurtenis(Entity):
    """A dated thing of the casus that is no talk: an incident, a ban, a placement."""

    __tablename__ = "gebeurtenis"
    kind: ClassVar[Kind] = Kind.GEBEURTENIS

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    soort: Mapped[GebeurtenisSoort]
    titel: Mapped[str]
    begin: Mapped[datetime]
    hele_dag: Mapped[bool] = mapped_column(default=True)  # only the day is known
    einde: Mapped[datetime | None] = mapped_column(default=None)
    uiterlijk: Mapped[date | None] = mapped_column(default=None)  # outer limit of a ban
    bron: Mapped[str] = mapped_column(default="")
    toelichting: Mapped[str] = mapped_column(default="")
    personen: Mapped[list[str]] = mapped_column(default_factory=list)

    def __post_init__(self) -> None:
        self.check()

    def check(self) -> None:
        """Refuse what has no name, or ends before it begins."""
        if not self.titel.strip():
            raise UserError("Schrijf op wat er gebeurde.")
        if self.einde and self.einde < self.begin:
            raise UserError("Het einde ligt vóór het begin. Controleer de datums.")


class Verzoek(Entity):
    """Somebody asks to see, correct or destroy what stands about them."""

    __tablename__ = "verzoek"
    kind: ClassVar[Kind] = Kind.VERZOEK

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    persoon_id: Mapped[UUID] = mapped_column(ForeignKey("persoon.id"), index=True)
    voor_id: Mapped[UUID | None] = mapped_column(ForeignKey("persoon.id"), default=None)
    soort: Mapped[VerzoekSoort]
    ontvangen_op: Mapped[date]
    schriftelijk: Mapped[bool] = mapped_column(default=True)
    bekwaam: Mapped[bool] = mapped_column(default=True)  # can judge the own interest
    stand: Mapped[VerzoekStand] = mapped_column(default=VerzoekStand.OPEN)
    grond: Mapped[str] = mapped_column(default="")
    beslist_op: Mapped[date | None] = mapped_column(default=None)
    eigen_verklaring: Mapped[str] = mapped_column(default="")


class Vernietiging(Entity):
    """Proof that a casus was destroyed: when, on which ground, by whose decision; no content."""

    __tablename__ = "vernietiging"
    kind: ClassVar[Kind] = Kind.VERZOEK

    casus: Mapped[UUID]  # no foreign key: the casus is gone
    nummer: Mapped[str]
    besluit: Mapped[str]
    grond: Mapped[str]
    besloten_door: Mapped[str]
    besloten_op: Mapped[date]
    uitgevoerd_op: Mapped[datetime]
    aantallen: Mapped[dict[str, Any]]
    zegels: Mapped[dict[str, Any]]  # of the versions that are gone: the chain goes on over them

    def __post_init__(self) -> None:
        if not self.grond.strip() or not self.besloten_door.strip():
            raise UserError("Schrijf op wie dit besloot en op welke grond.")


class Hintantwoord(Entity):
    """Why a hint does not hold now; it returns when the facts behind it change."""

    __tablename__ = "hintantwoord"
    __table_args__ = (UniqueConstraint("casus_id", "hint"),)
    kind: ClassVar[Kind] = Kind.HINT

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    hint: Mapped[str]  # which rule, about what
    feiten: Mapped[str]  # fingerprint of the facts it was given for
    reden: Mapped[str]
    moment: Mapped[datetime]

    def __post_init__(self) -> None:
        if not self.reden.strip():
            raise UserError("Schrijf op waarom dit nu niet nodig is.")

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.casus_id
