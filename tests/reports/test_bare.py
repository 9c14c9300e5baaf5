"""The floor for speed holds the same paper, and is not fit for the archive."""

from tests.reports import samples
from tests.reports.bare import render_bare
from tests.reports.paper import ACCESS, ARCHIVE, failures, flowing, opened
from vtdesk.reports.verslag import render_verslag


def test_bare_paper_has_the_same_pages_and_words_without_the_tags() -> None:
    document = samples.four_pages()

    bare = render_bare(document)

    assert len(opened(bare).pages) == len(opened(render_verslag(document)).pages) == 4
    assert samples.ALINEA in flowing(bare)
    assert failures(bare, ARCHIVE) != []
    assert failures(bare, ACCESS) != []
