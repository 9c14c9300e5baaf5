"""Appointments: what stands in the agenda and what became of it."""

from datetime import UTC, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from vtdesk.errors import UserError
from vtdesk.models.base import Entity
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat, Kind
from vtdesk.values.tijd import later

MET_VERSLAG = frozenset(
    {
        AfspraakSoort.GESPREK,
        AfspraakSoort.HUISBEZOEK,
        AfspraakSoort.OVERLEG,
        AfspraakSoort.MONITORING,
        AfspraakSoort.BELLEN,
    }
)


class Afspraak(Entity):
    """One block in the agenda; a held, cancelled or replaced one no longer moves."""

    __tablename__ = "afspraak"
    kind: ClassVar[Kind] = Kind.AFSPRAAK

    titel: Mapped[str]
    soort: Mapped[AfspraakSoort]
    begin: Mapped[datetime] = mapped_column(index=True)
    einde: Mapped[datetime]
    hele_dag: Mapped[bool] = mapped_column(default=False)
    staat: Mapped[AfspraakStaat] = mapped_column(default=AfspraakStaat.GEPLAND)
    casus_id: Mapped[UUID | None] = mapped_column(ForeignKey("casus.id"), default=None, index=True)
    plaats: Mapped[str] = mapped_column(default="")
    doel: Mapped[str] = mapped_column(default="")
    reden: Mapped[str] = mapped_column(default="")  # why it was cancelled
    geen_verslag_want: Mapped[str] = mapped_column(default="")
    verzet_naar_id: Mapped[UUID | None] = mapped_column(ForeignKey("afspraak.id"), default=None)
    ical_uid: Mapped[str | None] = mapped_column(default=None, index=True)
    ical_recurrence_id: Mapped[str] = mapped_column(default="")
    ical_hash: Mapped[str] = mapped_column(default="")
    reeks_id: Mapped[UUID | None] = mapped_column(default=None, index=True)
    reeks_op: Mapped[str] = mapped_column(default="")  # local begin that the series planned
    let_op: Mapped[str] = mapped_column(default="")  # such as: with two, at another place

    def __post_init__(self) -> None:
        self.check()

    @property
    def owes_verslag(self) -> bool:
        """Tell whether somebody must write down what was said here."""
        return (
            self.staat is AfspraakStaat.GEHOUDEN
            and self.soort in MET_VERSLAG
            and self.casus_id is not None
            and not self.geen_verslag_want
        )

    def check(self) -> None:
        """Refuse an appointment that ends before it begins, or that has no name."""
        if not self.titel.strip():
            raise UserError("Geef de afspraak een naam.")
        # In UTC: on one wall clock Python takes both hours of a night in autumn for the same.
        if self.einde.astimezone(UTC) <= self.begin.astimezone(UTC):
            raise UserError("Het einde ligt niet na het begin. Kies een latere eindtijd.")

    def move_to(self, begin: datetime) -> None:
        """Move to a new begin and keep the duration."""
        self._only_planned("verplaatst")
        self.begin, self.einde = begin, later(begin, self.einde - self.begin)

    def hold(self, now: datetime) -> None:
        """Note that it took place; what has not begun was not held."""
        self._only_planned("op gehouden gezet")
        if self.begin > now:
            raise UserError("Deze afspraak is nog niet begonnen.")
        self.staat = AfspraakStaat.GEHOUDEN

    def cancel(self, reden: str = "") -> None:
        """Cancel; without a reason it stays open until it gets one, or a new date."""
        self._only_planned("afgezegd")
        self.staat, self.reden = AfspraakStaat.AFGEZEGD, reden.strip()

    def give_reason(self, reden: str) -> None:
        """Say why a cancelled one gets no new date; empty lets it stay open again."""
        if self.staat is not AfspraakStaat.AFGEZEGD:
            raise UserError("Deze afspraak is niet afgezegd.")
        self.reden = reden.strip()

    def replace_by(self, nieuw: "Afspraak") -> None:
        """Give a new date; the old block stays visible as verzet."""
        if self.staat is not AfspraakStaat.AFGEZEGD:
            self._only_planned("verzet")
        self.staat, self.verzet_naar_id = AfspraakStaat.VERZET, nieuw.id

    def unreplace(self, staat: AfspraakStaat) -> None:
        """Undo that it got a new date; it is planned or cancelled again, as it was."""
        if self.staat is not AfspraakStaat.VERZET:
            raise UserError("Deze afspraak heeft geen nieuwe datum.")
        self.staat, self.verzet_naar_id = staat, None

    def reopen(self) -> None:
        """Undo that it was held or cancelled."""
        if self.staat is AfspraakStaat.VERZET:
            raise UserError("Deze afspraak heeft een nieuwe datum. Zeg die af, of verplaats hem.")
        self.staat, self.reden = AfspraakStaat.GEPLAND, ""

    def _only_planned(self, what: str) -> None:
        if self.staat is not AfspraakStaat.GEPLAND:
            raise UserError(f"Alleen een geplande afspraak kan worden {what}.")
