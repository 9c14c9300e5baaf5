"""The chain of a correction: what holds a statement, who received it, and which letter says so."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from vtdesk.services.uitspraak_rows import UitspraakRow, WijzigingRow
from vtdesk.services.vindplaatsen import Stuk, Vindplaats


@dataclass(frozen=True, slots=True)
class VerzendingGegevens:
    """What a form holds of one sending; `nummer` is the sealed version, None the draft."""

    verslag_id: UUID
    nummer: int | None
    ontvanger: str
    verzonden_op: date
    wijze: str = ""
    persoon_id: UUID | None = None
    organisatie_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class VerzendingRow:
    """One document that one receiver holds."""

    id: UUID
    versie: str
    ontvanger: str
    verzonden_op: date
    wijze: str


@dataclass(frozen=True, slots=True)
class BriefRow:
    """One letter of correction, and what was done with it."""

    id: UUID
    ontvanger: str
    gemaakt_op: datetime
    verstuurd_op: date | None
    niet_nodig_want: str

    @property
    def is_open(self) -> bool:
        """Tell whether somebody still has to send it, or to say why not."""
        return self.verstuurd_op is None and not self.niet_nodig_want


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """One receiver that holds the statement, or a conclusion that rests on it."""

    verzending: VerzendingRow
    stuk: Stuk
    direct: bool  # False: only a duiding that rests on it
    klopt: bool  # what was sent already says what became of it
    brief: BriefRow | None


@dataclass(frozen=True, slots=True)
class Keten:
    """All that holds a statement: documents and versions, receivers, and the letters made."""

    uitspraak: UitspraakRow
    duidingen: tuple[UitspraakRow, ...]  # that rest on it
    vindplaatsen: tuple[Vindplaats, ...]
    ontvangers: tuple[Ontvangst, ...]
    wijziging: WijzigingRow | None  # what the letters are about

    @property
    def te_schrijven(self) -> tuple[Ontvangst, ...]:
        """List the receivers that hold it as it was, and have no letter yet."""
        return tuple(o for o in self.ontvangers if o.brief is None and not o.klopt)

    @property
    def open_brieven(self) -> tuple[BriefRow, ...]:
        """List the letters that were made and not dealt with."""
        return tuple(o.brief for o in self.ontvangers if o.brief and o.brief.is_open)
