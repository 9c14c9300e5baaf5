"""What a commit changed, and the feed that tells it to whoever listens."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from vtdesk.values.kinds import Kind


@dataclass(frozen=True, slots=True)
class Change:
    """The things that one commit touched."""

    entities: frozenset[tuple[Kind, UUID]]

    def touches(self, kinds: frozenset[Kind]) -> bool:
        """Tell whether one of these kinds changed."""
        return any(kind in kinds for kind, _ in self.entities)


class ChangeFeed:
    """Hands each Change to every subscriber, on the thread that committed."""

    def __init__(self) -> None:
        self._subscribers: list[Callable[[Change], None]] = []

    def subscribe(self, subscriber: Callable[[Change], None]) -> None:
        """Call `subscriber` after each commit from now on."""
        self._subscribers.append(subscriber)

    def publish(self, change: Change) -> None:
        """Tell all subscribers, in the order in which they came."""
        for subscriber in self._subscribers:
            subscriber(change)
