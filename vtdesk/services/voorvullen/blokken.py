"""What a part of a new verslag is filled with, and how it is put into the form of that part.

Nothing shielded and nothing of a melder comes through here: words are covered, and a statement
that would tell it is left out. So whoever fills a part need not think of it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from vtdesk.services.persoon_rows import PersoonRow
from vtdesk.services.voorvullen.feiten import Feiten
from vtdesk.values.geheim import Geheim
from vtdesk.values.kinds import Verificatie, Zichtbaarheid
from vtdesk.values.sjabloon import SjabloonSectie
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Blok,
    Lijstpunt,
    Run,
    Tabelrij,
    Uitspraakregel,
    plain,
    runs,
)


@dataclass(frozen=True, slots=True)
class Veld:
    """The answer to a fixed point of a part, such as `Nummer:`."""

    naam: str
    waarde: str


@dataclass(frozen=True, slots=True)
class Rij:
    """A row of a table by the names of its columns, in whatever order the template has them."""

    cellen: Mapping[str, str]


class Klaar:
    """Says that the fixed points of a part need no answer any more."""


Inhoud = str | Rij | Afspraakregel | Uitspraakregel | Alinea | Lijstpunt
Vulling = Inhoud | Veld | Klaar
Vuller = Callable[[Feiten], Iterable[Vulling]]
Kindvuller = Callable[[Feiten, PersoonRow], Iterable[Vulling]]


def kopje(words: str) -> Alinea:
    """Make a line that stands above what follows it."""
    return Alinea((Run(words, vet=True),))


def punt(words: str) -> Lijstpunt:
    """Make a point of a list."""
    return Lijstpunt(runs(words))


class Vulwerk:
    """Puts what is known into parts; a statement stands once in a text, as the same statement."""

    def __init__(self, geheim: Geheim, niet_voor: UUID | None = None) -> None:
        self._geheim = geheim
        self._reader = niet_voor  # for whom the document is, if for one person
        self._seen: set[UUID] = set()

    def blokken(self, sectie: SjabloonSectie, found: Iterable[Vulling]) -> Iterator[Blok]:
        """Give the blocks of a part: what is known, then the points that stay to be filled in."""
        answers: dict[str, Veld] = {}
        open_points = sectie.velden
        for one in found:
            if isinstance(one, Veld):
                answers[_key(one.naam)] = one
            elif isinstance(one, Klaar):
                open_points = ()
            else:
                yield from self._blok(sectie, one)
        for name in open_points:
            known = answers.pop(_key(name), None)
            yield Alinea(runs(f"{name} {self._cover(known.waarde) if known else ''}"))
        for left in answers.values():
            if left.waarde:
                yield Alinea(runs(f"{left.naam}: {self._cover(left.waarde)}"))

    def _blok(self, sectie: SjabloonSectie, one: Inhoud) -> Iterator[Blok]:
        match one:
            case str():
                if one.strip():
                    yield Alinea(runs(self._geheim.bedekt(one)))
            case Uitspraakregel():
                if self._may_stand(one):
                    self._seen.add(one.id)
                    yield one
            case Rij():
                yield self._row(sectie, one)
            case Afspraakregel():
                yield self._agreed(sectie, one)
            case Alinea() | Lijstpunt():
                covered = self._cover(plain(one))
                yield one if covered == plain(one) else replace(one, runs=runs(covered))

    def _row(self, sectie: SjabloonSectie, row: Rij) -> Blok:
        cells = {_key(name): self._cover(value) for name, value in row.cellen.items()}
        if sectie.kolommen:
            return Tabelrij(tuple(cells.get(_key(name), "") for name in sectie.kolommen))
        return punt("; ".join(filter(None, cells.values())))

    def _agreed(self, sectie: SjabloonSectie, one: Afspraakregel) -> Blok:
        row = Afspraakregel(*map(self._cover, (one.wie, one.wat, one.wanneer, one.anders)))
        if sectie.tabel:
            return row
        names = ("wie", "wat", "wanneer", "wat als niet")
        values = (row.wie, row.wat, row.wanneer, row.anders)
        return self._row(sectie, Rij(dict(zip(names, values, strict=True))))

    def _may_stand(self, regel: Uitspraakregel) -> bool:
        words = f"{plain(regel)}\n{regel.bron.naam}\n{regel.bron.via}"
        return (
            regel.id not in self._seen
            and regel.zichtbaarheid is not Zichtbaarheid.ALLEEN_VT
            and regel.verificatie is not Verificatie.INGETROKKEN
            and self._reader not in regel.niet_voor
            and not self._geheim.staat_in(words)
        )

    def _cover(self, words: str) -> str:
        return self._geheim.bedekt(words.strip())


def _key(name: str) -> str:
    return name.strip().rstrip(":?").casefold()
