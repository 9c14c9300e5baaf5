"""Documents that belong to a casus and not to a talk: begun from a template, already filled in."""

from uuid import UUID

from vtdesk.services.beginnen import Begin, begin
from vtdesk.services.soortkeuze import soorten_van_casus
from vtdesk.store.store import Store
from vtdesk.values.tijd import Clock

__all__ = ["Formulieren"]


class Formulieren:
    """Begins such a document; from then on it is a verslag like any other."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def soorten(self, casus_id: UUID) -> tuple[str, ...]:
        """Name the kinds that can be begun so in this casus."""
        with self._store.read() as session:
            return soorten_van_casus(session, casus_id)

    def begin(
        self,
        casus_id: UUID,
        soort: str,
        *,
        persoon_id: UUID | None = None,
        organisatie_id: UUID | None = None,
    ) -> UUID:
        """Begin a document of this kind, filled in with what the casus knows now."""
        about = Begin(
            soort=soort, casus_id=casus_id, persoon_id=persoon_id, organisatie_id=organisatie_id
        )
        return begin(self._store, self._clock, about)
