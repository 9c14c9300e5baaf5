"""The page about one casus for who stands in: on one side of A4 wherever that can be."""

from collections.abc import Iterator
from io import BytesIO

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from vtdesk.reports.archive import Colophon, archived
from vtdesk.reports.bladvorm import SIZES, Maat, narrow, part
from vtdesk.reports.glyphs import printable
from vtdesk.reports.layout import KLEIN, STIL, TITEL, VET, WAARDE
from vtdesk.reports.structure import Element
from vtdesk.reports.stukken import Stuk, paragraph
from vtdesk.reports.verslag import one_at_a_time
from vtdesk.values.vervangblad import Vervangblad

_RETURN = "Alleen voor wie vervangt. Geef dit blad na het verlof terug."


def render_vervangblad(blad: Vervangblad) -> bytes:
    """Render to PDF/A-2a and PDF/UA-1; the same page always gives the same bytes."""
    with one_at_a_time:
        for size in (*SIZES, SIZES[0]):  # what fits on no page is read best in the largest
            root, buffer = Element("Document"), BytesIO()
            paper = narrow(buffer, _foot(blad))
            paper.render(list(_story(blad, root, Maat(size))))
            if paper.page == 1:
                break
        title = printable(f"Vervangkaart {blad.nummer}")
        return archived(buffer.getvalue(), root, Colophon(title=title))


def _foot(blad: Vervangblad) -> tuple[str, str]:
    return (f"{blad.nummer} · Vervangkaart · gemaakt op {blad.gemaakt}", _RETURN)


def _story(blad: Vervangblad, root: Element, maat: Maat) -> Iterator[Flowable]:
    above = " · ".join(filter(None, (blad.organisatie, blad.nummer)))
    yield paragraph(KLEIN, root.add("P"), above)
    yield paragraph(_TITEL, root.add("H1"), f"Vervangkaart {blad.casus}")
    absent = [
        Stuk(blad.afwezig or "De vaste medewerker", VET),
        Stuk(f" is er niet: {blad.periode}."),
    ]
    yield paragraph(_SOBER, root.add("P"), absent)
    if blad.contact:
        stands_in = [Stuk("Vervanging: ", kleur=STIL), Stuk(blad.contact, VET)]
        yield paragraph(_SOBER, root.add("P"), stands_in)
    for deel in blad.delen:
        yield from part(deel, root, maat)


_TITEL = ParagraphStyle("vervang-titel", TITEL, fontSize=16, leading=20)
_SOBER = ParagraphStyle("vervang-sober", WAARDE, fontSize=9.5, leading=13)
