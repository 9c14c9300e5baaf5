"""The tab Uitspraken: list, perspectives, acts, and the chain of a correction."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, add_casus, add_persoon, complete, held_talk, with_blocks
from tests.builders import uitspraak as regel_of
from vtdesk.models import Verzending
from vtdesk.services.correctie_rows import VerzendingGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.store.store import Store
from vtdesk.ui.casussen.page import CasussenPage
from vtdesk.ui.casussen.uitspraken.brief_dialog import BriefDialog
from vtdesk.ui.casussen.uitspraken.deel import Uitspraken
from vtdesk.ui.casussen.uitspraken.perspectieven import Tegel
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Tools
from vtdesk.ui.theme.look import Look
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.keuzerij import KeuzeRij
from vtdesk.values.kinds import Letter, Rol, Verificatie
from vtdesk.values.tekst import Bron

Key = Qt.Key


@pytest.fixture
def casus(desk: Desk) -> UUID:
    return add_casus(desk)


@pytest.fixture
def vader(desk: Desk, casus: UUID) -> UUID:
    return add_persoon(desk, casus)


@pytest.fixture
def moeder(desk: Desk, casus: UUID) -> UUID:
    return add_persoon(desk, casus, Rol.MOEDER, voornaam="Maren", achternaam="Zilverduin")


@pytest.fixture
def alcohol(desk: Desk, casus: UUID, vader: UUID, moeder: UUID) -> UUID:
    gegevens = UitspraakGegevens(
        Letter.VERKLARING,
        "Otis zou drinken.",
        Bron("Maren Zilverduin", moeder, "moeder", "Ria Havikskruid"),
        over=(vader,),
        informatiedatum=date(2026, 5, 11),
        thema="alcohol",
    )
    return desk.uitspraken.add(casus, gegevens)


@pytest.fixture
def open_page(
    look: Look, qtbot: QtBot, desk: Desk, tools: Tools, casus: UUID
) -> Callable[[], tuple[CasussenPage, Uitspraken]]:
    def open_it() -> tuple[CasussenPage, Uitspraken]:
        with look.building():
            page = CasussenPage(desk, tools)
        qtbot.addWidget(page)
        desk.changes.subscribe(page.on_changed)
        page.resize(1340, 800)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.show_casus(casus)
        page.return_to({"casus": str(casus), "deel": "deel-uitspraken"})
        return page, page.findChild(Uitspraken)

    return open_it


def words(widget: QWidget) -> list[str]:
    QApplication.processEvents()  # what was just laid out is shown by the event loop
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def press(around: QWidget, name: str, number: int = 0) -> None:
    QApplication.processEvents()
    found = [b for b in around.findChildren(QPushButton, name) if b.isVisibleTo(around.window())]
    found[number].click()


def dialog_of(page: QWidget) -> QDialog:
    return [d for d in page.findChildren(QDialog) if d.isVisible()][-1]


def titles(deel: Uitspraken) -> list[str]:
    return [line.title for line in deel.list.lines()]


def test_an_empty_casus_asks_who_said_what(
    open_page: Callable[[], tuple[CasussenPage, Uitspraken]],
) -> None:
    _, deel = open_page()

    assert "Nog geen uitspraken. Leg vast wie wat zei." in words(deel)


def test_a_statement_is_noted_with_the_keyboard(
    open_page: Callable[[], tuple[CasussenPage, Uitspraken]],
    desk: Desk, casus: UUID, vader: UUID, moeder: UUID, qtbot: QtBot,
) -> None:  # fmt: skip
    page, deel = open_page()
    qtbot.keyClick(page, Key.Key_Insert)
    dialog = dialog_of(page)
    dialog.findChild(QPlainTextEdit, "tekst").setPlainText("Hij reed weg.")
    dialog.findChild(QComboBox, "bron").setEditText("Maren Zilverduin")
    dialog.findChild(QComboBox, "thema").setEditText("wisselen")
    dialog.findChild(QCheckBox, f"over-{vader}").setChecked(True)
    dialog.findChild(QLineEdit, "informatiedatum").setText("23-4-2026")
    qtbot.keyClick(dialog, Key.Key_Return)

    [row] = desk.uitspraken.rows(casus)
    assert row.gegevens == UitspraakGegevens(
        Letter.VERKLARING, "Hij reed weg.", Bron("Maren Zilverduin", moeder, "moeder"),
        (vader,), date(2026, 4, 23), thema="wisselen",
    )  # fmt: skip
    assert titles(deel) == ["Hij reed weg."]


def test_what_is_missing_is_said_beside_the_field(
    open_page: Callable[[], tuple[CasussenPage, Uitspraken]], desk: Desk, casus: UUID
) -> None:
    page, _ = open_page()
    press(page, "uitspraak-vastleggen")
    dialog = dialog_of(page)
    dialog.findChild(QPlainTextEdit, "tekst").setPlainText("Hij reed weg.")
    press(dialog, "bewaren")

    assert "Vul in van wie dit komt: een persoon of een document." in words(dialog)
    assert desk.uitspraken.rows(casus) == []


def test_a_duiding_asks_on_what_it_rests(
    open_page: Callable[[], tuple[CasussenPage, Uitspraken]],
    desk: Desk, casus: UUID, alcohol: UUID,
) -> None:  # fmt: skip
    page, _ = open_page()
    press(page, "uitspraak-vastleggen")
    dialog = dialog_of(page)
    dialog.findChild(Choices, "letter").choose(Letter.DUIDING)
    dialog.findChild(QPlainTextEdit, "tekst").setPlainText("Het brengen is niet veilig.")
    dialog.findChild(QComboBox, "bron").setEditText("Mila Proefstra")
    press(dialog, "bewaren")
    assert any("ten minste één feit" in line for line in words(dialog))

    dialog.findChild(QCheckBox, f"steunt-op-{alcohol}").setChecked(True)
    press(dialog, "bewaren")
    [_, made] = desk.uitspraken.rows(casus)
    assert made.regel.steunt_op == (alcohol,)


def test_the_inspector_says_where_it_comes_from_and_whom_to_ask(
    open_page: Callable[[], tuple[CasussenPage, Uitspraken]], alcohol: UUID
) -> None:
    _, deel = open_page()
    shown = words(deel.inspector) if deel.inspector else []

    for piece in (
        "Otis zou drinken.",
        "Maren Zilverduin, moeder",
        "van horen zeggen, via Ria Havikskruid",
        "Otis Havikskruid",
        "alcohol",
        "Nog niet gevraagd aan wie dit gaat.",
        "Nog geen enkel stuk.",
    ):
        assert piece in shown


def test_the_list_is_narrowed_by_letter_person_status_and_theme(
    open_page: Callable[[], tuple[CasussenPage, Uitspraken]],
    desk: Desk, casus: UUID, alcohol: UUID, vader: UUID,
) -> None:  # fmt: skip
    fact = UitspraakGegevens(Letter.FEIT, "Pip was afwezig.", Bron("School"), thema="school")
    desk.uitspraken.add(casus, fact)
    _, deel = open_page()

    for choices, value, left in (
        (deel.filters.letter, Letter.FEIT, ["Pip was afwezig."]),
        (deel.filters.person, vader, ["Otis zou drinken."]),
        (deel.filters.state, Verificatie.BEVESTIGD, []),
        (deel.filters.theme, "alcohol", ["Otis zou drinken."]),
    ):
        choices.choose(value)
        deel.filters.changed.emit()
        assert titles(deel) == left
        choices.choose(None)
    deel.filters.changed.emit()
    assert len(titles(deel)) == 2


def test_perspectives_show_the_gap_and_plan_a_talk(
    open_page: Callable[[], tuple[CasussenPage, Uitspraken]],
    casus: UUID, alcohol: UUID, qtbot: QtBot,
) -> None:  # fmt: skip
    page, deel = open_page()
    press(deel, "als-perspectieven")
    shown = words(deel.perspectives)
    assert {"Maren", "Otis", "alcohol", "moeder, 3 woorden", "vader, 0 woorden"} <= set(shown)
    assert shown.count("Nog niet gevraagd") == 1

    with qtbot.waitSignal(page.plan_requested) as asked:
        press(deel, "plannen")
    assert asked.args == [casus]
    tile = deel.perspectives.findChild(Tegel)
    tile.setFocus()
    qtbot.keyClick(tile, Key.Key_Return)
    assert "Otis zou drinken." in words(deel.inspector)  # type: ignore[arg-type] # it has one


def test_what_stands_beside_the_perspectives_is_the_statement_with_the_keyboard(
    open_page: Callable[[], tuple[CasussenPage, Uitspraken]],
    desk: Desk, casus: UUID, alcohol: UUID, moeder: UUID,
) -> None:  # fmt: skip
    slaapt = UitspraakGegevens(Letter.VERKLARING, "Job slaapt slecht.", Bron("Maren", moeder))
    newest = desk.uitspraken.add(casus, replace(slaapt, thema="slaap"))
    _, deel = open_page()
    press(deel, "als-perspectieven")
    QApplication.processEvents()
    for tile in deel.perspectives.findChildren(Tegel):
        tile.setFocus()
        assert deel.place()["uitspraak"] == str(tile.id)
        assert tile.accessibleName() in words(deel.inspector)  # type: ignore[arg-type] # it has one

    [drinks] = [t for t in deel.perspectives.findChildren(Tegel) if t.id == alcohol]
    drinks.setFocus()
    desk.correcties.withdraw(newest, reden="Vergissing.")  # the tiles are made anew
    focus = deel.window().focusWidget()
    assert isinstance(focus, Tegel)
    assert focus.id == alcohol
    assert deel.place()["uitspraak"] == str(alcohol)


def test_a_new_statement_is_chosen_and_has_the_keyboard(
    open_page: Callable[[], tuple[CasussenPage, Uitspraken]], desk: Desk, casus: UUID,
    alcohol: UUID,
) -> None:  # fmt: skip
    page, deel = open_page()
    press(deel, "uitspraak-vastleggen")
    dialog_of(page).findChild(QPlainTextEdit, "tekst").setPlainText("De auto stond stil.")
    dialog_of(page).findChild(QComboBox, "bron").setEditText("Politie")
    press(dialog_of(page), "bewaren")
    assert deel.list.current().woorden == "De auto stond stil."
    assert page.window().focusWidget() is deel.list


def test_withdrawing_can_be_undone_from_the_message_bar(
    open_page: Callable[[], tuple[CasussenPage, Uitspraken]], desk: Desk, alcohol: UUID,
) -> None:  # fmt: skip
    page, deel = open_page()
    heard: list[Message] = []
    page.message_requested.connect(heard.append)
    before = desk.uitspraken.detail(alcohol).row.regel.verificatie
    press(deel.inspector or page, "intrekken")
    dialog_of(page).findChild(QPlainTextEdit, "reden").setPlainText("Vergissing.")
    press(dialog_of(page), "bewaren")
    assert heard[-1].words == "De uitspraak is ingetrokken."
    assert heard[-1].on_action is not None
    heard[-1].on_action()
    assert desk.uitspraken.detail(alcohol).row.regel.verificatie is before


def test_an_answer_closes_the_gap_and_stands_with_what_it_answers(
    open_page: Callable[[], tuple[CasussenPage, Uitspraken]],
    desk: Desk, casus: UUID, alcohol: UUID, vader: UUID,
) -> None:  # fmt: skip
    page, deel = open_page()
    assert deel.inspector is not None
    QApplication.processEvents()
    [react] = [b for b in deel.inspector.findChildren(QPushButton, "reageren") if b.isVisible()]
    react.setFocus()
    press(deel.inspector, "reageren")
    dialog = dialog_of(page)
    assert dialog.findChild(QLineEdit, "hoedanigheid").text() == "vader"
    assert dialog.findChild(QComboBox, "bron").currentText() == "Otis Havikskruid"
    dialog.findChild(QPlainTextEdit, "tekst").setPlainText("Ik drink niet.")
    press(dialog, "bewaren")

    assert desk.uitspraken.gaten(casus) == []
    [reaction] = desk.uitspraken.detail(alcohol).reacties
    assert (reaction.regel.bron.persoon_id, reaction.thema) == (vader, "alcohol")
    focus = page.window().focusWidget()
    assert (focus.objectName(), focus.isVisible()) == ("reageren", True)


def test_withdrawing_asks_why_and_the_word_is_shown_from_then_on(
    open_page: Callable[[], tuple[CasussenPage, Uitspraken]],
    desk: Desk, alcohol: UUID, qtbot: QtBot,
) -> None:  # fmt: skip
    page, deel = open_page()
    deel.list.setFocus()
    qtbot.keyClick(deel.list, Key.Key_Delete)
    dialog = dialog_of(page)
    press(dialog, "bewaren")
    assert any("Schrijf op waarom" in line for line in words(dialog))

    dialog.findChild(QPlainTextEdit, "reden").setPlainText("Moeder trekt dit in.")
    press(dialog, "bewaren")
    assert titles(deel) == ["Ingetrokken: Otis zou drinken."]
    press(deel.inspector or page, "herstellen")
    dialog_of(page).findChild(QPlainTextEdit, "reden").setPlainText("Toch gezegd.")
    press(dialog_of(page), "bewaren")
    assert titles(deel) == ["Otis zou drinken."]
    assert len(desk.uitspraken.detail(alcohol).wijzigingen) == 2


def test_a_chain_shows_each_receiver_and_what_became_of_its_letter(
    open_page: Callable[[], tuple[CasussenPage, Uitspraken]], desk: Desk, casus: UUID,
    qtbot: QtBot,
) -> None:  # fmt: skip
    regel = regel_of("Loes zag zijn auto.")
    verslag = desk.verslagen.start(held_talk(desk, casus))
    tekst = complete(desk.verslagen.open(verslag).tekst)
    desk.verslagen.save_concept(verslag, with_blocks(tekst, "zorgen", regel))
    page, deel = open_page()

    for to in ("CIT", "Wijkteam"):  # noted from the statement, with the dialog
        press(deel.inspector or page, "verzonden-aan")
        dialog_of(page).findChild(QComboBox, "ontvanger").setEditText(to)
        press(dialog_of(page), "bewaren")
    heard: list[Message] = []
    page.message_requested.connect(heard.append)
    press(deel.inspector or page, "weerleggen")
    assert any("aan CIT, Wijkteam" in line for line in words(dialog_of(page)))
    dialog_of(page).findChild(QLineEdit, "door").setText("wijkagent")
    dialog_of(page).findChild(QPlainTextEdit, "reden").setPlainText("ander kenteken")
    press(dialog_of(page), "bewaren")
    assert heard[0].words == (
        "Deze uitspraak staat in 2 stukken die al zijn verstuurd. "
        "Maak een correctie voor CIT, Wijkteam."
    )

    press(deel.inspector or page, "correctieketen")
    chain = dialog_of(page)
    assert words(chain).count("Brief ligt klaar") == 2
    press(chain, "brief-verstuurd")
    press(chain, "brief-niet-nodig")
    dialog_of(page).findChild(QLineEdit, "reden").setText("stuk is al vernietigd")
    press(dialog_of(page), "bewaren")
    assert {"Brief verstuurd 12 mei", "Niet nodig"} <= set(words(chain))
    assert desk.correcties.open_brieven(casus) == []


def test_a_letter_is_looked_at_before_it_goes(
    open_page: Callable[[], tuple[CasussenPage, Uitspraken]], desk: Desk, casus: UUID,
    tools: Tools, qtbot: QtBot,
) -> None:  # fmt: skip
    regel = regel_of("Loes zag zijn auto.")
    verslag = desk.verslagen.start(held_talk(desk, casus))
    tekst = complete(desk.verslagen.open(verslag).tekst)
    desk.verslagen.save_concept(verslag, with_blocks(tekst, "zorgen", regel))
    desk.correcties.note_verzending(VerzendingGegevens(verslag, None, "CIT", TODAY))
    desk.correcties.withdraw(regel.id, reden="zij weet het niet zeker")
    page, deel = open_page()
    press(deel.inspector or page, "correctieketen")
    press(dialog_of(page), "brief-bekijken")
    letter = dialog_of(page)

    qtbot.waitUntil(lambda: "Voorbeeld, 1 bladzijde" in words(letter))
    by_hand, post = letter.findChildren(KeuzeRij)
    assert by_hand.isChecked()  # the only way that is open
    assert "niet bekend in de casus" in post.keuze.tweede
    assert not post.isEnabled()
    press(letter, "bewaren")


def test_a_letter_waits_for_the_way_it_goes_and_a_lock_keeps_the_choice(
    open_page: Callable[[], tuple[CasussenPage, Uitspraken]], desk: Desk, casus: UUID,
    vader: UUID, qtbot: QtBot,
) -> None:  # fmt: skip
    page, _ = open_page()
    regel = regel_of("Loes zag zijn auto.")
    verslag = desk.verslagen.start(held_talk(desk, casus))
    tekst = complete(desk.verslagen.open(verslag).tekst)
    desk.verslagen.save_concept(verslag, with_blocks(tekst, "zorgen", regel))
    to_father = VerzendingGegevens(verslag, None, "Otis", TODAY, persoon_id=vader)
    desk.correcties.note_verzending(to_father)
    (brief,) = desk.correcties.withdraw(regel.id, reden="onzeker").open_brieven
    page.open_dialog("correctiebrief", str(brief.id))
    letter = dialog_of(page)
    save = letter.findChild(QPushButton, "pdf-opslaan")
    assert (save.isEnabled(), save.toolTip()) == (False, "Kies eerst hoe Otis deze brief krijgt.")
    qtbot.keyClick(letter.findChildren(KeuzeRij)[1], Qt.Key.Key_Space)
    assert save.isEnabled()
    kept = page.dialogs.kept()
    letter.reject()
    page.dialogs.reopen(kept)
    letter = [one for one in page.findChildren(BriefDialog) if one.isVisible()][-1]
    assert [one.isChecked() for one in letter.findChildren(KeuzeRij)] == [False, True]
    assert letter.findChild(QPushButton, "pdf-opslaan").isEnabled()
    press(letter, "bewaren")


def test_what_is_half_typed_comes_back_after_a_lock(
    open_page: Callable[[], tuple[CasussenPage, Uitspraken]], casus: UUID, alcohol: UUID
) -> None:
    page, _ = open_page()
    page.open_dialog("uitspraak-oordeel", str(alcohol), "weerleggen")
    dialog_of(page).findChild(QPlainTextEdit, "reden").setPlainText("het kenteken")
    kept = page.dialogs.kept()
    dialog_of(page).reject()
    page.dialogs.reopen(kept)

    assert dialog_of(page).findChild(QPlainTextEdit, "reden").toPlainText() == "het kenteken"


def test_a_change_by_somebody_else_is_not_written_over(
    open_page: Callable[[], tuple[CasussenPage, Uitspraken]],
    desk: Desk, alcohol: UUID, qtbot: QtBot,
) -> None:  # fmt: skip
    page, deel = open_page()
    deel.list.setFocus()
    qtbot.keyClick(deel.list, Key.Key_Return)
    dialog = dialog_of(page)
    row = desk.uitspraken.detail(alcohol).row
    desk.uitspraken.change(row.id, row.version, replace(row.gegevens, tekst="Otis dronk."))
    dialog.findChild(QPlainTextEdit, "tekst").setPlainText("Otis drinkt nooit.")
    press(dialog, "bewaren")

    assert any("intussen gewijzigd" in line for line in words(dialog))
    assert desk.uitspraken.detail(alcohol).row.woorden == "Otis dronk."


def test_a_lost_link_is_said_on_top_of_the_chain(
    open_page: Callable[[], tuple[CasussenPage, Uitspraken]], desk: Desk, casus: UUID,
    store: Store,
) -> None:  # fmt: skip
    regel = regel_of("Loes zag zijn auto.")
    verslag = desk.verslagen.start(held_talk(desk, casus))
    tekst = complete(desk.verslagen.open(verslag).tekst)
    desk.verslagen.save_concept(verslag, with_blocks(tekst, "zorgen", regel))
    sent = desk.correcties.note_verzending(VerzendingGegevens(verslag, None, "CIT", TODAY))
    with store.write() as session:
        session.delete(session.get_one(Verzending, sent))
    page, deel = open_page()
    press(deel.inspector or page, "correctieketen")

    assert any("niet meer in de casus" in line for line in words(dialog_of(page)))


def test_of_a_party_that_said_a_great_deal_the_first_is_shown_and_the_rest_on_request(
    open_page: Callable[[], tuple[CasussenPage, Uitspraken]], desk: Desk, casus: UUID, moeder: UUID
) -> None:
    bron = Bron("Maren Zilverduin", moeder, "moeder")
    for number in range(14):
        said = UitspraakGegevens(Letter.VERKLARING, f"Zin {number}.", bron, thema="school")
        desk.uitspraken.add(casus, said)
    page, deel = open_page()
    press(page, "als-perspectieven")

    assert len(deel.perspectives.findChildren(Tegel)) == 12
    more = deel.perspectives.findChild(QPushButton, "meer-tonen")
    assert (more.text(), more.accessibleDescription()) == (
        "Nog 2 tonen", "Maren over school",
    )  # fmt: skip
    more.click()
    tiles = deel.perspectives.findChildren(Tegel)
    assert len(tiles) == 14
    assert page.window().focusWidget() is tiles[12]
    assert more.isHidden()


def test_a_duiding_offers_its_grounds_as_soon_as_it_is_one_and_by_tab(
    open_page: Callable[[], tuple[CasussenPage, Uitspraken]], casus: UUID, alcohol: UUID
) -> None:
    page, _ = open_page()
    page.open_dialog("uitspraak-vastleggen", str(casus))
    dialog = dialog_of(page)
    assert dialog.findChild(QCheckBox, f"steunt-op-{alcohol}") is None

    dialog.findChild(Choices, "letter").choose(Letter.DUIDING)
    ground = dialog.findChild(QCheckBox, f"steunt-op-{alcohol}")
    assert ground.isVisibleTo(dialog)
    before = ground.previousInFocusChain()
    while before.focusPolicy() is Qt.FocusPolicy.NoFocus:
        before = before.previousInFocusChain()
    assert before.objectName() == "reactie-op"
