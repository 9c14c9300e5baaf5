"""Callbacks: who called, how urgent it is, and each attempt to call back."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from vtdesk.models.base import Entity
from vtdesk.values.dagkinds import BelSpoed, BelStand, BelUitkomst, Herkenning
from vtdesk.values.kinds import Kind


class Terugbelverzoek(Entity):
    """Somebody who waits for a call; one with a persoon also has the casus of that persoon."""

    __tablename__ = "terugbelverzoek"
    kind: ClassVar[Kind] = Kind.TERUGBELVERZOEK

    gemaakt_op: Mapped[datetime]
    regel: Mapped[str]  # as she typed it
    laatst_op: Mapped[datetime]  # when they called last
    nummer: Mapped[str] = mapped_column(default="", index=True)  # E.164; empty when unknown
    wie: Mapped[str] = mapped_column(default="")
    keren: Mapped[int] = mapped_column(default=1)
    voicemail: Mapped[bool] = mapped_column(default=False)
    voicemail_tekst: Mapped[str] = mapped_column(default="")  # as she typed it
    spoed: Mapped[BelSpoed] = mapped_column(default=BelSpoed.VANDAAG)
    bellen_om: Mapped[datetime | None] = mapped_column(default=None)  # midnight: that day
    bellen_na: Mapped[bool] = mapped_column(default=False)  # not at that moment, but after it
    stand: Mapped[BelStand] = mapped_column(default=BelStand.OPEN)
    wacht_op: Mapped[str] = mapped_column(default="")
    persoon_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("persoon.id"), default=None, index=True
    )
    casus_id: Mapped[UUID | None] = mapped_column(ForeignKey("casus.id"), default=None, index=True)
    herkenning: Mapped[Herkenning] = mapped_column(default=Herkenning.GEEN)
    vrij_praten: Mapped[str] = mapped_column(default="")
    nu_veilig: Mapped[str] = mapped_column(default="")
    waar_kinderen: Mapped[str] = mapped_column(default="")
    uitkomst: Mapped[str] = mapped_column(default="")  # in one sentence
    andere_weg: Mapped[str] = mapped_column(default="")  # after a third failed attempt
    afgedaan_op: Mapped[datetime | None] = mapped_column(default=None)


class Belpoging(Entity):
    """One attempt to call back; never changed, only added."""

    __tablename__ = "belpoging"
    kind: ClassVar[Kind] = Kind.TERUGBELVERZOEK

    verzoek_id: Mapped[UUID] = mapped_column(ForeignKey("terugbelverzoek.id"), index=True)
    moment: Mapped[datetime]
    uitkomst: Mapped[BelUitkomst]
    toelichting: Mapped[str] = mapped_column(default="")

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.verzoek_id
