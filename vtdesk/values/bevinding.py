"""What is wrong with the files of a kluis, each in a sentence that also says what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from vtdesk.errors import DamageError, LookPastError


class Schade(StrEnum):
    """The kinds of damage that can be told apart."""

    LEEG = "leeg"
    BEGIN = "begin"
    ANDERE = "andere"
    AFGEKAPT = "afgekapt"
    VERLENGD = "verlengd"
    VERANDERD = "veranderd"
    OUDER = "ouder"
    LOGBESTAND_WEG = "logbestand_weg"
    LOGBESTAND_STUK = "logbestand_stuk"
    LOGBESTAND_ANDER = "logbestand_ander"
    PLEKKEN = "plekken"
    VREEMD = "vreemd"
    GETUIGE_WEG = "getuige_weg"
    GETUIGE_STUK = "getuige_stuk"
    GETUIGE_OUD = "getuige_oud"
    TERUGGEZET = "teruggezet"


_TERUG = "Zet een reservekopie terug."
_ZINNEN = {
    Schade.LEEG: f"Het bestand {{bestand}} is leeg; alles wat erin stond is weg. {_TERUG}",
    Schade.BEGIN: f"Het begin van het bestand {{bestand}} is beschadigd. {_TERUG}",
    Schade.ANDERE: (
        "Het bestand {bestand} is van een andere kluis, of het begin ervan is beschadigd. "
        "Zet het goede bestand terug op deze plaats, of zet een reservekopie terug."
    ),
    Schade.AFGEKAPT: f"Van het bestand {{bestand}} is een stuk aan het eind weg. {_TERUG}",
    Schade.VERLENGD: (
        "Achter aan het bestand {bestand} is iets toegevoegd dat niet van vtdesk is. " + _TERUG
    ),
    Schade.VERANDERD: (
        "Het bestand {bestand} is buiten vtdesk veranderd. Er kan iets oud of verkeerd in staan, "
        f"zoals een adres dat was weggehaald. {_TERUG}"
    ),
    Schade.OUDER: (
        "Het bestand {bestand} is een oudere versie: {aantal} ontbreken. "
        "Zet het nieuwste bestand terug, of zet een reservekopie terug."
    ),
    Schade.LOGBESTAND_WEG: (
        "Het bestand {bestand} is weg of leeggemaakt: {aantal} ontbreken. "
        "Zet dat bestand terug als je het nog hebt, of zet een reservekopie terug."
    ),
    Schade.LOGBESTAND_STUK: (
        f"Het bestand {{bestand}} is beschadigd: {{aantal}} ontbreken. {_TERUG}"
    ),
    Schade.LOGBESTAND_ANDER: (
        "Het bestand {bestand} is niet zoals vtdesk het achterliet. Er kan iets oud of verkeerd in "
        f"staan, zoals een adres dat was weggehaald. {_TERUG}"
    ),
    Schade.PLEKKEN: f"Het bestand {{bestand}} is beschadigd op {{plekken}}. {_TERUG}",
    Schade.VREEMD: (
        "In de map van de kluis staat een bestand dat niet van vtdesk is: {bestand}. "
        "Het kan de kluis veranderen. Haal het weg uit de map en open de kluis opnieuw."
    ),
    Schade.GETUIGE_WEG: (
        "Het bestand {bestand} ontbreekt. Zonder dat bestand kan vtdesk niet zien of alles wat "
        "je vastlegde er nog is. Zet het bestand terug, of zet een reservekopie terug."
    ),
    Schade.GETUIGE_STUK: (
        "Het bestand {bestand} is beschadigd. Zonder dat bestand kan vtdesk niet zien of alles "
        "wat je vastlegde er nog is. Zet het bestand terug, of zet een reservekopie terug."
    ),
    Schade.GETUIGE_OUD: (
        "Het bestand {bestand} is ouder dan de kluis zelf. Daardoor kan vtdesk niet zien of alles "
        "klopt. Zet het nieuwste bestand terug, of zet een reservekopie terug."
    ),
    Schade.TERUGGEZET: (
        "De hele kluis is een oudere versie: {aantal} ontbreken. "
        "Zet de nieuwste map terug, of zet een reservekopie terug."
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One thing that is wrong: which kind, with which file, and how much of it."""

    schade: Schade
    bestand: str
    aantal: int = 0

    @property
    def zin(self) -> str:
        """Say what is wrong and what to do."""
        enkel = self.aantal == 1
        return (
            _ZINNEN[self.schade]
            .format(
                bestand=self.bestand,
                aantal=f"{self.aantal} vastgelegde wijziging{'' if enkel else 'en'}",
                plekken="één plek" if enkel else f"{self.aantal} plekken",
            )
            .replace(" 1 vastgelegde wijziging ontbreken", " 1 vastgelegde wijziging ontbreekt")
        )


class BevindingenError(DamageError):
    """The kluis was looked over when it opened, and something is wrong."""

    def __init__(self, bevindingen: Iterable[Bevinding]) -> None:
        self.bevindingen = tuple(bevindingen)
        super().__init__(" ".join(one.zin for one in self.bevindingen))


class LeesbareBevindingenError(BevindingenError, LookPastError):
    """As above, but there is still something to read."""
