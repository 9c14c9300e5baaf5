"""A statement of a draft and of the casus is one thing; who received a verslag is noted."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import SlowClock, add_casus, complete, held_talk, uitspraak, with_blocks
from vtdesk.services.desk import Desk
from vtdesk.ui.changes import ChangeSignal
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.page import Tools
from vtdesk.ui.theme.look import Look
from vtdesk.ui.verslagen.page import VerslagenPage
from vtdesk.values.kinds import Letter, Verificatie
from vtdesk.values.tekst import plain

REGEL = uitspraak("Loes zag zijn auto.")


@pytest.fixture
def verslag(desk: Desk) -> UUID:
    verslag_id = desk.verslagen.start(held_talk(desk, add_casus(desk)))
    tekst = complete(desk.verslagen.open(verslag_id).tekst)
    desk.verslagen.save_concept(verslag_id, with_blocks(tekst, "zorgen", REGEL))
    return verslag_id


@pytest.fixture
def page(look: Look, desk: Desk, clock: SlowClock, qtbot: QtBot, verslag: UUID) -> VerslagenPage:
    jobs = Jobs()
    with look.building():
        made = VerslagenPage(desk, Tools(jobs, clock))
    jobs.setParent(made)
    ChangeSignal(desk.changes, made).changed.connect(made.on_changed)
    qtbot.addWidget(made, before_close_func=lambda _: jobs.wait())
    made.resize(1300, 800)
    made.show()
    qtbot.waitExposed(made)
    made.open_verslag(verslag)
    return made


def test_the_open_text_shows_what_became_of_a_statement_in_the_casus(
    page: VerslagenPage, desk: Desk, verslag: UUID, qtbot: QtBot
) -> None:
    row = desk.uitspraken.detail(REGEL.id).row
    desk.uitspraken.change(row.id, row.version, replace(row.gegevens, tekst="Loes zag een auto."))
    desk.correcties.refute(REGEL.id, door="wijkagent", reden="ander kenteken")

    def shown() -> tuple[str, Verificatie]:
        [regel] = page.editor.edit.tekst().uitspraken()
        return plain(regel), regel.verificatie

    qtbot.waitUntil(lambda: shown() == ("Loes zag een auto.", Verificatie.WEERLEGD))
    page.editor.edit.mark(Letter.HYPOTHESE)  # and she writes on, without being refused
    page.put_away()
    [kept] = desk.verslagen.open(verslag).tekst.uitspraken()[:1]
    assert plain(kept) == "Loes zag een auto."


def test_who_received_the_draft_is_noted_from_its_preview(
    page: VerslagenPage, desk: Desk, verslag: UUID, qtbot: QtBot
) -> None:
    page.editor.toggle_preview()
    qtbot.waitUntil(lambda: page.editor.parts.preview.page_count() > 0)
    page.findChild(QPushButton, "verzonden-aan").click()
    [dialog] = [d for d in page.findChildren(QDialog) if d.isVisible()]
    dialog.findChild(QComboBox, "ontvanger").setEditText("Ivo Testman")
    dialog.findChild(QPushButton, "bewaren").click()

    [sent] = desk.correcties.verzendingen(verslag)
    assert (sent.ontvanger, sent.versie) == ("Ivo Testman", "concept 1")
    page.editor.paper.put_away()
