"""A verslag on paper: plain values in, the bytes of an archive PDF out."""

from collections.abc import Iterator
from io import BytesIO
from threading import Lock
from uuid import UUID

from reportlab.platypus import Flowable

from vtdesk.reports.archive import Colophon, archived
from vtdesk.reports.closing import closing
from vtdesk.reports.glyphs import missing_characters, printable
from vtdesk.reports.kop import head, is_concept, staat_kort, vervangen_zin
from vtdesk.reports.layout import (
    ALINEA,
    GRIJS,
    KOP,
    VET,
    Blad,
    Rand,
)
from vtdesk.reports.letters import short_legend, used_letters
from vtdesk.reports.tagged import (
    Element,
    Heading,
    Marker,
    TaggedCanvas,
    Together,
)
from vtdesk.reports.tekst import flowables, paragraph
from vtdesk.values.document import Onderdeel, VerslagDocument
from vtdesk.values.tekst import Sectie
from vtdesk.values.tijd import local

__all__ = ["missing_characters", "render_verslag"]

one_at_a_time = Lock()  # reportlab keeps its fonts in a place that all documents share


def render_verslag(document: VerslagDocument) -> bytes:
    """Render to PDF/A-2a and PDF/UA-1; the same document always gives the same bytes."""
    with one_at_a_time:
        root = Element("Document")
        buffer = BytesIO()
        blad = Blad(buffer, _rand(document), root)
        blad.render(_story(document, root))
        return archived(buffer.getvalue(), root, _colophon(document))


def _colophon(document: VerslagDocument) -> Colophon:
    made_at = document.vastgesteld_op
    return Colophon(
        title=printable(f"{document.kop.soort} {document.kop.dossiernummer}"),
        made_at=local(made_at) if made_at else None,
    )


def _rand(document: VerslagDocument) -> Rand:
    return Rand(
        organisatie=printable(document.kop.organisatie),
        nummer=printable(document.kop.dossiernummer),
        staat=staat_kort(document),
        legenda=short_legend(used_letters(document)),
        vervangen=vervangen_zin(document),
        concept=is_concept(document),
    )


def _story(document: VerslagDocument, root: Element) -> list[Flowable]:
    """Read the whole paper aloud, from the title to the last line."""
    story = [*head(document, root), *_onderdelen(document, root)]
    last = closing(document, root.add("Sect"))
    end = Together(story.pop(), last)
    if isinstance(story[-1], Heading):
        story[-1].following = end
    return [*story, end]


def _onderdelen(document: VerslagDocument, root: Element) -> Iterator[Flowable]:
    secties = {sectie.id: sectie for sectie in document.tekst.secties}
    namen = _namen(document)
    leeg = []
    for onderdeel in document.onderdelen:
        sectie = secties.get(onderdeel.sectie_id, Sectie(onderdeel.sectie_id))
        if sectie.is_leeg and not is_concept(document):
            leeg.append(onderdeel)
            continue
        parent = root.add("Sect")
        heading = _heading(onderdeel, parent)
        content = _content(sectie, parent, namen)
        heading.following = content[0]
        yield heading
        yield from content
    if leeg:
        kop = ", ".join(f"{onderdeel.nummer} ({onderdeel.kop})" for onderdeel in leeg)
        yield paragraph(GRIJS, root.add("P"), f"Niet ingevuld: {kop}.")


def _content(sectie: Sectie, parent: Element, namen: dict[UUID, str]) -> list[Flowable]:
    if sectie.nvt:
        zin = f"Niet van toepassing, want {sectie.nvt}"
        return [paragraph(ALINEA, parent.add("P"), zin if zin.endswith(".") else f"{zin}.")]
    return flowables(sectie.blokken, parent, namen) or [
        paragraph(GRIJS, parent.add("P"), "Niet ingevuld.")
    ]


def _namen(document: VerslagDocument) -> dict[UUID, str]:
    """Name the persons that the text knows by their id."""
    bronnen = (regel.bron for regel in document.tekst.uitspraken())
    sources = {bron.persoon_id: bron.naam for bron in bronnen if bron.persoon_id and bron.naam}
    return dict(document.namen) | sources


def _heading(onderdeel: Onderdeel, parent: Element) -> Heading:
    element = parent.add("H2")
    label = element.add("Lbl")
    text = paragraph(KOP, element, onderdeel.kop)
    heading = Heading(None, KOP, frags=text.frags)
    heading.element = element
    heading.marker = _number_marker(onderdeel, label)
    return heading


def _number_marker(onderdeel: Onderdeel, label: Element) -> Marker:
    """Draw the number in the margin, and make the section findable in the reader's list."""

    def draw(canvas: TaggedCanvas, height: float) -> None:
        key = f"onderdeel-{onderdeel.nummer}"
        canvas.bookmarkHorizontal(key, 0, height + 4)
        canvas.addOutlineEntry(printable(f"{onderdeel.nummer} {onderdeel.kop}"), key)
        canvas.setFillColor(KOP.textColor)
        canvas.setFont(VET, KOP.fontSize)
        with canvas.marked(label):
            canvas.drawString(0, height - KOP.fontSize, str(onderdeel.nummer))

    return draw
