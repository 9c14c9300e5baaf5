"""Finds what can be read beside a text, and brings a chosen sentence of it into the text."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from vtdesk.errors import UserError
from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.desk import Desk
from vtdesk.services.verslagen import VerslagInhoud
from vtdesk.ui.labels import VERSLAG_STAND
from vtdesk.ui.verslagen import note_lines
from vtdesk.ui.verslagen.editor_layout import EditorLayout
from vtdesk.ui.verslagen.notes_panel import PROMPTS
from vtdesk.ui.verslagen.reader import Leesstuk
from vtdesk.values.kinds import Rol
from vtdesk.values.sjabloon import Sjabloon, SjabloonSectie
from vtdesk.values.tekst import Afspraakregel, Blok, Sectie, Tekst, Uitspraakregel

HERE_ALREADY = "Deze uitspraak staat al in je tekst."


class ReadingAlong(QObject):
    """Belongs to one editor; reads nothing as long as the reader is shut."""

    said = Signal(str)

    def __init__(self, desk: Desk, parts: EditorLayout) -> None:
        super().__init__(parts)
        self._desk, self._parts = desk, parts
        self._verslag: VerslagInhoud | None = None
        self._talks: dict[UUID, AfspraakRow] = {}
        reader = parts.reader
        reader.stuk_asked.connect(self._show)
        reader.taken.connect(self.take)
        reader.left.connect(parts.edit.come_back)
        reader.closed.connect(self.close)

    def follow(self, verslag: VerslagInhoud | None) -> None:
        """Belong to this verslag from now on; what is read of another casus goes."""
        other = verslag is None or (self._verslag and self._verslag.casus_id != verslag.casus_id)
        self._verslag = verslag
        if other:
            self.close()
        elif self._parts.reader.isVisible():
            self._offer()

    @Slot()
    def toggle(self) -> None:
        """Open the reader with the caret in it, or shut it."""
        if self._parts.is_reading():
            self.close()
            return
        if self._verslag is not None:
            self._parts.show_reader(on=True)
            self._offer()
            self._parts.reader.begin()

    @Slot()
    def close(self) -> None:
        """Shut the reader and go back to the text."""
        if self._parts.is_reading():
            self._parts.show_reader(on=False)
            self._parts.edit.setFocus()

    def _offer(self) -> None:
        """Offer the other verslagen of the casus, and the talks with a note."""
        verslag = self._verslag
        if verslag is None:
            return
        others = [r for r in self._desk.verslagen.of_casus(verslag.casus_id) if r.id != verslag.id]
        found = [
            (r.id, f"{r.soort}, {r.datum.day}-{r.datum.month} · {VERSLAG_STAND[r.stand].word}")
            for r in others
        ]
        talks = self._desk.agenda.of_casus(verslag.casus_id)
        self._talks = {talk.id: talk for talk in talks if self._desk.notities.regels(talk.id)}
        found += [
            (talk.id, f"Notitie, {talk.titel}, {talk.begin.day}-{talk.begin.month}")
            for talk in self._talks.values()
        ]
        self._parts.reader.show_choices(found)
        if found:
            self._show(self._parts.reader.choice.value())

    @Slot(object)
    def _show(self, sleutel: UUID) -> None:
        try:
            stuk = self._notes(sleutel) if sleutel in self._talks else self._other(sleutel)
        except UserError as gone:
            self.said.emit(str(gone))
        else:
            self._parts.reader.show_stuk(stuk)

    def _other(self, verslag_id: UUID) -> Leesstuk:
        """Read a verslag as the casus knows its statements now."""
        found = self._desk.verslagen.open(verslag_id)
        return Leesstuk(verslag_id, found.titel, found.tekst, found.sjabloon)

    def _notes(self, afspraak_id: UUID) -> Leesstuk:
        """Read the lines of the note of a talk; gevoel is not among them."""
        talk, verslag = self._talks[afspraak_id], self._verslag
        people = self._desk.personen.in_casus(verslag.casus_id) if verslag else []
        people = [person for person in people if person.rol is not Rol.MELDER]
        auteur = verslag.kop.auteur if verslag else ""
        lines = self._desk.notities.regels(afspraak_id)
        blokken = {
            veld: tuple(
                note_lines.blok_of(
                    line, people, speaker_id=None, auteur=auteur, datum=talk.begin.date()
                )
                for line in lines
                if line.veld == veld
            )
            for veld in PROMPTS
        }
        used = {veld: found for veld, found in blokken.items() if found}
        sjabloon = Sjabloon(
            "notitie", "Parkeernotitie", "", "",
            tuple(SjabloonSectie(veld, PROMPTS[veld]) for veld in used),
        )  # fmt: skip
        tekst = Tekst(tuple(Sectie(veld, found) for veld, found in used.items()))
        return Leesstuk(afspraak_id, talk.titel, tekst, sjabloon)

    @Slot(object)
    def take(self, found: Sequence[Blok]) -> None:
        """Put the chosen sentences at the end of her section; a statement stays the same one."""
        edit = self._parts.edit
        if edit.isReadOnly():
            self.said.emit("Deze tekst kun je nu alleen lezen.")
            return
        here = edit.text_document().statement_ids()
        sectie = edit.section()
        for blok in found:
            if isinstance(blok, Uitspraakregel) and blok.id in here:
                edit.go_to_statement(blok.id)
                self.said.emit(HERE_ALREADY)
            elif isinstance(blok, Afspraakregel):
                edit.insert_afspraak(sectie, blok)
            else:
                edit.insert_block(sectie, blok)
        self._parts.reader.begin()
