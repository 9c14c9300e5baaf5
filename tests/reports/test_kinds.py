"""Every kind of document is fit to file: an independent judge reads each, and so do we."""

import pytest

from tests.reports import rich
from tests.reports.of_template import of_template
from tests.reports.paper import ACCESS, ARCHIVE, checked, failures, flowing, opened
from vtdesk.reports.verslag import render_verslag
from vtdesk.services.sjablonen import SOORTEN
from vtdesk.values.document import VerslagDocument
from vtdesk.values.sjabloon import Vorm
from vtdesk.values.tekst import Werkaantekening, plain

DOCUMENTS = {**{name: of_template(name) for name in SOORTEN}, **rich.FORMS}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_every_kind_is_fit_for_archive_and_access_and_says_all_its_words(
    document: VerslagDocument,
) -> None:
    pdf = render_verslag(document)

    assert failures(pdf, ARCHIVE) == []
    assert failures(pdf, ACCESS) == []
    assert checked(pdf)
    text = "".join(flowing(pdf).split())
    printed = [b for b in document.tekst.blokken() if not isinstance(b, Werkaantekening)]
    for word in " ".join(map(plain, printed)).split():
        assert word in text
    assert render_verslag(document) == pdf


@pytest.mark.parametrize(
    "document", [d for d in DOCUMENTS.values() if d.vorm == Vorm.KAART and not d.reacties]
)
def test_a_card_is_one_page(document: VerslagDocument) -> None:
    assert len(opened(render_verslag(document)).pages) == 1


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_title_and_bookmarks_name_nobody(document: VerslagDocument) -> None:
    paper = opened(render_verslag(document))

    assert str(paper.docinfo.Title) == f"{document.kop.soort} {document.kop.dossiernummer}"
    with paper.open_outline() as outline:
        titles = " ".join(item.title for item in outline.root)
        assert not any(item.children for item in outline.root)
    for name in ("Pip", "Job", "Maren", "Zilverduin", "Otis", "Havikskruid"):
        assert name not in titles
