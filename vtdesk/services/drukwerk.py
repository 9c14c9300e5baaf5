"""Anything that can go on paper: its pages on screen, the file and the printer."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import LeakError, OutsideError, UserError
from vtdesk.models import Betrokkenheid, Persoon
from vtdesk.security.files import replace_among_others_by
from vtdesk.services.ganaar import folded
from vtdesk.values.afdruk import Afdruk, refuse_beyond
from vtdesk.values.voortgang import told

if TYPE_CHECKING:
    from vtdesk.adapters.preview import Preview

SHORTEST_NAME = 3
_SHORTEST_PART = 4  # a shorter name is also a part of everyday words
_SHORTEST_JOINED = 6  # a shorter one comes about by chance where two words meet
_ENDINGS = ("s", "je", "tje", "jes", "tjes")


@dataclass(frozen=True, slots=True)
class Bladzijde:
    """One page as pixels: RGBA, row by row, without padding."""

    breedte: int
    hoogte: int
    pixels: bytes


class Stapel:
    """The pages of one PDF in memory; each is drawn when it is asked for, in any thread."""

    def __init__(self, preview: "Preview") -> None:
        self._preview: Preview | None = preview
        self._in_use = Lock()
        self.maten = tuple(preview.sizes())  # width and height in points

    def bladzijde(self, nummer: int, dpi: int) -> Bladzijde | None:
        """Draw a page, counted from 0; None when the stack was put away meanwhile."""
        with self._in_use:
            if self._preview is None:
                return None
            page = self._preview.page(nummer, dots_per_inch=dpi)
        return Bladzijde(page.width, page.height, page.rgba)

    def sluit(self) -> None:
        """Put the pages away."""
        with self._in_use:
            if self._preview is not None:
                self._preview.close()
            self._preview = None


@dataclass(frozen=True, slots=True)
class Drukwerk:
    """One thing to look at, save or print; each part is made when it is asked for."""

    pdf: Callable[[], bytes]
    bestandsnaam: Callable[[], str]  # holds number and kind, and no name
    namen: Callable[[], set[str]]  # words that may not stand in a file name
    weg: Callable[[str], None]  # notes in the logboek by which way it left: pdf or print

    def stapel(self, voortgang: Callable[[float], None] | None = None) -> Stapel:
        """Give the pages, to look at; `voortgang` hears which share is ready."""
        from vtdesk.adapters.preview import Preview  # noqa: PLC0415 (loads pdfium)

        with told(voortgang):
            return Stapel(Preview(self.pdf()))

    def save(self, target: Path) -> None:
        """Write the PDF where she chose; nothing is left behind when that fails."""
        if not target.name:
            raise UserError("Geef de PDF een naam.")
        refuse_names(target.name, self.namen(), self.bestandsnaam())
        write_out(target, self.pdf())
        self.weg("pdf")

    def print(self, afdruk: Afdruk) -> None:
        """Send the PDF to a printer under a neutral job name."""
        print_out(self.pdf(), afdruk)
        self.weg("print")


def print_out(pdf: bytes, afdruk: Afdruk) -> None:
    """Send a PDF to the printer; pages that it does not have are refused."""
    from vtdesk.adapters.preview import Preview  # noqa: PLC0415 (loads pdfium)
    from vtdesk.adapters.printing import print_pdf  # noqa: PLC0415 (rarely needed)

    if afdruk.bladzijden:
        with Preview(pdf) as preview:
            refuse_beyond(afdruk.bladzijden, preview.page_count)
    print_pdf(pdf, afdruk)


def refuse_names(naam: str, namen: set[str], voorstel: str) -> None:
    """Keep names out of file names: those are read in mail, on sticks and in lists.

    Also as a part of a word and in the genitive. What was proposed is no name.
    """
    proposed = _words(voorstel)
    words = [word for word in _in_order(naam) if word not in proposed]
    joined = "".join(words)
    if any(_is_named(name, words, joined) for name in namen):
        raise LeakError(
            "In deze bestandsnaam staat een naam uit de casus. "
            f"Kies een naam zoals: {voorstel}. Er is niets geschreven."
        )


def write_out(target: Path, data: bytes) -> None:
    """Write a file where she chose; nothing is left behind when that fails."""
    write_out_by(target, (data,))


def write_out_by(target: Path, parts: Iterable[bytes]) -> None:
    """Write such a file part by part."""
    if target.exists() and not target.is_file():  # a folder, or a device such as /dev/full
        ending = target.suffix.lstrip(".").upper() or "bestand"
        raise OutsideError(f"Daar kan geen {ending} staan. Kies een andere naam of map.")
    try:
        replace_among_others_by(target, parts)
    except OSError as error:
        raise OutsideError(
            "De map is niet bereikbaar of vol. Kies een andere map; er is niets geschreven."
        ) from error


def namen_in(session: Session, casus_id: UUID) -> set[str]:
    """List the words by which people of a casus are called."""
    query = (
        select(Persoon.voornaam, Persoon.achternaam)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(Betrokkenheid.casus_id == casus_id)
    )
    return {part for row in session.execute(query) for part in _words(" ".join(row))}


def veilig(text: str) -> str:
    """Make a number fit for a file name."""
    return "".join(c if c.isalnum() or c in "-_" else "-" for c in text)


def _is_named(name: str, words: list[str], joined: str) -> bool:
    if name in words or any(f"{name}{ending}" in words for ending in _ENDINGS):
        return True
    if len(name) >= _SHORTEST_PART and any(name in word for word in words):
        return True
    return len(name) >= _SHORTEST_JOINED and name in joined


def _words(text: str) -> set[str]:
    """Split into words that can give somebody away; shorter ones are too common."""
    return {word for word in _in_order(text) if len(word) >= SHORTEST_NAME}


def _in_order(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", folded(text))
