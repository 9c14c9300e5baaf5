"""What became known of a demo casus after it was opened."""

from dataclasses import replace
from functools import partial
from typing import Any

from vtdesk.cli.demo.stap import Stap, Verloop, moment


class Bijwerkingen(Verloop):
    """Turns later words of a file about its casus, and about who works in it, into steps."""

    def stappen(self) -> list[Stap]:
        """List what was written anew, each at its own time."""
        return [
            Stap(moment(one["op"]), partial(self._write, one))
            for one in self._data.get("bijwerkingen", [])
        ]

    def _write(self, one: dict[str, Any]) -> None:
        if "let_op" in one:
            self._warn(one["let_op"])
        if "organisatie" in one:
            self._instruct(one["organisatie"], one["mandaat"])

    def _warn(self, let_op: str) -> None:
        casus = self._desk.casussen.get(self._bekend.casus())
        about = replace(casus.gegevens, let_op=let_op)
        self._desk.casussen.change(casus.id, casus.version, about, casus.staat)

    def _instruct(self, naam: str, mandaat: str) -> None:
        organisaties = self._desk.organisaties
        at_work = organisaties.in_casus(self._bekend.casus())
        wanted = self._bekend.organisaties[naam]
        row = next(row for row in at_work if row.organisatie_id == wanted)
        organisaties.change(row.id, row.version, replace(row.gegevens, mandaat=mandaat))
