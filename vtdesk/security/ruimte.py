"""Room that is kept on the disk: on a full one the last draft and a real lock still succeed."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from vtdesk.security import files

FILE = "kluis.ruimte"
SIZE = 8 * 1024 * 1024
_ENOUGH = 4 * SIZE  # with less than that left, she needs it now


def keep(folder: Path) -> None:
    """Keep room, where there is plenty; nothing depends on it."""
    path = folder / FILE
    with suppress(OSError):
        if path.exists() or shutil.disk_usage(folder).free < _ENOUGH:
            return
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, files.PRIVATE_FILE)
        with open(handle, "wb") as file:  # noqa: PTH123 - it takes over the descriptor made above
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, SIZE)
            else:
                file.write(bytes(SIZE))


def give(folder: Path) -> bool:
    """Give the room up; tell whether there was any."""
    with suppress(OSError):
        (folder / FILE).unlink()
        return True
    return False
