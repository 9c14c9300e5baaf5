"""A PIN opens for a while what the wachtzin opened, and three wrong ones end it."""

from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from typing_extensions import override

from tests.security.builders import ANDERE, CODE, GEEN_SLEUTELBOS, WACHTZIN, Klok
from vtdesk.errors import UserError, WrongSecretError
from vtdesk.security import kluis, snel
from vtdesk.security.cost import FLOOR
from vtdesk.security.sessie import NoSessie, NoSessieError, Sessie
from vtdesk.security.snel import SnelVoorbijError

PIN, WRONG = "280471", "739105"
stretched = cache(snel.stretch)  # with one salt, so that each PIN is stretched once


@dataclass
class DictSessie(Sessie):
    """A session that a test can look into, log off and lose."""

    kept: dict[str, bytes] = field(default_factory=dict)
    is_gone: bool = False

    @override
    def available(self) -> bool:
        return not self.is_gone

    @override
    def keep(self, name: str, data: bytes) -> None:
        self._answer()
        self.kept[name] = data

    @override
    def fetch(self, name: str) -> bytes | None:
        self._answer()
        return self.kept.get(name)

    @override
    def forget(self, name: str) -> None:
        self._answer()
        self.kept.pop(name, None)

    def _answer(self) -> None:
        if self.is_gone:
            raise NoSessieError


@pytest.fixture
def sessie() -> DictSessie:
    return DictSessie()


@pytest.fixture
def laid(folder: Path, made: kluis.Sleutels, sessie: DictSessie, klok: Klok) -> kluis.Sleutels:
    assert snel.lay(folder, made, stretched(PIN, FLOOR), sessie, klok())
    return made


def is_over(folder: Path, sessie: DictSessie, klok: Klok) -> bool:
    with pytest.raises(SnelVoorbijError, match="Open de kluis met je wachtzin"):
        snel.open_with(folder, PIN, sessie, klok())
    return not (folder / snel.FILE).exists()


def test_pin_opens_what_the_wachtzin_opened(
    folder: Path, laid: kluis.Sleutels, sessie: DictSessie, klok: Klok
) -> None:
    assert snel.left(folder, sessie, klok()) == 3
    assert snel.open_with(folder, PIN, sessie, klok()) == laid
    assert snel.open_with(folder, PIN, sessie, klok()) == laid


def test_third_wrong_pin_ends_it_and_takes_all_away(
    folder: Path, laid: kluis.Sleutels, sessie: DictSessie, klok: Klok
) -> None:
    for words in ("nog 2 keer", "nog één keer", "Snel openen is nu uit"):
        with pytest.raises(WrongSecretError, match=words):
            snel.open_with(folder, WRONG, sessie, klok())
    assert sessie.kept == {}
    assert is_over(folder, sessie, klok)
    assert kluis.unlock(folder, WACHTZIN, GEEN_SLEUTELBOS) == laid


def test_right_pin_gives_the_three_tries_back(
    folder: Path, laid: kluis.Sleutels, sessie: DictSessie, klok: Klok
) -> None:
    for _ in range(3):
        for _ in range(2):
            with pytest.raises(WrongSecretError):
                snel.open_with(folder, WRONG, sessie, klok())
        assert snel.open_with(folder, PIN, sessie, klok()) == laid


def test_try_that_is_killed_counts(
    folder: Path,
    laid: kluis.Sleutels,
    sessie: DictSessie,
    klok: Klok,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def die(*_: object) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as there:
        there.setattr(snel.keys, "stretch", die)
        for left in (2, 1, 0):
            with pytest.raises(KeyboardInterrupt):
                snel.open_with(folder, WRONG, sessie, klok())
            assert snel.left(folder, sessie, klok()) == left
    assert is_over(folder, sessie, klok)


def test_it_is_over_after_twelve_hours_and_when_the_clock_is_set_back(
    folder: Path, laid: kluis.Sleutels, sessie: DictSessie, klok: Klok
) -> None:
    klok.forward(timedelta(hours=11, minutes=59).total_seconds())
    assert snel.open_with(folder, PIN, sessie, klok()) == laid
    klok.forward(-timedelta(days=1).total_seconds())
    assert is_over(folder, sessie, klok)


def test_twelve_hours_do_not_grow_by_opening(
    folder: Path, laid: kluis.Sleutels, sessie: DictSessie, klok: Klok
) -> None:
    klok.forward(timedelta(hours=11).total_seconds())
    snel.open_with(folder, PIN, sessie, klok())
    klok.forward(timedelta(hours=1).total_seconds())
    assert snel.left(folder, sessie, klok()) == 0
    assert not snel.is_laid(folder)


@pytest.mark.parametrize("how", ["log off", "bus gone", "garbage", "other secret"])
def test_it_is_over_when_the_session_holds_it_no_longer(
    folder: Path, laid: kluis.Sleutels, sessie: DictSessie, klok: Klok, how: str
) -> None:
    if how == "other secret":
        [name] = sessie.kept
        other = sessie.kept[name].replace(b'"geheim":"', b'"geheim":"00')[:-2]
        sessie.kept[name] = other
    sessie.kept = {} if how == "log off" else sessie.kept
    sessie.is_gone = how == "bus gone"
    if how == "garbage":
        sessie.kept = dict.fromkeys(sessie.kept, b"iets van een ander programma")
    assert is_over(folder, sessie, klok)


def test_any_change_of_a_secret_ends_it(
    folder: Path, laid: kluis.Sleutels, sessie: DictSessie, klok: Klok
) -> None:
    kluis.change_wachtzin(folder, WACHTZIN, ANDERE, GEEN_SLEUTELBOS, cost=FLOOR)
    assert is_over(folder, sessie, klok)


def test_copy_of_the_folder_opens_with_no_pin_on_another_laptop(
    folder: Path, laid: kluis.Sleutels, klok: Klok
) -> None:
    assert is_over(folder, DictSessie(), klok)


def test_box_and_session_hold_no_master_key_so_no_secret_can_be_changed(
    folder: Path, laid: kluis.Sleutels, sessie: DictSessie, klok: Klok
) -> None:
    opened = snel.open_with(folder, PIN, sessie, klok())
    assert not hasattr(opened, "master")
    everything = b"".join([(folder / snel.FILE).read_bytes(), *sessie.kept.values()])
    for key in (laid.database, laid.kopie):
        assert key not in everything
        assert key.hex().encode() not in everything
    assert PIN.encode() not in everything
    assert (folder / snel.FILE).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", [b"", b"{}", b"x" * 5000])
def test_damaged_box_leads_to_the_wachtzin(
    folder: Path, laid: kluis.Sleutels, sessie: DictSessie, klok: Klok, damage: bytes
) -> None:
    (folder / snel.FILE).write_bytes(damage)
    assert is_over(folder, sessie, klok)


def test_box_of_which_every_byte_was_changed_opens_nothing_else(
    folder: Path, laid: kluis.Sleutels, sessie: DictSessie, klok: Klok
) -> None:
    whole = (folder / snel.FILE).read_bytes()
    for place in range(0, len(whole), 7):
        changed = bytes([*whole[:place], whole[place] ^ 1, *whole[place + 1 :]])
        (folder / snel.FILE).write_bytes(changed)
        kept = dict(sessie.kept)
        with pytest.raises((SnelVoorbijError, WrongSecretError)):
            snel.open_with(folder, PIN, sessie, klok())
        sessie.kept = kept


@pytest.mark.parametrize(
    "pin",
    ["", "12345", "1234567890123", "abcdef", "111111", "121212", "123456", "987654", "٣٤٥٦٧٨"],
)
def test_pin_that_is_guessed_in_three_tries_is_refused(pin: str) -> None:
    with pytest.raises(UserError):
        snel.stretch(pin, FLOOR)


def test_no_session_lays_nothing(folder: Path, made: kluis.Sleutels, klok: Klok) -> None:
    assert not NoSessie().available()
    assert not snel.lay(folder, made, stretched(PIN, FLOOR), NoSessie(), klok())
    assert not snel.is_laid(folder)
    kluis.prove_herstelcode(folder, CODE)
