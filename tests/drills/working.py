"""A working day of forty deeds without a window, each told when it is stored or refused."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import uuid4

from tests.builders import NOW, TODAY, SlowClock, add_casus, held_talk, with_blocks
from tests.drills.states import KEY
from vtdesk.errors import OutsideError, UserError
from vtdesk.services.casussen import CasusGegevens
from vtdesk.services.desk import Desk
from vtdesk.store.engine import create_database
from vtdesk.store.store import Store
from vtdesk.values.bevinding import BevindingenError
from vtdesk.values.kinds import Dienst
from vtdesk.values.tekst import Alinea, Tekst, plain, runs

DEEDS = 40
SENTENCE = "Moeder vertelt rustig over de ochtend en noemt de naam van de school. " * 40
_NUMBER = re.compile(r"zin (\d+) ")
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Told:
    """What a day told of itself: the deeds that were stored, and those that were refused."""

    stored: frozenset[int]
    refused: dict[int, str]
    broken: list[str]

    @classmethod
    def of(cls, lines: list[str]) -> "Told":
        """Read the lines; a deed that was refused and then stored counts as stored."""
        stored = frozenset(int(line.split()[1]) for line in lines if line.startswith("stored "))
        pairs = [line.split(maxsplit=2) for line in lines if line.startswith("refused ")]
        refused = {int(number): words for _, number, words in pairs if int(number) not in stored}
        return cls(stored, refused, [line for line in lines if line.startswith("broken ")])


def prepare(place: Path) -> Path:
    """Make a kluis with one casus and one verslag, and load all that a day needs."""
    folder = place / "begin"
    folder.mkdir()
    create_database(folder / "kluis.db", KEY)
    store, desk = _open(folder)
    desk.verslagen.start(held_talk(desk, add_casus(desk)))
    store.close()
    warm = Path(shutil.copytree(folder, place / "warm"))
    work(warm, lambda _: None)
    shutil.rmtree(warm)
    return folder


def work(folder: Path, tell: Tell, *, careless: bool = False) -> None:
    """Do the day: casussen and drafts by turns; what is refused is tried once more.

    The careless twin tells that it is stored before it tries.
    """
    try:
        store, desk = _open(folder)
        [row] = desk.verslagen.all()
        tekst = desk.verslagen.open(row.id).tekst
    except OutsideError as error:
        tell(f"refused 0 {error}")
        return
    for number in range(1, DEEDS + 1):
        if careless:
            tell(f"stored {number}")
        draft = partial(desk.verslagen.save_concept, row.id, _draft(tekst, number), caret=number)
        _try(number, partial(_add, desk, number) if number % 2 else draft, tell)
    store.close()


def _try(number: int, deed: Callable[[], object], tell: Tell) -> None:
    for _ in range(2):
        try:
            deed()
        except (OutsideError, UserError) as error:
            tell(f"refused {number} {error}")
        else:
            tell(f"stored {number}")
            return


def look(folder: Path, told: Told, *, died: bool = False) -> list[str]:
    """Open the kluis after such a day, and compare it with what was told."""
    findings = [line.removeprefix("broken ") for line in told.broken]
    findings += [f"no sentence: {words}" for words in told.refused.values() if "." not in words]
    try:
        store, desk = _open(folder)
    except (OutsideError, BevindingenError) as error:
        return [*findings, f"does not open: {error}"]
    try:
        names = [one.gegevens.naam for one in desk.casussen.all()]
        [row] = desk.verslagen.all()
        words = "\n".join(plain(one) for one in desk.verslagen.open(row.id).tekst.blokken())
        damage = [one.zin for one in store.damage()]
    finally:
        store.close()
    for number in range(1, DEEDS + 1, 2):
        there = names.count(_name(number))
        if there > 1:
            findings.append(f"deed {number} is there {there} times")
        if number in told.stored and not there:
            findings.append(f"deed {number} was stored and is gone")
    drafts = [number for number in told.stored if not number % 2]
    found = [int(one) for one in _NUMBER.findall(words)]
    if drafts and max(found, default=0) < max(drafts):
        findings.append(f"draft {max(drafts)} was stored and is gone")
    if not died and not told.broken and not told.refused and len(told.stored) < DEEDS:
        findings.append("deeds are missing without a word")
    return findings + damage


def _open(folder: Path) -> tuple[Store, Desk]:
    clock = SlowClock(NOW)
    store = Store(folder / "kluis.db", KEY, clock=clock)
    return store, Desk.over(store, clock)


def _add(desk: Desk, number: int) -> None:
    nummer = f"VT-{uuid4().hex[:8]}"
    desk.casussen.add(CasusGegevens(nummer, _name(number), Dienst.ONDERZOEK, TODAY))


def _name(number: int) -> str:
    return f"casus nummer {number:02} van de dag"


def _draft(tekst: Tekst, number: int) -> Tekst:
    return with_blocks(tekst, "zorgen", Alinea(runs(f"zin {number} {SENTENCE}")))
