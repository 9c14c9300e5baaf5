"""Tekst on paper: each block becomes paragraphs, a list, statements or a table."""

from collections.abc import Iterable, Iterator, Mapping, Sized
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, TableStyle
from reportlab.platypus.paraparser import ParaFrag

from vtdesk.reports.glyphs import printable
from vtdesk.reports.layout import (
    ALINEA,
    BRON,
    CEL,
    CELKOP,
    CURSIEF,
    GEWOON,
    INDENT,
    LIJN,
    STIL,
    TEXT_WIDTH,
    UITSPRAAK,
    VET,
    VET_CURSIEF,
    ZACHT,
)
from vtdesk.reports.letters import WORDS, box_marker
from vtdesk.reports.tagged import (
    Element,
    Marker,
    PlainTable,
    TaggedCanvas,
    TaggedParagraph,
    Together,
)
from vtdesk.values.kinds import Letter, Verificatie, Zichtbaarheid
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Blok,
    Lijstpunt,
    Run,
    Uitspraakregel,
    Werkaantekening,
    plain,
)
from vtdesk.values.tijd import korte_dag

_FONTS = {
    (False, False): GEWOON,
    (True, False): VET,
    (False, True): CURSIEF,
    (True, True): VET_CURSIEF,
}
_VOORAF = {Verificatie.WEERLEGD: "Weerlegd: ", Verificatie.INGETROKKEN: "Ingetrokken: "}
_VERIFICATIE = {
    Verificatie.ONBEVESTIGD: "niet bevestigd",
    Verificatie.BEVESTIGD: "bevestigd",
    Verificatie.TEGENGESPROKEN: "tegengesproken",
    Verificatie.WEERLEGD: "weerlegd",
    Verificatie.INGETROKKEN: "ingetrokken",
    Verificatie.NIET_TE_VERIFIEREN: "niet te verifiëren",
}
_GEDACHT = frozenset({Letter.MENING, Letter.DUIDING, Letter.HYPOTHESE})
_KOLOMMEN = (("Wie", 0.18), ("Wat", 0.38), ("Wanneer", 0.19), ("Als het niet lukt", 0.25))

Namen = Mapping[UUID, str]


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of a line in one font."""

    tekst: str
    font: str = ""  # empty: that of the style
    kleur: Color | None = None


def paragraph(
    style: ParagraphStyle, element: Element, stukken: str | Iterable[Stuk]
) -> TaggedParagraph:
    """Make a paragraph of an element from a text or from pieces; nothing in it is markup."""
    if isinstance(stukken, str):
        stukken = (Stuk(stukken),)
    frags = [frag for stuk in stukken for frag in _frags(style, stuk)]
    result = TaggedParagraph(None, style, frags=frags)
    result.element = element
    return result


def _frags(style: ParagraphStyle, stuk: Stuk) -> Iterator[ParaFrag]:
    for number, line in enumerate(printable(stuk.tekst).split("\n")):
        if number:
            yield _frag(style, stuk, "", lineBreak=True)
        if line:
            yield _frag(style, stuk, line)


def _frag(style: ParagraphStyle, stuk: Stuk, text: str, **more: bool) -> ParaFrag:
    return ParaFrag(
        text=text, fontName=stuk.font or style.fontName, fontSize=style.fontSize, bold=0, italic=0,
        textColor=stuk.kleur or style.textColor, rise=0, greek=0, link=[], us_lines=[], **more,
    )  # fmt: skip


def flowables(blokken: Iterable[Blok], parent: Element, namen: Namen) -> list[Flowable]:
    """Lay out the blocks of a section; a werkaantekening never comes along."""
    printed = [b for b in blokken if not isinstance(b, Werkaantekening) and plain(b).strip()]
    return [
        flowable
        for _, group in groupby(printed, key=_soort)
        for flowable in _group_flowables(list(group), parent, namen)
    ]


def _soort(blok: Blok) -> tuple[type, bool]:
    return type(blok), isinstance(blok, Lijstpunt) and blok.genummerd


def _group_flowables(group: list[Blok], parent: Element, namen: Namen) -> Iterator[Flowable]:
    if isinstance(group[0], Afspraakregel):
        yield _afspraken([b for b in group if isinstance(b, Afspraakregel)], parent)
        return
    body = parent if isinstance(group[0], Alinea) else parent.add("L", attribute=_numbering(group))
    for number, blok in enumerate(group, start=1):
        match blok:
            case Alinea(runs):
                yield paragraph(ALINEA, body.add("P"), map(_stuk, runs))
            case Lijstpunt(runs, genummerd):
                yield _lijstpunt(runs, body, f"{number}." if genummerd else "•")
            case Uitspraakregel():
                yield _uitspraak(blok, body, namen)


def _numbering(group: list[Blok]) -> tuple[str, str] | None:
    first = group[0]
    if isinstance(first, Lijstpunt):
        return "ListNumbering", "Decimal" if first.genummerd else "Disc"
    return None  # statements: their label is a letter with a meaning, not a place in a row


def _stuk(run: Run) -> Stuk:
    return Stuk(run.tekst, _FONTS[run.vet, run.cursief])


def _lijstpunt(runs: Iterable[Run], parent: Element, teken: str) -> Flowable:
    item = parent.add("LI")
    label = item.add("Lbl")
    point = paragraph(ALINEA, item.add("LBody").add("P"), map(_stuk, runs))
    point.marker = _text_marker(teken, label)
    return point


def _text_marker(text: str, element: Element) -> Marker:
    def draw(canvas: TaggedCanvas, height: float) -> None:
        canvas.setFillColor(STIL)
        canvas.setFont(GEWOON, ALINEA.fontSize)
        with canvas.marked(element):
            canvas.drawRightString(INDENT - 7, height - ALINEA.fontSize, text)

    return draw


def _uitspraak(regel: Uitspraakregel, parent: Element, namen: Namen) -> Flowable:
    item = parent.add("LI")
    label = item.add("Lbl", expansion=WORDS[regel.letter])
    body = item.add("LBody")
    vooraf = [Stuk(_VOORAF[regel.verificatie], VET)] if regel.verificatie in _VOORAF else []
    line = paragraph(UITSPRAAK, body.add("P"), [*vooraf, *map(_stuk, regel.runs)])
    line.marker = box_marker(regel.letter, label, font_size=UITSPRAAK.fontSize)
    return Together(line, paragraph(BRON, body.add("P"), _bronregel(regel, namen)))


def _bronregel(regel: Uitspraakregel, namen: Namen) -> list[Stuk]:
    """Say where a statement comes from, what became of it, and who may not read it."""
    bron = regel.bron
    delen = [", ".join(filter(None, (bron.naam, bron.hoedanigheid))) or "bron niet genoemd"]
    if regel.informatiedatum:
        delen.append(f"{korte_dag(regel.informatiedatum)} {regel.informatiedatum.year}")
    if bron.van_horen_zeggen:
        delen.append(f"van horen zeggen, via {bron.via}")
    if regel.steunt_op:
        delen.append(f"steunt op {_aantal(regel.steunt_op, 'uitspraak', 'uitspraken')}")
    delen += _verificatie(regel)
    stukken = [Stuk(" · ".join(delen))]
    if beperking := _beperking(regel, namen):
        stukken.append(Stuk(f" · {beperking}", VET))
    return stukken


def _verificatie(regel: Uitspraakregel) -> list[str]:
    """Tell what became of it; an opinion or a thought waits for no confirmation."""
    onbevestigd = regel.verificatie is Verificatie.ONBEVESTIGD
    if onbevestigd and regel.letter in _GEDACHT:
        return []
    door = f" door {regel.verificatie_door}" if regel.verificatie_door and not onbevestigd else ""
    return [_VERIFICATIE[regel.verificatie] + door]


def _beperking(regel: Uitspraakregel, namen: Namen) -> str:
    match regel.zichtbaarheid:
        case Zichtbaarheid.IEDEREEN:
            return ""
        case Zichtbaarheid.ALLEEN_VT:
            return "Alleen Veilig Thuis"
        case Zichtbaarheid.NIET_VOOR:
            return _niet_voor(regel.niet_voor, namen)


def _niet_voor(personen: tuple[UUID, ...], namen: Namen) -> str:
    """Name who may not read it; those whom this paper does not name are counted."""
    bekend = [namen[persoon] for persoon in personen if persoon in namen]
    anderen = [persoon for persoon in personen if persoon not in namen]
    if not bekend:
        return f"Niet voor {_aantal(anderen, 'persoon', 'personen')}"
    rest = [_aantal(anderen, "ander", "anderen")] if anderen else []
    return f"Niet voor: {', '.join(bekend + rest)}"


def _aantal(items: Sized, enkelvoud: str, meervoud: str) -> str:
    return f"{len(items)} {enkelvoud if len(items) == 1 else meervoud}"


def _afspraken(regels: list[Afspraakregel], parent: Element) -> PlainTable:
    """Make the table of agreements; its head comes again on the next page."""
    table = parent.add("Table")
    head = table.add("THead").add("TR")
    body = table.add("TBody")
    rows = [[_kolomkop(kop, head) for kop, _ in _KOLOMMEN]]
    for regel in regels:
        row = body.add("TR")
        cells = (regel.wie, regel.wat, regel.wanneer, regel.anders)
        rows.append([paragraph(CEL, row.add("TD").add("P"), cell) for cell in cells])
    return PlainTable(
        rows, colWidths=[(TEXT_WIDTH - INDENT) * share for _, share in _KOLOMMEN], repeatRows=1,
        hAlign="RIGHT", spaceBefore=2, spaceAfter=8, style=_TABEL,
    )  # fmt: skip


def _kolomkop(kop: str, row: Element) -> TaggedParagraph:
    cell = paragraph(CELKOP, row.add("TH", attribute=("Scope", "Column")), kop)
    cell.repeats = True
    return cell


_TABEL = TableStyle(
    [
        ("FONTNAME", (0, 0), (-1, -1), GEWOON),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("BACKGROUND", (0, 0), (-1, 0), ZACHT),
        ("LINEBELOW", (0, 0), (-1, -1), 0.6, LIJN),
        ("LEFTPADDING", (0, 0), (-1, -1), 6),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ]
)
