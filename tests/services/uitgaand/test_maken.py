"""A copy is searched, written, opened again, searched again and noted; or nothing is left of it."""

import errno
import os
import resource
import shutil
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy
from pikepdf import AttachedFileSpec, OutlineItem, Pdf
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from tests.builders import reach, uitspraak
from tests.disks import Mounted, small_disk
from tests.services import gezin
from tests.services.gezin import BAD, STRAAT, Gezin, finalise, write
from vtdesk.errors import LeakError, OutsideError, UserError
from vtdesk.models import Entity, Gezag, Sleutelwaarde, Uitgifte, Verzending
from vtdesk.security import files
from vtdesk.services.desk import Desk
from vtdesk.services.uitgaand.maken import Verpakking, Verslagwerk
from vtdesk.store.store import Store
from vtdesk.values.afdruk import Afdruk
from vtdesk.values.kinds import AfgeschermdSoort
from vtdesk.values.tekst import Alinea, Bron, runs

KEPT = "Dario kwam op tijd."
LEFT_OUT = "Zij slaapt al weken slecht."
_ON_ITS_WAY = Sleutelwaarde.sleutel.like("uitgifte-onderweg/%")


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


def test_who_got_two_copies_of_one_draft_on_a_day_stands_once_among_who_holds_it(
    desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    for number in (1, 2):
        desk.uitgaand.drukwerk(gez.verslag, None, f"o:{gez.wijkteam}", "beveiligd").save(
            tmp_path / f"{number}.pdf"
        )
    finalise(desk, gez)

    [held] = desk.vaststelling.houders(gez.verslag)

    assert (held.naam, held.versie, held.exemplaar) == ("Wijkteam Dorpslaan", "concept", 2)
    assert held.is_oud


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


def test_what_changed_since_she_looked_is_not_written(
    store: Store, desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    def changed(deed: Callable[[], object], match: str) -> None:
        work = desk.uitgaand.drukwerk(gez.verslag, None, f"p:{gez.dario}", "post")
        deed()
        with pytest.raises(UserError, match=match):
            work.save(tmp_path / "kopie.pdf")
        _nothing_left(store, tmp_path)

    write(desk, gez, Alinea(runs("Tijn zit bij Vijverzicht.")))
    place = AfgeschermdSoort.PLEK
    changed(
        lambda: desk.personen.shield(gez.sanne, place, "Vijverzicht"), "Kijk de lijst opnieuw na"
    )
    write(desk, gez, Alinea(runs("De politie kwam.")), Alinea(runs("Tijn slaapt.")))
    changed(lambda: write(desk, gez, Alinea(runs("Heel iets anders."))), "Kijk de lijst opnieuw na")
    write(desk, gez, Alinea(runs("De politie kwam.")), Alinea(runs("Tijn slaapt.")))
    changed(lambda: _end_gezag(store, gez.dario), "Kijk de lijst opnieuw na")
    changed(lambda: reach(desk, gez.dario, post=False), "Kijk de lijst opnieuw na")


def test_a_version_that_was_replaced_meanwhile_is_not_written_as_the_last(
    store: Store, desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    gezin.finalise(desk, gez)
    work = desk.uitgaand.drukwerk(gez.verslag, 1, f"p:{gez.dario}", "gesprek")
    desk.vaststelling.correct(gez.verslag, "Een zin klopt niet.")
    write(desk, gez, Alinea(runs("De politie kwam niet.")))
    gezin.finalise(desk, gez)
    with pytest.raises(UserError, match="Kijk de lijst opnieuw na"):
        work.save(tmp_path / "kopie.pdf")
    _nothing_left(store, tmp_path)


@pytest.mark.parametrize("moment", ["written", "noted", "named"])
def test_a_kill_leaves_no_copy_without_a_note_and_no_rest_after_the_next_opening(
    store: Store, desk: Desk, werk: Verslagwerk, tmp_path: Path, moment: str
) -> None:
    data, folder = werk.pdf(), tmp_path / "weg"
    folder.mkdir()
    child = os.fork()
    if child == 0:
        _die_when(moment)
        with suppress(BaseException):
            replace(werk, pdf=lambda: data).save(folder / "kopie.pdf")
        os._exit(1)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
    left = {path.name for path in folder.iterdir()}
    assert ("kopie.pdf" in left) == (moment == "named")
    desk.uitgaand.ruim_op()
    with store.read() as session:
        noted = [one.sha256 for one in session.scalars(select(Uitgifte))]
        assert len(session.scalars(select(Verzending)).all()) == len(noted)
        assert not session.scalars(select(Sleutelwaarde).where(_ON_ITS_WAY)).all()
    copies = [sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()]
    assert copies == noted == ([sha256(data).hexdigest()] if moment == "named" else [])


def test_an_earlier_file_stays_when_the_note_cannot_be_stored(
    store: Store, werk: Verslagwerk, tmp_path: Path
) -> None:
    target = tmp_path / "kopie.pdf"
    target.write_bytes(b"van vorige week")

    def full(_: object) -> None:
        raise OSError(errno.ENOSPC, "vol")

    data = werk.pdf()
    noter = werk.noteer

    def noted(session: Session, pdf: bytes, way: str) -> Sequence[Entity]:
        event.listen(session, "before_commit", full)
        return noter(session, pdf, way)

    with pytest.raises(OutsideError, match="geen ruimte"):
        replace(werk, pdf=lambda: data, noteer=noted).save(target)
    assert target.read_bytes() == b"van vorige week"
    target.unlink()
    _nothing_left(store, tmp_path)


def test_a_folder_that_goes_before_the_copy_has_its_name_leaves_no_note(
    store: Store, werk: Verslagwerk, tmp_path: Path
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    noter = werk.noteer

    def noted(session: Session, pdf: bytes, way: str) -> Sequence[Entity]:
        shutil.rmtree(folder)
        return noter(session, pdf, way)

    with pytest.raises(OutsideError, match="niet bereikbaar"):
        replace(werk, noteer=noted).save(folder / "kopie.pdf")
    _nothing_left(store, tmp_path)


def test_a_full_disk_leaves_nothing_of_a_copy_and_keeps_the_earlier_one(
    store: Store, desk: Desk, gez: Gezin, werk: Verslagwerk, tmp_path: Path
) -> None:
    desk.dossiers.voeg_toe(gez.casus, gez.verslag)
    locked = desk.dossiers.drukwerk(
        gez.casus, f"p:{gez.dario}", "gesprek", wachtwoord=desk.dossiers.wachtwoord()
    )
    with small_disk(tmp_path / "vol", "64k") as disk:
        if isinstance(disk, Mounted):
            target = disk.folder / "kopie.pdf"
            target.write_bytes(b"van vorige week")
            disk.fill(store)
            for work in (werk, locked):
                with pytest.raises(OutsideError, match="geen ruimte"):
                    work.save(target)
            assert target.read_bytes() == b"van vorige week"
            assert sorted(path.name for path in disk.folder.iterdir()) == ["kopie.pdf", "rest"]
    (tmp_path / "vol").rmdir()
    _nothing_left(store, tmp_path)


def test_a_printer_that_refuses_leaves_no_note_and_one_that_takes_it_does(
    store: Store, werk: Verslagwerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _printer(tmp_path / "bin", takes=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=os.pathsep)
    with pytest.raises(OutsideError, match="nam het stuk niet aan"):
        werk.print(Afdruk("Gang"))
    with store.read() as session:
        assert not session.scalars(select(Uitgifte)).all()
        assert not session.scalars(select(Verzending)).all()
    _printer(tmp_path / "bin", takes=True)
    werk.print(Afdruk("Gang"))
    handed_over = (tmp_path / "bin" / "gekregen").read_bytes()
    with store.read() as session:
        (uitgifte,) = session.scalars(select(Uitgifte))
    assert uitgifte.sha256 == sha256(handed_over).hexdigest()


def _printer(folder: Path, *, takes: bool) -> None:
    """Put programs in a folder that are the printer."""
    folder.mkdir(exist_ok=True)
    programs = {
        "lpstat": "echo Gang",
        "lp": f'cat > "{folder}/gekregen"' if takes else "cat > /dev/null; exit 1",
    }
    for name, words in programs.items():
        (folder / name).write_text(f"#!/bin/sh\n{words}\n")
        (folder / name).chmod(0o700)


def _die_when(moment: str) -> None:
    """Let this process kill itself when a copy was written, was noted, or has its name."""

    def die(deed: Callable[..., Any], *, after: bool) -> Callable[..., Any]:
        def deadly(*arguments: Any) -> None:
            if after:
                deed(*arguments)
            os.kill(os.getpid(), signal.SIGKILL)

        return deadly

    if moment == "written":
        files.write_new_by = die(files.write_new_by, after=True)
    else:
        setattr(Path, "replace", die(Path.replace, after=moment == "named"))  # noqa: B010


def _end_gezag(store: Store, houder: UUID) -> None:
    with store.write() as session:
        for one in session.scalars(select(Gezag).where(Gezag.houder_id == houder)):
            session.delete(one)


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
