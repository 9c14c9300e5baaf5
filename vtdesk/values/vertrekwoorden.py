"""The proof that a laptop was left: what went, what was looked at again, and nothing of a casus."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from vtdesk.values.tijd import klok, local, volle_dag

BEGONNEN = (
    "Bewijs van weghalen\n\nHet weghalen is begonnen en nog niet klaar. Start vtdesk op die laptop "
    "nog eens; dan gaat het verder en komt hier het hele bewijs.\n"
)
_LIMIT = (
    "De sleutels zijn als eerste overschreven. Wat op een schijf eerder is gewist, kan met "
    "bijzondere apparatuur soms nog worden gevonden; zonder sleutel is dat onleesbaar. Een "
    "reservekopie op een stick blijft bestaan en gaat open met de wachtzin of het herstelblad."
)


@dataclass(frozen=True, slots=True)
class Plek:
    """A place in which vtdesk writes, and what was still there."""

    naam: str
    rest: tuple[str, ...]

    @property
    def zin(self) -> str:
        """Say it in one line."""
        return f"{self.naam}: {'; '.join(self.rest) if self.rest else 'weg'}"


def bewijs(
    begonnen: datetime, klaar: datetime, regels: Iterable[str], plekken: Sequence[Plek]
) -> str:
    """Write the whole proof."""
    whole = not any(plek.rest for plek in plekken)
    end = (
        "Alles van vtdesk is van deze laptop weg."
        if whole
        else "Niet alles is weg. Start vtdesk nog eens op die laptop; dan gaat het verder."
    )
    lines = [
        "Bewijs van weghalen",
        "",
        f"Begonnen: {_moment(begonnen)}",
        f"Nagekeken: {_moment(klaar)}",
        *regels,
        "",
        *(plek.zin for plek in plekken),
        "",
        end,
        _LIMIT,
    ]
    return "\n".join(lines) + "\n"


def _moment(moment: datetime) -> str:
    return f"{volle_dag(local(moment).date())} {klok(moment)}"
