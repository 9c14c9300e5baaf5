"""The list of sections beside the text."""

from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from vtdesk.ui.theme import style
from vtdesk.ui.theme.look import Look, Scheme
from vtdesk.ui.verslagen.counts import Stand
from vtdesk.ui.verslagen.section_list import SectionLine, SectionList


def test_the_sections_follow_the_size_of_the_text_on_screen(look: Look, qtbot: QtBot) -> None:
    sections = SectionList()
    qtbot.addWidget(sections)
    sections.show()
    lines = [SectionLine(one, one, Stand.LEEG) for one in ("doel", "zorgen")]
    sections.show_sections(tuple(lines))
    sections.mark("zorgen")
    shown = sections.findChild(QListWidget, "onderdelen-lijst")
    try:
        for scale, points in ((200, 20.0), (100, 10.0)):
            look.apply(scheme=Scheme.LICHT, scale=scale)
            fonts = [shown.item(number).font() for number in range(2)]
            assert [font.pointSizeF() for font in fonts] == [points, points]
            assert [font.weight() for font in fonts] == [400, 600]
            assert shown.item(0).sizeHint().height() == style.scaled(29)
    finally:
        look.apply(scheme=Scheme.LICHT)
