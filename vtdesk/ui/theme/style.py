"""Fonts, type sizes and the stylesheet, filled from the colour roles."""

import re
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from vtdesk import resources
from vtdesk.ui.theme import palette

FAMILY = "VT Sans"
POINTS = {
    "titel": 15.0,
    "groot": 13.0,
    "kop": 11.0,
    "tekst": 10.0,
    "klein": 9.0,
    "schrijf": 12.0,
    "klok": 30.0,
    "voorlezen": 22.0,  # across a table
}
LARGE = 150  # per cent
WEIGHTS = {"titel": 600, "groot": 600, "kop": 600, "klok": 300}

_MEASURE = re.compile(r"@maat-(\d+)")
_NAME = re.compile(r"@([a-z][a-z-]*)")


class _Shown:
    """The text size on screen now, in per cent."""

    scale: int = 100


def show(scale: int) -> None:
    """Make this the text size that all fonts come from."""
    _Shown.scale = scale


def points(size: str) -> float:
    """Give the points of a name in the type table, in the chosen text size."""
    return POINTS[size] * _Shown.scale / 100


def scaled(pixels: float) -> int:
    """Stretch a measure that has to grow with the text, such as the height of a row."""
    return round(pixels * _Shown.scale / 100)


def is_large() -> bool:
    """Tell whether the text is so large that a small window needs another form."""
    return _Shown.scale >= LARGE


def font(size: str = "tekst", *, weight: int | None = None, italic: bool = False) -> QFont:
    """Give a font of the type table; its digits all have one width."""
    return QFont(_font(points(size), weight or WEIGHTS.get(size, 400), italic))


@lru_cache(maxsize=64)
def _font(points: float, weight: int, italic: bool) -> QFont:  # noqa: FBT001 one call, above
    """Make a font once: Qt looks up how it is drawn for each one that is made anew."""
    chosen = QFont(FAMILY)
    chosen.setPointSizeF(points)
    chosen.setWeight(QFont.Weight(weight))
    chosen.setItalic(italic)
    chosen.setFeature(QFont.Tag("tnum"), 1)
    return chosen


def load_fonts() -> None:
    """Make the bundled fonts known to Qt."""
    for file in sorted(resources.path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def stylesheet(theme: palette.Theme) -> str:
    """Read the stylesheet and fill in colours, sizes and pictures by name."""
    source = resources.path("vtdesk.qss").read_text(encoding="utf-8")
    names = dict(theme.colours)
    names |= {f"punt-{name}": f"{points(name):g}pt" for name in POINTS}
    names |= {
        picture: resources.path("thema", f"{picture}-{theme.name}.svg").as_posix()
        for picture in ("vink", "stip", "pijl")
    }
    source = _MEASURE.sub(lambda match: f"{scaled(int(match[1]))}px", source)
    return _NAME.sub(lambda match: names[match[1]], source)
