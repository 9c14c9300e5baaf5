"""The herstelblad: whether it was looked at lately, by two groups that the kluis knows of it.

Two of its seven random groups lie here; the other five are what opens a copy of this kluis, and
nobody guesses a hundred bits.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from vtdesk.models import Sleutelwaarde
from vtdesk.security.herstelcode import GROUPS, as_group
from vtdesk.services.logboek import Voorval, tell
from vtdesk.store.store import Store
from vtdesk.values.tijd import Clock, local

HERSTELBLAD = "herstelblad"
EVERY = timedelta(days=90)
LATER = timedelta(days=7)
ASKED = 2


@dataclass(frozen=True, slots=True)
class BladStand:
    """When the sheet was last looked at, and which groups are asked; none: ask the whole code."""

    nagekeken_op: date | None = None
    gevraagd: tuple[int, ...] = ()
    is_tijd: bool = False


class Herstelbladen:
    """Use cases around the sheet; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def stand(self) -> BladStand:
        """Tell when it was last looked at, and whether it is time again."""
        kept = self._kept()
        if not kept:
            return BladStand()
        seen = date.fromisoformat(kept["op"])
        quiet_until = date.fromisoformat(kept.get("later") or kept["op"])
        today = self._today()
        is_due = today >= seen + EVERY and today >= quiet_until
        return BladStand(seen, tuple(sorted(map(int, kept["groepen"]))), is_due)

    def begin(self) -> None:
        """Count from today where nothing is known yet, such as in a kluis of before."""
        if not self._kept():
            self._keep({"op": self._today().isoformat(), "groepen": {}})

    def bewaar(self, groups: Sequence[str], voorval: Voorval | None = None) -> None:
        """Take in a sheet that was just in someone's hands."""
        asked = secrets.SystemRandom().sample(range(1, GROUPS), ASKED)  # the last only checks
        kept = {str(number): groups[number - 1] for number in sorted(asked)}
        self._keep({"op": self._today().isoformat(), "groepen": kept}, voorval)

    def klopt(self, typed: Mapping[int, str]) -> tuple[int, ...]:
        """Hold what was typed against the sheet; gives the groups that are not right."""
        kept = self._kept()
        known: dict[str, str] = kept.get("groepen", {})
        wrong = tuple(n for n, words in typed.items() if as_group(words) != known.get(str(n)))
        if not wrong:
            fresh = {"op": self._today().isoformat(), "groepen": known}
            self._keep(fresh, Voorval.BLAD_NAGEKEKEN)
        return wrong

    def later(self) -> None:
        """Ask again in a week."""
        self._keep(self._kept() | {"later": (self._today() + LATER).isoformat()})

    def _today(self) -> date:
        return local(self._clock()).date()

    def _kept(self) -> dict[str, Any]:
        with self._store.read() as session:
            found = session.get(Sleutelwaarde, HERSTELBLAD)
            return dict(found.waarde) if found else {}

    def _keep(self, kept: Mapping[str, Any], voorval: Voorval | None = None) -> None:
        with self._store.write() as session:
            session.merge(Sleutelwaarde(sleutel=HERSTELBLAD, waarde=dict(kept)))
            if voorval is not None:
                tell(session, voorval)
