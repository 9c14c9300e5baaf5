"""Copies of one demo kluis, each for one round."""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vtdesk.cli.demo.command import WACHTZIN, make
from vtdesk.security import folder, instance, kluis
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.opening import open_desk
from vtdesk.store.migrate import check_database
from vtdesk.values.tekst import Tekst, plain


@dataclass(frozen=True, slots=True)
class Scratch:
    """A folder of one's own with a demo that is copied for each round."""

    place: Path

    def demo(self, name: str) -> Path:
        """Give a fresh copy of the demo."""
        return Path(shutil.copytree(self.place / "demo", self.place / name))


@contextmanager
def scratch(made: Path | None = None) -> Iterator[Scratch]:
    """Make the demo once, or take one that was made; all is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="vtdesk-drill-") as place:
        demo = Path(place) / "demo"
        if made is None:
            make(demo)
        else:
            shutil.copytree(made, demo)
        yield Scratch(Path(place))


def texts_in(
    place: Path, typed: str = "", *, opened: Callable[[float], object] = bool
) -> list[Tekst]:
    """Open a kluis as the next start would, look the file over, and give every text in it.

    `opened` hears how many seconds the opening took, from the wachtzin to the texts.
    Raises when it cannot be taken, unlocked or opened, when the database is damaged, when a sealed
    version is gone or changed, or when the text that stood there before `typed` is gone.
    """
    begin = time.monotonic()
    lock = instance.take(place)
    try:
        sleutels = kluis.unlock(place, WACHTZIN, NoKeychain())
        store, desk = open_desk(place, sleutels)
        found = {row.id: desk.verslagen.open(row.id).tekst for row in desk.verslagen.all()}
        opened(time.monotonic() - begin)
        texts = list(found.values())
        broken = desk.vaststelling.klopt()
        written = [key for key, tekst in found.items() if typed and typed in _words(tekst)]
        forgotten = [key for key in written if not desk.schrijfstanden.of(key)]
        store.close()
        damage = check_database(place / folder.DATABASE, sleutels.database)
    finally:
        lock.release()
    if damage or broken:
        raise AssertionError([*damage, *broken][0])
    if forgotten:
        raise AssertionError("the text of before this session is gone")
    return texts


def _words(tekst: Tekst) -> str:
    return "\n".join(lines_in([tekst]))


def lines_in(texts: list[Tekst]) -> list[str]:
    """Give the words of every block."""
    return [plain(block) for text in texts for block in text.blokken()]
