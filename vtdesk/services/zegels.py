"""Seals in the database: the signing key of this kluis, and the chain of all that was sealed.

Versions and reactions are links of one chain. The last link is known apart (`zegelkop`), so that a
cut at the end is seen as well as a gap.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import DamageError
from vtdesk.models import Reactie, Sleutelwaarde, Vernietiging, Versie, Verslag
from vtdesk.security.canonical import Value, canonical
from vtdesk.security.seal import (
    Zegel,
    seal,
    verify,
    verify_chain,
)
from vtdesk.store import zegelsleutel
from vtdesk.store.logketen import head
from vtdesk.values.kinds import VerslagStand

ZEGELKOP = "zegelkop"
VORM = 2  # of a seal that also covers the reasons given at vaststellen; the first form has none
CUT = (
    "De rij van vastgestelde teksten eindigt anders dan bij het laatste zegel. "
    "Er is een tekst of reactie weggehaald of tussengevoegd."
)


def seal_version(
    session: Session,
    verslag_id: UUID,
    nummer: int,
    moment: datetime,
    content: bytes,
    antwoorden: dict[str, Any],
) -> Versie:
    """Store canonical content, with the reasons beside it, as the next link of the chain."""
    links = _links(session)
    versie = Versie(
        verslag_id=verslag_id,
        nummer=nummer,
        volgnummer=_next(links),
        vastgesteld_op=moment,
        inhoud=content,
        zegel={"vorm": VORM},
        antwoorden=antwoorden,
    )
    versie.zegel = _sealed(session, links, content, _of_version(versie)) | {"vorm": VORM}
    session.add(versie)
    _move_head(session, versie)
    return versie


def seal_reaction(session: Session, reactie: Reactie, words: Mapping[str, Value]) -> None:
    """Store what somebody said as the next link of the chain."""
    links = _links(session)
    reactie.volgnummer = _next(links)
    reactie.inhoud = canonical(dict(words))
    reactie.zegel = _sealed(session, links, reactie.inhoud, _of_reaction(reactie))
    session.add(reactie)
    _move_head(session, reactie)


def finding_in(session: Session, link: Versie | Reactie) -> str:
    """Say in words what of this link changed since it was sealed; nothing when all is right."""
    metadata = _of_version(link) if isinstance(link, Versie) else _of_reaction(link)
    try:
        verify(
            _from_json(link.zegel),
            link.inhoud,
            metadata=metadata,
            public=zegelsleutel.public_at(session, link.volgnummer),
        )
    except (DamageError, KeyError, ValueError) as error:
        return str(error)
    return ""


def is_intact(session: Session, link: Versie | Reactie) -> bool:
    """Tell whether nothing of this version or reaction changed since it was sealed."""
    return not finding_in(session, link)


def chain_findings(session: Session) -> list[str]:
    """Check every seal and the order of all; gives findings in words."""
    links = [*session.scalars(select(Versie)), *session.scalars(select(Reactie))]
    findings = [
        f"Zegel {link.volgnummer}: {finding}"
        for link in sorted(links, key=lambda link: link.volgnummer)
        if (finding := finding_in(session, link))
    ]
    findings += _order_findings(session)
    sealed = {link.verslag_id for link in links if isinstance(link, Versie)}
    final = select(Verslag.id).where(Verslag.stand == VerslagStand.VASTGESTELD)
    if any(verslag_id not in sealed for verslag_id in session.scalars(final)):
        findings.append("Van een vastgesteld verslag ontbreekt de verzegelde tekst.")
    return findings


def _order_findings(session: Session) -> Iterator[str]:
    links = _links(session)
    try:
        verify_chain([_from_json(zegel) for _, zegel in sorted(links.items())])
    except (DamageError, KeyError, ValueError) as error:
        yield str(error)
    head = session.get(Sleutelwaarde, ZEGELKOP)
    last = max(links, default=0)
    ends = {"volgnummer": last, "keten": links[last].get("keten")} if last else None
    if (head.waarde if head else None) != ends:
        yield CUT


def _sealed(
    session: Session,
    links: Mapping[int, dict[str, Any]],
    content: bytes,
    metadata: Mapping[str, Value],
) -> dict[str, Any]:
    last = max(links, default=None)
    zegel = seal(
        content,
        previous=bytes.fromhex(links[last]["keten"]) if last else None,
        metadata=metadata,
        key=zegelsleutel.signing_key(session),
    )
    return _to_json(zegel)


def _next(links: Mapping[int, object]) -> int:
    return max(links, default=0) + 1


def _move_head(session: Session, link: Versie | Reactie) -> None:
    head = {"volgnummer": link.volgnummer, "keten": link.zegel["keten"]}
    session.merge(Sleutelwaarde(sleutel=ZEGELKOP, waarde=head))


def _links(session: Session) -> dict[int, dict[str, Any]]:
    """Give every seal by its place in the chain, also of what was destroyed with its casus."""
    links: dict[int, dict[str, Any]] = {}
    for gone in session.scalars(select(Vernietiging.zegels)):
        links |= {int(place): zegel for place, zegel in gone.items()}
    for kind in (Versie, Reactie):
        for place, zegel in session.execute(select(kind.volgnummer, kind.zegel)):
            links[place] = zegel
    return links


def _of_version(versie: Versie) -> dict[str, Value]:
    reasons: dict[str, Value] = {}
    if versie.zegel.get("vorm", 1) >= VORM:
        reasons = {"antwoorden": versie.antwoorden}
    return {
        "verslag": str(versie.verslag_id),
        "nummer": versie.nummer,
        "volgnummer": versie.volgnummer,
        "vastgesteld_op": versie.vastgesteld_op.astimezone(UTC).isoformat(),
        **reasons,
    }


def _of_reaction(reactie: Reactie) -> dict[str, Value]:
    return {
        "verslag": str(reactie.verslag_id),
        "nummer": reactie.nummer,
        "volgnummer": reactie.volgnummer,
        "naam": reactie.naam,
        "reactie": reactie.soort.value,
        "gegeven_op": reactie.gegeven_op.isoformat(),
        "vastgelegd_op": reactie.vastgelegd_op.astimezone(UTC).isoformat(),
    }


def renew_key(session: Session) -> None:
    """Sign with another key from now on; what the old one sealed until now still verifies.

    Who has the old key can seal nothing more with it: it counts up to the present end only.
    """
    zegelsleutel.renew_key(session, zegel=max(_links(session), default=0), regel=head(session).seq)


def _to_json(zegel: Zegel) -> dict[str, Any]:
    return {
        "inhoud": zegel.inhoud.hex(),
        "vorige": zegel.vorige.hex() if zegel.vorige else None,
        "keten": zegel.keten.hex(),
        "sleutel": zegel.sleutel.hex(),
        "handtekening": zegel.handtekening.hex(),
    }


def _from_json(data: dict[str, Any]) -> Zegel:
    return Zegel(
        bytes.fromhex(data["inhoud"]),
        bytes.fromhex(data["vorige"]) if data["vorige"] else None,
        bytes.fromhex(data["keten"]),
        bytes.fromhex(data["sleutel"]),
        bytes.fromhex(data["handtekening"]),
    )
