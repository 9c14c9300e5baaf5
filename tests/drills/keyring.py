"""A keychain may lose what it keeps, in eight ways; each time the herstelblad is the way in.

python -m tests.drills.keyring
python -m tests.drills.keyring --sabotage     the twin whose herstelblad makes no new second secret

The keychain is the one of the program, over a back end of the keyring library that this drill can
spoil. Each round: a kluis with a second secret, the loss, a sentence that says what to do, in by
the herstelblad, and from then on by the new wachtzin with a new second secret.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import InitError, KeyringLocked
from typing_extensions import override

from tests.drills.tally import Tally, say
from tests.keychains import using
from vtdesk.errors import OutsideError
from vtdesk.security import header, keys, kluis
from vtdesk.security.cost import FLOOR
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import SystemKeychain

WACHTZIN, NIEUW = "boterham fiets regenboog kast", "lantaarn kers trampoline dak"
CODE = Herstelcode.new()
PATIENCE = 0.3  # seconds; in the program ten
HANGS = 2.0
SHEET = "herstelblad"


class Bos(KeyringBackend):
    """A back end in memory, which counts as real and can be spoilt."""

    priority = 9  # type: ignore[assignment]

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.before: Callable[[], None] = lambda: None  # what every question meets first

    @override
    def get_password(self, service: str, username: str) -> str | None:
        self.before()
        return self.kept.get(username)

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self.before()
        self.kept[username] = password

    @override
    def delete_password(self, service: str, username: str) -> None:
        self.before()
        del self.kept[username]


class AndereBos(Bos):
    """The back end of another desktop."""


Bos.__module__ = "keyring.backends.SecretService"
AndereBos.__module__ = "keyring.backends.kwallet"


def entry_deleted(bos: Bos) -> KeyringBackend:
    """Somebody cleared the keychain."""
    bos.kept.clear()
    return bos


def other_value(bos: Bos) -> KeyringBackend:
    """Something else of the same form stands there."""
    bos.kept = dict.fromkeys(bos.kept, "ab" * 32)
    return bos


def back_end_gone(_: Bos) -> KeyringBackend:
    """There is no keychain any more."""
    return fail.Keyring()


def back_end_hangs(bos: Bos) -> KeyringBackend:
    """It waits for a person who does not come."""
    bos.before = lambda: time.sleep(HANGS)
    return bos


def collection_locked(bos: Bos) -> KeyringBackend:
    """It is closed, and nobody opens it."""
    bos.before = _raiser(KeyringLocked("the collection is locked"))
    return bos


def back_end_changed(_: Bos) -> KeyringBackend:
    """Another desktop brought its own, in which nothing is."""
    return AndereBos()


def garbage(bos: Bos) -> KeyringBackend:
    """What stands there was written by something else."""
    bos.kept = dict.fromkeys(bos.kept, "{'iets': 'van een ander programma'}")
    return bos


def another_laptop(_: Bos) -> KeyringBackend:
    """The folder was copied to a laptop that never had the secret."""
    return Bos()


LOSSES: dict[str, Callable[[Bos], KeyringBackend]] = {
    "entry deleted": entry_deleted,
    "other value": other_value,
    "back end gone": back_end_gone,
    "back end hangs": back_end_hangs,
    "collection locked": collection_locked,
    "back end changed": back_end_changed,
    "garbage": garbage,
    "another laptop": another_laptop,
}


def main(argv: list[str] | None = None) -> int:
    """Lose the second secret in every way, and come in all the same."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sabotage", action="store_true")
    args, _ = parser.parse_known_args(argv)
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="vtdesk-") as scratch:
        run(Path(scratch), tally, sabotage=args.sabotage)
    return tally.close()


def run(
    scratch: Path, tally: Tally, *, names: Iterable[str] = LOSSES, sabotage: bool = False
) -> None:
    """Go through all losses, each with a kluis of its own."""
    bos = Bos()
    first = scratch / "eerste"
    with using(bos), patch.object(keys, "stretch", cache(keys.stretch)):  # the same each time
        kluis.create(first, WACHTZIN, CODE, _keychain(), cost=FLOOR, fill=_fill)
        for number, name in enumerate(names):
            place = Path(shutil.copytree(first, scratch / f"ronde-{number}"))
            own = Bos()
            own.kept = dict(bos.kept)
            with _blind() if sabotage else nullcontext():
                tally.count(name, list(_round(place, own, LOSSES[name])))
    say(f"{len(LOSSES)} ways to lose it; a keychain of the system itself is in the tests")


def _round(place: Path, bos: Bos, lose: Callable[[Bos], KeyringBackend]) -> Iterator[str]:
    with using(bos):
        database = kluis.unlock(place, WACHTZIN, _keychain()).database
    with using(lose(bos)):
        began = time.monotonic()
        try:
            kluis.unlock(place, WACHTZIN, _keychain())
            yield "the wachtzin alone came in"
        except OutsideError as error:
            if SHEET not in str(error):
                yield f"no way out was named: {error}"
        if time.monotonic() - began > HANGS:
            yield "it waited for the keychain"
        try:
            recovered = kluis.recover(place, CODE, NIEUW, _keychain(), cost=FLOOR)
            if recovered.database != database:
                yield "another kluis came out"
            kluis.unlock(place, NIEUW, _keychain())
        except OutsideError as error:
            yield f"the herstelblad did not help: {error}"
    yield from _second_secret(place)


def _second_secret(place: Path) -> Iterator[str]:
    """Look whether the keychain works along again, at the latest as soon as there is a good one."""
    if _asked(place):
        return
    bos = Bos()
    with using(bos):
        try:
            kluis.recover(place, CODE, NIEUW, _keychain(), cost=FLOOR)
            kluis.unlock(place, NIEUW, _keychain())
        except OutsideError as error:
            yield f"a good keychain does not help: {error}"
        if len(asked := _asked(place)) != 1 or asked[0] not in bos.kept:
            yield "there is no new second secret"


def _asked(place: Path) -> list[str]:
    sealed = header.parse((place / "kluis.vtkop").read_bytes())
    return [slot.id for slot in sealed.header.slots if slot.keyring]


def _keychain() -> SystemKeychain:
    return SystemKeychain(patience=PATIENCE)


def _fill(path: Path, _: kluis.Sleutels) -> None:
    path.write_bytes(bytes(range(256)) * 16)


def _raiser(error: InitError | KeyringLocked) -> Callable[[], None]:
    def fail_so() -> None:
        raise error

    return fail_so


def _blind() -> Any:
    """Let the herstelblad come in, but make no new second secret."""
    return patch.object(SystemKeychain, "available", lambda _: False)


if __name__ == "__main__":
    sys.exit(main())
