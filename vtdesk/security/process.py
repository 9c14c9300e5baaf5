"""The process itself: what it writes and remembers is for its user alone, and it calls nobody."""

import ctypes
import os
import sys

from vtdesk.security import cage

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
