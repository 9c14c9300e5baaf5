"""All words of the index in memory, so that a word is found inside longer ones."""

from collections.abc import Iterable, Sequence
from threading import Lock

from sqlalchemy import text
from sqlalchemy.orm import Session

_VOCABULARY = """
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.zoekwoord USING fts5vocab('main', 'zoekindex', 'col')
"""


class Woordenschat:
    """Read once, when somebody searches first; from then on each commit adds its new words.

    A word that is gone from the index may stay: whoever looks for it finds nothing.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._reading = Lock()  # who comes second waits for the first, and need not read
        self._known: set[str] = set()
        self._lines = "\n"  # all words, one a line: looking through one string is fast
        self.is_read = False

    def read(self, session: Session) -> None:
        """Read all words, unless that was done."""
        with self._reading:
            if self.is_read:
                return
            session.execute(text(_VOCABULARY))
            found = session.execute(text("SELECT term FROM temp.zoekwoord WHERE col = 'tekst'"))
            words = list(found.scalars())
            self.is_read = True
            self.add(words)

    def add(self, words: Iterable[str]) -> None:
        """Take in the words of what was just written."""
        if not self.is_read:
            return
        with self._lock:
            new = set(words) - self._known
            self._known |= new
            self._lines += "".join(f"{word}\n" for word in new)

    def met(self, parts: Sequence[str]) -> list[str]:
        """List the words in which one of these parts occurs."""
        lines = self._lines
        found: dict[str, None] = {}
        for part in parts:
            place = lines.find(part)
            while place >= 0:
                end = lines.find("\n", place)
                found[lines[lines.rfind("\n", 0, place) + 1 : end]] = None
                place = lines.find(part, end)
        return list(found)

    def alle(self) -> list[str]:
        """Give every word."""
        return self._lines.split()
