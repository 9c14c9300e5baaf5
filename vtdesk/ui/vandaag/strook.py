"""Fills the strip of tiles."""

from datetime import date

from vtdesk.services.bellen.rows import BelRow
from vtdesk.services.morgen import Avond
from vtdesk.services.verlof.service import VerlofRow
from vtdesk.ui.vandaag import tegel_inhoud
from vtdesk.ui.vandaag.reading import Read, Reader
from vtdesk.ui.vandaag.tegels import Tegels


class Strook:
    """Reads what stands on the tiles, each apart, and shows it."""

    def __init__(self, tegels: Tegels, reader: Reader) -> None:
        self._tegels, self._reader = tegels, reader

    def show(
        self, avond: Avond | None, waiting: Read[BelRow], today: date, leave: VerlofRow | None
    ) -> None:
        """Show all tiles."""
        reader, tiles = self._reader, self._tegels
        broken, promises = reader.not_replanned(), reader.promises()
        tiles.show_tile("bellen", tegel_inhoud.calls_tile(waiting, today))
        tiles.show_tile("termijnen", tegel_inhoud.terms_tile(reader.terms(), today, leave))
        tiles.show_tile("schrijven", tegel_inhoud.owed_tile(avond))
        tiles.show_tile("beloftes", tegel_inhoud.promises_tile(broken, promises, today))
