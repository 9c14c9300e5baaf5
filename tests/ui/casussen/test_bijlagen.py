"""Bijlagen as the user walks them: adding, looking, changing, removing, and letting out."""

import os
import struct
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QColor, QDesktopServices, QDropEvent, QImage
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.builders import add_casus
from tests.slow_pdf import slow_pdf
from tests.ui.casussen.conftest import show_tab
from vtdesk.adapters import foreign_pdf
from vtdesk.errors import OutsideError
from vtdesk.reports.brief import render_brief
from vtdesk.security import bijlagen as bestanden
from vtdesk.security import buiten
from vtdesk.services.bijlagen.rows import BijlageGegevens
from vtdesk.services.desk import Desk
from vtdesk.store.store import Store
from vtdesk.ui.casussen.bijlagen import beeld
from vtdesk.ui.casussen.bijlagen.deel import EMPTY, Bijlagen
from vtdesk.ui.casussen.bijlagen.kijker import Kijker
from vtdesk.ui.casussen.bijlagen.plaat import Plaat
from vtdesk.ui.casussen.page import CasussenPage
from vtdesk.ui.changes import ChangeSignal
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Tools
from vtdesk.ui.paper.preview import Preview
from vtdesk.ui.theme.look import Look
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.values.brief import Brief, alinea


@pytest.fixture
def page(
    look: Look, qtbot: QtBot, desk: Desk, tools: Tools, casus_id: UUID
) -> Iterator[CasussenPage]:
    with look.building():
        page = CasussenPage(desk, tools)
    qtbot.addWidget(page)
    ChangeSignal(desk.changes, page).changed.connect(page.on_changed)
    page.resize(1340, 800)
    page.show()
    qtbot.waitExposed(page)
    show_tab(page, Bijlagen)
    yield page
    tools.jobs.wait()
    page.findChild(Kijker).put_away()  # as the program does when it ends


def heard_from(page: CasussenPage) -> list[Message]:
    heard: list[Message] = []
    page.message_requested.connect(heard.append)
    return heard


@pytest.fixture
def said(page: CasussenPage) -> list[Message]:
    return heard_from(page)


@pytest.fixture
def outside(qtbot: QtBot) -> Iterator[list[Path]]:
    """The other program: it only notes what it is asked to open."""

    class Other(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.opened: list[Path] = []

        @Slot(QUrl)
        def open(self, url: QUrl) -> None:
            self.opened.append(Path(url.toLocalFile()))

    other = Other()
    QDesktopServices.setUrlHandler("file", other, "open")
    yield other.opened
    QDesktopServices.unsetUrlHandler("file")


def letter(pages: int = 1) -> bytes:
    words = (alinea("Pip telt de stoeptegels. " * 8),) * (12 * pages)
    return render_brief(
        Brief("Praktijk Proef", "1", "Mila", "woensdag 6 mei 2026", "Brief", words, "B", "huisarts")
    )


def picture(width: int, height: int, kind: str, folder: Path) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 30, 30))
    path = folder / f"plaat.{kind}"
    assert image.save(str(path), kind.upper())
    return path.read_bytes()


def bomb(width: int, height: int) -> bytes:
    """A picture that says to be large, and is not."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        length, check = len(data), zlib.crc32(kind + data)
        return struct.pack(">I", length) + kind + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(bytes(9999))), chunk(b"IEND", b""))
    )


def keep(desk: Desk, casus_id: UUID, data: bytes, naam: str = "stuk") -> UUID:
    return desk.bijlagen.add_bytes(casus_id, data, BijlageGegevens(naam))


def rows(page: CasussenPage) -> list[str]:
    found = page.findChild(RowList, "bijlagen")
    return [line.title for line in found.lines()]


def words(widget: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def press(page: QWidget, name: str) -> None:
    QApplication.processEvents()
    [button] = [b for b in page.findChildren(QPushButton, name) if b.isVisibleTo(page.window())]
    button.click()


def dialog_of(page: CasussenPage) -> QDialog:
    [dialog] = [d for d in page.findChildren(QDialog) if d.isVisible()]
    return dialog


def drop(page: CasussenPage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    page.findChild(Bijlagen).dropEvent(event)


def look(page: CasussenPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.findChild(RowList, "bijlagen"), Qt.Key.Key_Return)
    viewer = page.findChild(QWidget, "bijlage-kijker")
    qtbot.waitUntil(viewer.isVisible)


def test_a_casus_without_bijlagen_says_so(page: CasussenPage) -> None:
    assert EMPTY in words(page)


def test_files_that_are_dropped_are_taken_in(
    page: CasussenPage, qtbot: QtBot, tmp_path: Path, said: list[Message]
) -> None:
    for name in ("brief.txt", "plan.txt"):
        (tmp_path / name).write_text(f"Dit is {name}.")
    (tmp_path / "leeg.txt").touch()

    drop(page, tmp_path / "brief.txt", tmp_path / "leeg.txt", tmp_path / "plan.txt")
    qtbot.waitUntil(lambda: bool(said))

    assert sorted(rows(page)) == ["brief.txt", "plan.txt"]
    assert said[0].words.startswith("2 bijlagen toegevoegd. leeg.txt: Dit bestand is leeg.")


def test_ins_adds_a_file(
    page: CasussenPage, qtbot: QtBot, tmp_path: Path, said: list[Message],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    path = tmp_path / "brief.txt"
    path.write_text("Dit is een brief.")
    monkeypatch.setattr("vtdesk.ui.casussen.bijlagen.deel.choose_file", lambda *_: path)

    qtbot.keyClick(page, Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: rows(page) == ["brief.txt"])

    qtbot.waitUntil(lambda: bool(said))
    assert said[0].words == "1 bijlage toegevoegd."


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show the line about slow work at once: half a second would be a race with the work."""
    monkeypatch.setattr("vtdesk.ui.casussen.bijlagen.bezig.PATIENCE", 0)


def test_what_takes_long_shows_how_far_it_is_and_can_be_stopped(
    impatient: None, page: CasussenPage, qtbot: QtBot, tmp_path: Path, store: Store
) -> None:
    said = heard_from(page)
    path = tmp_path / "film.bin"
    with path.open("wb") as file:
        file.truncate(190 * 1024 * 1024)

    drop(page, path)
    line = page.findChild(QWidget, "bezig")
    qtbot.waitUntil(lambda: line.isVisible() or bool(said))
    assert "film.bin wordt toegevoegd…" in words(line)
    press(page, "stoppen")
    qtbot.waitUntil(lambda: bool(said))

    assert said[0].words == "film.bin: Gestopt. Er is niets bewaard."
    assert rows(page) == []
    assert list((store.path.parent / bestanden.FOLDER).iterdir()) == []
    assert not line.isVisible()


def test_enter_shows_a_pdf_page_by_page_and_esc_goes_back(
    page: CasussenPage, desk: Desk, qtbot: QtBot, casus_id: UUID
) -> None:
    keep(desk, casus_id, letter(pages=12), "brief.pdf")
    look(page, qtbot)
    sheets = page.findChild(Bijlagen).findChild(Preview)
    qtbot.waitUntil(lambda: 0 in sheets.drawn())

    assert sheets.page_count() > 2
    assert len(sheets.drawn()) < sheets.page_count()
    assert "brief.pdf" in words(page.findChild(QWidget, "bijlage-kijker"))

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.findChild(RowList, "bijlagen").isVisible()
    assert sheets.page_count() == 0


def test_a_pdf_that_draws_without_end_holds_nothing_up(
    page: CasussenPage, desk: Desk, qtbot: QtBot, casus_id: UUID
) -> None:
    keep(desk, casus_id, slow_pdf(), "brief.pdf")
    look(page, qtbot)
    sheets = page.findChild(Bijlagen).findChild(Preview)
    qtbot.waitUntil(lambda: sheets.page_count() == 1)
    qtbot.wait(300)  # the page is being drawn
    begin = time.monotonic()

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert time.monotonic() - begin < 8  # the drawing itself is given up after ten
    assert page.findChild(RowList, "bijlagen").isVisible()


def test_a_pdf_that_takes_too_long_says_so(
    page: CasussenPage, desk: Desk, qtbot: QtBot, casus_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(foreign_pdf, "LIMITS", replace(foreign_pdf.LIMITS, seconds=1))
    keep(desk, casus_id, slow_pdf(), "brief.pdf")
    look(page, qtbot)
    viewer = page.findChild(QWidget, "bijlage-kijker")

    qtbot.waitUntil(lambda: "kost te veel tijd" in " ".join(words(viewer)))


def test_a_page_fits_in_the_room_there_is(
    page: CasussenPage, desk: Desk, qtbot: QtBot, casus_id: UUID
) -> None:
    keep(desk, casus_id, letter())
    page.resize(1093, 545)
    look(page, qtbot)
    sheet = page.findChild(QLabel, "bladzijde-1")
    area = page.findChild(Bijlagen).findChild(QWidget, "bladzijden")

    assert sheet.width() <= area.width()


def test_a_page_without_end_is_shown_smaller(
    page: CasussenPage, desk: Desk, qtbot: QtBot, casus_id: UUID, tmp_path: Path
) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(14_400, 14_400))
    pdf.save(tmp_path / "groot.pdf")
    keep(desk, casus_id, (tmp_path / "groot.pdf").read_bytes())
    look(page, qtbot)
    sheets = page.findChild(Bijlagen).findChild(Preview)
    qtbot.waitUntil(lambda: 0 in sheets.drawn())

    assert page.findChild(QLabel, "bladzijde-1").pixmap().width() < 2000


@pytest.mark.parametrize("kind", ["png", "jpg", "bmp", "tiff", "webp"])
def test_a_picture_is_shown_at_its_size_or_as_it_fits(
    page: CasussenPage, desk: Desk, qtbot: QtBot, casus_id: UUID, tmp_path: Path, kind: str
) -> None:
    keep(desk, casus_id, picture(1600, 1200, kind, tmp_path))
    look(page, qtbot)
    shown = page.findChild(Plaat)

    assert 100 < shown.shown_size().width() < shown.width()
    assert shown.widget().accessibleName() == "Afbeelding, 1600 bij 1200 beeldpunten"
    press(page, "ware-grootte")
    assert shown.shown_size().width() == 1600


def test_a_small_picture_needs_no_choice_of_size(
    page: CasussenPage, desk: Desk, qtbot: QtBot, casus_id: UUID, tmp_path: Path
) -> None:
    keep(desk, casus_id, picture(40, 30, "png", tmp_path))
    look(page, qtbot)

    assert not page.findChild(QPushButton, "ware-grootte").isVisible()
    assert page.findChild(Plaat).shown_size().width() == 40


def test_a_text_is_shown_as_it_is_and_never_as_markup(
    page: CasussenPage, desk: Desk, qtbot: QtBot, casus_id: UUID
) -> None:
    keep(desk, casus_id, b"<b>Pip</b> <img src='/etc/passwd'>")
    look(page, qtbot)

    area = page.findChild(QPlainTextEdit, "bijlage-tekst")
    assert area.toPlainText() == "<b>Pip</b> <img src='/etc/passwd'>"


def locked_pdf(folder: Path) -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(folder / "slot.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    return (folder / "slot.pdf").read_bytes()


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (lambda _: letter()[:900], "Deze PDF is beschadigd"),
        (lambda _: b"%PDF-1.7 en dan niets", "Deze PDF is beschadigd"),
        (locked_pdf, "met een wachtwoord beveiligd"),
        (lambda _: bomb(50_000, 50_000), "groter dan 100 miljoen beeldpunten"),
        (lambda _: bomb(500, 500), "Deze afbeelding is beschadigd"),
        (lambda _: b"\x89PNG\r\n\x1a\n", "Deze afbeelding is beschadigd"),
        (lambda _: b"GIF89a" + os.urandom(500), "Deze afbeelding is"),
    ],
)
def test_what_cannot_be_shown_says_why(
    page: CasussenPage, qtbot: QtBot, casus_id: UUID, tmp_path: Path,
    made: Callable[[Path], bytes], why: str,
) -> None:  # fmt: skip
    keep(page.findChild(Bijlagen).desk, casus_id, made(tmp_path))
    look(page, qtbot)

    assert why in " ".join(words(page.findChild(QWidget, "bijlage-kijker")))


def test_a_picture_reader_that_dies_ends_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vtdesk.adapters.child.command", lambda *_: ["/bin/false"])

    with pytest.raises(OutsideError, match="beschadigd"):
        beeld.decode(b"x", "image/png")


def test_of_another_kind_only_what_is_known_is_shown(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    keep(desk, casus_id, b"MZ\x90\0" + bytes(50), "programma.exe")
    side = page.findChild(QWidget, "bijlage-zijkant")

    assert {"programma.exe", "Onbekend soort bestand", "54 bytes"} <= set(words(side))
    names = [b.objectName() for b in side.findChildren(QPushButton) if b.isVisibleTo(side)]
    assert names == ["wijzigen", "bewaren-als", "weghalen"]


def test_name_day_and_description_are_changed(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    bijlage_id = keep(desk, casus_id, b"woorden")
    press(page, "wijzigen")
    dialog = dialog_of(page)
    dialog.findChild(QLineEdit, "naam").setText("Brief huisarts")
    dialog.findChild(QLineEdit, "datum").setText("6-5-2026")
    dialog.findChild(QPlainTextEdit, "omschrijving").setPlainText("van de praktijk")
    press(dialog, "bewaren")

    about = BijlageGegevens("Brief huisarts", date(2026, 5, 6), "van de praktijk")
    assert desk.bijlagen.get(bijlage_id).gegevens == about
    assert rows(page) == ["Brief huisarts"]


def test_del_removes_and_the_bar_offers_to_undo_it(
    page: CasussenPage, desk: Desk, qtbot: QtBot, casus_id: UUID, said: list[Message]
) -> None:
    keep(desk, casus_id, b"woorden", "brief.txt")
    qtbot.waitUntil(lambda: rows(page) == ["brief.txt"])
    qtbot.keyClick(page.findChild(RowList, "bijlagen"), Qt.Key.Key_Delete)
    assert rows(page) == []
    assert EMPTY in words(page)

    assert said[-1].on_action is not None
    said[-1].on_action()
    assert rows(page) == ["brief.txt"]


def test_opening_outside_warns_first(
    page: CasussenPage, desk: Desk, qtbot: QtBot, casus_id: UUID, outside: list[Path], store: Store
) -> None:
    keep(desk, casus_id, letter(), "Brief over Pip.pdf")
    press(page, "buiten")
    dialog = dialog_of(page)
    assert any("leesbare kopie" in line for line in words(dialog))
    assert buiten.left(store.path.parent) == []
    press(dialog, "bewaren")
    qtbot.waitUntil(lambda: bool(outside))

    assert outside[0].name == "bijlage.pdf"
    assert outside[0].read_bytes() == letter()
    assert buiten.left(store.path.parent) == outside
    buiten.clear(store.path.parent)


def test_saving_proposes_a_neutral_name_and_says_what_it_means(
    page: CasussenPage, desk: Desk, qtbot: QtBot, casus_id: UUID, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    said = heard_from(page)
    proposed: list[str] = []

    def choose(_parent: QWidget, _title: str, name: str, _kinds: str) -> Path:
        proposed.append(name)
        return tmp_path / name

    monkeypatch.setattr("vtdesk.ui.casussen.bijlagen.deeds.choose_place", choose)
    keep(desk, casus_id, b"woorden", "Brief over Pip.txt")
    press(page, "bewaren-als")
    qtbot.waitUntil(lambda: bool(said))

    assert proposed == ["VT-DEMO-0141 bijlage 2026-05-12.txt"]
    assert (tmp_path / proposed[0]).read_bytes() == b"woorden"
    assert "niet versleuteld" in said[0].words


def test_another_casus_does_not_show_what_was_looked_at(
    page: CasussenPage, desk: Desk, qtbot: QtBot, casus_id: UUID
) -> None:
    keep(desk, casus_id, b"Pip telt de stoeptegels.")
    other = add_casus(desk, nummer="2", naam="Wolkenveld")
    look(page, qtbot)

    page.show_casus(other)

    assert page.findChild(QPlainTextEdit, "bijlage-tekst").toPlainText() == ""
    assert EMPTY in words(page)


def test_a_name_without_end_does_not_widen_the_tab(
    page: CasussenPage, desk: Desk, qtbot: QtBot, casus_id: UUID
) -> None:
    tab, side = page.findChild(Bijlagen), page.findChild(QWidget, "bijlage-zijkant")
    keep(desk, casus_id, b"woorden", "x" * 500)
    look(page, qtbot)

    assert tab.minimumSizeHint().width() < 500
    assert side.minimumSizeHint().width() < 250


def test_the_keyboard_goes_to_the_neighbour_of_what_was_taken_away(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    for name in ("een", "twee", "drie"):
        keep(desk, casus_id, name.encode(), name)
    found = page.findChild(RowList, "bijlagen")
    qtbot.waitUntil(lambda: len(rows(page)) == 3)
    first, second, third = rows(page)

    def take_away() -> None:
        page._view.inspector.findChildren(QPushButton, "weghalen")[-1].setFocus()
        press(page, "weghalen")
        QApplication.processEvents()

    found.choose(lambda row: row.gegevens.naam == second)
    take_away()
    assert (page.window().focusWidget(), found.current().gegevens.naam) == (found, third)
    take_away()
    assert (page.window().focusWidget(), found.current().gegevens.naam) == (found, first)
    take_away()
    assert page.window().focusWidget().text() == "Bijlage toevoegen…"
