"""What tagged, archivable paper costs beside bare reportlab, and beside an office program."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.figures import Aim, Figure, interleaved, timed
from tests.reports.bare import render_bare
from tests.reports.samples import four_pages, longer, sixty_pages
from vtdesk.reports.html import render_html
from vtdesk.reports.verslag import render_verslag
from vtdesk.values.document import VerslagDocument

OFFICE = "soffice"
NO_OFFICE = "LibreOffice is not on this computer: its PDF is not measured beside ours."


def four_pages_figure() -> Figure:
    """Render four pages."""
    return _compare("PDF of 4 pages, PDF/A-2a and PDF/UA-1", four_pages(), 15)


def sixty_pages_figure() -> Figure:
    """Render sixty pages."""
    return _compare("PDF of 60 pages, PDF/A-2a and PDF/UA-1", sixty_pages(), 3)


def three_hundred_pages_figure() -> Figure:
    """Render a whole dossier: a second for each fifty pages is the aim."""
    document = longer(480)
    ours = [timed(partial(render_verslag, document))() for _ in range(2)]
    floor = [timed(partial(render_bare, document))() for _ in range(2)]
    return Figure("PDF of 300 pages", ours, floor, "bare reportlab", Aim(p50=6_000))


def office_figures() -> Iterator[Figure | str]:
    """Render the same words as LibreOffice does without a window, in turns; it starts each time."""
    if shutil.which(OFFICE) is None:
        yield NO_OFFICE
        return
    for pages, document, rounds in ((4, four_pages(), 5), (60, sixty_pages(), 3)):
        with _office(document) as convert:
            convert()  # makes its profile the first time
            render_verslag(document)
            ours, theirs = interleaved(
                timed(partial(render_verslag, document)), timed(convert), rounds
            )
        yield Figure(f"PDF of {pages} pages", ours, theirs, "LibreOffice headless", Aim(ratio=1))


@contextmanager
def _office(document: VerslagDocument) -> "Iterator[_Convert]":
    """Lay the words ready as a page that it can read, with a profile of its own."""
    with TemporaryDirectory(prefix="vtdesk-office-") as folder:
        page = Path(folder) / "stuk.html"
        page.write_text(render_html(document))
        yield _Convert(page)


class _Convert:
    """Turns the page into a PDF with LibreOffice."""

    def __init__(self, page: Path) -> None:
        self._page = page
        self._made = page.with_suffix(".pdf")
        self._command = [
            OFFICE, "--headless", f"-env:UserInstallation={(page.parent / 'profile').as_uri()}",
            "--infilter=HTML (StarWriter)", "--convert-to", "pdf", "--outdir", str(page.parent),
            str(page),
        ]  # fmt: skip

    def __call__(self) -> None:
        self._made.unlink(missing_ok=True)
        subprocess.run(self._command, check=True, capture_output=True, timeout=120)
        assert self._made.stat().st_size > 0


def _compare(name: str, document: VerslagDocument, rounds: int) -> Figure:
    render_verslag(document)
    render_bare(document)
    ours, floor = interleaved(
        timed(partial(render_verslag, document)), timed(partial(render_bare, document)), rounds
    )
    return Figure(name, ours, floor, "bare reportlab", Aim(ratio=1.5))
