"""Who holds which version of a verslag, and what to do about it when there is a next one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Uitgifte, Verzending
from vtdesk.services.keten import VERSIE
from vtdesk.values.tijd import local


@dataclass(frozen=True, slots=True)
class Houder:
    """One receiver of one version; `nummer` 0 is a draft."""

    naam: str
    nummer: int
    versie: str  # "versie 1", "concept 2"
    op: date
    wijze: str
    exemplaar: int  # 0: this copy has no number
    doen: str  # in a sentence
    is_oud: bool = False  # this receiver does not have the newest version


def houders(session: Session, verslag_id: UUID, nieuwste: int, *, komt: bool) -> list[Houder]:
    """List all receivers, oldest first; `komt` tells that a next version is being written."""
    held = [*_sent(session, verslag_id), *_handed_out(session, verslag_id)]
    once = {(one.naam, one.nummer, one.op): one for one in held}  # a copy with its number wins
    newest: dict[str, int] = {}
    for one in held:
        newest[one.naam] = max(newest.get(one.naam, 0), one.nummer)
    found = sorted(once.values(), key=lambda one: (one.op, one.naam))
    return [_with_advice(one, newest[one.naam], nieuwste, komt=komt) for one in found]


def _sent(session: Session, verslag_id: UUID) -> Iterable[Houder]:
    for one in session.scalars(select(Verzending).where(Verzending.verslag_id == verslag_id)):
        is_version = one.versie.startswith(VERSIE)
        nummer = int(one.versie.removeprefix(VERSIE)) if is_version else 0
        yield Houder(one.ontvanger, nummer, one.versie, one.verzonden_op, one.wijze, 0, "")


def _handed_out(session: Session, verslag_id: UUID) -> Iterable[Houder]:
    for one in session.scalars(select(Uitgifte).where(Uitgifte.verslag_id == verslag_id)):
        versie = f"{VERSIE}{one.nummer}" if one.nummer else "concept"
        day = local(one.gemaakt_op).date()
        yield Houder(one.ontvanger, one.nummer, versie, day, one.wijze, one.exemplaar, "")


def _with_advice(one: Houder, has: int, nieuwste: int, *, komt: bool) -> Houder:
    """Say what to do: send the version that this receiver does not have yet, or nothing."""
    is_old = komt or has < nieuwste
    if komt:
        advice = f"Stuur versie {nieuwste + 1} zodra die is vastgesteld."
    elif is_old:
        advice = f"Stuur versie {nieuwste}."
    else:
        advice = "Heeft de nieuwste versie."
    return replace(one, doen=advice, is_oud=is_old)
