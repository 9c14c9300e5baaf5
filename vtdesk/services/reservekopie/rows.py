"""What a page sees of reservekopieën: rows, outcomes in words, and what a trial found."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vtdesk.security.kopieplaats import Kopie
from vtdesk.security.kopiestand import Fout, Plaatsstand, Plek
from vtdesk.store.kopie import Nagekeken
from vtdesk.values.kopiewoorden import die_van, wanneer

_WRONG = {
    Plek.LAPTOP: {
        Fout.VOL: "De schijf van deze laptop is vol. Er is geen kopie gemaakt",
        Fout.SCHIJF: "De schijf van deze laptop geeft een fout. Er is geen kopie gemaakt",
        Fout.SCHADE: "De kopie op deze laptop klopte niet en telt niet mee",
    },
    Plek.STICK: {
        Fout.WEG: "De stick is er niet. Daar is geen kopie gemaakt",
        Fout.VOL: "De stick is vol. Er is geen kopie gemaakt",
        Fout.SCHIJF: "De stick geeft een fout. Er is geen kopie gemaakt",
        Fout.SCHADE: "De kopie op de stick klopte niet en telt niet mee",
    },
}
_MADE = {
    Plek.LAPTOP: "De reservekopie op deze laptop is gemaakt en getest.",
    Plek.STICK: "De reservekopie is gemaakt en getest. Haal de stick eruit.",
}


@dataclass(frozen=True, slots=True)
class KopieRow:
    """One copy as a page shows it."""

    plek: Plek
    kopie: Kopie
    gemaakt: datetime
    grootte: int
    is_van_nu: bool  # proved with the keys of now; made under other keys it opens with those only


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """How one try went in one place."""

    plek: Plek
    fout: Fout
    zin: str
    logboek: str = ""  # what is wrong with it, in the kluis itself
    pad: Path | None = None  # of the copy that was made

    @property
    def is_gelukt(self) -> bool:
        """Tell whether there is a copy."""
        return self.fout is Fout.GEEN


@dataclass(frozen=True, slots=True)
class Proef:
    """What a trial put back."""

    plek: Plek
    gemaakt: datetime
    gezien: Nagekeken
    mist: int

    def zin(self, now: datetime) -> str:
        """Say it in words."""
        words = in_words(self.gezien, len(self.gezien.bijlagen) - self.mist, now)
        broken = unchained(self.gezien.logboek)
        return " ".join(filter(None, (words, missing(self.mist), broken)))


def in_words(seen: Nagekeken, bijlagen: int, now: datetime) -> str:
    """Say what a copy holds: such as `213 casussen, laatste wijziging vandaag 17:21`."""
    parts = [
        _aantal(seen.inhoud.casussen, "casus", "casussen"),
        _aantal(seen.inhoud.verslagen, "verslag", "verslagen"),
        *([_aantal(bijlagen, "bijlage", "bijlagen")] if bijlagen else []),
    ]
    if last := last_change(seen):
        parts.append(f"laatste wijziging {wanneer(last, now)}")
    return f"{', '.join(parts)}."


def last_change(seen: Nagekeken) -> datetime | None:
    """Give the moment of the last event in a copy."""
    if not seen.inhoud.laatste:
        return None
    return datetime.fromisoformat(seen.inhoud.laatste).replace(tzinfo=UTC)


def gelukt(plek: Plek, pad: Path, mist: int, logboek: str = "") -> Uitkomst:
    """Say that there is a copy, and what was lost in the kluis before it was made."""
    broken = unchained(logboek)
    words = filter(None, (_MADE[plek], missing(mist), broken))
    return Uitkomst(plek, Fout.GEEN, " ".join(words), broken, pad)


def unchained(finding: str) -> str:
    """Say that the logboek was changed behind the back of vtdesk; nothing when it was not."""
    return f"Het logboek klopt niet. {finding}" if finding else ""


def mislukt(place: Plaatsstand, fout: Fout, now: datetime, why: str = "") -> Uitkomst:
    """Say why there is no copy, and which earlier one can be counted on."""
    words = f"{_WRONG[place.plek][fout]}{die_van(place.goed, now)}"
    return Uitkomst(place.plek, fout, " ".join(filter(None, (words, why))))


def missing(count: int) -> str:
    """Say that bijlagen were lost in the kluis itself; nothing when none was."""
    if not count:
        return ""
    if count == 1:
        return "Eén bijlage is beschadigd in de kluis zelf en zit er niet in."
    return f"{count} bijlagen zijn beschadigd in de kluis zelf en zitten er niet in."


def _aantal(number: int, een: str, meer: str) -> str:
    figures = f"{number:,}".replace(",", ".")
    return f"{figures} {een if number == 1 else meer}"
