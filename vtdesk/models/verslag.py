"""The verslag: its draft, and the versions that were finalised and never change again."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint, inspect
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from vtdesk.errors import UserError
from vtdesk.models.base import Entity
from vtdesk.values.kinds import Kind, ReactieSoort, VerslagStand


class Verslag(Entity):
    """One document of a casus, born from an appointment."""

    __tablename__ = "verslag"
    kind: ClassVar[Kind] = Kind.VERSLAG

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    afspraak_id: Mapped[UUID | None] = mapped_column(ForeignKey("afspraak.id"), index=True)
    sjabloon: Mapped[str]
    gemaakt_op: Mapped[datetime]
    stand: Mapped[VerslagStand] = mapped_column(default=VerslagStand.CONCEPT)
    reden_correctie: Mapped[str] = mapped_column(default="")  # of the version now being written
    persoon_id: Mapped[UUID | None] = mapped_column(  # for or about whom, when the kind asks that
        ForeignKey("persoon.id"), default=None
    )
    organisatie_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisatie.id"), default=None)
    sjabloon_eigen: Mapped[int] = mapped_column(default=0)  # the office's own text; 0: of vtdesk


class Concept(Entity):
    """The draft of a verslag and where the caret stood; rewritten while she types."""

    __tablename__ = "concept"
    kind: ClassVar[Kind] = Kind.CONCEPT
    silent: ClassVar[bool] = True

    verslag_id: Mapped[UUID] = mapped_column(ForeignKey("verslag.id"), unique=True)
    tekst: Mapped[dict[str, Any]]
    bewaard_op: Mapped[datetime]
    caret: Mapped[int] = mapped_column(default=0)
    scroll: Mapped[int] = mapped_column(default=0)

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.verslag_id


class Versie(Entity):
    """A finalised version: canonical content, sealed and chained to the one sealed before it."""

    __tablename__ = "versie"
    __table_args__ = (UniqueConstraint("verslag_id", "nummer"),)
    kind: ClassVar[Kind] = Kind.VERSLAG

    verslag_id: Mapped[UUID] = mapped_column(ForeignKey("verslag.id"), index=True)
    nummer: Mapped[int]
    volgnummer: Mapped[int] = mapped_column(unique=True)  # place in the chain of all seals
    vastgesteld_op: Mapped[datetime]
    inhoud: Mapped[bytes] = mapped_column(LargeBinary)
    zegel: Mapped[dict[str, Any]]
    antwoorden: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.verslag_id


class Schrijfstand(Entity):
    """The draft as one session of writing left it, to look at again or to bring back."""

    __tablename__ = "schrijfstand"
    kind: ClassVar[Kind] = Kind.CONCEPT
    silent: ClassVar[bool] = True

    verslag_id: Mapped[UUID] = mapped_column(ForeignKey("verslag.id"), index=True)
    bewaard_op: Mapped[datetime]
    tekst: Mapped[bytes] = mapped_column(LargeBinary)  # the JSON of a `Tekst`, deflated
    woorden: Mapped[int]
    teruggezet: Mapped[bool] = mapped_column(default=False)  # stood there when another came back

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.verslag_id


class Reactie(Entity):
    """What somebody said of a finalised version: seen, agreed or not; sealed, printed along."""

    __tablename__ = "reactie"
    kind: ClassVar[Kind] = Kind.VERSLAG

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    verslag_id: Mapped[UUID] = mapped_column(ForeignKey("verslag.id"), index=True)
    nummer: Mapped[int]  # of the version it is about
    volgnummer: Mapped[int] = mapped_column(unique=True)  # place in the chain of all seals
    naam: Mapped[str]
    persoon_id: Mapped[UUID | None] = mapped_column(ForeignKey("persoon.id"), default=None)
    soort: Mapped[ReactieSoort]
    gegeven_op: Mapped[date]
    vastgelegd_op: Mapped[datetime]
    inhoud: Mapped[bytes] = mapped_column(LargeBinary)  # canonical; holds the own words
    zegel: Mapped[dict[str, Any]]

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.verslag_id

    @override
    def refuse_change(self) -> None:
        changed = {attr.key for attr in inspect(self).attrs if attr.history.has_changes()}
        if changed != {"persoon_id"}:  # the name is sealed; who it was may be destroyed
            raise UserError("Een reactie verandert niet meer. Leg een nieuwe vast.")
