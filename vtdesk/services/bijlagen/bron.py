"""What is offered as a bijlage: opened with care, read part by part, measured on the way."""

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from vtdesk.errors import OutsideError, UserError
from vtdesk.values.bestand import HEAD

MB = 1024 * 1024
LIMIT = 200 * MB
PART = 256 * 1024

_EMPTY = "Dit bestand is leeg. Er is niets om te bewaren."
_GONE = "Dit bestand bestaat niet. Kijk of de naam klopt."
_LINK = "Dit is een verwijzing naar een ander bestand. Kies het bestand zelf."
_FOLDER = "Dit is een map. Kies de bestanden die erin staan."
_NO_FILE = "Dit is geen gewoon bestand. Kies een ander bestand."
_CLOSED = (
    "Dit bestand kan niet worden geopend. Kopieer het naar je eigen map en probeer het nog eens."
)
_CUT_OFF = (
    "Dit bestand kon niet helemaal worden gelezen. Kijk of de stick of schijf nog goed zit. "
    "Er is niets bewaard."
)


class StoppedError(UserError):
    """The user stopped what took long."""

    def __init__(self) -> None:
        super().__init__("Gestopt. Er is niets bewaard.")


class Voortgang:
    """How far slow work is, read by the window; and the wish to stop it."""

    def __init__(self) -> None:
        self.totaal = 0
        self.gedaan = 0
        self._stopped = False

    def stop(self) -> None:
        """Ask the work to stop at its next part."""
        self._stopped = True

    def add(self, size: int) -> None:
        """Count a part; raises when the work is to stop."""
        if self._stopped:
            raise StoppedError
        self.gedaan += size


class Bron:
    """Bytes from outside, given once; afterwards it knows their size, fingerprint and begin."""

    def __init__(self, file: BinaryIO, voortgang: Voortgang) -> None:
        self._file = file
        self._voortgang = voortgang
        self._print = hashlib.sha256()
        self.grootte = 0
        self.head = b""

    @property
    def sha256(self) -> bytes:
        """Give the fingerprint of what was read so far."""
        return self._print.digest()

    def parts(self) -> Iterator[bytes]:
        """Read on; raises when it is more than may be, when it breaks off, and when it is stopped.

        A file may grow while it is read, and a device has no size beforehand.
        """
        while part := self._next():
            self.grootte += len(part)
            if self.grootte > LIMIT:
                raise _too_large(self.grootte)
            self._print.update(part)
            if len(self.head) < HEAD:
                self.head += part[: HEAD - len(self.head)]
            self._voortgang.add(len(part))
            yield part
        if not self.grootte:
            raise OutsideError(_EMPTY)

    def _next(self) -> bytes:
        try:
            return self._file.read(PART)
        except OSError as error:
            raise OutsideError(_CUT_OFF) from error


@contextmanager
def bron(path: Path, voortgang: Voortgang) -> Iterator[Bron]:
    """Open a file that somebody chose or dropped, after a look at what it is."""
    with os.fdopen(_opened(path), "rb") as file:
        facts = os.fstat(file.fileno())
        if stat.S_ISDIR(facts.st_mode):
            raise OutsideError(_FOLDER)
        if not stat.S_ISREG(facts.st_mode):
            raise OutsideError(_NO_FILE)
        if facts.st_size > LIMIT:
            raise _too_large(facts.st_size)
        voortgang.totaal = facts.st_size
        yield Bron(file, voortgang)


def _opened(path: Path) -> int:
    """Open without following a link, and without waiting for a pipe that nobody writes to."""
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
        flags |= getattr(os, name, 0)
    try:
        if path.is_symlink():
            raise OutsideError(_LINK)
        if path.is_dir():  # Windows cannot open one at all
            raise OutsideError(_FOLDER)
        return os.open(path, flags)
    except FileNotFoundError as error:
        raise OutsideError(_GONE) from error
    except OSError as error:
        raise OutsideError(_LINK if error.errno == errno.ELOOP else _CLOSED) from error


def _too_large(size: int) -> OutsideError:
    return OutsideError(
        f"Dit bestand is {-(-size // MB)} MB. vtdesk bewaart bijlagen tot {LIMIT // MB} MB. "
        "Maak het kleiner, of bewaar het waar jullie grote bestanden bewaren."
    )
