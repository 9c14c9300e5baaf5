"""What tagged, archivable paper costs beside bare reportlab."""

from tests.bench.figures import Aim, Figure, interleaved, timed
from tests.reports.bare import render_bare
from tests.reports.samples import four_pages, sixty_pages
from vtdesk.reports.verslag import render_verslag


def four_pages_figure() -> Figure:
    """Render four pages."""
    return _compare("PDF of 4 pages, PDF/A-2a and PDF/UA-1", four_pages(), 15)


def sixty_pages_figure() -> Figure:
    """Render sixty pages."""
    return _compare("PDF of 60 pages, PDF/A-2a and PDF/UA-1", sixty_pages(), 3)


def _compare(name: str, document, rounds: int) -> Figure:  # noqa: ANN001 (a VerslagDocument)
    render_verslag(document)
    render_bare(document)
    ours, floor = interleaved(
        timed(lambda: render_verslag(document)), timed(lambda: render_bare(document)), rounds
    )
    return Figure(name, ours, floor, "bare reportlab", Aim(ratio=1.5))
