"""A private bus with a login manager of our own on it, as the system has one."""

import os
import select
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

LOGIN = "org.freedesktop.login1"
MANAGER = DBusAddress("/org/freedesktop/login1", LOGIN, f"{LOGIN}.Manager")
SESSION = DBusAddress("/org/freedesktop/login1/session/_37", LOGIN, f"{LOGIN}.Session")
OTHER_SESSION = DBusAddress("/org/freedesktop/login1/session/_38", LOGIN, f"{LOGIN}.Session")
UPOWER = DBusAddress(
    "/org/freedesktop/UPower", "org.freedesktop.UPower", "org.freedesktop.DBus.Properties"
)
PATIENCE = 30.0  # seconds; a busy machine is no finding


class System:
    """The login manager, the battery and the screen saver of this bus."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._bus: DBusConnection = open_dbus_connection(address, enable_fds=True)
        for name in (LOGIN, "org.freedesktop.UPower", "org.gnome.ScreenSaver"):
            self._bus.send_and_get_reply(message_bus.RequestName(name))
        self._gates: list[int] = []

    def brake(self) -> int:
        """Wait until somebody asks to be waited for; what is given ends when he lets go."""
        while True:
            asked = self._bus.receive(timeout=PATIENCE)
            if asked.header.message_type is not MessageType.method_call:
                continue
            member = asked.header.fields[HeaderFields.member]
            if member == "GetSession":
                self._bus.send(new_method_return(asked, "o", (SESSION.object_path,)))
            elif member == "Inhibit":
                assert asked.body[0] == "sleep"
                assert asked.body[3] == "delay"
                ours, theirs = os.pipe()
                self._bus.send(new_method_return(asked, "h", (theirs,)))
                os.close(theirs)
                return ours

    def say(self, who: DBusAddress, member: str, signature: str = "", *body: object) -> None:
        """Tell all who listen."""
        self._bus.send(new_signal(who, member, signature or None, body))

    def close(self) -> None:
        self._bus.close()


def is_let_go(brake: int, within: float) -> float | None:
    """Wait until a brake is let go; gives the seconds that took, or nothing."""
    begin = time.monotonic()
    ready, _, _ = select.select([brake], [], [], within)
    return time.monotonic() - begin if ready and os.read(brake, 1) == b"" else None


@contextmanager
def private_bus(place: Path) -> Iterator[System]:
    """Start a bus that nobody else is on."""
    address = f"unix:path={place}/bus"
    words = ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}",
             "--print-address=1"]  # fmt: skip
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as daemon:
        assert daemon.stdout is not None
        daemon.stdout.readline()
        system = System(address)
        try:
            yield system
        finally:
            system.close()
            daemon.terminate()
