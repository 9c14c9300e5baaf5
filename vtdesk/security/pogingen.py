"""Waiting after wrong guesses: it slows a person at this laptop, not a thief with a copy."""

import contextlib
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from vtdesk.errors import UserError, WrongSecretError
from vtdesk.security import files
from vtdesk.security.canonical import NotCanonicalError, canonical, parse
from vtdesk.security.fields import Fields, WrongFieldError
from vtdesk.security.keychain import KeychainMissingError
from vtdesk.values.tijd import Clock

FILE = "kluis.pogingen"
_FREE = 2  # wrong guesses that cost nothing; the third brings two seconds
_LONGEST = 60
_MAX_BYTES = 200


@dataclass(frozen=True, slots=True)
class Mislukt:
    """How often it went wrong in a row, and when last."""

    times: int = 0
    last: float = 0.0  # seconds since 1970

    def wait(self, now: float) -> int:
        """Give the seconds that are left; a clock that was set back never makes them more."""
        if self.times <= _FREE:
            return 0
        whole = min(_LONGEST, 1 << min(self.times - _FREE, 6))
        return max(0, min(whole, math.ceil(self.last + whole - now)))


def wachttijd(folder: Path, now: datetime) -> int:
    """Give the seconds to wait before the next guess; 0 when there is nothing to wait for."""
    mislukt = _read(folder)
    if mislukt.last > math.ceil(now.timestamp()):  # the clock was set back: the wait begins anew
        mislukt = _keep(folder, mislukt.times, now)
    return mislukt.wait(now.timestamp())


def mislukt(folder: Path) -> int:
    """Count the wrong guesses since the kluis was last opened."""
    return _read(folder).times


def zin(seconds: int) -> str:
    """Say how long to wait."""
    return f"Wacht nog {seconds} {'seconde' if seconds == 1 else 'seconden'}."


@contextmanager
def attempt(folder: Path, clock: Clock) -> Iterator[None]:
    """Guard one guess: refused while waiting is due, counted when wrong, forgotten when right.

    The clock must run: a clock that stands still would wait for ever.
    """
    left = wachttijd(folder, clock())
    if left:
        raise UserError(zin(left))
    try:
        yield
    except KeychainMissingError:
        raise  # nobody guessed: the keychain is empty
    except WrongSecretError:
        _count(folder, clock())
        raise
    # A disk that is full or read-only must not keep out someone who knows the wachtzin.
    with contextlib.suppress(OSError):
        (folder / FILE).unlink(missing_ok=True)


def _count(folder: Path, now: datetime) -> None:
    _keep(folder, _read(folder).times + 1, now)


def _keep(folder: Path, times: int, now: datetime) -> Mislukt:
    last = math.ceil(now.timestamp())
    with contextlib.suppress(OSError):  # that the wachtzin is wrong is the thing to say
        files.replace_private(folder / FILE, canonical({"times": times, "last": last}))
    return Mislukt(times=times, last=last)


def _read(folder: Path) -> Mislukt:
    """Read the count; what cannot be read counts as none, for it must not lock out the owner."""
    try:
        fields = Fields(parse(files.read_at_most(folder / FILE, _MAX_BYTES)))
        return Mislukt(times=fields.whole("times"), last=fields.whole("last"))
    except (OSError, NotCanonicalError, WrongFieldError):
        return Mislukt()
