"""A verslag on paper: plain values in, the bytes of an archive PDF out."""

from collections.abc import Iterator
from dataclasses import dataclass
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
    LEEG,
    VET,
    Blad,
    Rand,
)
from vtdesk.reports.letters import short_legend, used_letters
from vtdesk.reports.onderdeel import empty_part, part_heading
from vtdesk.reports.tagged import Element, Heading, Together, space
from vtdesk.reports.tekst import Stuk, flowables, paragraph
from vtdesk.values.document import VerslagDocument
from vtdesk.values.tekst import Sectie
from vtdesk.values.tijd import local

__all__ = ["missing_characters", "render_verslag"]

DENSE = 0.5  # of the air between paragraphs, when that saves a page that is almost empty

one_at_a_time = Lock()  # reportlab keeps its fonts in a place that all documents share


def render_verslag(document: VerslagDocument) -> bytes:
    """Render to PDF/A-2a and PDF/UA-1; the same document always gives the same bytes."""
    with one_at_a_time:
        vel = _laid_out(document)
        if vel.blad.ends_almost_empty():
            dense = _laid_out(document, spaced=DENSE)
            vel = dense if dense.blad.page < vel.blad.page else vel
        return archived(vel.buffer.getvalue(), vel.root, _colophon(document))


@dataclass(frozen=True, slots=True)
class Vel:
    """A verslag laid out over its pages, with the tree of what is read aloud."""

    blad: Blad
    root: Element
    buffer: BytesIO


def _laid_out(document: VerslagDocument, *, spaced: float = 1) -> Vel:
    root, buffer = Element("Document"), BytesIO()
    blad = Blad(buffer, _rand(document), root)
    story = _story(document, root)
    for flowable in story:
        space(flowable, spaced)
    blad.render(story)
    return Vel(blad, root, buffer)


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
    namen, leeg_want = _namen(document), dict(document.leeg_want)
    for onderdeel in document.onderdelen:
        sectie = secties.get(onderdeel.sectie_id, Sectie(onderdeel.sectie_id))
        parent = root.add("Sect")
        if sectie.is_leeg and not is_concept(document):
            yield empty_part(onderdeel, leeg_want.get(onderdeel.sectie_id, ""), parent)
            continue
        heading = part_heading(onderdeel, parent)
        content = _content(sectie, parent, namen)
        heading.following = content[0]
        yield heading
        yield from content
    for zin in document.toelichting:
        stukken = [Stuk("Bij het vaststellen: ", VET), Stuk(zin)]
        yield paragraph(LEEG, root.add("P"), stukken)


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
