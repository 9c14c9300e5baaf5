"""Earlier texts of a draft as they are stored: deflated, and never the same one twice."""

import json
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, literal_column, select
from sqlalchemy.orm import Session

from vtdesk.models import Concept, Schrijfstand
from vtdesk.values.tekst import Tekst, plain
from vtdesk.values.tijd import local

FIRST = literal_column("schrijfstand.rowid", Integer)  # of two at one moment


@dataclass(frozen=True, slots=True)
class StandRow:
    """One earlier text."""

    id: UUID
    bewaard_op: datetime
    woorden: int
    teruggezet: bool  # it stood there when another text was put back


def keep(session: Session, concept: Concept, *, teruggezet: bool = False) -> UUID:
    """Keep the draft as it is stored now; gives the text that was kept, now or before."""
    packed = _pack(concept.tekst)
    same = select(Schrijfstand.id).where(
        Schrijfstand.verslag_id == concept.verslag_id, Schrijfstand.tekst == packed
    )
    known = session.scalars(same).first()
    if known is not None:
        return known
    stand = Schrijfstand(
        verslag_id=concept.verslag_id,
        bewaard_op=concept.bewaard_op,
        tekst=packed,
        woorden=sum(len(plain(b).split()) for b in Tekst.from_json(concept.tekst).blokken()),
        teruggezet=teruggezet,
    )
    session.add(stand)
    session.flush()
    return stand.id


def begintekst_van(session: Session, verslag_id: UUID) -> Tekst:
    """Give the text a verslag began with: its first, or the draft when nothing was stored since."""
    of_verslag = select(Schrijfstand).where(Schrijfstand.verslag_id == verslag_id)
    first = session.scalars(of_verslag.order_by(Schrijfstand.bewaard_op, FIRST)).first()
    if first is not None:
        return unpack(first)
    draft = select(Concept.tekst).where(Concept.verslag_id == verslag_id)
    return Tekst.from_json(session.scalars(draft).one())


def unpack(stand: Schrijfstand) -> Tekst:
    """Read back an earlier text."""
    return Tekst.from_json(json.loads(zlib.decompress(stand.tekst)))


def to_row(stand: Schrijfstand) -> StandRow:
    """Give a stored text as a row of the list."""
    return StandRow(stand.id, local(stand.bewaard_op), stand.woorden, stand.teruggezet)


def _pack(tekst: dict[str, Any]) -> bytes:
    words = json.dumps(tekst, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return zlib.compress(words.encode())
