"""The page Verslagen over a real store: from the list to the sealed verslag and its correction."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.builders import (
    add_persoon,
    at,
    complete,
    held_talk,
    uitspraak,
    with_blocks,
)
from tests.ui.conftest import within
from vtdesk.errors import OutsideError
from vtdesk.models import Bespreking, Zitting
from vtdesk.services.beloften import BelofteGegevens
from vtdesk.services.controle.punt import Punt
from vtdesk.services.desk import Desk
from vtdesk.services.notities import NotitieGegevens
from vtdesk.store.store import Store
from vtdesk.ui.bronregel import bronregel
from vtdesk.ui.messages import Message, Messages
from vtdesk.ui.page import Width
from vtdesk.ui.theme.look import Look
from vtdesk.ui.verslagen.finalise_dialog import NO_REASON
from vtdesk.ui.verslagen.inspector import BRON, MENSEN, NOTITIES
from vtdesk.ui.verslagen.page import VerslagenPage
from vtdesk.ui.verslagen.paper_dialogs import CorrectionDialog
from vtdesk.ui.widgets.message_bar import MessageBar
from vtdesk.values.kinds import Letter, Rol, Verificatie, VerslagStand
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Run,
    Sectie,
    Tekst,
    Uitspraakregel,
    plain,
    runs,
)

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def show(page: VerslagenPage, qtbot: QtBot) -> None:
    page.show()
    qtbot.waitExposed(page)


def write(page: VerslagenPage, sectie: str, words: str) -> None:
    page.editor.edit.go_to_section(sectie)
    QTest.keyClicks(page.editor.edit, words)


def trigger(page: VerslagenPage, name: str) -> None:
    action = next(a for a in page.actions() if a.objectName() == name)
    assert action.isEnabled()
    action.trigger()


def stored(desk: Desk, page: VerslagenPage) -> Tekst:
    verslag_id = page.editor.verslag_id()
    assert verslag_id is not None
    return desk.verslagen.open(verslag_id).tekst


def blokken(tekst: Tekst, sectie: str) -> tuple[object, ...]:
    return next(s.blokken for s in tekst.secties if s.id == sectie)


def press(parent: QWidget, name: str) -> None:
    button = parent.findChild(QPushButton, name)
    assert button is not None
    button.click()


def dialog() -> QWidget:
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def finalise(desk: Desk, verslag_id: UUID) -> None:
    tekst = desk.verslagen.open(verslag_id).tekst
    desk.verslagen.save_concept(verslag_id, complete(tekst))
    points = [p for p in desk.vaststelling.controle(verslag_id) if not p.klaar]
    desk.vaststelling.finalise(verslag_id, {p.id: "besproken" for p in points})


def test_the_owed_talk_is_listed_with_its_note_and_written_from_there(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    desk.notities.save(NotitieGegevens(gezien="rustig"), afspraak_id=talk)
    show(page, qtbot)
    group, line = page.overview.owed.lines()

    press(page.overview.glance, "schrijven-knop")

    assert (group.title, group.heading) == ("Mag wachten", True)
    assert (line.title, line.side) == ("Eerste gesprek vader", "± 30 min")
    assert line.third == "Geen termijn vóór 26 mei. Met parkeernotitie."
    assert page.is_editing()
    assert "Bespreken van de meldingen." in page.editor.edit.toPlainText()


def test_what_the_table_owes_leads_to_the_table(
    page: VerslagenPage, store: Store, qtbot: QtBot
) -> None:
    with store.write() as session:
        zitting = Zitting(begin=at(9), regio="voorbeeld")
        session.add(zitting)
        session.flush()
        session.add(
            Bespreking(
                zitting_id=zitting.id, volgorde=1, minuten=50, initialen="J.", begonnen_op=at(9)
            )
        )
    show(page, qtbot)
    group, line = page.overview.owed.lines()

    assert (group.title, line.title) == ("Morgen of overdragen", "Tafelkaart JB-plein")
    with qtbot.waitSignal(page.plein_requested):
        press(page.overview.glance, "naar-plein")
    with qtbot.waitSignal(page.plein_requested):
        QTest.keyClick(page.overview.owed, Key.Key_Return)


def test_coming_back_shows_what_was_written_beside_its_row(
    page: VerslagenPage, talk: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    page.write_for(talk)
    write(page, "kind", "Pip telt stoeptegels.")

    page.go_back()

    _, line = page.overview.owed.lines()
    assert line.chip == "Begonnen"
    assert "Pip telt stoeptegels." in page.overview.glance.words()
    assert page.focusWidget() is page.overview.owed


def test_nothing_owed_says_that_one_may_stop(page: VerslagenPage, desk: Desk, qtbot: QtBot) -> None:
    show(page, qtbot)

    assert "Alles is geschreven. Je kunt stoppen." in [
        label.text() for label in page.findChildren(QWidget) if hasattr(label, "text")
    ]


def test_a_talk_that_needs_no_verslag_leaves_the_list_with_a_reason(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    press(page.overview.glance, "hoeft-niet")
    asked = dialog()

    press(asked, "bewaren")
    assert len(desk.agenda.owed()) == 1
    line = asked.findChild(QLineEdit, "reden")
    assert line is not None
    line.setText("Staat in het vorige verslag.")
    press(asked, "bewaren")

    assert page.overview.owed.lines() == []


def test_what_is_typed_is_on_disk_within_two_seconds(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    page.write_for(talk)
    write(page, "krachten", "Pip telt stoeptegels.")

    within(2, lambda: "stoeptegels" in str(stored(desk, page)), qtbot)
    qtbot.waitUntil(lambda: page.editor.parts.head.stored_words() == "Opgeslagen 17:22")

    assert blokken(stored(desk, page), "krachten") == (Alinea((Run("Pip telt stoeptegels."),)),)


def test_typing_on_and_on_is_stored_all_the_same(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    page.write_for(talk)
    page.editor.edit.go_to_section("kind")

    def type_on() -> bool:
        QTest.keyClicks(page.editor.edit, "a")
        return "aaa" in str(blokken(stored(desk, page), "kind"))

    within(2.5, type_on, qtbot)


def test_putting_away_stores_at_once_and_opening_returns_to_the_caret(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    page.write_for(talk)
    write(page, "veiligheid", "Beide kinderen zijn bij moeder.")
    for _ in range(5):
        QTest.keyClick(page.editor.edit, Key.Key_Left)
    caret = page.editor.edit.caret()

    page.put_away()
    assert "bij moeder" in str(stored(desk, page))
    place = page.place()
    page.go_back()
    page.return_to(place)

    assert page.editor.edit.caret() == caret
    assert page.editor.edit.section() == "veiligheid"


def test_a_full_disk_keeps_the_text_and_is_tried_again(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(page, qtbot)
    page.write_for(talk)
    full = True
    keep: Callable[..., object] = desk.verslagen.save_concept

    def save(*args: object, **kwargs: object) -> object:
        if full:
            raise OutsideError("Opslaan lukt niet: de schijf is vol.")
        return keep(*args, **kwargs)

    monkeypatch.setattr(type(desk.verslagen), "save_concept", lambda _self, *a, **k: save(*a, **k))
    write(page, "kind", "blijft staan")
    with qtbot.waitSignal(page.save_failed):
        pass
    assert page.editor.parts.head.stored_words() == "Niet opgeslagen"
    assert "blijft staan" in page.editor.edit.toPlainText()

    full = False
    with qtbot.waitSignal(page.saved):
        pass

    assert "blijft staan" in str(stored(desk, page))


def test_tab_goes_from_a_statement_to_its_source_and_esc_comes_back(
    page: VerslagenPage, talk: UUID, vader: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    page.write_for(talk)
    edit, inspector = page.editor.edit, page.editor.parts.inspector
    write(page, "zorgen", "De auto stond stil.")
    trigger(page, "letter-verklaring")
    page.editor.parts.toggle_inspector()
    assert inspector.isHidden()

    QTest.keyClick(edit, Key.Key_Tab)
    source = inspector.statement.findChild(QWidget, "bron")
    assert inspector.isVisible()
    assert page.focusWidget() is source

    QTest.keyClick(source.lineEdit(), Key.Key_Escape)
    assert page.focusWidget() is edit


def test_half_a_name_becomes_the_name_that_is_shown(
    page: VerslagenPage, desk: Desk, talk: UUID, vader: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    page.write_for(talk)
    write(page, "zorgen", "De auto stond stil.")
    trigger(page, "letter-verklaring")
    page.activateWindow()
    QTest.keyClick(page.editor.edit, Key.Key_Tab)
    source = page.editor.parts.inspector.statement.findChild(QWidget, "bron")
    qtbot.waitUntil(source.hasFocus)

    QTest.keyClicks(source, "oti")
    assert source.currentText() == "otis Havikskruid"
    QTest.keyClick(source, Key.Key_Return)
    page.put_away()

    (regel,) = stored(desk, page).uitspraken()
    assert (regel.bron.naam, regel.bron.persoon_id) == ("Otis Havikskruid", vader)


def test_the_source_offers_what_she_saw_herself_and_who_was_named_before(
    page: VerslagenPage, desk: Desk, talk: UUID, vader: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    page.write_for(talk)
    source = page.editor.parts.inspector.statement.findChild(QWidget, "bron")
    page.activateWindow()
    typed, said = ("mil", "Juf Ans", "juf"), list[str]()
    for number, words in enumerate(typed):
        write(page, "zorgen", ("\r\r" if number else "") + f"Zin {number}.")
        trigger(page, "letter-verklaring")
        QTest.keyClick(page.editor.edit, Key.Key_Tab)
        qtbot.waitUntil(source.hasFocus)
        QTest.keyClicks(source, words)
        said.append(source.accessibleDescription())
        QTest.keyClick(source, Key.Key_Return)
        assert page.focusWidget() is page.editor.edit
        page.editor.sides.follow()
    page.put_away()

    own, free, again = (regel.bron for regel in stored(desk, page).uitspraken())
    assert (own.naam, own.hoedanigheid) == ("Mila Proefstra", "eigen waarneming")
    assert (free.naam, free.persoon_id, again.naam) == ("Juf Ans", None, "Juf Ans")
    assert said == ["", "Niemand van deze casus. Het blijft gewone tekst.", ""]


def test_a_feit_of_the_writer_is_what_she_saw_also_when_only_her_name_is_typed(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    page.write_for(talk)
    write(page, "zorgen", "Er brandde licht.")
    trigger(page, "letter-feit")
    panel = page.editor.parts.inspector.statement
    panel.findChild(QWidget, "hoedanigheid").clear()
    panel.findChild(QWidget, "bron").lineEdit().setText("Mila Proefstra")
    panel.commit()
    page.put_away()

    (regel,) = stored(desk, page).uitspraken()
    assert bronregel(regel).chip == ""


def test_from_all_that_stands_beside_the_text_one_comes_back_to_its_caret(
    page: VerslagenPage, talk: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    page.activateWindow()
    page.write_for(talk)
    write(page, "zorgen", "Begin")
    edit, parts = page.editor.edit, page.editor.parts
    caret = edit.caret()
    page.editor.sides.follow()
    checks = parts.inspector.checks.findChildren(QAbstractButton)
    for beside in (parts.inspector.findChild(QWidget, "mensen"), checks[0], parts.sections.jump):
        if not beside.isVisible():
            continue
        beside.setFocus()
        QTest.keyClick(page.focusWidget(), Key.Key_Escape)
        assert (page.focusWidget(), edit.caret()) == (edit, caret)

    checks[0].setFocus()
    for sign in "s en meer":
        QTest.keyClick(page.focusWidget(), sign)

    assert page.focusWidget() is edit
    assert "Begins en meer" in edit.toPlainText()


def test_what_is_sealed_takes_no_letters_but_a_reaction_of_the_guest_and_a_new_verslag(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    page.write_for(talk)
    verslag_id = page.editor.verslag_id()
    assert verslag_id is not None
    page.editor.parts.inspector.show_tab(NOTITIES)
    finalise(desk, verslag_id)
    page.editor.open(verslag_id)

    with qtbot.waitSignal(page.uitgaand_requested):  # what she does next is the large button
        press(page.editor.parts.head, "uitgaand-hoofd")
    able = {a.objectName() for a in page.actions() if a.isEnabled()}
    assert not able & {"letter-feit", "letter-weg", "werkaantekening", "regel-uit-notitie"}
    assert page.editor.parts.inspector.current_tab() == MENSEN

    trigger(page, "reactie")
    assert dialog().findChild(QWidget, "van-wie").currentText() == "Otis Havikskruid"
    assert dialog().findChild(QLineEdit, "hoedanigheid").text() == "vader"
    dialog().close()
    trigger(page, "verslag-nieuw")
    assert dialog().findChild(QWidget, "waarvan") is not None
    dialog().close()


def test_of_a_duiding_with_a_source_it_is_asked_on_what_it_rests(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    page.write_for(talk)
    write(page, "zorgen", "De auto stond stil.")
    trigger(page, "letter-feit")
    QTest.keyClicks(page.editor.edit, "\r\rHij is voorzichtig.")
    trigger(page, "letter-duiding")
    panel = page.editor.parts.inspector.statement
    panel.findChild(QWidget, "bron").lineEdit().setText("Mila Proefstra")
    panel.commit()

    QTest.keyClick(page.editor.edit, Key.Key_Tab)
    QTest.keyClick(page.focusWidget(), Key.Key_Space)
    page.put_away()

    feit, duiding = stored(desk, page).uitspraken()
    assert duiding.steunt_op == (feit.id,)


def test_tab_comes_to_about_whom_between_via_and_the_date(
    page: VerslagenPage, talk: UUID, vader: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    page.write_for(talk)
    write(page, "zorgen", "De auto stond stil.")
    trigger(page, "letter-verklaring")
    QTest.keyClick(page.editor.edit, Key.Key_Tab)

    walked = []
    for _ in range(4):
        QTest.keyClick(page.focusWidget(), Key.Key_Tab)
        walked.append(page.focusWidget().accessibleName())
    assert walked[:3] == ["Hoedanigheid", "Van horen zeggen, via", "Pip Havikskruid"]


def test_keys_make_statements_and_the_source_is_chosen_beside_the_text(
    page: VerslagenPage, desk: Desk, talk: UUID, vader: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    page.write_for(talk)
    write(page, "zorgen", "De auto stond stil.")
    trigger(page, "letter-verklaring")
    inspector = page.editor.parts.inspector
    assert inspector.current_tab() == BRON

    source = inspector.statement.findChild(QWidget, "bron")
    source.lineEdit().setText("otis")  # only one of the casus has this first name
    QTest.keyClick(source.lineEdit(), Key.Key_Return)
    page.put_away()

    (regel,) = stored(desk, page).uitspraken()
    assert regel.letter is Letter.VERKLARING
    assert (regel.bron.naam, regel.bron.persoon_id) == ("Otis Havikskruid", vader)
    assert regel.bron.hoedanigheid == "vader"
    assert regel.informatiedatum is not None
    assert desk.uitspraken.of_casus(desk.casussen.all()[0].id) == [regel]


def test_all_fields_of_a_statement_can_be_changed(
    page: VerslagenPage, desk: Desk, talk: UUID, vader: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    page.write_for(talk)
    write(page, "zorgen", "Vader drinkt.")
    trigger(page, "letter-verklaring")
    panel = page.editor.parts.inspector.statement
    fields = {name: panel.findChild(QLineEdit, name) for name in
              ("hoedanigheid", "via", "informatiedatum", "verificatie-door")}  # fmt: skip

    panel.findChild(QWidget, "bron").lineEdit().setText("Maren")
    fields["hoedanigheid"].setText("moeder")
    fields["via"].setText("Ria")
    fields["informatiedatum"].setText("11 mei")
    panel.findChild(QWidget, "verificatie").choose(Verificatie.WEERLEGD)
    fields["verificatie-door"].setText("wijkagent")
    panel.findChild(QWidget, f"over-{vader}").click()
    panel.commit()

    (regel,) = page.editor.edit.tekst().uitspraken()
    assert (regel.bron.naam, regel.bron.via, regel.over) == ("Maren", "Ria", (vader,))
    assert (regel.verificatie, regel.verificatie_door) == (Verificatie.WEERLEGD, "wijkagent")
    assert str(regel.informatiedatum) == "2026-05-11"


def test_a_wrong_date_stays_in_its_field_and_changes_nothing(
    page: VerslagenPage, talk: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    page.write_for(talk)
    write(page, "zorgen", "Zin.")
    trigger(page, "letter-verklaring")
    panel = page.editor.parts.inspector.statement
    line = panel.findChild(QLineEdit, "informatiedatum")
    before = page.editor.edit.tekst().uitspraken()

    line.setText("ergens in mei")
    panel.commit()

    assert line.text() == "ergens in mei"
    assert page.editor.edit.tekst().uitspraken() == before


def test_a_duiding_is_put_on_the_statements_it_rests_on(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    verslag_id = desk.verslagen.start(talk)
    ground = uitspraak("Pip was drie maandagen afwezig.", Letter.FEIT)
    desk.verslagen.save_concept(
        verslag_id, with_blocks(desk.verslagen.open(verslag_id).tekst, "kind", ground)
    )
    show(page, qtbot)
    page.open_verslag(verslag_id)
    write(page, "veiligheid", "Maandagen zijn zwaar.")
    trigger(page, "letter-duiding")

    box = page.editor.parts.inspector.statement.findChild(QWidget, f"steunt-op-{ground.id}")
    box.click()

    duiding = page.editor.edit.tekst().uitspraken()[-1]
    assert duiding.steunt_op == (ground.id,)


def test_the_melder_is_in_no_list(page: VerslagenPage, talk: UUID, qtbot: QtBot) -> None:
    show(page, qtbot)
    page.write_for(talk)

    source = page.editor.parts.inspector.statement.findChild(QWidget, "bron")
    offered = [source.itemText(n) for n in range(source.count())]

    assert offered == [
        "Pip Havikskruid",
        "Otis Havikskruid",
        "Mila Proefstra, eigen waarneming",
    ]


def test_lines_of_the_note_move_into_the_text_but_never_gevoel(
    page: VerslagenPage, desk: Desk, talk: UUID, vader: UUID, qtbot: QtBot
) -> None:
    desk.notities.save(
        NotitieGegevens(
            gezien="Vader staat op.",
            gezegd="Otis: De auto stond stil.",
            afgesproken="Overdracht op school.\n"
            "Ik stuur vrijdag 15 mei de folder.\n"
            "Otis belt morgen.",
            zorg="Wie is er zondag?",
            gevoel="Zwaar gesprek.",
        ),
        afspraak_id=talk,
    )
    show(page, qtbot)
    page.write_for(talk)
    notes = page.editor.parts.inspector.notes

    said: list[str] = []
    page.editor.sides.said.connect(said.append)
    for _ in range(6):
        trigger(page, "regel-uit-notitie")

    tekst = page.editor.edit.tekst()
    gezien, gezegd = tekst.uitspraken()
    assert (gezien.letter, gezien.bron.naam) == (Letter.FEIT, "Mila Proefstra")
    assert (gezegd.letter, plain(gezegd)) == (Letter.VERKLARING, "De auto stond stil.")
    assert gezegd.bron.persoon_id == vader
    assert blokken(tekst, "afspraken") == (
        Afspraakregel(wat="Overdracht op school."),
        Afspraakregel(
            "Mila Proefstra", "Ik stuur vrijdag 15 mei de folder.", "vrijdag 15 mei 2026"
        ),
        Afspraakregel("Otis", "Otis belt morgen.", "woensdag 13 mei 2026"),
    )
    assert blokken(tekst, "veiligheid")[-1] == Alinea(runs("Wie is er zondag?"))
    assert "Zwaar" not in str(tekst)
    assert said[-1].startswith("Staat in ")
    assert all(card.line.gebruikt for card in notes.cards())
    assert notes.next_line() is None


def test_a_note_that_says_again_what_was_promised_does_not_come_in_twice(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    desk.notities.save(
        NotitieGegevens(
            afgesproken="Ik stuur vrijdag 15 mei de folder over rechten.\n"
            "Ik stuur maandag 18 mei de folder over rechten.\n"
            "Ik bel vrijdag 15 mei de folderwinkel."
        ),
        afspraak_id=talk,
    )
    desk.beloften.add(
        BelofteGegevens(
            aan="Otis", wat="folder over rechten sturen", uiterlijk=date(2026, 5, 15),
            casus_id=desk.agenda.detail(talk).casus_id, afspraak_id=talk,
        )
    )  # fmt: skip
    show(page, qtbot)
    page.write_for(talk)

    for _ in range(4):
        trigger(page, "regel-uit-notitie")

    agreed = [row.wat for row in blokken(page.editor.edit.tekst(), "afspraken")
              if isinstance(row, Afspraakregel)]  # fmt: skip
    assert agreed == [
        "folder over rechten sturen (aan Otis)",
        "Ik stuur maandag 18 mei de folder over rechten.",
        "Ik bel vrijdag 15 mei de folderwinkel.",
    ]


def test_the_checks_say_how_far_it_is_and_what_may_stay(page: VerslagenPage) -> None:
    panel = page.editor.parts.inspector.checks
    done = Punt("bronnen", "Bron bij elke uitspraak", klaar=True)
    empty = Punt("leeg/doel", "Onderdeel 1 is leeg", klaar=False)
    other = Punt("leeg/kind", "Onderdeel 5 is leeg", klaar=False)
    remark = Punt("taalwacht", "Taalwacht: weigert", klaar=False, vrij=True)
    for points, words in (
        ((done, empty, other, remark), "Nog 2 open"),
        ((done, remark), "Nog 1 om te bekijken"),
        ((done,), "Alles klaar"),
    ):
        panel.show_points(points)
        assert words in [label.text() for label in panel.findChildren(QLabel)]


def test_a_line_that_undo_takes_out_of_the_text_is_offered_again(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    desk.notities.save(NotitieGegevens(gezien="Vader staat op.", zorg="Alcohol"), afspraak_id=talk)
    show(page, qtbot)
    page.write_for(talk)
    notes, edit = page.editor.parts.inspector.notes, page.editor.edit
    for _ in range(2):
        trigger(page, "regel-uit-notitie")
    assert notes.next_line() is None

    write(page, "kind", "Pip leest.")
    edit.undo()
    assert notes.next_line() is None  # only what she typed after it is gone

    edit.undo()
    assert [line.gebruikt for line in desk.notities.regels(talk)] == [True, False]
    trigger(page, "regel-uit-notitie")
    assert blokken(edit.tekst(), "veiligheid")[-1] == Alinea(runs("Alcohol"))
    assert notes.next_line() is None


def test_a_statement_shows_its_source_and_a_chosen_tab_is_kept(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    verslag_id = desk.verslagen.start(talk)
    tekst = with_blocks(desk.verslagen.open(verslag_id).tekst, "zorgen", uitspraak("Zin."))
    desk.verslagen.save_concept(verslag_id, tekst)
    show(page, qtbot)
    page.open_verslag(verslag_id)
    inspector, edit = page.editor.parts.inspector, page.editor.edit

    edit.go_to_section("zorgen")
    assert inspector.current_tab() == BRON
    edit.go_to_section("kind")
    assert inspector.current_tab() == MENSEN
    inspector.show_tab(NOTITIES)
    edit.go_to_section("zorgen")
    assert inspector.current_tab() == NOTITIES
    assert inspector.findChild(QWidget, "tabs-meer").isHidden()  # all five are in sight


def test_sections_show_how_far_they_are_and_lead_there(
    page: VerslagenPage, talk: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    page.write_for(talk)
    write(page, "krachten", "Vader is op tijd.")
    page.editor.sides.follow()

    states = {line.id: line.stand.value for line in page.editor.parts.sections.lines()}
    page.editor.parts.sections.section_chosen.emit("vervolg")

    assert (states["krachten"], states["uitleg"], states["kind"]) == ("klaar", "leeg", "leeg")
    assert page.editor.edit.section() == "vervolg"


def test_walking_sections_by_key(page: VerslagenPage, talk: UUID, qtbot: QtBot) -> None:
    show(page, qtbot)
    page.write_for(talk)
    page.editor.edit.go_to_section("kind")

    trigger(page, "onderdeel-volgende")
    assert page.editor.edit.section() == "veiligheid"
    trigger(page, "onderdeel-vorige")
    trigger(page, "onderdeel-vorige")

    assert page.editor.edit.section() == "zorgen"


def test_vaststellen_lists_what_must_be_solved_and_leads_there(
    page: VerslagenPage, talk: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    page.write_for(talk)
    write(page, "zorgen", "Zonder bron.")
    trigger(page, "letter-verklaring")
    regel = page.editor.edit.statement()
    page.editor.edit.go_to_section("vervolg")
    assert regel is not None

    trigger(page, "vaststellen")
    assert not dialog().findChild(QPushButton, "ja").isVisible()
    press(dialog(), f"ga-naar-bron/{regel.id}")

    assert page.editor.edit.statement() == regel
    assert page.editor.parts.inspector.current_tab() == BRON
    assert QApplication.activeModalWidget() is None


def test_reasons_make_it_final_and_the_band_says_so(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    verslag_id = desk.verslagen.start(talk)
    tekst = complete(desk.verslagen.open(verslag_id).tekst)
    about = uitspraak(
        "Hij dronk.",
        over=(desk.personen.in_casus(desk.casussen.all()[0].id)[1].id,),
        bron=replace(uitspraak("").bron, naam="Maren"),
    )
    desk.verslagen.save_concept(verslag_id, with_blocks(tekst, "zorgen", about))
    open_points = [p for p in desk.vaststelling.controle(verslag_id) if not p.klaar]
    assert open_points
    show(page, qtbot)
    page.open_verslag(verslag_id)
    write(page, "vervolg", "")

    trigger(page, "vaststellen")
    press(dialog(), "ja")
    assert desk.verslagen.open(verslag_id).stand is VerslagStand.CONCEPT
    for line in dialog().findChildren(QLineEdit):
        line.setText("Volgt in het volgende gesprek.")
    press(dialog(), "ja")

    assert desk.verslagen.open(verslag_id).stand is VerslagStand.VASTGESTELD
    assert page.editor.parts.band.words() == "Vastgesteld, versie 1, 12 mei 17:22. Zegel klopt."
    assert page.editor.edit.isReadOnly()
    before = page.editor.edit.tekst()
    QTest.keyClicks(page.editor.edit, "abc")
    page.editor.edit.mark(Letter.FEIT)
    assert page.editor.edit.tekst() == before


def test_the_remark_under_a_reason_goes_when_the_reason_stands_there(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    verslag_id = desk.verslagen.start(talk)
    tekst = complete(desk.verslagen.open(verslag_id).tekst)
    desk.verslagen.save_concept(verslag_id, with_blocks(tekst, "vervolg"))
    show(page, qtbot)
    page.open_verslag(verslag_id)
    trigger(page, "vaststellen")
    press(dialog(), "ja")
    line = dialog().findChildren(QLineEdit)[0]
    assert line.accessibleDescription() == NO_REASON

    QTest.keyClicks(line, "Nog niet bekend.")

    assert not line.accessibleDescription()
    press(dialog(), "nee")


def test_what_is_final_shows_what_is_on_paper_and_no_prompts(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    verslag_id = desk.verslagen.start(talk)
    full = complete(desk.verslagen.open(verslag_id).tekst)
    empty = [Sectie(s.id) if s.id in {"uitleg", "krachten"} else s for s in full.secties]
    desk.verslagen.save_concept(verslag_id, Tekst(tuple(empty)))
    reasons = {p.id: f"Om {p.id}." for p in desk.vaststelling.controle(verslag_id) if not p.klaar}
    desk.vaststelling.finalise(verslag_id, reasons)
    show(page, qtbot)

    page.open_verslag(verslag_id)

    shown = page.editor.edit.toPlainText()
    assert "Klacht:" not in shown
    assert "3  Wat goed gaat\nNiet ingevuld. Om leeg/krachten.\n4  " in shown
    assert page.editor.edit.tekst() == desk.vaststelling.document(verslag_id, 1).tekst


@pytest.mark.parametrize("step", ["typt", "naar een ander onderdeel", "voorbeeld", "vaststellen"])
def test_what_could_not_be_done_is_no_longer_said_when_she_goes_on(
    page: VerslagenPage, talk: UUID, qtbot: QtBot, step: str
) -> None:
    bar = MessageBar(page)
    messages = Messages(bar)
    page.message_requested.connect(messages.show)
    show(page, qtbot)
    page.write_for(talk)
    write(page, "zorgen", "Dit staat er al.")
    page.editor.edit.toggle_not_applicable()
    assert bar.words() == "Hier staat al tekst. Haal die weg om 'n.v.t.' te kunnen schrijven."

    match step:
        case "typt":
            QTest.keyClicks(page.editor.edit, "Nog iets.")
        case "naar een ander onderdeel":
            page.editor.edit.go_to_section("vervolg")
        case "voorbeeld":
            page.editor.toggle_preview()
        case _:
            trigger(page, "vaststellen")
            press(dialog(), "nee")

    assert bar.words() == ""


def test_a_message_that_came_since_stays_when_the_one_before_is_over(
    page: VerslagenPage, talk: UUID, qtbot: QtBot
) -> None:
    bar = MessageBar(page)
    messages = Messages(bar)
    page.message_requested.connect(messages.show)
    show(page, qtbot)
    page.write_for(talk)
    write(page, "zorgen", "Dit staat er al.")
    page.editor.edit.toggle_not_applicable()
    messages.show(Message("Anna belde.", "keuze"))

    QTest.keyClicks(page.editor.edit, "Nog iets.")

    assert bar.words() == "Anna belde."


def test_a_correction_makes_version_two_and_version_one_says_so(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    verslag_id = desk.verslagen.start(talk)
    finalise(desk, verslag_id)
    show(page, qtbot)
    page.open_verslag(verslag_id)

    press(page.editor.parts.band, "correctie-knop")
    reason = dialog().findChild(QPlainTextEdit, "reden")
    press(dialog(), "bewaren")
    assert "Schrijf op waarom" in " ".join(
        label.text() for label in dialog().findChildren(QWidget, "fout")
    )
    reason.setPlainText("Vader vroeg om een correctie.")
    press(dialog(), "bewaren")

    assert not page.editor.edit.isReadOnly()
    assert "Vader vroeg om een correctie." in page.editor.parts.band.words()
    page.editor.show_version(1)
    assert page.editor.edit.isReadOnly()
    finalise(desk, verslag_id)
    page.editor.open(verslag_id)
    page.editor.show_version(1)
    assert page.editor.parts.band.words().endswith("Vervangen door versie 2.")


def test_a_draft_needs_no_correction_and_says_so(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    verslag_id = desk.verslagen.start(talk)
    show(page, qtbot)
    page.open_verslag(verslag_id)
    with qtbot.waitSignal(page.message_requested) as said:
        trigger(page, "correctie")
    assert said.args[0].words.startswith("Dit verslag is nog een concept.")


def test_a_correction_can_be_asked_for_without_the_mouse(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    verslag_id = desk.verslagen.start(talk)
    finalise(desk, verslag_id)
    show(page, qtbot)
    page.open_verslag(verslag_id)
    trigger(page, "correctie")
    [asked] = page.findChildren(CorrectionDialog)
    assert asked.isVisible()
    asked.reject()


def test_looking_at_an_older_version_loses_nothing_of_the_draft(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    verslag_id = desk.verslagen.start(talk)
    finalise(desk, verslag_id)
    desk.vaststelling.correct(verslag_id, "aanvulling")
    show(page, qtbot)
    page.open_verslag(verslag_id)
    page.editor.edit.go_to_section("krachten")
    # The end of the paragraph: at another text size the end of a line is another place.
    page.editor.edit.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    before = page.editor.edit.tekst()
    QTest.keyClicks(page.editor.edit, " nieuw")

    page.editor.show_version(1)
    page.editor.show_version(None)

    assert "niet aan de orde nieuw" in page.editor.edit.toPlainText()
    QTest.keyClick(page.editor.edit, Key.Key_Z, Modifier.ControlModifier)
    assert page.editor.edit.tekst() == before


def test_the_paper_is_shown_from_memory(page: VerslagenPage, talk: UUID, qtbot: QtBot) -> None:
    show(page, qtbot)
    page.write_for(talk)
    write(page, "kind", "Op papier.")

    trigger(page, "voorbeeld")

    preview = page.editor.parts.preview
    qtbot.waitUntil(lambda: 0 in preview.drawn())
    assert page.editor.parts.is_preview_shown()


def test_of_a_long_verslag_only_the_pages_in_sight_are_held(
    page: VerslagenPage, talk: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    page.write_for(talk)
    page.editor.edit.go_to_section("kind")
    page.editor.edit.textCursor().insertText("Een lange dag met veel woorden. " * 1500)
    preview = page.editor.parts.preview
    trigger(page, "voorbeeld")
    qtbot.waitUntil(lambda: 0 in preview.drawn())
    last = preview.page_count() - 1
    assert last > 10
    assert max(preview.drawn()) < 5

    bar = preview.findChild(QScrollArea, "bladzijden").verticalScrollBar()
    bar.setValue(bar.maximum())

    qtbot.waitUntil(lambda: last in preview.drawn() and min(preview.drawn()) > last - 5)


def test_a_verslag_leaves_only_by_uitgaand(page: VerslagenPage, talk: UUID, qtbot: QtBot) -> None:
    asked: list[tuple[UUID, int | None]] = []
    page.uitgaand_requested.connect(lambda *about: asked.append(about))
    show(page, qtbot)
    page.write_for(talk)
    write(page, "kind", "staat op schijf voor het weggaat")
    opened = page.editor.verslag_id()

    trigger(page, "voorbeeld")
    preview = page.editor.parts.preview
    names = {b.objectName() for b in preview.findChildren(QPushButton) if b.isVisible()}
    assert names == {"verzonden-aan", "uitgaand-knop"}

    preview.findChild(QPushButton, "uitgaand-knop").click()
    trigger(page, "uitgaand")
    assert asked == [(opened, None)] * 2
    assert not page.editor.keeping.draft.is_dirty


def test_another_verslag_never_gets_the_text_of_this_one(
    page: VerslagenPage, desk: Desk, casus: UUID, talk: UUID, qtbot: QtBot
) -> None:
    other = desk.verslagen.start(held_talk(desk, casus, titel="School"))
    show(page, qtbot)
    page.write_for(talk)
    write(page, "kind", "alleen in het eerste")

    page.open_verslag(other)
    for _ in range(10):
        QTest.keyClick(page.editor.edit, Key.Key_Z, Modifier.ControlModifier)
    page.put_away()

    assert "alleen in het eerste" not in str(desk.verslagen.open(other).tekst)
    page.open_verslag(desk.verslagen.start(talk))
    QTest.keyClick(page.editor.edit, Key.Key_Z, Modifier.ControlModifier)
    assert "alleen in het eerste" not in page.editor.edit.toPlainText()
    QTest.keyClick(page.editor.edit, Key.Key_Y, Modifier.ControlModifier)
    page.put_away()
    first = desk.verslagen.start(talk)
    assert "alleen in het eerste" in str(desk.verslagen.open(first).tekst)


def test_stille_stand_hides_all_but_the_text(page: VerslagenPage, talk: UUID, qtbot: QtBot) -> None:
    show(page, qtbot)
    page.write_for(talk)
    parts = page.editor.parts

    trigger(page, "stille-stand")
    hidden = [part.isVisible() for part in (parts.head, parts.sections, parts.inspector)]
    trigger(page, "stille-stand")

    assert hidden == [False, False, False]
    assert parts.inspector.isVisible()


def test_space_shows_the_chosen_row_where_there_is_no_room_beside_it(
    page: VerslagenPage, talk: UUID, qtbot: QtBot
) -> None:
    page.on_width(Width.KLEIN)
    show(page, qtbot)
    assert not page.overview.glance.isVisible()

    QTest.keyClick(page.overview.owed, Key.Key_Space)

    assert page.overview.glance.isVisible()


@pytest.mark.parametrize("width", list(Width))
def test_each_width_shows_the_text(
    page: VerslagenPage, talk: UUID, qtbot: QtBot, width: Width
) -> None:
    page.on_width(width)
    show(page, qtbot)
    page.write_for(talk)

    assert page.editor.edit.isVisible()
    assert page.editor.parts.sections.jump.isVisible() is (width is Width.KLEIN)


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("side", ["met zijkant", "zonder zijkant"])
def test_nothing_of_head_and_tools_is_cut(
    page: VerslagenPage, look: Look, talk: UUID, qtbot: QtBot, scale: int, side: str
) -> None:
    size = {100: (1037, 545), 200: (1330, 800)}[scale]
    look.apply(scale=scale)
    try:
        page.on_width(Width.KLEIN)
        page.resize(*size)
        show(page, qtbot)
        page.write_for(talk)
        if side == "met zijkant":
            page.toggle_inspector()
        parts = page.editor.parts
        QApplication.processEvents()

        tools = [f"letter-{letter.value}" for letter in Letter]
        tools += ["vet", "cursief", "lijst", "genummerd", "bewerken", "ongedaan", "weer", "nvt"]
        found = [parts.toolbar.findChild(QWidget, name) for name in [*tools, "stille-stand"]]
        ways = ("terug-knop", "opgeslagen", "zijkant", "voorbeeld", "vaststellen-knop")
        found += [parts.head.findChild(QWidget, name) for name in ways]
        labels = [label for label in parts.head.findChildren(QLabel) if label.isVisible()]
        for part in [*found, *labels]:
            assert part is not None
            assert part.isVisible(), part.objectName()
            assert part.width() >= part.sizeHint().width(), part.objectName()
            assert part.height() >= part.minimumSizeHint().height(), part.objectName()
            seen = part.visibleRegion().boundingRect().size()
            assert seen == part.size(), part.objectName()
    finally:
        look.apply()


def test_commands_of_the_editor_only_work_in_the_editor(
    page: VerslagenPage, talk: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    enabled = {a.objectName() for a in page.actions() if a.isEnabled()}
    assert "vaststellen" not in enabled

    page.write_for(talk)

    assert "vaststellen" in {a.objectName() for a in page.actions() if a.isEnabled()}


def test_names_with_markup_are_shown_as_they_are(
    page: VerslagenPage, desk: Desk, talk: UUID, casus: UUID, qtbot: QtBot
) -> None:
    add_persoon(desk, casus, Rol.NETWERK, voornaam="O'Neill <b>", achternaam="& \u202eדניאל")
    verslag_id = desk.verslagen.start(talk)
    regel = uitspraak("Zin.", bron=replace(uitspraak("").bron, naam="O'Neill <b>" + "x" * 500))
    desk.verslagen.save_concept(
        verslag_id, with_blocks(desk.verslagen.open(verslag_id).tekst, "zorgen", regel)
    )
    show(page, qtbot)
    page.open_verslag(verslag_id)
    page.editor.edit.go_to_section("zorgen")

    page.grab()

    (kept,) = page.editor.edit.tekst().uitspraken()
    assert isinstance(kept, Uitspraakregel)
    assert kept.bron.naam.startswith("O'Neill <b>xxx")


# The same verslag, changed from another place


def test_a_verslag_that_becomes_final_elsewhere_can_only_be_read(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    page.write_for(talk)
    verslag_id = page.editor.verslag_id()
    assert verslag_id is not None

    finalise(desk, verslag_id)

    assert page.editor.edit.isReadOnly()
    assert page.editor.parts.head.finalise.isHidden()
    desk.vaststelling.correct(verslag_id, "aanvulling")
    assert not page.editor.edit.isReadOnly()


def test_a_text_that_was_stored_elsewhere_comes_on_screen(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    page.write_for(talk)
    verslag_id = page.editor.verslag_id()
    assert verslag_id is not None
    page.editor.edit.go_to_section("aanleiding")
    caret = page.editor.edit.caret()
    tekst = desk.verslagen.open(verslag_id).tekst

    desk.verslagen.save_concept(verslag_id, with_blocks(tekst, "kind", Alinea(runs("Van elders."))))

    assert "Van elders." in page.editor.edit.toPlainText()
    assert page.editor.edit.caret() == caret
    write(page, "veiligheid", "Hier verder.")
    page.put_away()
    assert "Van elders." in str(stored(desk, page))
    assert "Hier verder." in str(stored(desk, page))


def test_what_she_typed_stays_on_screen_when_the_text_changed_elsewhere(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    show(page, qtbot)
    page.write_for(talk)
    verslag_id = page.editor.verslag_id()
    assert verslag_id is not None
    tekst = desk.verslagen.open(verslag_id).tekst
    write(page, "veiligheid", "Van mij.")
    elsewhere = with_blocks(tekst, "kind", Alinea(runs("Van elders.")))
    desk.verslagen.save_concept(verslag_id, elsewhere)

    with qtbot.waitSignal(page.save_failed) as refused:
        pass
    assert "op een andere plek veranderd" in str(refused.args[0])
    assert page.editor.parts.head.stored_words() == "Niet opgeslagen"
    assert "Van mij." in page.editor.edit.toPlainText()
    assert stored(desk, page) == elsewhere

    QTimer.singleShot(0, lambda: press(dialog(), "nee"))
    page.go_back()
    assert page.is_editing()
    assert "Van mij." in page.editor.edit.toPlainText()

    QTimer.singleShot(0, lambda: press(dialog(), "ja"))
    page.go_back()
    assert not page.is_editing()
    page.open_verslag(verslag_id)
    assert "Van elders." in page.editor.edit.toPlainText()
    assert page.editor.parts.head.stored_words() != "Niet opgeslagen"
