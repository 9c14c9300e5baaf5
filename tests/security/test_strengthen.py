"""A guess of the wachtzin gets costlier on a faster laptop, without anybody noticing."""

from pathlib import Path

from tests.security.builders import CODE, GEEN_SLEUTELBOS, WACHTZIN, DictKeychain, make
from vtdesk.security import header, kluis
from vtdesk.security.cost import FLOOR, Cost

FAST, SLOW = 0.1, 0.9


def cost_of(folder: Path) -> Cost | None:
    sealed = header.parse((folder / "kluis.vtkop").read_bytes())
    return sealed.header.slots[0].cost


def a_quarter_of(_: Cost) -> float:
    """Measure a laptop that guesses four times too fast at first, and then just right."""
    return FAST if _.memory < 100 * 1024 else 0.8


def test_wachtzin_costs_more_and_opens_the_same(folder: Path, keychain: DictKeychain) -> None:
    made = make(folder, keychain)
    assert kluis.strengthen(folder, WACHTZIN, keychain, seconds=FAST, measure=a_quarter_of)
    now = cost_of(folder)
    assert now is not None
    assert now.work() > 2 * FLOOR.work()
    opened = kluis.unlock(folder, WACHTZIN, keychain, alone=True)
    assert (opened.database, opened.generation) == (made.database, made.generation + 1)
    kluis.prove_herstelcode(folder, CODE)
    assert len(keychain.second_secrets()) == 1


def test_guess_that_takes_long_enough_is_left_alone(folder: Path, made: kluis.Sleutels) -> None:
    before = (folder / "kluis.vtkop").read_bytes()
    assert not kluis.strengthen(folder, WACHTZIN, GEEN_SLEUTELBOS, seconds=SLOW)
    assert (folder / "kluis.vtkop").read_bytes() == before


def test_laptop_that_cannot_do_more_changes_nothing(folder: Path, made: kluis.Sleutels) -> None:
    before = (folder / "kluis.vtkop").read_bytes()
    same = {"seconds": FAST, "measure": lambda _: 0.8}
    assert not kluis.strengthen(folder, WACHTZIN, GEEN_SLEUTELBOS, **same)
    assert (folder / "kluis.vtkop").read_bytes() == before


def test_cost_below_the_rules_of_today_is_outgrown_however_slow() -> None:
    assert Cost(memory=19 * 1024, passes=2, lanes=1).outgrown(SLOW)
    assert not FLOOR.outgrown(SLOW)
    assert FLOOR.outgrown(FAST)
