"""What keeps the family of a demo casus safe: made, answered, checked and handed over in time."""

from functools import partial
from typing import Any
from uuid import UUID

from vtdesk.cli.demo.stap import Bekend, Stap, Verloop, moment
from vtdesk.services.desk import Desk
from vtdesk.services.veiligheid import PolitieGegevens, ToetsGegevens, WaarborgGegevens
from vtdesk.services.zicht import OverdrachtGegevens
from vtdesk.values.casuskinds import (
    Instemmingsstand,
    PolitieSoort,
    Toetsuitkomst,
    WaarborgSoort,
)


class Veiligheidsverloop(Verloop):
    """Turns waarborgen, AOL and AOP, casusregie and overdrachten of one file into steps."""

    def stappen(self) -> list[Stap]:
        """List everything that was done for safety in this casus."""
        data = self._data
        steps = [
            step
            for waarborg in data.get("waarborgen", [])
            for step in _Waarborg(self._desk, waarborg, self._bekend).stappen()
        ]
        steps += [self._stap(self._police, one) for one in data.get("politieafspraken", [])]
        steps += [self._stap(self._direct, one) for one in data.get("regie", [])]
        for overdracht in data.get("overdrachten", []):
            steps += _Overdracht(self._desk, overdracht, self._bekend).stappen()
        return steps

    def _stap(self, do: Any, one: dict[str, Any]) -> Stap:
        return Stap(moment(one["op"]), partial(do, one))

    def _police(self, one: dict[str, Any]) -> None:
        fields = _without(one, "op") | {"soort": PolitieSoort(one["soort"])}
        self._desk.veiligheid.agree(self._bekend.casus(), PolitieGegevens(**fields))

    def _direct(self, one: dict[str, Any]) -> None:
        organisatie_id = self._bekend.organisaties[one["organisatie"]]
        self._desk.regie.give(self._bekend.casus(), organisatie_id, one["vanaf"])


class _Waarborg(Verloop):
    """One waarborg with what was said about it and every check."""

    def __init__(self, desk: Desk, data: dict[str, Any], bekend: Bekend) -> None:
        super().__init__(desk, data, bekend)
        self._id: UUID | None = None

    def stappen(self) -> list[Stap]:
        data = self._data
        said = [(self._respond, one) for one in data.get("instemmingen", [])]
        checked = [(self._check, one) for one in data.get("toetsen", [])]
        later = [Stap(moment(one["op"]), partial(do, one)) for do, one in (*said, *checked)]
        return [Stap(moment(data["op"]), self._make), *later]

    def _make(self) -> None:
        data = self._data
        gegevens = _without(data, "op", "soort", "voorstel", "instemmingen", "toetsen")
        self._id = self._desk.veiligheid.add(
            self._bekend.casus(),
            WaarborgSoort(data["soort"]),
            WaarborgGegevens(**gegevens),
            voorstel=data.get("voorstel", False),
        )

    def _waarborg_id(self) -> UUID:
        assert self._id is not None, "a waarborg is made first"  # noqa: S101 - cannot be
        return self._id

    def _respond(self, one: dict[str, Any]) -> None:
        stand = Instemmingsstand(one["stand"])
        self._desk.veiligheid.respond(self._waarborg_id(), one["wie"], stand)

    def _check(self, one: dict[str, Any]) -> None:
        fields = _without(one, "op") | {"uitkomst": Toetsuitkomst(one["uitkomst"])}
        gegevens = ToetsGegevens(datum=one["op"].date(), **fields)
        self._desk.veiligheid.toets(self._waarborg_id(), gegevens)


class _Overdracht(Verloop):
    """One offer of the zicht, and its acceptance."""

    def __init__(self, desk: Desk, data: dict[str, Any], bekend: Bekend) -> None:
        super().__init__(desk, data, bekend)
        self._id: UUID | None = None

    def stappen(self) -> list[Stap]:
        steps = [Stap(moment(self._data["op"]), self._offer)]
        if aanvaard := self._data.get("aanvaard"):
            steps.append(Stap(moment(aanvaard["op"]), partial(self._accept, aanvaard["door"])))
        return steps

    def _offer(self) -> None:
        gegevens = OverdrachtGegevens(**_without(self._data, "op", "aanvaard"))
        self._id = self._desk.zicht.offer(self._bekend.casus(), gegevens)

    def _accept(self, door: str) -> None:
        assert self._id is not None, "zicht is offered first"  # noqa: S101 - cannot be
        self._desk.zicht.accept(self._id, door)


def _without(data: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in names}
