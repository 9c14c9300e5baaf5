"""The dossier of a casus: collected, ordered, and given at once under a lock or as plain files."""

import subprocess
from itertools import pairwise
from math import log2
from pathlib import Path

import pytest
from pikepdf import PasswordError, Pdf
from sqlalchemy import select

from tests.builders import add_casus, held_talk, uitspraak
from tests.services import gezin
from tests.services.gezin import BAD, STRAAT, Gezin, write
from vtdesk import resources
from vtdesk.errors import LeakError, UserError
from vtdesk.models import Uitgifte, Verzending
from vtdesk.services.desk import Desk
from vtdesk.services.dossier_wachtwoord import (
    LONGEST,
    WOORDEN,
    controleer,
    keuze,
    nieuw_wachtwoord,
)
from vtdesk.store.store import Store
from vtdesk.values.tekst import Alinea, Bron, runs
from vtdesk.values.uitgaand import UitgifteSoort

BITS = 58  # of chance, at least, in a password that is drawn
ONLY_SANNE = "Zij slaapt al weken slecht."


@pytest.fixture
def gez(desk: Desk) -> Gezin:
    """A family with two verslagen in its dossier."""
    made = gezin.make(desk)
    write(
        desk, made, Alinea(runs("De politie kwam bij Dario.")),
        uitspraak(ONLY_SANNE, bron=Bron("Sanne Wolkenveld", made.sanne), over=(made.fenna,)),
    )  # fmt: skip
    desk.dossiers.voeg_toe(made.casus, made.verslag)
    second = desk.verslagen.start(held_talk(desk, made.casus, titel="MDO"))
    desk.dossiers.voeg_toe(made.casus, second)
    return made


def titles(desk: Desk, gez: Gezin) -> list[str]:
    return [row.titel.split(", ")[-1] for row in desk.dossiers.of(gez.casus)]


def test_the_words_of_a_password_are_everyday_words_that_hurt_nobody() -> None:
    words = keuze()
    lines = resources.path("spelling", "nl.dic").read_text("utf-8").splitlines()
    known = {line.replace("ĳ", "ij").split("/")[0].split("\t")[0] for line in lines}
    assert WOORDEN * log2(len(set(words))) > BITS
    assert set(words) <= known
    assert not set(words) & {"dwang", "kanon", "dader", "mes", "riem", "straf", "bloed", "kelder"}
    for _ in range(50):
        drawn = nieuw_wachtwoord()
        assert len(drawn) <= LONGEST  # of which a reader may take no more
        assert controleer(drawn) == drawn
        assert len(drawn.split(" ")) == WOORDEN
        assert set(drawn.split(" ")) <= set(words)


def test_documents_stand_in_the_order_she_gives_and_come_back_where_they_were(
    desk: Desk, gez: Gezin
) -> None:
    first, second = desk.dossiers.of(gez.casus)
    assert titles(desk, gez) == ["Gesprek Sanne", "MDO"]
    desk.dossiers.verplaats(second.id, 0)
    assert titles(desk, gez) == ["MDO", "Gesprek Sanne"]
    gone = desk.dossiers.haal_weg(second.id)
    assert titles(desk, gez) == ["Gesprek Sanne"]
    desk.dossiers.zet_terug(gez.casus, gone)
    assert titles(desk, gez) == ["MDO", "Gesprek Sanne"]
    desk.dossiers.verplaats(first.id, 99)
    assert [row.plaats for row in desk.dossiers.of(gez.casus)] == [0, 1]


def test_a_document_is_in_it_once_and_in_the_dossier_of_its_own_casus(
    desk: Desk, gez: Gezin
) -> None:
    with pytest.raises(UserError, match="al in het dossier"):
        desk.dossiers.voeg_toe(gez.casus, gez.verslag)
    other = add_casus(desk, nummer="VT-2", naam="Ander gezin")
    with pytest.raises(UserError, match="hoort niet"):
        desk.dossiers.voeg_toe(other, gez.verslag)
    for row in desk.dossiers.of(gez.casus):
        desk.dossiers.haal_weg(row.id)
    with pytest.raises(UserError, match="nog niets"):
        desk.dossiers.drukwerk(gez.casus, f"p:{gez.sanne}", "gesprek", wachtwoord=None)


def test_a_locked_dossier_opens_with_its_password_in_any_reader_and_in_no_other_way(
    desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    secret = desk.dossiers.wachtwoord()
    assert len(secret.split()) >= 5
    assert secret != desk.dossiers.wachtwoord()
    work = desk.dossiers.drukwerk(gez.casus, f"p:{gez.dario}", "gesprek", wachtwoord=secret)
    target = tmp_path / work.bestandsnaam()
    work.save(target)
    assert target.name == "VT-DEMO-0158 dossier exemplaar 3.pdf"
    with pytest.raises(PasswordError):
        Pdf.open(target)
    raw = target.read_bytes()
    assert b"Gespreksverslag" not in raw
    assert secret.encode() not in raw
    # Nor what hangs together: documents, pages, bookmarks, fonts, and the size of each file.
    for telling in (b"/AF [", b"/Kids", b"/Count", b"/Title", b"/Font", b"/Params", b"/UF"):
        assert telling not in raw
    with Pdf.open(target, password=secret) as opened:
        assert opened.encryption.R == 6
        assert len(opened.attachments) == 2
        assert all(
            spec.get_file().read_bytes().startswith(b"%PDF") for spec in opened.attachments.values()
        )
    text = subprocess.run(
        ["pdftotext", "-upw", secret, str(target), "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "De politie kwam" in text
    assert ONLY_SANNE not in text
    check = ["qpdf", "--check", f"--password={secret}", str(target)]
    subprocess.run(check, check=True, capture_output=True)


def test_every_copy_in_it_is_noted_and_the_password_nowhere(
    store: Store, desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    secret = desk.dossiers.wachtwoord()
    work = desk.dossiers.drukwerk(gez.casus, f"p:{gez.dario}", "gesprek", wachtwoord=secret)
    work.save(tmp_path / "dossier.pdf")
    with store.read() as session:
        copies = session.scalars(select(Uitgifte).order_by(Uitgifte.exemplaar)).all()
        assert len(session.scalars(select(Verzending)).all()) == 2
    assert [one.exemplaar for one in copies] == [1, 2, 3]
    assert copies[-1].soort is UitgifteSoort.DOSSIER
    lines = desk.logboek.of_casus(gez.casus)
    assert "dossier-pdf" in [line.detail for line in lines]
    words = secret.split()  # one of them may be a word of the logboek by chance, two are no chance
    said = " ".join(f"{line.detail} {line.reden}" for line in lines)
    assert not any(f"{one} {other}" in said for one, other in pairwise(words))


def test_one_document_with_a_hit_holds_back_the_whole_dossier(
    store: Store, desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    write(desk, gez, Alinea(runs(f"Tijn ging naar het {BAD.split()[0]}.")))
    with pytest.raises(LeakError, match="Gesprek Sanne: Los eerst de treffer op"):
        desk.dossiers.drukwerk(gez.casus, f"p:{gez.dario}", "gesprek", wachtwoord=None)
    with pytest.raises(LeakError):
        desk.dossiers.exporteer_los(gez.casus, f"p:{gez.dario}", "gesprek", tmp_path)
    with store.read() as session:
        assert not session.scalars(select(Uitgifte)).all()
    shown = desk.dossiers.voorstellen(gez.casus, f"p:{gez.dario}")
    assert [one.voorstel.mag for one in shown] == [False, True]


def test_plain_files_come_all_or_none(desk: Desk, gez: Gezin, tmp_path: Path) -> None:
    folder = tmp_path / "uit"
    folder.mkdir()
    files = desk.dossiers.exporteer_los(gez.casus, f"p:{gez.sanne}", "gesprek", folder)
    assert sorted(folder.iterdir()) == sorted(files)
    assert [path.name for path in files] == [
        "VT-DEMO-0158 gespreksverslag concept exemplaar 1.pdf",
        "VT-DEMO-0158 gespreksverslag concept exemplaar 2.pdf",
    ]
    with pytest.raises(UserError, match="bestaat niet"):
        desk.dossiers.exporteer_los(gez.casus, f"p:{gez.sanne}", "gesprek", tmp_path / "weg")


def test_a_weak_password_and_a_telling_name_are_refused(
    desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="te kort"):
        desk.dossiers.drukwerk(gez.casus, f"p:{gez.sanne}", "gesprek", wachtwoord="geheim")
    work = desk.dossiers.drukwerk(gez.casus, f"p:{gez.sanne}", "gesprek", wachtwoord=None)
    with pytest.raises(LeakError):
        work.save(tmp_path / f"{STRAAT}.pdf")
    assert not list(tmp_path.glob("*.pdf*"))
