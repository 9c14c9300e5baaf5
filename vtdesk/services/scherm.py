"""Puts a cover over what is shielded, wherever texts of a casus stand together."""

import unicodedata
from collections.abc import Iterable, Iterator
from uuid import UUID

from sqlalchemy.orm import Session

from vtdesk.services.afscherming import afgeschermd_in, verraadt

COVER = "[afgeschermd]"
LEAST = 2  # characters; one sign gives nothing away


class Scherm:
    """Knows the shielded values of one casus, and covers each of them in a text."""

    def __init__(self, values: Iterable[str]) -> None:
        self._values = [value for value in values if len(value.strip()) >= LEAST]
        found = {"".join(sign for sign, _ in _folded(value.strip())) for value in self._values}
        self._words = sorted(found, key=len, reverse=True)

    @classmethod
    def of(cls, session: Session, casus_id: UUID) -> "Scherm":
        """Read what is shielded of the people of a casus, whoever they are in it."""
        return cls(row.waarde for row in afgeschermd_in(session, casus_id))

    def over(self, text: str) -> str:
        """Give the text with a cover over every shielded value, in whatever notation."""
        for word in self._words:
            text = _covered(text, word)
        return COVER if verraadt(text, self._values) else text


def _covered(text: str, word: str) -> str:
    """Replace a value, whatever its capitals and accents are in the text."""
    pairs = list(_folded(text))
    plain = "".join(sign for sign, _ in pairs)
    parts, done, begin = [], 0, plain.find(word)
    while begin >= 0:
        first, last = pairs[begin][1], pairs[begin + len(word) - 1][1]
        parts += [text[done:first], COVER]
        done = last + 1
        begin = plain.find(word, begin + len(word))
    return "".join([*parts, text[done:]])


def _folded(text: str) -> Iterator[tuple[str, int]]:
    """Give each sign without capital and accent, with its place in the text."""
    for place, char in enumerate(text):
        for sign in unicodedata.normalize("NFKD", char).casefold():
            if not unicodedata.combining(sign):
                yield sign, place
