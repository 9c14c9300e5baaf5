"""Looks for words while she types them, walks the places, and replaces them in one step."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from vtdesk.ui.verslagen import searching
from vtdesk.ui.verslagen.search_bar import SearchBar
from vtdesk.ui.verslagen.searching import Hit, Hits
from vtdesk.ui.verslagen.text_edit import VerslagEdit

FOLLOWS_AFTER = 150  # ms without a key in the text
SEALED = "Deze tekst kun je nu alleen lezen. Zoeken kan, vervangen niet."


class Finder(QObject):
    """Belongs to one surface and one bar."""

    said = Signal(str)  # what was done, or why not

    def __init__(self, edit: VerslagEdit, bar: SearchBar) -> None:
        super().__init__(edit)
        self._edit, self._bar = edit, bar
        self._hits = Hits()
        self._pause = QTimer(self, singleShot=True, interval=FOLLOWS_AFTER)
        self._pause.timeout.connect(self._look)
        edit.edited.connect(self._follow)
        edit.document_changed.connect(self._follow)
        bar.changed.connect(self._look_and_go)
        bar.step_asked.connect(self.walk)
        bar.replace_asked.connect(self.replace)
        bar.replace_all_asked.connect(self.replace_all)
        bar.closed.connect(self.close)

    @Slot()
    def find(self) -> None:
        """Open the bar to look for words."""
        self._begin(replaces=False)

    @Slot()
    def find_and_replace(self) -> None:
        """Open the bar to replace words; of a final text it is said that one can only look."""
        if self._edit.isReadOnly():
            self.said.emit(SEALED)
        self._begin(replaces=not self._edit.isReadOnly())

    def _begin(self, *, replaces: bool) -> None:
        chosen = self._edit.textCursor().selectedText()
        is_line = chosen.isprintable() and len(chosen) <= 100  # noqa: PLR2004 (a line, no page)
        self._bar.begin(chosen if is_line else "", replaces=replaces)
        self._look()

    @Slot()
    def close(self) -> None:
        """Close the bar, with the caret in the place that was found."""
        self._bar.hide()
        self._hits = Hits()
        self._edit.show_hits(())
        self._edit.setFocus()

    @Slot(int)
    def walk(self, step: int) -> None:
        """Go to the next place, or the one before."""
        cursor = self._edit.textCursor()
        place = cursor.selectionStart()
        self._go(self._hits.at_or_after(place + 1) if step > 0 else self._hits.before(place))

    @Slot()
    def replace(self) -> None:
        """Replace the place where one is, and go to the next one."""
        if self._refuses():
            return
        here = self._here()
        if here is None:
            self.walk(1)
            return
        searching.replace(self._edit.text_document(), [here], self._bar.other_words())
        self._look()
        self._go(self._hits.at_or_after(here.start + len(self._bar.other_words())))

    @Slot()
    def replace_all(self) -> None:
        """Replace all places in one step of undo, and say how many, and what stays."""
        if self._refuses():
            return
        stays = self._hits.in_headings
        count = searching.replace(
            self._edit.text_document(), self._hits.places, self._bar.other_words()
        )
        self._look()
        self.said.emit(_done(count, stays))

    def _refuses(self) -> bool:
        if self._edit.isReadOnly():
            self.said.emit(SEALED)
        return self._edit.isReadOnly()

    @Slot()
    def _follow(self) -> None:
        if self._bar.isVisible():
            self._pause.start()

    @Slot()
    def _look_and_go(self) -> None:
        """Look again, and show the first place from where she was."""
        self._look()
        self._go(self._hits.at_or_after(self._edit.textCursor().selectionStart()))

    @Slot()
    def _look(self) -> None:
        self._pause.stop()
        self._hits = searching.find(self._edit.text_document(), self._bar.wanted())
        self._edit.show_hits(self._hits.places)
        self._tell()

    def _go(self, hit: Hit | None) -> None:
        if hit is not None:
            self._edit.choose(hit.start, hit.end)
        self._tell()

    def _here(self) -> Hit | None:
        cursor = self._edit.textCursor()
        here = Hit(cursor.selectionStart(), cursor.selectionEnd())
        return here if here in self._hits.places else None

    def _tell(self) -> None:
        count, here = len(self._hits.places), self._here()
        if not self._bar.wanted().words:
            words = ""
        elif not count:
            words = "Alleen in een kop" if self._hits.in_headings else "Niet gevonden"
        elif here is None:
            words = f"{count} gevonden"
        else:
            words = f"{self._hits.places.index(here) + 1} van {count}"
        self._bar.show_count(words)


def _done(count: int, stays: int) -> str:
    if not count:
        done = "Niets vervangen: de woorden staan niet in de tekst."
    else:
        done = f"{count} keer vervangen. Ctrl+Z zet alles in één keer terug."
    return (
        f"{done} In de koppen staat het {stays} keer; die blijven zoals ze zijn." if stays else done
    )
