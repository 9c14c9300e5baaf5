"""One vtdesk per kluis: a lock on a file, which the system lets go of when the process dies.

When the program locks itself it replaces its process image by `os.execv`. `carry_over` lets the
descriptor, and with it the lock, pass to the new image, which finds it again in `take`: in between
no second vtdesk can slip in. Without `carry_over` the lock ends at `execv` and `take` starts anew.
"""

import os
import sys
from pathlib import Path
from typing import Final

from vtdesk.errors import OutsideError, UserError
from vtdesk.security import files

FILE = "kluis.slot"
_MOST_DESCRIPTORS = 256  # the lock is opened early, so its number is low


class AlreadyOpenError(UserError):
    """Another vtdesk holds this kluis."""

    def __init__(self) -> None:
        super().__init__("vtdesk is al open op deze laptop.")


class InstanceLock:
    """The right to work in one kluis, for as long as this process lives."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: Final = descriptor

    def carry_over(self) -> None:
        """Let the lock survive the `os.execv` that follows at once; start no process in between."""
        os.set_inheritable(self._descriptor, True)  # noqa: FBT003 - the only form it has

    def release(self) -> None:
        """Let another vtdesk in; the file stays, for removing it would make two locks possible."""
        os.close(self._descriptor)


def take(folder: Path) -> InstanceLock:
    """Take the lock of a kluis, or say that vtdesk is open already."""
    path = folder / FILE
    with files.words_for_disk(folder):
        descriptor = _inherited(path)
        if descriptor is None:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, files.PRIVATE_FILE)
    try:
        _lock(descriptor)
    except BlockingIOError as error:
        os.close(descriptor)
        raise AlreadyOpenError from error
    except OSError as error:
        os.close(descriptor)
        raise OutsideError(
            "De map van de kluis laat zich niet op slot zetten. Dat is zo op een netwerkschijf. "
            "Zet de kluis in een map op deze laptop zelf."
        ) from error
    return InstanceLock(descriptor)


def _inherited(path: Path) -> int | None:
    """Find the descriptor that the former image of this process carried over.

    Ours is the only one on this file that passes to a new image: Python makes all others close.
    """
    if sys.platform == "win32" or not path.exists():
        return None
    wanted = path.stat()
    for descriptor in range(3, _MOST_DESCRIPTORS):
        try:
            found = os.fstat(descriptor)
        except OSError:
            continue
        if os.path.samestat(found, wanted) and os.get_inheritable(descriptor):
            os.set_inheritable(descriptor, False)  # noqa: FBT003 - the only form it has
            return descriptor
    return None


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
