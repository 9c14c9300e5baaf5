"""Which lines of the parkeernotitie came into a text, as long as undo can take them out again."""

from uuid import UUID

from vtdesk.services.notities import NotitieRegel
from vtdesk.ui.verslagen.document import EditorDocument


class Taken:
    """Knows of each line how many steps of undo there were when it had come in."""

    def __init__(self) -> None:
        self._steps: dict[UUID, list[tuple[int, NotitieRegel]]] = {}  # by document

    def add(self, line: NotitieRegel, document: EditorDocument) -> None:
        """Remember a line that just came in."""
        known = self._steps.setdefault(document.id, [])
        known.append((document.availableUndoSteps(), line))

    def undone(self, document: EditorDocument) -> list[NotitieRegel]:
        """Give the lines that are out of the text again, once."""
        steps, known = document.availableUndoSteps(), self._steps.get(document.id, [])
        gone = [line for at, line in known if at > steps]
        if gone:
            self._steps[document.id] = [one for one in known if one[0] <= steps]
        return gone
