"""The logboek of one casus: who looked, changed and printed, and when; read, never changed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select, union_all
from sqlalchemy.orm import Session

from vtdesk.models import (
    Afspraak,
    Betrokkenheid,
    Logregel,
    Melding,
    Organisatie,
    Persoon,
    Termijn,
    Uitspraak,
    Verslag,
)
from vtdesk.services.scherm import Scherm
from vtdesk.services.vindplaatsen import stukken
from vtdesk.store.store import Store
from vtdesk.values.kinds import Kind, Rol
from vtdesk.values.tijd import local

PAGE = 200  # lines that are read at a time

_CHANGES = ("C", "U", "D", "E")
_PAPER = ("pdf", "html", "print", "svg", "bewaard", "buiten", "uittreksel", "agenda-ics")


class LogKeuze(StrEnum):
    """Which lines one looks for."""

    ALLES = "alles"
    BEKEKEN = "bekeken"
    GEWIJZIGD = "gewijzigd"
    AFGEDRUKT = "afgedrukt"


@dataclass(frozen=True, slots=True)
class LogRow:
    """One line: who did what to which thing, when, and why."""

    id: int
    moment: datetime
    gebruiker: str
    actie: str
    kind: Kind
    ding: UUID
    detail: str
    naam: str  # what the thing is called; "" when that may not be said or is no longer known
    reden: str


class Logboek:
    """Reads the logboek; nothing here writes it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_casus(
        self,
        casus_id: UUID,
        keuze: LogKeuze = LogKeuze.ALLES,
        *,
        before: int | None = None,
        most: int = PAGE,
    ) -> list[LogRow]:
        """Read a page of lines, the newest first; `before` is the last line of the page before."""
        with self._store.read() as session:
            query = select(Logregel).where(_about(casus_id), _chosen(keuze))
            if before is not None:
                query = query.where(Logregel.seq < before)
            lines = session.scalars(query.order_by(Logregel.seq.desc()).limit(most)).all()
            names = _names(session, casus_id, {line.ding for line in lines})
            return [_row(line, names) for line in lines]

    def count(self, casus_id: UUID, keuze: LogKeuze = LogKeuze.ALLES) -> int:
        """Count the lines."""
        query = select(func.count()).select_from(Logregel).where(_about(casus_id), _chosen(keuze))
        with self._store.read() as session:
            return session.scalar(query) or 0


def _about(casus_id: UUID) -> ColumnElement[bool]:
    """Tell whether a line is of this casus, or of a thing in it that carries no casus itself."""
    things = union_all(
        select(Betrokkenheid.persoon_id).where(Betrokkenheid.casus_id == casus_id),
        *(
            select(table.id).where(table.casus_id == casus_id)
            for table in (Afspraak, Verslag, Uitspraak, Melding, Termijn)
        ),
    )
    return or_(
        Logregel.casus == casus_id, and_(Logregel.casus.is_(None), Logregel.ding.in_(things))
    )


def _chosen(keuze: LogKeuze) -> ColumnElement[bool]:
    paper = or_(*(Logregel.detail.endswith(way) for way in _PAPER))
    match keuze:
        case LogKeuze.ALLES:
            return Logregel.seq > 0
        case LogKeuze.GEWIJZIGD:
            return Logregel.actie.in_(_CHANGES)
        case LogKeuze.BEKEKEN:
            return and_(Logregel.actie == "R", ~paper)
        case LogKeuze.AFGEDRUKT:
            return and_(Logregel.actie == "R", paper)


def _names(session: Session, casus_id: UUID, things: set[UUID]) -> dict[UUID, str]:
    """Say what these things are called now; the melder has no name here."""
    people = (
        select(Persoon)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(
            Betrokkenheid.casus_id == casus_id,
            Betrokkenheid.rol != Rol.MELDER,
            Persoon.id.in_(things),
        )
    )
    found = {persoon.id: persoon.naam for persoon in session.scalars(people)}
    for column, name in ((Afspraak.id, Afspraak.titel), (Organisatie.id, Organisatie.naam)):
        called = select(column, name).where(column.in_(things))
        found |= {ding: words for ding, words in session.execute(called)}  # noqa: C416 - rows
    numbers = select(Melding.id, Melding.nummer).where(Melding.id.in_(things))
    found |= {ding: f"M{nummer}" for ding, nummer in session.execute(numbers)}
    found |= {ding: one.naam for ding, one in stukken(session, casus_id).items() if ding in things}
    scherm = Scherm.of(session, casus_id)
    return {ding: scherm.over(name) for ding, name in found.items()}


def _row(line: Logregel, names: dict[UUID, str]) -> LogRow:
    return LogRow(
        id=line.seq,
        moment=local(line.tijd),
        gebruiker=line.gebruiker,
        actie=line.actie,
        kind=Kind(line.soort),
        ding=line.ding,
        detail=line.detail,
        naam=names.get(line.ding, ""),
        reden=line.reden,
    )
