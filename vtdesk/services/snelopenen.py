"""Snel openen: whether a PIN opens the kluis again, and what is kept of that PIN."""

from vtdesk.models import Sleutelwaarde
from vtdesk.security.cost import Cost
from vtdesk.security.snel import Pin
from vtdesk.services.logboek import Voorval, tell
from vtdesk.store.store import Store

SNEL = "snel_openen"


class Snelopenen:
    """Use cases around the PIN; each method is one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def pin(self) -> Pin | None:
        """Give what is kept of the PIN; None while snel openen is off."""
        with self._store.read() as session:
            found = session.get(Sleutelwaarde, SNEL)
            if found is None:
                return None
            kept = found.waarde
            cost = Cost(memory=kept["m"], passes=kept["t"], lanes=kept["p"])
            return Pin(bytes.fromhex(kept["zout"]), cost, bytes.fromhex(kept["gestrekt"]))

    def turn_on(self, pin: Pin) -> None:
        """Let this PIN open the kluis again."""
        kept = {
            "zout": pin.salt.hex(),
            "m": pin.cost.memory,
            "t": pin.cost.passes,
            "p": pin.cost.lanes,
            "gestrekt": pin.stretched.hex(),
        }
        with self._store.write() as session:
            session.merge(Sleutelwaarde(sleutel=SNEL, waarde=kept))
            tell(session, Voorval.SNEL_OPENEN)

    def turn_off(self) -> None:
        """Let only the wachtzin and the herstelblad open the kluis."""
        with self._store.write() as session:
            found = session.get(Sleutelwaarde, SNEL)
            if found is not None:
                session.delete(found)
                tell(session, Voorval.SNEL_OPENEN)
