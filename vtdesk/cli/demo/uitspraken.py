"""The statements of a demo casus, by the names under which the texts call them."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID, uuid4

from vtdesk.cli.demo.stap import Bekend
from vtdesk.values.kinds import Letter, Verificatie, Zichtbaarheid
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Blok,
    Bron,
    Lijstpunt,
    Run,
    Tabelrij,
    Uitspraakregel,
    Werkaantekening,
    plain,
    runs,
)

_BLOKKEN: dict[str, Callable[[Any], Blok]] = {
    "w": lambda words: Werkaantekening(runs(words)),
    "kop": lambda words: Alinea((Run(words, vet=True),)),
    "punt": lambda words: Lijstpunt(runs(words)),
    "rij": lambda cells: Tabelrij(tuple(cells)),
}


class Uitspraakboek:
    """Gives the same statement, with the same id, wherever a text calls it."""

    def __init__(self, uitspraken: dict[str, Any], bekend: Bekend) -> None:
        self._uitspraken = uitspraken
        self._bekend = bekend
        self._ids: dict[str, UUID] = {naam: uuid4() for naam in uitspraken}

    def blok(self, data: str | dict[str, Any], *, later: bool) -> Blok:
        """Make a block of a text: a string is a paragraph, a table says what it is."""
        if isinstance(data, str):
            return Alinea(runs(data))
        if "u" in data:
            return self.regel(data["u"], later=later)
        for name, made in _BLOKKEN.items():
            if name in data:
                return made(data[name])
        return Afspraakregel(**data)

    def id(self, naam: str) -> UUID:
        """Give the id of a statement."""
        return self._ids[naam]

    def know(self, naam: str, uitspraak_id: UUID) -> None:
        """Learn that a statement is in the casus under another id."""
        self._ids[naam] = uitspraak_id

    def recognise(self, known: Iterable[Uitspraakregel]) -> None:
        """Know the statements that are in the casus already by their words."""
        by_words = {plain(regel): regel.id for regel in known}
        for naam, data in self._uitspraken.items():
            self._ids[naam] = by_words.get(data["tekst"], self._ids[naam])

    def regel(self, naam: str, *, later: bool = False) -> Uitspraakregel:
        """Make the statement as it was first written, or as it became later."""
        data = self._uitspraken[naam]
        data = data | data.get("later", {}) if later else data
        return Uitspraakregel(
            id=self._ids[naam],
            letter=Letter(data["letter"]),
            runs=(Run(data["tekst"], cursief=data.get("cursief", False)),),
            bron=self._bron(data),
            informatiedatum=data["datum"],
            over=self._people(data.get("over", [])),
            verificatie=Verificatie(data["stand"]),
            verificatie_door=data.get("door", ""),
            zichtbaarheid=Zichtbaarheid(data.get("zicht", Zichtbaarheid.IEDEREEN)),
            niet_voor=self._people(data.get("niet_voor", [])),
            steunt_op=tuple(self._ids[grond] for grond in data.get("steunt_op", [])),
        )

    def _bron(self, data: dict[str, Any]) -> Bron:
        via, hoedanigheid = data.get("via", ""), data.get("hoedanigheid", "")
        if "bron" not in data:
            return Bron(data["bron_naam"], None, hoedanigheid, via)
        wie = self._bekend.personen[data["bron"]]
        return Bron(wie.naam, wie.id, hoedanigheid or wie.rol, via)

    def _people(self, namen: list[str]) -> tuple[UUID, ...]:
        return tuple(self._bekend.personen[naam].id for naam in namen)
