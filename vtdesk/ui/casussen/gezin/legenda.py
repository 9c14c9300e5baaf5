"""What the forms in the drawing mean: only those that occur in it."""

from collections.abc import Callable, Iterator
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.ui.casussen.gezin.pen import GenogramPen
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import boxed, emptied, row
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.text import text
from vtdesk.values.genogram.tekening import (
    Laag,
    Lijn,
    Lijnsoort,
    Omtrek,
    Punt,
    Symbool,
    Tekening,
    Vak,
    Vorm,
)

_NOBODY = UUID(int=0)
_HIGH, _WIDE, _MIDDLE = 18.0, 34.0, 9.0
_SHAPES = {
    Vorm.VIERKANT: "man", Vorm.CIRKEL: "vrouw", Vorm.DRIEHOEK: "ongeboren",
    Vorm.RUIT: "geslacht niet bekend",
}  # fmt: skip
_LINES = (
    (Lijnsoort.STREEPJE, Laag.GEZIN, "uit elkaar (twee: gescheiden)"),
    (Lijnsoort.GESTIPPELD, Laag.GEZIN, "pleeg of netwerk"),
    (Lijnsoort.ZIGZAG, Laag.GEWELD, "geweld, van wie naar wie"),
    (Lijnsoort.DUBBEL, Laag.STEUN, "steun"),
    (Lijnsoort.HULPLIJN, Laag.HULP, "hulp"),
)


class Legenda(QWidget):
    """A line of small forms with their word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(air=14)
        self.setLayout(self._flow)

    def show_for(self, tekening: Tekening, lagen: frozenset[Laag]) -> None:
        """Explain what occurs in this drawing."""
        emptied(self._flow)
        for words, sample in _explained(tekening, lagen):
            self._flow.addWidget(boxed(row(_Form(sample), text(words, "klein", wrap=False), air=6)))


class _Form(QWidget):
    """One small form, drawn by the same pen as the family."""

    def __init__(self, sample: Tekening) -> None:
        super().__init__()
        self._sample = sample
        self._scale = style.scaled(100) / 100
        self.setFixedSize(QSize(round(sample.breedte * self._scale), round(_HIGH * self._scale)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.scale(self._scale, self._scale)
        GenogramPen(painter, frozenset(Laag)).draw(self._sample)
        painter.end()


def _explained(tekening: Tekening, lagen: frozenset[Laag]) -> Iterator[tuple[str, Tekening]]:
    plain = {s.vorm for s in tekening.symbolen if not s.gestreept}
    yield from ((word, _person(vorm)) for vorm, word in _SHAPES.items() if vorm in plain)
    marks: tuple[tuple[str, Callable[[Symbool], bool], Tekening], ...] = (
        ("niet bekend", lambda s: s.gestreept, _person(Vorm.VIERKANT, gestreept=True)),
        ("om dit kind gaat het", lambda s: s.centraal, _person(Vorm.CIRKEL, centraal=True)),
        ("overleden", lambda s: s.overleden, _person(Vorm.CIRKEL, overleden=True)),
        ("adres geheim", lambda s: s.geheim_adres, _secret()),
    )
    for word, occurs, sample in marks:
        if any(map(occurs, tekening.symbolen)):
            yield word, sample
    forms = {
        (lijn.soort, lijn.laag) for lijn in tekening.lijnen if lijn.laag in {*lagen, Laag.GEZIN}
    }
    for soort, laag, word in _LINES:
        if (soort, laag) in forms:
            yield word, _line(soort, laag)
    if tekening.omtrekken and Laag.WOONT_BIJ in lagen:
        yield "één huis", _house()


def _person(
    vorm: Vorm, *, gestreept: bool = False, centraal: bool = False, overleden: bool = False
) -> Tekening:
    vak = Vak(1.5, 1.5, 16.5, 16.5)
    symbol = Symbool(
        _NOBODY, vorm, vak, "", vak, (), "",
        gestreept=gestreept, centraal=centraal, overleden=overleden,
    )  # fmt: skip
    return Tekening(_HIGH, _HIGH, (symbol,), (), (), (), ())


def _secret() -> Tekening:
    outside = Vak(-30, 4, 1, 10)  # only the pin beside it is seen
    symbol = Symbool(_NOBODY, Vorm.VIERKANT, outside, "", outside, (), "", geheim_adres=True)
    return Tekening(_HIGH, _HIGH, (symbol,), (), (), (), ())


def _line(soort: Lijnsoort, laag: Laag) -> Tekening:
    whole = (Punt(0, _MIDDLE), Punt(_WIDE, _MIDDLE))
    lines = [Lijn(whole, soort, laag, 0, frozenset(), pijl=soort is Lijnsoort.ZIGZAG)]
    if soort is Lijnsoort.STREEPJE:
        across = (Punt(_WIDE / 2 - 4, _HIGH - 3), Punt(_WIDE / 2 + 4, 3))
        lines = [
            Lijn(whole, Lijnsoort.VAST, laag, 0, frozenset()),
            Lijn(across, Lijnsoort.STREEPJE, laag, 0, frozenset()),
        ]
    return Tekening(_WIDE, _HIGH, (), tuple(lines), (), (), ())


def _house() -> Tekening:
    rand = (Punt(1, 3), Punt(29, 3), Punt(29, 15), Punt(1, 15))
    return Tekening(30, _HIGH, (), (), (), (Omtrek("", frozenset(), (rand,)),), ())
