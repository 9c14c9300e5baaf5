"""What the table shows: a zitting, its besprekingen, and all that is written of one of them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from vtdesk.values.dagkinds import PleinFase
from vtdesk.values.kinds import Letter
from vtdesk.values.pleinregels import Regio


@dataclass(frozen=True, slots=True)
class ZittingRow:
    """One session at the table; without an id it is only offered by the agenda."""

    id: UUID | None
    afspraak_id: UUID | None
    begin: datetime
    regio: Regio
    aantal: int


@dataclass(frozen=True, slots=True)
class BesprekingGegevens:
    """What a form holds of a bespreking; without a casus it is a tafelkaart."""

    minuten: int
    casus_id: UUID | None = None
    initialen: str = ""
    leeftijd: str = ""
    aanvrager: str = ""


@dataclass(frozen=True, slots=True)
class Voorbereiding:
    """What she prepared; hers alone."""

    weet: str = ""
    vragen: str = ""  # one a line
    gevraagd: tuple[str, ...] = ()  # of these
    let_op: str = ""

    @property
    def is_leeg(self) -> bool:
        """Tell whether nothing was prepared."""
        return not (self.weet.strip() or self.vragen.strip() or self.let_op.strip())


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What was found and decided, as it is typed."""

    mening_kind: str = ""
    niet_gevraagd_want: str = ""
    besluit: str = ""  # code of the value list
    gronden: str = ""
    evaluatie_op: date | None = None
    casusregie: str = ""
    zicht: str = ""
    vertelt_kinderen: str = ""


@dataclass(frozen=True, slots=True)
class BesprekingRow:
    """One bespreking in the list."""

    id: UUID
    version: int
    zitting_id: UUID
    nummer: int  # from 1: all that is ever said of another bespreking
    begin: datetime  # as planned, after those before it
    gegevens: BesprekingGegevens
    kop: str  # initials and age; never a name
    casus: str
    casusnummer: str
    tafel: str
    voorbereid: bool
    begonnen_op: datetime | None
    gesloten_op: datetime | None
    verwerkt_op: datetime | None
    verdwijnt_op: date | None
    besluit: str = ""  # in words

    @property
    def is_tafelkaart(self) -> bool:
        """Tell whether it belongs to no casus."""
        return self.gegevens.casus_id is None


@dataclass(frozen=True, slots=True)
class InbrengRow:
    """One line of what was said."""

    id: UUID
    moment: datetime
    spreker: str
    tekst: str
    letter: Letter


@dataclass(frozen=True, slots=True)
class StandpuntRow:
    """What one party at the table finds."""

    id: UUID
    wie: str
    ouder: bool
    tekst: str
    afwijkend: bool
    op_grond: str
    naam: str


@dataclass(frozen=True, slots=True)
class TaakRow:
    """Who does what by when."""

    id: UUID
    wie: str
    wat: str
    wanneer: str
    belofte_id: UUID | None


@dataclass(frozen=True, slots=True)
class BesprekingDetail:
    """All that is written of one bespreking."""

    row: BesprekingRow
    regio: Regio
    van: int  # how many besprekingen the zitting has
    voorbereiding: Voorbereiding
    voorbereid_op: datetime | None
    uitkomst: Uitkomst
    klad: dict[str, Any]
    fase: PleinFase
    fase_sinds: datetime | None  # None: it does not run now
    fasen: dict[PleinFase, int]  # seconds, without the present one since `fase_sinds`
    inbreng: tuple[InbrengRow, ...]
    standpunten: tuple[StandpuntRow, ...]
    taken: tuple[TaakRow, ...]

    def seconden(self, fase: PleinFase, now: datetime) -> int:
        """Count the seconds that a phase took until now."""
        running = self.fase_sinds is not None and fase is self.fase
        more = (now - self.fase_sinds).total_seconds() if running and self.fase_sinds else 0
        return self.fasen.get(fase, 0) + max(0, int(more))

    def totaal(self, now: datetime) -> int:
        """Count the seconds that all phases took until now."""
        return sum(self.seconden(fase, now) for fase in PleinFase)
