"""A text on screen that can never be stored, because the verslag changed elsewhere."""

from PySide6.QtWidgets import QWidget

from vtdesk.ui.messages import ask


def ask_to_leave(parent: QWidget) -> bool:
    """Ask whether what was typed may go; she can copy it first."""
    return ask(
        parent,
        "Teruggaan zonder te bewaren?",
        "Het verslag is op een andere plek veranderd. Wat je hier typte, gaat dan weg. "
        "Kopieer eerst wat je wilt houden.",
        yes="Teruggaan",
        no="Hier blijven",
    )
