"""What is shown of waarborgen with their checks, and of what is agreed with the police."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Instemming, Politieafspraak, Toets, Waarborg
from vtdesk.values.casuskinds import (
    Instemmingsstand,
    PolitieSoort,
    Toetsuitkomst,
    WaarborgSoort,
)


@dataclass(frozen=True, slots=True)
class WaarborgGegevens:
    """What a form holds: who does what, when, what if not, who looks, until when."""

    wie: str
    wat: str
    wanneer: str = ""
    wat_als_niet: str = ""
    wie_kijkt: str = ""
    tot: date | None = None


@dataclass(frozen=True, slots=True)
class ToetsGegevens:
    """What a form holds of one check, and where it was made."""

    datum: date
    uitkomst: Toetsuitkomst
    bewijs: str
    door: str = ""
    uitspraak_id: UUID | None = None
    monitoring_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ToetsRow:
    """One check of a waarborg."""

    id: UUID
    gegevens: ToetsGegevens


@dataclass(frozen=True, slots=True)
class InstemmingRow:
    """What somebody says to a proposal; only the last thing counts."""

    id: UUID
    wie: str
    stand: Instemmingsstand
    datum: date


@dataclass(frozen=True, slots=True)
class WaarborgRow:
    """One voorwaarde or afspraak with its checks, the newest first."""

    id: UUID
    version: int
    soort: WaarborgSoort
    nummer: int
    gegevens: WaarborgGegevens
    gemaakt_op: date
    voorstel: bool
    vervallen_op: date | None
    vervallen_want: str
    toetsen: tuple[ToetsRow, ...]
    instemmingen: tuple[InstemmingRow, ...]  # one for each who said something

    @property
    def laatste(self) -> ToetsGegevens | None:
        """Give the newest check."""
        return self.toetsen[0].gegevens if self.toetsen else None

    @property
    def geldt(self) -> bool:
        """Tell whether nobody let it lapse."""
        return self.vervallen_op is None


@dataclass(frozen=True, slots=True)
class PolitieGegevens:
    """What a form holds of an AOL or AOP."""

    soort: PolitieSoort
    voor: str
    vanaf: date
    herzien_op: date | None = None
    direct_komen: bool = False
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class PolitieRow:
    """An AOL or AOP; without an end it holds."""

    id: UUID
    version: int
    gegevens: PolitieGegevens
    beeindigd_op: date | None

    def moet_herzien(self, today: date) -> bool:
        """Tell whether the day on which it is looked at again has come."""
        again = self.gegevens.herzien_op
        return self.beeindigd_op is None and again is not None and again <= today


def waarborg_rows(session: Session, casus_id: UUID) -> list[WaarborgRow]:
    """Read the waarborgen of a casus: what holds before what lapsed, by kind and number."""
    checks: dict[UUID, tuple[ToetsRow, ...]] = defaultdict(tuple)
    newest_first = (Toets.datum.desc(), Toets.vastgelegd_op.desc())
    query = select(Toets).where(Toets.casus_id == casus_id).order_by(*newest_first)
    for toets in session.scalars(query):
        checks[toets.waarborg_id] += (_toets_row(toets),)
    said = said_about(session, casus_id)
    rows = [
        _waarborg_row(waarborg, checks[waarborg.id], said[waarborg.id])
        for waarborg in session.scalars(select(Waarborg).where(Waarborg.casus_id == casus_id))
    ]
    kinds = list(WaarborgSoort)
    return sorted(rows, key=lambda row: (kinds.index(row.soort), not row.geldt, row.nummer))


def politie_rows(session: Session, casus_id: UUID) -> list[PolitieRow]:
    """Read what is agreed with the police: what holds before what ended, the newest first."""
    query = select(Politieafspraak).where(Politieafspraak.casus_id == casus_id)
    rows = [
        PolitieRow(
            row.id,
            row.version,
            PolitieGegevens(
                row.soort,
                row.voor,
                row.vanaf,
                row.herzien_op,
                row.direct_komen,
                row.toelichting,
            ),
            row.beeindigd_op,
        )
        for row in session.scalars(query.order_by(Politieafspraak.vanaf.desc()))
    ]
    return sorted(rows, key=lambda row: row.beeindigd_op is not None)


def said_about(session: Session, casus_id: UUID) -> dict[UUID, tuple[InstemmingRow, ...]]:
    """Collect the last thing that each said, by waarborg."""
    last: dict[UUID, dict[str, InstemmingRow]] = defaultdict(dict)
    query = (
        select(Instemming)
        .where(Instemming.casus_id == casus_id)
        .order_by(Instemming.datum, Instemming.vastgelegd_op)
    )
    for row in session.scalars(query):
        said = InstemmingRow(row.id, row.wie, row.stand, row.datum)
        last[row.waarborg_id][row.wie.casefold()] = said
    found: dict[UUID, tuple[InstemmingRow, ...]] = defaultdict(tuple)
    return found | {waarborg_id: tuple(by_who.values()) for waarborg_id, by_who in last.items()}


def _waarborg_row(
    waarborg: Waarborg, toetsen: tuple[ToetsRow, ...], instemmingen: tuple[InstemmingRow, ...]
) -> WaarborgRow:
    return WaarborgRow(
        id=waarborg.id,
        version=waarborg.version,
        soort=waarborg.soort,
        nummer=waarborg.nummer,
        gegevens=WaarborgGegevens(
            **{name: getattr(waarborg, name) for name in WaarborgGegevens.__slots__}
        ),
        gemaakt_op=waarborg.gemaakt_op,
        voorstel=waarborg.voorstel,
        vervallen_op=waarborg.vervallen_op,
        vervallen_want=waarborg.vervallen_want,
        toetsen=toetsen,
        instemmingen=instemmingen,
    )


def _toets_row(toets: Toets) -> ToetsRow:
    return ToetsRow(
        toets.id, ToetsGegevens(**{name: getattr(toets, name) for name in ToetsGegevens.__slots__})
    )
