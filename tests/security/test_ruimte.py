"""Room that is kept for the moment at which the disk is full."""

from contextlib import suppress
from pathlib import Path

from tests.disks import Mounted, small_disk
from vtdesk.security import ruimte

MB = 1024 * 1024


def fill(folder: Path) -> None:
    with (folder / "rest").open("wb", buffering=0) as rest, suppress(OSError):
        while rest.write(bytes(MB)):
            pass


def test_on_a_full_disk_the_kept_room_can_be_written_in(tmp_path: Path) -> None:
    with small_disk(tmp_path / "schijf", size="48m") as disk:
        ruimte.keep(disk.folder)
        assert (disk.folder / ruimte.FILE).stat().st_blocks * 512 >= ruimte.SIZE
        if isinstance(disk, Mounted):
            fill(disk.folder)

        assert ruimte.give(disk.folder)
        assert not ruimte.give(disk.folder)
        assert (disk.folder / "concept").write_bytes(bytes(4 * MB)) == 4 * MB


def test_where_little_is_left_no_room_is_kept(tmp_path: Path) -> None:
    with small_disk(tmp_path / "schijf", size="4m") as disk:
        ruimte.keep(disk.folder)

        assert (disk.folder / ruimte.FILE).exists() is not isinstance(disk, Mounted)
