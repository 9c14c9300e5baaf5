"""The texts that were open before, each with what can be undone in it."""

from uuid import UUID

from vtdesk.ui.verslagen.document import EditorDocument
from vtdesk.ui.verslagen.following import follow
from vtdesk.values.sjabloon import Sjabloon
from vtdesk.values.tekst import Tekst

MOST = 6

Key = tuple[UUID, int]  # a verslag, and the version that is being written


class KeptDocuments:
    """Gives a document back only when its words are still those that are asked for."""

    def __init__(self) -> None:
        self._kept: dict[Key, EditorDocument] = {}  # the one that was seen last is the last

    def find(self, key: Key | None, tekst: Tekst, sjabloon: Sjabloon) -> EditorDocument | None:
        """Give the document of this text as it was left, or nothing when the text is another."""
        found = self._kept.get(key) if key else None
        if found is None or found.sjabloon != sjabloon or not follow(found, tekst):
            return None
        return found

    def keep(self, key: Key | None, document: EditorDocument) -> list[EditorDocument]:
        """Keep a document; gives those that are let go, which somebody has to delete."""
        if key is None:
            return []
        gone = [self._kept.pop(key)] if key in self._kept else []
        self._kept[key] = document
        while len(self._kept) > MOST:
            gone.append(self._kept.pop(next(iter(self._kept))))
        return [one for one in gone if one is not document]

    def holds(self, document: EditorDocument) -> bool:
        """Tell whether a document may be asked for again."""
        return any(one is document for one in self._kept.values())
