"""People: who they are, what they are in a casus, who has gezag, and what must stay hidden."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from vtdesk.errors import UserError
from vtdesk.models.base import Entity
from vtdesk.values.kinds import AfgeschermdSoort, Geslacht, GezagSoort, Kind, Rol
from vtdesk.values.levensloop import Levensloop


class Persoon(Entity):
    """Somebody in one or more casussen; unknown parts stay empty rather than guessed."""

    __tablename__ = "persoon"
    kind: ClassVar[Kind] = Kind.PERSOON

    voornaam: Mapped[str] = mapped_column(default="")
    tussenvoegsel: Mapped[str] = mapped_column(default="")
    achternaam: Mapped[str] = mapped_column(default="", index=True)
    geboortedatum: Mapped[date | None] = mapped_column(default=None)
    verwacht_op: Mapped[date | None] = mapped_column(default=None)
    overleden_op: Mapped[date | None] = mapped_column(default=None)
    onbekend: Mapped[bool] = mapped_column(default=False)  # there is somebody, not known who
    geslacht: Mapped[Geslacht] = mapped_column(default=Geslacht.ONBEKEND)
    telefoon: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    adres: Mapped[str] = mapped_column(default="")
    taal: Mapped[str] = mapped_column(default="")
    opmerking: Mapped[str] = mapped_column(default="")

    def __post_init__(self) -> None:
        self.check()

    @property
    def naam(self) -> str:
        """Give the full name as it is spoken."""
        return " ".join(filter(None, (self.voornaam, self.tussenvoegsel, self.achternaam)))

    @property
    def sorteernaam(self) -> str:
        """Give what lists are sorted by: the family name without its tussenvoegsel."""
        return f"{self.achternaam or self.voornaam} {self.voornaam}".casefold()

    def check(self, today: date | None = None, rol: Rol | None = None) -> None:
        """Refuse a person without any name, or with dates that cannot be."""
        if not self.naam.strip():
            raise UserError("Vul een voornaam of achternaam in. Onbekend? Schrijf dan 'onbekend'.")
        if today:
            life = Levensloop(self.geboortedatum, self.verwacht_op, self.overleden_op)
            for sentence in life.bezwaren(today, rol).values():
                raise UserError(sentence)


class Betrokkenheid(Entity):
    """What a person is in one casus, from when until when."""

    __tablename__ = "betrokkenheid"
    kind: ClassVar[Kind] = Kind.PERSOON

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    persoon_id: Mapped[UUID] = mapped_column(ForeignKey("persoon.id"), index=True)
    rol: Mapped[Rol]
    organisatie_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("organisatie.id"), default=None, index=True
    )
    toelichting: Mapped[str] = mapped_column(default="")
    vanaf: Mapped[date | None] = mapped_column(default=None)
    tot: Mapped[date | None] = mapped_column(default=None)

    def __post_init__(self) -> None:
        if self.vanaf and self.tot and self.tot < self.vanaf:
            raise UserError("De einddatum van deze rol ligt vóór de begindatum.")

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.persoon_id


class Gezag(Entity):
    """Authority of one person over one child, with the paper that shows it."""

    __tablename__ = "gezag"
    kind: ClassVar[Kind] = Kind.PERSOON

    kind_id: Mapped[UUID] = mapped_column(ForeignKey("persoon.id"), index=True)
    houder_id: Mapped[UUID] = mapped_column(ForeignKey("persoon.id"), index=True)
    soort: Mapped[GezagSoort]
    bron: Mapped[str] = mapped_column(default="")
    datum: Mapped[date | None] = mapped_column(default=None)

    def __post_init__(self) -> None:
        if self.kind_id == self.houder_id:
            raise UserError("Iemand kan geen gezag over zichzelf hebben.")

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.kind_id


class VeiligContact(Entity):
    """How this person can be reached without danger."""

    __tablename__ = "veilig_contact"
    kind: ClassVar[Kind] = Kind.PERSOON

    persoon_id: Mapped[UUID] = mapped_column(ForeignKey("persoon.id"), unique=True)
    wanneer: Mapped[str] = mapped_column(default="")
    voicemail: Mapped[bool | None] = mapped_column(default=None)
    voicemail_vanaf: Mapped[date | None] = mapped_column(default=None)
    codewoord: Mapped[str] = mapped_column(default="")
    nooit_zeggen: Mapped[str] = mapped_column(default="")
    post: Mapped[bool | None] = mapped_column(default=None)

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.persoon_id


class Afgeschermd(Entity):
    """A value that must not reach others: an address, or anything that gives it away."""

    __tablename__ = "afgeschermd"
    kind: ClassVar[Kind] = Kind.PERSOON

    persoon_id: Mapped[UUID] = mapped_column(ForeignKey("persoon.id"), index=True)
    soort: Mapped[AfgeschermdSoort]
    waarde: Mapped[str]
    toelichting: Mapped[str] = mapped_column(default="")

    @override
    def subject(self) -> tuple[Kind, UUID]:
        return self.kind, self.persoon_id
