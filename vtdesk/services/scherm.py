"""Puts a cover over what is hidden, wherever texts of a casus stand together."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy.orm import Session

from vtdesk.services.afscherming import geheim_in
from vtdesk.values.geheim import AFGESCHERMD, Geheim

COVER = AFGESCHERMD


class Scherm:
    """Knows what is hidden in one casus, and covers each of it in a text."""

    def __init__(self, values: Iterable[str] = (), *, geheim: Geheim | None = None) -> None:
        self._geheim = Geheim.van(values) if geheim is None else geheim

    @classmethod
    def of(cls, session: Session, casus_id: UUID) -> "Scherm":
        """Read what is shielded of all people of a casus, and who made a melding."""
        return cls(geheim=geheim_in(session, casus_id))

    def over(self, text: str) -> str:
        """Give the text with a cover over all that is hidden, in whatever notation."""
        return self._geheim.bedekt(text)
