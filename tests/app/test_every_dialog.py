"""Every dialog that a page opens by name gives back all that was half typed in it."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from inspect import Parameter, signature
from itertools import product
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from tests.builders import NOW, TODAY, at
from tests.program import Program
from vtdesk.cli.demo.command import WACHTZIN
from vtdesk.errors import UserError
from vtdesk.services.agenda import AfspraakGegevens
from vtdesk.services.crisis import InstrumentGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.rechten import VerzoekGegevens
from vtdesk.services.regels import Bestand
from vtdesk.services.veiligheid_rows import PolitieGegevens
from vtdesk.ui.dialogs import Dialogs
from vtdesk.ui.theme.look import Look
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.values.casuskinds import PolitieSoort, VerzoekSoort
from vtdesk.values.herhaling import Herhaling, Ritme
from vtdesk.values.kinds import AfspraakSoort, Rol

HALF = "Waterlelie half"
PAGES = ("vandaag", "bellen", "casussen", "verslagen", "instellingen")

# What cannot be opened about anything in the demo, and why.
NOT_HERE = {"vernietigen-besluiten": "no casus of the demo is old enough to be destroyed"}
# A dialog in which nothing can be typed; it only has to open again, as it was chosen.
ONLY_SHOWS = {
    "besluit-definitief": "the questions before it",
    "eerdere-teksten": "how a text was before",
    "versies-vergelijken": "how a version differs",
    "correctieketen": "documents and receivers",
    "correctiebrief": "a letter as it will be on paper",
    "reeks-weghalen": "how far it reaches",
    "tegenspraak": "statements that speak against it",
    "verslag-nieuw": "of what, which kind and for whom, each from a list",
}


@pytest.fixture
def demo(program: Callable[[], Program], demo_kluis: Path) -> Program:
    vtdesk = program().start(demo_kluis, WACHTZIN, now=NOW)
    add_what_is_rare(vtdesk.desk)
    return vtdesk


def add_what_is_rare(desk: Desk) -> None:
    """Enter the few things that no casus of the demo has."""
    casus = desk.casussen.all()[0].id
    person = desk.personen.in_casus(casus)[0].id
    desk.crisis.record(casus, InstrumentGegevens("LIRIK", "zorgen", TODAY, "Mila Proefstra"))
    desk.rechten.ask(casus, VerzoekGegevens(person, VerzoekSoort.CORRECTIE, TODAY))
    weekly = Herhaling(Ritme.WEEK, keer=2)
    begin, einde = at(9, day=date(2027, 1, 5)), at(10, day=date(2027, 1, 5))
    desk.reeksen.add(
        AfspraakGegevens("Spreekuur", AfspraakSoort.GESPREK, begin, einde, casus), weekly
    )
    agreement = PolitieGegevens(PolitieSoort.LOCATIE, "Schelpenhof 9", TODAY)
    desk.veiligheid.agree(casus, replace(agreement, herzien_op=TODAY))


def ids(rows: Sequence[Any]) -> list[str]:
    return [str(row.id) for row in rows]


def things(desk: Desk, casus: UUID) -> dict[str, list[str]]:
    """List of one casus what a dialog can be about, by the name of what it asks for."""
    people = desk.personen.in_casus(casus)
    statements = desk.uitspraken.rows(casus)
    chains = (desk.correcties.keten(row.id) for row in statements)
    return {
        "casus_id": [str(casus)],
        "_casus_id": [str(casus)],
        "_rij": [str(casus)],
        "afspraak_id": ids(desk.agenda.of_casus(casus)),
        "persoon_id": ids(people),
        "kind_id": ids([person for person in people if person.rol is Rol.KIND]),
        "inzet_id": ids(desk.organisaties.in_casus(casus)),
        "hint_id": [hint.id for hint in desk.hints.of_casus(casus)],
        "gebeurtenis_id": ids(desk.gebeurtenissen.of_casus(casus)),
        "melding_id": ids(desk.meldingen.of_casus(casus)),
        "instrument_id": ids(desk.crisis.instrumenten(casus)),
        "besluit_id": ids(desk.besluiten.of_casus(casus)),
        "uitspraak_id": ids(statements),
        "act": ["weerleggen", "herstellen"],
        "brief_id": ids([o.brief for chain in chains for o in chain.ontvangers if o.brief]),
        "verslag_id": ids(desk.verslagen.of_casus(casus)),
        "waarborg_id": ids(desk.veiligheid.waarborgen(casus)),
        "politie_id": ids(desk.veiligheid.politieafspraken(casus)),
        "termijn_id": ids(desk.termijnen.of_casus(casus)),
        "monitoring_id": ids(desk.monitoringen.of_casus(casus)),
        "verzoek_id": ids(desk.rechten.verzoeken(casus)),
        "vraag_id": ids(desk.informatie.of_casus(casus)),
        "bijlage_id": ids(desk.bijlagen.of_casus(casus)),
        "begin": [NOW.isoformat()],
        "bestand": [one.value for one in Bestand],
        "belofte_id": ids(desk.beloften.open()),
        "telefoontje_id": ids(desk.bellen.groups().rows),
        "verlof_id": ids(desk.verloven.all()),
        "blad": ["VERDELEN"],
        "naam": ["besluit"],
        "reason": ["Dit is er niet meer."],
        "words": [HALF],
        "sjabloon_id": ["brief"],
        "regel_id": [""],
        "was": [""],
        "about": [f"{row.id}/1" for row in desk.verslagen.of_casus(casus)],
    }


def opened(dialogs: Dialogs, name: str, known: Sequence[dict[str, list[str]]]) -> FormDialog | None:
    """Open a dialog about the first thing in the demo that it takes."""
    asked = [
        one.name
        for one in signature(dialogs._makers[name]).parameters.values()
        if one.default is Parameter.empty
    ]
    for of_casus in known:
        for about in product(*(of_casus[one] for one in asked)):
            try:
                dialogs.open(name, *about)
            except UserError:
                continue
            return dialogs._opened[-1].dialog
    return None


def fill(dialog: FormDialog) -> None:
    """Choose another line everywhere, tick what was not, and type in every field."""
    for combo in dialog.findChildren(QComboBox):
        combo.setCurrentIndex(combo.count() - 1)
    for button in dialog.findChildren(QPushButton, "genodigde"):
        button.click()
    for number, line in enumerate(dialog.findChildren(QLineEdit)):
        if not line.isReadOnly():
            line.setText(f"{HALF} {number}")
            line.textEdited.emit(line.text())  # as keys would
    for area in dialog.findChildren(QPlainTextEdit):
        area.setPlainText(f"{HALF}\nnog een regel")


def registered(vtdesk: Program) -> Iterator[tuple[Dialogs, str]]:
    for page in PAGES:
        vtdesk.window.show_page(page)
        dialogs = vtdesk.window.frame.page().dialogs
        for name in dialogs.names():
            yield dialogs, name


def test_every_dialog_gives_back_all_that_it_took(demo: Program, look: Look) -> None:
    known = [things(demo.desk, casus.id) for casus in demo.desk.casussen.all()]
    with look.building():  # what a field holds does not hang on its colour
        refused = [name for dialogs, name in registered(demo) if not holds(dialogs, name, known)]

    assert sorted(refused) == sorted(NOT_HERE)


def holds(dialogs: Dialogs, name: str, known: Sequence[dict[str, list[str]]]) -> bool:
    """Fill a dialog, close it, and see that it comes back as it stood; False: it did not open."""
    dialogs.keep = lambda: True  # what the disk makes of it is seen elsewhere
    before = opened(dialogs, name, known)
    if before is None:
        return False
    fill(before)
    [kept] = as_on_disk(dialogs)
    assert (HALF in str(kept)) is not (name in ONLY_SHOWS), name
    before.reject()
    dialogs.reopen([kept])
    assert as_on_disk(dialogs) == [kept], name
    dialogs._opened[-1].dialog.reject()
    return True


def as_on_disk(dialogs: Dialogs) -> list[dict[str, Any]]:
    """Give what is open as it goes to disk and comes back."""
    kept: list[dict[str, Any]] = json.loads(json.dumps(dialogs.kept()))
    return kept
