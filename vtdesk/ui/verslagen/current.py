"""The verslag in the editor, and its text as it is on disk: what the next save builds on."""

from dataclasses import replace
from functools import partial

from vtdesk.services.desk import Desk
from vtdesk.services.verslagen import Bewaard, VerslagInhoud
from vtdesk.services.verslagen_samen import samen
from vtdesk.ui.verslagen.draft import Save
from vtdesk.values.tekst import Tekst


class Current:
    """Knows which version of the draft is on screen, and joins what changed of it elsewhere."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.verslag: VerslagInhoud | None = None
        self.stored = Tekst()  # as it is on disk, at the version of the draft
        self._underway = Tekst()  # as it was last taken from the screen

    def show(self, verslag: VerslagInhoud | None) -> None:
        """Begin with a verslag as it was read, or with none."""
        self.verslag = verslag
        self.stored = verslag.tekst if verslag else Tekst()

    def take(self, tekst: Tekst, *, caret: int, scroll: int) -> Save:
        """Take the text from the screen, and give what stores it."""
        assert self.verslag is not None  # noqa: S101 only an open text changes
        self._underway = tekst
        return partial(
            self._desk.verslagen.save_concept,
            self.verslag.id,
            tekst,
            version=self.verslag.concept_version,
            caret=caret,
            scroll=scroll,
        )

    def keep(self, bewaard: Bewaard) -> None:
        """Remember that what was taken is on disk."""
        if self.verslag is not None:
            self.verslag = replace(self.verslag, concept_version=bewaard.version)
            self.stored = self._underway

    def join(self, typed: Tekst) -> Tekst | None:
        """Put in what became of the statements elsewhere; None when another text is on disk."""
        if self.verslag is None:
            return None
        found = self._desk.verslagen.open(self.verslag.id)
        if found.stand is not self.verslag.stand:
            return None
        joined = samen(self.stored, typed, found.tekst)
        if joined is not None:
            self.show(found)
        return joined
