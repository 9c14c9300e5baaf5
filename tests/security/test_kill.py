"""Killed or refused by the disk at any moment of a change, old or new secrets open the kluis."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.security.builders import ANDER_BLAD, ANDERE, CODE, GEEN_SLEUTELBOS, WACHTZIN
from vtdesk.errors import WrongSecretError
from vtdesk.security import access, header, kluis
from vtdesk.security import folder as places
from vtdesk.security.herstelcode import Herstelcode

# A process that stops itself dead after its n-th call to the disk, or whose disk refuses that call.
# The wachtzin is stretched once and remembered: only the disk matters here.
CHILD = """
import errno, hashlib, json, os, sys
from functools import cache
from pathlib import Path
from vtdesk.security import files, keys, kluis
from vtdesk.security.cost import FLOOR
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import NoKeychain
from vtdesk.security.rekey import rekey

folder, what, wachtzin, andere, code, ander_blad, *whens = sys.argv[1:]
left = [0, ""]
drawn = [0]

def deadly(name, module):
    call = getattr(module, name)
    def with_death(*arguments, **more):
        left[0] -= 1
        now = left[0] == 0
        if now and left[1] == "refused":
            raise OSError(errno.EIO, "the disk does not take it")
        try:
            return call(*arguments, **more)
        finally:
            if now and left[1] == "dead":
                os._exit(9)
    setattr(module, name, with_death)

for name in ("open", "fsync", "close"):
    deadly(name, os)
for name in ("replace", "unlink", "chmod", "mkdir"):
    deadly(name, Path)
keys.stretch = cache(keys.stretch)

def fill(path, sleutels):
    files.write_private(path, bytes(range(256)) * 16)

def copy(oud, nieuw):
    with files.words_for_disk(here):
        files.write_private(here / nieuw.file, (here / oud.file).read_bytes())

def run(folder):
    drawn[0] = 0
    if what == "create":
        kluis.create(folder, andere, Herstelcode.parse(code), NoKeychain(), cost=FLOOR, fill=fill)
    elif what == "sheet":
        kluis.change_herstelcode(folder, wachtzin, Herstelcode.parse(ander_blad), NoKeychain())
    elif what == "rekey":
        blad = Herstelcode.parse(ander_blad)
        rekey(folder, wachtzin, andere, blad, NoKeychain(), copy=copy, cost=FLOOR)
    elif what == "recover":
        kluis.recover(folder, Herstelcode.parse(code), andere, NoKeychain(), cost=FLOOR)
    else:
        kluis.change_wachtzin(folder, wachtzin, andere, NoKeychain(), cost=FLOOR)

# One process forks a child per step; each dies at its own step.
import secrets, shutil
from vtdesk.errors import OutsideError
def draw(size):  # the same salts each time, so that what came of them is remembered
    drawn[0] += 1
    return hashlib.shake_256(str(drawn[0]).encode()).digest(size)
secrets.token_bytes = draw
here = Path(folder + "-proef")
run(here)
said = {}
for step in range(1, 200):
    for when in whens:
        here = Path(f"{folder}-{step}-{when}")
        if what != "create":
            shutil.copytree(folder, here)
        child = os.fork()
        if child == 0:
            left[:] = [step, when]
            try:
                run(here)
            except OutsideError:
                os._exit(3)
            os._exit(0 if left[0] > 0 else 4)
        code_left = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        said[here.name] = {0: "never", 3: "said", 4: "done", 9: "dead"}[code_left]
        if code_left == 0:
            print(json.dumps(said))
            sys.exit(0)
sys.exit("more steps than expected")
"""


def stop_at_each_step(folder: Path, what: str, *whens: str) -> dict[Path, str]:
    """Give the folders as each stop left them, with what came of it; the last was not stopped."""
    arguments = [str(folder), what, WACHTZIN, ANDERE, CODE.tekst, ANDER_BLAD.tekst, *whens]
    if what != "create":
        trial = folder.with_name(f"{folder.name}-proef")
        trial.mkdir(mode=0o700)
        for path in folder.iterdir():
            (trial / path.name).write_bytes(path.read_bytes())
    child = [sys.executable, "-c", CHILD, *arguments]
    done = subprocess.run(child, check=True, timeout=60, capture_output=True, text=True)
    return {folder.with_name(name): said for name, said in json.loads(done.stdout).items()}


def opens_with(folder: Path, wachtzin: str) -> bool:
    try:
        kluis.unlock(folder, wachtzin, GEEN_SLEUTELBOS, alone=True)
    except WrongSecretError:
        return False
    return True


def opens_with_code(folder: Path, code: Herstelcode = CODE) -> bool:
    sealed = header.parse((folder / "kluis.vtkop").read_bytes())
    try:
        sealed.check(access.with_code(sealed.header, code))
    except WrongSecretError:
        return False
    return True


def secrets_that_open(folder: Path) -> set[str]:
    """Try all four secrets; what an unlock leaves in the folder is one kluis and no more."""
    kluis.check_files(folder)
    codes = {"blad": CODE, "ander blad": ANDER_BLAD}
    found = {name for name, code in codes.items() if opens_with_code(folder, code)}
    words = {"wachtzin": WACHTZIN, "andere": ANDERE}
    found |= {name for name, wachtzin in words.items() if opens_with(folder, wachtzin)}
    database = header.parse((folder / "kluis.vtkop").read_bytes()).header.database
    assert sorted(path.name for path in folder.iterdir()) == sorted([database, "kluis.vtkop"])
    assert (folder / database).read_bytes() == bytes(range(256)) * 16
    return found


BEFORE = {"wachtzin", "blad"}
CHANGES = {
    "change": {"andere", "blad"},
    "recover": {"andere", "blad"},
    "sheet": {"wachtzin", "ander blad"},
    "rekey": {"andere", "ander blad"},
}


@pytest.mark.parametrize("what", CHANGES)
def test_kill_at_each_step_leaves_the_old_secrets_or_the_new_ones(
    folder: Path, made: kluis.Sleutels, what: str
) -> None:
    left = stop_at_each_step(folder, what, "dead")
    verdicts = [secrets_that_open(place) for place in left]
    assert len(left) > 10
    # First only the old ones open, from one step on only the new ones: never none, never both.
    changed = verdicts.index(CHANGES[what])
    assert 0 < changed < len(left) - 1
    assert verdicts == [BEFORE] * changed + [CHANGES[what]] * (len(left) - changed)


@pytest.mark.parametrize("what", ["change", "sheet", "rekey"])
def test_disk_that_refuses_any_step_is_told_and_nothing_revoked_opens_after_success(
    folder: Path, made: kluis.Sleutels, what: str
) -> None:
    left = stop_at_each_step(folder, what, "refused")
    assert "said" in left.values()
    for place, said in left.items():
        opens = secrets_that_open(place)
        assert opens in (BEFORE, CHANGES[what])
        if said != "said":  # it was told that the change was made
            assert opens == CHANGES[what]


def test_kill_at_each_step_of_the_first_start_leaves_no_kluis_or_a_whole_one(folder: Path) -> None:
    verdicts = []
    for place in stop_at_each_step(folder, "create", "dead"):
        verdicts.append(places.exists(place))
        if places.exists(place):
            assert opens_with(place, ANDERE)
            assert opens_with_code(place)
        else:
            places.prepare(place)  # the first start can be done again
            places.discard_begun(place)
            assert list(place.iterdir()) == []
    assert len(verdicts) > 5
    assert verdicts == sorted(verdicts)
    assert {False, True} == set(verdicts)
