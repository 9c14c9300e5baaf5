"""What a piece of a document goes on about, as its reader would take it."""

from uuid import UUID

from vtdesk.services.uitgaand.lezer import Lezer
from vtdesk.services.uitgaand.stemmen import Stem, stem
from vtdesk.services.uitgaand.titels import Vonnis
from vtdesk.values.stukjes import Deel, Plek, Stukje
from vtdesk.values.tekst import Alinea, plain


class Spoor:
    """What a sentence goes on about: the one before it, and the name at the head of its lines."""

    def __init__(self) -> None:
        self._here: tuple[Deel, str, int] | None = None
        self.last: Vonnis | None = None
        self.about: frozenset[UUID] = frozenset()
        self.named: frozenset[UUID] = frozenset()  # in the sentences before, within a part
        self.vorige: frozenset[UUID] = frozenset()  # in the one sentence right before

    def follow(self, plek: Plek) -> None:
        """Come to a next piece; a next block begins anew, a next part also forgets the name."""
        here = (plek.deel, plek.naam, plek.blok)
        if self._here and here[:2] != self._here[:2]:
            self.about = self.named = self.vorige = frozenset()
        if here != self._here:
            self.last = None
        self._here = here

    def went(self, stukje: Stukje, vonnis: Vonnis | None, lezer: Lezer) -> None:
        """Remember what became of a piece, and whether it names whom the next ones are about."""
        named = lezer.kring.genoemd(stukje.tekst)
        goes_on = not named and stem(stukje.tekst, lezer, self.vorige) is Stem.LEZER
        self.vorige = self.vorige if goes_on else named
        if vonnis or not named or named & lezer.zelf:
            self.last = vonnis  # a sentence about an own child is only in between
        self.named = named or self.named
        if isinstance(stukje.blok, Alinea) and _is_name_line(stukje):
            self.about = named


def _is_name_line(stukje: Stukje) -> bool:
    """Tell whether a line is a name alone, or bold as a whole: the head of what follows."""
    if not isinstance(stukje.blok, Alinea):
        return False
    words = plain(stukje.blok).strip()
    bold = all(run.vet for run in stukje.blok.runs if run.tekst.strip())
    short = len(words.split()) <= 3  # noqa: PLR2004 (a name, with what stands before it)
    return bool(words) and (bold or (short and words.endswith(":")))
