"""One point of the checks."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Punt:
    """One check. `moet`: the rules forbid to go on; otherwise a reason will do, or `vrij` none."""

    id: str
    tekst: str
    klaar: bool
    moet: bool = False
    vrij: bool = False
    sectie_id: str = ""
    uitspraak_id: UUID | None = None
    woord: str = ""  # the first word in that part that it is about
