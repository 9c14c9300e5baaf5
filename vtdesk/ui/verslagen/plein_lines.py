"""What was said of this casus at the table, as lines that may come into its verslag."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from vtdesk.services.desk import Desk
from vtdesk.services.plein.rows import InbrengRow
from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.services.verslagen import VerslagInhoud
from vtdesk.values.kinds import Letter
from vtdesk.values.tekst import Bron, Tekst, Uitspraakregel, plain, runs

PLEINVERSLAG = "verslag_jb_plein"


@dataclass(frozen=True, slots=True)
class Pleinregel:
    """One line of the table; once worked up it is a statement of the casus, and stays that one."""

    sleutel: str
    kop: str  # who said it
    tekst: str
    blok: Uitspraakregel
    gebruikt: bool


def lines(desk: Desk, verslag: VerslagInhoud, tekst: Tekst) -> list[Pleinregel]:
    """List the lines of the last time that this casus was at the table."""
    if verslag.sjabloon.id != PLEINVERSLAG:
        return []
    table = desk.plein.laatste_van(verslag.casus_id)
    if table is None:
        return []
    known = desk.uitspraken.rows(verslag.casus_id)
    here = {regel.id for regel in tekst.uitspraken()}
    words = {plain(blok).strip() for blok in tekst.blokken()}
    made = [(one, _statement(one, known, verslag.kop.auteur)) for one in table.inbreng]
    return [
        Pleinregel(
            one.id.hex,
            one.spreker or "Aan tafel",
            one.tekst,
            blok,
            gebruikt=_is_here(blok, here, words),
        )
        for one, blok in made
    ]


def _is_here(blok: Uitspraakregel, here: set[UUID], words: set[str]) -> bool:
    return blok.id in here or plain(blok).strip() in words


def _statement(one: InbrengRow, known: Sequence[UitspraakRow], auteur: str) -> Uitspraakregel:
    """Give the statement that a line became, or make it one that names who said it and when."""
    day, said = one.moment.date(), one.tekst.strip()
    for row in known:
        if row.regel.informatiedatum == day and plain(row.regel).strip() == said:
            return row.regel
    own = one.letter in {Letter.DUIDING, Letter.HYPOTHESE}
    bron = Bron(one.spreker or (auteur if own else ""))
    return Uitspraakregel(uuid4(), one.letter, runs(said), bron, informatiedatum=day)
