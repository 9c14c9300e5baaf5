"""How wide a text is, near enough to leave room for it, without a font at hand."""

import unicodedata

# Advance widths of VT Sans in thousandths of its size, rounded up; semi-bold, so that both fit.
_WIDTHS = {
    260: " ijl", 280: "I", 320: "!',.:;", 360: "`t|", 380: "()/[\\]f", 400: "r", 420: "1",
    460: "-_{}", 480: "^", 520: '"', 540: "*?s", 560: "Lkxz", 580: "7FJacvy", 600: "Eeo",
    620: "25bdghnpqu", 640: "#3689P", 660: "$&04BRSTZ", 680: "+<=>~", 700: "K", 720: "ADVXY",
    740: "CGHU", 760: "NO", 780: "Q", 840: "w", 900: "m", 920: "M", 1000: "%@", 1020: "W",
}  # fmt: skip
_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_OTHER = 760  # a letter outside the table
_WIDE = 1300  # emoji and East Asian signs
_MARKS = {"Mn", "Me"}  # accents stand on the letter before them
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}  # controls and marks that turn the direction


def visible(text: str) -> str:
    """Drop what is not seen, and what would turn the direction of the text around it."""
    kept = (" " if sign in "\n\t" else sign for sign in text)
    return " ".join("".join(s for s in kept if unicodedata.category(s) not in _UNSEEN).split())


def width(text: str, size: float) -> float:
    """Estimate the width of a text, rather too wide than too narrow."""
    return sum(_advance(sign) for sign in unicodedata.normalize("NFD", text)) * size / 1000


def _advance(sign: str) -> int:
    if unicodedata.category(sign) in _MARKS:
        return 0
    if unicodedata.east_asian_width(sign) in "WF" or unicodedata.category(sign) == "So":
        return _WIDE
    return _WIDTH_OF.get(sign, _OTHER)


def wrapped(text: str, size: float, *, room: float, lines: int) -> tuple[str, ...]:
    """Break a text into at most so many lines; what does not fit ends in three dots."""
    words, rows = visible(text).split(" "), [""]
    while words:
        word = words.pop(0)
        joined = f"{rows[-1]} {word}".strip()
        if width(joined, size) <= room:
            rows[-1] = joined
        elif len(rows) == lines:
            rows[-1] = _cut(joined, size, room)
            break
        elif rows[-1]:
            rows.append("")
            words.insert(0, word)
        else:
            rows[-1] = _head(word, size, room)
            words.insert(0, word[len(rows[-1]) :])
            rows.append("")
    return tuple(row for row in rows if row)


def _head(word: str, size: float, room: float) -> str:
    end = 1
    while end < len(word) and width(word[: end + 1], size) <= room:
        end += 1
    return word[:end]


def _cut(text: str, size: float, room: float) -> str:
    return _head(text, size, room - width("…", size)).rstrip() + "…"
