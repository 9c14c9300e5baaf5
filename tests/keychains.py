"""A keychain of one's own in the place of that of the system."""

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend


@contextmanager
def using(backend: KeyringBackend) -> Iterator[None]:
    """Let the program find this one, and put back the one that was there."""
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        yield
    finally:
        keyring.set_keyring(before)
