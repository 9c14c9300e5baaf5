"""Paper goes to a real CUPS queue; what stands in the queue says nothing of the case."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.adapters.spooler import Spooler, running_spooler
from tests.reports import samples
from tests.reports.paper import flowing, opened, text_of
from vtdesk.adapters.printing import Printer, job_name, print_pdf, printers
from vtdesk.errors import OutsideError
from vtdesk.reports.verslag import render_verslag
from vtdesk.values.afdruk import Afdruk


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_verslag(samples.document())


@pytest.fixture
def spooler(monkeypatch: pytest.MonkeyPatch) -> Iterator[Spooler]:
    with running_spooler() as spooler:
        monkeypatch.setenv("CUPS_SERVER", spooler.socket)
        yield spooler


def test_a_verslag_comes_out_of_the_printer_on_a4_and_on_both_sides(
    spooler: Spooler, pdf: bytes
) -> None:
    spooler.add_printer("Gang")

    title = print_pdf(pdf, Afdruk("Gang"))

    paper = spooler.printed("Gang")
    assert [[round(float(edge)) for edge in page.mediabox] for page in opened(paper).pages] == [
        [0, 0, 595, 842]
    ] * 3
    assert "Hij reed weg terwijl ik de deur nog vasthield." in flowing(paper)
    job = spooler.job()
    assert title.encode() in job
    assert b"two-sided-long-edge" in job


def test_it_is_printed_from_inside_the_cage_too(spooler: Spooler, pdf: bytes) -> None:
    spooler.add_printer("Gang")
    script = """
import sys
from vtdesk.adapters.printing import print_pdf
from vtdesk.security import cage
cage.close_network()
cage.close_disk()
assert cage.disk_is_closed()
print(print_pdf(sys.stdin.buffer.read()))
"""

    done = subprocess.run(
        [sys.executable, "-c", script], input=pdf, capture_output=True, timeout=60, check=True
    )

    assert done.stdout.decode().strip() == job_name(pdf)
    assert spooler.printed("Gang")


def test_copies_sides_and_pages_come_out_as_they_were_chosen(spooler: Spooler, pdf: bytes) -> None:
    spooler.add_printer("Gang")

    chosen = Afdruk("Gang", exemplaren=2, dubbelzijdig=False, bladzijden=((2, 3),))
    print_pdf(pdf, chosen)

    pages = text_of(spooler.printed("Gang")).split("\f")[:-1]
    numbers = [page.splitlines()[-1] for page in pages]
    assert numbers == ["bladzijde 2 van 3", "bladzijde 3 van 3"] * 2
    assert b"one-sided" in spooler.job()
    assert b"two-sided" not in spooler.job()


def test_the_queue_learns_nothing_of_the_case(spooler: Spooler, pdf: bytes) -> None:
    spooler.add_printer("Gang")

    title = print_pdf(pdf)

    spooler.printed("Gang")
    assert re.fullmatch(r"stuk-[0-9A-F]{4}", title)
    assert title == job_name(pdf)
    for word in (b"VT-DEMO", b"Gespreksverslag", b"Havikskruid", b"vtdesk/", b".pdf"):
        assert word not in spooler.job()


def test_the_usual_printer_stands_first(spooler: Spooler, pdf: bytes) -> None:
    for name in ("Achter", "Voor"):
        spooler.add_printer(name)
    spooler.make_usual("Voor")

    assert printers() == [Printer("Voor", is_default=True), Printer("Achter")]
    print_pdf(pdf)
    assert spooler.printed("Voor")


def test_without_a_printer_she_hears_what_to_do(spooler: Spooler, pdf: bytes) -> None:
    assert printers() == []
    with pytest.raises(OutsideError, match="geen printer ingesteld"):
        print_pdf(pdf)


def test_an_unknown_printer_is_refused_in_words(spooler: Spooler, pdf: bytes) -> None:
    spooler.add_printer("Gang")

    with pytest.raises(OutsideError, match="nam het stuk niet aan"):
        print_pdf(pdf, Afdruk("Weg"))


def test_without_a_print_system_she_hears_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pdf: bytes
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(OutsideError, match="CUPS"):
        print_pdf(pdf)


def test_a_print_system_that_is_off_means_no_printers(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody.sock"))

    assert printers() == []
