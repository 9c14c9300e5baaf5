"""Other keys for everything, for when a secret came into wrong hands."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from vtdesk.errors import UserError
from vtdesk.security import access, anker, keys, kluis, koppen
from vtdesk.security import folder as places
from vtdesk.security import wachtzin as policy
from vtdesk.security.cost import Cost
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import Keychain
from vtdesk.security.kluis import Sleutels
from vtdesk.values.tijd import Clock, system_clock

Copy = Callable[[Sleutels, Sleutels], None]  # from the keys of now to those that come


def rekey(  # noqa: PLR0913 - the secrets of now and those that come
    folder: Path,
    oude: str,
    nieuwe: str,
    herstelcode: Herstelcode,
    keychain: Keychain,
    *,
    copy: Copy,
    cost: Cost | None = None,
    clock: Clock = system_clock,
) -> Sleutels:
    """Give the kluis another master key, for when a secret came into wrong hands.

    `copy` brings the database over to the new key, in a file of its own. One rename of the header
    decides: killed at any moment, the old secrets open all or the new ones do.
    """
    policy.check(nieuwe)
    if nieuwe == oude:
        raise UserError("Kies een andere wachtzin dan die van nu: die kan iemand kennen.")
    header, master = kluis.entered(folder, oude, keychain)
    header.check_writable()
    nieuw = kluis.made_new(nieuwe, keychain, cost, clock)
    fresh_master = secrets.token_bytes(keys.KEY_SIZE)
    epoch = places.free_epoch(folder, header.epoch)
    bare = replace(
        header,
        slots=(),
        strange_slots=(),  # they hold the old master key
        generation=anker.next_after(keychain, header),
        epoch=epoch,
        database=places.database_of(epoch),
    )
    slots = (
        access.passphrase_slot(bare, fresh_master, nieuw),
        access.recovery_slot(bare, fresh_master, herstelcode, now=nieuw.now),
    )
    fresh = replace(bare, slots=slots)
    sleutels = kluis.derived(fresh, fresh_master)
    koppen.swap(
        folder,
        header,
        fresh,
        fresh_master,
        (kluis.by_wachtzin(nieuw), kluis.by_code(herstelcode)),
        keychain,
        fill=lambda: copy(kluis.derived(header, master), sleutels),
    )
    koppen.tidy(folder, fresh, keychain)
    anker.follow(keychain, fresh)
    return sleutels
