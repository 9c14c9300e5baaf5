"""Seals in the database: the signing key of this kluis, and the chain of all finalised texts."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import DamageError
from vtdesk.models import Sleutelwaarde, Vernietiging, Versie, Verslag
from vtdesk.security.seal import (
    Zegel,
    new_signing_key,
    public_key,
    seal,
    verify,
    verify_chain,
)
from vtdesk.values.kinds import VerslagStand

ZEGELSLEUTEL = "zegelsleutel"


def seal_version(
    session: Session, verslag_id: UUID, nummer: int, moment: datetime, content: bytes
) -> Versie:
    """Store canonical content as the next link of the chain."""
    links = _links(session)
    last = max(links, default=None)
    versie = Versie(
        verslag_id=verslag_id,
        nummer=nummer,
        volgnummer=last + 1 if last else 1,
        vastgesteld_op=moment,
        inhoud=content,
        zegel={},
    )
    versie.zegel = _to_json(
        seal(
            content,
            previous=bytes.fromhex(links[last]["keten"]) if last else None,
            metadata=_metadata(versie),
            key=_signing_key(session),
        )
    )
    session.add(versie)
    return versie


def is_intact(session: Session, versie: Versie) -> bool:
    """Tell whether nothing of this version changed since it was sealed."""
    return not _finding(session, versie)


def chain_findings(session: Session) -> list[str]:
    """Check every seal and the order of all; gives findings in words."""
    versies = session.scalars(select(Versie).order_by(Versie.volgnummer)).all()
    findings = [
        f"Zegel {v.volgnummer}: {finding}" for v in versies if (finding := _finding(session, v))
    ]
    try:
        verify_chain([_from_json(zegel) for _, zegel in sorted(_links(session).items())])
    except DamageError as error:
        findings.append(str(error))
    sealed = {versie.verslag_id for versie in versies}
    final = select(Verslag.id).where(Verslag.stand == VerslagStand.VASTGESTELD)
    if any(verslag_id not in sealed for verslag_id in session.scalars(final)):
        findings.append("Van een vastgesteld verslag ontbreekt de verzegelde tekst.")
    return findings


def _links(session: Session) -> dict[int, dict[str, Any]]:
    """Give every seal by its place in the chain, also of what was destroyed with its casus."""
    query = select(Versie.volgnummer, Versie.zegel)
    links = {row.volgnummer: row.zegel for row in session.execute(query)}
    for gone in session.scalars(select(Vernietiging.zegels)):
        links |= {int(place): zegel for place, zegel in gone.items()}
    return links


def _finding(session: Session, versie: Versie) -> str:
    try:
        verify(
            _from_json(versie.zegel),
            versie.inhoud,
            metadata=_metadata(versie),
            public=public_key(_signing_key(session)),
        )
    except (DamageError, KeyError, ValueError) as error:
        return str(error)
    return ""


def _metadata(versie: Versie) -> dict[str, str | int]:
    return {
        "verslag": str(versie.verslag_id),
        "nummer": versie.nummer,
        "volgnummer": versie.volgnummer,
        "vastgesteld_op": versie.vastgesteld_op.astimezone(UTC).isoformat(),
    }


def _signing_key(session: Session) -> bytes:
    """Give the key of this kluis; made at the first seal."""
    meta = session.get(Sleutelwaarde, ZEGELSLEUTEL)
    if meta is None:
        meta = Sleutelwaarde(sleutel=ZEGELSLEUTEL, waarde={"sleutel": new_signing_key().hex()})
        session.add(meta)
    return bytes.fromhex(meta.waarde["sleutel"])


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
