"""A finished file, opened again and searched: pages, metadata, bookmarks, attachments, name."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vtdesk.errors import LeakError
from vtdesk.values.adreswacht import Wacht
from vtdesk.values.vouwen import vouw

_EDGE = 6  # lines at the head and foot of a page that may stand between two halves of a word
_TELLING = 24  # signs; a shorter sentence may stand elsewhere by chance


@dataclass(frozen=True, slots=True)
class Nakijker:
    """Knows what may not be in a file: shielded facts, and what was left out."""

    wacht: Wacht
    weg: tuple[str, ...] = ()  # the very words that were left out
    anders: tuple[str, ...] = ()  # words that are something else, said with a reason

    def bestand(self, pdf: bytes, naam: str = "", wachtwoord: str = "") -> None:
        """Raise LeakError on a hit; the refusal says where, never what."""
        from vtdesk.adapters.preview import Preview  # noqa: PLC0415 (loads pdfium)
        from vtdesk.reports.nalezen import losse_woorden  # noqa: PLC0415 (loads pikepdf)

        with Preview(pdf, password=wachtwoord) as preview:
            pages = [preview.words(number) for number in range(preview.page_count)]
        self.teksten("op de bladzijden", ("\n".join(pages), "\n".join(_bodies(pages))))
        self.teksten("in de gegevens van het bestand", losse_woorden(pdf, wachtwoord))
        self.naam(naam)

    def teksten(self, waar: str, teksten: Iterable[str]) -> None:
        """Search loose texts."""
        allowed = {_bare(word) for word in self.anders}
        for tekst in teksten:
            hits = [
                one
                for one in self.wacht.zoek(tekst)
                if _bare(tekst[one.begin : one.einde]) not in allowed
            ]
            bare = _bare(tekst) if self.weg else ""
            if hits or any(words in bare for words in self.weg):
                raise LeakError(f"Nagekeken: 1 treffer {waar} van het gemaakte bestand.")

    def naam(self, naam: str) -> None:
        """Search the name of a file; nothing is something else there."""
        if self.wacht.staat_in(naam):
            raise LeakError("In de bestandsnaam staat iets dat is afgeschermd. Kies een andere.")


def alleen_weg(weg: Iterable[str], blijft: Iterable[str]) -> tuple[str, ...]:
    """Give what may nowhere be found: what was left out and is not said elsewhere as well."""
    kept = _bare("\n".join(blijft))
    found = dict.fromkeys(_bare(words) for words in weg)
    return tuple(words for words in found if len(words) >= _TELLING and words not in kept)


def _bodies(pages: list[str]) -> Iterator[str]:
    """Give the pages without what comes on each of them, so that a cut value joins again."""
    lines = [page.split("\n") for page in pages]
    seen = Counter(
        _shape(line) for page in lines for line in {*page[:_EDGE], *page[-_EDGE:]} if line.strip()
    )
    often = max(2, len(pages) - 1)
    for page in lines:
        yield "\n".join(line for line in page if seen[_shape(line)] < often)


def _shape(line: str) -> str:
    return "".join("0" if sign.isdecimal() else sign for sign in line.strip())


def _bare(tekst: str) -> str:
    return vouw(tekst).replace(" ", "")
