"""Who may see a file or ask to destroy it, by age and by being able to judge one's own interest."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vtdesk.errors import UserError
from vtdesk.values.regelrij import Zekerheid
from vtdesk.values.tijd import leeftijd


class Antwoord(StrEnum):
    """What the law says to someone who asks."""

    JA = "ja"
    NEE = "nee"
    TENZIJ = "tenzij"

    @property
    def zin(self) -> str:
        """Say it in words."""
        return {
            "ja": "ja",
            "nee": "nee",
            "tenzij": "ja, tenzij het belang van het kind zich verzet",
        }[self.value]


class Bekwaam(StrEnum):
    """Whether somebody can judge their own interest."""

    JA = "ja"
    NEE = "nee"
    MAAKT_NIET_UIT = "maakt_niet_uit"


@dataclass(frozen=True, slots=True)
class Grond:
    """A ground to refuse, wholly or in part."""

    id: str
    zin: str
    artikel: str
    zekerheid: Zekerheid


@dataclass(frozen=True, slots=True, kw_only=True)
class Recht:
    """A right with its demands, its term, and the grounds to refuse."""

    id: str
    naam: str
    termijn: str  # rule of the term; empty when there is none
    artikel: str
    bron: str
    zekerheid: Zekerheid
    schriftelijk: bool
    punten: tuple[str, ...]
    gronden: tuple[Grond, ...]

    def grond(self, grond_id: str) -> Grond:
        """Find a ground by its id."""
        for grond in self.gronden:
            if grond.id == grond_id:
                return grond
        raise UserError(f"'{grond_id}' is geen grond om {self.naam.lower()} te weigeren.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leeftijdsregel:
    """One line of the table of ages."""

    van: int
    tot: int
    bekwaam: Bekwaam
    zelf: Antwoord
    vertegenwoordiger: Antwoord
    artikel: str
    bron: str
    zekerheid: Zekerheid

    def past(self, jaar: int, *, bekwaam: bool) -> bool:
        """Tell whether this line is about somebody of that age."""
        kan = Bekwaam.JA if bekwaam else Bekwaam.NEE
        return self.van <= jaar < self.tot and self.bekwaam in (kan, Bekwaam.MAAKT_NIET_UIT)


@dataclass(frozen=True, slots=True)
class Aanspraak:
    """What holds for one person on one day."""

    regel: Leeftijdsregel
    jaar: int

    @property
    def zelf(self) -> Antwoord:
        """Say what the person may."""
        return self.regel.zelf

    @property
    def vertegenwoordiger(self) -> Antwoord:
        """Say what the legal representative may."""
        return self.regel.vertegenwoordiger

    @property
    def waarom(self) -> tuple[str, ...]:
        """Tell why."""
        regel = self.regel
        kan = {
            Bekwaam.JA: " en kan het eigen belang beoordelen",
            Bekwaam.NEE: " en kan het eigen belang niet beoordelen",
            Bekwaam.MAAKT_NIET_UIT: "",
        }[regel.bekwaam]
        return (
            f"De persoon is {self.jaar} jaar{kan}.",
            f"Zelf: {self.zelf.zin}. Wettelijk vertegenwoordiger: {self.vertegenwoordiger.zin}.",
            f"Regel: {regel.artikel}. {regel.zekerheid.volzin}",
        )


def aanspraak(
    tabel: tuple[Leeftijdsregel, ...], geboren: date, op: date, *, bekwaam: bool = True
) -> Aanspraak:
    """Find the line that holds for somebody of this age on that day."""
    jaar = leeftijd(geboren, op)
    if jaar < 0:
        raise UserError("De geboortedatum ligt na de dag van het verzoek. Controleer de datums.")
    for regel in tabel:
        if regel.past(jaar, bekwaam=bekwaam):
            return Aanspraak(regel, jaar)
    raise UserError(f"Er is geen regel voor iemand van {jaar} jaar. Controleer de geboortedatum.")
