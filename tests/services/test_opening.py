"""A database remembers the header that opened it last, so that an older one is noticed."""

from pathlib import Path

import pytest

from vtdesk.cli.demo.command import WACHTZIN
from vtdesk.security import kluis
from vtdesk.security.anker import OldHeaderError
from vtdesk.security.cost import FLOOR
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.opening import open_desk

NIEUW = "trompet sinaasappel dakraam vlonder"


def test_old_header_put_back_beside_its_database_is_refused_until_it_is_believed(
    demo_kluis: Path,
) -> None:
    header = demo_kluis / "kluis.vtkop"
    old = header.read_bytes()
    changed = kluis.change_wachtzin(demo_kluis, WACHTZIN, NIEUW, NoKeychain(), cost=FLOOR)
    open_desk(demo_kluis, changed)[0].close()
    header.write_bytes(old)

    sleutels = kluis.unlock(demo_kluis, WACHTZIN, NoKeychain())
    with pytest.raises(OldHeaderError):
        open_desk(demo_kluis, sleutels)
    open_desk(demo_kluis, sleutels, believe_old=True)[0].close()
    open_desk(demo_kluis, sleutels)[0].close()
