"""Paper is fit for the archive, and for who cannot see it; an independent judge says so."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from page import ValidationProfile
from pikepdf import Name
from reportlab.pdfgen.canvas import Canvas

from tests.reports import samples
from tests.reports.paper import ACCESS, ARCHIVE, failures, looked_at, opened, saved
from vtdesk.reports.archive import Colophon, NotArchivableError, archived
from vtdesk.reports.structure import Element
from vtdesk.reports.verslag import render_verslag
from vtdesk.values.document import VerslagDocument
from vtdesk.values.tekst import Afspraakregel, Alinea, runs
from vtdesk.values.tijd import at

STRANGE = "مرحبا שלום 👩\u200d👧 你好 \x00\u202e <para>&amp;</para> e\u0301 ﬁ \U0001f130"
HOSTILE = replace(
    samples.document(
        {
            **samples.SECTIES,
            "doel": (Alinea(runs(STRANGE)),),
            "afspraken": (Afspraakregel("w" * 300, "woord " * 2500, "<b>", "O'Neill & Co"),),
        }
    ),
    kop=replace(
        samples.KOP,
        auteur="O'Neill <b>" + "x" * 480,
        organisatie="Veilig Thuis " + "Lang" * 60,
        plaats="&lt;" + "z" * 300,
    ),
)  # fmt: skip

DOCUMENTS = {
    "vastgesteld": samples.document(),
    "concept": samples.concept(),
    "leeg": samples.concept({}),
    "alles leeg en vastgesteld": samples.document({}),
    "tweede versie": replace(samples.document(), versie=2, reden_correctie="verkeerde datum"),
    "vervangen": replace(samples.document(), vervangen_door=2),
    "vier bladzijden": samples.four_pages(),
    "vijandig": HOSTILE,
}


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_verslag(samples.document())


@pytest.fixture(scope="module")
def long_pdf() -> bytes:
    return render_verslag(samples.sixty_pages())


@pytest.mark.parametrize("profile", [ARCHIVE, ACCESS], ids=["PDF/A-2a", "PDF/UA-1"])
@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_every_verslag_is_fit_for_archive_and_access(
    document: VerslagDocument, profile: ValidationProfile
) -> None:
    assert failures(render_verslag(document), profile) == []


def test_sixty_pages_are_fit_too(long_pdf: bytes) -> None:
    assert len(opened(long_pdf).pages) == 60
    assert failures(long_pdf, ARCHIVE) == []
    assert failures(long_pdf, ACCESS) == []


def _lose_structure(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def _lose_profile(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def _lose_font(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        del font.FontDescriptor.FontFile2


def _lose_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def _lose_title_bar(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences


def _lose_scope(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == Name.TH:
            del item.A


@pytest.mark.parametrize(
    ("defect", "profile"),
    [
        (_lose_structure, ARCHIVE),
        (_lose_profile, ARCHIVE),
        (_lose_font, ARCHIVE),
        (_lose_structure, ACCESS),
        (_lose_font, ACCESS),
        (_lose_language, ACCESS),
        (_lose_title_bar, ACCESS),
        (_lose_scope, ACCESS),
    ],
)
def test_the_judge_finds_a_planted_defect(
    pdf: bytes, defect: Callable[[pikepdf.Pdf], None], profile: ValidationProfile
) -> None:
    broken = opened(pdf)
    defect(broken)

    assert failures(saved(broken), profile) != []


def test_a_font_that_is_not_inside_is_refused() -> None:
    buffer = BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(72, 72, "Helvetica")
    canvas.save()

    with pytest.raises(NotArchivableError, match="Helvetica"):
        archived(buffer.getvalue(), Element("Document"), Colophon("Proef"))


def test_qpdf_finds_nothing_wrong(long_pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "lang.pdf"
    path.write_bytes(long_pdf)

    answer = subprocess.run(["qpdf", "--check", path], capture_output=True, check=True, timeout=30)

    assert b"No syntax or stream encoding errors" in answer.stdout


def test_only_subsets_of_our_own_font_are_used_and_all_are_inside(pdf: bytes) -> None:
    fonts = looked_at(pdf, "pdffonts", "-").splitlines()[2:]

    assert len(fonts) == 3
    for font in fonts:
        name, *_, embedded, subset, unicode, _, _ = font.split()
        assert "+VTSans-" in name
        assert (embedded, subset, unicode) == ("yes", "yes", "yes")


def test_the_file_says_nothing_of_persons_machine_or_user(pdf: bytes) -> None:
    paper = opened(pdf)

    assert {key: str(value) for key, value in paper.docinfo.items()} == {
        "/Title": "Gespreksverslag VT-DEMO-0141",
        "/Author": "vtdesk",
        "/Creator": "vtdesk",
        "/Producer": "vtdesk",
        "/CreationDate": "D:20260512211400+02'00'",
        "/ModDate": "D:20260512211400+02'00'",
    }
    hidden = paper.Root.Metadata.read_bytes() + repr(paper.Root.Outlines).encode()
    for word in (b"Havikskruid", b"Zilverduin", b"Mila", b"Pip", b"ReportLab", b"root"):
        assert word not in hidden


def test_a_draft_carries_no_date_of_making() -> None:
    paper = opened(render_verslag(samples.concept()))

    assert "/CreationDate" not in paper.docinfo
    assert b"CreateDate" not in paper.Root.Metadata.read_bytes()


def test_the_reader_shows_dutch_the_title_and_the_sections(pdf: bytes) -> None:
    paper = opened(pdf)

    assert str(paper.Root.Lang) == "nl-NL"
    assert paper.Root.ViewerPreferences.DisplayDocTitle
    with paper.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles == [f"{o.nummer} {o.kop}" for o in samples.ONDERDELEN]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render_verslag(samples.document()) == render_verslag(samples.document())


def test_another_process_with_another_seed_gives_the_same_bytes(pdf: bytes) -> None:
    program = (
        "import sys; from tests.reports import samples;"
        "from vtdesk.reports.verslag import render_verslag;"
        "sys.stdout.buffer.write(render_verslag(samples.document()))"
    )
    root = Path(__file__).parents[2]
    environment = {"PYTHONHASHSEED": "4711", "PATH": "/usr/bin:/bin", "TZ": "America/Lima"}

    other = subprocess.run(
        [sys.executable, "-c", program],
        cwd=root, env=environment, capture_output=True, check=True, timeout=60,
    )  # fmt: skip

    assert other.stdout == pdf


def test_another_document_gives_other_bytes(pdf: bytes) -> None:
    later = replace(samples.document(), vastgesteld_op=at(date(2026, 5, 13), 9))

    assert render_verslag(later) != pdf


def test_no_stream_ends_in_a_byte_that_readers_take_for_a_line_end(long_pdf: bytes) -> None:
    assert b"\r\nendstream" not in long_pdf
