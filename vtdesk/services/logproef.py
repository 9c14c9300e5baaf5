"""Checks the chain of the logboek: every line, every reason, every signed head, and its end."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from vtdesk.models import Casus, Logkop, Logreden, Logregel, Logstomp, Persoon
from vtdesk.security import seal
from vtdesk.store.kopie import asking, has_chain
from vtdesk.store.logketen import FIRST, Kop, column_names, head, link, reason_mark
from vtdesk.store.zegelsleutel import known_keys

_AT_A_TIME = 5000
_MOST = 5  # findings; the first says where it broke

Check = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Logproef:
    """What a check of the logboek found: nothing, or where it broke first."""

    regels: int
    kop: Kop
    bevindingen: tuple[str, ...]

    @property
    def klopt(self) -> bool:
        """Tell whether every line is as it was written."""
        return not self.bevindingen


def prove_copy(
    path: Path, key: bytes, *, since: Kop | None = None, check: Check = lambda: None
) -> Logproef:
    """Do so in a reservekopie; one of before there was a chain has nothing to prove."""
    with asking(path, key, of_kluis=False) as session:
        if not has_chain(session):
            return Logproef(0, Kop(0, FIRST), ())
        return prove(session, since=since, check=check)


def prove(session: Session, *, since: Kop | None = None, check: Check = lambda: None) -> Logproef:
    """Read the whole logboek and hold every link against the one before it.

    With `since`, an end that was proved before, only what came after it. `check` is asked now and
    then, and raises when the work is to end.
    """
    walk = _Walk(session, since, check)
    found: list[str] = []
    for finding in walk.findings():
        found.append(finding)
        if len(found) == _MOST:
            break
    return Logproef(walk.lines, head(session), tuple(found))


def days_of_work(session: Session, begin: datetime, end: datetime) -> int:
    """Count the days in this time on which something was noted."""
    days = select(func.count(func.distinct(func.date(Logregel.tijd))))
    return session.scalar(days.where(Logregel.tijd >= begin, Logregel.tijd <= end)) or 0


class _Walk:
    """Goes along the chain once, from its first line that is left to its end."""

    def __init__(self, session: Session, since: Kop | None, check: Check) -> None:
        self._session = session
        self._check = check
        self._keys = known_keys(session)
        stump = self._stump()
        self._first = since if since is not None and since.seq > stump.seq else stump
        heads = select(Logkop).where(Logkop.seq > self._first.seq)
        self._heads = {one.seq: one for one in session.scalars(heads)}
        self._at = self._first
        self.lines = 0

    def findings(self) -> Iterator[str]:
        """Say what is wrong, in the order of the lines."""
        yield from self._stumps()
        yield from self._join()
        for line in self._lines():
            yield from self._line(line)
        yield from self._end()
        yield from self._reasons()

    def _stump(self) -> Kop:
        query = select(Logstomp).order_by(Logstomp.tot.desc()).limit(1)
        stump = self._session.scalar(query)
        return Kop(stump.tot, stump.keten) if stump else Kop(0, FIRST)

    def _join(self) -> Iterator[str]:
        """Hold the end that was proved before against the line that stands there now."""
        if self._first != self._stump():
            query = select(Logregel.keten).where(Logregel.seq == self._first.seq)
            if self._session.scalar(query) != self._first.keten:
                yield f"Regel {self._first.seq} is veranderd nadat hij is geschreven."

    def _lines(self) -> Iterator[Any]:
        columns = [getattr(Logregel, name) for name in column_names()]
        last = self._first.seq
        while True:
            self._check()
            query = (
                select(*columns).where(Logregel.seq > last).order_by(Logregel.seq).limit(_AT_A_TIME)
            )
            found = self._session.execute(query).mappings().all()
            if not found:
                return
            yield from found
            last = found[-1]["seq"]

    def _line(self, line: Any) -> Iterator[str]:
        self.lines += 1
        before, seq = self._at, line["seq"]
        if seq != before.seq + 1:
            yield f"Tussen regel {before.seq} en regel {seq} is iets weggehaald of tussengevoegd."
        elif line["vorige"] != before.keten or link(before.keten, line) != line["keten"]:
            yield f"Regel {seq} is veranderd nadat hij is geschreven."
        signed = self._heads.pop(seq, None)
        if signed is not None and (signed.keten != line["keten"] or not self._is_signed(signed)):
            yield f"De handtekening bij regel {seq} klopt niet."
        self._at = Kop(seq, line["keten"])

    def _end(self) -> Iterator[str]:
        told = head(self._session)
        if (told.seq, told.keten) != (self._at.seq, self._at.keten):
            yield (
                f"Het logboek eindigt bij regel {self._at.seq}, en hoort te eindigen "
                f"bij regel {told.seq}."
            )
        for seq in sorted(self._heads):
            yield f"Regel {seq} is ondertekend en staat niet meer in het logboek."

    def _stumps(self) -> Iterator[str]:
        for stump in self._session.scalars(select(Logstomp)):
            if not self._is_signed(stump):
                yield f"Het bewijs van de opgeruimde regels tot en met {stump.tot} klopt niet."

    def _is_signed(self, end: Logkop | Logstomp) -> bool:
        what, seq = (seal.HEAD, end.seq) if isinstance(end, Logkop) else (seal.STUMP, end.tot)
        return seq <= self._keys.get(end.sleutel, -1) and seal.is_end(
            what, seq, end.keten, signature=end.handtekening, public=end.sleutel
        )

    def _reasons(self) -> Iterator[str]:
        """Hold the reasons against their marks; those of what was destroyed are gone."""
        kept = {
            *self._session.scalars(select(Casus.id)),
            *self._session.scalars(select(Persoon.id)),
        }
        query = (
            select(Logregel, Logreden.zout, Logreden.tekst)
            .outerjoin(Logreden, Logreden.seq == Logregel.seq)
            .where(or_(Logregel.reden_merk.is_not(None), Logreden.seq.is_not(None)))
            .where(Logregel.seq > self._first.seq)
        )
        for line, salt, words in self._session.execute(query):
            seq, mark = line.seq, line.reden_merk
            if words is None and (line.casus or line.ding) in kept:
                yield f"De reden bij regel {seq} is weggehaald."
            elif mark is None:
                yield f"De reden bij regel {seq} is er later bij gezet."
            elif words is not None and reason_mark(salt, words) != mark:
                yield f"De reden bij regel {seq} is veranderd nadat hij is geschreven."
