"""Uitgaand over the demo: a draft about Wolkenveld with a sentence that gives an address away."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import held_talk, with_blocks
from tests.ui.conftest import put_on_screen
from vtdesk.services.desk import Desk
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Page, Tools
from vtdesk.ui.theme.look import Look
from vtdesk.ui.uitgaand.dossier_page import DossierPage
from vtdesk.ui.uitgaand.page import UitgaandPage
from vtdesk.values.tekst import Alinea, Run

SENTENCE = "Tijn ziet zijn nicht op zaterdag bij het zwembad."


@pytest.fixture
def desk(demo_desk: Desk) -> Desk:
    return demo_desk


@pytest.fixture
def casus(desk: Desk) -> UUID:
    return next(one.id for one in desk.casussen.all(None) if "Wolkenveld" in one.naam)


@pytest.fixture
def draft(desk: Desk, casus: UUID) -> UUID:
    """A draft for Dario in which one sentence gives the address away."""
    verslag_id = desk.verslagen.start(held_talk(desk, casus, titel="Nagesprek"))
    verslag = desk.verslagen.open(verslag_id)
    words = (Alinea((Run("Dario bleef rustig."),)), Alinea((Run(SENTENCE),)))
    tekst = with_blocks(verslag.tekst, verslag.tekst.secties[0].id, *words)
    desk.verslagen.save_concept(verslag_id, tekst)
    return verslag_id


@pytest.fixture
def phoned(desk: Desk, casus: UUID) -> UUID:
    """What Loes told about Fenna on the telephone, finalised."""
    found = desk.verslagen.of_casus(casus)
    return next(one.id for one in found if one.titel == "Loes gebeld over Fenna")


@pytest.fixture
def intake(desk: Desk, casus: UUID) -> UUID:
    """A document of some pages."""
    found = desk.verslagen.of_casus(casus)
    return next(one.id for one in found if one.soort == "Intakeformulier crisis")


@pytest.fixture
def page(look: Look, qtbot: QtBot, desk: Desk, tools: Tools) -> UitgaandPage:
    with look.building():
        made = UitgaandPage(desk, tools)
    put_on_screen(made, qtbot, desk)
    return made


@pytest.fixture
def dossier(look: Look, qtbot: QtBot, desk: Desk, tools: Tools) -> DossierPage:
    with look.building():
        made = DossierPage(desk, tools)
    put_on_screen(made, qtbot, desk)
    return made


@pytest.fixture
def heard(request: pytest.FixtureRequest) -> Callable[[Page], list[Message]]:
    """Give what the message bar is told of a page from now on."""

    def listen(page: Page) -> list[Message]:
        said: list[Message] = []
        page.message_requested.connect(said.append)
        return said

    return listen


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
