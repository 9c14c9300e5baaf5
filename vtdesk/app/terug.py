"""Puts a reservekopie back: from the first start, at damage, and while the kluis is open."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from vtdesk.errors import UserError
from vtdesk.security import kopiestand, kopieterug
from vtdesk.ui.reserve_woorden import laatste_goede
from vtdesk.ui.slot.door import Kopiekeuze, Sheet
from vtdesk.values.kopieplan import liep_voor
from vtdesk.values.kopiewoorden import wanneer
from vtdesk.values.tijd import Clock, local

if TYPE_CHECKING:  # SQLAlchemy comes only with a copy that is opened
    from vtdesk.app.inside import Opened
    from vtdesk.security.herstelcode import Herstelcode
    from vtdesk.security.keychain import Keychain
    from vtdesk.security.kluis import Sleutels
    from vtdesk.security.kopieplaats import Kopie
    from vtdesk.services.reservekopie.terugleggen import Open

_WHERE = {kopiestand.Plek.LAPTOP: "op deze laptop", kopiestand.Plek.STICK: "op de stick"}


class Deur(Protocol):
    """What it asks of the door of the kluis."""

    folder: Path
    sleutels: "Sleutels | None"

    def read_sheet(self, typed: str) -> "Herstelcode":
        """Read the code of a herstelblad."""

    def move_to(self, folder: Path) -> None:
        """Work in this folder from now."""

    def open_restored(self, sleutels: "Sleutels") -> "Opened":
        """Let what was made ready take its place, and open it."""


class Terugzetting:
    """What can be put back in the kluis of a door."""

    def __init__(self, door: Deur, keychain: "Keychain", clock: Clock) -> None:
        self._door, self._keychain, self._clock = door, keychain, clock

    def laatste(self) -> str:
        return laatste_goede(kopiestand.read(self._door.folder), self._clock())

    def bekend(self) -> list[Kopiekeuze]:
        from vtdesk.security import kopieplaats  # noqa: PLC0415 - loads the ciphers

        found = [
            (kopie, _WHERE[place.plek])
            for place in kopiestand.read(self._door.folder).plaatsen
            for kopie in kopieplaats.find_copies(Path(place.pad))
        ]
        now = self._clock()
        found.sort(
            key=lambda one: (not liep_voor(one[0].gemaakt, now), one[0].gemaakt), reverse=True
        )
        return [self._choice(kopie, where) for kopie, where in found]

    def zoek(self, chosen: Path) -> list[Kopiekeuze]:
        from vtdesk.services.reservekopie import terugzetten  # noqa: PLC0415 - loads SQLAlchemy

        return [self._choice(kopie, "") for kopie in terugzetten.find(chosen)]

    def zet_terug(self, keuze: Kopiekeuze, folder: Path, wachtzin: str) -> "Opened":
        from vtdesk.services.reservekopie import terugzetten  # noqa: PLC0415 - loads SQLAlchemy

        return self._now(keuze, folder, terugzetten.with_wachtzin(wachtzin, self._keychain))

    def met_blad(self, keuze: Kopiekeuze, folder: Path, sheet: Sheet, wachtzin: str) -> "Opened":
        from vtdesk.services.reservekopie import terugzetten  # noqa: PLC0415 - loads SQLAlchemy

        code = self._door.read_sheet("-".join(sheet.groups))
        return self._now(keuze, folder, terugzetten.with_sheet(code, wachtzin, self._keychain))

    def straks(self, keuze: Kopiekeuze, wachtzin: str) -> None:
        from vtdesk.services.reservekopie import terugzetten  # noqa: PLC0415 - loads SQLAlchemy

        open_with = terugzetten.with_wachtzin(wachtzin, self._keychain)
        self._make_ready(keuze, self._door.folder, open_with)

    def vorige_straks(self) -> None:
        found = kopieterug.aside(self._door.folder)
        if not found:
            raise UserError("Er staat hier geen kluis opzij.")
        from vtdesk.security import terugmerk  # noqa: PLC0415 - loads the ciphers

        here = self._door.sleutels
        mark = terugmerk.seal(found[0].pad, here) if here else b""
        kopieterug.put_back(self._door.folder, found[0], self._clock(), mark)

    def _now(self, keuze: Kopiekeuze, folder: Path, open_with: "Open") -> "Opened":
        self._door.move_to(folder)
        return self._door.open_restored(self._make_ready(keuze, folder, open_with))

    def _make_ready(self, keuze: Kopiekeuze, folder: Path, open_with: "Open") -> "Sleutels":
        from vtdesk.services.reservekopie import terugzetten  # noqa: PLC0415 - loads SQLAlchemy

        kopie: Kopie = keuze.kopie
        now = self._clock()
        here = self._door.sleutels if folder == self._door.folder else None
        done = terugzetten.restore(kopie, folder, open_with, now, lambda _: None, present=here)
        return done.sleutels

    def _choice(self, kopie: "Kopie", where: str) -> Kopiekeuze:
        size = max(1, round(kopie.blad.grootte / 1_000_000))
        when = wanneer(kopie.gemaakt, local(self._clock()))
        return Kopiekeuze(when, f"{where} · {size} MB" if where else f"{size} MB", kopie)
