"""The page for after a loss: for the lock screen of any laptop, from a copy that is only read."""

from datetime import datetime
from typing import TYPE_CHECKING

from vtdesk.app.start import Start
from vtdesk.errors import UserError
from vtdesk.ui.slot.door import Kopiekeuze
from vtdesk.values.tijd import Clock

if TYPE_CHECKING:  # loads SQLAlchemy
    from vtdesk.services.drukwerk import Drukwerk


class Kwijtbladen:
    """Makes the page; what it needs is loaded only then."""

    def __init__(self, start: Start, clock: Clock) -> None:
        self._start = start
        self._clock = clock

    def blad(
        self, keuze: Kopiekeuze, secret: str, found: datetime, *, with_names: bool
    ) -> "Drukwerk":
        from vtdesk.security.herstelcode import Herstelcode  # noqa: PLC0415 - loads the ciphers
        from vtdesk.services import kwijtblad  # noqa: PLC0415 - loads SQLAlchemy

        try:
            opener = kwijtblad.by_sheet(Herstelcode.parse(secret))
        except UserError:  # it has not the form of a code
            opener = kwijtblad.by_wachtzin(secret, self._start.keychain)
        vraag = kwijtblad.Vraag(found, met_namen=with_names)
        return kwijtblad.drukwerk(kwijtblad.make(keuze.kopie, opener, vraag, self._clock()))

    def printers(self) -> list[str]:
        from vtdesk.adapters.printing import printers  # noqa: PLC0415 - rarely needed

        return [printer.name for printer in printers()]
