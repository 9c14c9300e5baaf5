"""What leaves the desk: choices for each receiver, what was made, and what waits to go."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from vtdesk.errors import UserError
from vtdesk.models.base import Entity
from vtdesk.values.kinds import Kind
from vtdesk.values.uitgaand import KeuzeSoort, UitgifteSoort


class Uitgaandkeuze(Entity):
    """One choice about one part of one document for one receiver, with its reason."""

    __tablename__ = "uitgaandkeuze"
    __table_args__ = (UniqueConstraint("verslag_id", "nummer", "ontvanger", "onderwerp"),)
    kind: ClassVar[Kind] = Kind.VERZENDING

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    verslag_id: Mapped[UUID] = mapped_column(ForeignKey("verslag.id"), index=True)
    nummer: Mapped[int]  # of the version; 0: the draft
    ontvanger: Mapped[str]  # `Ontvanger.sleutel`
    onderwerp: Mapped[str]  # id of the item left out, or of the hit of the adreswacht
    soort: Mapped[KeuzeSoort]
    reden: Mapped[str] = mapped_column(default="")
    gekozen_op: Mapped[datetime]


class Uitgifte(Entity):
    """One file that was made or printed for one receiver; never changed, only made."""

    __tablename__ = "uitgifte"
    kind: ClassVar[Kind] = Kind.VERZENDING

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    soort: Mapped[UitgifteSoort]
    verslag_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("verslag.id"), default=None, index=True
    )
    nummer: Mapped[int] = mapped_column(default=0)  # of the version; 0: the draft
    exemplaar: Mapped[int]  # copy number, counted per casus
    ontvanger: Mapped[str]
    persoon_id: Mapped[UUID | None] = mapped_column(ForeignKey("persoon.id"), default=None)
    organisatie_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisatie.id"), default=None)
    # About whom an inzage is; of one from before this was kept it is not known.
    over_id: Mapped[UUID | None] = mapped_column(ForeignKey("persoon.id"), default=None)
    wijze: Mapped[str] = mapped_column(default="")
    gemaakt_op: Mapped[datetime]
    sha256: Mapped[str]  # of the bytes that left
    weggelaten: Mapped[list[dict[str, Any]]] = mapped_column(default_factory=list)
    adreswacht: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.ontvanger.strip():
            raise UserError("Kies eerst voor wie dit is.")


class Dossierstuk(Entity):
    """One document in the dossier that is being collected for a casus."""

    __tablename__ = "dossierstuk"
    __table_args__ = (UniqueConstraint("casus_id", "verslag_id", "nummer"),)
    kind: ClassVar[Kind] = Kind.VERZENDING

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    verslag_id: Mapped[UUID] = mapped_column(ForeignKey("verslag.id"), index=True)
    nummer: Mapped[int]  # of the version; 0: the draft
    plaats: Mapped[int]
    erbij_op: Mapped[datetime]

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return Kind.CASUS, self.casus_id
