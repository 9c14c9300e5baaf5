"""The emergency card as values: what stands on one small page, and nothing more."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Noodnummer:
    """Somebody to call: a name, what they are, and the number."""

    naam: str
    wie: str
    telefoon: str


@dataclass(frozen=True, slots=True)
class Noodkaart:
    """What somebody in danger can do and say; never where anybody lives."""

    voor: str  # first name, so that a card that is found tells little
    politie: tuple[str, ...]  # what one can say at 112
    nummers: tuple[Noodnummer, ...]
    codewoord: str
    datum: str  # in full, "dinsdag 12 mei 2026"

    def regels(self) -> tuple[str, ...]:
        """Give every text that is printed."""
        numbers = (part for n in self.nummers for part in (n.naam, n.wie, n.telefoon))
        return (self.voor, *self.politie, *numbers, self.codewoord)
