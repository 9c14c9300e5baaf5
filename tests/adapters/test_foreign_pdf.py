"""A PDF from outside is drawn elsewhere, in time or not at all."""

import time
from dataclasses import replace
from threading import Timer

import pytest

from tests.reports import samples
from tests.slow_pdf import slow_pdf
from vtdesk.adapters import child, foreign_pdf
from vtdesk.adapters.foreign_pdf import ForeignPdf, TooMuchWorkError
from vtdesk.adapters.preview import Preview
from vtdesk.reports.verslag import render_verslag

AT_ONCE = 8.0  # seconds; the drawing itself would take minutes


def test_pages_look_as_they_do_here() -> None:
    pdf = render_verslag(samples.document())
    drawn = ForeignPdf(pdf)
    with Preview(pdf, filled_in=True) as here:
        assert drawn.page_count == here.page_count
        assert list(drawn.sizes) == here.sizes()
        for number in (2, 0):
            assert drawn.page(number, dots_per_inch=60) == here.page(number, dots_per_inch=60)
    drawn.close()


def test_a_page_that_takes_too_long_is_given_up_in_words() -> None:
    drawn = ForeignPdf(slow_pdf())
    drawn._talk._limits = replace(foreign_pdf.LIMITS, seconds=1)  # to open it may take its time
    begin = time.monotonic()

    for _ in range(3):
        with pytest.raises(TooMuchWorkError, match="kost te veel tijd of geheugen"):
            drawn.page(0, dots_per_inch=96)

    assert time.monotonic() - begin < AT_ONCE
    drawn.close()


def test_closing_does_not_wait_for_a_page_that_is_being_drawn() -> None:
    drawn = ForeignPdf(slow_pdf())
    Timer(0.5, drawn.close).start()
    begin = time.monotonic()

    with pytest.raises(TooMuchWorkError):
        drawn.page(0, dots_per_inch=96)

    assert time.monotonic() - begin < AT_ONCE


def test_the_kluis_ends_every_reader_at_once() -> None:
    drawn = ForeignPdf(slow_pdf())
    Timer(0.5, child.end_all).start()
    begin = time.monotonic()

    with pytest.raises(TooMuchWorkError):
        drawn.page(0, dots_per_inch=96)

    assert time.monotonic() - begin < AT_ONCE
    drawn.close()


def test_a_reader_that_dies_ends_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vtdesk.adapters.child.command", lambda *_: ["/bin/false"])

    with pytest.raises(TooMuchWorkError):
        ForeignPdf(b"%PDF-1.7")
