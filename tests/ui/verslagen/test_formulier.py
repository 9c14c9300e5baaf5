"""A document without a talk is written in the same editor."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import SlowClock, add_casus, add_persoon, at
from vtdesk.services.crisis import BeoordelingGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.services.voorvullen.intake import INTAKEFORMULIER
from vtdesk.ui.changes import ChangeSignal
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.page import Tools
from vtdesk.ui.theme.look import Look
from vtdesk.ui.verslagen.page import VerslagenPage
from vtdesk.values.casuskinds import Kleur
from vtdesk.values.kinds import Letter, Rol
from vtdesk.values.tekst import Bron, plain


@pytest.fixture
def page(look: Look, desk: Desk, clock: SlowClock, qtbot: QtBot) -> VerslagenPage:
    jobs = Jobs()
    with look.building():
        made = VerslagenPage(desk, Tools(jobs, clock))
    jobs.setParent(made)
    ChangeSignal(desk.changes, made).changed.connect(made.on_changed)
    qtbot.addWidget(made, before_close_func=lambda _: jobs.wait())
    made.resize(1300, 800)
    return made


@pytest.fixture
def form_id(desk: Desk) -> UUID:
    casus_id = add_casus(desk)
    add_persoon(desk, casus_id, Rol.KIND, voornaam="Fenna")
    moment = at(10, 0, date(2026, 5, 8))
    desk.crisis.rate(casus_id, BeoordelingGegevens("CIT", moment, Kleur.ROOD, "De sleutel."))
    desk.uitspraken.add(
        casus_id, UitspraakGegevens(Letter.FEIT, "De deur was ingetrapt.", Bron("politie"))
    )
    return desk.formulieren.begin(casus_id, INTAKEFORMULIER)


def test_the_intake_form_is_read_and_written_in_the_editor(
    page: VerslagenPage, desk: Desk, form_id: UUID, qtbot: QtBot
) -> None:
    page.show()
    qtbot.waitExposed(page)
    before = desk.verslagen.open(form_id).tekst
    page.open_verslag(form_id)

    page.editor.edit.go_to_section("vannacht")
    QTest.keyClicks(page.editor.edit, "Sanne en Tijn ")
    page.put_away()

    after = desk.verslagen.open(form_id).tekst
    [tonight] = [s for s in after.secties if s.id == "vannacht"]
    assert any("Sanne en Tijn" in plain(blok) for blok in tonight.blokken)
    assert after.uitspraken() == before.uitspraken()
    assert len(after.secties) == 16


def test_the_form_stands_in_the_list_of_verslagen_by_its_kind(
    page: VerslagenPage, form_id: UUID, qtbot: QtBot
) -> None:
    page.show()
    qtbot.waitExposed(page)
    page.overview.choose(form_id)

    [line] = page.overview.all.lines()
    assert "Intakeformulier crisis" in line.spoken()
