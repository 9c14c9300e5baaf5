"""What was read from another program's agenda: values that also travel through a pipe."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from vtdesk.values.tijd import local


@dataclass(frozen=True, slots=True)
class Deelnemer:
    """Somebody who was invited; either part may be unknown."""

    naam: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class GelezenAfspraak:
    """One appointment at one moment; of a series, one occurrence."""

    uid: str
    recurrence_id: str  # when the series had planned it, in UTC; empty outside a series
    titel: str
    begin: datetime
    einde: datetime
    hele_dag: bool = False
    plaats: str = ""
    deelnemers: tuple[Deelnemer, ...] = ()
    afgezegd: bool = False
    prive: bool = False
    reeks: str = ""  # "elke week op di", for show
    opmerking: str = ""  # what had to be assumed while reading

    @property
    def sleutel(self) -> tuple[str, str]:
        """Name this appointment in every export of the same agenda."""
        return self.uid, self.recurrence_id

    @property
    def vingerafdruk(self) -> str:
        """Summarise what an import would store, so that a later export shows a change."""
        parts = (
            self.titel,
            self.begin.astimezone(UTC).isoformat(),
            self.einde.astimezone(UTC).isoformat(),
            self.hele_dag,
            self.plaats,
            self.afgezegd,
        )
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Overgeslagen:
    """What was in the file and is not read, and why, in words for the user."""

    wat: str
    reden: str


@dataclass(frozen=True, slots=True)
class GelezenAgenda:
    """All that a file says about a period, earliest first."""

    vanaf: date
    tot: date  # the first day that was not read
    afspraken: tuple[GelezenAfspraak, ...] = ()
    overgeslagen: tuple[Overgeslagen, ...] = ()
    volledig: frozenset[str] = frozenset()  # what is missing of these uids was taken out

    def to_json(self) -> dict[str, Any]:
        """Give the form that goes through the pipe."""
        return {
            "vanaf": self.vanaf.isoformat(),
            "tot": self.tot.isoformat(),
            "afspraken": [_to_json(afspraak) for afspraak in self.afspraken],
            "overgeslagen": [[o.wat, o.reden] for o in self.overgeslagen],
            "volledig": sorted(self.volledig),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "GelezenAgenda":
        """Read what came through the pipe."""
        return cls(
            vanaf=date.fromisoformat(data["vanaf"]),
            tot=date.fromisoformat(data["tot"]),
            afspraken=tuple(_from_json(afspraak) for afspraak in data["afspraken"]),
            overgeslagen=tuple(Overgeslagen(wat, reden) for wat, reden in data["overgeslagen"]),
            volledig=frozenset(data["volledig"]),
        )


def _to_json(afspraak: GelezenAfspraak) -> dict[str, Any]:
    return {
        "uid": afspraak.uid,
        "recurrence_id": afspraak.recurrence_id,
        "titel": afspraak.titel,
        "begin": afspraak.begin.astimezone(UTC).isoformat(),
        "einde": afspraak.einde.astimezone(UTC).isoformat(),
        "hele_dag": afspraak.hele_dag,
        "plaats": afspraak.plaats,
        "deelnemers": [[d.naam, d.email] for d in afspraak.deelnemers],
        "afgezegd": afspraak.afgezegd,
        "prive": afspraak.prive,
        "reeks": afspraak.reeks,
        "opmerking": afspraak.opmerking,
    }


def _from_json(data: dict[str, Any]) -> GelezenAfspraak:
    return GelezenAfspraak(
        uid=str(data["uid"]),
        recurrence_id=str(data["recurrence_id"]),
        titel=str(data["titel"]),
        begin=local(datetime.fromisoformat(data["begin"])),
        einde=local(datetime.fromisoformat(data["einde"])),
        hele_dag=bool(data["hele_dag"]),
        plaats=str(data["plaats"]),
        deelnemers=tuple(Deelnemer(str(naam), str(email)) for naam, email in data["deelnemers"]),
        afgezegd=bool(data["afgezegd"]),
        prive=bool(data["prive"]),
        reeks=str(data["reeks"]),
        opmerking=str(data["opmerking"]),
    )


@dataclass(frozen=True, slots=True)
class Agendaregel:
    """One appointment as it goes out to another agenda."""

    uid: str
    titel: str
    begin: datetime
    einde: datetime
    hele_dag: bool = False
    plaats: str = ""
    afgezegd: bool = False
    prive: bool = False
    volgnummer: int = 0  # grows with each change, so that the other agenda takes the last one
