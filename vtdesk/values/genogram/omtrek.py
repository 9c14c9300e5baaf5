"""The outlines of all households of a sheet, each with its name."""

from itertools import pairwise

from vtdesk.values.genogram.blad import Blad
from vtdesk.values.genogram.etiket import Tags
from vtdesk.values.genogram.huis import around, edges, outline
from vtdesk.values.genogram.tekening import Omtrek, Vak

_NEAR = 8.0  # between an outline and whoever is outside
_MOST_ROOM = 70.0  # what a straight outline may cost
_MOST_TRIES = 5


def outlines(sheet: Blad, tags: Tags) -> list[Omtrek]:
    """Draw around each household; what has no room for its name gets more the next time."""
    found = []
    drawn: list[tuple[int, Vak]] = []
    for number, huishouden in enumerate(sheet.tree.gezin.huishoudens):
        pieces = _pieces(sheet, number, drawn, tags)
        if not pieces:
            continue
        drawn += [(number, vak) for vak in pieces]
        loops = tuple(edges(pieces))
        shared = any(
            other is not home and other & home
            for home in (sheet.tree.huishoudens[number],)
            for other in sheet.tree.huishoudens
        )
        lack = tags.on_border(huishouden.naam, loops, high=shared) if huishouden.naam else 0.0
        if lack:
            extra = sheet.wider.houses
            extra[number] = extra.get(number, 0.0) + lack
        found.append(Omtrek(huishouden.naam, frozenset(huishouden.leden), loops))
    return found


def _pieces(sheet: Blad, house: int, drawn: list[tuple[int, Vak]], tags: Tags) -> list[Vak]:
    homes = sheet.tree.huishoudens
    rows = [
        [_member(sheet, house, item) for item in row if item in homes[house]] for row in sheet.rows
    ]
    rows = [row for row in rows if row]
    if not rows:
        return []
    extra = sheet.wider.houses.get(house, 0.0)
    right = max(rows[-1])
    rows[-1] = [vak._replace(right=vak.right + extra) if vak == right else vak for vak in rows[-1]]
    people = range(sheet.tree.people)
    strangers = [sheet.box(item).grown(_NEAR - 1, 0) for item in people if item not in homes[house]]
    apart = [vak for number, vak in drawn if not homes[number] & homes[house]]
    apart += [
        _member(sheet, number, item)
        for number in range(house + 1, len(homes))
        if not homes[number] & homes[house]
        for item in homes[number]
    ]
    pieces = outline(rows, strangers, [vak.grown(_NEAR - 1, 0) for vak in apart])
    if len(pieces) > 1:
        _ask_room(sheet, house, rows, tags)
    return pieces


def _ask_room(sheet: Blad, house: int, rows: list[list[Vak]], tags: Tags) -> None:
    """Ask for room beside a member when a plain rectangle nearly fits."""
    whole, home = around([vak for row in rows for vak in row]), sheet.tree.huishoudens[house]
    asked: dict[tuple[int, int], float] = {}
    for row in sheet.rows:
        for left, right in pairwise(row):
            if (left in home) == (right in home):
                continue
            one, other = _with_home(sheet, left, house), _with_home(sheet, right, house)
            lack = whole.right - other.left if left in home else one.right - whole.left
            if lack > -_NEAR:
                asked[left, right] = lack + _NEAR + 1
    tried = sheet.wider.tried[house] = sheet.wider.tried.get(house, 0) + 1
    mine = sheet.wider.asked.setdefault(house, {})
    if tried > _MOST_TRIES or max(asked.values(), default=_MOST_ROOM) >= _MOST_ROOM:
        tags.missed = tags.missed or bool(mine)
        mine.clear()
        sheet.wider.tried[house] = _MOST_TRIES
        return
    for pair, lack in asked.items():
        mine[pair] = mine.get(pair, 0.0) + lack
    tags.missed = True


def _with_home(sheet: Blad, item: int, house: int) -> Vak:
    """The box of somebody, with the outline of his own household around it."""
    for number, home in enumerate(sheet.tree.huishoudens):
        if item in home and not home & sheet.tree.huishoudens[house]:
            return _member(sheet, number, item)
    return sheet.box(item)


def _member(sheet: Blad, house: int, item: int) -> Vak:
    """The box of a member with air around it, as high as its row."""
    air, row = sheet.air(house), sheet.tree.row_of[item]
    box = sheet.box(item)
    return Vak(box.left - air, sheet.tops[row] - air, box.right + air, sheet.bottoms[row] + air)
