"""A copy is searched, written, opened again, searched again and noted; or nothing is left of it."""

import resource
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
import sqlalchemy
from pikepdf import AttachedFileSpec, OutlineItem, Pdf
from sqlalchemy import select

from tests.builders import uitspraak
from tests.services import gezin
from tests.services.gezin import BAD, STRAAT, Gezin, write
from vtdesk.errors import LeakError, OutsideError, UserError
from vtdesk.models import Uitgifte, Verzending
from vtdesk.services.desk import Desk
from vtdesk.services.uitgaand_maken import Verpakking, Verslagwerk
from vtdesk.store.store import Store
from vtdesk.values.tekst import Alinea, Bron, runs

KEPT = "Dario kwam op tijd."
LEFT_OUT = "Zij slaapt al weken slecht."


@pytest.fixture
def gez(desk: Desk) -> Gezin:
    made = gezin.make(desk)
    write(
        desk, made, Alinea(runs("De politie kwam.")),
        uitspraak(KEPT, bron=Bron("Sanne Wolkenveld", made.sanne), over=(made.dario,)),
        uitspraak(LEFT_OUT, bron=Bron("Sanne Wolkenveld", made.sanne), over=(made.fenna,)),
    )  # fmt: skip
    return made


@pytest.fixture
def werk(desk: Desk, gez: Gezin) -> Verslagwerk:
    """The copy for Dario."""
    return desk.uitgaand.drukwerk(gez.verslag, None, f"p:{gez.dario}", "gesprek")


def test_a_copy_is_noted_with_what_is_really_in_it(
    store: Store, desk: Desk, gez: Gezin, werk: Verslagwerk, tmp_path: Path
) -> None:
    target = tmp_path / werk.bestandsnaam()
    werk.save(target)
    assert target.name == "VT-DEMO-0158 gespreksverslag concept exemplaar 1.pdf"
    with store.read() as session:
        (uitgifte,) = session.scalars(select(Uitgifte))
        (verzending,) = session.scalars(select(Verzending))
    kept, left_out = desk.verslagen.open(gez.verslag).tekst.uitspraken()
    assert uitgifte.sha256 == sha256(target.read_bytes()).hexdigest()
    assert (uitgifte.exemplaar, uitgifte.wijze) == (1, "In een gesprek geven")
    assert verzending.uitspraken == [str(kept.id)]
    assert verzending.niet_erin == [str(left_out.id)]
    assert verzending.persoon_id == gez.dario
    assert "pdf" in [line.detail for line in desk.logboek.of_casus(gez.casus)]
    assert target.stat().st_mode & 0o077 == 0


def test_who_did_not_get_a_statement_gets_no_letter_about_it(
    desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    gezin.finalise(desk, gez)
    made = desk.uitgaand.drukwerk(gez.verslag, 1, f"p:{gez.dario}", "gesprek")
    made.save(tmp_path / made.bestandsnaam())
    kept, left_out = desk.verslagen.open(gez.verslag).tekst.uitspraken()
    assert not desk.correcties.controle(gez.casus)
    assert not desk.correcties.withdraw(left_out.id, reden="klopt niet").ontvangers
    (ontvangst,) = desk.correcties.withdraw(kept.id, reden="klopt niet").ontvangers
    assert ontvangst.verzending.ontvanger == "Dario Kaneelboom"


def test_copies_are_numbered_on_and_an_old_number_is_refused_without_a_file(
    desk: Desk, gez: Gezin, werk: Verslagwerk, tmp_path: Path
) -> None:
    werk.save(tmp_path / "een.pdf")
    with pytest.raises(UserError, match="ander exemplaar"):
        werk.save(tmp_path / "twee.pdf")
    again = desk.uitgaand.drukwerk(gez.verslag, None, f"p:{gez.dario}", "gesprek")
    again.save(tmp_path / "drie.pdf")
    assert "exemplaar 2" in again.bestandsnaam()
    assert sorted(path.name for path in tmp_path.glob("*.pdf*")) == ["drie.pdf", "een.pdf"]


def test_the_page_for_screen_readers_is_searched_and_noted_in_the_same_way(
    store: Store, werk: Verslagwerk, tmp_path: Path
) -> None:
    werk.save_html(tmp_path / "kopie.html")
    page = (tmp_path / "kopie.html").read_text()
    assert KEPT in page
    assert LEFT_OUT not in page
    with store.read() as session:
        assert session.scalars(select(Uitgifte)).one().exemplaar == 1


def _title(pdf: Pdf) -> None:
    pdf.docinfo["/Title"] = f"Verslag {STRAAT}"


def _bookmark(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem(BAD, 0))


def _attached(pdf: Pdf, data: bytes) -> AttachedFileSpec:
    return AttachedFileSpec(
        pdf, data, description="", filename="", mime_type="", creation_date="", mod_date=""
    )


def _attachment(pdf: Pdf) -> None:
    pdf.attachments["bron.txt"] = _attached(pdf, STRAAT.encode("utf-16"))


def _attachment_name(pdf: Pdf) -> None:
    pdf.attachments[f"{STRAAT}.txt"] = _attached(pdf, b"x")


def _alternative_text(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.K.Alt = STRAAT.upper()


def _xmp(pdf: Pdf) -> None:
    with pdf.open_metadata() as meta:
        meta["dc:subject"] = [STRAAT]


@pytest.mark.parametrize(
    "plant", [_title, _bookmark, _attachment, _attachment_name, _alternative_text, _xmp]
)
def test_a_leak_beside_the_pages_is_found_and_no_file_stays(
    store: Store, werk: Verslagwerk, tmp_path: Path, plant: Callable[[Pdf], None]
) -> None:
    planted = _planted(werk.pdf(), plant)
    with pytest.raises(LeakError, match="gegevens van het bestand"):
        replace(werk, pdf=lambda: planted).save(tmp_path / "kopie.pdf")
    _nothing_left(store, tmp_path)


def test_a_leak_on_a_page_is_found_also_when_a_page_ends_within_it(
    store: Store, desk: Desk, gez: Gezin, werk: Verslagwerk, tmp_path: Path
) -> None:
    filler = [Alinea(runs(f"De politie kwam weer, keer {count}.")) for count in range(200)]
    write(desk, gez, *filler, Alinea(runs("Loes zit in de Schelpen")), Alinea(runs("hof 9.")))
    leak = desk.papier.pdf(gez.verslag)
    with pytest.raises(LeakError, match="bladzijden"):
        replace(werk, pdf=lambda: leak).save(tmp_path / "kopie.pdf")
    _nothing_left(store, tmp_path)


def test_what_was_left_out_may_nowhere_be_in_the_file(
    store: Store, desk: Desk, gez: Gezin, werk: Verslagwerk, tmp_path: Path
) -> None:
    whole = desk.papier.pdf(gez.verslag)
    with pytest.raises(LeakError):
        replace(werk, pdf=lambda: whole).save(tmp_path / "kopie.pdf")
    _nothing_left(store, tmp_path)


def test_a_leak_in_what_stands_on_the_disk_destroys_the_file_and_says_so(
    store: Store, werk: Verslagwerk, tmp_path: Path
) -> None:
    planted = _planted(werk.pdf(), _title)
    wrapped = replace(werk, verpakking=Verpakking(lambda _: planted, werk.kijk_na))
    with pytest.raises(LeakError, match="vernietigd"):
        wrapped.save(tmp_path / "kopie.pdf")
    _nothing_left(store, tmp_path)


def test_a_file_name_that_tells_is_refused(store: Store, werk: Verslagwerk, tmp_path: Path) -> None:
    for name in ("Schelpenhof-9.pdf", "zwembat De Golfbreker.pdf", "Dario.pdf"):
        with pytest.raises(LeakError):
            werk.save(tmp_path / name)
    _nothing_left(store, tmp_path)


def test_a_full_disk_leaves_nothing(store: Store, werk: Verslagwerk, tmp_path: Path) -> None:
    data = werk.pdf()
    with _small_files(len(data) // 2), pytest.raises(OutsideError):
        replace(werk, pdf=lambda: data).save(tmp_path / "kopie.pdf")
    with pytest.raises(OutsideError):
        werk.save(tmp_path / "weg" / "kopie.pdf")
    with pytest.raises(OutsideError):
        werk.save(Path("/dev/full"))
    _nothing_left(store, tmp_path)


def test_what_stood_there_before_survives_a_refusal(
    desk: Desk, gez: Gezin, werk: Verslagwerk, tmp_path: Path
) -> None:
    target = tmp_path / "kopie.pdf"
    target.write_bytes(b"iets anders")
    desk.uitgaand.drukwerk(gez.verslag, None, f"p:{gez.sanne}", "gesprek").save(tmp_path / "a.pdf")
    with pytest.raises(UserError):
        werk.save(target)  # its number was given meanwhile
    assert target.read_bytes() == b"iets anders"


def test_the_same_copy_gives_the_same_bytes(werk: Verslagwerk) -> None:
    assert werk.pdf() == werk.pdf()


def _planted(pdf: bytes, plant: Callable[[Pdf], None]) -> bytes:
    buffer = BytesIO()
    with Pdf.open(BytesIO(pdf)) as opened:
        plant(opened)
        opened.save(buffer)
    return buffer.getvalue()


def _nothing_left(store: Store, folder: Path) -> None:
    with store.read() as session:
        assert not session.scalars(select(Uitgifte)).all()
        assert not session.scalars(select(Verzending)).all()
    assert not [path for path in folder.iterdir() if not path.name.startswith("kluis")]


@contextmanager
def _small_files(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond a size, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_version_that_was_changed_outside_leaves_for_nobody(
    store: Store, desk: Desk, gez: Gezin
) -> None:
    gezin.finalise(desk, gez)
    change = "UPDATE versie SET inhoud = CAST(replace(inhoud, 'politie', 'buurman') AS BLOB)"
    with store.write() as session:
        session.execute(sqlalchemy.text(change))
    with pytest.raises(LeakError, match="zegel"):
        desk.uitgaand.drukwerk(gez.verslag, 1, f"p:{gez.dario}", "gesprek")
