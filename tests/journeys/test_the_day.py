"""The demo day with the keyboard only, from the wachtzin at 08:10 to `Klaar voor vandaag`."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, at
from tests.journeys.dag import ALT, CTRL, SHIFT, Dag, Key
from tests.program import Program
from vtdesk.cli.demo.command import WACHTZIN
from vtdesk.services.agenda import AfspraakRow
from vtdesk.values.kinds import AfspraakStaat


@pytest.fixture
def mila(
    program: Callable[[], Program], demo_hours: dict[datetime, Path], tmp_path: Path, qtbot: QtBot
) -> Dag:
    """Mila on the morning of 12 May, with the kluis open."""
    shutil.copytree(demo_hours[at(8, 10)], tmp_path / "ochtend")
    her = Dag(program().start(tmp_path / "ochtend"), qtbot)
    her.unlocks(WACHTZIN)
    return her


def begins_the_day(mila: Dag) -> None:
    """Read what is open, and begin."""
    assert mila.is_in("begin-de-dag")
    assert "2 beloftes open" in mila.reads()
    mila.press(Key.Key_Space)
    mila.waits_for(lambda: mila.vtdesk.desk.dagen.of(TODAY).begonnen_op)


def sits_at_the_table(mila: Dag) -> None:
    """Go through the three besprekingen; nothing of another is on screen meanwhile."""
    mila.time_is(at(9))
    mila.sees(4)
    mila.waits_for(lambda: mila.shows("besprekingen"))
    mila.press(Key.Key_Return, CTRL)
    mila.waits_for(lambda: mila.shows("pleinstand"))
    assert mila.is_in("inbreng-invoer")
    mila.types("wijkteam: J. was sinds de winter bijna niet op school.")
    mila.press(Key.Key_Return)
    assert "Tweeling" not in mila.reads()
    decides(mila, "Hulp door wijkteam gaat door", "Wijkteam")

    mila.time_is(at(10))
    mila.press(Key.Key_3, ALT)
    mila.types("raad: ziet een grond voor onderzoek.")
    mila.press(Key.Key_Return)
    decides(mila, "Drang, met raadsonderzoek; GI regisseert", "GI", aloud=True)


def decides(mila: Dag, besluit: str, regie: str, *, aloud: bool = False) -> None:
    """Note besluit and casusregie, read them to the table, and go to the next bespreking."""
    mila.chooses(besluit)
    mila.fills_in("casusregie", regie)
    if aloud:
        reads_aloud(mila)
    mila.press(Key.Key_PageDown, CTRL)


def reads_aloud(mila: Dag) -> None:
    """Show the besluit in large letters to the table, and put it away."""
    seen: list[str] = []
    eyes = QTimer(interval=20)  # the sheet holds up all that is done after it

    def read_it() -> None:
        sheet = QApplication.activeModalWidget()
        if sheet is not None and not sheet.isActiveWindow():
            sheet.activateWindow()  # there is no window manager
        elif sheet is not None:
            seen.append(mila.reads())
            mila.press(Key.Key_Return)

    eyes.timeout.connect(read_it)
    eyes.start()
    mila.press(Key.Key_B, CTRL | SHIFT)
    mila.waits_for(lambda: seen)
    eyes.stop()
    assert "raadsonderzoek" in seen[0]
    mila.waits_for(lambda: mila.is_in("casusregie"))


def looks_at_the_week(mila: Dag) -> None:
    """See what stands in this week and the next, and which talk has no new date yet."""
    mila.sees(2)
    mila.waits_for(lambda: mila.shows("weekbord"))
    mila.goes_to("weekbord")
    mila.walks_to("MDO Wolkenveld / Kaneelboom")
    here = mila.reads()
    mila.press(Key.Key_PageDown)
    mila.waits_for(lambda: mila.reads() != here)
    mila.press(Key.Key_T, ALT)
    mila.waits_for(lambda: mila.reads() == here)


def takes_a_call_at_the_table(mila: Dag) -> None:
    """Note the missed calls without leaving the bespreking; nobody sees whose number it is."""
    mila.time_is(at(11, 22))
    mila.types("wijkteam: de tolk")
    mila.press(Key.Key_F2)
    mila.waits_for(lambda: mila.has_open("telefoontje"))
    mila.types("06-0000 0417 4x gemist 10:52 11:03 11:15 11:21 voicemail nu")
    assert "Loes" not in mila.reads()
    mila.press(Key.Key_Return)
    mila.waits_for(lambda: not mila.has_open("telefoontje"))
    mila.types(" is niet geregeld.")
    mila.press(Key.Key_Return)


def promises_a_new_date(mila: Dag) -> None:
    mila.captures(Key.Key_F4, "belofte", {"aan": "S., 11 jaar", "wat": "een nieuwe datum"})


def leaves_the_table(mila: Dag) -> None:
    mila.time_is(at(11, 47))
    decides(mila, "Aangehouden: er komt een nieuwe datum", "Wijkteam")
    mila.waits_for(lambda: not mila.shows("pleinstand"))
    rows = mila.vtdesk.desk.plein.owed()
    assert [mila.vtdesk.desk.plein.detail(row.id).uitkomst.besluit for row in rows] == [
        "rr-hulp", "rr-drang-raad", "rr-aangehouden",
    ]  # fmt: skip
    said = mila.vtdesk.desk.plein.detail(rows[2].id).inbreng
    assert [line.tekst for line in said] == ["de tolk is niet geregeld."]


def calls_back(mila: Dag) -> None:
    """Call who waits longest, ask the three questions, and write down how it ended."""
    mila.time_is(at(11, 58))
    mila.sees(3)
    mila.waits_for(lambda: "Hoort bij: Loes Wolkenveld" in mila.reads())
    assert "Adres afgeschermd" in mila.reads()
    mila.fills_in("vrij_praten", "Ja, alleen in de keuken")
    mila.fills_in("nu_veilig", "Deur op slot")
    mila.fills_in("waar_kinderen", "Fenna op school")
    mila.fills_in("uitkomst", "De wijkagent controleert een kenteken.")
    mila.press(Key.Key_S, ALT)
    desk = mila.vtdesk.desk
    casus = desk.casussen.find("0158")
    mila.waits_for(
        lambda: (
            "De wijkagent controleert een kenteken."
            in [row.gegevens.titel for row in desk.gebeurtenissen.of_casus(casus.id)]
        )
    )


def writes_while_it_happens(mila: Dag) -> None:
    """Write lines with their time; the panel stays until it is put away."""
    mila.time_is(at(12, 16))
    mila.press(Key.Key_F6)
    mila.waits_for(lambda: mila.has_open("crisisnotitie"))
    for line in ("Loes weet niet zeker wiens auto het was.", "Wijkagent gebeld."):
        mila.types(line)
        mila.press(Key.Key_Return)
    mila.press(Key.Key_Escape)
    mila.waits_for(lambda: not mila.has_open("crisisnotitie"))


def replans_lunch(mila: Dag) -> None:
    """Have lunch ten minutes earlier."""
    mila.time_is(at(12, 18))
    mila.sees(1)
    mila.goes_to("dag")
    mila.walks_to("Lunch")
    for _ in range(2):
        mila.press(Key.Key_Up, ALT)
    mila.press(Key.Key_Return)
    mila.waits_for(lambda: lunch(mila).begin == at(12, 20))


def lunch(mila: Dag) -> AfspraakRow:
    return next(row for row in mila.vtdesk.desk.agenda.on_day(TODAY) if row.titel == "Lunch")


def holds(mila: Dag, title: str, until: datetime) -> None:
    """Say that a talk was held."""
    mila.time_is(until)
    mila.sees(1)
    mila.goes_to("dag")
    mila.walks_to(title)
    mila.press(Key.Key_H)
    mila.waits_for(lambda: title in held(mila))


def held(mila: Dag) -> list[str]:
    rows = mila.vtdesk.desk.agenda.on_day(TODAY)
    return [row.titel for row in rows if row.staat is AfspraakStaat.GEHOUDEN]


def parks_a_note(mila: Dag, **prompts: str) -> None:
    """Write down what is fresh, right after a talk."""
    mila.captures(Key.Key_F3, "parkeernotitie", prompts)


def promises(mila: Dag, **promise: str) -> None:
    mila.captures(Key.Key_F4, "belofte", promise)


def keeps_the_hard_part_to_herself(mila: Dag) -> None:
    mila.captures(Key.Key_F8, "impact", {"tekst": "Geschrokken van de harde stem."})


def says_that_the_monitoring_was_held(mila: Dag) -> None:
    """Note in the casus who was spoken; that was the term of today."""
    mila.opens_casus("0097", tab=Key.Key_7)
    mila.goes_to("termijnen")
    mila.walks_down_to("Moment na 3 maanden")
    mila.press(Key.Key_Return)
    mila.fills_in("gesproken", "Abel, Lotte, Ruben en Kaat")
    mila.press(Key.Key_Return, CTRL)
    termijnen = mila.vtdesk.desk.termijnen
    mila.waits_for(lambda: TODAY not in [row.wanneer for row in termijnen.komend()])


def keeps_what_she_promised_mother(mila: Dag) -> None:
    """Say on the day itself that a promise was kept, with a line."""
    mila.time_is(at(17, 28))
    mila.sees(1)
    mila.comes_to("bellen na het gesprek met vader")
    mila.press(Key.Key_Space)
    mila.fills_in("regel", "Gebeld: hij denkt erover na.")
    mila.press(Key.Key_Return, CTRL)
    beloften = mila.vtdesk.desk.beloften
    mila.waits_for(lambda: "Maren Zilverduin" not in [row.aan for row in beloften.open()])


def closes_the_day(mila: Dag) -> None:
    """See that one verslag is for tonight, keep what went well, and be done."""
    mila.time_is(at(20, 24))
    mila.sees(1)
    mila.asks_for("Dag afsluiten")
    mila.waits_for(lambda: mila.shows("dagafsluiting"))
    assert "7 verslagen nog niet geschreven" in mila.reads()
    assert [row.words for row in mila.vtdesk.desk.morgen.groups().vanavond] == [
        "MDO Wolkenveld / Kaneelboom"
    ]
    begins_to_write(mila)
    mila.fills_in("lichtpunt", "Lotte")
    mila.waits_for(lambda: mila.shows("lichtpunt-naam"))
    for _ in "Lotte":
        mila.press(Key.Key_Backspace)
    mila.types("Een meisje van 13 slaapt weer door.")
    mila.goes_to("klaar-voor-vandaag")
    mila.press(Key.Key_Space)
    mila.waits_for(lambda: mila.vtdesk.next_image)


def begins_to_write(mila: Dag) -> None:
    """Write the first words of what is for tonight, behind the curtain for a while, and go back."""
    mila.waits_for(lambda: mila.is_in("avondlijst"))
    mila.press(Key.Key_Return)
    mila.waits_for(lambda: isinstance(mila.focus, QTextEdit))
    mila.types("Dario keek weg bij het woord sleutel")
    for _ in "sleutel":
        mila.press(Key.Key_Left)
    text, before = mila.focus, caret(mila)
    mila.press(Key.Key_F12)
    mila.waits_for(lambda: mila.is_in("gordijn"))
    assert "Dario" not in mila.reads()
    mila.press(Key.Key_Escape)
    mila.waits_for(lambda: mila.focus is text)
    assert caret(mila) == before
    mila.types("kleine ")
    mila.sees(1)
    mila.waits_for(lambda: mila.shows("dagafsluiting"))


def caret(mila: Dag) -> int:
    assert isinstance(mila.focus, QTextEdit)
    return mila.focus.textCursor().position()


def opens_it_again(mila: Dag, vtdesk: Program, folder: Path) -> Dag:
    """Come back to a closed kluis later in the evening."""
    mila.vtdesk.end()
    again = Dag(vtdesk.start(folder, now=at(21)), mila.bot)
    again.unlocks(WACHTZIN)
    return again


def test_the_day_with_the_keyboard_only(
    mila: Dag, program: Callable[[], Program], tmp_path: Path
) -> None:
    begins_the_day(mila)
    sits_at_the_table(mila)
    takes_a_call_at_the_table(mila)
    promises_a_new_date(mila)
    leaves_the_table(mila)
    calls_back(mila)
    writes_while_it_happens(mila)
    replans_lunch(mila)
    looks_at_the_week(mila)
    holds(mila, "MDO Wolkenveld / Kaneelboom", at(14, 25))
    parks_a_note(mila, gezien="Dario weg bij het woord sleutel.", gevoel="Te lang doorgegaan.")
    holds(mila, "De Kompasroos, juf Tess", at(14, 50))
    parks_a_note(mila, gezegd="Pip oogt moe.", afgesproken="Tess leest mijn verslag terug.")
    holds(mila, "Monitoring 3 maanden", at(15, 50))
    parks_a_note(mila, gezien="Kaat tekent vier mensen en een maan.", zorg="Ruben op school.")
    says_that_the_monitoring_was_held(mila)
    promises(mila, aan="Ruben", wat="een kaartje sturen", uiterlijk="20-5")
    holds(mila, "Eerste gesprek vader", at(17, 5))
    parks_a_note(mila, gezegd="Hij denkt erover na.", zorg="Naar alcohol is niet gevraagd.")
    keeps_the_hard_part_to_herself(mila)
    keeps_what_she_promised_mother(mila)
    closes_the_day(mila)

    desk = opens_it_again(mila, program(), tmp_path / "ochtend").vtdesk.desk
    assert [one.tekst for one in desk.lichtpunten.month(TODAY)] == [
        "Een meisje van 13 slaapt weer door."
    ]
    assert desk.dagen.of(TODAY).afgesloten_op is not None
    assert [row.aan for row in desk.beloften.open()] == [
        "Otis Havikskruid", "Ruben", "S., 11 jaar",
    ]  # fmt: skip
    assert [row.tekst for row in desk.impact.between(at(8), at(23))] == [
        "Geschrokken van de harde stem."
    ]
