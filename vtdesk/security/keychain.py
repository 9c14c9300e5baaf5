"""The second secret of the wachtzin, kept by the keychain of the system; never the only way in."""

from collections.abc import Callable
from typing import Any, Final, Protocol, TypeVar

from typing_extensions import override

from vtdesk.errors import OutsideError, WrongSecretError
from vtdesk.security.geduld import NoAnswerError, within

SECRET_SIZE = 32
SERVICE = "werkblad"  # neutral: whoever browses the keychain learns nothing about the work
_PATIENCE = 10.0  # seconds; a keychain may ask for its own password, behind our window
_REAL_BACKENDS = {
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.Windows",
    "keyring.backends.macOS",
}
_Result = TypeVar("_Result")


class KeychainError(OutsideError):
    """The keychain does not answer or is closed."""

    def __init__(self) -> None:
        super().__init__(
            "De sleutelbos van deze laptop geeft geen antwoord. Ontgrendel de sleutelbos en "
            "probeer het opnieuw, of gebruik je herstelblad."
        )


class KeychainMissingError(WrongSecretError):
    """The keychain no longer holds the second secret: the herstelblad is the way in."""

    def __init__(self) -> None:
        super().__init__(
            "De sleutelbos van deze laptop heeft de sleutel van deze kluis niet meer. "
            "Gebruik je herstelblad; daarna maakt vtdesk een nieuwe sleutel."
        )


class Keychain(Protocol):
    """Where second secrets are kept, by name."""

    def available(self) -> bool:
        """Tell whether what is kept here is really kept."""

    def keep(self, name: str, secret: bytes) -> None:
        """Store a secret and make sure that it can be read back."""

    def fetch(self, name: str) -> bytes | None:
        """Give a secret, or None when the keychain does not have it."""

    def forget(self, name: str) -> None:
        """Remove a secret; one that is not there is fine."""

    def hurried(self, _seconds: float) -> "Keychain":
        """Give the same keychain, which waits no longer than this for an answer."""
        return self


class NoKeychain(Keychain):
    """A machine without a keychain: the wachtzin alone opens the kluis."""

    @override
    def available(self) -> bool:
        return False

    @override
    def keep(self, name: str, secret: bytes) -> None:
        raise KeychainError

    @override
    def fetch(self, name: str) -> bytes | None:
        return None

    @override
    def forget(self, name: str) -> None:
        return


class SystemKeychain(Keychain):
    """Secret Service, KWallet, Windows or macOS, through `keyring`."""

    def __init__(self, *, patience: float = _PATIENCE) -> None:
        self._patience: Final = patience

    @override
    def hurried(self, seconds: float) -> Keychain:
        return SystemKeychain(patience=min(seconds, self._patience))

    @override
    def available(self) -> bool:
        import secrets  # noqa: PLC0415 - the window starts without it

        name, secret = f"proef-{secrets.token_hex(8)}", secrets.token_bytes(SECRET_SIZE)
        try:
            self.keep(name, secret)
            self.forget(name)
        except KeychainError:
            return False
        return True

    @override
    def keep(self, name: str, secret: bytes) -> None:
        def write_and_read_back(backend: Any) -> bool:
            backend.set_password(SERVICE, name, secret.hex())
            return bool(backend.get_password(SERVICE, name) == secret.hex())

        if not self._ask(write_and_read_back):
            raise KeychainError

    @override
    def fetch(self, name: str) -> bytes | None:
        try:
            stored = self._ask(lambda backend: backend.get_password(SERVICE, name))
        except _NoBackendError:
            return None
        return _as_secret(stored)

    @override
    def forget(self, name: str) -> None:
        def remove(backend: Any) -> None:
            if backend.get_password(SERVICE, name) is not None:
                backend.delete_password(SERVICE, name)

        self._ask(remove)

    def _ask(self, question: Callable[[Any], _Result]) -> _Result:
        """Ask in a thread of its own: a keychain may wait for a person and must not freeze us."""
        try:
            return within(self._patience, lambda: question(_real_backend()))
        except NoAnswerError:
            raise KeychainError from None
        except KeychainError:
            raise
        except Exception as error:  # a back end raises whatever its bus raises
            raise _from(error) from error


class _NoBackendError(KeychainError):
    """There is no keychain here that really keeps a secret."""


def _real_backend() -> Any:
    """Pick a back end that is known to keep secrets; `keyring` would also pick a plain file."""
    try:
        import keyring  # noqa: PLC0415 - a quarter of a second, and only where a slot needs it

        chosen = keyring.get_keyring()
    except Exception as error:  # its settings may name any class, also one that does not exist
        raise _NoBackendError from error
    for backend in getattr(chosen, "backends", [chosen]):
        if type(backend).__module__ in _REAL_BACKENDS:
            return backend
    raise _NoBackendError


def _from(error: Exception) -> KeychainError:
    wrapped = KeychainError()
    wrapped.__cause__ = error
    return wrapped


def _as_secret(stored: str | None) -> bytes | None:
    """Read what the keychain gives; something of another program is as good as missing."""
    try:
        secret = bytes.fromhex(stored or "")
    except ValueError:
        return None
    return secret if len(secret) == SECRET_SIZE else None
