"""The disk is full, read-only or holds something else: a sentence, and nothing typed is lost."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import add_casus, add_persoon, at, held_talk, plan
from tests.disks import Limited, SmallDisk, small_disk
from tests.program import WACHTZIN, Program, says
from tests.rights import bound_by_the_rights_of_files
from vtdesk.security.folder import DATABASE
from vtdesk.ui.verslagen.text_edit import VerslagEdit
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.values.kinds import AfspraakStaat

FULL = "Opslaan lukt niet: de schijf is vol. Maak ruimte vrij; je tekst blijft staan."
TYPED = "Vader zegt dat hij vrijdag om half vijf bij school staat."
PASTED = "".join(f"Regel {number} van zijn brief. " for number in range(1500))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "schijf") as disk:
        yield disk


@pytest.fixture(params=["a disk", "a limit"])
def writing(
    request: pytest.FixtureRequest,
    disk: SmallDisk,
    folder: Path,
    program: Callable[[], Program],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[tuple[Program, SmallDisk]]:
    """The program with a verslag open, on a disk that can be filled."""
    monkeypatch.setattr("vtdesk.ui.verslagen.draft.PAUSE", 100)
    monkeypatch.setattr("vtdesk.ui.verslagen.draft.RETRY", 300)
    place = Path(shutil.copytree(folder, disk.folder / "kluis"))
    vtdesk = program().start(place, WACHTZIN)
    talk = held_talk(vtdesk.desk, add_casus(vtdesk.desk))
    vtdesk.window.ways.write_for(talk)
    yield vtdesk, disk if request.param == "a disk" else Limited(disk.folder)
    vtdesk.end()  # before its disk goes


def edit_of(vtdesk: Program) -> VerslagEdit:
    return vtdesk.window.findChild(VerslagEdit, "tekst")


def write(vtdesk: Program, qtbot: QtBot) -> None:
    """Type a sentence, and paste so much that the file has to grow."""
    edit = edit_of(vtdesk)
    qtbot.keyClicks(edit, TYPED)
    brief = QMimeData()
    brief.setText(PASTED)
    edit.insertFromMimeData(brief)


def stored(vtdesk: Program) -> str:
    row = vtdesk.desk.verslagen.all()[0]
    return str(vtdesk.desk.verslagen.open(row.id).tekst.to_json())


def fill(vtdesk: Program, disk: SmallDisk) -> None:
    assert vtdesk.session is not None
    assert vtdesk.session._opened is not None
    disk.fill(vtdesk.session._opened.store)


def free(vtdesk: Program, disk: SmallDisk) -> None:
    assert vtdesk.session is not None
    assert vtdesk.session._opened is not None
    disk.free(vtdesk.session._opened.store)


def dialog_of(vtdesk: Program, page: str, name: str, *about: str) -> FormDialog:
    vtdesk.window.show_page(page)
    vtdesk.window.frame.page().open_dialog(name, *about)
    [dialog] = [d for d in vtdesk.window.findChildren(FormDialog) if d.isVisible()]
    return dialog


def agree_while_it_fills(vtdesk: Program, disk: Limited, dialog: FormDialog) -> None:
    """Store on a disk that is full after what is stored first; when refused, make room and try."""
    times = [partial(fill, vtdesk, disk)]
    vtdesk.desk.changes.subscribe(lambda _: times.pop()() if times else None)
    dialog.agree.click()
    free(vtdesk, disk)
    if dialog.isVisible():
        dialog.agree.click()
    assert not dialog.isVisible()


def test_a_disk_that_fills_up_half_way_notes_a_talk_whole(
    program: Callable[[], Program], folder: Path
) -> None:
    vtdesk = program().start(folder, WACHTZIN)
    talk = plan(vtdesk.desk, add_casus(vtdesk.desk))
    dialog = dialog_of(vtdesk, "vandaag", "gesprek", str(talk))
    typed = "Vader stopte het gesprek. " * 700
    dialog.findChild(QPlainTextEdit, "bijzonderheden").setPlainText(typed)
    agree_while_it_fills(vtdesk, Limited(folder), dialog)

    assert vtdesk.desk.agenda.detail(talk).staat is AfspraakStaat.GEHOUDEN
    assert vtdesk.desk.gesprekken.get(talk).bijzonderheden == typed.strip()


def test_a_disk_that_fills_up_half_way_plans_a_talk_once_with_who_is_invited(
    program: Callable[[], Program], folder: Path
) -> None:
    vtdesk = program().start(folder, WACHTZIN)
    casus = add_casus(vtdesk.desk)
    add_persoon(vtdesk.desk, casus, voornaam="x" * 20_000)
    dialog = dialog_of(vtdesk, "vandaag", "afspraak-maken", at(16).isoformat(), str(casus))
    dialog.findChild(QLineEdit, "titel").setText("Eerste gesprek vader")
    dialog.findChild(QCheckBox, "genodigde").click()
    agree_while_it_fills(vtdesk, Limited(folder), dialog)

    [row] = vtdesk.desk.agenda.of_casus(casus)
    assert len(vtdesk.desk.gesprekken.get(row.id).deelnames) == 1


def test_a_disk_that_fills_up_half_way_adds_a_person_once_and_whole(
    program: Callable[[], Program], folder: Path
) -> None:
    vtdesk = program().start(folder, WACHTZIN)
    casus, disk = add_casus(vtdesk.desk), Limited(folder)
    never = "x" * 20_000  # so much that the file has to grow
    dialog = dialog_of(vtdesk, "casussen", "persoon-toevoegen", str(casus))
    dialog.findChild(QLineEdit, "voornaam").setText("Waterlelie")
    dialog.findChild(QLineEdit, "nooit-zeggen").setMaxLength(len(never))
    dialog.findChild(QLineEdit, "nooit-zeggen").setText(never)
    agree_while_it_fills(vtdesk, disk, dialog)

    [row] = vtdesk.desk.personen.in_casus(casus)
    assert (row.naam, row.contact.nooit_zeggen) == ("Waterlelie", never)


def test_on_a_full_disk_the_text_stays_and_is_stored_by_itself_when_there_is_room(
    writing: tuple[Program, SmallDisk], qtbot: QtBot
) -> None:
    vtdesk, disk = writing
    state = vtdesk.window.frame.state_line
    fill(vtdesk, disk)

    write(vtdesk, qtbot)
    qtbot.waitUntil(lambda: "Niet opgeslagen sinds" in state.words())

    assert state.property("tone") == "gevaar"
    assert FULL in vtdesk.window.frame.bar.words()
    assert TYPED in edit_of(vtdesk).toPlainText()

    free(vtdesk, disk)
    qtbot.waitUntil(lambda: "Alles opgeslagen" in state.words())
    assert state.property("tone") != "gevaar"
    assert TYPED in stored(vtdesk)


def test_a_lock_on_a_full_disk_hides_the_window_and_keeps_the_text(
    writing: tuple[Program, SmallDisk], qtbot: QtBot
) -> None:
    vtdesk, disk = writing
    fill(vtdesk, disk)
    write(vtdesk, qtbot)
    assert vtdesk.session is not None

    vtdesk.session.lock()

    assert vtdesk.next_image == []
    assert not vtdesk.window.isVisible()
    assert "half vijf" not in says(vtdesk.lock_screen)

    vtdesk.unlock()
    assert TYPED in edit_of(vtdesk).toPlainText()
    free(vtdesk, disk)
    qtbot.waitUntil(lambda: TYPED in stored(vtdesk))


@pytest.fixture
def read_only(folder: Path) -> Iterator[Path]:
    """A kluis in a folder in which one may only read, root too."""
    place = Path(tempfile.mkdtemp()) / "kluis"
    shutil.copytree(folder, place)
    for path in (*place.iterdir(), place, place.parent):
        path.chmod(0o500 if path.is_dir() else 0o400)
    with bound_by_the_rights_of_files():
        yield place
    for path in (place.parent, place):
        path.chmod(0o700)
    shutil.rmtree(place.parent)


def test_a_read_only_kluis_says_what_to_do_and_asks_no_wachtzin(
    program: Callable[[], Program], read_only: Path
) -> None:
    before = {path.name: path.read_bytes() for path in read_only.iterdir()}

    vtdesk = program().start(read_only)

    said = says(vtdesk.lock_screen)
    assert "alleen-lezen" in said
    assert str(read_only) in said
    assert not vtdesk.lock_screen.findChild(QPushButton, "ontgrendelen").isVisible()
    assert {path.name: path.read_bytes() for path in read_only.iterdir()} == before


def remove(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


def replace_by_noise(path: Path) -> None:
    path.write_bytes(os.urandom(path.stat().st_size))


@pytest.mark.parametrize("spoil", [remove, empty, cut, replace_by_noise])
def test_a_damaged_database_is_named_on_the_lock_screen_and_never_made_anew(
    program: Callable[[], Program], folder: Path, qtbot: QtBot, spoil: Callable[[Path], None]
) -> None:
    spoil(folder / DATABASE)
    left = (folder / DATABASE).read_bytes() if (folder / DATABASE).exists() else None

    vtdesk = program().start(folder)
    field = vtdesk.lock_screen.findChild(QLineEdit, "wachtzin")
    if field.isVisible():  # it takes the key to see this damage
        field.setText(WACHTZIN)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: DATABASE in says(vtdesk.lock_screen))

    said = says(vtdesk.lock_screen)
    assert "reservekopie" in said
    assert not field.isVisible()
    assert vtdesk.session is not None
    assert vtdesk.session.window is None
    assert ((folder / DATABASE).read_bytes() if (folder / DATABASE).exists() else None) == left
