"""Violence, support and help over the family: lines that go around people, never through them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from vtdesk.values.genogram.blad import Blad
from vtdesk.values.genogram.etiket import Tags
from vtdesk.values.genogram.route import Port, Router
from vtdesk.values.genogram.tekening import Laag, Lijn, Lijnsoort, Omtrek, Punt, Vak

_AWAY = 3.0  # a line ends this far from the symbol
_HEIGHTS = (0.0, -11.0, 11.0)  # where at the side of a symbol lines may leave
_FOOT = 24.0  # beside the lines of the family under a name


_End = tuple[UUID, list[Port]]


@dataclass(frozen=True, slots=True)
class _Wish:
    """A line that a layer asks for."""

    soort: Lijnsoort
    laag: Laag
    van: _End
    naar: _End
    tekst: str = ""
    pijl: bool = False


def layers(sheet: Blad, lines: Iterable[Lijn], tags: Tags, borders: list[Omtrek]) -> list[Lijn]:
    """Draw all layers, the nearest people first; a word stands at the line if it fits."""
    lines = list(lines)
    for border in borders:
        tags.keep_off(border.randen)
    obstacles = [*tags.boxes, *(tag.vak for tag in tags.placed)]
    router = Router(sheet, obstacles, lines, borders)
    drawn = []
    net = max((line.net for line in lines), default=0)
    for wish in sorted(_wishes(sheet), key=_distance):
        if points := router.route(wish.van[1], wish.naar[1]):
            net += 1
            van = frozenset((wish.van[0], wish.naar[0]))
            line = Lijn(points, wish.soort, wish.laag, net, van, pijl=wish.pijl)
            tags.add_lines(line)
            drawn.append((line, wish.tekst))
    for line, tekst in drawn:
        if tekst:
            tags.at_line(tekst, line.punten, line.laag)
    return [line for line, _ in drawn]


def _distance(wish: _Wish) -> float:
    one, other = wish.van[1][0].edge, wish.naar[1][0].edge
    return abs(one.x - other.x) + abs(one.y - other.y)


def _wishes(sheet: Blad) -> Iterable[_Wish]:
    number = {figuur.id: item for item, figuur in enumerate(sheet.tree.gezin.figuren)}

    def end(person: UUID) -> _End:
        return person, _ports(sheet, number[person])

    for geweld in sheet.tree.gezin.geweld:
        van, naar = end(geweld.van), end(geweld.naar)
        yield _Wish(Lijnsoort.ZIGZAG, Laag.GEWELD, van, naar, geweld.tekst, pijl=True)
    for steun in sheet.tree.gezin.steun:
        van, naar = end(steun.van), end(steun.naar)
        yield _Wish(Lijnsoort.DUBBEL, Laag.STEUN, van, naar, steun.tekst)
    for item, hulp in sheet.tree.hulp.items():
        above = _over(sheet.box(item))
        for person in sheet.tree.gezin.hulp[hulp].bij:
            yield _Wish(Lijnsoort.HULPLIJN, Laag.HULP, (person, above), end(person))


def _ports(sheet: Blad, item: int) -> list[Port]:
    """List where a line may leave: both sides of the symbol, and beside the middle under a name."""
    symbol, caption = sheet.symbol(item), sheet.caption(item)
    middle = symbol.midden
    ports = []
    for height in _HEIGHTS:
        y = middle.y + height
        ports.append(Port(Punt(symbol.right + _AWAY, y), 1, 0, abs(height)))
        ports.append(Port(Punt(symbol.left - _AWAY, y), -1, 0, abs(height)))
    if caption.right - middle.x > _FOOT:
        ports += [
            Port(Punt(middle.x + side * _FOOT, caption.bottom + _AWAY), 0, 1) for side in (1, -1)
        ]
    return ports


def _over(box: Vak) -> list[Port]:
    wide = (box.right - box.left) / 4
    return [Port(Punt(box.midden.x + side * wide, box.top - _AWAY), 0, -1) for side in (0, -1, 1)]
