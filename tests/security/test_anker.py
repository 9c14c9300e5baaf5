"""An old header that is put back is noticed by what the keychain remembers."""

from pathlib import Path

import pytest
from typing_extensions import override

from tests.security.builders import ANDERE, CODE, WACHTZIN, DictKeychain, make
from vtdesk.errors import LookPastError
from vtdesk.security import anker, kluis
from vtdesk.security.anker import Anker, OldHeaderError
from vtdesk.security.cost import FLOOR
from vtdesk.security.keychain import KeychainError

HEADER = "kluis.vtkop"


def test_anchor_is_kept_and_read_again(keychain: DictKeychain) -> None:
    assert anker.lees(keychain, "ab" * 16) is None
    assert anker.schrijf(keychain, "ab" * 16, Anker(3, 12_345))
    assert anker.lees(keychain, "ab" * 16) == Anker(3, 12_345)
    assert anker.lees(keychain, "cd" * 16) is None


def test_garbage_under_the_name_of_the_anchor_counts_as_none(keychain: DictKeychain) -> None:
    anker.schrijf(keychain, "ab" * 16, Anker(3))
    for garbage in (b"", bytes(32), b"vta1"):
        keychain.secrets = dict.fromkeys(keychain.secrets, garbage)
        assert anker.lees(keychain, "ab" * 16) is None


class Broken(DictKeychain):
    """A keychain that stopped answering."""

    @override
    def keep(self, name: str, secret: bytes) -> None:
        raise KeychainError

    @override
    def fetch(self, name: str) -> bytes | None:
        raise KeychainError


def test_keychain_that_does_not_answer_stands_in_the_way_of_nobody() -> None:
    assert anker.lees(Broken(), "ab" * 16) is None
    assert not anker.schrijf(Broken(), "ab" * 16, Anker(3))


def test_old_header_put_back_is_refused_until_somebody_believes_it(
    folder: Path, keychain: DictKeychain
) -> None:
    made = make(folder, keychain)
    old, kept = (folder / HEADER).read_bytes(), dict(keychain.secrets)
    kluis.change_wachtzin(folder, WACHTZIN, ANDERE, keychain, cost=FLOOR)
    kluis.unlock(folder, ANDERE, keychain)
    (folder / HEADER).write_bytes(old)
    keychain.secrets = kept | keychain.secrets  # also the second secret that went with it

    for attempt in (kluis.unlock, kluis.change_herstelcode):
        arguments = (CODE,) if attempt is kluis.change_herstelcode else ()
        with pytest.raises(OldHeaderError, match="Er is een oude sleutelkop teruggezet"):
            attempt(folder, WACHTZIN, *arguments, keychain)
    assert issubclass(OldHeaderError, LookPastError)
    assert kluis.unlock(folder, WACHTZIN, keychain, believe_old=True) == made
    assert kluis.unlock(folder, WACHTZIN, keychain) == made  # from now on it is the present one


def test_herstelblad_makes_a_header_that_is_newer_than_all_before(
    folder: Path, keychain: DictKeychain
) -> None:
    made = make(folder, keychain)
    old = (folder / HEADER).read_bytes()
    for wachtzin, nieuwe in ((WACHTZIN, ANDERE), (ANDERE, WACHTZIN), (WACHTZIN, ANDERE)):
        kluis.change_wachtzin(folder, wachtzin, nieuwe, keychain, cost=FLOOR)
    (folder / HEADER).write_bytes(old)
    with pytest.raises(OldHeaderError):
        kluis.recover(folder, CODE, WACHTZIN, keychain, cost=FLOOR)
    opened = kluis.recover(folder, CODE, WACHTZIN, keychain, cost=FLOOR, believe_old=True)
    assert opened.generation == 5
    assert kluis.unlock(folder, WACHTZIN, keychain).database == made.database


def test_commits_stay_known_when_the_header_changes(folder: Path, keychain: DictKeychain) -> None:
    made = make(folder, keychain)
    anker.schrijf(keychain, made.vault_id, Anker(1, 700))
    kluis.change_wachtzin(folder, WACHTZIN, ANDERE, keychain, cost=FLOOR)
    assert anker.lees(keychain, made.vault_id) == Anker(2, 700)


def test_kluis_without_a_secret_in_the_keychain_does_not_ask_it(folder: Path) -> None:
    make(folder)
    assert kluis.unlock(folder, WACHTZIN, Broken()).generation == 1


def test_kluis_that_is_discarded_leaves_nothing_in_the_keychain(
    folder: Path, keychain: DictKeychain
) -> None:
    make(folder, keychain)
    kluis.discard(folder, keychain)
    assert keychain.secrets == {}
