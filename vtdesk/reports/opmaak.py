"""How the blocks of one part are set: in which size, how wide, and with which heads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from uuid import UUID

from reportlab.lib.styles import ParagraphStyle

from vtdesk.reports.layout import INDENT, TEXT_WIDTH
from vtdesk.values.document import Onderdeel

Namen = Mapping[UUID, str]


@dataclass(frozen=True, slots=True)
class Maat:
    """The size of the letters, and the width that there is for them."""

    factor: float = 1
    breedte: float = TEXT_WIDTH
    kantlijn: bool = True  # all text begins right of the margin for numbers and letters

    def stijl(self, style: ParagraphStyle) -> ParagraphStyle:
        """Give a style in this size."""
        return _scaled(style, self.factor, flush=False)

    def tekst(self, style: ParagraphStyle) -> ParagraphStyle:
        """Give a style for running text, which has no margin on a letter or a card."""
        return _scaled(style, self.factor, flush=not self.kantlijn)

    @property
    def inspringen(self) -> float:
        """Tell how wide the margin for numbers and letters is."""
        return INDENT * self.factor

    @property
    def tabel(self) -> float:
        """Tell how wide a table is."""
        return self.breedte - self.inspringen * self.kantlijn


@cache
def _scaled(style: ParagraphStyle, factor: float, *, flush: bool) -> ParagraphStyle:
    if factor == 1 and not flush:
        return style
    sizes = ("fontSize", "leading", "leftIndent", "spaceBefore", "spaceAfter")
    changed = {size: getattr(style, size) * factor for size in sizes}
    if flush:
        changed["leftIndent"] = 0
    return ParagraphStyle(f"{style.name}-{factor}", style, **changed)


GEWONE_MAAT = Maat()


@dataclass(frozen=True, slots=True)
class Opmaak:
    """What the blocks of a part need beside their own words."""

    onderdeel: Onderdeel
    namen: Namen = field(default_factory=dict)
    maat: Maat = GEWONE_MAAT
