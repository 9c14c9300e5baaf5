"""How large everybody is: the symbol, the text under it, and the room around both."""

from dataclasses import dataclass

from vtdesk.values.genogram.gezin import Figuur, Gezin
from vtdesk.values.genogram.letters import visible, width, wrapped
from vtdesk.values.genogram.stamboom import Stamboom
from vtdesk.values.genogram.tekening import Laag

SYMBOL = 44.0
UNDER_SYMBOL = 6.0  # between a symbol and its name
NAME_SIZE, NAME_LINE = 13.0, 18.0
SMALL_SIZE, SMALL_LINE = 12.0, 16.0
_LINES, _MOST_LINES = 3, 5  # of one text, and of all texts under a name
LABEL_ROOM, NARROW_ROOM = 132.0, 88.0  # for a name; narrow where a whole row must fit on paper
TAG_HEIGHT, TAG_AIR = 20.0, 8.0  # of a small box with a word
DOCK = 16.0  # between two lines at one person
GAP = 26.0  # between two people
LANE_GAP = 18.0  # beside a line that passes
OUTLINE = 14.0  # between somebody and the outline of the household
OUTLINE_STEP = 5.0  # a second household around somebody lies this much closer
FROM_END = 12.0  # a line to the children leaves a couple's bar this far from its end
LAYER_ROOM = 64.0  # between two symbols that a line of a layer joins
PASSAGE = 20.0  # width that an outline needs to pass a row
MARGIN = 20.0


@dataclass(frozen=True, slots=True)
class Bijschrift:
    """One line of text under a symbol."""

    tekst: str
    vet: bool = False
    laag: Laag = Laag.GEZIN

    @property
    def width(self) -> float:
        """The width as drawn."""
        return width(self.tekst, NAME_SIZE if self.vet else SMALL_SIZE)

    @property
    def height(self) -> float:
        """The height of the line."""
        return NAME_LINE if self.vet else SMALL_LINE


def tag_width(text: str) -> float:
    """Tell how wide a small box with a word is."""
    return width(text, SMALL_SIZE) + 2 * TAG_AIR


def tag_text(text: str) -> str:
    """Shorten a word in a box to what a drawing can hold."""
    return " ".join(wrapped(text, SMALL_SIZE, room=LABEL_ROOM + 40, lines=1))


def captions(gezin: Gezin, room: float) -> list[tuple[Bijschrift, ...]]:
    """Break the text of everybody into lines."""
    gezag = {entry.kind: entry.tekst for entry in gezin.gezag}
    return [
        (*_own(figuur, room), *_gezag(gezag.get(figuur.id, ""), room)) for figuur in gezin.figuren
    ]


def _own(figuur: Figuur, room: float) -> tuple[Bijschrift, ...]:
    names = _broken(figuur.naam, NAME_SIZE, room)
    under = [line for regel in figuur.regels for line in _broken(regel, SMALL_SIZE, room)]
    return (*(Bijschrift(name, vet=True) for name in names), *map(Bijschrift, under[:_MOST_LINES]))


def _broken(text: str, size: float, room: float) -> tuple[str, ...]:
    """Break between words; within a word only when it is wider than any caption may be."""
    widest = max((width(word, size) for word in visible(text).split()), default=0.0)
    return wrapped(text, size, room=min(max(room, widest), LABEL_ROOM), lines=_LINES)


def _gezag(tekst: str, room: float) -> tuple[Bijschrift, ...]:
    if not tekst:
        return ()
    lines = _broken(f"gezag: {tekst}", SMALL_SIZE, room)
    return tuple(Bijschrift(line, laag=Laag.GEZAG) for line in lines)


def widths(tree: Stamboom, texts: list[tuple[Bijschrift, ...]]) -> list[float]:
    """Tell per item how wide it is, with its text and with all lines that leave from it."""
    found = []
    for item in range(len(tree.row_of)):
        if item < tree.people:
            docks = sum(item in net.tops for net in tree.nets) * DOCK
            found.append(max([SYMBOL + 4, docks, *(line.width for line in texts[item])]))
        elif item in tree.hulp:
            found.append(tag_width(tag_text(tree.gezin.hulp[tree.hulp[item]].organisatie)))
        else:
            found.append(PASSAGE if item in tree.gangen else 2.0)
    return found
