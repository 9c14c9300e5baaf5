"""Snel openen as the lock screen and the settings ask for it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from vtdesk.security import folder as places
from vtdesk.security.sessie import Sessie
from vtdesk.values.tijd import system_clock

if TYPE_CHECKING:  # ciphers and SQLAlchemy come only when the lock screen is on screen
    from vtdesk.app.inside import Opened
    from vtdesk.security.kluis import Sleutels
    from vtdesk.security.snel import Pin


class Snel:
    """Opens with a PIN, as long as the session of the desktop holds its half."""

    def __init__(
        self,
        folder: Callable[[], Path],
        sessie: Sessie,
        enter: Callable[["Sleutels"], "Opened"],
    ) -> None:
        self._folder, self._sessie, self._enter = folder, sessie, enter
        self._sleutels: Sleutels | None = None  # of the kluis that is open

    def is_laid(self) -> bool:
        return (self._folder() / places.QUICK).exists()

    def is_possible(self) -> bool:
        return self._sessie.available()

    def left(self) -> int:
        from vtdesk.security import snel  # noqa: PLC0415 - brings the ciphers

        return snel.left(self._folder(), self._sessie, system_clock())

    def open(self, pin: str) -> "Opened":
        from vtdesk.security import snel  # noqa: PLC0415 - brings the ciphers

        sleutels = snel.open_with(self._folder(), pin, self._sessie, system_clock())
        self._sleutels = sleutels
        return self._enter(sleutels)

    def stretch(self, pin: str) -> "Pin":
        from vtdesk.security import cost, keys, snel  # noqa: PLC0415 - brings the ciphers

        snel.check(pin)
        return snel.stretch(pin, cost.calibrate(keys.seconds_for))

    def lay(self, pin: "Pin") -> bool:
        from vtdesk.security import snel  # noqa: PLC0415 - brings the ciphers

        if self._sleutels is None:
            return False
        return snel.lay(self._folder(), self._sleutels, pin, self._sessie, system_clock())

    def forget(self) -> None:
        from vtdesk.security import snel  # noqa: PLC0415 - brings the ciphers

        snel.forget(self._folder(), self._sessie)

    def follow(self, sleutels: "Sleutels", pin: "Pin | None") -> None:
        """The wachtzin opened the kluis: begin another twelve hours, or leave nothing there."""
        self._sleutels = sleutels
        if pin is not None:
            self.lay(pin)
        elif self.is_laid():
            self.forget()
