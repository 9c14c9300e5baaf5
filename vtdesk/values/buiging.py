"""Dutch words in their other number: afspraak and afspraken, brief and brieven, zus and zussen.

Simple rules and no list of words. What is given are parts to look for inside longer words, so that
a plural in a compound is found by its singular, and the other way round.
"""

KLINKERS = frozenset("aeiou")
_HARD = {"v": "f", "z": "s"}
_SOFT = {hard: soft for soft, hard in _HARD.items()}
_SHORTEST = 3  # of a word that has other forms
_EN, _S = (
    5,
    6,
)  # letters of a word that is read as a plural on -en, on -s; `eten` and `huis` are not
_STEM = 4  # letters of a stem that tells enough to be looked for


def vormen(woord: str) -> tuple[str, ...]:
    """Give a folded word, and the parts by which its other number is known."""
    if len(woord) < _SHORTEST or not woord.isalpha():
        return (woord,)
    return tuple(dict.fromkeys((woord, *_as_singular(woord), *_as_plural(woord))))


def _as_singular(woord: str) -> list[str]:
    """Give what the plural of this word begins with: afspraak, `afsprake`."""
    last = woord[-1]
    if last in KLINKERS:
        return []
    first, second = woord[-3], woord[-2]
    if first == second and first in KLINKERS:
        stem = woord[:-2]  # one of two vowels goes: afspra(a)k
    elif second in KLINKERS and first not in KLINKERS:
        return [f"{woord}{last}e"]  # gesprekke(n)
    else:
        stem = woord[:-1]
    return [f"{stem}{end}e" for end in (last, _SOFT.get(last, last))]


def _as_plural(woord: str) -> list[str]:
    """Give the singular when this word looks like a plural: afspraken, `afspraak`."""
    if len(woord) >= _EN and woord.endswith("en"):
        stem = woord[:-2]
        found = [_closed(stem)]
        if len(stem) >= _STEM:
            found.append(stem)  # verslag(en) does not follow the rule
        if stem.endswith("er") and len(stem) > _STEM:
            found.append(stem[:-2])  # kind(eren)
        return found
    return [woord[:-1]] if len(woord) >= _S and woord.endswith("s") and woord[-2] != "s" else []


def _closed(stem: str) -> str:
    """Write a stem without its ending: `afsprak` as afspraak, `gesprekk` as gesprek."""
    last = stem[-1]
    if last == stem[-2]:
        return stem[:-1]
    hard = _HARD.get(last, last)
    is_open = last not in KLINKERS and stem[-2] in KLINKERS - {"i"} and stem[-3] not in KLINKERS
    return f"{stem[:-1]}{stem[-2]}{hard}" if is_open else f"{stem[:-1]}{hard}"
