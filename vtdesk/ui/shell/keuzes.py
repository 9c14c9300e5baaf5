"""What a capture may belong to: a casus, or a talk of today."""

from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.ui.format import tijden
from vtdesk.ui.widgets.choices import Choices
from vtdesk.values.tijd import klok


class IdKeuze(Choices):
    """A choice of one thing by its id; half typed, it is kept as that id."""

    def half_typed(self) -> str:
        """Give the id that is chosen, in plain text."""
        chosen: UUID | None = self.value()
        return str(chosen) if chosen else ""

    def give_back(self, kept: str) -> None:
        """Choose it again, when it is still there."""
        self.choose(UUID(kept) if kept else None)


class CasusKeuze(IdKeuze):
    """One of the casussen that run, or none."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk

    def offer(self, chosen: UUID | None, *, discreet: bool = False) -> None:
        """Offer what runs now; a closed casus only when it is the one on screen.

        While others look along nothing else is offered, and the one on screen goes without a name.
        """
        if discreet:
            self.clear()
            self.add("Zonder casus", None)
            if chosen is not None:
                self.add("Deze casus", chosen)
            self.choose(chosen)
            return
        rows = self._desk.casussen.all()
        if chosen and chosen not in [row.id for row in rows]:
            rows.insert(0, self._desk.casussen.get(chosen))
        self.clear()
        self.add("Zonder casus", None)
        for row in rows:
            self.add(f"{row.naam} · {row.nummer}", row.id)
        self.choose(chosen)


class TalkKeuze(IdKeuze):
    """One of the talks of today that have begun, or none."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._discreet = False

    def offer(self, chosen: UUID | None, *, discreet: bool = False) -> None:
        """Offer what it may belong to; while others look along only this and what runs now.

        They read a time, where she alone reads a name.
        """
        self._discreet = discreet
        asked = [self._desk.agenda.detail(chosen)] if chosen else []
        current = self._desk.agenda.current()
        unnamed = [current] if current else []
        others = unnamed if discreet else reversed(self._desk.agenda.talks_begun())
        self.clear()
        for talk in {talk.id: talk for talk in (*asked, *others)}.values():
            when = tijden(talk.begin, talk.einde)
            words = f"{talk.titel}, {when} · {talk.casus}"
            self.add(f"Gesprek van {when}" if discreet else words, talk.id)
        self.add(f"Los van een afspraak, {klok(self._desk.clock())}", None)
        self.choose(chosen)

    @override
    def give_back(self, kept: str) -> None:
        """Choose it again; a talk of another day is offered for that."""
        try:
            self.offer(UUID(kept) if kept else None, discreet=self._discreet)
        except UserError:  # it is gone: the words are worth more than where they belong
            self.offer(None, discreet=self._discreet)
