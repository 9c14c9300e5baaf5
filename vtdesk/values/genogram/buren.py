"""Where the arrow keys lead: up to a parent, down to a child, aside to whoever stands next."""

from collections.abc import Iterator

from vtdesk.values.genogram.paren import couples
from vtdesk.values.genogram.prijs import Rows
from vtdesk.values.genogram.stamboom import Stamboom
from vtdesk.values.genogram.tekening import Buren


def neighbours(tree: Stamboom, rows: Rows) -> Iterator[tuple[int, Buren]]:
    """List per person the nearest in each direction; by relation first, then by place."""
    ouders: dict[int, list[int]] = {}
    kinderen: dict[int, list[int]] = {}
    for paar in couples(tree.gezin):
        for lid in paar.leden:
            kinderen.setdefault(lid, []).extend(paar.kinderen)
        for kind in paar.kinderen:
            ouders.setdefault(kind, []).extend(paar.leden)
    at = {item: place for row in rows for place, item in enumerate(row)}
    people = [[item for item in row if item < tree.people] for row in rows]
    ids = [figuur.id for figuur in tree.gezin.figuren]
    for number, row in enumerate(people):
        for place, item in enumerate(row):
            up = _nearest(ouders.get(item) or _row(people, number - 1), at, item)
            down = _nearest(kinderen.get(item) or _row(people, number + 1), at, item)
            yield (
                item,
                Buren(
                    op=None if up is None else ids[up],
                    neer=None if down is None else ids[down],
                    links=ids[row[place - 1]] if place else None,
                    rechts=ids[row[place + 1]] if place + 1 < len(row) else None,
                ),
            )


def _row(people: list[list[int]], number: int) -> list[int]:
    return people[number] if 0 <= number < len(people) else []


def _nearest(options: list[int], at: dict[int, int], item: int) -> int | None:
    return min(options, key=lambda other: (abs(at[other] - at[item]), other), default=None)
