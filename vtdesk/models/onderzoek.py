"""What was asked of whom, how a child was spoken, and the moments of monitoring."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from vtdesk.errors import UserError
from vtdesk.models.base import Entity
from vtdesk.values.casuskinds import MonitoringBesluit, MonitoringSoort, Oordeel
from vtdesk.values.kinds import Kind


class Informatieverzoek(Entity):
    """A question to an informant: on which ground, and whether the answer was read back."""

    __tablename__ = "informatieverzoek"
    kind: ClassVar[Kind] = Kind.ONDERZOEK

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    aan: Mapped[str]
    gevraagd: Mapped[str]
    grond: Mapped[str] = mapped_column(default="")
    persoon_id: Mapped[UUID | None] = mapped_column(ForeignKey("persoon.id"), default=None)
    organisatie_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisatie.id"), default=None)
    ouders_weten: Mapped[str] = mapped_column(default="")  # told to the parents, or why not
    bron_afgeschermd: Mapped[bool] = mapped_column(default=False)
    verstuurd_op: Mapped[date | None] = mapped_column(default=None)
    beantwoord_op: Mapped[date | None] = mapped_column(default=None)
    antwoord: Mapped[str] = mapped_column(default="")
    teruggelezen_op: Mapped[date | None] = mapped_column(default=None)
    akkoord_op: Mapped[date | None] = mapped_column(default=None)

    def __post_init__(self) -> None:
        self.check()

    def check(self) -> None:
        """Refuse a question to nobody, or about nothing."""
        if not self.aan.strip():
            raise UserError("Vul in aan wie je dit vraagt.")
        if not self.gevraagd.strip():
            raise UserError("Schrijf op wat je vraagt.")


class Kindgesprek(Entity):
    """How a talk with a child was arranged, and what was agreed with the child about it."""

    __tablename__ = "kindgesprek"
    kind: ClassVar[Kind] = Kind.ONDERZOEK

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    afspraak_id: Mapped[UUID] = mapped_column(ForeignKey("afspraak.id"), index=True)
    kind_id: Mapped[UUID] = mapped_column(ForeignKey("persoon.id"), index=True)
    plek: Mapped[str] = mapped_column(default="")
    steunfiguur: Mapped[str] = mapped_column(default="")
    steunfiguur_gekozen_door: Mapped[str] = mapped_column(default="")
    gezagdragers: Mapped[str] = mapped_column(default="")  # informed, consent, or why not
    uitgelegd: Mapped[str] = mapped_column(default="")
    gevraagd: Mapped[str] = mapped_column(default="")
    gezien: Mapped[str] = mapped_column(default="")
    wil: Mapped[str] = mapped_column(default="")
    niet_doorgeven: Mapped[str] = mapped_column(default="")
    geantwoord: Mapped[str] = mapped_column(default="")
    teruggekoppeld: Mapped[str] = mapped_column(default="")
    teruggekoppeld_op: Mapped[date | None] = mapped_column(default=None)
    veilig_erna: Mapped[str] = mapped_column(default="")
    politie: Mapped[str] = mapped_column(default="")  # agreed with the police, where it may hear


class Monitoring(Entity):
    """One moment at which the waarborgen are held against what is seen."""

    __tablename__ = "monitoring"
    kind: ClassVar[Kind] = Kind.ONDERZOEK

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    soort: Mapped[MonitoringSoort]
    gepland_op: Mapped[date]
    afspraak_id: Mapped[UUID | None] = mapped_column(ForeignKey("afspraak.id"), default=None)
    gehouden_op: Mapped[date | None] = mapped_column(default=None)
    gesproken: Mapped[str] = mapped_column(default="")  # family, children, professionals
    directe_veiligheid: Mapped[Oordeel | None] = mapped_column(default=None)
    stabiele_veiligheid: Mapped[Oordeel | None] = mapped_column(default=None)
    herstel: Mapped[Oordeel | None] = mapped_column(default=None)
    wat_ging_goed: Mapped[str] = mapped_column(default="")
    nieuw: Mapped[str] = mapped_column(default="")  # new incidents
    besluit: Mapped[MonitoringBesluit | None] = mapped_column(default=None)
    toelichting: Mapped[str] = mapped_column(default="")


class Gezien(Entity):
    """That a child was spoken or seen by another professional than the user."""

    __tablename__ = "gezien"
    kind: ClassVar[Kind] = Kind.ONDERZOEK

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    kind_id: Mapped[UUID] = mapped_column(ForeignKey("persoon.id"), index=True)
    datum: Mapped[date]
    door: Mapped[str]
    toelichting: Mapped[str] = mapped_column(default="")

    def __post_init__(self) -> None:
        if not self.door.strip():
            raise UserError("Vul in wie het kind zag of sprak.")
