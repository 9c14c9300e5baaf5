"""Meldingen with the melder apart, crisis ratings and outcomes of instruments."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from vtdesk.errors import UserError
from vtdesk.models.base import Entity
from vtdesk.values.casuskinds import Anonimiteit, Kleur, MeldingSoort
from vtdesk.values.kinds import Kind


class Melding(Entity):
    """A report about this family: what was said and when it came in, never by whom."""

    __tablename__ = "melding"
    __table_args__ = (UniqueConstraint("casus_id", "nummer"),)
    kind: ClassVar[Kind] = Kind.MELDING

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    nummer: Mapped[int]  # within the casus: M1, M2
    ontvangen_op: Mapped[datetime]
    soort: Mapped[MeldingSoort]
    anonimiteit: Mapped[Anonimiteit] = mapped_column(default=Anonimiteit.BEKEND)
    inhoud: Mapped[str] = mapped_column(default="")
    gebeurd_op: Mapped[date | None] = mapped_column(default=None)
    spoed: Mapped[bool] = mapped_column(default=False)
    geweigerd_want: Mapped[str] = mapped_column(default="")
    teruggekoppeld_op: Mapped[date | None] = mapped_column(default=None)

    def __post_init__(self) -> None:
        self.check()

    def check(self) -> None:
        """Refuse a melding without content."""
        if not self.inhoud.strip():
            raise UserError("Schrijf op wat er is gemeld.")


class Melder(Entity):
    """Who made a melding; kept apart from the family and opened only with a reason.

    Source: Uitvoeringsbesluit Wmo 2015 art. 4.1.8.
    """

    __tablename__ = "melder"
    kind: ClassVar[Kind] = Kind.MELDING

    melding_id: Mapped[UUID] = mapped_column(ForeignKey("melding.id"), unique=True)
    naam: Mapped[str]
    organisatie: Mapped[str] = mapped_column(default="")
    telefoon: Mapped[str] = mapped_column(default="")
    relatie: Mapped[str] = mapped_column(default="")
    toelichting: Mapped[str] = mapped_column(default="")

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.melding_id


class Crisisbeoordeling(Entity):
    """How one organisation rated the danger at one moment; never changed, never removed."""

    __tablename__ = "crisisbeoordeling"
    kind: ClassVar[Kind] = Kind.CRISIS

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    organisatie: Mapped[str]
    moment: Mapped[datetime]
    kleur: Mapped[Kleur]
    gronden: Mapped[str]
    door: Mapped[str] = mapped_column(default="")
    volgende_op: Mapped[datetime | None] = mapped_column(default=None)

    def __post_init__(self) -> None:
        if not self.organisatie.strip():
            raise UserError("Vul in welke organisatie dit vindt.")
        if not self.gronden.strip():
            raise UserError("Schrijf op waar deze kleur op steunt.")


class Instrument(Entity):
    """The outcome of an instrument of others (ARIJ, LIRIK, triage): recorded, never computed."""

    __tablename__ = "instrument"
    kind: ClassVar[Kind] = Kind.CRISIS

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    naam: Mapped[str]
    uitkomst: Mapped[str]
    datum: Mapped[date]
    door: Mapped[str]
    uitgave: Mapped[str] = mapped_column(default="")
    vindplaats: Mapped[str] = mapped_column(default="")  # where the paper lies

    def __post_init__(self) -> None:
        for filled, what in (
            (self.naam, "welk instrument dit is"),
            (self.uitkomst, "wat de uitkomst is"),
            (self.door, "wie het invulde"),
        ):
            if not filled.strip():
                raise UserError(f"Vul in {what}.")
