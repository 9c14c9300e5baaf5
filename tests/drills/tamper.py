"""Files of a kluis that are deleted, emptied, cut, extended, swapped or put back are each named.

None opens as an empty kluis, and nothing old is read for new.

    python -m tests.drills.tamper
    python -m tests.drills.tamper --sabotage     the twin that looks at no witness: must fail
"""

import random
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path

from tests.drills import states
from tests.drills.forged_log import Frame, frames, old_pages, write_log
from tests.drills.started import Size, play
from tests.drills.states import States
from tests.drills.tally import Tally
from vtdesk.store.getuige import PAGE

Spoil = Callable[[Path], object]
DATABASE, LOG, WITNESS = "kluis.db", "kluis.db-wal", "kluis.getuige"
FRAME = PAGE + 24
LOG_HEAD = 32


def main(argv: Sequence[str] | None = None) -> int:
    """Spoil a kluis in every way, and open it each time."""
    return play(
        run,
        __doc__,
        Size("cases"),
        argv,
        skipped="the whole folder put back, which only the keychain can know",
    )


def run(place: Path, tally: Tally, *, n: int = 0, seed: int = 1, sabotage: bool = False) -> None:
    """Try the cases."""
    made = states.make(place / "states")
    truths = {one: states.truth(one) for one in (made.closed, made.crashed)}
    chosen = list(cases(made))
    if n:
        chosen = random.Random(seed).sample(chosen, n)
    with states.blind() if sabotage else nullcontext():
        for name, state, spoil, harmless in chosen:
            spoilt = place / "spoilt"
            shutil.copytree(state, spoilt)
            spoil(spoilt)
            tally.count(name, states.verdict(spoilt, truths[state], harmless=harmless))
            shutil.rmtree(spoilt)


def cases(made: States) -> Iterator[tuple[str, Path, Spoil, bool]]:
    """Give name, the state to begin with, the deed, and whether it may go without a word."""
    for state in (made.closed, made.crashed):
        for name, spoil in _of_files(made):
            yield f"{state.name}: {name}", state, spoil, False
    for name, spoil in _of_the_log(made):
        yield f"crashed: {name}", made.crashed, spoil, False
    for page in _changed_pages(made):
        yield f"closed: old page {page}", made.closed, partial(_replay, made.old, page), False
    for frame in old_pages(made):
        name = f"a log of old page {frame[0]}"
        yield f"closed: {name}", made.closed, partial(_forge, [frame]), False
        behind = [*frames(made.crashed / LOG), frame]
        yield f"crashed: {name} behind it", made.crashed, partial(_forge, behind), False
    # What SQLite makes anew, and a log that is there for nothing.
    yield "crashed: no index of the log", made.crashed, partial(_remove, "kluis.db-shm"), True
    yield "crashed: another index", made.crashed, partial(_fill, "kluis.db-shm", 32768), True
    yield "closed: an empty log", made.closed, partial(_fill, LOG, 0), True


def _of_files(made: States) -> Iterator[tuple[str, Spoil]]:
    yield "database emptied", partial(_fill, DATABASE, 0)
    yield "database of random bytes", partial(_fill, DATABASE, 40 * PAGE)
    yield "database of another kluis", partial(_swap, made.other, DATABASE)
    yield "database of before", partial(_swap, made.old, DATABASE)
    for pages in (1, 10, 100):
        yield f"database cut by {pages} pages", partial(_cut, DATABASE, pages * PAGE)
    yield "database cut by a byte", partial(_cut, DATABASE, 1)
    yield "database extended by a byte", partial(_extend, DATABASE, 1)
    yield "database extended by a page", partial(_extend, DATABASE, PAGE)
    yield "two pages in each other's place", _exchange
    yield "witness gone", partial(_remove, WITNESS)
    yield "witness emptied", partial(_fill, WITNESS, 0)
    yield "witness of zeros", lambda place: (place / WITNESS).write_bytes(bytes(8192))
    yield "witness of random bytes", partial(_fill, WITNESS, 8192)
    yield "witness cut", partial(_cut, WITNESS, 128)
    yield "witness extended", partial(_extend, WITNESS, 128)
    yield "witness of another kluis", partial(_swap, made.other, WITNESS)
    yield "witness of before", partial(_swap, made.old, WITNESS)
    yield "a journal that SQLite would play back", partial(_fill, "kluis.db-journal", 8192)


def _of_the_log(made: States) -> Iterator[tuple[str, Spoil]]:
    size = (made.crashed / LOG).stat().st_size
    yield "log gone", partial(_remove, LOG)
    yield "log emptied", partial(_fill, LOG, 0)
    yield "log of random bytes", partial(_fill, LOG, size)
    yield "log with another head", partial(_flip, LOG, 20)
    frames = (size - LOG_HEAD) // FRAME
    for frame in range(frames):
        at = LOG_HEAD + frame * FRAME
        yield f"log cut before frame {frame}", partial(_cut, LOG, size - at)
        yield f"a bit in the head of frame {frame}", partial(_flip, LOG, at + 3)
        yield f"a bit in the page of frame {frame}", partial(_flip, LOG, at + 24 + 1000)


def _changed_pages(made: States) -> list[int]:
    """List the pages that lie there otherwise than a day ago."""
    now, before = (place / DATABASE for place in (made.closed, made.old))
    pairs = zip(_pages(now), _pages(before), strict=False)
    return [number for number, (one, other) in enumerate(pairs) if one != other]


def _pages(path: Path) -> Iterator[bytes]:
    data = path.read_bytes()
    return (data[at : at + PAGE] for at in range(0, len(data), PAGE))


def _forge(written: list[Frame], place: Path) -> None:
    write_log(place / LOG, written)


def _replay(old: Path, page: int, place: Path) -> None:
    data = (old / DATABASE).read_bytes()[page * PAGE : (page + 1) * PAGE]
    _put(place / DATABASE, page * PAGE, data)


def _exchange(place: Path) -> None:
    path = place / DATABASE
    data = path.read_bytes()
    one, other = (data[page * PAGE : (page + 1) * PAGE] for page in (5, 9))
    _put(path, 5 * PAGE, other)
    _put(path, 9 * PAGE, one)


def _put(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def _flip(name: str, at: int, place: Path) -> None:
    _put(place / name, at, bytes([(place / name).read_bytes()[at] ^ 1]))


def _remove(name: str, place: Path) -> None:
    (place / name).unlink()


def _fill(name: str, size: int, place: Path) -> None:
    (place / name).write_bytes(random.Random(size).randbytes(size))


def _cut(name: str, size: int, place: Path) -> None:
    data = (place / name).read_bytes()
    (place / name).write_bytes(data[:-size])


def _extend(name: str, size: int, place: Path) -> None:
    with (place / name).open("ab") as file:
        file.write(random.Random(size).randbytes(size))


def _swap(other: Path, name: str, place: Path) -> None:
    shutil.copy(other / name, place / name)


if __name__ == "__main__":
    sys.exit(main())
