"""What a kluis that was put back had brought back, and what nobody here can know of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from vtdesk.values.kopiewoorden import wanneer

LOOK = "Kijk het na, en vernietig het opnieuw als dat zo is."


@dataclass(frozen=True, slots=True)
class Terugkeer:
    """What was destroyed after a reservekopie, as far as that is known where it was put back."""

    gemaakt: datetime | None = None  # of the copy; None for a kluis that had been set aside
    opnieuw: tuple[str, ...] = ()  # numbers of the casussen that were destroyed again
    verzoeken: tuple[str, ...] = ()  # of those in which a request was granted after the copy
    tot: datetime | None = None  # nothing is known of what came later; None: of nothing at all
    is_alles: bool = True  # all is known

    @property
    def is_stil(self) -> bool:
        """Tell whether there is nothing to say."""
        return self.is_alles and not self.opnieuw and not self.verzoeken

    def zin(self, now: datetime) -> str:
        """Say it in words; nothing when all is as it was."""
        return " ".join(filter(None, (self._again(), self._granted(), self._unknown(now))))

    def _again(self) -> str:
        match len(self.opnieuw):
            case 0:
                return ""
            case 1:
                return (
                    f"Casus {self.opnieuw[0]} was intussen vernietigd. vtdesk heeft die in de "
                    "teruggezette kluis opnieuw vernietigd."
                )
        return (
            f"{len(self.opnieuw)} casussen waren intussen vernietigd: {_listed(self.opnieuw)}. "
            "vtdesk heeft ze in de teruggezette kluis opnieuw vernietigd."
        )

    def _granted(self) -> str:
        if not self.verzoeken:
            return ""
        which = "casus" if len(self.verzoeken) == 1 else "de casussen"
        return (
            f"In {which} {_listed(self.verzoeken)} is intussen een verzoek om correctie of "
            "vernietiging toegewezen. Wat je daarvoor veranderde of weghaalde, staat er weer: doe "
            "dat opnieuw."
        )

    def _unknown(self, now: datetime) -> str:
        if self.is_alles:
            return ""
        since = self.tot or self.gemaakt
        after = f"na {wanneer(since, now)}" if since else "intussen"
        return f"Of er {after} een casus is vernietigd, is hier niet te zien. {LOOK}"


def _listed(numbers: Sequence[str]) -> str:
    *most, last = numbers
    return f"{', '.join(most)} en {last}" if most else last
