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
    gebruikt_want: Mapped[str] = mapped_column(default="")  # why a dubbel anonieme one may be used
    gevoegd: Mapped[bool] = mapped_column(default=False)  # joined an onderzoek or V&V that runs
    teruggekoppeld_op: Mapped[date | None] = mapped_column(default=None)

    def __post_init__(self) -> None:
        self.check()

    def check(self) -> None:
        """Refuse a melding without content, and a dubbel anonieme one of which nobody decided.

        Source: Rb. Noord-Holland 21-03-2023 (C/15/335189).
        """
        if not self.inhoud.strip():
            raise UserError("Schrijf op wat er is gemeld.")
        decided = (self.geweigerd_want.strip(), self.gebruikt_want.strip())
        if self.anonimiteit is not Anonimiteit.DUBBEL_ANONIEM and any(decided):
            raise UserError(
                "Alleen bij een dubbel anonieme melding kies je: weigeren of gebruiken."
            )
        if self.anonimiteit is Anonimiteit.DUBBEL_ANONIEM and all(decided) is any(decided):
            raise UserError(
                "Een dubbel anonieme melding weiger je met een reden, "
                "of je schrijft op waarom je haar toch mag gebruiken."
            )


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

    def __post_init__(self) -> None:
        self.check()

    def check(self) -> None:
        """Refuse a melder of whom nothing is known."""
        if not (self.naam.strip() or self.organisatie.strip()):
            raise UserError("Vul in wie of welke organisatie dit meldde.")


class Crisisbeoordeling(Entity):
    """How one organisation rated the danger at one moment; never changed, never removed."""

    __tablename__ = "crisisbeoordeling"
    kind: ClassVar[Kind] = Kind.CRISIS

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    organisatie: Mapped[str]
    moment: Mapped[datetime]
    vastgelegd_op: Mapped[datetime]
    kleur: Mapped[Kleur]
    gronden: Mapped[str]
    door: Mapped[str] = mapped_column(default="")
    volgende_op: Mapped[datetime | None] = mapped_column(default=None)

    def __post_init__(self) -> None:
        if not self.organisatie.strip():
            raise UserError("Vul in welke organisatie dit vindt.")
        if not self.gronden.strip():
            raise UserError("Schrijf op waar deze kleur op steunt.")

    @override
    def refuse_change(self) -> None:
        raise UserError("Een crisisbeoordeling verandert nooit. Leg een nieuwe vast.")


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
        self.check()

    def check(self) -> None:
        """Refuse an outcome without an instrument, a result or a maker."""
        for filled, what in (
            (self.naam, "welk instrument dit is"),
            (self.uitkomst, "wat de uitkomst is"),
            (self.door, "wie het invulde"),
        ):
            if not filled.strip():
                raise UserError(f"Vul in {what}.")
