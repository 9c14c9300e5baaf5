"""The family as rows of numbers and nets of lines: what ordering and placing work on."""

from dataclasses import dataclass, field
from uuid import UUID

from vtdesk.values.genogram.gezin import BandSoort, Gezin, OuderSoort
from vtdesk.values.genogram.paren import Paar, birth_order, brackets, couples, numbers
from vtdesk.values.genogram.rijen import rows
from vtdesk.values.genogram.tekening import Lijnsoort

KIND_LINES = {
    OuderSoort.BIOLOGISCH: Lijnsoort.VAST,
    OuderSoort.ADOPTIE: Lijnsoort.STREEPPUNT,
    OuderSoort.PLEEG: Lijnsoort.GESTIPPELD,
    OuderSoort.STIEF: Lijnsoort.GESTIPPELD,
}

BAND_LINES = {
    BandSoort.ONBEKEND: Lijnsoort.GESTREEPT,
    BandSoort.NETWERK: Lijnsoort.GESTIPPELD,
}


@dataclass(frozen=True, slots=True)
class Net:
    """Lines in one channel that belong together: a couple's bar and the lines to their children.

    Without tops it is a bracket over siblings; with one top and one bottom it may only pass by.
    """

    row: int  # of the tops; -1 is above the first row
    tops: tuple[int, ...]
    bottoms: tuple[int, ...]
    groep: int  # nets of one couple
    van: frozenset[int]  # the people it joins
    band: BandSoort | None = None
    soorten: tuple[Lijnsoort, ...] = ()  # of the line to each bottom


@dataclass(slots=True)
class Stamboom:
    """Items by number: first the people, then what keeps a place free for a line or an outline."""

    gezin: Gezin
    row_of: list[int]
    nets: list[Net] = field(default_factory=list)
    huishoudens: list[set[int]] = field(default_factory=list)
    tweelingen: set[frozenset[int]] = field(default_factory=set)
    hulp: dict[int, int] = field(default_factory=dict)  # item → number of the hulp
    gangen: set[int] = field(default_factory=set)  # where an outline passes
    passing: dict[int, frozenset[int]] = field(default_factory=dict)  # line → whom it joins

    @property
    def people(self) -> int:
        """The number of people: every item below it is a person."""
        return len(self.gezin.figuren)

    @property
    def rows(self) -> list[list[int]]:
        """The items of each row."""
        found: list[list[int]] = [[] for _ in range(max(self.row_of, default=-1) + 1)]
        for item, row in enumerate(self.row_of):
            found[row].append(item)
        return found

    def ids(self, items: frozenset[int]) -> frozenset[UUID]:
        """Name people by their own id."""
        return frozenset(self.gezin.figuren[item].id for item in items)

    def add(self, row: int) -> int:
        """Keep a place free in a row."""
        self.row_of.append(row)
        return len(self.row_of) - 1

    def pass_line(self, row: int, van: frozenset[int]) -> int:
        """Keep a place free for a line that joins people in other rows."""
        item = self.add(row)
        self.passing[item] = van
        return item


def stamboom(gezin: Gezin) -> Stamboom:
    """Turn a family into rows and nets; long lines are cut at each row that they pass."""
    paren, groepen = couples(gezin), brackets(gezin)
    tree = Stamboom(gezin, rows(gezin, paren, groepen))
    for groep, paar in enumerate(paren):
        _add_couple(tree, groep, paar)
    for groep, siblings in enumerate(groepen, start=len(paren)):
        _add_bracket(tree, groep, siblings)
    _add_households(tree)
    _add_help(tree)
    tree.tweelingen = _twins(gezin, paren)
    return tree


def _add_couple(tree: Stamboom, groep: int, paar: Paar) -> None:
    van = frozenset((*paar.leden, *paar.kinderen))
    base = max(tree.row_of[lid] for lid in paar.leden)
    unknown = paar.band is None and len(paar.leden) > 1
    band = BandSoort.ONBEKEND if unknown else paar.band
    passing_by = BAND_LINES.get(band, Lijnsoort.VAST) if band else Lijnsoort.VAST
    tops = tuple(_brought_down(tree, groep, van, lid, base, passing_by) for lid in paar.leden)
    left = dict(paar.kinderen)
    if len(tops) == 1 and not left:
        return
    while tops:
        near = [kind for kind in left if tree.row_of[kind] == base + 1]
        soorten = [KIND_LINES[left.pop(kind)] for kind in near]
        passing = (tree.pass_line(base + 1, van),) if left else ()
        soorten += [KIND_LINES[soort] for soort in list(left.values())[:1]]
        tree.nets.append(
            Net(base, tops, (*near, *passing), groep, van, band=band, soorten=tuple(soorten))
        )
        tops, band, base = passing, None, base + 1


def _brought_down(
    tree: Stamboom, groep: int, van: frozenset[int], item: int, base: int, soort: Lijnsoort
) -> int:
    """Lead a line from an item in a higher row down to this one."""
    while tree.row_of[item] < base:
        below = tree.pass_line(tree.row_of[item] + 1, van)
        tree.nets.append(Net(tree.row_of[item], (item,), (below,), groep, van, soorten=(soort,)))
        item = below
    return item


def _add_bracket(tree: Stamboom, groep: int, siblings: list[int]) -> None:
    van = frozenset(siblings)
    top = min(tree.row_of[item] for item in siblings)
    ends = []
    for sibling in siblings:
        item = sibling
        while tree.row_of[item] > top:
            above = tree.pass_line(tree.row_of[item] - 1, van)
            tree.nets.append(
                Net(tree.row_of[above], (above,), (item,), groep, van, soorten=(Lijnsoort.VAST,))
            )
            item = above
        ends.append(item)
    soorten = (Lijnsoort.VAST,) * len(ends)
    tree.nets.append(Net(top - 1, (), tuple(ends), groep, van, soorten=soorten))


def _add_households(tree: Stamboom) -> None:
    number = numbers(tree.gezin)
    for huishouden in tree.gezin.huishoudens:
        leden = {number[lid] for lid in huishouden.leden}
        leden |= {item for item, van in tree.passing.items() if van <= leden}
        taken = {tree.row_of[lid] for lid in leden}
        for row in range(min(taken, default=0), max(taken, default=0)):
            if row not in taken:
                leden.add(gang := tree.add(row))
                tree.gangen.add(gang)
        tree.huishoudens.append(leden)


def _add_help(tree: Stamboom) -> None:
    below = max(tree.row_of, default=0) + 1
    tree.hulp = {tree.add(below): number for number in range(len(tree.gezin.hulp))}


def _twins(gezin: Gezin, paren: list[Paar]) -> set[frozenset[int]]:
    """Find children of one couple with one day of birth."""
    births = birth_order(gezin)
    together: dict[tuple[int, object], set[int]] = {}
    for groep, paar in enumerate(paren):
        for kind in paar.kinderen:
            figuur = gezin.figuren[kind]
            if figuur.geboren or figuur.verwacht:
                together.setdefault((groep, births[kind][0]), set()).add(kind)
    return {frozenset(kinderen) for kinderen in together.values() if len(kinderen) > 1}
