"""Who gets an Uitlegblad holds one page in the hand."""

from tests.reports.paper import opened
from vtdesk.reports.verslag import render_verslag
from vtdesk.services.desk import Desk


def test_the_uitlegblad_of_the_demo_is_one_page(demo_desk: Desk) -> None:
    [row] = [one for one in demo_desk.verslagen.all() if one.soort == "Wat Veilig Thuis doet"]
    document = demo_desk.vaststelling.document(row.id, row.versie)

    with opened(render_verslag(document)) as paper:
        assert len(paper.pages) == 1
