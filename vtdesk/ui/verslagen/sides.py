"""Keeps both sides of the editor alike with the text: sections, counts, checks, people, notes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from vtdesk.services.controle.punt import Punt
from vtdesk.services.desk import Desk
from vtdesk.services.notities import NotitieRegel
from vtdesk.services.personen import PersoonRow
from vtdesk.services.verslagen import VerslagInhoud
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.verslagen import note_lines, plein_lines
from vtdesk.ui.verslagen.counts import Counts
from vtdesk.ui.verslagen.inspector import NOTITIES, Inspector
from vtdesk.ui.verslagen.notes_panel import TABLE, Regel
from vtdesk.ui.verslagen.plein_lines import Pleinregel
from vtdesk.ui.verslagen.section_list import SectionLine, SectionList
from vtdesk.ui.verslagen.statement_panel import Ground
from vtdesk.ui.verslagen.taken import Taken
from vtdesk.ui.verslagen.text_edit import VerslagEdit
from vtdesk.values.kinds import Aanwezigheid, Letter, Rol
from vtdesk.values.tekst import Afspraakregel, Blok, Tekst, Uitspraakregel, plain

FOLLOWS_AFTER = 400  # ms without a key; lists and counts need not move under every letter
AT_ONCE = 120  # blocks that are checked in a moment; more are looked at beside the window
_GROUNDS = frozenset({Letter.FEIT, Letter.VERKLARING})


class Sides(QObject):
    """Reads what stands beside the text, and shows it; writes only what moves into the text."""

    said = Signal(str)  # where a line went

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        edit: VerslagEdit,
        sections: SectionList,
        inspector: Inspector,
    ) -> None:
        super().__init__(edit)
        self._jobs = jobs
        self._looking = False  # at a long text, beside the window
        self._desk = desk
        self._counts = Counts()
        self._edit = edit
        self._sections = sections
        self._inspector = inspector
        self._verslag: VerslagInhoud | None = None
        self._taken = Taken()
        self._people: list[PersoonRow] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(FOLLOWS_AFTER)
        self._pause.timeout.connect(self.follow)

        edit.edited.connect(self._pause.start)
        edit.edited.connect(self._offer_again)
        edit.section_changed.connect(sections.mark)
        edit.statement_selected.connect(self._show_statement)
        edit.source_asked.connect(inspector.focus_statement)
        sections.section_chosen.connect(self._go_to_section)
        inspector.statement_changed.connect(edit.change_statement)
        inspector.back_to_text.connect(edit.come_back)
        inspector.notes.line_asked.connect(self.move_line)
        inspector.checks.point_asked.connect(self.go_to_point)

    def open(self, verslag: VerslagInhoud, *, writable: bool) -> None:
        """Show what belongs to this verslag."""
        self._verslag = verslag
        self._inspector.set_writable(writable=writable)
        self.read_again()
        self._show_statement(None)
        self.follow()
        self._sections.mark(self._edit.section())

    def read_again(self) -> None:
        """Read people and notes, which may have changed elsewhere."""
        verslag = self._verslag
        if verslag is None:
            return
        # The melder is sealed: no list beside a text names this person.
        found = self._desk.personen.in_casus(verslag.casus_id)
        self._people = [person for person in found if person.rol is not Rol.MELDER]
        self._inspector.set_people(self._people, verslag.kop.auteur)
        self._inspector.people.show_people(verslag.kop.aanwezigen, self._people)
        self._inspector.termijnen.show_rows(self._desk.termijnen.of_casus(verslag.casus_id))
        self._show_notes()

    @Slot()
    def follow(self) -> None:
        """Let lists and counts say what the text says now."""
        verslag = self._verslag
        if verslag is None:
            return
        self._pause.stop()
        tekst = self._edit.tekst()
        self._inspector.show_afspraken(tekst)
        self._sections.show_counts(self._counts.words_per_person(tekst))
        look = partial(self._desk.vaststelling.controle_van, verslag.id, tekst)
        if self._edit.isReadOnly():
            self._show_points(verslag, tekst, [])
        elif sum(1 for _ in tekst.blokken()) < AT_ONCE:
            self._show_points(verslag, tekst, look())
        elif not self._looking:  # what takes long does not hold up the keys
            self._looking = True
            then = partial(self._show_late_points, verslag, tekst)
            self._jobs.run(look, then=then, owner=self, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        self._looking = False
        self._jobs.failed.emit(error)

    def _show_late_points(
        self, verslag: VerslagInhoud, tekst: Tekst, points: Sequence[Punt]
    ) -> None:
        """Show what was found in a long text, unless she left it; and look again if she wrote."""
        self._looking = False
        if self._verslag is None or self._verslag.id != verslag.id:
            return
        self._show_points(self._verslag, tekst, points)
        if self._edit.tekst() != tekst:
            self._pause.start()

    def _show_points(self, verslag: VerslagInhoud, tekst: Tekst, points: Sequence[Punt]) -> None:
        states = self._counts.section_states(tekst, verslag.sjabloon, points)
        self._sections.show_sections(
            tuple(
                SectionLine(sectie_id, f"{number} {words}", stand)
                for number, (sectie_id, (words, stand)) in enumerate(states.items(), 1)
            )
        )
        self._inspector.checks.show_points(points)

    @Slot(object)
    def move_line(self, line: Regel | None = None) -> None:
        """Move a line of the note into the text: this one, the one with the focus, or the first."""
        verslag = self._verslag
        line = line or self._inspector.notes.next_line()
        if line is None or verslag is None or self._edit.isReadOnly():
            self._inspector.show_tab(NOTITIES)
            return
        if isinstance(line, Pleinregel):
            self._edit.insert_block(self._edit.section(), line.blok)
            self._show_notes()
            self._edit.setFocus()
            return
        sectie = note_lines.section_for(line, verslag.sjabloon, self._edit.section())
        blok = self._blok_of([line], verslag)[0]
        goes_elsewhere = sectie != self._edit.section()
        if isinstance(blok, Afspraakregel):
            self._edit.insert_afspraak(sectie, blok)
        else:
            self._edit.insert_block(sectie, blok)
        self._desk.notities.mark_used(line.notitie_id, line.sleutel)
        self._taken.add(line, self._edit.text_document())
        self._show_notes()
        self._edit.setFocus()
        if goes_elsewhere:
            sjabloon = verslag.sjabloon
            self.said.emit(f"Staat in {sjabloon.nummer(sectie)} {sjabloon.sectie(sectie).kop}.")

    def _blok_of(self, lines: Sequence[NotitieRegel], verslag: VerslagInhoud) -> list[Blok]:
        """Say what each line of the note becomes in this verslag."""
        speaker_id, datum = self._only_speaker(), self.day_of(verslag)
        auteur = verslag.kop.auteur
        return [
            note_lines.blok_of(
                line, self._people, speaker_id=speaker_id, auteur=auteur, datum=datum
            )
            for line in lines
        ]

    @Slot()
    def _offer_again(self) -> None:
        """Offer what undo took out of the text; it may be all there is of a worry."""
        gone = self._taken.undone(self._edit.text_document())
        for line in gone:
            self._desk.notities.mark_used(line.notitie_id, line.sleutel, gebruikt=False)
        if gone:
            self._show_notes()

    @Slot(object)
    def go_to_point(self, punt: Punt) -> None:
        """Put the caret where an open point can be solved."""
        if punt.uitspraak_id is not None:
            self._edit.go_to_statement(punt.uitspraak_id)
            self._inspector.focus_statement()
        elif punt.id.startswith("veld/"):
            self._edit.go_to_open_words(punt.sectie_id, punt.woord)
            self._edit.setFocus()
        elif punt.woord:
            self._edit.go_to_words(punt.sectie_id, punt.woord)
            self._edit.setFocus()
        elif punt.sectie_id:
            self._go_to_section(punt.sectie_id)

    def day_of(self, verslag: VerslagInhoud) -> date | None:
        """Give the day of the talk: what is told there is told of that day."""
        if verslag.afspraak_id is None:
            return None
        return self._desk.agenda.detail(verslag.afspraak_id).begin.date()

    def clear(self) -> None:
        """Let go of the text that was on screen, before another one comes."""
        self._pause.stop()
        self._verslag = None
        self._inspector.show_statement(None, [])

    @Slot(str)
    def _go_to_section(self, sectie_id: str) -> None:
        self._edit.go_to_section(sectie_id)
        self._edit.setFocus()

    @Slot(object)
    def _show_statement(self, _regel_id: UUID | None) -> None:
        regel = None if self._edit.isReadOnly() else self._edit.statement()
        self._inspector.show_statement(regel, self._grounds(regel))

    def _grounds(self, regel: Uitspraakregel | None) -> list[Ground]:
        """List what a duiding may rest on; only for a duiding, so that keys stay quick."""
        if regel is None or regel.letter is not Letter.DUIDING:
            return []
        found = [u for u in self._edit.tekst().uitspraken() if u.letter in _GROUNDS]
        return [Ground(u.id, f"{u.letter.value}: {plain(u)}") for u in found]

    def _only_speaker(self) -> UUID | None:
        """Give the one person of the casus who was there, when there was one."""
        if self._verslag is None or self._verslag.afspraak_id is None:
            return None
        talk = self._desk.gesprekken.get(self._verslag.afspraak_id)
        there = [
            d.persoon_id
            for d in talk.deelnames
            if d.persoon_id and d.aanwezigheid is not Aanwezigheid.AFWEZIG
        ]
        return there[0] if len(there) == 1 else None

    def _show_notes(self) -> None:
        verslag = self._verslag
        if verslag is not None and verslag.sjabloon.id == plein_lines.PLEINVERSLAG:
            said = plein_lines.lines(self._desk, verslag, self._edit.tekst())
            self._inspector.notes.show_lines(said, None, has_feeling=False, title=TABLE)
            return
        afspraak_id = verslag.afspraak_id if verslag else None
        if verslag is None or afspraak_id is None:
            self._inspector.notes.show_lines([], None, has_feeling=False)
            return
        notes = self._desk.notities.of_afspraak(afspraak_id)
        lines = self._desk.notities.regels(afspraak_id)
        blokken = list(self._edit.tekst().blokken())
        here = {plain(blok).strip() for blok in blokken}
        self._inspector.notes.show_lines(
            [
                replace(line, gebruikt=True)
                if line.tekst in here or note_lines.is_agreed(blok, blokken)
                else line
                for line, blok in zip(lines, self._blok_of(lines, verslag), strict=True)
            ],
            notes[-1].gemaakt_op if notes else None,
            has_feeling=any(note.gegevens.gevoel.strip() for note in notes),
        )
