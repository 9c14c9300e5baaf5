"""What happened in the family of a demo casus, noted at the time at which it was heard of."""

from functools import partial
from typing import Any

from vtdesk.cli.demo.stap import Stap, Verloop, moment
from vtdesk.services.gebeurtenissen import GebeurtenisGegevens
from vtdesk.values.casuskinds import GebeurtenisSoort


class Gebeurtenisverloop(Verloop):
    """Turns the events of one file into steps."""

    def stappen(self) -> list[Stap]:
        """List everything that was noted; until when a ban holds follows from its rule."""
        return [
            Stap(moment(one["op"]), partial(self._note, one))
            for one in self._data.get("gebeurtenissen", [])
        ]

    def _note(self, one: dict[str, Any]) -> None:
        gegevens = GebeurtenisGegevens(
            soort=GebeurtenisSoort(one["soort"]),
            titel=one["titel"],
            begin=moment(one["begin"]),
            hele_dag=one.get("hele_dag", False),
            bron=one.get("bron", ""),
            toelichting=one.get("toelichting", ""),
            personen=tuple(self._bekend.personen[naam].id for naam in one["personen"]),
        )
        self._desk.gebeurtenissen.add(self._bekend.casus(), gegevens)
