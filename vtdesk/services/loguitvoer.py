"""The logboek under the names of NEN 7513, for the log manager or the person whose right it is.

The mapping follows the extension "Logboek dataverwerkingen: NEN 7513" of Logius (read in November
2026). People and casussen go by their random ids: a name is in no line.
"""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Logregel
from vtdesk.values.tijd import local


def exported(session: Session) -> list[dict[str, Any]]:
    """Give every line in order; moments as ISO 8601 with the offset of Amsterdam."""
    return [_line(one) for one in session.scalars(select(Logregel).order_by(Logregel.seq))]


def _line(one: Logregel) -> dict[str, Any]:
    return {
        "volgnummer": one.seq,
        "EventDateTime": local(one.tijd).isoformat(timespec="milliseconds"),
        "EventID": one.soort,
        "EventTypeCode": one.detail,
        "EventActionCode": one.actie,
        "EventOutcomeIndicator": one.uitkomst,
        "UserName": one.gebruiker,
        "RoleIDCode": one.functie,
        "PurposeOfUse": one.doel or "beheer",
        "NetworkAccessPointID": one.apparaat,
        "AuditSourceID": f"vtdesk {one.programma}".strip(),
        "ParticipantObjectID": str(one.casus or one.ding),
        "ParticipantObjectTypeCode": "casus" if one.casus else one.soort,
        "ParticipantObjectDetail": str(one.ding),
        "ParticipantObjectSensitivity": one.bescherming,
        "klok_ok": one.klok_ok,
        "reden_gegeven": one.reden_merk is not None,
        "keten": one.keten.hex(),
    }
