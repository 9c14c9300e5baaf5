"""Killed at any moment of a change, the old or the new wachtzin opens the kluis."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.security.builders import ANDERE, CODE, GEEN_SLEUTELBOS, WACHTZIN
from vtdesk.errors import WrongSecretError
from vtdesk.security import access, header, kluis
from vtdesk.security import folder as places

# A process that stops itself dead at its n-th call to the disk, before or after that call. The
# wachtzin is stretched once and remembered: only the disk matters here.
CHILD = """
import os, signal, sys
from functools import cache
from pathlib import Path
from vtdesk.security import files, keys, kluis
from vtdesk.security.cost import FLOOR
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import NoKeychain

folder, what, wachtzin, andere, code = sys.argv[1:]
left = [0, ""]

def deadly(name, module):
    call = getattr(module, name)
    def with_death(*arguments, **more):
        left[0] -= 1
        now = left[0] == 0
        if now and left[1] == "before":
            os._exit(9)
        try:
            return call(*arguments, **more)
        finally:
            if now:
                os._exit(9)
    setattr(module, name, with_death)

for name in ("open", "fsync", "close"):
    deadly(name, os)
for name in ("replace", "unlink", "chmod", "mkdir"):
    deadly(name, Path)
keys.stretch = cache(keys.stretch)

def fill(path, sleutels):
    files.write_private(path, bytes(range(256)) * 16)

def run(folder):
    if what == "create":
        kluis.create(folder, andere, Herstelcode.parse(code), NoKeychain(), cost=FLOOR, fill=fill)
    elif what == "recover":
        kluis.recover(folder, Herstelcode.parse(code), andere, NoKeychain(), cost=FLOOR)
    else:
        kluis.change_wachtzin(folder, wachtzin, andere, NoKeychain(), cost=FLOOR)

# One process forks a child per step; each dies at its own step.
import secrets, shutil
secrets.token_bytes = lambda size: bytes(size)  # the same salt each time, so that it is remembered
run(Path(folder + "-proef"))
for step in range(1, 200):
    for when in ("before", "after"):
        here = Path(f"{folder}-{step}-{when}")
        if what != "create":
            shutil.copytree(folder, here)
        child = os.fork()
        if child == 0:
            left[:] = [step, when]
            run(here)
            os._exit(0)
        if os.waitpid(child, 0)[1] == 0:
            sys.exit(0)
sys.exit("more steps than expected")
"""


def kill_at_each_step(folder: Path, what: str) -> list[Path]:
    """Give the folders as each kill left them; in the last one the work was done."""
    arguments = [str(folder), what, WACHTZIN, ANDERE, CODE.tekst]
    if what != "create":
        trial = folder.with_name(f"{folder.name}-proef")
        trial.mkdir(mode=0o700)
        for path in folder.iterdir():
            (trial / path.name).write_bytes(path.read_bytes())
    subprocess.run([sys.executable, "-c", CHILD, *arguments], check=True, timeout=60)
    left = list(folder.parent.glob(f"{folder.name}-*-*"))
    left.sort(key=lambda path: (int(path.name.split("-")[1]), path.name.endswith("after")))
    return left


def opens_with(folder: Path, wachtzin: str) -> bool:
    try:
        kluis.unlock(folder, wachtzin, GEEN_SLEUTELBOS)
    except WrongSecretError:
        return False
    return True


def opens_with_code(folder: Path) -> bool:
    sealed = header.parse((folder / "kluis.vtkop").read_bytes())
    sealed.check(access.with_code(sealed.header, CODE))
    return True


@pytest.mark.parametrize("what", ["change", "recover"])
def test_kill_at_each_step_of_a_new_wachtzin_leaves_one_that_opens(
    folder: Path, made: kluis.Sleutels, what: str
) -> None:
    left = kill_at_each_step(folder, what)
    verdicts = []
    for place in left:
        kluis.check_files(place)
        assert opens_with_code(place)
        verdicts.append((opens_with(place, WACHTZIN), opens_with(place, ANDERE)))
        assert sorted(path.name for path in place.iterdir()) == ["kluis.db", "kluis.vtkop"]
    assert len(left) > 20
    # First only the old one opens, from one step on only the new one: never none, never both.
    changed = verdicts.index((False, True))
    assert 0 < changed < len(left) - 1
    assert verdicts == [(True, False)] * changed + [(False, True)] * (len(left) - changed)


def test_kill_at_each_step_of_the_first_start_leaves_no_kluis_or_a_whole_one(folder: Path) -> None:
    left = kill_at_each_step(folder, "create")
    verdicts = []
    for place in left:
        verdicts.append(places.exists(place))
        if places.exists(place):
            assert opens_with(place, ANDERE)
            assert opens_with_code(place)
        else:
            places.prepare(place)  # the first start can be done again
            places.discard_begun(place)
            assert list(place.iterdir()) == []
    assert len(left) > 10
    assert verdicts == sorted(verdicts)
    assert {False, True} == set(verdicts)
