"""Tekst on paper: each block becomes paragraphs, a list, statements or a table."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from reportlab.platypus import Flowable

from vtdesk.reports.layout import ALINEA, GEWOON, GRIJS, STIL, TUSSENKOP
from vtdesk.reports.opmaak import Maat, Opmaak
from vtdesk.reports.structure import Element
from vtdesk.reports.stukken import Stuk, as_heading, own_words, paragraph, stuk
from vtdesk.reports.tabel import afspraken, tabel
from vtdesk.reports.tagged import Marker, TaggedCanvas, in_company
from vtdesk.reports.uitspraak import uitspraak
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Blok,
    Lijstpunt,
    Runs,
    Sectie,
    Tabelrij,
    Uitspraakregel,
    Werkaantekening,
    is_kop,
    plain,
)

LEEG_ONDERDEEL = "Niet ingevuld."
_LONGEST_HEAD = 120  # characters: bold words beyond that are a paragraph, which may be split


def flowables(blokken: Iterable[Blok], parent: Element, opmaak: Opmaak) -> list[Flowable]:
    """Lay out the blocks of a part; a werkaantekening never comes along."""
    printed = [blok for blok in blokken if _is_printed(blok)]
    made: list[Flowable] = []
    for head, own in _per_kop(printed):
        made += _headed(head, own, parent, opmaak) if head else _part(own, parent, opmaak)
    return made


def _headed(head: Blok, own: list[Blok], parent: Element, opmaak: Opmaak) -> list[Flowable]:
    """Set what is about one child or one theme below its name."""
    if not own and not opmaak.onderdeel.per:
        return _part([head], parent, opmaak)  # words in bold, with nothing below them
    about = parent.add("Sect")
    name = paragraph(opmaak.maat.tekst(TUSSENKOP), about.add("H3"), plain(head).strip())
    heading = as_heading(name)
    body = _part(own, about, opmaak) or [
        paragraph(opmaak.maat.tekst(GRIJS), about.add("P"), LEEG_ONDERDEEL)
    ]
    heading.following = body[0]
    return [heading, *body]


def says_something(sectie: Sectie) -> bool:
    """Tell whether anything of a part comes on paper."""
    return not sectie.nvt and any(map(_is_printed, sectie.blokken))


def _is_printed(blok: Blok) -> bool:
    return not isinstance(blok, Werkaantekening) and bool(plain(blok).strip())


def _per_kop(blokken: list[Blok]) -> list[tuple[Blok | None, list[Blok]]]:
    """Divide blocks over the lines that head them; what comes before the first has none."""
    parts: list[tuple[Blok | None, list[Blok]]] = [(None, [])]
    for blok in blokken:
        if is_kop(blok) and len(plain(blok)) <= _LONGEST_HEAD:
            parts.append((blok, []))
        else:
            parts[-1][1].append(blok)
    return parts


def _part(blokken: list[Blok], parent: Element, opmaak: Opmaak) -> list[Flowable]:
    made: list[Flowable] = []
    for (kind, _), group in groupby(blokken, key=_soort):
        pieces = list(_group(list(group), parent, opmaak))
        made += in_company(pieces) if kind is Lijstpunt else pieces
    return made


def _soort(blok: Blok) -> tuple[type, bool]:
    return type(blok), isinstance(blok, Lijstpunt) and blok.genummerd


def _group(group: list[Blok], parent: Element, opmaak: Opmaak) -> Iterator[Flowable]:
    first = group[0]
    if isinstance(first, Afspraakregel):
        yield afspraken([b for b in group if isinstance(b, Afspraakregel)], parent, opmaak)
        return
    if isinstance(first, Tabelrij):
        yield tabel([b for b in group if isinstance(b, Tabelrij)], parent, opmaak)
        return
    body = parent if isinstance(first, Alinea) else parent.add("L", attribute=_numbering(first))
    for number, blok in enumerate(group, start=1):
        match blok:
            case Alinea(runs):
                yield paragraph(opmaak.maat.tekst(ALINEA), body.add("P"), _words(runs, opmaak))
            case Lijstpunt(runs, genummerd):
                yield _lijstpunt(runs, body, f"{number}." if genummerd else "•", opmaak)
            case Uitspraakregel():
                yield uitspraak(blok, body, opmaak)


def _numbering(first: Blok) -> tuple[str, str] | None:
    if isinstance(first, Lijstpunt):
        return "ListNumbering", "Decimal" if first.genummerd else "Disc"
    return None  # statements: their label is a letter with a meaning, not a place in a row


def _words(runs: Runs, opmaak: Opmaak) -> Iterable[Stuk]:
    return own_words(runs) if opmaak.onderdeel.letterlijk else map(stuk, runs)


def _lijstpunt(runs: Runs, parent: Element, teken: str, opmaak: Opmaak) -> Flowable:
    item = parent.add("LI")
    label = item.add("Lbl").say(teken)
    style = opmaak.maat.stijl(ALINEA)
    point = paragraph(style, item.add("LBody").add("P"), _words(runs, opmaak))
    point.marker = _text_marker(teken, label, opmaak.maat)
    return point


def _text_marker(text: str, element: Element, maat: Maat) -> Marker:
    size = ALINEA.fontSize * maat.factor

    def draw(canvas: TaggedCanvas, height: float) -> None:
        canvas.setFillColor(STIL)
        canvas.setFont(GEWOON, size)
        with canvas.marked(element):
            canvas.drawRightString(maat.inspringen - 7 * maat.factor, height - size, text)

    return draw
