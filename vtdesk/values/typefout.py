"""Words with one typing error: a letter too many, too few, another, or two that changed place."""

from collections.abc import Iterator

KORTST = 5  # letters; in a shorter word one letter makes another word


def een_fout(geschreven: str, bedoeld: str) -> bool:
    """Tell whether a word is another one, with one typing error at most."""
    if geschreven == bedoeld:
        return True
    if abs(len(geschreven) - len(bedoeld)) > 1:
        return False
    begin = 0
    for one, other in zip(geschreven, bedoeld, strict=False):
        if one != other:
            break
        begin += 1
    here, there = geschreven[begin:], bedoeld[begin:]
    return (
        here[1:] == there[1:]  # another letter
        or here[1:] == there  # one too many
        or here == there[1:]  # one too few
        or (here[2:] == there[2:] and here[:2] == there[:2][::-1])
    )


def bijna(woord: str, tekst: str) -> Iterator[tuple[int, int]]:
    """Find where a word stands in a text without air, with one error at most.

    One error leaves the first or the last part of the word whole: those are looked for, and only
    around them is anything compared.
    """
    size = len(woord)
    half = (size - 1) // 2
    for place in _places(woord[:half], tekst):
        for length in (size, size - 1, size + 1):
            if place + length <= len(tekst) and een_fout(tekst[place : place + length], woord):
                yield place, place + length
    for place in _places(woord[-half:], tekst):
        end = place + half
        for length in (size, size - 1, size + 1):
            if end >= length and een_fout(tekst[end - length : end], woord):
                yield end - length, end


def _places(part: str, tekst: str) -> Iterator[int]:
    place = tekst.find(part)
    while place >= 0:
        yield place
        place = tekst.find(part, place + 1)
