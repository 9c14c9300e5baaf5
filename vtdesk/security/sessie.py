"""What the system remembers until she logs off: the session collection of the Secret Service."""

import sys
from typing import Any, Final, Protocol

from typing_extensions import override

from vtdesk.security.geduld import NoAnswerError, within
from vtdesk.security.keychain import SERVICE

_PATIENCE = 3.0  # seconds; it asks nobody for anything, so it answers at once or not at all


class NoSessieError(Exception):
    """Nothing here forgets at log-off, or it does not answer; never shown."""


class Sessie(Protocol):
    """Keeps small things by name, in memory, until log-off; a NoSessieError when it cannot."""

    def available(self) -> bool:
        """Tell whether what is kept here is given back."""

    def keep(self, name: str, data: bytes) -> None:
        """Keep this in the place of what was there."""

    def fetch(self, name: str) -> bytes | None:
        """Give what is kept, or None."""

    def forget(self, name: str) -> None:
        """Keep it no longer; what is not there is fine."""


class NoSessie(Sessie):
    """A system that forgets nothing at log-off."""

    @override
    def available(self) -> bool:
        return False

    @override
    def keep(self, name: str, data: bytes) -> None:
        raise NoSessieError

    @override
    def fetch(self, name: str) -> bytes | None:
        return None

    @override
    def forget(self, name: str) -> None:
        return


class SecretServiceSessie(Sessie):
    """The collection `session` of the Secret Service, which lives in memory only."""

    def __init__(self, *, patience: float = _PATIENCE) -> None:
        self._patience: Final = patience

    @override
    def available(self) -> bool:
        import secrets  # noqa: PLC0415 - the window starts without it

        name, data = f"proef-{secrets.token_hex(8)}", secrets.token_bytes(8)
        try:
            self.keep(name, data)
            given = self.fetch(name)
            self.forget(name)
        except NoSessieError:
            return False
        return given == data

    @override
    def keep(self, name: str, data: bytes) -> None:
        self._ask(
            lambda held: held.create_item(SERVICE, _attributes(name), data, replace=True) and None
        )

    @override
    def fetch(self, name: str) -> bytes | None:
        def find(held: Any) -> bytes | None:
            found = next(iter(held.search_items(_attributes(name))), None)
            return None if found is None else bytes(found.get_secret())

        data: bytes | None = self._ask(find)
        return data

    @override
    def forget(self, name: str) -> None:
        def remove(held: Any) -> None:
            for item in held.search_items(_attributes(name)):
                item.delete()

        self._ask(remove)

    def _ask(self, question: Any) -> Any:
        def work() -> Any:
            import secretstorage  # noqa: PLC0415 - only where a PIN is used
            from secretstorage.collection import SESSION_COLLECTION  # noqa: PLC0415 - as above

            connection = secretstorage.dbus_init()
            try:
                return question(secretstorage.Collection(connection, SESSION_COLLECTION))
            finally:
                connection.close()

        try:
            return within(self._patience, work)
        except (NoAnswerError, Exception) as error:  # a bus raises whatever it raises
            raise NoSessieError from error


def of_system() -> Sessie:
    """Give what this system has; only Linux has a session that others can use."""
    return SecretServiceSessie() if sys.platform == "linux" else NoSessie()


def _attributes(name: str) -> dict[str, str]:
    return {"application": SERVICE, "name": name}
