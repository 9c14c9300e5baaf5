"""The page Bellen over a family whose aunt has a secret address."""

from datetime import date
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import add_casus, add_persoon, reach
from tests.ui.conftest import put_on_screen
from vtdesk.services.desk import Desk
from vtdesk.ui.bellen.page import BellenPage
from vtdesk.ui.page import Tools
from vtdesk.values.kinds import AfgeschermdSoort, Rol

LOES, SANNE = "06-0000 0417", "06-0000 0411"


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    casus = add_casus(desk, nummer="VT-DEMO-0158", naam="Wolkenveld / Kaneelboom")
    add_persoon(
        desk, casus, Rol.KIND, voornaam="Fenna", achternaam="Wolkenveld",
        geboortedatum=date(2019, 2, 18),
    )  # fmt: skip
    sanne = add_persoon(
        desk, casus, Rol.MOEDER, voornaam="Sanne", achternaam="Wolkenveld", telefoon=SANNE
    )
    reach(
        desk, sanne, voicemail=False, voicemail_vanaf=date(2026, 5, 14),
        codewoord="bibliotheekboek",
    )  # fmt: skip
    loes = add_persoon(
        desk, casus, Rol.FAMILIE, voornaam="Loes", achternaam="Wolkenveld", telefoon=LOES,
        adres="Schelpenhof 9",
    )  # fmt: skip
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Schelpenhof 9")
    return casus


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, tools: Tools, casus_id: UUID) -> BellenPage:
    page = BellenPage(desk, tools)
    put_on_screen(page, qtbot, desk)
    return page
