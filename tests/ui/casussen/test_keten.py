"""The chain of a correction on a disk without room: a sentence, nothing half made, and again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from tests.builders import TODAY, SlowClock, add_casus, complete, held_talk, uitspraak, with_blocks
from tests.conftest import KEY
from tests.disks import Mounted, SmallDisk, small_disk
from tests.ui.conftest import put_on_screen
from vtdesk.services.correctie_rows import VerzendingGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.instellingen import Gebruiker
from vtdesk.store.engine import create_database
from vtdesk.store.store import Store
from vtdesk.ui.casussen.page import CasussenPage
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.page import Tools
from vtdesk.ui.theme.look import Look
from vtdesk.ui.widgets.form_dialog import FormDialog

AUTO = uitspraak("Loes zag zijn auto.")


class ReadOnly:
    """A database that takes nothing, for who may not mount a disk: a small change always fits."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._is_full: bool | None = None

    def fill(self, store: Store, /) -> None:
        if self._is_full is None:
            event.listen(store._engine, "checkout", self._tell)
        self._is_full = True

    def free(self, _store: Store, /) -> None:
        self._is_full = False

    def _tell(self, connection: Any, *_: Any) -> None:
        connection.execute(f"PRAGMA query_only = {int(bool(self._is_full))}").fetchall()


class Chain:
    """A chain of two receivers on screen, on a disk that can be filled."""

    def __init__(self, page: CasussenPage, desk: Desk, casus: UUID, verslag: UUID) -> None:
        self.page, self.desk, self.casus, self.verslag = page, desk, casus, verslag

    def dialog(self) -> QDialog:
        return [one for one in self.page.findChildren(QDialog) if one.isVisible()][-1]

    def opens(self, name: str, *about: object) -> None:
        self.page.open_dialog(name, *map(str, about))

    def press(self, name: str) -> None:
        QApplication.processEvents()  # what was just laid out is shown by the event loop
        buttons = self.dialog().findChildren(QPushButton, name)
        next(one for one in buttons if one.isVisibleTo(self.dialog())).click()

    def reads(self) -> list[str]:
        QApplication.processEvents()
        labels = self.dialog().findChildren(QLabel)
        return [label.text() for label in labels if label.isVisibleTo(self.dialog())]

    def is_refused(self) -> bool:
        """Tell whether the dialog says that it could not be stored, and what to do."""
        return any(line.startswith("Opslaan lukt niet: ") for line in self.reads())

    def sent_to(self, name: str) -> None:
        gegevens = VerzendingGegevens(self.verslag, None, name, TODAY)
        self.desk.correcties.note_verzending(gegevens)

    def open_letters(self) -> list[str]:
        return sorted(one.ontvanger for one in self.desk.correcties.open_brieven(self.casus))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "schijf") as disk:
        yield disk if isinstance(disk, Mounted) else ReadOnly(disk.folder)


@pytest.fixture
def store(disk: SmallDisk, clock: SlowClock) -> Iterator[Store]:
    path = disk.folder / "kluis.db"
    create_database(path, KEY)
    store = Store(path, KEY, clock=clock)
    yield store
    store.close()


@pytest.fixture
def chain(store: Store, clock: SlowClock, look: Look, qtbot: QtBot, jobs: Jobs) -> Iterator[Chain]:
    desk = Desk.over(store, clock)
    desk.instellingen.set_gebruiker(Gebruiker("Mila Proefstra"))
    casus = add_casus(desk)
    verslag = desk.verslagen.start(held_talk(desk, casus))
    tekst = complete(desk.verslagen.open(verslag).tekst)
    desk.verslagen.save_concept(verslag, with_blocks(tekst, "zorgen", AUTO))
    with look.building():
        page = CasussenPage(desk, Tools(jobs, clock))
    put_on_screen(page, qtbot, desk)
    page.return_to({"casus": str(casus), "deel": "deel-uitspraken"})
    yield Chain(page, desk, casus, verslag)
    for dialog in page.findChildren(FormDialog):
        dialog.reject()


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.wait()


def test_a_letter_that_cannot_be_noted_as_sent_stays_ready_and_is_noted_when_there_is_room(
    chain: Chain, disk: SmallDisk, store: Store
) -> None:
    chain.sent_to("CIT")
    chain.desk.correcties.withdraw(AUTO.id, reden="Loes weet het niet zeker.")
    chain.opens("correctieketen", AUTO.id)
    disk.fill(store)
    chain.press("brief-verstuurd")

    assert chain.is_refused()
    assert "Brief ligt klaar" in chain.reads()
    disk.free(store)
    chain.press("brief-verstuurd")
    assert not chain.is_refused()
    assert "Brief verstuurd 12 mei" in chain.reads()


def test_of_letters_that_cannot_be_made_none_is_half_made_and_all_come_when_there_is_room(
    chain: Chain, disk: SmallDisk, store: Store
) -> None:
    chain.desk.correcties.withdraw(AUTO.id, reden="Loes weet het niet zeker.")
    chain.sent_to("CIT")  # noted afterwards, so there is no letter yet
    chain.sent_to("Wijkteam")
    chain.opens("correctieketen", AUTO.id)
    disk.fill(store)
    chain.press("brieven-maken")

    assert chain.is_refused()
    assert chain.open_letters() == []
    disk.free(store)
    chain.press("brieven-maken")
    assert chain.open_letters() == ["CIT", "Wijkteam"]
    assert chain.reads().count("Brief ligt klaar") == 2


def test_a_statement_that_cannot_be_withdrawn_stays_as_it_was_with_the_reason_typed(
    chain: Chain, disk: SmallDisk, store: Store
) -> None:
    chain.sent_to("CIT")
    chain.opens("uitspraak-oordeel", AUTO.id, "intrekken")
    chain.dialog().findChild(QPlainTextEdit, "reden").setPlainText("Niet zeker.")
    disk.fill(store)
    chain.press("bewaren")

    assert chain.is_refused()
    assert chain.open_letters() == []
    disk.free(store)
    chain.press("bewaren")
    assert chain.open_letters() == ["CIT"]


def test_a_sending_that_cannot_be_noted_stays_typed_and_is_noted_when_there_is_room(
    chain: Chain, disk: SmallDisk, store: Store
) -> None:
    chain.opens("verzonden-aan", chain.verslag)
    chain.dialog().findChild(QComboBox, "ontvanger").setEditText("CIT")
    disk.fill(store)
    chain.press("bewaren")

    assert chain.is_refused()
    assert chain.desk.correcties.verzendingen(chain.verslag) == []
    disk.free(store)
    chain.press("bewaren")
    assert [one.ontvanger for one in chain.desk.correcties.verzendingen(chain.verslag)] == ["CIT"]
