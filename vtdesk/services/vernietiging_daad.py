"""Takes a casus away: rows, index, traces and files; the same at a besluit and at a restore."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import (
    Bijlage,
    Entity,
    Persoon,
    Reactie,
    Sleutelwaarde,
    Vernietiging,
    Versie,
)
from vtdesk.security import buiten
from vtdesk.services.banden import loosen
from vtdesk.services.bezit import Bezit, bezit, chunks
from vtdesk.services.bijlagen import resten
from vtdesk.services.bijlagen.resten import Rest
from vtdesk.services.naamsporen import wipe_kladden
from vtdesk.services.sporen_wissen import (
    defer_ties,
    left_behind,
    settle_indexes,
    wipe_traces,
)
from vtdesk.store.store import Store

TIDYING = "vernietiging-opruimen"  # there while a destruction has not been tidied up


def take_away(session: Session, proof: Vernietiging, gone: Bezit) -> None:
    """Delete all of a casus, keep the proof, and note what is to go after this transaction."""
    casus_id = proof.casus
    ids = {one for found in gone.values() for one in found}
    files = resten.files_of(session, gone.get(Bijlage, set()))
    wipe_kladden(session, casus_id, gone.get(Persoon, set()))
    loosen(session, ids)
    _delete(session, gone)
    wipe_traces(session, casus_id, ids)
    session.add(proof)
    session.flush()
    settle_indexes(session)
    if left := [*left_behind(session, ids), *map(str, bezit(session, casus_id))]:
        raise UserError(f"Er bleef iets staan ({left[0]}). Er is niets vernietigd.")
    resten.note(session, Rest.WEG, files)
    session.merge(Sleutelwaarde(sleutel=TIDYING, waarde={}))


def seals_of(session: Session, gone: Bezit) -> dict[str, Any]:
    """Give the seals that go, by their place: the chain of all seals goes on over them."""
    links: list[Versie | Reactie] = [
        *session.scalars(select(Versie).where(Versie.id.in_(gone.get(Versie, set())))),
        *session.scalars(select(Reactie).where(Reactie.id.in_(gone.get(Reactie, set())))),
    ]
    return {str(one.volgnummer): one.zegel for one in links}


def tidy(store: Store) -> None:
    """Take away what a destruction left on disk, unless that was done."""
    with store.read() as session:
        if session.get(Sleutelwaarde, TIDYING) is None:
            return
    buiten.clear(store.path.parent)
    store.forget_copies()
    resten.clear(store, Rest.WEG)
    store.shrink()  # last: what went before makes room for it
    with store.write() as session:
        session.delete(session.get_one(Sleutelwaarde, TIDYING))


def _delete(session: Session, gone: Bezit) -> None:
    """Delete row by row, so that each deletion is noted."""
    defer_ties(session)
    for kind, ids in gone.items():
        for some in chunks(ids):
            rows: Iterable[Entity] = session.scalars(select(kind).where(kind.id.in_(some)))
            for found in rows:
                session.delete(found)
    session.flush()


def proof_of(session: Session, casus_id: UUID) -> Vernietiging | None:
    """Give the proof that this casus was destroyed."""
    return session.scalars(select(Vernietiging).where(Vernietiging.casus == casus_id)).first()
