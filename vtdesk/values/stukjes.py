"""A document in the smallest pieces that can stay behind, and the document without some of them.

Leaving out happens here, in the values, before anything is drawn: what is left out of a copy is
nowhere in it. In its place stands one neutral mark, whatever was there and why.
"""

import dataclasses
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from vtdesk.values.document import VerslagDocument
from vtdesk.values.kinds import Zichtbaarheid
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Blok,
    Lijstpunt,
    Run,
    Sectie,
    Tabelrij,
    Tekst,
    Uitspraakregel,
    Werkaantekening,
    plain,
)
from vtdesk.values.zinnen import deel, zinnen

WEG = "[weggelaten: gaat over een ander]"
GEHEEL = -1  # the place of a piece that is one with its block


class Deel(StrEnum):
    """Where in a document a piece stands."""

    KOP = "kop"
    AANWEZIG = "aanwezig"
    SECTIE = "sectie"
    NVT = "nvt"
    LEEG = "leeg"
    TOELICHTING = "toelichting"
    REDEN = "reden"
    REACTIE = "reactie"
    BRIEF = "brief"


@dataclass(frozen=True, slots=True)
class Plek:
    """The place of a piece: the part, which one of it, the block and the sentence."""

    deel: Deel
    naam: str = ""  # id of the section, or name of the field
    blok: int = 0
    zin: int = GEHEEL


@dataclass(frozen=True, slots=True)
class Stukje:
    """One sentence, statement, row, name or field, with all words that would be read of it."""

    plek: Plek
    tekst: str
    blok: Blok | None = None


_KOP = ("plaats", "tolk", "opname")
_BRIEF = ("betreft", "aanhef")


def stukjes(document: VerslagDocument) -> list[Stukje]:
    """List all pieces in reading order."""
    return list(_stukjes(document))


def _stukjes(document: VerslagDocument) -> Iterator[Stukje]:
    yield from _before(document)
    why_empty = dict(document.leeg_want)
    for sectie in document.tekst.secties:
        yield from _field(Deel.NVT, sectie.id, sectie.nvt)
        yield from _field(Deel.LEEG, sectie.id, why_empty.get(sectie.id, ""))
        for number, blok in enumerate(sectie.blokken):
            yield from _of_block(sectie.id, number, blok)
    for number, zin in enumerate(document.toelichting):
        yield Stukje(Plek(Deel.TOELICHTING, "", number), zin)
    for number, reactie in enumerate(document.reacties):
        words = "\n".join(filter(None, (reactie.naam, reactie.hoedanigheid, reactie.woorden)))
        yield Stukje(Plek(Deel.REACTIE, reactie.naam, number), words)


def _before(document: VerslagDocument) -> Iterator[Stukje]:
    """Walk what stands above the first part."""
    for name in _BRIEF:
        yield from _field(Deel.BRIEF, name, getattr(document, name))
    for number, line in enumerate(document.adres):
        yield Stukje(Plek(Deel.BRIEF, "adres", number), line)
    yield from _field(Deel.REDEN, "", document.reden_correctie)
    for name in _KOP:
        yield from _field(Deel.KOP, name, getattr(document.kop, name))
    for number, one in enumerate(document.kop.aanwezigen):
        words = "\n".join(filter(None, (one.naam, one.hoedanigheid, one.toelichting)))
        yield Stukje(Plek(Deel.AANWEZIG, one.naam, number), words)


def _field(where: Deel, name: str, tekst: str) -> Iterator[Stukje]:
    if tekst.strip():
        yield Stukje(Plek(where, name), tekst)


def _of_block(sectie_id: str, number: int, blok: Blok) -> Iterator[Stukje]:
    match blok:
        case Alinea() | Lijstpunt():
            for place, zin in enumerate(zinnen(plain(blok))):
                yield Stukje(Plek(Deel.SECTIE, sectie_id, number, place), zin.tekst, blok)
        case Uitspraakregel():
            yield Stukje(Plek(Deel.SECTIE, sectie_id, number), gelezen(blok), blok)
        case _:
            yield Stukje(Plek(Deel.SECTIE, sectie_id, number), plain(blok), blok)


def gelezen(regel: Uitspraakregel) -> str:
    """Give all words that are read of a statement, its source line too."""
    bron = regel.bron
    source = ", ".join(filter(None, (bron.naam, bron.hoedanigheid)))
    return "\n".join(filter(None, (plain(regel), source, bron.via, regel.verificatie_door)))


def zonder(document: VerslagDocument, weg: Collection[Plek]) -> VerslagDocument:
    """Give the document without these pieces; notes to oneself are never in it."""
    gone = frozenset(weg)
    kop = document.kop
    people = tuple(
        one
        for number, one in enumerate(kop.aanwezigen)
        if Plek(Deel.AANWEZIG, one.naam, number) not in gone
    )
    fields = {name: "" for name in _KOP if Plek(Deel.KOP, name) in gone}
    return dataclasses.replace(
        document,
        kop=dataclasses.replace(kop, aanwezigen=people, **fields),
        tekst=Tekst(tuple(_sectie(sectie, gone) for sectie in document.tekst.secties)),
        leeg_want=tuple(
            (name, WEG if Plek(Deel.LEEG, name) in gone else why)
            for name, why in document.leeg_want
        ),
        toelichting=_kept(document.toelichting, Deel.TOELICHTING, gone),
        reacties=tuple(
            one
            for number, one in enumerate(document.reacties)
            if Plek(Deel.REACTIE, one.naam, number) not in gone
        ),
        reden_correctie=WEG if Plek(Deel.REDEN) in gone else document.reden_correctie,
        adres=tuple(
            line
            for number, line in enumerate(document.adres)
            if Plek(Deel.BRIEF, "adres", number) not in gone
        ),
        betreft="" if Plek(Deel.BRIEF, "betreft") in gone else document.betreft,
        aanhef="" if Plek(Deel.BRIEF, "aanhef") in gone else document.aanhef,
    )


def voor_een_ander(document: VerslagDocument) -> VerslagDocument:
    """Give a copy that does not say about whom and for whom not, for people of a family."""
    secties = tuple(
        dataclasses.replace(
            sectie,
            blokken=tuple(
                dataclasses.replace(
                    blok, over=(), niet_voor=(), zichtbaarheid=Zichtbaarheid.IEDEREEN
                )
                if isinstance(blok, Uitspraakregel)
                else blok
                for blok in sectie.blokken
            ),
        )
        for sectie in document.tekst.secties
    )
    return dataclasses.replace(document, tekst=Tekst(secties), namen=())


def _kept(lines: tuple[str, ...], where: Deel, gone: frozenset[Plek]) -> tuple[str, ...]:
    return tuple(line for number, line in enumerate(lines) if Plek(where, "", number) not in gone)


def _sectie(sectie: Sectie, gone: frozenset[Plek]) -> Sectie:
    blokken: list[Blok] = []
    for number, blok in enumerate(sectie.blokken):
        kept = _blok(blok, Plek(Deel.SECTIE, sectie.id, number), gone)
        if kept is None or (_is_mark(kept) and blokken and _is_mark(blokken[-1])):
            continue  # nobody should count how much was left out
        blokken.append(kept)
    nvt = WEG if Plek(Deel.NVT, sectie.id) in gone else sectie.nvt
    return Sectie(sectie.id, tuple(blokken), nvt)


def _blok(blok: Blok, plek: Plek, gone: frozenset[Plek]) -> Blok | None:
    match blok:
        case Werkaantekening():
            return None
        case Alinea() | Lijstpunt():
            return _sentences(blok, plek, gone)
        case _ if plek not in gone:
            return blok
        case Afspraakregel():
            return Afspraakregel(wat=WEG)
        case Tabelrij():
            return Tabelrij((WEG, *("" for _ in blok.cellen[1:])))
        case Uitspraakregel():
            return _MARK


def _sentences(blok: Alinea | Lijstpunt, plek: Plek, gone: frozenset[Plek]) -> Blok:
    words = plain(blok)
    found = zinnen(words)
    kept = [dataclasses.replace(plek, zin=place) not in gone for place in range(len(found))]
    if all(kept):
        return blok
    if not any(kept):
        return _MARK if isinstance(blok, Alinea) else dataclasses.replace(blok, runs=_MARK.runs)
    runs: list[Run] = []
    for place, zin in enumerate(found):
        if kept[place]:
            end = found[place + 1].begin if place + 1 < len(found) else len(words)
            runs += deel(blok.runs, zin.begin, end)
        elif place == 0 or kept[place - 1]:
            runs += [Run(WEG, weg=True), Run(" ")]
    return dataclasses.replace(blok, runs=tuple(runs))


def _is_mark(blok: Blok) -> bool:
    if isinstance(blok, Alinea | Lijstpunt):
        return bool(blok.runs) and all(run.weg or not run.tekst.strip() for run in blok.runs)
    if isinstance(blok, Afspraakregel):
        return blok == Afspraakregel(wat=WEG)
    return isinstance(blok, Tabelrij) and blok.cellen[:1] == (WEG,)


_MARK = Alinea((Run(WEG, weg=True),))
