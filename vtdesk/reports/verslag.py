"""A verslag on paper: plain values in, the bytes of an archive PDF out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from threading import Lock
from uuid import UUID

from reportlab.platypus import Flowable

from vtdesk.reports.archive import Colophon, archived
from vtdesk.reports.briefvorm import letter
from vtdesk.reports.closing import close, closing
from vtdesk.reports.glyphs import missing_characters, printable
from vtdesk.reports.kaart import FACTORS, boxed, card
from vtdesk.reports.kop import head, is_concept, vervangen_zin, voet
from vtdesk.reports.layout import (
    ALINEA,
    GRIJS,
    LEEG,
    SHORT,
    TEXT_WIDTH,
    VET,
    Blad,
    Rand,
)
from vtdesk.reports.letters import short_legend, used_letters
from vtdesk.reports.onderdeel import empty_part, part_heading
from vtdesk.reports.opmaak import Maat, Namen, Opmaak
from vtdesk.reports.reacties import reacties
from vtdesk.reports.structure import Element
from vtdesk.reports.stukken import Stuk, paragraph
from vtdesk.reports.tagged import space
from vtdesk.reports.tekst import LEEG_ONDERDEEL, flowables
from vtdesk.values.document import VerslagDocument
from vtdesk.values.sjabloon import Vorm
from vtdesk.values.tekst import Sectie
from vtdesk.values.tijd import local

__all__ = ["missing_characters", "read_aloud", "render_verslag", "title"]

DENSE = 0.5  # of the air between paragraphs, when that saves a page that is almost empty
CARD_FACTOR = 1.25  # of the letters of a card within a verslag
CARD_AIR = 12.0

one_at_a_time = Lock()  # reportlab keeps its fonts in a place that all documents share


def render_verslag(document: VerslagDocument) -> bytes:
    """Render to PDF/A-2a and PDF/UA-1; the same document always gives the same bytes."""
    with one_at_a_time:
        vel = _laid_out(document, Zetting(factor=_card_factor(document)))
        vel = saving_a_page(vel, lambda: _laid_out(document, Zetting(DENSE)))
        return archived(vel.buffer.getvalue(), vel.root, _colophon(document))


def read_aloud(document: VerslagDocument) -> Element:
    """Give all that the paper says, in reading order, without laying it out."""
    with one_at_a_time:
        root = Element("Document")
        rand(document).lees(root)
        _story(document, root, Zetting())
        return root


def title(document: VerslagDocument) -> str:
    """Name the document without a person: `Gespreksverslag VT-DEMO-0141`."""
    return printable(f"{document.kop.soort} {document.kop.dossiernummer}")


@dataclass(frozen=True, slots=True)
class Zetting:
    """How close the lines stand, and of a card how large its letters are."""

    air: float = 1
    factor: float = 1


@dataclass(frozen=True, slots=True)
class Vel:
    """A verslag laid out over its pages, with the tree of what is read aloud."""

    blad: Blad
    root: Element
    buffer: BytesIO


def _card_factor(document: VerslagDocument) -> float:
    """Find the largest letters with which a card is one page; its reactions come after it."""
    if document.vorm != Vorm.KAART:
        return 1
    alone = replace(document, reacties=())
    for factor in FACTORS:
        pages = _laid_out(alone, Zetting(factor=factor)).blad.page
        if pages == 1:
            return factor
        if pages > SHORT:
            break  # no letters are small enough for that
    return FACTORS[-1]


def _laid_out(document: VerslagDocument, zetting: Zetting) -> Vel:
    return laid_out(rand(document), lambda root: _story(document, root, zetting), zetting.air)


def laid_out(around: Rand, tell: Callable[[Element], list[Flowable]], air: float = 1) -> Vel:
    """Lay out what is told, with a share of the air between its pieces."""
    root, buffer = Element("Document"), BytesIO()
    blad = Blad(buffer, around, root)
    story = tell(root)
    for flowable in story:
        space(flowable, air)
    blad.render(story)
    return Vel(blad, root, buffer)


def saving_a_page(loose: Vel, closer: Callable[[], Vel]) -> Vel:
    """Take what stands closer when that saves a page that is almost empty."""
    if not loose.blad.ends_almost_empty():
        return loose
    found = closer()
    return found if found.blad.page < loose.blad.page else loose


def _colophon(document: VerslagDocument) -> Colophon:
    made_at = document.vastgesteld_op
    return Colophon(title=title(document), made_at=local(made_at) if made_at else None)


def rand(document: VerslagDocument) -> Rand:
    """Give what stands around each page."""
    return Rand(
        organisatie=printable(document.kop.organisatie),
        nummer=printable(document.kop.dossiernummer),
        voet=printable(voet(document)),
        legenda=short_legend(used_letters(document)),
        vervangen=vervangen_zin(document),
        concept=is_concept(document),
        briefhoofd=document.vorm != Vorm.KAART,
    )


def _story(document: VerslagDocument, root: Element, zetting: Zetting) -> list[Flowable]:
    """Read the whole paper aloud, from the title to the last line."""
    namen = _namen(document)
    if document.vorm == Vorm.KAART:
        story = card(document, root, namen, factor=zetting.factor)
    elif document.vorm == Vorm.BRIEF:
        story = letter(document, root, namen)
    else:
        story = _whole(document, root, namen)
    return [*story, *reacties(document.reacties, root)]


def _whole(document: VerslagDocument, root: Element, namen: Namen) -> list[Flowable]:
    story = [*head(document, root), *_onderdelen(document, root, namen)]
    return close(story, closing(document, root.add("Sect")))


def _onderdelen(document: VerslagDocument, root: Element, namen: Namen) -> Iterator[Flowable]:
    secties = {sectie.id: sectie for sectie in document.tekst.secties}
    leeg_want = dict(document.leeg_want)
    for onderdeel in document.onderdelen:
        sectie = secties.get(onderdeel.sectie_id, Sectie(onderdeel.sectie_id))
        parent = root.add("Sect")
        if sectie.is_leeg and not is_concept(document):
            yield empty_part(onderdeel, leeg_want.get(onderdeel.sectie_id, ""), parent)
            continue
        heading = part_heading(onderdeel, parent)
        content = _content(sectie, parent, Opmaak(onderdeel, namen))
        heading.following = content[0]
        yield heading
        yield from content
    for zin in document.toelichting:
        stukken = [Stuk("Bij het vaststellen: ", VET), Stuk(zin)]
        yield paragraph(LEEG, root.add("P"), stukken)


def _content(sectie: Sectie, parent: Element, opmaak: Opmaak) -> list[Flowable]:
    if sectie.nvt:
        zin = f"Niet van toepassing, want {sectie.nvt}"
        return [paragraph(ALINEA, parent.add("P"), zin if zin.endswith(".") else f"{zin}.")]
    if opmaak.onderdeel.kaart:
        opmaak = replace(opmaak, maat=Maat(CARD_FACTOR, TEXT_WIDTH - 2 * CARD_AIR, kantlijn=False))
    made = flowables(sectie.blokken, parent, opmaak)
    if made and opmaak.onderdeel.kaart:
        return [boxed(made, dashed=True)]
    return made or [paragraph(GRIJS, parent.add("P"), LEEG_ONDERDEEL)]


def _namen(document: VerslagDocument) -> dict[UUID, str]:
    """Name the persons that the text knows by their id."""
    bronnen = (regel.bron for regel in document.tekst.uitspraken())
    sources = {bron.persoon_id: bron.naam for bron in bronnen if bron.persoon_id and bron.naam}
    return dict(document.namen) | sources
