"""Lets the desktop open something in another program, outside the cage of this process.

What vtdesk starts itself stands in its cage, without a network and without temporary files. What
the portal of the desktop starts on request does not. Linux only; without a portal nothing is done.
"""

from contextlib import suppress
from pathlib import Path

PATIENCE = 5  # seconds; the portal itself may have to be started
_WHERE = ("/org/freedesktop/portal/desktop", "org.freedesktop.portal.Desktop")
_NO_PORTAL = (OSError, RuntimeError, KeyError, ValueError)


def open_file(path: Path) -> bool:
    """Have a file opened; tells whether the desktop took it."""
    with suppress(*_NO_PORTAL), path.open("rb") as file:
        return _asked("OpenFile", "sha{sv}", file)
    return False


def open_address(address: str) -> bool:
    """Have an address such as `tel:` opened; tells whether the desktop took it."""
    with suppress(*_NO_PORTAL):
        return _asked("OpenURI", "ssa{sv}", address)
    return False


def _asked(method: str, signature: str, what: object) -> bool:
    from jeepney import DBusAddress, MessageType, new_method_call  # noqa: PLC0415 - Linux only
    from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415 - as above

    portal = DBusAddress(*_WHERE, "org.freedesktop.portal.OpenURI")
    with open_dbus_connection("SESSION", enable_fds=True) as bus:
        question = new_method_call(portal, method, signature, ("", what, {}))
        answer = bus.send_and_get_reply(question, timeout=PATIENCE)
    return bool(answer.header.message_type is MessageType.method_return)
