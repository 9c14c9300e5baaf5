"""How a member of a value list looks on screen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """How a member looks on screen: its word, and the roles of its icon and colour."""

    word: str
    icon: str = ""
    tone: str = "stil"
