"""Every verslag of the demo, of every kind, is fit to file and says the same as its page."""

from tests.reports.paper import ACCESS, ARCHIVE, checked, failures
from vtdesk.reports.html import render_html
from vtdesk.reports.verslag import render_verslag
from vtdesk.services.desk import Desk
from vtdesk.services.sjablonen import SOORTEN


def test_every_document_of_the_demo_is_fit_for_archive_and_access(demo_desk: Desk) -> None:
    rows = demo_desk.verslagen.all()

    assert {demo_desk.verslagen.open(row.id).sjabloon.id for row in rows} == set(SOORTEN)
    for verslag_id, nummer in [
        (row.id, nummer)
        for row in rows
        for nummer in [v.nummer for v in demo_desk.vaststelling.versies(row.id)] or [None]
    ]:
        document = demo_desk.vaststelling.document(verslag_id, nummer)
        pdf = render_verslag(document)
        assert failures(pdf, ARCHIVE) == failures(pdf, ACCESS) == []
        assert checked(pdf)
        assert f"<title>{document.kop.soort} {document.kop.dossiernummer}</title>" in render_html(
            document
        )
