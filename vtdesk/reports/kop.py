"""The first page's head: title, state, and who was there."""

from collections.abc import Iterator

from reportlab.platypus import Flowable, TableStyle

from vtdesk.reports.layout import (
    GEWOON,
    LABEL,
    LET_OP,
    LIJN,
    STAAT,
    STIL,
    TEXT_WIDTH,
    TITEL,
    VET,
    WAARDE,
)
from vtdesk.reports.structure import Element
from vtdesk.reports.stukken import Stuk, paragraph
from vtdesk.reports.tagged import PlainTable
from vtdesk.values.document import Aanwezige, VerslagDocument, Verslagkop
from vtdesk.values.kinds import Aanwezigheid, VerslagStand
from vtdesk.values.tijd import klok, local, volle_dag

_LABELS = {
    Aanwezigheid.AANWEZIG: "Aanwezig",
    Aanwezigheid.BEELDBELLEN: "Met beeldbellen",
    Aanwezigheid.EERDER_WEG: "Eerder weg",
    Aanwezigheid.AFWEZIG: "Afwezig",
}
_LABEL_WIDTH = 104.0

Regel = tuple[str, list[list[Stuk]]]  # a label, and one or more lines beside it


def is_concept(document: VerslagDocument) -> bool:
    """Tell whether this paper may still change."""
    return document.stand in {VerslagStand.CONCEPT, VerslagStand.TER_REACTIE}


def vervangen_zin(document: VerslagDocument) -> str:
    """Say by what a replaced version was replaced, or nothing."""
    if document.vervangen_door:
        return f"Vervangen door versie {document.vervangen_door}"
    return "Vervangen" if document.stand is VerslagStand.VERVANGEN else ""


def staat_kort(document: VerslagDocument) -> str:
    """Say the state for the foot of each page."""
    if is_concept(document):
        woord = "Concept" if document.stand is VerslagStand.CONCEPT else "Concept ter reactie"
        return f"{woord}, versie {document.versie}" if document.versie > 1 else woord
    if vervangen := vervangen_zin(document):
        return f"Versie {document.versie}, {vervangen[0].lower()}{vervangen[1:]}"
    return f"Vastgesteld, versie {document.versie}"


def voet(document: VerslagDocument) -> str:
    """Say for the foot of each page which document and which copy this is."""
    exemplaar = f"exemplaar {document.exemplaar}" if document.exemplaar else ""
    delen = (document.kop.soort, staat_kort(document), exemplaar, document.vingerafdruk)
    return " · ".join(filter(None, delen))


def exemplaar_zin(document: VerslagDocument) -> str:
    """Say which copy this is, and for whom, or nothing."""
    nummer = f"Exemplaar {document.exemplaar}" if document.exemplaar else ""
    voor = f"voor {document.bestemd_voor}" if document.bestemd_voor else ""
    zin = ", ".join(filter(None, (nummer, voor)))
    return zin[:1].upper() + zin[1:]


def head(document: VerslagDocument, root: Element) -> Iterator[Flowable]:
    """Lay out all that stands above the first section."""
    yield paragraph(TITEL, root.add("H1"), document.kop.soort)
    yield from state_lines(document, root)
    yield _kop_tabel(list(_regels(document.kop)), root)


def state_lines(document: VerslagDocument, root: Element) -> Iterator[Flowable]:
    """Say what may be built on this paper, and whose copy it is."""
    yield paragraph(STAAT, root.add("P"), _staat(document))
    if zin := exemplaar_zin(document):
        yield paragraph(STAAT, root.add("P"), zin)
    if document.versie > 1 and document.reden_correctie:
        zin = f"Deze versie vervangt versie {document.versie - 1}. Reden: "
        yield paragraph(STAAT, root.add("P"), [Stuk(zin, VET), Stuk(document.reden_correctie)])


def _staat(document: VerslagDocument) -> list[Stuk]:
    if is_concept(document):
        ter_reactie = document.stand is VerslagStand.TER_REACTIE
        rest = " · ter reactie, nog niet vastgesteld" if ter_reactie else " · nog niet vastgesteld"
        return [Stuk("Concept", VET), Stuk(rest, kleur=STIL)]
    vastgesteld = f"Vastgesteld{moment(document)}"
    versie = f" · versie {document.versie}"
    if vervangen := vervangen_zin(document):
        rest = f" · {vastgesteld[0].lower()}{vastgesteld[1:]}{versie}"
        return [Stuk(vervangen, VET, LET_OP), Stuk(rest, kleur=STIL)]
    return [Stuk(vastgesteld, VET), Stuk(versie, kleur=STIL)]


def moment(document: VerslagDocument) -> str:
    """Say when it was vastgesteld: ` op dinsdag 12 mei 2026 om 21:14`."""
    if not document.vastgesteld_op:
        return ""
    dag = volle_dag(local(document.vastgesteld_op).date())
    return f" op {dag} om {klok(document.vastgesteld_op)}"


def whence(document: VerslagDocument) -> str:
    """Say in one line how this paper is found back, where its head does not say so."""
    if is_concept(document):
        return ""  # its head says what it is
    afdruk = f"vingerafdruk {document.vingerafdruk}" if document.vingerafdruk else ""
    versie = f"versie {document.versie}"
    zinnen = (", ".join(filter(None, (f"Vastgesteld{moment(document)}", versie, afdruk))),
              "" if document.versie > 1 else exemplaar_zin(document))  # fmt: skip
    return " ".join(f"{zin}." for zin in zinnen if zin)


def _regels(kop: Verslagkop) -> Iterator[Regel]:
    def one(text: str) -> list[list[Stuk]]:
        return [[Stuk(text)]]

    yield "Datum en tijd", one(", ".join(filter(None, (kop.datum, kop.tijd))))
    if kop.plaats:
        yield "Plaats", one(kop.plaats)
    yield "Auteur", [[Stuk(kop.auteur), *_rest(kop.functie)]]
    for soort, label in _LABELS.items():
        if wie := [_wie(a) for a in kop.aanwezigen if a.aanwezigheid is soort]:
            yield label, wie
    if kop.tolk:
        yield "Tolk", one(kop.tolk)
    if kop.opname:
        yield "Opname", one(kop.opname)


def _rest(*delen: str) -> list[Stuk]:
    return [Stuk(", " + deel, kleur=STIL) for deel in delen if deel]


def _wie(aanwezige: Aanwezige) -> list[Stuk]:
    stukken = [Stuk(aanwezige.naam), *_rest(aanwezige.hoedanigheid, aanwezige.gezag)]
    if aanwezige.toelichting:
        stukken.append(Stuk(f" ({aanwezige.toelichting})", kleur=STIL))
    return stukken


def _kop_tabel(regels: list[Regel], root: Element) -> PlainTable:
    body = root.add("Table").add("TBody")
    rows = []
    for label, lines in regels:
        row = body.add("TR")
        left = paragraph(LABEL, row.add("TH", attribute=("Scope", "Row")), label)
        cell = row.add("TD")
        rows.append([left, [paragraph(WAARDE, cell.add("P"), line) for line in lines]])
    return PlainTable(
        rows, colWidths=[_LABEL_WIDTH, TEXT_WIDTH - _LABEL_WIDTH], spaceBefore=8,
        spaceAfter=4, style=_TABEL,
    )  # fmt: skip


_TABEL = TableStyle(
    [
        ("FONTNAME", (0, 0), (-1, -1), GEWOON),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEABOVE", (0, 0), (-1, 0), 0.75, LIJN),
        ("LINEBELOW", (0, -1), (-1, -1), 0.75, LIJN),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
        ("TOPPADDING", (0, 0), (-1, 0), 7),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 8),
    ]
)
