"""Icons by role name, tinted with a colour role.

`icons.icon("plan")` for what is painted, `icons.set_icon(button, "plan")` for a widget: only the
latter is tinted again when light and dark change.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from vtdesk import resources
from vtdesk.ui.theme import palette, style

SIZE, RAIL_SIZE, AIR = 18, 22, 4

FILES = {
    "vandaag": "calendar-days",
    "casussen": "folder-open",
    "verslagen": "file-text",
    "zoeken": "search",
    "instellingen": "settings",
    "vergrendel": "lock",
    "open": "lock-open",
    "plan": "calendar-plus",
    "gesprek": "messages-square",
    "overleg": "users-round",
    "plein": "landmark",
    "monitoring": "clipboard-check",
    "huisbezoek": "house",
    "bellen": "phone",
    "reistijd": "car",
    "lunch": "utensils",
    "schrijven": "pen-line",
    "eigen-tijd": "moon",
    "parkeernotitie": "notebook-pen",
    "kind": "baby",
    "persoon": "user-round",
    "school": "school",
    "afgeschermd": "eye-off",
    "toon": "eye",
    "geheim-adres": "map-pin-off",
    "plaats": "map-pin",
    "veilig": "shield-check",
    "adreswacht": "shield-alert",
    "weg-dicht": "mail-x",
    "dossier": "folder-plus",
    "opgeslagen": "check",
    "klaar": "check",
    "kluis": "hard-drive",
    "reservekopie": "hard-drive",
    "print": "printer",
    "vaststellen": "file-check",
    "correctie": "git-compare",
    "let-op": "triangle-alert",
    "punt": "circle-alert",
    "goed": "circle-check",
    "leeg": "circle",
    "info": "info",
    "sleutel": "key-round",
    "hulp": "life-buoy",
    "toetsen": "keyboard",
    "termijn": "hourglass",
    "crisis": "zap",
    "bijlage": "paperclip",
    "afbeelding": "image",
    "buiten": "external-link",
    "gezin": "network",
    "logboek": "history",
    "belofte": "handshake",
    "crisisnotitie": "zap",
    "telefoontje": "phone",
    "impact": "life-buoy",
    "besluit": "scale",
    "verzending": "send",
    "stil": "pause",
    "erbij": "plus",
    "sluiten": "x",
    "vorige": "chevron-left",
    "volgende": "chevron-right",
    "uitklappen": "chevron-down",
    "inklappen": "chevron-up",
    "terug": "arrow-left",
    "meer": "ellipsis",
    "bewerken": "pencil",
    "bewaren": "download",
    "pdf": "file-down",
    "tijd": "clock",
    "lijst": "list",
    "genummerd": "list-ordered",
    "vet": "bold",
    "cursief": "italic",
    "citaat": "quote",
    "organisatie": "building-2",
    "afgezegd": "calendar-x",
    "verzet": "calendar-clock",
    "beeldbellen": "video",
    "afwezig": "user-x",
    "mensen": "users",
    "tolk": "languages",
    "opname": "mic",
    "ongedaan": "undo-2",
    "weer": "redo-2",
    "weg": "trash-2",
    "tabel": "table-2",
    "kopie": "copy",
    "licht": "sun",
    "donker": "moon",
    "week": "calendar-range",
    "gordijn": "blinds",
    "gemist": "phone-missed",
    "voicemail": "voicemail",
    "lichtpunt": "sparkles",
    "herinnering": "bell",
    "reeks": "repeat",
    "verlof": "tree-palm",
    "voorlezen": "megaphone",
    "timer": "timer",
}  # fmt: skip


def icon(role: str, colour: str = "stil") -> QIcon:
    """Give the icon of a role, tinted with a colour role of the theme on screen."""
    return _tinted(FILES[role], _tints(colour), style.scaled(SIZE), 0, _ratios())


def pixmap(role: str, colour: str = "stil", *, size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """Give a picture of `size` by `size` logical pixels, sharp at this pixel ratio."""
    return _render(FILES[role], palette.shown().colours[colour], size, ratio)


def set_icon(widget: QWidget, role: str, colour: str = "stil", *, size: int = SIZE) -> None:
    """Give a button or label its icon, and remember it for when the theme changes."""
    widget.setProperty("icon_role", role)
    widget.setProperty("icon_colour", colour)
    widget.setProperty("icon_size", size)
    _show_icon(widget)


def tint_again() -> None:
    """Give every widget its icon in the colours of the theme now on screen."""
    for widget in QApplication.allWidgets():
        if widget.property("icon_role"):
            _show_icon(widget)


def _show_icon(widget: QWidget) -> None:
    role, colour = widget.property("icon_role"), widget.property("icon_colour")
    size = style.scaled(widget.property("icon_size"))
    if isinstance(widget, QAbstractButton):
        # Qt leaves only 4 px between picture and words, so the picture brings its own air.
        air = AIR if isinstance(widget, QPushButton) and widget.text() else 0
        widget.setIcon(_tinted(FILES[role], _tints(colour), size, air, _ratios()))
        widget.setIconSize(QSize(size + air, size))
    elif isinstance(widget, QLabel):
        ratio = widget.devicePixelRatioF()
        widget.setFixedSize(size, size)
        widget.setPixmap(pixmap(role, colour, size=size, ratio=ratio))


def _tints(colour: str) -> tuple[str, str]:
    """Give the colours for enabled and disabled."""
    colours = palette.shown().colours
    return colours[colour], colours["rand"]


def _ratios() -> tuple[float, ...]:
    """Give the pixel ratios of the screens there are; each takes a picture of its own."""
    return tuple(sorted({1.0, *(s.devicePixelRatio() for s in QGuiApplication.screens())}))


@cache
def _tinted(
    file: str, tints: tuple[str, str], size: int, air: int, ratios: tuple[float, ...]
) -> QIcon:
    made = QIcon()
    for mode, tint in zip((QIcon.Mode.Normal, QIcon.Mode.Disabled), tints, strict=True):
        for ratio in ratios:
            made.addPixmap(_render(file, tint, size, ratio, air), mode)
    return made


@cache
def _render(file: str, colour: str, size: int, ratio: float, air: int = 0) -> QPixmap:
    source = _source(file).replace("currentColor", colour)
    side = round(size * ratio)
    picture = QPixmap(side + round(air * ratio), side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@cache
def _source(file: str) -> str:
    text = resources.path("icons", f"{file}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', 'stroke-width="1.75"')
