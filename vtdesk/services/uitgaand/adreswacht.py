"""The adreswacht over whole documents: each place that may give away what is shielded."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from vtdesk.services.uitgaand.rows import Treffer
from vtdesk.services.uitgaand.titels import waar
from vtdesk.values.adreswacht import Vondst, Wacht
from vtdesk.values.document import VerslagDocument
from vtdesk.values.stukjes import Deel, Plek, Stukje, stukjes
from vtdesk.values.vouwen import vouw

_SHORT = 12
_VAST = "de vaste tekst van het stuk"


@dataclass(frozen=True, slots=True)
class Gevonden:
    """A hit, and the pieces that would have to stay behind to end it."""

    treffer: Treffer
    plekken: frozenset[Plek]


class Adreswacht:
    """Searches documents and plain texts; holds nothing itself."""

    def zoek(self, teksten: Iterable[str], wacht: Wacht) -> list[Treffer]:
        """Search loose texts, such as a file name or the words of a letter."""
        return [
            _treffer(one, tekst, "", 0, Plek(Deel.KOP), can_go=False)
            for tekst in teksten
            for one in wacht.zoek(tekst)
        ]

    def document(
        self, document: VerslagDocument, wacht: Wacht, weg: Collection[Plek] = ()
    ) -> list[Gevonden]:
        """Search a document without the pieces that stay behind.

        Pieces are read on, as a reader does: a value that is cut over cells or lines is found too.
        """
        pieces = [one for one in stukjes(document) if one.plek not in weg]
        found = list(_in_pieces(pieces, document, wacht))
        for tekst in _fixed(document):
            for one in wacht.zoek(tekst):
                hit = _treffer(one, tekst, _VAST, 0, Plek(Deel.KOP, "vast"), can_go=False)
                found.append(Gevonden(hit, frozenset()))
        return found


def _in_pieces(pieces: list[Stukje], document: VerslagDocument, wacht: Wacht) -> Iterator[Gevonden]:
    whole, starts = "", []
    for piece in pieces:
        starts.append(len(whole))
        whole += f"{piece.tekst}\n"
    for one in wacht.zoek(whole):
        touched = [
            place
            for place, piece in enumerate(pieces)
            if starts[place] < one.einde and one.begin < starts[place] + len(piece.tekst)
        ]
        here = [pieces[place] for place in touched]
        start, last = starts[touched[0]], touched[-1]
        zin = whole[start : starts[last] + len(pieces[last].tekst)]
        moved = replace(one, begin=one.begin - start, einde=one.einde - start)
        plekken = frozenset(piece.plek for piece in here)
        where = waar([here[0].plek], document)
        yield Gevonden(
            _treffer(moved, zin, where, _regel(here[0].plek), here[0].plek, can_go=True), plekken
        )


def _fixed(document: VerslagDocument) -> Iterator[str]:
    """Give what no choice can leave out: headings, and who wrote it."""
    kop = document.kop
    yield from (kop.dossiernummer, kop.soort, kop.auteur, kop.functie, kop.organisatie)
    yield from (one.kop for one in document.onderdelen)
    yield from (column for one in document.onderdelen for column in one.kolommen)


def _regel(plek: Plek) -> int:
    return plek.blok + 1 if plek.deel is Deel.SECTIE else 0


def _treffer(
    one: Vondst, zin: str, onderdeel: str, regel: int, plek: Plek, *, can_go: bool
) -> Treffer:
    woord = zin[one.begin : one.einde]
    guarded = "\0".join(sorted({fact.sleutel for fact in (one.bewaakt, *one.ook)}))
    key = f"{plek}\0{zin}\0{vouw(woord)}\0{one.begin}\0{guarded}"
    return Treffer(
        id=f"tref:{sha256(key.encode()).hexdigest()[:_SHORT]}",
        onderdeel=onderdeel,
        regel=regel,
        zin=zin,
        woord=woord,
        begin=one.begin,
        van=one.bewaakt.van,
        typefout=one.typefout,
        weglaten=can_go,
    )
