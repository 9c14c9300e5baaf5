"""What is covered of the words around a call: all that is shielded in the casus it is about."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy.orm import Session

from vtdesk.services.afscherming import geheim_in
from vtdesk.values.geheim import Geheim


class Bewaking:
    """Guards casussen within one transaction; reads what is shielded once for each."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[UUID, Geheim] = {}

    def van(self, casussen: Iterable[UUID | None]) -> Geheim:
        """Guard all that is shielded in some casussen; where there is none, nothing is."""
        guard = Geheim()
        for casus_id in dict.fromkeys(casussen):
            if casus_id is None:
                continue
            if casus_id not in self._known:
                self._known[casus_id] = geheim_in(self._session, casus_id)
            guard += self._known[casus_id]
        return guard
