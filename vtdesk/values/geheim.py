"""The one guard of what must stay hidden: whether a text gives it away, in any notation.

Values and texts are folded alike, so that case, accents, signs, spaces and line breaks make no
difference. What gives a value away by itself stands in `geheim_delen`. Typing errors are no
matter of it: who misspells an address may still give it away.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from vtdesk.values.geheim_delen import Deel, waarde_delen
from vtdesk.values.geheim_melder import melder_delen
from vtdesk.values.vouwen import vouw, vouw_met_plaats, woorden

AFGESCHERMD = "[afgeschermd]"
_NEXT = re.compile(r"(?<=[.!?;:\n\r])\W{0,8}\d{1,6}")


class Geheim:
    """Knows the telling parts of hidden values; finds and covers them in a text."""

    def __init__(self, delen: Iterable[Deel] = (), openbaar: Iterable[str] = ()) -> None:
        self._delen = tuple(dict.fromkeys(delen))
        self._openbaar = tuple(dict.fromkeys(openbaar))

    @classmethod
    def van(
        cls, waarden: Iterable[str], bekend: Iterable[str] = (), openbaar: Iterable[str] = ()
    ) -> "Geheim":
        """Guard these values; names that are openly known in the casus tell nothing.

        Nor does a street alone within a whole name that is open, such as "Wijkteam Dorpslaan".
        """
        known = frozenset(word for name in bekend for word in woorden(name))
        return cls((deel for waarde in waarden for deel in waarde_delen(waarde, known)), openbaar)

    @classmethod
    def van_melder(
        cls, naam: str, gegevens: Iterable[str] = (), bekend: Iterable[str] = ()
    ) -> "Geheim":
        """Guard who made a melding: each name, and each address and number in the data."""
        known = frozenset(word for name in bekend for word in woorden(name))
        return cls(melder_delen(naam, gegevens, known))

    def __add__(self, other: "Geheim") -> "Geheim":
        return Geheim((*self._delen, *other._delen), (*self._openbaar, *other._openbaar))

    def __bool__(self) -> bool:
        return bool(self._delen)

    @property
    def delen(self) -> tuple[Deel, ...]:
        """Give the telling parts, for a guard that also knows typing errors."""
        return self._delen

    def staat_in(self, tekst: str) -> bool:
        """Tell whether a text gives any of it away."""
        return next(self._found(tekst), None) is not None

    def bedekt(self, tekst: str, dek: str = AFGESCHERMD) -> str:
        """Give the text with a cover over all that would give it away."""
        parts, done = [], 0
        for begin, end in sorted(self._found(tekst)):
            if begin >= done:
                parts += [tekst[done:begin], dek]
            done = max(done, end)
        return "".join([*parts, tekst[done:]])

    def _found(self, tekst: str) -> Iterator[tuple[int, int]]:
        """Give where it stands in the text as it was written."""
        yield from self._found_in(tekst)
        apart = los_van_volgende(tekst)
        if apart != tekst:
            yield from self._found_in(apart)

    def _found_in(self, tekst: str) -> Iterator[tuple[int, int]]:
        bare = vouw(tekst).replace(" ", "")
        likely = [deel for deel in self._delen if deel.kern in bare]
        if not likely:  # nearly always, and a hundred times as fast
            return
        folded, places = vouw_met_plaats(tekst)
        opened = list(self._open_in(folded)) if self._openbaar else []
        for deel in likely:
            for match in deel.patroon.finditer(folded):
                if deel.zwak and any(b <= match.start() and match.end() <= e for b, e in opened):
                    continue
                begin, end = places[match.start()], places[match.end() - 1] + 1
                while end < len(tekst) and unicodedata.combining(tekst[end]):
                    end += 1
                if not deel.met_hoofdletter or tekst[begin].isupper():
                    yield begin, end

    def _open_in(self, folded: str) -> Iterator[tuple[int, int]]:
        """Give where a name stands that is open in the casus."""
        for name in self._openbaar:
            words = woorden(name)
            if words:
                pattern = rf"(?<![^\W_]){' +'.join(map(re.escape, words))}(?![^\W_])"
                yield from (match.span() for match in re.finditer(pattern, folded))


def los_van_volgende(tekst: str) -> str:
    """Take away the number that begins a next sentence or line; every sign keeps its place.

    Such a number is not that of another house in the street that was named just before.
    """
    return _NEXT.sub(lambda match: " " * len(match.group()), tekst)
