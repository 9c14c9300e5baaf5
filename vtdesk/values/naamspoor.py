"""Names in a text in which none should stand."""

from collections.abc import Collection

from vtdesk.values.vouwen import Woord, woorden_met_plaats

LEAST = 3  # letters; what is shorter is more often another word


def namen_in(tekst: str, bekend: Collection[str]) -> list[Woord]:
    """Find the words of a text that are a known name, also with an s behind it."""
    return [
        woord
        for woord in woorden_met_plaats(tekst)
        if woord.gevouwen in bekend or woord.gevouwen.removesuffix("s") in bekend
    ]
