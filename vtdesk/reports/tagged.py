"""Tagged drawing: what is read aloud, in which order, and what is only decoration.

A tree of `Element`s grows with the story, in reading order. Drawing fills it: each piece of marked
content notes its page and number at the element that it belongs to. `archive.py` writes the tree.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import reduce
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Table
from reportlab.platypus.paraparser import ParaFrag
from typing_extensions import override

from vtdesk.reports.structure import Element, Mark

Foot = Callable[["TaggedCanvas", int, int], None]
Marker = Callable[["TaggedCanvas", float], None]  # draws in the margin of a paragraph this high


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """Writes marked content; draws the foot of each page once the number of pages is known."""

    def __init__(self, *args: Any, foot: Foot, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._foot = foot
        self._held: list[dict[str, Any]] = []
        self._marks = 0

    def begin(self, element: Element | None) -> None:
        """Begin content of an element, or of none: then it is decoration."""
        if element is None:
            self.addLiteral("/Artifact BMC")
            return
        element.kids.append(Mark(len(self._held), self._marks))
        self.addLiteral(f"/{element.tag} <</MCID {self._marks}>> BDC")
        self._marks += 1

    def end(self) -> None:
        """End what was begun last."""
        self.addLiteral("EMC")

    @contextmanager
    def marked(self, element: Element | None) -> Iterator[None]:
        """Mark all that is drawn in this block."""
        self.begin(element)
        yield
        self.end()

    @override
    def showPage(self) -> None:
        self._held.append(dict(self.__dict__))
        self._marks = 0
        self._startPage()

    @override
    def save(self) -> None:
        for number, state in enumerate(self._held, start=1):
            self.__dict__.update(state)
            self._foot(self, number, len(self._held))
            super().showPage()
        super().save()


class TaggedParagraph(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A paragraph of an element; when it is split, both parts belong to that element.

    It is made of ready pieces (`frags`) and never of markup: text of a user cannot be taken for it.
    """

    def __init__(
        self,
        text: None,
        style: Any,
        bulletText: None = None,  # noqa: N803  # reportlab passes it by this name on a split
        frags: list[ParaFrag] | None = None,
    ) -> None:
        super().__init__(text, style, bulletText, frags or [])
        self.element: Element | None = None
        self.marker: Marker | None = None
        self._broken_at = -1.0  # the width for which the lines are broken
        self._goes_on = False  # on the next page
        self._spaced = False
        self.repeats = False  # heads of tables: spoken on the first page only

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Break the lines once per width; tables and headings ask for it again and again."""
        if self._broken_at != availWidth or not hasattr(self, "blPara"):
            super().wrap(availWidth, availHeight)
            self._broken_at = availWidth
        return self.width, self.height

    @override
    def split(self, availWidth: float, availHeight: float) -> list["TaggedParagraph"]:
        parts: list[TaggedParagraph] = super().split(availWidth, availHeight)
        if parts in ([], [self]):
            return parts
        first, rest = parts
        del first.blPara  # a half-made one, of use to nobody
        first._goes_on = True  # noqa: SLF001  # another of its own kind
        first.marker = self.marker
        first.element = rest.element = self.element
        return parts

    @override
    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        if self.marker:
            self.marker(canvas, self.height)
        spoken = self.element and self.repeats and self.element.kids
        self._space_lines()
        canvas.begin(None if spoken else self.element)
        super().draw()
        canvas.end()

    def _space_lines(self) -> None:
        """End each line with the space that was there; else listeners hear two words as one."""
        if self._spaced:
            return
        self._spaced = True
        lines = self.blPara.lines
        for line in lines if self._goes_on else lines[:-1]:
            if self.blPara.kind == 0:
                words = line[1]
                if type(words[-1]) is str:  # a piece of a broken word is of a class of its own
                    words.append("")
            elif any(" " in word.text for word in line.words):
                line.words[-1].text += " "


PAGE_ROOM = 600.0  # points of height that each upright page has
_WHOLE = 3  # lines, rows or points: so few are not split
_LEAST = 2


class PlainTable(Table):  # type: ignore[misc]  # reportlab has no types
    """A table whose grounds and lines are decoration; its cells speak for themselves.

    No page has one row of it alone, but when a page holds no two.
    """

    page_room = PAGE_ROOM

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "renderCB": _draw_as_decoration})

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """Split between rows, and within a row only when no page can hold it."""
        self.splitInRow = int(least_height(self) > self.page_room)
        parts: list[Flowable] = super().split(availWidth, availHeight)
        return parts

    def least(self) -> float:
        """Give the height of the least that a page break leaves behind."""
        heights = self._rowHeights
        head = self.repeatRows
        few = len(heights) if len(heights) - head <= _WHOLE else head + _LEAST
        room = sum(heights[:few])
        return float(room if room <= self.page_room else sum(heights[: head + 1]))

    @override
    def _getFirstPossibleSplitRowPosition(self, availHeight: float, ignoreSpans: int = 0) -> int:
        """Find the row to go on with on the next page; reportlab asks it here, and 0 is none."""
        found = int(super()._getFirstPossibleSplitRowPosition(availHeight, ignoreSpans))
        heights, least = self._rowHeights, self.least()
        if self.splitInRow:
            return found
        if found == len(heights) - 1 and sum(heights[: found - 1]) >= least:
            found -= 1  # so that the last row has company
        return found if sum(heights[:found]) >= least else 0


def _draw_as_decoration(table: Table, command: str, *_: object) -> None:
    if command in {"startBG", "startLines"}:
        table.canv.begin(None)
    elif command in {"endBG", "endLines"}:
        table.canv.end()


class Together(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Two pieces of which the last never stands on a page without an end of the first."""

    canv: Canvas | None = None  # a table that is split asks without one

    def __init__(self, first: Flowable, last: Flowable) -> None:
        super().__init__()
        self._first, self._last = first, last

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        _, above = self._first.wrapOn(self.canv, availWidth, availHeight)
        _, below = self._last.wrapOn(self.canv, availWidth, availHeight)
        self._gap = max(self._first.getSpaceAfter(), self._last.getSpaceBefore())
        self._above, self._below = above, below
        self.width, self.height = availWidth, above + self._gap + below
        return self.width, self.height

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        if self.height > PAGE_ROOM and self._above <= availHeight:
            return [self._first, self._last]  # no page can hold both
        room = min(availHeight, self._above - 1)  # so that the first leaves something behind
        parts = self._first.splitOn(self.canv, availWidth, room)
        if len(parts) <= 1:
            return []
        return [*parts[:-1], Together(parts[-1], self._last)]

    @override
    def draw(self) -> None:
        self._first.drawOn(self.canv, 0, self._below + self._gap)
        self._last.drawOn(self.canv, 0, 0)

    @override
    def getSpaceBefore(self) -> float:
        return float(self._first.getSpaceBefore())

    @override
    def getSpaceAfter(self) -> float:
        return float(self._last.getSpaceAfter())

    def space(self, share: float) -> None:
        """Give both pieces a share of their air."""
        space(self._first, share)
        space(self._last, share)

    def least(self) -> float:
        """Give the height of the least that may stand at the foot of a page."""
        first = least_height(self._first)
        return self.height if first >= self._above else first


def in_company(points: list[Flowable]) -> list[Flowable]:
    """Leave no point of a list alone at the foot or the head of a page."""
    if len(points) <= _WHOLE:
        return [reduce(Together, points)]
    first, second, *between, last_but_one, last = points
    return [Together(first, second), *between, Together(last_but_one, last)]


def space(flowable: Flowable, share: float) -> None:
    """Give a flowable a share of the air above and below it, before it is laid out."""
    if isinstance(flowable, Together):
        flowable.space(share)
    elif isinstance(flowable, Paragraph):
        style = flowable.style
        flowable.style = ParagraphStyle(
            style.name, style, spaceBefore=style.spaceBefore * share,
            spaceAfter=style.spaceAfter * share,
        )  # fmt: skip
    else:
        flowable.spaceBefore = flowable.getSpaceBefore() * share
        flowable.spaceAfter = flowable.getSpaceAfter() * share


def least_height(flowable: Flowable) -> float:
    """Give the height of the first piece of a wrapped flowable that a page break leaves behind."""
    if isinstance(flowable, Together | PlainTable):
        return flowable.least()
    if isinstance(flowable, Heading):
        return float(flowable.height) + flowable.below()
    if isinstance(flowable, Paragraph) and len(flowable.blPara.lines) > _WHOLE:
        return _LEAST * float(flowable.style.leading)
    return float(flowable.height)


class Heading(TaggedParagraph):
    """A heading that moves on when the begin of what follows does not fit below it.

    reportlab's own `keepWithNext` drags a whole table along.
    """

    following: Flowable
    page_room = PAGE_ROOM
    canv: Canvas | None = None  # as above

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        super().wrap(availWidth, availHeight)
        self.following.wrapOn(self.canv, availWidth, availHeight)
        fits = availHeight >= min(self.height + self.below(), self.page_room)
        return self.width, self.height if fits else availHeight + 1

    def below(self) -> float:
        """Give the height of what must stand below it on the same page."""
        gap = max(self.getSpaceAfter(), self.following.getSpaceBefore())
        return float(gap) + least_height(self.following)

    @override
    def split(self, availWidth: float, availHeight: float) -> list[TaggedParagraph]:
        if min(self.height, availHeight) < self.page_room:
            return []
        parts = super().split(availWidth, availHeight)  # no page can hold it whole
        for part in parts:
            if isinstance(part, Heading):
                part.following = self.following
        return parts
