"""What a line of the parkeernotitie becomes in the text."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID, uuid4

from vtdesk.services.notities import NotitieRegel
from vtdesk.services.personen import PersoonRow
from vtdesk.ui.labels import ROL
from vtdesk.values.datumwoord import Richting, lees
from vtdesk.values.kinds import Letter
from vtdesk.values.sjabloon import Sjabloon
from vtdesk.values.tekst import Afspraakregel, Alinea, Blok, Bron, Uitspraakregel, runs

_LONG_WORD = 6  # letters: `vrijdag`, `morgen`, but not `ma`
_LEAST, _STEM = 4, 3  # letters of a word that counts, and of its begin: `stuur` is `sturen`
_SHARED = 0.75  # of its words; a line that shares less says something else
_DATE = re.compile(r"\b\d{1,2} [a-z]+")  # "15 mei"
_SPEAKER = re.compile(r"\s*([^:]{2,40}):\s*(\S.*)", re.DOTALL)


def section_for(line: NotitieRegel, sjabloon: Sjabloon, otherwise: str) -> str:
    """Give the section that takes lines of this prompt."""
    return next((s.id for s in sjabloon.secties if line.veld in s.uit_notitie), otherwise)


def blok_of(
    line: NotitieRegel,
    people: Sequence[PersoonRow],
    *,
    speaker_id: UUID | None,
    auteur: str,
    datum: date | None,
) -> Blok:
    """Make a statement of what was said or seen, a row of what was agreed, else a paragraph."""
    match line.veld:
        case "gezegd":
            bron, words = _speaker(line.tekst, people, speaker_id)
            return Uitspraakregel(
                uuid4(), Letter.VERKLARING, runs(words), bron, informatiedatum=datum
            )
        case "gezien":
            seen = eigen_waarneming(auteur)
            return Uitspraakregel(
                uuid4(), Letter.FEIT, runs(line.tekst), seen, informatiedatum=datum
            )
        case "afgesproken":
            return Afspraakregel(
                _doer(line.tekst, people, auteur), line.tekst, _day_in(line.tekst, datum)
            )
        case _:
            return Alinea(runs(line.tekst))


def is_agreed(blok: Blok, rows: Iterable[Blok]) -> bool:
    """Tell whether what was agreed stands in a row already: by the same one, on the same day.

    A promise that was made in the talk is filled in, and the note says it again in other words.
    """
    return isinstance(blok, Afspraakregel) and any(
        isinstance(row, Afspraakregel) and _is_same(blok, row) for row in rows
    )


def _is_same(noted: Afspraakregel, row: Afspraakregel) -> bool:
    said, there = _stems(noted.wat), _stems(row.wat)
    day = _DATE.search(noted.wanneer)
    return (
        bool(noted.wie)
        and noted.wie == row.wie
        and (day is None or day[0] in row.wanneer)
        and len(said & there) >= max(2, _SHARED * len(said))
    )


def _stems(words: str) -> frozenset[str]:
    """Give how the words begin that say what is done."""
    said = (word.strip(".,;:!?()").casefold() for word in words.split())
    return frozenset(word[:_STEM] for word in said if len(word) >= _LEAST)


def _speaker(words: str, people: Sequence[PersoonRow], speaker_id: UUID | None) -> tuple[Bron, str]:
    """Find who said it: `Sanne: …`, or else the only one who was there."""
    found = _SPEAKER.fullmatch(words)
    if found is not None:
        name = found[1].strip().casefold()
        for person in people:
            if name in {person.voornaam.casefold(), person.naam.casefold(), ROL[person.rol].word}:
                return _bron(person), found[2]
    alone = next((p for p in people if p.id == speaker_id), None)
    return (_bron(alone) if alone else Bron()), words


def _doer(words: str, people: Sequence[PersoonRow], auteur: str) -> str:
    """Name who does what was agreed, where the line begins with it: `Ik stuur vrijdag …`."""
    first = words.split(maxsplit=1)[0].casefold() if words.strip() else ""
    if first == "ik":
        return auteur
    return next((p.voornaam for p in people if first and p.voornaam.casefold() == first), "")


def _day_in(words: str, datum: date | None) -> str:
    """Say in full which day a line names; a short word alone may mean something else."""
    said = [word.strip(".,;:!?()") for word in words.split()]
    for size in (3, 2, 1):
        for place in range(len(said) - size + 1):
            one = " ".join(said[place : place + size])
            if datum is None or (size == 1 and len(one) < _LONG_WORD):
                continue
            if found := lees(one, datum, Richting.TOEKOMST):
                return found.zin
    return ""


def _bron(person: PersoonRow) -> Bron:
    return Bron(person.naam, person.id, capacity_of(person))


def eigen_waarneming(auteur: str) -> Bron:
    """Give the source of what the writer saw; without a writer there is none."""
    return Bron(auteur, hoedanigheid="eigen waarneming") if auteur else Bron()


def capacity_of(person: PersoonRow) -> str:
    """Say in what capacity somebody of the casus speaks: `vader`, or `7 jaar` for a child."""
    if person.is_kind and person.leeftijd is not None:
        return f"{person.leeftijd} jaar"
    return ROL[person.rol].word
