"""Files of bijlagen that are to go, by name in the database: no other file is ever touched.

A folder may hold files that this database does not know, such as those of a newer one when an old
copy of `kluis.db` was put back for a while. They stay.
"""

from collections.abc import Collection
from enum import StrEnum
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from vtdesk.models import Bijlage, Sleutelwaarde
from vtdesk.security import bijlagen as bestanden
from vtdesk.services.bezit import chunks
from vtdesk.store.store import Store


class Rest(StrEnum):
    """Why a file is to go."""

    BEGONNEN = "bijlage-begonnen"  # half written, unless the row that owns it was stored too
    WEG = "bijlage-weg"  # the row and its key are gone


def files_of(session: Session, bijlagen: Collection[UUID]) -> set[UUID]:
    """Name the files of these bijlagen; also of those that never had one."""
    named: set[UUID] = set()
    for some in chunks(bijlagen):
        query = select(Bijlage.id, Bijlage.bestand).where(Bijlage.id.in_(some))
        named |= {bestand or one for one, bestand in session.execute(query)}
    return named


def note(session: Session, why: Rest, ids: Collection[UUID]) -> None:
    """Write down whose files are to go, in the transaction that makes it so."""
    for one in ids:
        session.merge(Sleutelwaarde(sleutel=_name(why, one), waarde={}))


def forget(session: Session, why: Rest, ids: Collection[UUID]) -> None:
    """Strike what went, or what is owned again."""
    for some in chunks(ids):
        names = [_name(why, one) for one in some]
        session.execute(delete(Sleutelwaarde).where(Sleutelwaarde.sleutel.in_(names)))


def clear(store: Store, *whys: Rest) -> int:
    """Take these files away; tells how many went, and raises when some would not."""
    gone = 0
    for why in whys:
        with store.read() as session:
            names = select(Sleutelwaarde.sleutel).where(Sleutelwaarde.sleutel.like(f"{why}/%"))
            ids = {UUID(name.partition("/")[2]) for name in session.scalars(names)}
        if ids:
            gone += _clear(store, why, ids)
    return gone


def _clear(store: Store, why: Rest, ids: set[UUID]) -> int:
    gone = bestanden.remove(store.path.parent, ids)
    with store.write() as session:
        forget(session, why, ids)
    return gone


def _name(why: Rest, one: UUID) -> str:
    return f"{why}/{one.hex}"
