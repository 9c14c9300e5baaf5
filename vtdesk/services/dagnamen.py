"""The names she must keep out of what is hers alone."""

from sqlalchemy import select

from vtdesk.models import Persoon
from vtdesk.store.store import Store
from vtdesk.values.geheim_woorden import VERBINDING
from vtdesk.values.naamspoor import LEAST
from vtdesk.values.vouwen import woorden


def names(store: Store) -> frozenset[str]:
    """Read the words of the names of all people in all casussen, folded."""
    query = select(Persoon.voornaam, Persoon.achternaam)
    with store.read() as session:
        found = {word for row in session.execute(query) for name in row for word in woorden(name)}
    return frozenset(word for word in found - VERBINDING if len(word) >= LEAST)
