"""The page for after a loss: for the lock screen of any laptop, from a copy that is only read."""

from datetime import datetime
from pathlib import Path

from vtdesk.app.start import Start
from vtdesk.errors import UserError
from vtdesk.values.tijd import Clock


class Kwijtbladen:
    """Makes the page; what it needs is loaded only then."""

    def __init__(self, start: Start, clock: Clock) -> None:
        self._start = start
        self._clock = clock

    def blad(self, place: Path, secret: str, found: datetime, *, with_names: bool) -> bytes:
        from vtdesk.security.herstelcode import Herstelcode  # noqa: PLC0415 - loads the ciphers
        from vtdesk.services import kwijtblad, terugzetten  # noqa: PLC0415 - load SQLAlchemy

        try:
            opener = kwijtblad.by_sheet(Herstelcode.parse(secret))
        except UserError:  # it has not the form of a code
            opener = kwijtblad.by_wachtzin(secret, self._start.keychain)
        vraag = kwijtblad.Vraag(found, met_namen=with_names)
        kopie = terugzetten.find(place)[0]
        return kwijtblad.render(kwijtblad.make(kopie, opener, vraag, self._clock()))

    def bewaar(self, pdf: bytes, target: Path) -> None:
        from vtdesk.services import kwijtblad  # noqa: PLC0415 - loads SQLAlchemy

        kwijtblad.save(pdf, target)
