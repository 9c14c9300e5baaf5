"""The HTML says the words of the paper in the same order, and stands wholly alone."""

from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from typing_extensions import override

from tests.reports import rich, samples
from tests.reports.of_template import of_template
from tests.reports.paper import heard, text_of
from vtdesk.reports.html import render_html
from vtdesk.reports.verslag import render_verslag
from vtdesk.services.sjablonen import SOORTEN
from vtdesk.values.document import VerslagDocument
from vtdesk.values.tekst import Alinea, runs

DOCUMENTS = {
    "gewoon": samples.document(),
    "concept": samples.concept(),
    "leeg": samples.document({}),
    **rich.FORMS,
    **{soort: of_template(soort) for soort in SOORTEN},
}


class _Reader(HTMLParser):
    """Collects the words of a page, its tags with their attributes, and how they nest."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(page)
        assert self._open == []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "br"}:
            self._open.append(tag)
        if tag not in {"strong", "em", "mark"}:
            self.said.append(" ")

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        if tag not in {"strong", "em", "mark"}:
            self.said.append(" ")

    @override
    def handle_data(self, data: str) -> None:
        if "main" in self._open:
            self.said.append(data)

    def words(self) -> list[str]:
        return "".join(self.said).split()

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def _read(document: VerslagDocument, pdf: bytes) -> list[str]:
    """Give the words of the pages, without what stands around the text of each."""
    pages = text_of(pdf).split("\f")
    letterhead = f"{document.kop.organisatie} {document.kop.dossiernummer}"
    lines: list[str] = []
    for number, page in enumerate(pages):
        body = [line for line in page.splitlines() if not line.startswith("bladzijde ")]
        foot = next((n for n, line in enumerate(body) if line.startswith(_foot(document))), None)
        body = body[:foot]
        if number and body[:1] == [letterhead]:
            del body[: 2 if body[1] in _column_heads(document) else 1]
        lines += body
    return " ".join(lines).split()


def _column_heads(document: VerslagDocument) -> set[str]:
    """Give the heads that a table repeats on its next page."""
    own = {" ".join(onderdeel.kolommen) for onderdeel in document.onderdelen}
    return {"Wie Wat Wanneer Als het niet lukt", *own}


def _foot(document: VerslagDocument) -> str:
    return f"{document.kop.soort} · Vastgesteld, versie 1 ·"


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_html_says_what_who_listens_to_the_paper_hears(document: VerslagDocument) -> None:
    assert _Reader(render_html(document)).words() == heard(render_verslag(document))


@pytest.mark.parametrize("soort", [*rich.FORMS, "gewoon", *SOORTEN])
def test_html_says_what_stands_on_the_pages_in_that_order(soort: str) -> None:
    document = DOCUMENTS[soort]

    assert _Reader(render_html(document)).words() == _read(document, render_verslag(document))


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_the_page_is_dutch_has_headings_in_order_and_tables_with_heads(
    document: VerslagDocument,
) -> None:
    page = _Reader(render_html(document))

    assert page.all("html") == [{"lang": "nl"}]
    levels = [int(tag[1]) for tag, _ in page.tags if tag in {"h1", "h2", "h3"}]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(head["scope"] in {"row", "col"} for head in page.all("th"))
    assert len(page.all("table")) == 0 or page.all("th")
    assert len(page.all("main")) == 1


def test_the_page_brings_nothing_from_elsewhere_and_runs_nothing() -> None:
    page = render_html(rich.rich())

    for outside in ("http:", "https:", "//", "<script", "<link", "<img", "url(", "@import", "src="):
        assert outside not in page.replace("default-src", "").replace("style-src", "")
    assert "default-src 'none'" in page


def test_what_is_typed_is_never_taken_for_html() -> None:
    hostile = '<script>alert(1)</script> & <b>"vet"</b> O\'Neill'
    page = render_html(
        replace(
            samples.document({"doel": (Alinea(runs(hostile)),)}),
            bestemd_voor="</main><script src=x>",
        )
    )

    assert "<script" not in page
    assert "</main><script" not in page
    assert hostile in " ".join(_Reader(page).words())


def test_what_was_left_out_and_own_words_of_a_child_are_marked() -> None:
    page = render_html(rich.rich())

    assert page.count(f"<mark>{rich.WEGGELATEN}</mark>") == 2
    assert "<em>“Dan tel ik de stoeptegels.”</em>" in page
    assert '<abbr class="letter" title="verklaring">V</abbr>' in page


def test_the_same_document_gives_the_same_page() -> None:
    assert render_html(rich.rich()) == render_html(rich.rich())
