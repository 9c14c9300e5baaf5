"""Colour roles from the theme files, as QColor and as QPalette.

Qt has one style per program, so the roles shown now are one value for the whole program too.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from vtdesk import resources

LICHT, DONKER = "licht", "donker"


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours by role, and the contrast that each text role must keep."""

    name: str
    colours: Mapping[str, str]
    lowest: Mapping[str, float]


def load(name: str) -> Theme:
    """Read a theme file of the resources."""
    data = tomllib.loads(resources.path("thema", f"{name}.toml").read_text(encoding="utf-8"))
    return Theme(name, data["kleur"], data["laagste"])


def with_more_contrast(theme: Theme) -> Theme:
    """Follow a system set to high contrast: quiet text and lines become as clear as the rest."""
    colours = dict(theme.colours)
    colours |= {"stil": colours["tekst"], "lijn": colours["rand"], "rand": colours["tekst"]}
    return Theme(theme.name, colours, theme.lowest)


class _Shown:
    """The theme on screen now; read from file when nobody chose one yet."""

    theme: Theme | None = None


def show(theme: Theme) -> None:
    """Make this the theme that all colours come from."""
    _Shown.theme = theme


def shown() -> Theme:
    """Give the theme on screen now."""
    if _Shown.theme is None:
        _Shown.theme = load(LICHT)
    return _Shown.theme


def colour(role: str) -> QColor:
    """Give the colour of a role, such as `accent` or `let-op-vlak`."""
    return QColor(shown().colours[role])


_ROLES = {
    QPalette.ColorRole.Window: "venster",
    QPalette.ColorRole.WindowText: "tekst",
    QPalette.ColorRole.Base: "vlak",
    QPalette.ColorRole.AlternateBase: "zacht",
    QPalette.ColorRole.Text: "tekst",
    QPalette.ColorRole.Button: "vlak",
    QPalette.ColorRole.ButtonText: "tekst",
    QPalette.ColorRole.BrightText: "gevaar",
    QPalette.ColorRole.Highlight: "keuze",
    QPalette.ColorRole.HighlightedText: "tekst",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "vlak",
    QPalette.ColorRole.ToolTipText: "tekst",
    QPalette.ColorRole.PlaceholderText: "stil",
    QPalette.ColorRole.Light: "vlak",
    QPalette.ColorRole.Midlight: "zacht",
    QPalette.ColorRole.Mid: "lijn",
    QPalette.ColorRole.Dark: "rand",
    QPalette.ColorRole.Shadow: "rand",
}


def qt_palette(theme: Theme) -> QPalette:
    """Make the palette that Fusion draws with."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(theme.colours[name]))
    quiet = QColor(theme.colours["rand"])
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, quiet)
    return palette
