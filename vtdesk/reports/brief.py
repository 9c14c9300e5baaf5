"""A letter on paper: plain values in, the bytes of an archive PDF out."""

from collections.abc import Iterator
from io import BytesIO

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from vtdesk.reports.archive import Colophon, archived
from vtdesk.reports.closing import close
from vtdesk.reports.glyphs import printable
from vtdesk.reports.layout import ALINEA, GRIJS, KOP, TITEL, UITSPRAAK, VET, WAARDE, Blad, Rand
from vtdesk.reports.structure import Element
from vtdesk.reports.stukken import Stuk, paragraph
from vtdesk.reports.tagged import Together
from vtdesk.reports.verslag import one_at_a_time
from vtdesk.values.brief import Brief, Briefblok, BriefSoort

_LETTER = {style.name: ParagraphStyle(f"brief-{style.name}", style, leftIndent=0)
           for style in (ALINEA, KOP)}  # fmt: skip
_ALINEA, _KOP = _LETTER["alinea"], _LETTER["kop"]
_GROET = ParagraphStyle("brief-groet", _ALINEA, spaceBefore=15)
_ONDER = ParagraphStyle("brief-onder", GRIJS, fontSize=8.5, leading=12, spaceAfter=7)
_AANHEF = "Geachte mevrouw, geachte heer,"


def render_brief(brief: Brief) -> bytes:
    """Render to PDF/A-2a and PDF/UA-1; the same letter always gives the same bytes."""
    with one_at_a_time:
        root = Element("Document")
        buffer = BytesIO()
        rand = Rand(
            organisatie=printable(brief.organisatie),
            nummer=printable(brief.kenmerk),
            voet=printable(f"{brief.kenmerk} · {brief.onderwerp}"),
            legenda="",
        )
        Blad(buffer, rand, root).render(close(list(_body(brief, root)), _end(brief, root)))
        title = printable(f"{brief.onderwerp} {brief.kenmerk}")
        return archived(buffer.getvalue(), root, Colophon(title=title))


def _body(brief: Brief, root: Element) -> Iterator[Flowable]:
    """Read the letter aloud, from the address to the last of its words."""
    for label, value in (
        ("Aan: ", brief.ontvanger), ("Datum: ", brief.datum), ("Ons kenmerk: ", brief.kenmerk),
    ):  # fmt: skip
        yield paragraph(WAARDE, root.add("P"), [Stuk(label, VET), Stuk(value)])
    yield Spacer(0, 18)
    yield paragraph(TITEL, root.add("H1"), brief.onderwerp)
    yield Spacer(0, 8)
    yield paragraph(_ALINEA, root.add("P"), _AANHEF)
    for blok in brief.blokken:
        yield from _blok(blok, root)


def _end(brief: Brief, root: Element) -> Flowable:
    afdeling = ", ".join(filter(None, (brief.functie, brief.organisatie)))
    signed = Together(
        paragraph(_GROET, root.add("P"), "Met vriendelijke groet,"),
        paragraph(WAARDE, root.add("P"), [Stuk(brief.afzender or brief.organisatie, VET)]),
    )
    return Together(signed, paragraph(WAARDE, root.add("P"), afdeling))


def _blok(blok: Briefblok, root: Element) -> Iterator[Flowable]:
    match blok.soort:
        case BriefSoort.KOP:
            heading = paragraph(_KOP, root.add("H2"), blok.tekst)
            heading.keepWithNext = 1
            yield heading
        case BriefSoort.ALINEA:
            yield paragraph(_ALINEA, root.add("P"), blok.tekst)
        case BriefSoort.CITAAT:
            quote = root.add("BlockQuote")
            yield paragraph(UITSPRAAK, quote.add("P"), blok.tekst)
            if blok.onder:
                yield paragraph(_ONDER, quote.add("P"), blok.onder)
