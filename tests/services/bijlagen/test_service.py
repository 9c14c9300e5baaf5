"""Bijlagen: kept whole, encrypted, found damaged when they are, and gone when they have to be."""

import os
import signal
import socket
from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from typing_extensions import override

from tests.builders import SlowClock, add_casus, add_persoon
from tests.disks import Mounted, small_disk
from vtdesk.errors import DamageError, LeakError, OutsideError, UserError
from vtdesk.models import Bijlage, Logregel
from vtdesk.security import bijlagen as bestanden
from vtdesk.services.bijlagen.bron import LIMIT, MB, StoppedError, Voortgang
from vtdesk.services.bijlagen.rows import BijlageGegevens, Weergave
from vtdesk.services.bijlagen.service import SMALL
from vtdesk.services.desk import Desk
from vtdesk.services.vernietiging import Vernietigingsgrond
from vtdesk.store.engine import create_database
from vtdesk.store.store import Store
from vtdesk.values.kinds import CasusStaat, Rol

LARGE = os.urandom(3 * bestanden.PIECE + 17)
KEY = bytes(range(32))


class Killed(Voortgang):
    """Ends the process in the middle of a file, as a power cut does."""

    @override
    def add(self, size: int) -> None:
        super().add(size)
        if self.gedaan > bestanden.PIECE * 2:
            os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    """Make a file outside the kluis."""
    folder = tmp_path / "download"
    folder.mkdir()

    def make(data: bytes = b"Pip telt de stoeptegels.", name: str = "brief.txt") -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    return make


def stored(store: Store) -> list[Path]:
    folder = store.path.parent / bestanden.FOLDER
    return sorted(folder.iterdir()) if folder.exists() else []


def content(desk: Desk, bijlage_id: UUID) -> bytes:
    return b"".join(desk.bijlagen.parts(bijlage_id))


# kept


@pytest.mark.parametrize(
    "size",
    [1, SMALL, SMALL + 1, bestanden.PIECE, bestanden.PIECE + 1, 2 * bestanden.PIECE, 1_000_000],
)
def test_what_went_in_comes_out(
    desk: Desk, store: Store, casus_id: UUID, file: Callable[..., Path], size: int
) -> None:
    data = os.urandom(size)

    bijlage_id = desk.bijlagen.add(casus_id, file(data))

    assert content(desk, bijlage_id) == data
    assert desk.bijlagen.get(bijlage_id).grootte == size
    assert len(stored(store)) == (1 if size > SMALL else 0)
    assert desk.bijlagen.damaged() == []


def test_nothing_of_a_large_file_can_be_read_on_disk(
    desk: Desk, store: Store, casus_id: UUID, file: Callable[..., Path]
) -> None:
    desk.bijlagen.add(casus_id, file(b"stoeptegels " * 50_000, "Brief Zilverduin.txt"))

    [path] = stored(store)
    assert b"stoeptegels" not in path.read_bytes()
    assert "Zilverduin" not in str(path)
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0
    assert all(b"stoeptegels" not in p.read_bytes() for p in store.path.parent.glob("kluis.db*"))


def test_a_file_keeps_its_name_and_is_known_by_its_bytes(
    desk: Desk, casus_id: UUID, file: Callable[..., Path]
) -> None:
    bijlage_id = desk.bijlagen.add(casus_id, file(b"%PDF-1.7\n...", "foto.jpg"))

    row = desk.bijlagen.get(bijlage_id)
    assert (row.gegevens.naam, row.soort, row.weergave) == (
        "foto.jpg", "application/pdf", Weergave.PDF,
    )  # fmt: skip


def test_name_day_and_description_change_and_the_file_does_not(
    desk: Desk, casus_id: UUID, file: Callable[..., Path]
) -> None:
    bijlage_id = desk.bijlagen.add(casus_id, file())
    version = desk.bijlagen.get(bijlage_id).version
    about = BijlageGegevens("Brief huisarts", date(2026, 5, 6), "over Pip")

    desk.bijlagen.change(bijlage_id, version, about)

    assert desk.bijlagen.get(bijlage_id).gegevens == about
    assert content(desk, bijlage_id) == b"Pip telt de stoeptegels."
    with pytest.raises(UserError, match="ergens anders"):
        desk.bijlagen.change(bijlage_id, version, about)


def test_the_same_file_twice_in_one_casus_is_said(
    desk: Desk, store: Store, casus_id: UUID, file: Callable[..., Path]
) -> None:
    desk.bijlagen.add(casus_id, file(LARGE, "een.bin"))

    with pytest.raises(UserError, match=r"staat al bij deze casus, als ‘een\.bin’"):
        desk.bijlagen.add(casus_id, file(LARGE, "twee.bin"))
    assert len(stored(store)) == 1
    desk.bijlagen.add(add_casus(desk, nummer="2"), file(LARGE, "twee.bin"))


def test_the_newest_paper_stands_first(
    desk: Desk, casus_id: UUID, clock: SlowClock, file: Callable[..., Path]
) -> None:
    desk.bijlagen.add(casus_id, file(b"a"), BijlageGegevens("oud", date(2026, 4, 1)))
    desk.bijlagen.add(casus_id, file(b"b"), BijlageGegevens("van vandaag"))
    desk.bijlagen.add(casus_id, file(b"c"), BijlageGegevens("mei", date(2026, 5, 6)))

    names = [row.gegevens.naam for row in desk.bijlagen.of_casus(casus_id)]
    assert names == ["van vandaag", "mei", "oud"]


# what is refused, in words


def test_what_is_no_ordinary_file_is_refused_in_words(
    desk: Desk, store: Store, casus_id: UUID, file: Callable[..., Path], tmp_path: Path
) -> None:
    real = file(LARGE)
    link = tmp_path / "link"
    link.symlink_to(real)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "sock"))
    for path, words in (
        (link, "verwijzing"),
        (tmp_path, "een map"),
        (pipe, "geen gewoon bestand"),
        (Path("/dev/zero"), "geen gewoon bestand"),
        (tmp_path / "sock", "kan niet worden geopend"),
        (tmp_path / "weg.pdf", "bestaat niet"),
        (file(b"", "leeg.pdf"), "is leeg"),
    ):
        with pytest.raises(OutsideError, match=words):
            desk.bijlagen.add(casus_id, path)
    assert desk.bijlagen.of_casus(casus_id) == []
    assert stored(store) == []


def test_a_file_that_breaks_off_is_refused_in_words(
    desk: Desk, store: Store, casus_id: UUID
) -> None:
    with pytest.raises(OutsideError, match="niet helemaal worden gelezen"):
        desk.bijlagen.add(casus_id, Path("/proc/self/mem"))  # its first byte cannot be read
    assert stored(store) == []


def test_a_file_over_200_mb_is_refused_before_it_is_read(
    desk: Desk, store: Store, casus_id: UUID, file: Callable[..., Path]
) -> None:
    path = file(b"")
    with path.open("r+b") as large:
        large.truncate(LIMIT + 1)  # holes: nothing is written
    progress = Voortgang()

    with pytest.raises(OutsideError, match=r"201 MB.*tot 200 MB"):
        desk.bijlagen.add(casus_id, path, voortgang=progress)
    assert progress.gedaan == 0
    assert stored(store) == []


def test_what_is_stopped_half_way_leaves_nothing(
    desk: Desk, store: Store, casus_id: UUID, file: Callable[..., Path]
) -> None:
    class Impatient(Voortgang):
        @override
        def add(self, size: int) -> None:
            if self.gedaan > MB // 2:
                self.stop()
            super().add(size)

    with pytest.raises(StoppedError):
        desk.bijlagen.add(casus_id, file(LARGE), voortgang=Impatient())
    assert stored(store) == []
    assert desk.bijlagen.of_casus(casus_id) == []


def test_a_full_disk_is_said_and_nothing_half_stays(tmp_path: Path, clock: SlowClock) -> None:
    source = tmp_path / "groot.bin"
    source.write_bytes(os.urandom(6 * MB))
    with small_disk(tmp_path / "klein") as disk:
        create_database(disk.folder / "kluis.db", KEY)
        store = Store(disk.folder / "kluis.db", KEY, clock=clock)
        desk = Desk.over(store, clock)
        casus_id = add_casus(desk)
        if isinstance(disk, Mounted):
            with pytest.raises(OutsideError, match="De schijf is vol"):
                desk.bijlagen.add(casus_id, source)
        else:
            disk.fill(store)
            with pytest.raises(OutsideError, match="schijf is vol"):
                desk.bijlagen.add(casus_id, source)
            disk.free(store)
        assert stored(store) == []
        assert desk.bijlagen.of_casus(casus_id) == []
        store.close()


def test_an_empty_description_and_a_name_without_letters_are_held(
    desk: Desk, casus_id: UUID, file: Callable[..., Path]
) -> None:
    about = BijlageGegevens("\u202e../..\u2066", omschrijving="  ")

    row = desk.bijlagen.get(desk.bijlagen.add(casus_id, file(), about))

    assert row.gegevens == BijlageGegevens("bijlage")


def test_a_name_of_500_signs_is_held_and_a_longer_one_refused(
    desk: Desk, casus_id: UUID, file: Callable[..., Path]
) -> None:
    whole = "é🧸" * 250
    bijlage_id = desk.bijlagen.add(casus_id, file(), BijlageGegevens(whole))
    assert desk.bijlagen.get(bijlage_id).gegevens.naam == whole

    with pytest.raises(UserError, match="500 tekens"):
        desk.bijlagen.add(casus_id, file(b"anders"), BijlageGegevens(whole + "x"))


# damage


def damage_of(path: Path, how: str) -> None:
    data = path.read_bytes()
    box = bestanden.PIECE + 16
    changed = {
        "one bit": data[:1000] + bytes([data[1000] ^ 1]) + data[1001:],
        "the last piece cut off": data[: 3 * box],
        "a few bytes cut off": data[:-5],
        "two pieces turned round": data[box : 2 * box] + data[:box] + data[2 * box :],
        "a piece twice": data[:box] + data,
        "something behind it": data + b"x",
        "empty": b"",
    }[how]
    path.write_bytes(changed)


@pytest.mark.parametrize(
    "how",
    [
        "one bit", "the last piece cut off", "a few bytes cut off", "two pieces turned round",
        "a piece twice", "something behind it", "empty",
    ],
)  # fmt: skip
def test_every_damage_is_noticed(
    desk: Desk, store: Store, casus_id: UUID, file: Callable[..., Path], how: str
) -> None:
    bijlage_id = desk.bijlagen.add(casus_id, file(LARGE))
    [path] = stored(store)
    damage_of(path, how)

    with pytest.raises(DamageError, match="reservekopie"):
        content(desk, bijlage_id)
    assert len(desk.bijlagen.damaged()) == 1


def test_a_file_under_the_name_of_another_is_noticed(
    desk: Desk, store: Store, casus_id: UUID, file: Callable[..., Path]
) -> None:
    desk.bijlagen.add(casus_id, file(LARGE))
    desk.bijlagen.add(casus_id, file(LARGE[::-1]))
    one, other = stored(store)
    kept = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(kept)

    assert len(desk.bijlagen.damaged()) == 2


def test_a_file_that_is_gone_is_named(
    desk: Desk, store: Store, casus_id: UUID, file: Callable[..., Path]
) -> None:
    bijlage_id = desk.bijlagen.add(casus_id, file(LARGE))
    [path] = stored(store)
    path.unlink()

    with pytest.raises(DamageError, match=rf"{path.name} van deze bijlage ontbreekt"):
        content(desk, bijlage_id)


@settings(max_examples=25, deadline=None)
@given(cuts=st.lists(st.integers(1, 2 * bestanden.PIECE), max_size=4))
def test_a_file_in_any_parts_is_the_same_file(
    tmp_path_factory: pytest.TempPathFactory, cuts: list[int]
) -> None:
    folder, one = tmp_path_factory.mktemp("delen"), UUID(int=7)
    parts = [os.urandom(size) for size in cuts]

    key = bestanden.write(folder, one, parts)

    assert b"".join(bestanden.read(folder, one, key)) == b"".join(parts)


# gone


def test_what_is_removed_can_be_put_back(
    desk: Desk, store: Store, casus_id: UUID, file: Callable[..., Path]
) -> None:
    small, large = desk.bijlagen.add(casus_id, file()), desk.bijlagen.add(casus_id, file(LARGE))
    before = desk.bijlagen.of_casus(casus_id)
    for one in (small, large):
        desk.bijlagen.remove(one)
    assert desk.bijlagen.of_casus(casus_id) == []
    with store.read() as session:
        assert session.scalars(select(Bijlage)).all() == []

    for one in (small, large):
        desk.bijlagen.restore(one)

    again = desk.bijlagen.of_casus(casus_id)
    assert {row.id: row.gegevens for row in again} == {row.id: row.gegevens for row in before}
    assert content(desk, large) == LARGE


def test_the_next_opening_takes_away_what_was_removed(
    desk: Desk, store: Store, casus_id: UUID, file: Callable[..., Path], clock: SlowClock
) -> None:
    kept, gone = (
        desk.bijlagen.add(casus_id, file(LARGE)),
        desk.bijlagen.add(casus_id, file(LARGE[1:])),
    )
    desk.bijlagen.remove(gone)
    fresh = Desk.over(store, clock)  # the kluis was closed and opened
    assert fresh.bijlagen.sweep() == 1

    assert stored(store) == [bestanden.path_of(store.path.parent, kept)]
    assert content(fresh, kept) == LARGE
    with pytest.raises(UserError, match="kan niet meer terug"):
        fresh.bijlagen.restore(gone)


def test_the_next_opening_takes_away_what_was_half_written(
    store: Store, clock: SlowClock, casus_id: UUID, tmp_path: Path
) -> None:
    """A kill during the copying leaves a file that no row will ever own."""
    (tmp_path / "groot.bin").write_bytes(LARGE)
    child = os.fork()
    if child == 0:
        dying = Desk.over(store, clock).bijlagen
        dying.add(casus_id, tmp_path / "groot.bin", voortgang=Killed())
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert len(stored(store)) == 1

    assert Desk.over(store, clock).bijlagen.sweep() == 1

    assert stored(store) == []


def test_an_older_database_that_was_put_back_for_a_while_loses_no_newer_bijlage(
    desk: Desk, store: Store, casus_id: UUID, file: Callable[..., Path], clock: SlowClock
) -> None:
    older = store.path.read_bytes()
    newer_bijlage = desk.bijlagen.add(casus_id, file(LARGE))
    store.close()
    newer = store.path.read_bytes()

    for data in (older, newer):  # put back a copy, look, and put the present one back
        store.path.write_bytes(data)
        looking = Store(store.path, KEY, clock=clock, anyway=True)
        Desk.over(looking, clock).bijlagen.sweep()
        looking.close()

    again = Store(store.path, KEY, clock=clock)
    assert content(Desk.over(again, clock), newer_bijlage) == LARGE
    again.close()


def test_a_file_of_somebody_else_in_the_folder_stays(
    desk: Desk, store: Store, casus_id: UUID, file: Callable[..., Path]
) -> None:
    desk.bijlagen.remove(desk.bijlagen.add(casus_id, file(LARGE)))
    folder = store.path.parent / bestanden.FOLDER
    (folder / "belangrijk.docx").write_bytes(b"x")

    assert desk.bijlagen.sweep() == 1

    assert [path.name for path in stored(store)] == ["belangrijk.docx"]


def test_where_a_link_leads_nothing_is_written_and_nothing_goes(
    desk: Desk, store: Store, casus_id: UUID, file: Callable[..., Path], tmp_path: Path
) -> None:
    removed = desk.bijlagen.add(casus_id, file(LARGE))
    desk.bijlagen.remove(removed)
    folder, elsewhere = store.path.parent / bestanden.FOLDER, tmp_path / "elders"
    folder.rename(elsewhere)
    (elsewhere / "belangrijk.docx").write_bytes(b"x")
    folder.symlink_to(elsewhere)
    before = sorted(elsewhere.iterdir())

    with pytest.raises(OutsideError, match="verwijzing naar een andere map"):
        desk.bijlagen.sweep()
    with pytest.raises(OutsideError, match="verwijzing naar een andere map"):
        desk.bijlagen.add(casus_id, file(LARGE[1:]))

    assert sorted(elsewhere.iterdir()) == before


def test_destruction_of_the_casus_takes_its_files(
    desk: Desk, store: Store, casus_id: UUID, file: Callable[..., Path], clock: SlowClock
) -> None:
    desk.bijlagen.add(casus_id, file(LARGE))
    removed = desk.bijlagen.add(casus_id, file(LARGE[2:]))
    desk.bijlagen.remove(removed)
    other = desk.bijlagen.add(add_casus(desk, nummer="2"), file(LARGE))
    row = desk.casussen.get(casus_id)
    desk.casussen.change(
        casus_id, row.version, row.gegevens, CasusStaat.GESLOTEN, gesloten_want="klaar"
    )
    desk.rechten.set_geplaatst(casus_id, clock().date())
    clock.pass_time(days=35)
    desk.vernietigingen.decide(casus_id, Vernietigingsgrond.WERKKOPIE, "Nel Demoor")

    desk.vernietigingen.destroy(casus_id)

    assert stored(store) == [bestanden.path_of(store.path.parent, other)]
    with pytest.raises(UserError):
        desk.bijlagen.restore(removed)


# out


def test_looking_copying_and_saving_are_in_the_logboek(
    desk: Desk, store: Store, casus_id: UUID, file: Callable[..., Path], tmp_path: Path
) -> None:
    bijlage_id = desk.bijlagen.add(casus_id, file())
    desk.bijlagekijker.tekst(bijlage_id)
    desk.bijlagekijker.buiten(bijlage_id)
    desk.bijlagekijker.save(bijlage_id, tmp_path / "VT-DEMO-0141 bijlage.txt")

    query = select(Logregel).where(Logregel.ding == bijlage_id, Logregel.actie == "R")
    with store.read() as session:
        lines = [(line.detail, line.casus) for line in session.scalars(query)]
    assert lines == [("", casus_id), ("bijlage-buiten", casus_id), ("bijlage-bewaard", casus_id)]
    assert (tmp_path / "VT-DEMO-0141 bijlage.txt").read_bytes() == b"Pip telt de stoeptegels."


def test_a_proposed_name_holds_number_day_and_what_it_is(
    desk: Desk, casus_id: UUID, file: Callable[..., Path]
) -> None:
    about = BijlageGegevens("Brief over Pip.exe", date(2026, 5, 6))
    bijlage_id = desk.bijlagen.add(casus_id, file(b"%PDF-1.4"), about)

    name = desk.bijlagekijker.bestandsnaam(bijlage_id)

    assert name == "VT-DEMO-0141 bijlage 2026-05-06.pdf"


def test_a_name_of_the_family_is_kept_out_of_the_file_name(
    desk: Desk, casus_id: UUID, file: Callable[..., Path], tmp_path: Path
) -> None:
    add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip")
    bijlage_id = desk.bijlagen.add(casus_id, file())

    with pytest.raises(LeakError, match="VT-DEMO-0141 bijlage"):
        desk.bijlagekijker.save(bijlage_id, tmp_path / "brief pip.txt")
    assert not (tmp_path / "brief pip.txt").exists()


def test_a_damaged_bijlage_is_not_saved_by_halves(
    desk: Desk, store: Store, casus_id: UUID, file: Callable[..., Path], tmp_path: Path
) -> None:
    bijlage_id = desk.bijlagen.add(casus_id, file(LARGE))
    damage_of(stored(store)[0], "the last piece cut off")

    with pytest.raises(DamageError):
        desk.bijlagekijker.save(bijlage_id, tmp_path / "kopie.bin")
    assert not list(tmp_path.glob("kopie*"))


def test_what_could_be_a_program_is_not_opened_outside(
    desk: Desk, casus_id: UUID, file: Callable[..., Path]
) -> None:
    bijlage_id = desk.bijlagen.add(casus_id, file(b"MZ\x90\0" + bytes(60), "brief.pdf"))

    assert not desk.bijlagen.get(bijlage_id).mag_buiten
    with pytest.raises(UserError, match="een programma"):
        desk.bijlagekijker.buiten(bijlage_id)
