"""The tree of what is read aloud, in reading order; paper and HTML are both made of it."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Said(NamedTuple):
    """A piece of the words of an element, in one style."""

    tekst: str
    vet: bool = False
    cursief: bool = False
    weg: bool = False  # stands for words that were left out of this copy


class Mark(NamedTuple):
    """A piece of marked content: page from 0, and its number on that page."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Element:
    """A node of the structure tree, with the standard names of PDF: P, H2, Table, TH."""

    tag: str
    attribute: tuple[str, str] | None = None  # ("Scope", "Row")
    expansion: str = ""  # what an abbreviation stands for, for whoever listens
    alt: str = ""  # of a Figure: what it shows, for whoever listens
    kids: list["Element | Mark"] = field(default_factory=list)
    words: list[Said] = field(default_factory=list)  # its own, after those of its children

    def add(
        self, tag: str, *, attribute: tuple[str, str] | None = None, expansion: str = ""
    ) -> "Element":
        """Add the next child in reading order."""
        child = Element(tag, attribute, expansion)
        self.kids.append(child)
        return child

    def say(self, words: str) -> "Element":
        """Note plain words that something else than a paragraph draws."""
        self.words.append(Said(words))
        return self
