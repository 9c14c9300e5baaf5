"""The verslag of one demo talk: begun, finalised, and corrected where that was needed."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from vtdesk.cli.demo.stap import Stap, moment
from vtdesk.cli.demo.uitspraken import Uitspraakboek
from vtdesk.services.desk import Desk
from vtdesk.values.tekst import Sectie, Tekst


class Verslagverloop:
    """Turns what a file says of a verslag into steps."""

    def __init__(
        self,
        desk: Desk,
        data: dict[str, Any],
        boek: Uitspraakboek,
        afspraak_id: Callable[[], UUID],
    ) -> None:
        self._desk = desk
        self._data = data
        self._boek = boek
        self._afspraak_id = afspraak_id

    def stappen(self) -> list[Stap]:
        """List everything that was done with this verslag."""
        data = self._data
        steps = [Stap(moment(data["op"]), self._write)]
        if "vastgesteld" in data:
            steps.append(Stap(moment(data["vastgesteld"]), self._finalise))
        if correctie := data.get("correctie"):
            steps.append(Stap(moment(correctie["op"]), self._correct))
            steps.append(Stap(moment(correctie["vastgesteld"]), self._finalise))
        return steps

    def _verslag_id(self) -> UUID:
        """Begin the verslag, or find the one that was begun."""
        return self._desk.verslagen.start(self._afspraak_id())

    def _write(self) -> None:
        verslag = self._desk.verslagen.open(self._verslag_id())
        tekst = Tekst(tuple(self._sectie(sectie, later=False) for sectie in verslag.tekst.secties))
        self._desk.verslagen.save_concept(verslag.id, tekst)

    def _correct(self) -> None:
        verslag_id = self._verslag_id()
        self._desk.vaststelling.correct(verslag_id, self._data["correctie"]["reden"])
        now = self._desk.verslagen.open(verslag_id).tekst
        tekst = Tekst(tuple(self._sectie(sectie, later=True) for sectie in now.secties))
        self._desk.verslagen.save_concept(verslag_id, tekst)

    def _sectie(self, sectie: Sectie, *, later: bool) -> Sectie:
        if nvt := self._data.get("nvt", {}).get(sectie.id):
            return Sectie(sectie.id, nvt=nvt)
        if sectie.id not in self._data["secties"]:
            return sectie
        blokken = self._data["secties"][sectie.id]
        return Sectie(sectie.id, tuple(self._boek.blok(blok, later=later) for blok in blokken))

    def _finalise(self) -> None:
        """Finalise; open points are answered by their kind, the word before the slash."""
        verslag_id = self._verslag_id()
        redenen = self._data.get("redenen", {})
        punten = self._desk.vaststelling.controle(verslag_id)
        antwoorden = {
            punt.id: redenen.get(punt.id.split("/")[0], "") for punt in punten if not punt.klaar
        }
        self._desk.vaststelling.finalise(verslag_id, antwoorden)
