"""Documents of a demo casus that belong to no talk: begun, filled in further, and made final."""

from typing import Any
from uuid import UUID

from vtdesk.cli.demo.stap import Bekend, Stap, Verloop
from vtdesk.cli.demo.uitspraken import Uitspraakboek
from vtdesk.cli.demo.verslag import Verslagverloop
from vtdesk.services.desk import Desk


class Formulierverloop:
    """Turns the forms of one file into steps."""

    def __init__(
        self, desk: Desk, data: dict[str, Any], bekend: Bekend, boek: Uitspraakboek
    ) -> None:
        self._lopen = [
            Verslagverloop(desk, one, boek, _Begin(desk, one, bekend))
            for one in data.get("formulieren", [])
        ]

    def stappen(self) -> list[Stap]:
        """List everything that was done with these forms."""
        return [step for verloop in self._lopen for step in verloop.stappen()]


class _Begin(Verloop):
    """Begins a form when it is first asked for, and gives the same one from then on."""

    def __init__(self, desk: Desk, data: dict[str, Any], bekend: Bekend) -> None:
        super().__init__(desk, data, bekend)
        self._id: UUID | None = None

    def __call__(self) -> UUID:
        if self._id is None:
            data, bekend = self._data, self._bekend
            wie = bekend.personen.get(data.get("persoon", ""))
            self._id = self._desk.formulieren.begin(
                bekend.casus(),
                data["soort"],
                persoon_id=wie.id if wie else None,
                organisatie_id=bekend.organisaties.get(data.get("organisatie", "")),
            )
        return self._id
