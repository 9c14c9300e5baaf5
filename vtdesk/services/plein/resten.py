"""What leaves the table: taken away with the way back, or a tafelkaart on its date without one."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from typing_extensions import override

from vtdesk.errors import UserError
from vtdesk.models import (
    Belofte,
    Bespreking,
    Entity,
    Inbreng,
    Logregel,
    Pleintaak,
    Standpunt,
    Zitting,
)
from vtdesk.services.plein.lezen import begin_of, parts
from vtdesk.services.regelbestanden import plein
from vtdesk.store.store import Store, note
from vtdesk.values.dagkinds import BelofteStand
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import Clock, local

DELEN = (Inbreng, Standpunt, Pleintaak)
VERDWENEN = "tafelkaart-verdwenen"
GONE = "Dit kan niet meer terug: waar het bij hoorde, is er niet meer."
STANDS = "Dit staat er al weer."


@dataclass(frozen=True, slots=True)
class Weg:
    """Rows that were taken away, as they were; it prints nothing of them."""

    rijen: tuple[tuple[type[Entity], dict[str, Any]], ...]
    taak_id: UUID | None = None  # what it became, and goes when they come back

    @override
    def __repr__(self) -> str:
        return f"Weg({len(self.rijen)})"


@dataclass(frozen=True, slots=True)
class VerdwenenRow:
    """That tafelkaarten disappeared; nothing of what they said."""

    op: datetime
    aantal: int


class Tafelkaarten:
    """Lets tafelkaarten go on their date."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def clear(self) -> int:
        """Take away every tafelkaart whose date has come; for the opening, and a new day."""
        today = local(self._clock()).date()
        query = select(Bespreking).where(
            Bespreking.casus_id.is_(None), Bespreking.verdwijnt_op <= today
        )
        with self._store.read() as session:
            if session.scalars(query.limit(1)).first() is None:
                return 0
        count = 0
        with self._store.write() as session:
            for kaart in session.scalars(query).all():
                if _is_still_to_come(session, kaart, today):
                    continue
                note(session, "E", (Kind.PLEIN, kaart.id), detail=VERDWENEN)
                _delete(session, kaart)
                count += 1
        return count

    def verdwenen(self) -> VerdwenenRow | None:
        """Tell from the logboek when tafelkaarten last disappeared, and how many."""
        last = select(func.max(Logregel.tijd)).where(Logregel.detail == VERDWENEN)
        with self._store.read() as session:
            op = session.scalar(last)
            if op is None:
                return None
            day = local(op).date()
            lines = session.scalars(select(Logregel.tijd).where(Logregel.detail == VERDWENEN))
            return VerdwenenRow(local(op), sum(local(one).date() == day for one in lines))


def take_away(session: Session, row: Entity) -> Weg:
    """Delete a bespreking or a part of it, and give it as it was."""
    rows: list[Entity] = [row]
    if isinstance(row, Bespreking):
        rows += [part for kind in DELEN for part in parts(session, kind, row.id)]
    own = [session.get(Belofte, one.belofte_id) for one in rows if isinstance(one, Pleintaak)
           and one.belofte_id]  # fmt: skip
    still_open = [one for one in own if one is not None and one.stand is BelofteStand.OPEN]
    taken = Weg(tuple((type(one), _as_it_is(one)) for one in (*still_open, *rows)))
    for one in (*reversed(rows), *still_open):
        session.delete(one)
        session.flush()
    return taken


def put_back(session: Session, weg: Weg) -> None:
    """Make the rows anew that were taken away; refuses when what they hang on is gone."""
    for kind, values in weg.rijen:
        if session.get(kind, values["id"]) is not None:
            raise UserError(STANDS)
        if not _hangs(session, kind, values):
            raise UserError(GONE)
        session.add(kind(**values))
        session.flush()
    taak = session.get(Pleintaak, weg.taak_id) if weg.taak_id else None
    if taak is not None:
        take_away(session, taak)


def _hangs(session: Session, kind: type[Entity], values: dict[str, Any]) -> bool:
    """Tell whether everything is still there that a row points at."""
    for column in kind.__table__.columns:
        for key in column.foreign_keys:
            wanted, there = values[column.name], key.column
            if wanted and session.scalar(select(there).where(there == wanted)) is None:
                return False
    return True


def _as_it_is(row: Entity) -> dict[str, Any]:
    columns = row.__table__.columns
    return {
        column.name: getattr(row, column.name) for column in columns if column.name != "version"
    }


def _delete(session: Session, kaart: Bespreking) -> None:
    """Delete a tafelkaart with its parts; that she promised something there stays, not what."""
    _forget_words(session, kaart)
    for kind in DELEN:
        for part in parts(session, kind, kaart.id):
            session.delete(part)
    session.flush()
    zitting_id: UUID = kaart.zitting_id
    session.delete(kaart)
    session.flush()
    left = select(Bespreking.id).where(Bespreking.zitting_id == zitting_id)
    if session.scalars(left.limit(1)).first() is None:
        session.delete(session.get_one(Zitting, zitting_id))


def _forget_words(session: Session, kaart: Bespreking) -> None:
    """Let a belofte of a tafelkaart keep its day, and nothing of the child."""
    tafel = plein().regio(session.get_one(Zitting, kaart.zitting_id).regio).tafel
    query = (
        select(Belofte)
        .join(Pleintaak, Pleintaak.belofte_id == Belofte.id)
        .where(Pleintaak.bespreking_id == kaart.id, Belofte.casus_id.is_(None))
    )
    for belofte in session.scalars(query):
        belofte.wat, belofte.toelichting = f"een taak van het {tafel}", ""


def _is_still_to_come(session: Session, kaart: Bespreking, today: date) -> bool:
    """Tell whether its zitting was moved to later, and it was not discussed yet."""
    if kaart.begonnen_op is not None:
        return False
    zitting = session.get_one(Zitting, kaart.zitting_id)
    day = local(begin_of(session, zitting)).date()
    return day + timedelta(days=plein().verdwijnt_na_dagen) > today
