"""One point of the checks, and the check it belongs to."""

from dataclasses import dataclass
from uuid import UUID

_CONTROLE = {  # the check behind the id of an open point
    "kind": "kinderen", "bron": "bronnen", "afspraak": "afspraken", "duiding": "duidingen",
    "leeg": "onderdelen", "half": "onderdelen", "veld": "onderdelen", "zin": "onderdelen",
}  # fmt: skip


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

    @property
    def controle(self) -> str:
        """Name the check it belongs to: that is done, or has one or more open points."""
        check = self.id.split("/", maxsplit=1)[0]
        if self.uitspraak_id is not None and check == "leeg":
            return "bronnen"
        return _CONTROLE.get(check, check)
