"""Makes a drawn PDF fit for the archive: PDF/A-2a and PDF/UA-1.

Adds the structure tree, the metadata and the colour profile, and refuses fonts that are not inside.
"""

import re
import zlib
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from xml.sax.saxutils import escape

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream, String

from vtdesk.reports.structure import Element, Mark
from vtdesk.resources import path

MAKER = "vtdesk"
_OWNERS = {"Scope": Name.Table, "ListNumbering": Name.List}
_CODE = re.compile(rb"<(\w\w)> <(\w+)>")


class NotArchivableError(Exception):
    """The drawn PDF breaks a rule that cannot be mended here: a mistake in the program."""


@dataclass(frozen=True, slots=True)
class Colophon:
    """What the file says of itself; no names of persons, machine or user."""

    title: str
    made_at: datetime | None = None  # of the content, never of the clock; none on a draft


def archived(drawn: bytes, root: Element, colophon: Colophon) -> bytes:
    """Give the PDF/A of a drawn PDF and the tree that its drawing filled."""
    with Pdf.open(BytesIO(drawn)) as pdf:
        _mend_fonts(pdf)
        _compress(pdf)
        _Tree(pdf).write(root)
        _add_colophon(pdf, colophon)
        return _saved(pdf)


def _saved(pdf: Pdf) -> bytes:
    """Write the file; a stream that ends in CR reads as one byte short to some readers."""
    for mode in (ObjectStreamMode.generate, ObjectStreamMode.disable):
        buffer = BytesIO()
        pdf.save(buffer, object_stream_mode=mode, deterministic_id=True, min_version="1.7")
        if b"\r\nendstream" not in buffer.getvalue():
            break
    return buffer.getvalue()


def _mend_fonts(pdf: Pdf) -> None:
    fonts = {font.objgen: font for page in pdf.pages for font in page.Resources.Font.values()}
    for font in fonts.values():
        if "/FontFile2" not in font.get(Name.FontDescriptor, Dictionary()):
            raise NotArchivableError(f"Font {font.BaseFont} is not inside the file.")
        font.ToUnicode.write(_to_unicode(font.ToUnicode.read_bytes()))


def _to_unicode(cmap: bytes) -> bytes:
    """Rewrite a table of characters: reportlab pads it with zeros, which PDF/UA forbids."""
    pairs = [(code, int(char, 16)) for code, char in _CODE.findall(cmap) if int(char, 16)]
    before = cmap[: cmap.index(b"1 begincodespacerange")]
    after = cmap[cmap.index(b"endcmap") :]
    lines = [b"1 begincodespacerange", b"<00> <FF>", b"endcodespacerange"]
    for start in range(0, len(pairs), 100):  # the format allows 100 at a time
        part = pairs[start : start + 100]
        lines.append(b"%d beginbfchar" % len(part))
        lines += [b"<%s> <%s>" % (code, _utf16(char)) for code, char in part]
        lines.append(b"endbfchar")
    return before + b"\n".join(lines) + b"\n" + after


def _utf16(char: int) -> bytes:
    return chr(char).encode("utf-16-be").hex().upper().encode()


def _compress(pdf: Pdf) -> None:
    """Compress all streams, and never to one that ends in CR: then a byte more goes in."""
    for item in pdf.objects:
        if not isinstance(item, Stream):
            continue
        data = item.read_raw_bytes()
        packed = zlib.compress(data)
        if packed.endswith(b"\r"):
            data += b"\n"  # means nothing after page content, a table of characters or a font
            packed = zlib.compress(data)
            if Name.Length1 in item:
                item.Length1 = len(data)
        item.write(packed, filter=Name.FlateDecode)


class _Tree:
    """Writes the structure tree, and for each page which element owns which mark."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._owners: list[list[Dictionary]] = [[] for _ in self._pages]

    def write(self, document: Element) -> None:
        """Write all elements and hang them under the root of the file."""
        tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = self._element(document, tree)
        numbers = Array()
        for number, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            page.StructParents = number
            page.Tabs = Name.S
            numbers.append(number)
            numbers.append(self._pdf.make_indirect(Array(owners)))
        tree.ParentTree = self._pdf.make_indirect(Dictionary(Nums=numbers))
        tree.ParentTreeNextKey = len(self._pages)
        self._pdf.Root.StructTreeRoot = tree
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, element: Element, parent: Dictionary) -> Dictionary:
        node = Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag}"), P=parent)
        if element.attribute:
            key, value = element.attribute
            node.A = Dictionary({"/O": _OWNERS[key], f"/{key}": Name(f"/{value}")})
        if element.expansion:
            node.E = String(element.expansion)
        if element.alt:
            node.Alt = String(element.alt)
        marks = [kid for kid in element.kids if isinstance(kid, Mark)]
        if marks:
            node.Pg = self._pages[marks[0].page]
        own = self._pdf.make_indirect(node)
        own.K = Array(
            [
                self._mark(kid, own, marks[0].page)
                if isinstance(kid, Mark)
                else self._element(kid, own)
                for kid in element.kids
            ]
        )
        return own

    def _mark(self, mark: Mark, owner: Dictionary, usual_page: int) -> int | Dictionary:
        """Note who owns a mark, and name it: by its number alone on the element's own page."""
        owners = self._owners[mark.page]
        owners += [owner] * (mark.number + 1 - len(owners))
        owners[mark.number] = owner
        if mark.page == usual_page:
            return mark.number
        return Dictionary(Type=Name.MCR, Pg=self._pages[mark.page], MCID=mark.number)


def _add_colophon(pdf: Pdf, colophon: Colophon) -> None:
    info = Dictionary(
        Title=String(colophon.title), Author=String(MAKER), Creator=String(MAKER),
        Producer=String(MAKER),
    )  # fmt: skip
    if colophon.made_at:
        info.CreationDate = info.ModDate = String(_pdf_date(colophon.made_at))
    pdf.trailer.Info = pdf.make_indirect(info)
    pdf.Root.Metadata = Stream(pdf, _xmp(colophon).encode(), Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent, S=Name.GTS_PDFA1, Info=String("sRGB IEC61966-2.1"),
                OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
                DestOutputProfile=Stream(
                    pdf, zlib.compress(path("icc", "srgb.icc").read_bytes()), N=3,
                    Filter=Name.FlateDecode,
                ),
            )
        ]
    )  # fmt: skip
    pdf.Root.Lang = String("nl-NL")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _pdf_date(moment: datetime) -> str:
    offset = f"{moment:%z}"
    return f"D:{moment:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"


def _xmp(colophon: Colophon) -> str:
    dates = ""
    if colophon.made_at:
        written = colophon.made_at.isoformat(timespec="seconds")
        dates = (
            f"<xmp:CreateDate>{written}</xmp:CreateDate><xmp:ModifyDate>{written}</xmp:ModifyDate>"
        )
    return _XMP.format(title=escape(colophon.title), maker=MAKER, dates=dates)


# The last block declares the pdfuaid schema itself: PDF/A wants each schema that it does not know
# explained inside the file.
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/"
  xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
  xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{maker}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>nl-NL</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{maker}</xmp:CreatorTool>
{dates}
<pdf:Producer>{maker}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about=""
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that this file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
