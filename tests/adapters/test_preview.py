"""A PDF shows as pictures, from memory."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.reports import samples
from vtdesk.adapters.preview import PageImage, Preview
from vtdesk.errors import OutsideError
from vtdesk.reports.verslag import render_verslag

WHITE = b"\xff\xff\xff\xff"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_verslag(samples.document())


def pixel(image: PageImage, x: int, y: int) -> bytes:
    start = (y * image.width + x) * 4
    return image.rgba[start : start + 4]


def test_each_page_can_be_seen(pdf: bytes) -> None:
    with Preview(pdf) as preview:
        assert preview.page_count == 3
        for number in range(3):
            image = preview.page(number)
            assert len(image.rgba) == image.width * image.height * 4
            assert set(image.rgba[3::4]) == {255}
            assert image.rgba.count(WHITE) > image.width * image.height * 0.8
            assert min(image.rgba[::4]) < 0x60


def test_a_page_has_the_size_of_a4(pdf: bytes) -> None:
    with Preview(pdf) as preview:
        small = preview.page(0)
        large = preview.page(0, dots_per_inch=192)

    assert (small.width, small.height) == (794, 1123)
    assert (large.width, large.height) == (1588, 2246)


def test_colours_stay_in_their_order(pdf: bytes) -> None:
    with Preview(pdf) as preview:
        image = preview.page(0, dots_per_inch=144)

    colours = {image.rgba[start : start + 4] for start in range(0, len(image.rgba), 4)}
    assert b"\x0f\x6b\x72\xff" in colours  # the edge of a V: more blue than red
    assert b"\x72\x6b\x0f\xff" not in colours


def test_what_is_no_pdf_is_refused_in_words() -> None:
    with pytest.raises(OutsideError, match="niet te lezen"):
        Preview(b"geen pdf")


def test_the_library_loads_only_when_paper_is_looked_at() -> None:
    program = (
        "import sys; import vtdesk.adapters.preview, vtdesk.adapters.printing;"
        "sys.exit('pypdfium2' in sys.modules)"
    )
    root = Path(__file__).parents[2]

    subprocess.run([sys.executable, "-c", program], cwd=root, check=True, timeout=30)
