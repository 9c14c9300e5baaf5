"""Make resources/wachtwoorden.txt: 7,776 words for a generated wachtzin, from the dictionary.

Run by hand when the dictionary changes: `python packaging/wachtwoorden.py`. The dictionary is of
OpenTaal (`resources/spelling/LICENSE.txt`: Revised BSD or CC BY 3.0); this list is a part of it
under the same licence, and says so in its head.

A dictionary does not tell which words are common. But an everyday word makes compounds (`huis`:
`huisdeur`, `woonhuis`), so the nouns with the most compounds are taken: short, without accents, and
none that somebody in this work would rather not type every morning.
"""

import re
from bisect import bisect_left
from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
COUNT = 6**5  # 12.9 bits a word; six words are 77.5 bits
SHORTEST, LONGEST = 4, 8
HEAD = """\
# {count} woorden voor een wachtzin die vtdesk voorstelt.
# Gekozen uit het woordenboek van OpenTaal (https://opentaal.org), versie 2.20.21.
# Rechten: Revised BSD License of CC BY 3.0; zie spelling/LICENSE.txt.
# Gemaakt door packaging/wachtwoorden.py.
"""
NOUN = re.compile(r"Z[a-h]|C[a-h]|Y[a-h]")  # flags of a plural, or of a part of compounds
FOREIGN = re.compile(r"PN|Fw|GL|LN")
# What belongs to violence, illness, sex, abuse, faith, origin or war; as a part of a word.
UNWANTED = (
    "aids", "anaal", "angst", "anus", "bajes", "beul", "bloed", "boef", "bom", "borst", "christ",
    "crimin", "dief", "dood", "drank", "drugs", "erot", "etter", "fascis", "geil", "geweld",
    "gif", "god", "graf", "haat", "hel", "hitler", "hoer", "homo", "incest", "jode", "jood",
    "kanker", "kerk", "kind", "klap", "kloot", "kont", "kut", "lesb", "lijf", "lijk", "lust",
    "maffia", "mes", "misbruik", "mishandel", "moeder", "molest", "moord", "moslim", "munitie",
    "naakt", "nazi", "neger", "neuk", "oorlog", "orgas", "penis", "pest", "pijn", "pis", "poep",
    "porno", "prik", "psych", "puist", "ramp", "ras", "reet", "schaamte", "schiet", "schot",
    "seks", "sex", "slaaf", "slacht", "slag", "slet", "sloerie", "snij", "sperma", "steek",
    "sterf", "straf", "strip", "stront", "suicid", "tamp", "tepel", "terreur", "terror", "teten",
    "tiet", "tuig", "urine", "vader", "vagin", "verkracht", "vlees", "vloek", "voogd", "vrees",
    "vrouw", "vulva", "wapen", "wond", "wreed", "wurg", "zaad", "zelfmoord", "ziek", "zonde",
    "zuip",
)  # fmt: skip


def main() -> None:
    """Choose the words and write them down."""
    entries = dict(read())
    words = sorted(entries)
    backwards = sorted(word[::-1] for word in words)
    good = [word for word, flags in entries.items() if fits(word, flags)]
    good.sort(key=lambda word: (-compounds(word, words, backwards), word))
    chosen = sorted(good[:COUNT])
    if len(chosen) < COUNT:
        raise SystemExit(f"only {len(chosen)} words")
    target = RESOURCES / "wachtwoorden.txt"
    target.write_text(HEAD.format(count=COUNT) + "\n".join(chosen) + "\n", "utf-8")


def read() -> list[tuple[str, str]]:
    """Read the dictionary: each word with its flags."""
    lines = (RESOURCES / "spelling" / "nl.dic").read_text("utf-8").splitlines()[1:]
    parts = (line.replace("ĳ", "ij").partition("/") for line in lines)
    return [(word, flags) for word, _, flags in parts]


def fits(word: str, flags: str) -> bool:
    """Tell whether a word is easy to type, and fit to be seen."""
    if not re.fullmatch(f"[a-z]{{{SHORTEST},{LONGEST}}}", word):
        return False
    if FOREIGN.search(flags) or not NOUN.search(flags):
        return False
    return not any(part in word for part in UNWANTED)


def compounds(word: str, words: list[str], backwards: list[str]) -> int:
    """Count the words that begin or end with this one."""
    return _starting(word, words) + _starting(word[::-1], backwards)


def _starting(begin: str, ordered: list[str]) -> int:
    return bisect_left(ordered, begin + "\uffff") - bisect_left(ordered, begin)


if __name__ == "__main__":
    main()
