"""The besluit: who decided what, out of which options, on which grounds, and who disagreed."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, inspect
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from vtdesk.errors import UserError
from vtdesk.models.base import Entity
from vtdesk.values.casuskinds import BesluitSoort, BesluitStand, BesluitVervolg
from vtdesk.values.kinds import Kind

_LATER = frozenset({"verteld"})  # people are told after it is final


class Besluit(Entity):
    """A decision; final ones never change. `gronden` are ids of uitspraken.

    `tegenspraak` is the round with its answers; when final also the grounds as they were then.
    """

    __tablename__ = "besluit"
    kind: ClassVar[Kind] = Kind.BESLUIT

    casus_id: Mapped[UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    soort: Mapped[BesluitSoort]
    datum: Mapped[date]
    uitkomst: Mapped[str]
    vervolg: Mapped[BesluitVervolg | None] = mapped_column(default=None)  # of a VB
    melding_id: Mapped[UUID | None] = mapped_column(ForeignKey("melding.id"), default=None)
    beslissers: Mapped[list[str]] = mapped_column(default_factory=list)
    opties: Mapped[list[list[str]]] = mapped_column(default_factory=list)  # [optie, waarom niet]
    gronden: Mapped[list[str]] = mapped_column(default_factory=list)
    motivering: Mapped[str] = mapped_column(default="")
    afwijkend: Mapped[list[list[str]]] = mapped_column(default_factory=list)  # [wie, standpunt]
    verteld: Mapped[list[list[str]]] = mapped_column(default_factory=list)  # [wie, datum, hoe]
    tegenspraak: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    meelezer: Mapped[str] = mapped_column(default="")
    stand: Mapped[BesluitStand] = mapped_column(default=BesluitStand.CONCEPT)
    definitief_op: Mapped[datetime | None] = mapped_column(default=None)

    def __post_init__(self) -> None:
        self.check()

    def check(self) -> None:
        """Refuse a besluit that does not say what was decided."""
        if not self.uitkomst.strip():
            raise UserError("Schrijf op wat er is besloten.")

    @override
    def refuse_change(self) -> None:
        state = inspect(self)
        before = state.attrs.stand.history
        was = before.deleted[0] if before.deleted else self.stand
        changed = {attr.key for attr in state.attrs if attr.history.has_changes()}
        goes = not changed
        if goes and self.soort is BesluitSoort.VERNIETIGING:
            return  # taken back before anything was destroyed
        if was is BesluitStand.DEFINITIEF and (goes or changed - _LATER):
            raise UserError("Dit besluit is definitief. Neem een nieuw besluit.")
