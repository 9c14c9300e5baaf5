"""A session of writing: what the save before it stored, and whether the next one still belongs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vtdesk.services.regelbestanden import eerdere_teksten
from vtdesk.values.tekst import Uitspraakregel
from vtdesk.values.tijd import Clock


@dataclass(frozen=True, slots=True)
class _Kept:
    """The draft that was stored last."""

    verslag_id: UUID
    version: int
    uitspraken: Mapping[UUID, Uitspraakregel]
    op: datetime


class Schrijfzitting:
    """Remembers the last save; the first of a session keeps the text that stood there before."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._kept: _Kept | None = None

    def keep(
        self,
        verslag_id: UUID,
        version: int,
        uitspraken: Mapping[UUID, Uitspraakregel],
        op: datetime,
    ) -> None:
        """Remember what is on disk now."""
        self._kept = _Kept(verslag_id, version, uitspraken, op)

    def end(self, verslag_id: UUID) -> None:
        """Let the next save of this draft begin a session."""
        if self._kept is not None and self._kept.verslag_id == verslag_id:
            self._kept = None

    def goes_on(self, verslag_id: UUID) -> bool:
        """Tell whether a save now belongs to the session of the save before it."""
        kept, rest = self._kept, eerdere_teksten().nieuwe_zitting_na
        return bool(kept and kept.verslag_id == verslag_id and self._clock() - kept.op <= rest)

    def is_rewrite(
        self,
        verslag_id: UUID,
        version: int | None,
        uitspraken: Mapping[UUID, Uitspraakregel],
    ) -> bool:
        """Tell whether no statement changed since the text this one was made from."""
        kept = self._kept
        return (
            kept is not None
            and self.goes_on(verslag_id)
            and (kept.version, kept.uitspraken) == (version, uitspraken)
        )
