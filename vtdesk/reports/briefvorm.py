"""A verslag in the form of a letter: address, date, subject, greeting, text and greeting again."""

from collections.abc import Iterator
from functools import reduce

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from vtdesk.reports.closing import close, legend, signatures
from vtdesk.reports.kop import is_concept, state_lines, whence
from vtdesk.reports.layout import ALINEA, GRIJS, KLEIN, KOP, TITEL, VET, WAARDE
from vtdesk.reports.onderdeel import outlined
from vtdesk.reports.opmaak import Maat, Namen, Opmaak
from vtdesk.reports.structure import Element
from vtdesk.reports.stukken import Stuk, as_heading, paragraph
from vtdesk.reports.tagged import Together
from vtdesk.reports.tekst import flowables, says_something
from vtdesk.values.document import Onderdeel, VerslagDocument
from vtdesk.values.tekst import Sectie, plain

_MAAT = Maat(kantlijn=False)
_KOP = ParagraphStyle("briefvorm-kop", KOP, leftIndent=0)
_TITEL = ParagraphStyle("briefvorm-titel", TITEL, fontSize=15, leading=20, spaceAfter=4)
_ADRES = ParagraphStyle("briefvorm-adres", WAARDE, spaceAfter=20)
_AANHEF = "Geachte mevrouw, geachte heer,"
_GROETEN = ("geachte", "beste", "lieve", "dag", "hallo", "hoi")
_ONDERWERP = "onderwerp"  # the part whose words can stand above the letter
_SHORT = 90  # characters
_BOVEN_ADRES = 30  # so that it stands in the window of an envelope


def letter(document: VerslagDocument, root: Element, namen: Namen) -> list[Flowable]:
    """Read the letter aloud, from the address to the signature."""
    body = list(_body(document, root, namen))
    return close(body, _end(document, root.add("Sect")))


def _body(document: VerslagDocument, root: Element, namen: Namen) -> Iterator[Flowable]:
    yield from address(document, root)
    subject = _subject(document)
    yield paragraph(_TITEL, root.add("H1"), document.betreft or subject or document.kop.soort)
    if is_concept(document) or document.versie > 1:
        yield from state_lines(document, root)
    yield Spacer(0, 8)
    secties = {sectie.id: sectie for sectie in document.tekst.secties}
    parts = [
        (onderdeel, secties[onderdeel.sectie_id])
        for onderdeel in document.onderdelen
        if onderdeel.sectie_id in secties
        and says_something(secties[onderdeel.sectie_id])
        and not (subject and onderdeel.sectie_id == _ONDERWERP)
    ]
    if not _greets(document, parts):
        yield paragraph(_MAAT.tekst(ALINEA), root.add("P"), document.aanhef or _AANHEF)
    for onderdeel, sectie in parts:
        yield from part(onderdeel, sectie, root.add("Sect"), namen)
    if not parts:
        yield paragraph(_MAAT.tekst(GRIJS), root.add("P"), "Deze brief is nog leeg.")


def _subject(document: VerslagDocument) -> str:
    """Give what the part about the subject says, when that fits above a letter."""
    for sectie in document.tekst.secties if not document.betreft else ():
        if sectie.id == _ONDERWERP and len(sectie.blokken) == 1:
            words = plain(sectie.blokken[0]).strip().rstrip(".")
            return words if len(words) <= _SHORT and says_something(sectie) else ""
    return ""


def address(document: VerslagDocument, root: Element) -> Iterator[Flowable]:
    """Say to whom it goes, when, and under which number."""
    kop = document.kop
    yield Spacer(0, _BOVEN_ADRES)
    lines = document.adres or tuple(filter(None, (document.bestemd_voor,)))
    if lines:
        yield paragraph(_ADRES, root.add("P"), "\n".join(lines))
    for label, value in (("Datum: ", kop.datum), ("Ons kenmerk: ", kop.dossiernummer)):
        if value:
            yield paragraph(WAARDE, root.add("P"), [Stuk(label, VET), Stuk(value)])
    yield Spacer(0, 18)


def _greets(document: VerslagDocument, parts: list[tuple[Onderdeel, Sectie]]) -> bool:
    """Tell whether the text itself begins with a greeting."""
    if document.aanhef or not parts:
        return False
    first = next((plain(blok).split() for blok in parts[0][1].blokken if plain(blok).split()), [])
    return first[:1] != [] and first[0].strip(",").lower() in _GROETEN


def part(onderdeel: Onderdeel, sectie: Sectie, parent: Element, namen: Namen) -> Iterator[Flowable]:
    """Set one part: its head, when it has one, and what stands below it."""
    opmaak = Opmaak(onderdeel, namen, _MAAT)
    head = as_heading(paragraph(_KOP, parent.add("H2"), onderdeel.kop)) if onderdeel.kop else None
    content = flowables(sectie.blokken, parent, opmaak)
    if head:
        head.marker = outlined(onderdeel)
        head.following = content[0]
        yield head
    yield from content


def _end(document: VerslagDocument, parent: Element) -> Flowable:
    """Greet, say who writes, and how to find this letter back."""
    kop = document.kop
    afdeling = ", ".join(filter(None, (kop.functie, kop.organisatie)))
    pieces: list[Flowable] = [
        paragraph(_GROET, parent.add("P"), "Met vriendelijke groet,"),
        paragraph(WAARDE, parent.add("P"), [Stuk(kop.auteur or kop.organisatie, VET)]),
        paragraph(WAARDE, parent.add("P"), afdeling),
    ]
    if document.tekenen:
        pieces.append(signatures(document.tekenen, parent))
    if found := whence(document):
        pieces.append(paragraph(_ONDER, parent.add("P"), found))
    if notes := legend(document, parent):
        pieces.append(notes)
    return reduce(Together, pieces)


_GROET = ParagraphStyle("briefvorm-groet", WAARDE, spaceBefore=12, spaceAfter=26)
_ONDER = ParagraphStyle("briefvorm-onder", KLEIN, spaceBefore=16)
