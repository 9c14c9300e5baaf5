"""The page for the privacy officer after a laptop is lost: what was on it and how it was closed."""

from collections.abc import Iterator
from io import BytesIO

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from vtdesk.reports.archive import Colophon, archived
from vtdesk.reports.bladvorm import SIZES, Maat, narrow, part
from vtdesk.reports.layout import KLEIN, TITEL, WAARDE
from vtdesk.reports.structure import Element
from vtdesk.reports.stukken import paragraph
from vtdesk.reports.verslag import one_at_a_time
from vtdesk.values.kwijtblad import Kwijtblad

MOST = 2  # pages, wherever that can be
_FOR = "Voor de functionaris gegevensbescherming. Vertrouwelijk."


def render_kwijtblad(blad: Kwijtblad) -> bytes:
    """Render to PDF/A-2a and PDF/UA-1; the same page always gives the same bytes."""
    with one_at_a_time:
        for size in (*SIZES, SIZES[0]):
            root, buffer = Element("Document"), BytesIO()
            paper = narrow(buffer, (f"{blad.titel} · gemaakt op {blad.gemaakt}", _FOR))
            paper.render(list(_story(blad, root, Maat(size))))
            if paper.page <= MOST:
                break
        return archived(buffer.getvalue(), root, Colophon(title=blad.titel))


def _story(blad: Kwijtblad, root: Element, maat: Maat) -> Iterator[Flowable]:
    yield paragraph(KLEIN, root.add("P"), _FOR)
    yield paragraph(_TITEL, root.add("H1"), blad.titel)
    yield paragraph(_SOBER, root.add("P"), blad.inleiding)
    for deel in blad.delen:
        yield from part(deel, root, maat)


_TITEL = ParagraphStyle("kwijt-titel", TITEL, fontSize=16, leading=20)
_SOBER = ParagraphStyle("kwijt-sober", WAARDE, fontSize=9.5, leading=13)
