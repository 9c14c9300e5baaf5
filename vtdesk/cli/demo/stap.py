"""One thing that happened in the demo, and what is known by then."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from vtdesk.services.desk import Desk
from vtdesk.values.tijd import AMSTERDAM


@dataclass(frozen=True, slots=True)
class Stap:
    """What to do, and when it was done; steps of one moment keep their order."""

    op: datetime
    doe: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Wie:
    """Somebody in a casus, as talks and statements name them."""

    id: UUID
    naam: str
    rol: str


@dataclass(slots=True)
class Bekend:
    """What the names in the files stand for; filled while the steps run."""

    organisaties: dict[str, UUID]
    personen: dict[str, Wie] = field(default_factory=dict)
    afspraken: dict[str, UUID] = field(default_factory=dict)  # those that others name
    casus_id: UUID | None = None

    def casus(self) -> UUID:
        """Give the casus, which is opened before anything else happens in it."""
        assert self.casus_id is not None, "a casus is opened first"  # noqa: S101 - cannot be
        return self.casus_id


class Verloop:
    """What turns a part of a file into steps: over the services, with what its names stand for."""

    def __init__(self, desk: Desk, data: dict[str, Any], bekend: Bekend) -> None:
        self._desk = desk
        self._data = data
        self._bekend = bekend


def moment(wall: datetime) -> datetime:
    """Read a moment of a file, which is on the Amsterdam clock."""
    return wall.replace(tzinfo=AMSTERDAM)
