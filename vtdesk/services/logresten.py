"""Lets lines of the logboek go when their time is over, and keeps a signed stump in their place."""

from datetime import date, datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from vtdesk.models import Logkop, Logreden, Logregel, Logstomp
from vtdesk.security import seal
from vtdesk.store.zegelsleutel import signing_key
from vtdesk.values.bewaren.bewaarregel import Bewaarregel
from vtdesk.values.termijnen.regel import Eenheid
from vtdesk.values.termijnen.tellen import plus_maanden
from vtdesk.values.tijd import start_of

BEWAARREGEL = "logboek"
_MONTHS = {Eenheid.JAREN: 12, Eenheid.MAANDEN: 1}


def eerste_te_houden(regel: Bewaarregel, today: date) -> datetime | None:
    """Give the moment before which lines may go; None when nobody filled in how long they stay."""
    if regel.lengte is None or regel.lengte.eenheid not in _MONTHS:
        return None
    months = regel.lengte.aantal * _MONTHS[regel.lengte.eenheid]
    return start_of(plus_maanden(today, -months))


def shorten(session: Session, before: datetime | None) -> int:
    """Replace the lines of before this moment by a stump; tells how many went.

    They go from the begin on: the first line that is to stay keeps all that follow.
    """
    if before is None:
        return 0
    stays = session.scalar(select(func.min(Logregel.seq)).where(Logregel.tijd >= before))
    if stays is None:
        return 0  # the last line always stays: the chain hangs on it
    lines = select(Logregel).where(Logregel.seq < stays)
    count = session.scalar(select(func.count()).select_from(lines.subquery())) or 0
    last = session.scalar(lines.order_by(Logregel.seq.desc()).limit(1))
    if last is None:
        return 0
    span = select(func.min(Logregel.tijd), func.max(Logregel.tijd)).where(Logregel.seq < stays)
    first_at, last_at = session.execute(span).one()
    key = signing_key(session)
    stump = Logstomp(
        tot=last.seq,
        keten=last.keten,
        aantal=count,
        van_tijd=first_at,
        tot_tijd=last_at,
        sleutel=seal.public_key(key),
        handtekening=seal.sign_end(seal.STUMP, last.seq, last.keten, key=key),
    )
    session.add(stump)
    session.flush()  # the database lets lines go only when there is a stump after them
    session.expunge(last)
    for kind in (Logreden, Logkop, Logregel):
        session.execute(delete(kind).where(kind.seq < stays))
    return count
