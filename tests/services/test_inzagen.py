"""The extract on paper: what is the own, with roles for others; what stayed out is told to her."""

import subprocess
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.services import gezin
from tests.services.gezin import STRAAT, Gezin
from vtdesk.errors import LeakError
from vtdesk.models import Uitgifte
from vtdesk.services.desk import Desk
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.store.store import Store
from vtdesk.values.kinds import Letter, Zichtbaarheid
from vtdesk.values.tekst import Bron
from vtdesk.values.uitgaand import UitgifteSoort


@pytest.fixture
def gez(desk: Desk) -> Gezin:
    return gezin.make(desk)


def say(desk: Desk, gez: Gezin, words: str, zicht: Zichtbaarheid = Zichtbaarheid.IEDEREEN) -> None:
    gegevens = UitspraakGegevens(
        Letter.VERKLARING, words, Bron("Dario Kaneelboom", gez.dario), over=(gez.dario,),
        zichtbaarheid=zicht,
    )  # fmt: skip
    desk.uitspraken.add(gez.casus, gegevens)


def test_the_paper_holds_the_own_words_and_names_nobody_else(
    store: Store, desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    say(desk, gez, "Ik wil mijn zoon zien. Sanne weet dat.")
    work = desk.inzagen.maak(gez.casus, gez.dario).drukwerk
    target = tmp_path / work.bestandsnaam()
    work.save(target)
    assert target.name == "VT-DEMO-0158 inzage.pdf"
    text = subprocess.run(
        ["pdftotext", str(target), "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "Ik wil mijn zoon zien" in text
    assert "Sanne" not in text
    with store.read() as session:
        (uitgifte,) = session.scalars(select(Uitgifte))
    assert uitgifte.soort is UitgifteSoort.INZAGE
    assert uitgifte.persoon_id == gez.dario
    assert "uittreksel-pdf" in [line.detail for line in desk.logboek.of_casus(gez.casus)]


def test_what_stayed_out_and_why_is_told_to_her_and_is_not_in_the_paper(
    desk: Desk, gez: Gezin, tmp_path: Path
) -> None:
    say(desk, gez, "Dit is van ons.", Zichtbaarheid.ALLEEN_VT)
    made = desk.inzagen.maak(gez.casus, gez.dario)
    assert "alleen voor Veilig Thuis" in [one.want for one in made.achtergehouden]
    made.drukwerk.save(tmp_path / "inzage.pdf")
    text = subprocess.run(
        ["pdftotext", str(tmp_path / "inzage.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "van ons" not in text
    assert "alleen voor Veilig Thuis" not in text


def test_an_extract_that_would_give_somebody_away_is_not_made(desk: Desk, gez: Gezin) -> None:
    say(desk, gez, f"Ik weet dat zij op {STRAAT} zit.")
    with pytest.raises(LeakError):
        desk.inzagen.maak(gez.casus, gez.dario)
