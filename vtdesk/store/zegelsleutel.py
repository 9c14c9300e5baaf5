"""The key with which this kluis signs, in the database beside what it signed; and those before it.

A key that was replaced signs nothing new: it counts up to the link and the line of that moment.
"""

import sys
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from vtdesk.models import Sleutelwaarde
from vtdesk.security import seal

_NAME, _EARLIER = "zegelsleutel", "eerder"


def signing_key(session: Session) -> bytes:
    """Give the key of this kluis; made when something is signed for the first time."""
    found = fact(session, _NAME)
    if found is None:
        found = {"sleutel": seal.new_signing_key().hex()}
        keep(session, _NAME, found)
    return bytes.fromhex(found["sleutel"])


def renew_key(session: Session, *, zegel: int, regel: int) -> None:
    """Sign with another key after this link and this line; what was signed until now holds."""
    old = seal.public_key(signing_key(session))
    until = {"openbaar": old.hex(), "zegel": zegel, "regel": regel}
    earlier = [*(fact(session, _NAME) or {}).get(_EARLIER, []), until]
    keep(session, _NAME, {"sleutel": seal.new_signing_key().hex(), _EARLIER: earlier})


def public_at(session: Session, zegel: int) -> bytes:
    """Give the public key with which this link of the chain of seals was signed."""
    key = signing_key(session)
    for one in (fact(session, _NAME) or {}).get(_EARLIER, []):
        if zegel <= one["zegel"]:
            return bytes.fromhex(one["openbaar"])
    return seal.public_key(key)


def known_keys(session: Session) -> dict[bytes, int]:
    """Give the public keys of this kluis, and the last line of the logboek each could sign."""
    found = fact(session, _NAME)
    if found is None:
        return {}
    earlier = {bytes.fromhex(one["openbaar"]): one["regel"] for one in found.get(_EARLIER, [])}
    return earlier | {seal.public_key(bytes.fromhex(found["sleutel"])): sys.maxsize}


def fact(session: Session, name: str) -> dict[str, Any] | None:
    """Read a fact of the kluis."""
    return session.scalar(select(Sleutelwaarde.waarde).where(Sleutelwaarde.sleutel == name))


def keep(session: Session, name: str, value: Mapping[str, Any]) -> None:
    """Keep a fact of the kluis past the flush, which is where lines are added."""
    row = upsert(Sleutelwaarde).values(sleutel=name, waarde=dict(value))
    session.execute(row.on_conflict_do_update(set_={"waarde": row.excluded.waarde}))
