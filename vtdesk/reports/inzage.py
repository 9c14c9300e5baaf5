"""The extract of one person on paper: plain values in, the bytes of an archive PDF out."""

from collections.abc import Iterator
from functools import partial, reduce

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from vtdesk.reports.archive import Colophon, archived
from vtdesk.reports.briefvorm import address, part
from vtdesk.reports.closing import close, legend
from vtdesk.reports.glyphs import printable
from vtdesk.reports.layout import TITEL, VET, WAARDE, Rand
from vtdesk.reports.letters import short_legend, used_letters
from vtdesk.reports.structure import Element
from vtdesk.reports.stukken import Stuk, paragraph
from vtdesk.reports.tagged import Together
from vtdesk.reports.verslag import DENSE, laid_out, one_at_a_time, saving_a_page, title
from vtdesk.values.document import VerslagDocument

_GROET = ParagraphStyle("inzage-groet", WAARDE, spaceBefore=16, spaceAfter=4)


def render_inzage(document: VerslagDocument) -> bytes:
    """Render to PDF/A-2a and PDF/UA-1; the same extract always gives the same bytes."""
    with one_at_a_time:
        rand = Rand(
            organisatie=printable(document.kop.organisatie),
            nummer=printable(document.kop.dossiernummer),
            voet=printable(f"{document.kop.dossiernummer} · {document.kop.soort}"),
            legenda=short_legend(used_letters(document)),
        )
        tell = partial(_story, document)
        vel = saving_a_page(laid_out(rand, tell), lambda: laid_out(rand, tell, DENSE))
        return archived(vel.buffer.getvalue(), vel.root, Colophon(title=title(document)))


def _story(document: VerslagDocument, root: Element) -> list[Flowable]:
    """Read it aloud, from the address to the meaning of the letters."""
    return close(list(_body(document, root)), _end(document, root.add("Sect")))


def _body(document: VerslagDocument, root: Element) -> Iterator[Flowable]:
    yield from address(document, root)
    yield paragraph(TITEL, root.add("H1"), document.betreft)
    yield Spacer(0, 8)
    secties = {sectie.id: sectie for sectie in document.tekst.secties}
    for onderdeel in document.onderdelen:
        yield from part(onderdeel, secties[onderdeel.sectie_id], root.add("Sect"), {})


def _end(document: VerslagDocument, parent: Element) -> Flowable:
    kop = document.kop
    afdeling = ", ".join(filter(None, (kop.functie, kop.organisatie)))
    pieces: list[Flowable] = [
        paragraph(_GROET, parent.add("P"), "Met vriendelijke groet,"),
        paragraph(WAARDE, parent.add("P"), [Stuk(kop.auteur or kop.organisatie, VET)]),
        paragraph(WAARDE, parent.add("P"), afdeling),
    ]
    if notes := legend(document, parent):
        pieces.append(notes)
    return reduce(Together, pieces)
