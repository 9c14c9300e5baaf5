"""The phone on the day of the demo: who called, and what became of calling back."""

from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from vtdesk.cli.demo.stap import Stap, moment
from vtdesk.services.bellen.service import BelAntwoorden
from vtdesk.services.desk import Desk
from vtdesk.values.dagkinds import BelUitkomst


class Belverloop:
    """Turns the callbacks of a file into steps."""

    def __init__(self, desk: Desk, data: list[dict[str, Any]]) -> None:
        self._desk = desk
        self._data = data

    def stappen(self) -> list[Stap]:
        """List what was done with each call."""
        return [step for one in self._data for step in _Verzoek(self._desk, one).stappen()]


class _Verzoek:
    """One callback from the line that noted it to how it ended."""

    def __init__(self, desk: Desk, data: dict[str, Any]) -> None:
        self._desk = desk
        self._data = data
        self._known: UUID | None = None
        self._answers = BelAntwoorden()

    def stappen(self) -> list[Stap]:
        data = self._data
        steps = [Stap(moment(data["op"]), self._note)]
        if "klopt" in data:
            steps.append(Stap(moment(data["klopt"]["op"]), self._confirm))
        if "wacht" in data:
            steps.append(Stap(moment(data["wacht"]["op"]), self._wait))
        steps += [
            Stap(moment(one["op"]), partial(self._answer, one))
            for one in data.get("antwoorden", [])
        ]
        if "gesproken" in data:
            steps.append(Stap(moment(data["gesproken"]["op"]), self._speak))
        return steps

    def _id(self) -> UUID:
        assert self._known is not None, "a call is noted first"  # noqa: S101 - cannot be
        return self._known

    def _note(self) -> None:
        self._known = self._desk.bellen.add(self._data["regel"])

    def _confirm(self) -> None:
        """Say who it is, or only which casus it is about when the file names one."""
        if nummer := self._data["klopt"].get("casus"):
            casus_id = self._desk.casussen.find(nummer).id
            self._desk.bellen.confirm(self._id(), None, casus_id)
            return
        match = self._desk.bellen.detail(self._id()).gekozen
        assert match is not None, "the number of the file is of one person"  # noqa: S101 (as said)
        self._desk.bellen.confirm(self._id(), match.persoon_id, match.casus_id)

    def _wait(self) -> None:
        wacht = self._data["wacht"]
        self._desk.bellen.wait(self._id(), wacht["wie"], wacht.get("tot"))

    def _answer(self, one: dict[str, Any]) -> None:
        typed = {name: value for name, value in one.items() if name != "op"}
        self._answers = replace(self._answers, **typed)
        self._desk.bellen.keep(self._id(), self._answers)

    def _speak(self) -> None:
        regel = self._data["gesproken"]["regel"]
        self._desk.bellen.attempt(self._id(), BelUitkomst.GESPROKEN, regel)
