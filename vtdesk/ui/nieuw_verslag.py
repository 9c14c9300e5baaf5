"""Begin a verslag: from a talk that was held, or from a casus; which kind, and for whom.

The likeliest answer is chosen already, so that Enter alone begins it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.errors import UserError
from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.desk import Desk
from vtdesk.services.formulieren import Lezer
from vtdesk.ui.page import Page
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import AfspraakStaat
from vtdesk.values.tijd import dichtbij

NAME = "verslag-nieuw"
NO_CASUS = "Er is nog geen casus. Maak eerst een casus; daarna begin je hier een verslag."
NOBODY = "In deze casus staat nog niemand voor wie dit kan zijn. Voeg die persoon eerst toe."
_USUAL = {
    "uitlegblad": "Uitlegblad",
    "brief": "Brief",
    "kindgesprek": "Kindgesprek",
    "veiligheidsplan_kind": "Veiligheidsplan voor een kind",
}
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
ABOUT = "Het programma vult in wat het al weet. Daarna schrijf jij verder."


@dataclass(frozen=True, slots=True)
class Bron:
    """What a verslag can begin from."""

    words: str
    casus_id: UUID
    afspraak_id: UUID | None = None


class Bronkeuze(Choices):
    """From what; while its list is shut a typed letter never goes to another casus.

    Who types the name of a kind here would otherwise begin it, unseen, about another family.
    """

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a letter choose among the talks of the chosen casus alone; other keys as ever."""
        typed = event.text()
        if not typed.strip() or not typed.isprintable() or event.modifiers() & _COMMANDS:
            super().keyPressEvent(event)
            return
        here: Bron = self.value()
        places = range(self.currentIndex() + 1, self.currentIndex() + self.count())
        for place in (number % self.count() for number in places):
            one: Bron = self.itemData(place)[0]
            same = one.casus_id == here.casus_id
            if same and one.words.casefold().startswith(typed.casefold()):
                self.setCurrentIndex(place)
                return


class NieuwVerslagDialog(FormDialog):
    """From what, which kind, and for whom when the kind asks that."""

    def __init__(self, desk: Desk, sources: Sequence[Bron], parent: QWidget) -> None:
        super().__init__("Nieuw verslag", "Verslag beginnen", parent)
        self._desk = desk
        self._titles = {row.id: _as_said(row.id, row.titel) for row in desk.sjablonen.all()}
        self._source = named(Bronkeuze((one.words, one) for one in sources), "waarvan")
        self._kind = named(Choices(), "soort")
        self._reader = named(Choices(), "voor-wie")
        self.form.addWidget(text(ABOUT, tone="stil"))
        self.form.add("Waarvan", self._source)
        self.form.add("Soort verslag", self._kind)
        self._reader_field = self.form.add("Voor of over wie", self._reader)
        self._source.currentIndexChanged.connect(self._offer_kinds)
        self._kind.currentIndexChanged.connect(self._offer_readers)
        self._offer_kinds()

    def begin_from(self, afspraak_id: str) -> None:
        """Choose a talk, when it is among them."""
        for number in range(self._source.count()):
            source: Bron = self._source.itemData(number)[0]
            if str(source.afspraak_id) == afspraak_id:
                self._source.setCurrentIndex(number)

    def begin_kind(self, soort: str) -> None:
        """Choose a kind of the casus itself, when it is among them."""
        for number in range(self._source.count()):
            source: Bron = self._source.itemData(number)[0]
            if source.afspraak_id is None and soort in self._desk.formulieren.soorten(
                source.casus_id
            ):
                self._source.setCurrentIndex(number)
                self._kind.choose(soort)

    def begin(self) -> UUID | None:
        """Begin what was chosen; None when a field says what is missing."""
        source: Bron = self._source.value()
        reader: Lezer | None = self._reader.value()
        kind: str = self._kind.value()
        if self._reader_field.isVisibleTo(self) and reader is None:
            self._reader_field.set_error(NOBODY)
            return None
        persoon_id = reader.persoon_id if reader else None
        if source.afspraak_id is not None:
            verslagen = self._desk.verslagen
            return verslagen.start(source.afspraak_id, kind, persoon_id=persoon_id)
        return self._desk.formulieren.begin(
            source.casus_id,
            kind,
            persoon_id=persoon_id,
            organisatie_id=reader.organisatie_id if reader else None,
        )

    @Slot()
    def _offer_kinds(self) -> None:
        source: Bron | None = self._source.value()
        self._kind.clear()
        if source is None:
            return
        kinds = (
            self._desk.verslagen.soorten(source.afspraak_id)
            if source.afspraak_id
            else self._desk.formulieren.soorten(source.casus_id)
        )
        for kind in kinds:
            self._kind.add(self._titles[kind], kind)

    @Slot()
    def _offer_readers(self) -> None:
        source: Bron | None = self._source.value()
        kind: str | None = self._kind.value()
        self._reader.clear()
        self._reader_field.hide()
        if source is None or kind is None:
            return
        readers = self._desk.formulieren.lezers(source.casus_id, kind)
        if source.afspraak_id is not None:
            present = self._desk.agenda.detail(source.afspraak_id).wie
            readers = tuple(one for one in readers if one.naam in present)
            self._reader_field.setVisible(len(readers) > 1)  # of one alone the talk tells it
        else:
            self._reader_field.setVisible(self._desk.formulieren.vraagt_wie(kind))
        for one in readers:
            self._reader.add(", ".join(filter(None, (one.naam, one.hoedanigheid))), one)


def register(page: Page, desk: Desk, opened: Callable[[UUID], object]) -> None:
    """Let a page open this dialog by name, about a casus or none, and a talk or a kind."""

    def make(casus_id: str = "", afspraak_id: str = "", soort: str = "") -> FormDialog:
        sources = _of_casus(desk, UUID(casus_id)) if casus_id else _everywhere(desk)
        if not sources:
            raise UserError(NO_CASUS)
        dialog = NieuwVerslagDialog(desk, sources, page)
        dialog.begin_from(afspraak_id)
        if soort:
            dialog.begin_kind(soort)
        made: list[UUID] = []

        def store() -> None:
            if found := dialog.begin():
                made.append(found)

        dialog.store = store
        dialog.stored.connect(lambda: opened(made[-1]))
        return dialog

    page.dialogs.register(NAME, make)


def _as_said(soort: str, titel: str) -> str:
    """Name a kind in a list by the word that is used for it, beside what its paper is called."""
    usual = _USUAL.get(soort, titel)
    return titel if usual.casefold() in titel.casefold() else f"{usual} ({titel})"


def _everywhere(desk: Desk) -> list[Bron]:
    """Give the talks that owe a verslag, the newest first, and then each casus."""
    owed = [_talk(desk, row, with_casus=True) for row in reversed(desk.agenda.owed())]
    return owed + [_casus(row.naam, row.id) for row in desk.casussen.all()]


def _of_casus(desk: Desk, casus_id: UUID) -> list[Bron]:
    """Give the casus itself, and the talks in it that were held: the newest first."""
    held = [
        row
        for row in desk.agenda.of_casus(casus_id)
        if row.staat is AfspraakStaat.GEHOUDEN and desk.verslagen.soorten(row.id)
    ]
    newest = sorted(held, key=lambda row: (row.owes_verslag and not row.verslag_id, row.begin))
    talks = [_talk(desk, row, with_casus=False) for row in reversed(newest)]
    own = _casus(desk.casussen.get(casus_id).naam, casus_id)
    waits = bool(newest) and newest[-1].owes_verslag and not newest[-1].verslag_id
    return [*talks, own] if waits else [own, *talks]


def _talk(desk: Desk, row: AfspraakRow, *, with_casus: bool) -> Bron:
    assert row.casus_id is not None, "a talk that owes a verslag has a casus"  # noqa: S101 - is so
    when = dichtbij(row.begin.date(), desk.clock().date())
    casus = row.casus if with_casus and row.casus not in row.titel else ""  # said once
    return Bron(", ".join(filter(None, (row.titel, when, casus))), row.casus_id, row.id)


def _casus(naam: str, casus_id: UUID) -> Bron:
    return Bron(f"{naam}, zonder gesprek", casus_id)
