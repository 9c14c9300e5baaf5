"""A folder that was put back whole: only the keychain knows that the kluis was further."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.security.builders import DictKeychain
from vtdesk.app.door import KluisDoor
from vtdesk.app.start import Start
from vtdesk.security.cost import FLOOR
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.services.instellingen import Gebruiker
from vtdesk.services.opening import create_kluis
from vtdesk.values.bevinding import LeesbareBevindingenError, Schade

WACHTZIN = "paard fiets lamp regenboog"


@pytest.fixture
def door_to(tmp_path: Path) -> Callable[[], KluisDoor]:
    """The door of a kluis with a second secret in a keychain."""
    keychain = DictKeychain()
    create_kluis(tmp_path / "kluis", WACHTZIN, Herstelcode.new(), keychain, cost=FLOOR)
    return lambda: KluisDoor(Start(tmp_path / "kluis", keychain))


def test_a_folder_that_was_put_back_whole_is_refused_and_opens_when_asked_for(
    door_to: Callable[[], KluisDoor],
) -> None:
    door = door_to()
    door.open(WACHTZIN).store.close()
    folder = door.folder
    older = Path(shutil.copytree(folder, folder.with_name("ouder")))
    opened = door.open(WACHTZIN)
    opened.desk.instellingen.set_gebruiker(Gebruiker("Mila Proefstra"))
    opened.store.close()
    shutil.rmtree(folder)
    older.rename(folder)

    with pytest.raises(LeesbareBevindingenError) as refused:
        door_to().open(WACHTZIN)
    door_to().open_anyway(WACHTZIN).store.close()
    door_to().open(WACHTZIN).store.close()

    [found] = refused.value.bevindingen
    assert found.schade is Schade.TERUGGEZET
    assert found.aantal >= 1
    assert "De hele kluis is een oudere versie" in str(refused.value)
