"""The window in which another agenda is read in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from tests.adapters.agendas import DATA, calendar, event
from tests.builders import add_casus, at
from vtdesk.services.desk import Desk
from vtdesk.ui.agenda.import_dialog import ImportDialog
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.theme.look import Look
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.values.kinds import AfspraakSoort
from vtdesk.values.tijd import end_of, start_of

MDO = ("DTSTART:20260514T130000", "DURATION:PT85M")

Open = Callable[[bytes], ImportDialog]


@pytest.fixture
def jobs(look: Look) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.wait()


@pytest.fixture
def open_dialog(desk: Desk, jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> Open:
    """Read a file and wait until the dialog shows what is in it, or why not."""

    opened: list[ImportDialog] = []  # a dialog without a parent lives as long as its name

    def open_it(data: bytes) -> ImportDialog:
        path = tmp_path / "agenda.ics"
        path.write_bytes(data)
        dialog = ImportDialog(desk.agenda_import, jobs)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        opened.append(dialog)
        dialog.read(path)
        qtbot.waitUntil(lambda: face(dialog) not in ("", "busy"))
        return dialog

    return open_it


def face(dialog: ImportDialog) -> str:
    if dialog.findChild(EmptyState, "geweigerd").isVisible():
        return "refused"
    if dialog.findChild(QProgressBar).isVisible():
        return "busy"
    return "list" if dialog.findChild(QTableView, "afspraken") else ""


def table(dialog: ImportDialog) -> QTableView:
    view = dialog.findChild(QTableView, "afspraken")
    QAbstractItemModelTester(view.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    return view


def cells(view: QTableView) -> list[list[str]]:
    model = view.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def ticks(view: QTableView) -> list[bool]:
    role = Qt.ItemDataRole.CheckStateRole
    return [
        Qt.CheckState(view.model().index(row, 0).data(role)) is Qt.CheckState.Checked
        for row in range(view.model().rowCount())
    ]


def choose(dialog: ImportDialog, name: str, value: object) -> None:
    """Choose in a list below the table, as a user does."""
    choices = dialog.findChild(Choices, name)
    choices.choose(value)
    choices.activated.emit(choices.currentIndex())


def press(dialog: ImportDialog, name: str) -> None:
    dialog.findChild(QPushButton, name).click()


def take_in(dialog: ImportDialog, qtbot: QtBot) -> str:
    with qtbot.waitSignal(dialog.taken_in) as said:
        press(dialog, "inlezen")
    assert dialog.result() == QDialog.DialogCode.Accepted
    return str(said.args[0])


def titles(desk: Desk) -> list[str]:
    rows = desk.agenda.between(start_of(at(0).date()), end_of(at(0).date().replace(month=12)))
    return [row.titel for row in rows]


def test_the_list_says_what_would_come_in(desk: Desk, open_dialog: Open) -> None:
    add_casus(desk)
    view = table(open_dialog(calendar(event(*MDO, summary="MDO Zilverduin"))))

    assert cells(view) == [
        ["do 14 mei 13:00–14:25", "MDO Zilverduin", "Nieuw", "Overleg", "VT-DEMO-0141", ""]
    ]
    assert ticks(view) == [True]


def test_taking_in_stores_what_is_on(desk: Desk, open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(calendar(event(*MDO), event(*MDO, uid="b", summary="Teamoverleg")))
    view = table(dialog)
    view.selectRow(0)
    qtbot.keyClick(view, Qt.Key.Key_Space)

    assert ticks(view) == [False, True]
    assert take_in(dialog, qtbot) == "Ingelezen: 1 nieuw."
    assert titles(desk) == ["Teamoverleg"]


def test_a_click_on_the_box_puts_a_line_off(open_dialog: Open) -> None:
    dialog = open_dialog(calendar(event(*MDO)))
    view = table(dialog)
    first = view.model().index(0, 0)
    view.model().setData(first, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)

    assert ticks(view) == [False]
    assert not dialog.agree.isEnabled()


def test_all_on_and_all_off(open_dialog: Open) -> None:
    dialog = open_dialog(calendar(event(*MDO), event("DTSTART:20260504T100000", uid="b")))
    view = table(dialog)
    assert ticks(view) == [False, True]

    press(dialog, "alles-aan")
    assert ticks(view) == [True, True]

    press(dialog, "alles-uit")
    assert ticks(view) == [False, False]
    assert not dialog.agree.isEnabled()


def test_soort_and_casus_of_the_selected_lines_can_be_changed(
    desk: Desk, open_dialog: Open, qtbot: QtBot
) -> None:
    casus_id = add_casus(desk)
    dialog = open_dialog(calendar(event(*MDO, summary="Kantine"), event(*MDO, uid="b")))
    table(dialog).selectAll()

    choose(dialog, "soort", AfspraakSoort.HUISBEZOEK)
    choose(dialog, "casus", casus_id)

    assert [line[3:5] for line in cells(table(dialog))] == [["Huisbezoek", "VT-DEMO-0141"]] * 2
    take_in(dialog, qtbot)
    afspraken = desk.agenda.of_casus(casus_id)
    assert {afspraak.soort for afspraak in afspraken} == {AfspraakSoort.HUISBEZOEK}
    assert len(afspraken) == 2


def test_a_second_reading_says_that_there_is_nothing_new(open_dialog: Open, qtbot: QtBot) -> None:
    take_in(open_dialog(calendar(event(*MDO))), qtbot)
    dialog = open_dialog(calendar(event(*MDO)))
    words = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]

    assert "Er staat niets nieuws in dit bestand." in words
    assert "1 afspraak is gelijk gebleven." in words
    assert not dialog.agree.isEnabled()


def test_what_stays_out_is_told_on_demand(open_dialog: Open) -> None:
    dialog = open_dialog((DATA / "apple.ics").read_bytes())

    press(dialog, "niet-ingelezen")

    words = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "1 taak of notitie: vtdesk leest alleen afspraken in." in words


def test_a_file_that_is_no_agenda_is_refused_in_words_and_another_can_be_chosen(
    desk: Desk, jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    wrong, right = tmp_path / "fout.ics", tmp_path / "goed.ics"
    wrong.write_bytes(b"<html>")
    right.write_bytes(calendar(event(*MDO)))
    paths = iter((wrong, right))
    dialog = ImportDialog(desk.agenda_import, jobs, choose=lambda _: next(paths))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)

    dialog.choose_file()
    qtbot.waitUntil(lambda: face(dialog) == "refused")

    refused = dialog.findChild(EmptyState, "geweigerd")
    assert "Dit is geen agendabestand." in refused.sentence()
    assert not dialog.agree.isEnabled()
    refused.button.click()
    qtbot.waitUntil(lambda: face(dialog) == "list")


def test_choosing_no_file_opens_nothing(desk: Desk, jobs: Jobs, qtbot: QtBot) -> None:
    dialog = ImportDialog(desk.agenda_import, jobs, choose=lambda _: None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)

    dialog.choose_file()

    assert not dialog.isVisible()


def test_slow_reading_says_that_it_is_busy(
    desk: Desk, jobs: Jobs, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "agenda.ics"
    path.write_bytes(calendar(event(*MDO)))
    monkeypatch.setattr("vtdesk.ui.agenda.import_dialog.PATIENCE", 0)
    dialog = ImportDialog(desk.agenda_import, jobs)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)

    dialog.read(path)

    qtbot.waitUntil(lambda: face(dialog) == "busy")
    qtbot.waitUntil(lambda: face(dialog) == "list")


def test_when_taking_in_is_refused_the_choice_stays_on_screen(
    desk: Desk, open_dialog: Open, qtbot: QtBot
) -> None:
    take_in(open_dialog(calendar(event(*MDO))), qtbot)
    dialog = open_dialog(calendar(event("DTSTART:20260514T150000", "DURATION:PT1H")))
    (afspraak,) = desk.agenda.on_day(at(0).date().replace(day=14))
    desk.agenda.move(afspraak.id, at(10, day=at(0).date().replace(day=14)))

    press(dialog, "inlezen")

    wrong = dialog.findChild(QLabel, "fout")
    qtbot.waitUntil(wrong.isVisible)
    assert "intussen veranderd" in wrong.text()
    assert ticks(table(dialog)) == [True]
    assert dialog.agree.isEnabled()


def test_a_title_is_never_read_as_markup(open_dialog: Open) -> None:
    view = table(open_dialog(calendar(event(*MDO, summary="O'Neill <b>vet</b>"))))
    index = view.model().index(0, 1)

    assert index.data() == "O'Neill <b>vet</b>"
    assert "<b>" not in str(index.data(Qt.ItemDataRole.ToolTipRole))


def test_every_part_has_a_name_for_who_does_not_see_it(open_dialog: Open) -> None:
    dialog = open_dialog((DATA / "outlook.ics").read_bytes())

    assert [
        widget.objectName() or type(widget).__name__
        for kind in (QPushButton, QTableView, Choices)
        for widget in dialog.findChildren(kind)
        if not widget.accessibleName() and widget.isVisible()
    ] == []
