"""A file goes to the desktop over the bus, and so to a program that stands in no cage."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from jeepney import HeaderFields, MessageType, message_bus, new_method_return
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.app.buses import private_bus
from vtdesk.adapters import portal

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the other systems have no bus")


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[DBusConnection]:
    with private_bus(tmp_path) as system:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", system.address)
        with open_dbus_connection(system.address, enable_fds=True) as desktop:
            name = "org.freedesktop.portal.Desktop"
            desktop.send_and_get_reply(message_bus.RequestName(name))
            yield desktop


def taken(desktop: DBusConnection) -> tuple[str, str]:
    """Play the desktop: read what was asked to be opened, and say that it is being opened."""
    while True:
        asked = desktop.receive(timeout=10)
        if asked.header.message_type is MessageType.method_call:
            break
    method, what = asked.header.fields[HeaderFields.member], asked.body[1]
    if method == "OpenFile":
        with what.to_file("rb") as file:
            what = file.read().decode()
    desktop.send(new_method_return(asked, "o", ("/request/1",)))
    return method, what


def test_the_desktop_gets_the_file_itself_and_an_address_in_words(
    desktop: DBusConnection, tmp_path: Path
) -> None:
    letter = tmp_path / "bijlage.txt"
    letter.write_text("Beste Job")

    with ThreadPoolExecutor() as beside:
        opened = beside.submit(portal.open_file, letter)
        assert taken(desktop) == ("OpenFile", "Beste Job")
        assert opened.result()
        dialled = beside.submit(portal.open_address, "tel:0612345678")
        assert taken(desktop) == ("OpenURI", "tel:0612345678")
        assert dialled.result()


def test_without_a_portal_it_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letter = tmp_path / "bijlage.txt"
    letter.write_text("Beste Job")
    with private_bus(tmp_path) as system:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", system.address)
        assert not portal.open_file(letter)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    assert not portal.open_address("tel:0612345678")
