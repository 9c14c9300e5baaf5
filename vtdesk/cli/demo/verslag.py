"""One verslag of the demo: begun, finalised, and corrected where that was needed."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from vtdesk.cli.demo.stap import Stap, moment
from vtdesk.cli.demo.uitspraken import Uitspraakboek
from vtdesk.services.desk import Desk
from vtdesk.services.reacties import ReactieGegevens
from vtdesk.values.kinds import ReactieSoort
from vtdesk.values.tekst import Sectie, Tekst


class Verslagverloop:
    """Turns what a file says of a verslag into steps."""

    def __init__(
        self,
        desk: Desk,
        data: dict[str, Any],
        boek: Uitspraakboek,
        begin: Callable[[], UUID],
    ) -> None:
        self._desk = desk
        self._data = data
        self._boek = boek
        self._begin = begin  # or find the one that was begun

    def stappen(self) -> list[Stap]:
        """List everything that was done with this verslag."""
        data = self._data
        steps = [Stap(moment(data["op"]), self._write)]
        if "vastgesteld" in data:
            steps.append(Stap(moment(data["vastgesteld"]), self._finalise))
        if correctie := data.get("correctie"):
            steps.append(Stap(moment(correctie["op"]), self._correct))
            steps.append(Stap(moment(correctie["vastgesteld"]), self._finalise))
        said = data.get("reacties_op", [])
        return [*steps, *(Stap(moment(one["op"]), partial(self._react, one)) for one in said)]

    def _write(self) -> None:
        self._save(later=False)

    def _react(self, said: dict[str, Any]) -> None:
        """Write down what somebody said of the version that was final by then."""
        verslag = self._desk.verslagen.open(self._begin())
        people = self._desk.personen.in_casus(verslag.casus_id)
        self._desk.reacties.vastleggen(
            verslag.id,
            verslag.versie,
            ReactieGegevens(
                said["wie"],
                ReactieSoort(said["soort"]),
                said["op"].date(),
                said["woorden"],
                said["hoedanigheid"],
                next((one.id for one in people if one.naam == said["wie"]), None),
            ),
        )

    def _correct(self) -> None:
        self._desk.vaststelling.correct(self._begin(), self._data["correctie"]["reden"])
        self._save(later=True)

    def _save(self, *, later: bool) -> None:
        verslag = self._desk.verslagen.open(self._begin())
        parts = (sectie(self._boek, self._data, p, later=later) for p in verslag.tekst.secties)
        self._desk.verslagen.save_concept(verslag.id, Tekst(tuple(parts)))

    def _finalise(self) -> None:
        """Finalise; open points are answered by their kind, the word before the slash."""
        verslag_id = self._begin()
        redenen = self._data.get("redenen", {})
        punten = self._desk.vaststelling.controle(verslag_id)
        antwoorden = {
            punt.id: redenen.get(punt.id.split("/")[0], "") for punt in punten if not punt.klaar
        }
        self._desk.vaststelling.finalise(verslag_id, antwoorden)


def sectie(
    boek: Uitspraakboek, data: dict[str, Any], part: Sectie, *, later: bool = False
) -> Sectie:
    """Fill one part of the template from a file, or leave it as it is."""
    if nvt := data.get("nvt", {}).get(part.id):
        return Sectie(part.id, nvt=nvt)
    if part.id not in data["secties"]:
        return part
    return Sectie(part.id, tuple(boek.blok(b, later=later) for b in data["secties"][part.id]))
