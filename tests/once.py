"""What many tests begin with is made once; later ones get the file as it then stood."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import func, select

from vtdesk.models import Uitgaand
from vtdesk.services.desk import Desk
from vtdesk.store.store import Store
from vtdesk.values.change import Change

Made = TypeVar("Made")


@dataclass(frozen=True)
class _Kept:
    """The file when all was made, what was heard of it, and what the maker gave."""

    file: bytes
    change: Change
    made: Any


_kept: dict[Hashable, _Kept] = {}


def once(desk: Desk, make: Callable[[Desk], Made]) -> Made:
    """Make this through the desk, or put back the file from when that was done before.

    Before is: at a desk with as many changes behind it and the same time on its clock.
    """
    store: Store = desk.casussen._store
    begin = (make, _count_changes(store), desk.clock())
    if begin not in _kept:
        heard: list[Change] = []
        desk.changes.subscribe(heard.append)
        made = make(desk)
        store.close()  # all is in one file now; the next question opens it again
        whole = Change(frozenset().union(*(change.entities for change in heard)))
        _kept[begin] = _Kept(store.path.read_bytes(), whole, made)
        return made
    kept = _kept[begin]
    store.close()
    store.path.write_bytes(kept.file)
    desk.changes.publish(kept.change)
    return kept.made


def _count_changes(store: Store) -> int:
    with store.read() as session:
        return session.scalar(select(func.count()).select_from(Uitgaand)) or 0
