"""Words that speak of somebody's health: a list that is read strictly, with line and reason."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from vtdesk import resources
from vtdesk.errors import OutsideError, UserError
from vtdesk.values.regelrij import Rij, Zekerheid, read_toml
from vtdesk.values.tomlregels import tabelplaatsen
from vtdesk.values.vouwen import vouw, woorden

BESTAND = "medisch.toml"
_GROEP, _GAP = "groep", "…"
_BETWEEN = r"(?: \S+){0,4} "  # words that may stand between two
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Medischegroep:
    """Words of one kind, with where the thought comes from."""

    naam: str
    woorden: tuple[str, ...]
    niet: tuple[str, ...]
    bron: str
    zekerheid: Zekerheid
    vanaf: date


@dataclass(frozen=True, slots=True)
class Medischewoorden:
    """All groups, ready to be held against a text."""

    groepen: tuple[Medischegroep, ...]
    _wel: re.Pattern[str]
    _niet: re.Pattern[str]

    @classmethod
    def van(cls, groepen: tuple[Medischegroep, ...]) -> "Medischewoorden":
        """Make the patterns of these groups."""
        wel = _pattern([one for groep in groepen for one in groep.woorden])
        return cls(groepen, wel, _pattern([one for groep in groepen for one in groep.niet]))

    def staat_in(self, tekst: str) -> bool:
        """Tell whether a text speaks of somebody's health."""
        return self.eerste(tekst) != ""

    def eerste(self, tekst: str) -> str:
        """Give the first words of a text that do, in the form of the index; or nothing."""
        folded = " ".join(woorden(tekst))
        found = self._wel.search(self._niet.sub(_GAP, folded))
        return found.group() if found else ""


@cache
def medischewoorden() -> Medischewoorden:
    """Read the list that comes with vtdesk."""
    try:
        text = resources.path(BESTAND).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OutsideError(f"{BESTAND} is niet te lezen. Installeer vtdesk opnieuw.") from error
    return lees_medisch(text)


def lees_medisch(text: str, bestand: str = BESTAND) -> Medischewoorden:
    """Read a list; a mistake is named with its line and the reason."""
    file = read_toml(text, bestand)
    rows = file.rows(_GROEP, _GROEP, "naam")
    file.end()
    lines = [one.regel for one in tabelplaatsen(text) if one.naam == _GROEP]
    seen: set[str] = set()
    groepen = []
    for row, line in zip(rows, lines, strict=True):
        groep = _groep(row)
        _refuse(groep, seen, text, bestand, line)
        groepen.append(groep)
    if not groepen:
        raise UserError(f"{bestand}: er staat geen enkele [[{_GROEP}]] in.")
    return Medischewoorden.van(tuple(groepen))


def _groep(row: Rij) -> Medischegroep:
    found = Medischegroep(
        row.text("naam"),
        row.texts("woorden"),
        row.texts("niet"),
        row.text("bron"),
        row.choice("zekerheid", Zekerheid),
        row.day("vanaf"),
    )
    row.end()
    return found


def _refuse(groep: Medischegroep, seen: set[str], text: str, bestand: str, line: int) -> None:
    """Refuse words that would never be found, or would be found everywhere."""
    if not groep.woorden:
        raise UserError(f"{bestand}, regel {line}: groep '{groep.naam}' heeft geen woorden.")
    for one in (*groep.woorden, *groep.niet):
        why = _wrong(one) or ("staat er al" if one in seen else "")
        if why:
            where = _line_of(text, one, line)
            raise UserError(f"{bestand}, regel {where}: '{one}' {why}.")
        seen.add(one)


def _wrong(phrase: str) -> str:
    pieces = phrase.split()
    if not pieces or {pieces[0], pieces[-1]} & {_GAP, "*"}:
        return "moet met een woord beginnen en eindigen"
    for piece in pieces:
        bare = piece.removesuffix("*")
        if piece in (_GAP, "*"):
            continue
        if not bare or vouw(bare) != bare:
            return "moet in kleine letters, zonder leestekens; een * mag alleen achter een woord"
    return ""


def _line_of(text: str, phrase: str, after: int) -> int:
    """Find on which line a phrase stands last: what stands twice is wrong the second time."""
    quoted = f'"{phrase}"'
    lines = text.splitlines()
    return max((n for n, words in enumerate(lines, 1) if quoted in words), default=after)


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    if not phrases:
        return _NEVER
    each = "|".join(map(_one, sorted(phrases)))
    return re.compile(rf"(?<!\S)(?:{each})(?!\S)")


def _one(phrase: str) -> str:
    return "".join(_pieces(phrase.split()))


def _pieces(words: list[str]) -> Iterator[str]:
    """Give the pattern of each word, and what stands between two of them."""
    for place, word in enumerate(words):
        if word == _GAP:
            continue
        if place:
            yield _BETWEEN if words[place - 1] == _GAP else " "
        yield re.escape(word.removesuffix("*")) + (r"\S*" if word.endswith("*") else "")
