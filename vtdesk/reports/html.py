"""A verslag as one HTML file that stands alone: the same words as on paper, in the same order.

It is written from the tree that is read aloud from the PDF, so the two cannot differ.
"""

from collections.abc import Iterator
from html import escape

from vtdesk.reports.kop import is_concept
from vtdesk.reports.structure import Element, Said
from vtdesk.reports.verslag import read_aloud, title
from vtdesk.values.document import VerslagDocument
from vtdesk.values.kinds import VerslagStand

_TAGS = {
    "Document": "main", "Sect": "section", "BlockQuote": "blockquote", "Lbl": "span",
    "LBody": "div", "LI": "li", "L": "ul", "H1": "h1", "H2": "h2", "H3": "h3", "P": "p",
    "Table": "table", "THead": "thead", "TBody": "tbody", "TR": "tr", "TH": "th", "TD": "td",
}  # fmt: skip
_INLINE = frozenset({"Lbl", "H1", "H2", "H3", "P", "TH"})  # their words stand on the line itself


def render_html(document: VerslagDocument) -> str:
    """Write the document for a browser or a screen reader: no scripts, nothing from elsewhere."""
    state = "concept" if is_concept(document) else ""
    if document.stand is VerslagStand.VERVANGEN:
        state = "vervangen"
    body = "".join(_element(read_aloud(document)))
    return _PAGE.format(title=escape(title(document)), style=_STYLE, state=state, body=body)


def _element(element: Element) -> Iterator[str]:
    tag = _tag(element)
    yield f"<{tag}{_attributes(element)}>"
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _element(kid)
            yield " " if kid.tag == "Lbl" else ""
    yield from map(_words, element.words)
    yield f"</{tag}>"
    if element.tag not in _INLINE:
        yield "\n"


def _tag(element: Element) -> str:
    if element.tag == "L" and element.attribute == ("ListNumbering", "Decimal"):
        return "ol"
    if element.expansion:
        return "abbr"
    return _TAGS[element.tag]


def _attributes(element: Element) -> str:
    if element.expansion:
        return f' class="letter" title="{escape(element.expansion)}"'
    if element.tag == "L":
        return ' role="list"'  # without marks of its own it would not be heard as a list
    if element.attribute and element.attribute[0] == "Scope":
        return ' scope="col"' if element.attribute[1] == "Column" else ' scope="row"'
    return ' class="nr"' if element.tag == "Lbl" else ""


def _words(said: Said) -> str:
    text = escape(said.tekst).replace("\n", "<br>")
    for on, tag in ((said.cursief, "em"), (said.vet, "strong"), (said.weg, "mark")):
        if on:
            text = f"<{tag}>{text}</{tag}>"
    return text


_STYLE = """
:root { color-scheme: light dark; }
body { margin: 0; background: #fff; color: #17212b; font: 1.05rem/1.55 system-ui, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 1.5rem 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2.25rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.25rem 0 .25rem; }
p { margin: 0 0 .6rem; }
ul, ol { list-style: none; margin: 0 0 .75rem; padding: 0; }
li { display: grid; grid-template-columns: 2rem 1fr; margin: 0 0 .5rem; }
li p { margin: 0; }
li p + p { color: #51606e; font-size: .9rem; }
.letter { justify-self: start; align-self: start; min-width: 1.2rem; border: 1px solid;
  border-radius: .2rem; text-align: center; font-size: .85rem; line-height: 1.3rem;
  text-decoration: none; margin-top: .1rem; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0 1rem; }
th, td { border-bottom: 1px solid #d9dfe5; padding: .35rem .6rem; text-align: left;
  vertical-align: top; }
thead th { background: #f3f5f7; }
tbody th { font-weight: 600; }
td p { margin: 0; }
mark { background: #e6ebef; color: #51606e; padding: 0 .2rem; }
blockquote { margin: .25rem 0 1rem; padding-left: 1rem; border-left: 3px solid #0f6b72; }
.concept h1 + p, .vervangen h1 + p { border-left: 4px solid #7a4f00; padding-left: .75rem; }
@media (prefers-color-scheme: dark) {
  body { background: #12181f; color: #e6ebf0; }
  li p + p { color: #a9b6c2; }
  th, td { border-color: #36424e; }
  thead th { background: #1d262f; }
  mark { background: #2c3743; color: #c3ced8; }
}
@media print { main { max-width: none; padding: 0; } tr, li { break-inside: avoid; } }
"""

_PAGE = """<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body class="{state}">
{body}</body>
</html>
"""
