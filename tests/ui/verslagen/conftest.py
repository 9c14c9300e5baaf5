"""A casus with a held talk, and the page Verslagen over it."""

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import SlowClock, add_casus, add_persoon, held_talk
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.ui.changes import ChangeSignal
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.page import Tools
from vtdesk.ui.theme.look import Look
from vtdesk.ui.verslagen.page import VerslagenPage
from vtdesk.values.kinds import Rol


@pytest.fixture
def casus(desk: Desk) -> UUID:
    casus_id = add_casus(desk)
    add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip")
    add_persoon(desk, casus_id, Rol.MELDER, voornaam="Buur", achternaam="Vrouw")
    return casus_id


@pytest.fixture
def vader(desk: Desk, casus: UUID) -> UUID:
    return add_persoon(desk, casus)


@pytest.fixture
def talk(desk: Desk, casus: UUID, vader: UUID) -> UUID:
    return held_talk(desk, casus, DeelnameGegevens("Otis Havikskruid", "vader", vader))


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
