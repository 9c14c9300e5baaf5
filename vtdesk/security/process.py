"""The process itself: what it writes and remembers is for its user alone, and it calls nobody."""

import ctypes
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from vtdesk.security import cage
from vtdesk.security.folder import TEMPORARY_FILES

if sys.platform != "win32":
    import resource

_PR_SET_DUMPABLE = 4


def close_to_others() -> None:
    """Reach nobody, make files that only this user reads, and let no other process read this one.

    Each image of the process does so again: an `exec` keeps the cage, and forgets the rest.
    """
    os.umask(0o077)
    cage.close_network()
    if sys.platform == "win32":
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def keep_temporary_in(kluis: Path) -> None:
    """Let what asks for a temporary file get it in the kluis, here and in every child.

    Before there is a kluis nothing gets one. Nothing of vtdesk asks; a library might.
    """
    import tempfile  # noqa: PLC0415 - Qt brings it; another command does without

    place = kluis / TEMPORARY_FILES
    with suppress(OSError):
        place.mkdir(mode=0o700)
    tempfile.tempdir = os.environ["TMPDIR"] = str(place)


def clear_temporary(kluis: Path) -> None:
    """Take away what was left there; only by who holds the kluis."""
    place = kluis / TEMPORARY_FILES
    with suppress(OSError):
        for path in place.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink()
