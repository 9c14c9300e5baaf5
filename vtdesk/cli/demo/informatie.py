"""Questions of a demo casus to informants: asked, and each step on its own day."""

from functools import partial
from typing import Any
from uuid import UUID

from vtdesk.cli.demo.stap import Bekend, Stap, Verloop, moment
from vtdesk.services.desk import Desk
from vtdesk.services.informatie import InformatieGegevens
from vtdesk.services.informatie import Stap as Vraagstap


class Informatieverloop:
    """Turns the questions of one file into steps."""

    def __init__(self, desk: Desk, data: dict[str, Any], bekend: Bekend) -> None:
        self._vragen = [_Vraag(desk, one, bekend) for one in data.get("informatie", [])]

    def stappen(self) -> list[Stap]:
        """List what was asked, and what came back."""
        return [step for vraag in self._vragen for step in vraag.stappen()]


class _Vraag(Verloop):
    """One question from its asking to where it stands."""

    def __init__(self, desk: Desk, data: dict[str, Any], bekend: Bekend) -> None:
        super().__init__(desk, data, bekend)
        self._id: UUID | None = None

    def stappen(self) -> list[Stap]:
        taken = [Stap(moment(one["op"]), partial(self._take, one)) for one in self._data["stappen"]]
        return [Stap(moment(self._data["op"]), self._ask), *taken]

    def _ask(self) -> None:
        data, bekend = self._data, self._bekend
        wie = bekend.personen[data["persoon"]]
        gegevens = InformatieGegevens(
            aan=wie.naam,
            gevraagd=data["gevraagd"],
            grond=data["grond"],
            persoon_id=wie.id,
            organisatie_id=bekend.organisaties[data["organisatie"]],
            ouders_weten=data["ouders_weten"],
        )
        self._id = self._desk.informatie.ask(bekend.casus(), gegevens)

    def _take(self, one: dict[str, Any]) -> None:
        assert self._id is not None, "a question is asked first"  # noqa: S101 - cannot be
        day, step = one["op"].date(), Vraagstap(one["stap"])
        self._desk.informatie.step(self._id, step, day, antwoord=one.get("antwoord", ""))
