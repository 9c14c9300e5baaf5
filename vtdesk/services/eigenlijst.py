"""A list of vtdesk that an office changes line by line: its own lines, and what it switched off."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Instelling
from vtdesk.store.store import Store
from vtdesk.values.tijd import Clock


@dataclass(frozen=True, slots=True)
class Eigenlijst:
    """What the office keeps beside the list of vtdesk; undo brings one back as a whole."""

    rijen: tuple[dict[str, Any], ...] = ()
    uit: tuple[str, ...] = ()  # ids of vtdesk that are not used here


class MetEigenlijst:
    """The use cases that all such lists have: a line is switched, and what was done taken back."""

    naam: ClassVar[str]

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def zet(self, rij_id: str, *, aan: bool) -> Eigenlijst:
        """Use a line or not; an own one that is switched off goes. Gives the list of before."""

        def change(kept: Eigenlijst) -> Eigenlijst:
            rows = tuple(row for row in kept.rijen if aan or self._id_of(row) != rij_id)
            gone = {*kept.uit} - {rij_id}
            if not aan and len(rows) == len(kept.rijen):
                gone.add(rij_id)
            return Eigenlijst(rows, tuple(sorted(gone)))

        return self._change(change)

    def zet_terug(self, lijst: Eigenlijst) -> None:
        """Bring back a list that was given for undo."""
        self._change(lambda _: lijst)

    def _put(self, was: str, row: dict[str, Any], vast: frozenset[str]) -> Eigenlijst:
        """Keep an own line in the place of `was`; a line of vtdesk (`vast`) is then not used."""
        now = self._id_of(row)

        def change(kept: Eigenlijst) -> Eigenlijst:
            rows = [one for one in kept.rijen if self._id_of(one) not in {was, now}]
            gone = {*kept.uit} | ({was} & vast)
            return Eigenlijst((*rows, row), tuple(sorted(gone - {now})))

        return self._change(change)

    def _kept(self) -> Eigenlijst:
        with self._store.read() as session:
            return lees(session, self.naam)

    def _change(self, change: Callable[[Eigenlijst], Eigenlijst]) -> Eigenlijst:
        with self._store.write() as session:
            before = lees(session, self.naam)
            bewaar(session, self.naam, change(before))
        self._forget()
        return before

    def _id_of(self, row: dict[str, Any]) -> str:
        """Give by what an own line is known."""
        raise NotImplementedError

    def _forget(self) -> None:
        """Forget what was read of the list before."""
        raise NotImplementedError


def lees(session: Session, naam: str) -> Eigenlijst:
    """Read the list of the office."""
    kept = session.scalar(select(Instelling.waarde).where(Instelling.sleutel == _sleutel(naam)))
    if kept is None:
        return Eigenlijst()
    return Eigenlijst(tuple(kept["rijen"]), tuple(kept["uit"]))


def bewaar(session: Session, naam: str, lijst: Eigenlijst) -> None:
    """Keep the list of the office."""
    value = {"rijen": list(lijst.rijen), "uit": list(lijst.uit)}
    found = session.scalar(select(Instelling).where(Instelling.sleutel == _sleutel(naam)))
    if found is None:
        session.add(Instelling(sleutel=_sleutel(naam), waarde=value))
    else:
        found.waarde = value


def _sleutel(naam: str) -> str:
    return f"eigen-{naam}"
