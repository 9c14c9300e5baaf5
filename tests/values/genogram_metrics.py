"""What a good draughtsman looks at, measured on a drawing and on nothing else."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from vtdesk.values.genogram.gezin import Gezin
from vtdesk.values.genogram.tekening import Laag, Omtrek, Punt, Tekening, Vak

_HAIR = 0.75  # a touch is no overlap


def faults(gezin: Gezin, tekening: Tekening) -> list[str]:
    """Name all that is wrong; the number of crossings is left to the caller."""
    return [
        *_people(gezin, tekening),
        *_overlaps(tekening),
        *_lines_through(tekening),
        *_children(gezin, tekening),
        *_households(gezin, tekening),
        *_outside(tekening),
    ]


def crossings(tekening: Tekening) -> int:
    """Count where family lines of different couples meet."""
    segments = [
        (lijn.net, *pair)
        for lijn in tekening.lijnen
        if lijn.laag is Laag.GEZIN
        for pair in pairwise(lijn.punten)
    ]
    return sum(
        one[0] != other[0] and _meet(one[1], one[2], other[1], other[2])
        for one, other in combinations(segments, 2)
    )


def _people(gezin: Gezin, tekening: Tekening) -> Iterator[str]:
    drawn = sorted(str(symbool.id) for symbool in tekening.symbolen)
    if drawn != sorted(str(figuur.id) for figuur in gezin.figuren):
        yield "not everybody is drawn once"


def _overlaps(tekening: Tekening) -> Iterator[str]:
    boxes = [
        (name, vak)
        for symbool in tekening.symbolen
        for name, vak in (("symbol", symbool.vak), ("caption", symbool.bijschrift))
    ]
    boxes += [("tag " + etiket.tekst, etiket.vak) for etiket in tekening.etiketten]
    for (one, vak), (other, vak2) in combinations(boxes, 2):
        if vak.meets(vak2, -_HAIR):
            yield f"{one} over {other} at {vak}"


def _lines_through(tekening: Tekening) -> Iterator[str]:
    for lijn in tekening.lijnen:
        for one, other in pairwise(lijn.punten):
            for symbool in tekening.symbolen:
                if _enters(symbool.bijschrift, one, other):
                    yield f"a line of {lijn.laag} through a caption at {one}"
                if symbool.id not in lijn.van and _enters(symbool.vak, one, other):
                    yield f"a line of {lijn.laag} through a symbol at {one}"
            for etiket in tekening.etiketten:
                if lijn.laag is Laag.GEZIN and _enters(etiket.vak, one, other):
                    yield f"a family line through the word {etiket.tekst}"


def _children(gezin: Gezin, tekening: Tekening) -> Iterator[str]:
    for ouderschap in gezin.ouderschappen:
        kind = tekening.symbool(ouderschap.kind).vak
        for ouder in ouderschap.ouders:
            if tekening.symbool(ouder).bijschrift.bottom >= kind.top:
                yield "a child beside or above its parent"


def _households(gezin: Gezin, tekening: Tekening) -> Iterator[str]:
    wanted = sorted(str(sorted(h.leden)) for h in gezin.huishoudens if h.leden)
    if wanted != sorted(str(sorted(omtrek.leden)) for omtrek in tekening.omtrekken):
        yield "not every household has its outline"
    for omtrek in tekening.omtrekken:
        for symbool in tekening.symbolen:
            for vak in (symbool.vak, symbool.bijschrift):
                inside = {_inside(omtrek, corner) for corner in _corners(vak)}
                if inside != {symbool.id in omtrek.leden}:
                    yield f"{omtrek.naam} does not enclose exactly its members"
                if any(_enters(vak, *side) for side in _sides(omtrek)):
                    yield f"the outline of {omtrek.naam} through somebody"


def _outside(tekening: Tekening) -> Iterator[str]:
    sheet = Vak(0, 0, tekening.breedte, tekening.hoogte)
    points = [punt for lijn in tekening.lijnen for punt in lijn.punten]
    points += [corner for e in tekening.etiketten for corner in _corners(e.vak)]
    points += [corner for s in tekening.symbolen for corner in _corners(s.bijschrift)]
    points += [punt for omtrek in tekening.omtrekken for rand in omtrek.randen for punt in rand]
    if not all(0 <= p.x <= sheet.right and 0 <= p.y <= sheet.bottom for p in points):
        yield "something falls off the sheet"


def pieces(omtrek: Omtrek) -> int:
    """Count the loops of an outline that are no holes in another one."""
    return len(omtrek.randen)


def _corners(vak: Vak) -> list[Punt]:
    x, y = sorted((vak.left + _HAIR, vak.right - _HAIR)), (vak.top + _HAIR, vak.bottom - _HAIR)
    return [Punt(a, b) for a in x for b in y]


def _sides(omtrek: Omtrek) -> Iterator[tuple[Punt, Punt]]:
    for rand in omtrek.randen:
        yield from pairwise((*rand, rand[0]))


def _inside(omtrek: Omtrek, punt: Punt) -> bool:
    """Count the sides to the right of a point: an odd number is inside."""
    return bool(
        sum(
            one.x == other.x
            and one.x > punt.x
            and min(one.y, other.y) <= punt.y < max(one.y, other.y)
            for one, other in _sides(omtrek)
        )
        % 2
    )


def _enters(vak: Vak, one: Punt, other: Punt) -> bool:
    """Tell whether a line comes into a box: its middle part, or through a diagonal."""
    if vak.right - vak.left < 2 * _HAIR or vak.bottom - vak.top < 2 * _HAIR:
        return False
    box = vak.grown(-_HAIR, -_HAIR)
    if any(box.left < p.x < box.right and box.top < p.y < box.bottom for p in (one, other)):
        return True
    corners = _corners(vak)
    return _meet(one, other, corners[0], corners[3]) or _meet(one, other, corners[1], corners[2])


def _meet(a: Punt, b: Punt, c: Punt, d: Punt) -> bool:
    """Tell whether two lines share a point, other than that both only begin there."""
    if max(a.x, b.x) < min(c.x, d.x) or max(c.x, d.x) < min(a.x, b.x):
        return False
    if max(a.y, b.y) < min(c.y, d.y) or max(c.y, d.y) < min(a.y, b.y):
        return False
    turns = (_turn(a, b, c), _turn(a, b, d), _turn(c, d, a), _turn(c, d, b))
    if not any(turns):
        return True
    return turns[0] * turns[1] <= 0 and turns[2] * turns[3] <= 0


def _turn(a: Punt, b: Punt, c: Punt) -> float:
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
