"""What is half typed in the capture panels, so that it survives Esc, a lock and a crash."""

from typing import Any

from sqlalchemy import or_, select

from vtdesk.models import Klad
from vtdesk.store.store import Store
from vtdesk.values.tijd import Clock


class Kladjes:
    """Use cases around half typed captures; they write no logboek line and are never found."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def keep(self, soort: str, inhoud: dict[str, Any]) -> None:
        """Keep what a panel holds now, in plain values."""
        with self._store.write() as session:
            klad = session.scalar(select(Klad).where(Klad.soort == soort))
            if klad is None:
                session.add(Klad(soort=soort, inhoud=inhoud, bewaard_op=self._clock()))
            elif klad.inhoud != inhoud:
                klad.inhoud, klad.bewaard_op = inhoud, self._clock()

    def of(self, soort: str) -> dict[str, Any] | None:
        """Give what a panel held when it closed; None when nothing was half typed."""
        with self._store.read() as session:
            klad = session.scalar(select(Klad).where(Klad.soort == soort))
            return dict(klad.inhoud) if klad else None

    def waiting(self, paneel: str) -> tuple[str, dict[str, Any]] | None:
        """Give the name and content of what waits longest for a panel, wherever it was begun.

        What is begun while others look along is kept under `paneel:casus`.
        """
        own = or_(Klad.soort == paneel, Klad.soort.startswith(f"{paneel}:", autoescape=True))
        with self._store.read() as session:
            klad = session.scalars(select(Klad).where(own).order_by(Klad.bewaard_op)).first()
            return (klad.soort, dict(klad.inhoud)) if klad else None

    def drop(self, soort: str) -> None:
        """Forget it: it was stored for good, or emptied."""
        with self._store.write() as session:
            klad = session.scalar(select(Klad).where(Klad.soort == soort))
            if klad is not None:
                session.delete(klad)
