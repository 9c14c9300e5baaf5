"""What the system tells over its buses: it goes to sleep, its own lock is on, the lid is down.

Linux only, and on threads of their own: a bus that is slow may not keep the window waiting. Where
there is no bus nothing is told, and the watch on silence remains.
"""

import os
import socket
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from selectors import EVENT_READ, DefaultSelector
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # not there on other systems
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

LOGIN = "org.freedesktop.login1"
MANAGER = "/org/freedesktop/login1"
SYSTEM = (
    f"type='signal',sender='{LOGIN}',member='PrepareForSleep'",
    f"type='signal',sender='{LOGIN}',interface='{LOGIN}.Session',member='Lock'",
    "type='signal',sender='org.freedesktop.UPower',member='PropertiesChanged',"
    "path='/org/freedesktop/UPower'",
)
SESSION = ("type='signal',member='ActiveChanged'",)  # of each kind of screen saver
SAID = "De kluis gaat eerst dicht."  # as `systemd-inhibit --list` shows it
_NO_BUS = (OSError, RuntimeError, KeyError, ValueError)


class SystemEvents:
    """Tells when the kluis must close; from `start` to `stop` sleep waits until it is.

    What keeps the system awake is a descriptor. A lock that replaces the process lets go of it by
    that very act, so that the memory is gone before the laptop sleeps.
    """

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._ends: list[socket.socket] = []
        self._brake: int | None = None
        self._braking = threading.Lock()
        self._is_over = False

    def start(self) -> None:
        """Begin to listen."""
        if sys.platform != "linux":
            return
        for name, rules in (("SYSTEM", SYSTEM), ("SESSION", SESSION)):
            here, there = socket.socketpair()
            self._ends.append(here)
            threading.Thread(target=self._listen, args=(name, rules, there), daemon=True).start()

    def stop(self) -> None:
        """Listen no longer, and let the system sleep."""
        with self._braking:
            self._is_over = True
            if self._brake is not None:
                os.close(self._brake)
                self._brake = None
        while self._ends:
            self._ends.pop().close()  # the thread hears that

    def _listen(self, name: str, rules: Sequence[str], end: socket.socket) -> None:
        with suppress(*_NO_BUS), end:
            from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415 - Linux only

            with open_dbus_connection(name, enable_fds=True) as connection:
                _ask_for(connection, rules)
                own = _Own()
                if name == "SYSTEM":
                    own.ask(connection)
                for message in _heard(connection, end):
                    self._hear(message, own)

    def _hear(self, message: "Message", own: "_Own") -> None:
        brake = own.answered(message)
        if brake is not None:
            self._hold(brake)
        elif means_lock(message, own.session):
            self._tell()

    def _hold(self, brake: int) -> None:
        os.set_inheritable(brake, False)  # noqa: FBT003 - the only form it has
        with self._braking:
            if self._is_over:
                os.close(brake)
            else:
                self._brake = brake


class _Own:
    """What was asked of the login manager for this session, and what it answered."""

    def __init__(self) -> None:
        self.session = ""  # empty: not known, so the lock of any session counts
        self._asked_brake = self._asked_session = 0

    def ask(self, connection: "DBusConnection") -> None:
        """Ask to wait with sleep, and which session this is; the answers come among the rest."""
        from jeepney import DBusAddress, new_method_call  # noqa: PLC0415 - Linux only

        manager = DBusAddress(MANAGER, LOGIN, f"{LOGIN}.Manager")
        if number := os.environ.get("XDG_SESSION_ID"):
            self._asked_session = next(connection.outgoing_serial)
            question = new_method_call(manager, "GetSession", "s", (number,))
            connection.send(question, self._asked_session)
        self._asked_brake = next(connection.outgoing_serial)
        words = ("sleep", "vtdesk", SAID, "delay")
        connection.send(new_method_call(manager, "Inhibit", "ssss", words), self._asked_brake)

    def answered(self, message: "Message") -> int | None:
        """Read an answer; gives the brake when that is what came."""
        from jeepney import HeaderFields, MessageType  # noqa: PLC0415 - Linux only

        if message.header.message_type is not MessageType.method_return:
            return None
        question = message.header.fields.get(HeaderFields.reply_serial)
        if question == self._asked_session:
            self.session = str(message.body[0])
        return int(message.body[0].to_raw_fd()) if question == self._asked_brake else None


def means_lock(message: "Message", session: str) -> bool:
    """Tell whether a signal says that nobody sits here now, or soon."""
    from jeepney import HeaderFields, MessageType  # noqa: PLC0415 - Linux only

    if message.header.message_type is not MessageType.signal:
        return False
    fields, body = message.header.fields, message.body
    match fields.get(HeaderFields.member):
        case "PrepareForSleep":
            return bool(body == (True,))
        case "ActiveChanged":
            is_saver = str(fields.get(HeaderFields.interface)).endswith(".ScreenSaver")
            return is_saver and bool(body == (True,))
        case "Lock":
            return session in ("", fields.get(HeaderFields.path))
        case "PropertiesChanged":
            return len(body) > 1 and body[1].get("LidIsClosed") == ("b", True)
    return False


def _ask_for(connection: "DBusConnection", rules: Sequence[str]) -> None:
    from jeepney import message_bus  # noqa: PLC0415 - Linux only

    for rule in rules:
        connection.send(message_bus.AddMatch(rule))


def _heard(connection: "DBusConnection", end: socket.socket) -> "Iterator[Message]":
    """Give what comes, until the other side of `end` is closed."""
    with DefaultSelector() as waiting:
        waiting.register(connection.sock, EVENT_READ)
        waiting.register(end, EVENT_READ)
        while not any(key.fileobj is end for key, _ in waiting.select()):
            with suppress(TimeoutError):  # there is no whole message any more
                while True:
                    yield connection.receive(timeout=0)
