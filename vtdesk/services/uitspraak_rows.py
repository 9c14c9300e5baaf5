"""Statements as the window shows them, and what a form holds of one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row

from vtdesk.errors import UserError
from vtdesk.models import Uitspraak, Wijziging
from vtdesk.services.uitspraak_regels import GROND, Gat, Steun, met_woord, steunend_op
from vtdesk.services.uitspraak_tekst import to_regel
from vtdesk.services.vindplaatsen import Vindplaats
from vtdesk.values.casuskinds import WijzigingSoort
from vtdesk.values.kinds import Letter, Verificatie, Zichtbaarheid
from vtdesk.values.tekst import Bron, Run, Runs, Uitspraakregel, plain, regel_from_json
from vtdesk.values.tijd import local


@dataclass(frozen=True, slots=True)
class UitspraakGegevens:
    """What a form holds of a statement; its verification changes by an act of its own."""

    letter: Letter
    tekst: str
    bron: Bron
    over: tuple[UUID, ...] = ()
    informatiedatum: date | None = None
    zichtbaarheid: Zichtbaarheid = Zichtbaarheid.IEDEREEN
    niet_voor: tuple[UUID, ...] = ()
    steunt_op: tuple[UUID, ...] = ()
    thema: str = ""
    reactie_op_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class UitspraakRow:
    """One statement of a casus."""

    id: UUID
    version: int
    casus_id: UUID
    regel: Uitspraakregel
    thema: str
    reactie_op_id: UUID | None
    vastgelegd_op: datetime

    @property
    def woorden(self) -> str:
        """Give the words, with what became of them when that must be said."""
        return met_woord(self.regel)

    @property
    def gegevens(self) -> UitspraakGegevens:
        """Give what a form changes."""
        regel = self.regel
        return UitspraakGegevens(
            regel.letter, plain(regel), regel.bron, regel.over, regel.informatiedatum,
            regel.zichtbaarheid, regel.niet_voor, regel.steunt_op, self.thema, self.reactie_op_id,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class WijzigingRow:
    """One change of a statement, with what it was before."""

    id: UUID
    moment: datetime
    soort: WijzigingSoort
    reden: str
    was: Uitspraakregel


@dataclass(frozen=True, slots=True)
class UitspraakDetail:
    """All that is known of one statement."""

    row: UitspraakRow
    reactie_op: UitspraakRow | None
    reacties: tuple[UitspraakRow, ...]
    gronden: tuple[UitspraakRow, ...]
    duidingen: tuple[UitspraakRow, ...]
    steun: Steun | None  # of a duiding
    gaten: tuple[Gat, ...]
    wijzigingen: tuple[WijzigingRow, ...]  # newest first
    vindplaatsen: tuple[Vindplaats, ...]


def to_row(uitspraak: Uitspraak | Row[*tuple[Any, ...]]) -> UitspraakRow:
    """Give a stored statement as a row."""
    return UitspraakRow(
        id=uitspraak.id,
        version=uitspraak.version,
        casus_id=uitspraak.casus_id,
        regel=to_regel(uitspraak),
        thema=uitspraak.thema,
        reactie_op_id=uitspraak.reactie_op_id,
        vastgelegd_op=local(uitspraak.vastgelegd_op),
    )


def to_wijziging(wijziging: Wijziging) -> WijzigingRow:
    """Give a stored change as a row."""
    return WijzigingRow(
        wijziging.id,
        local(wijziging.moment),
        wijziging.soort,
        wijziging.reden,
        regel_from_json(wijziging.was),
    )


def regel_of(
    uitspraak_id: UUID,
    gegevens: UitspraakGegevens,
    before: Uitspraakregel | None,
    *,
    is_kind: bool,
) -> Uitspraakregel:
    """Make the statement that a form describes; what the form does not hold stays."""
    return Uitspraakregel(
        id=uitspraak_id,
        letter=gegevens.letter,
        runs=_runs(gegevens.tekst.strip(), before, is_kind=is_kind),
        bron=gegevens.bron,
        informatiedatum=gegevens.informatiedatum,
        over=gegevens.over,
        verificatie=before.verificatie if before else Verificatie.ONBEVESTIGD,
        verificatie_door=before.verificatie_door if before else "",
        zichtbaarheid=gegevens.zichtbaarheid,
        niet_voor=gegevens.niet_voor if gegevens.zichtbaarheid is Zichtbaarheid.NIET_VOOR else (),
        steunt_op=gegevens.steunt_op if gegevens.letter is Letter.DUIDING else (),
    )


def check(
    gegevens: UitspraakGegevens,
    known: Mapping[UUID, Uitspraakregel],
    today: date,
    *,
    own_id: UUID | None = None,
) -> None:
    """Refuse a statement that nobody could check later; `known` are those of the casus."""
    if not gegevens.tekst.strip():
        raise UserError("Schrijf op wat er is gezegd of gezien.")
    if not gegevens.bron.naam.strip():
        raise UserError("Vul in van wie dit komt: een persoon of een document.")
    if gegevens.bron.via.strip().casefold() == gegevens.bron.naam.strip().casefold():
        raise UserError("Bij van horen zeggen is 'via' iemand anders dan de bron.")
    if gegevens.informatiedatum and gegevens.informatiedatum > today:
        raise UserError("De datum van de informatie ligt na vandaag. Controleer de datum.")
    if gegevens.zichtbaarheid is Zichtbaarheid.NIET_VOOR and not gegevens.niet_voor:
        raise UserError("Kies voor wie dit niet is.")
    if gegevens.reactie_op_id and (
        gegevens.reactie_op_id == own_id or gegevens.reactie_op_id not in known
    ):
        raise UserError("Een reactie gaat over een andere uitspraak van deze casus.")
    if gegevens.letter is Letter.DUIDING:
        _check_grounds(gegevens.steunt_op, known, own_id)


def _check_grounds(
    steunt_op: Iterable[UUID], known: Mapping[UUID, Uitspraakregel], own_id: UUID | None
) -> None:
    gronden = [known[i] for i in steunt_op if i in known]
    if not any(grond.letter in GROND for grond in gronden):
        raise UserError(
            "Een duiding steunt op ten minste één feit of verklaring. Kies waar deze op steunt."
        )
    loop = {own_id, *steunend_op(own_id, known.values())} if own_id else set()
    if loop.intersection(grond.id for grond in gronden):
        raise UserError("Een duiding kan niet op zichzelf steunen, ook niet langs een omweg.")


def _runs(words: str, before: Uitspraakregel | None, *, is_kind: bool) -> Runs:
    """Keep the style of words that did not change; a child's own words are in italics."""
    if before and plain(before) == words:
        return before.runs
    styled = all(run.cursief for run in before.runs) if before and before.runs else is_kind
    return (Run(words, cursief=styled),)
