"""What is missing, cut, foreign or refused by the disk is named, with what to do."""

import errno
import importlib
import os
import resource
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.security.builders import ANDERE, CODE, GEEN_SLEUTELBOS, WACHTZIN, content, make
from vtdesk.errors import DamageError, OutsideError, TooNewError, UserError, WrongSecretError
from vtdesk.security import access, files, header, kluis
from vtdesk.security import folder as places
from vtdesk.security.cost import FLOOR

NOBODY = 65534


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:500])


def plain(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(8176))


def replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def replace_by_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        (Path.unlink, "kluis.db ontbreekt"),
        (replace_by_pipe, "kluis.db is leeg"),
        (replace_by_folder, "kluis.db ontbreekt"),
        (empty, "kluis.db is leeg"),
        (cut, "kluis.db is afgekapt"),
        (plain, "kluis.db is niet versleuteld"),
    ],
)
def test_database_that_cannot_be_right_is_damage_and_never_a_new_kluis(
    folder: Path, made: kluis.Sleutels, spoil: Callable[[Path], None], what: str
) -> None:
    spoil(folder / "kluis.db")
    for use in (
        lambda: kluis.check_files(folder),
        lambda: kluis.unlock(folder, WACHTZIN, GEEN_SLEUTELBOS),
        lambda: kluis.recover(folder, CODE, ANDERE, GEEN_SLEUTELBOS, cost=FLOOR),
    ):
        with pytest.raises(DamageError, match=f"{what}.*reservekopie"):
            use()
    with pytest.raises(UserError, match="al een kluis"):
        make(folder)


def test_missing_header_beside_a_database_is_damage_and_never_a_new_kluis(
    folder: Path, made: kluis.Sleutels
) -> None:
    (folder / "kluis.vtkop").unlink()
    assert not places.exists(folder)
    assert places.has_traces(folder)
    with pytest.raises(DamageError, match=r"kluis\.vtkop ontbreekt.*reservekopie"):
        kluis.unlock(folder, WACHTZIN, GEEN_SLEUTELBOS)
    with pytest.raises(DamageError, match="ontbreekt"):
        make(folder)
    assert sorted(content(folder)) == ["kluis.db"]


def test_header_that_is_a_folder_is_damage(folder: Path, made: kluis.Sleutels) -> None:
    replace_by_folder(folder / "kluis.vtkop")
    with pytest.raises(DamageError, match=r"kluis\.vtkop"):
        kluis.check_files(folder)


@pytest.mark.parametrize("spoil", [empty, cut, plain])
def test_damaged_header_names_the_file_and_what_to_do(
    folder: Path, made: kluis.Sleutels, spoil: Callable[[Path], None]
) -> None:
    spoil(folder / "kluis.vtkop")
    with pytest.raises(DamageError, match=r"kluis\.vtkop is beschadigd.*reservekopie"):
        kluis.unlock(folder, WACHTZIN, GEEN_SLEUTELBOS)


def test_folder_without_a_kluis_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="staat geen kluis"):
        kluis.check_files(tmp_path)
    with pytest.raises(UserError, match="staat geen kluis"):
        kluis.check_files(tmp_path / "weg")
    assert not places.has_traces(tmp_path / "weg")


def test_file_instead_of_a_folder_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("iets anders")
    with pytest.raises(UserError):
        kluis.check_files(tmp_path / "brief.txt")
    with pytest.raises(OutsideError, match="Kies een andere map"):
        make(tmp_path / "brief.txt")
    with pytest.raises(OutsideError, match="Kies een andere map"):
        make(tmp_path / ("lang" * 100))


@pytest.fixture(scope="module")
def good_header(first_kluis: tuple[Path, kluis.Sleutels]) -> bytes:
    return (first_kluis[0] / "kluis.vtkop").read_bytes()


@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_any_flipped_bit_in_a_header_never_opens(good_header: bytes, data: st.DataObject) -> None:
    spoiled = bytearray(good_header)
    spoiled[data.draw(st.integers(0, len(good_header) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises((DamageError, TooNewError, WrongSecretError)):
        open_with_code(bytes(spoiled))


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_any_cut_in_a_header_never_opens(good_header: bytes, data: st.DataObject) -> None:
    with pytest.raises(DamageError):
        open_with_code(good_header[: data.draw(st.integers(0, len(good_header) - 1))])


@settings(max_examples=200, deadline=None)
@given(memory=st.integers(), passes=st.integers(), lanes=st.integers())
def test_no_header_brings_a_guess_above_the_ceiling(
    good_header: bytes, memory: int, passes: int, lanes: int
) -> None:
    claimed = good_header.replace(
        b'"m":65536,"p":1,"t":3', b'"m":%d,"p":%d,"t":%d' % (memory, lanes, passes)
    )
    try:
        slots = header.parse(claimed).header.slots
    except DamageError:
        return
    costs = [slot.cost for slot in slots if slot.cost]
    assert all(cost.memory <= 2 * 1024 * 1024 for cost in costs)
    assert all(cost.passes <= 64 and cost.lanes <= 16 for cost in costs)


def open_with_code(data: bytes) -> None:
    sealed = header.parse(data)
    sealed.check(access.with_code(sealed.header, CODE))


@contextmanager
def disk_with_room_for(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond `size`; as on a full disk, the write is refused."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_full_disk_at_the_first_start_leaves_nothing(folder: Path) -> None:
    with disk_with_room_for(100), pytest.raises(OutsideError, match="De schijf is vol"):
        make(folder)
    assert content(folder) == {}


def test_full_disk_at_a_change_keeps_the_old_wachtzin(folder: Path, made: kluis.Sleutels) -> None:
    with disk_with_room_for(100), pytest.raises(OutsideError, match="De schijf is vol"):
        kluis.change_wachtzin(folder, WACHTZIN, ANDERE, GEEN_SLEUTELBOS, cost=FLOOR)
    assert kluis.unlock(folder, WACHTZIN, GEEN_SLEUTELBOS) == made


@pytest.fixture
def ordinary_place(first_kluis: tuple[Path, kluis.Sleutels]) -> Iterator[Path]:
    """A folder of an ordinary user, as whom this test runs: root may write anywhere.

    All that a kluis imports is there by then; this user may not even see the interpreter.
    """
    place = Path(tempfile.mkdtemp())
    was_root = os.geteuid() == 0
    if was_root:
        os.chown(place, NOBODY, -1)
        os.seteuid(NOBODY)
    try:
        yield place
    finally:
        if was_root:
            os.seteuid(0)
            importlib.invalidate_caches()
        shutil.rmtree(place)


def test_read_only_folder_is_said_in_words_and_opens_all_the_same(ordinary_place: Path) -> None:
    folder = ordinary_place / "kluis"
    made = make(folder)
    folder.chmod(0o500)
    try:
        with pytest.raises(OutsideError, match="mag niet schrijven"):
            kluis.change_wachtzin(folder, WACHTZIN, ANDERE, GEEN_SLEUTELBOS, cost=FLOOR)
        assert kluis.unlock(folder, WACHTZIN, GEEN_SLEUTELBOS) == made
        with pytest.raises(OutsideError, match="mag niet schrijven"):
            make(folder / "nog een")
    finally:
        folder.chmod(0o700)


def test_folder_that_may_not_be_looked_into_is_said_in_words(ordinary_place: Path) -> None:
    folder = ordinary_place / "dicht"
    folder.mkdir(mode=0o000)
    for use in (
        lambda: places.exists(folder),
        lambda: kluis.check_files(folder),
        lambda: make(folder),
    ):
        with pytest.raises(OutsideError):
            use()
    folder.chmod(0o700)


def test_folder_of_someone_else_is_refused(tmp_path: Path) -> None:
    foreign = Path("/")
    if os.geteuid() == 0:
        foreign = tmp_path
        os.chown(foreign, NOBODY, -1)
    mode = foreign.stat().st_mode
    with pytest.raises(UserError, match="andere gebruiker"):
        places.secure(foreign)
    assert foreign.stat().st_mode == mode


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "schijf is vol"),
        (errno.EDQUOT, "schijf is vol"),
        (errno.EROFS, "mag niet schrijven"),
        (errno.ENOENT, "er niet meer"),
        (errno.ENODEV, "er niet meer"),
        (errno.EIO, "geeft een fout"),
    ],
)
def test_each_refusal_of_a_disk_has_its_sentence(code: int, words: str) -> None:
    with pytest.raises(OutsideError, match=words), files.words_for_disk(Path("/kluis")):
        raise OSError(code, os.strerror(code))
