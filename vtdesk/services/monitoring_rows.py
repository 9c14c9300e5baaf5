"""Moments of monitoring as the window shows them, and what a form holds of one."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from vtdesk.models import Monitoring
from vtdesk.values.casuskinds import (
    MonitoringBesluit,
    MonitoringSoort,
    Oordeel,
    Toetsuitkomst,
)


@dataclass(frozen=True, slots=True)
class MonitoringGegevens:
    """What a form holds of a moment that was held."""

    gehouden_op: date
    gesproken: str
    directe_veiligheid: Oordeel
    stabiele_veiligheid: Oordeel
    herstel: Oordeel
    wat_ging_goed: str = ""
    nieuw: str = ""
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class ToetsBij:
    """What one waarborg showed at a moment, and what that rests on."""

    waarborg_id: UUID
    uitkomst: Toetsuitkomst
    bewijs: str


@dataclass(frozen=True, slots=True)
class MonitoringRow:
    """One moment, planned or held."""

    id: UUID
    version: int
    casus_id: UUID
    soort: MonitoringSoort
    gepland_op: date
    afspraak_id: UUID | None
    gegevens: MonitoringGegevens | None  # None: not held yet
    besluit: MonitoringBesluit | None
    toelichting: str

    def is_late(self, today: date) -> bool:
        """Tell whether the planned day went by."""
        return self.gegevens is None and self.gepland_op < today


@dataclass(frozen=True, slots=True)
class MonitoringVoorstel:
    """An overdracht that was accepted, and after which nothing was planned."""

    id: UUID  # of the overdracht
    aan: str
    aanvaard_op: datetime


@dataclass(frozen=True, slots=True)
class Besluit:
    """What was decided; `volgende` is the moment that it made, for undo."""

    monitoring_id: UUID
    volgende_id: UUID | None = None


def order(row: MonitoringRow) -> tuple[bool, int]:
    """Put what is to come first by date, then what was held, the newest first."""
    day = row.gepland_op.toordinal()
    held = row.gegevens is not None
    return held, -day if held else day


def to_row(moment: Monitoring) -> MonitoringRow:
    """Read one moment."""
    return MonitoringRow(
        id=moment.id,
        version=moment.version,
        casus_id=moment.casus_id,
        soort=moment.soort,
        gepland_op=moment.gepland_op,
        afspraak_id=moment.afspraak_id,
        gegevens=_gegevens(moment),
        besluit=moment.besluit,
        toelichting=moment.toelichting,
    )


def _gegevens(moment: Monitoring) -> MonitoringGegevens | None:
    if moment.gehouden_op is None:
        return None
    unknown = Oordeel.NIET_TE_ZEGGEN
    return MonitoringGegevens(
        moment.gehouden_op,
        moment.gesproken,
        moment.directe_veiligheid or unknown,
        moment.stabiele_veiligheid or unknown,
        moment.herstel or unknown,
        moment.wat_ging_goed,
        moment.nieuw,
        moment.toelichting,
    )
