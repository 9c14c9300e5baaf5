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
        self._known: set[str] = set()
        self._words: list[str] = []  # only grows, so that it can be walked meanwhile
        self._is_read = False

    def read(self, session: Session) -> None:
        """Read all words, unless that was done."""
        if self._is_read:
            return
        session.execute(text(_VOCABULARY))
        found = session.execute(text("SELECT term FROM temp.zoekwoord WHERE col = 'tekst'"))
        words = list(found.scalars())
        self._is_read = True
        self.add(words)

    def add(self, words: Iterable[str]) -> None:
        """Take in the words of what was just written."""
        if not self._is_read:
            return
        with self._lock:
            new = set(words) - self._known
            self._known |= new
            self._words.extend(new)

    def met(self, parts: Sequence[str]) -> list[str]:
        """List the words in which one of these parts occurs."""
        if len(parts) == 1:
            [part] = parts
            return [word for word in self._words if part in word]
        return [word for word in self._words if any(part in word for part in parts)]

    def alle(self) -> Sequence[str]:
        """Give every word."""
        return self._words
