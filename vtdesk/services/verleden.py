"""Notices that the whole folder was put back: every file in it agrees, only the keychain knows."""

from pathlib import Path

from vtdesk.security import anker, koppen
from vtdesk.security.keychain import Keychain
from vtdesk.store.store import Store
from vtdesk.values.bevinding import Bevinding, LeesbareBevindingenError, Schade


def watch(folder: Path, keychain: Keychain, store: Store, *, believe: bool) -> None:
    """Refuse a database that is older than was known, unless it is to be believed.

    From then on the keychain hears how far it is each time that it closes.
    """
    header = koppen.read(folder).header
    lost = anker.known_seq(keychain, header) - store.seq
    if lost > 0 and not believe:
        raise LeesbareBevindingenError([Bevinding(Schade.TERUGGEZET, folder.name, lost)])
    store.when_closed(lambda: anker.follow_seq(keychain, header, store.seq, back=believe))
