"""A text as a reader sees it: signs that look like others, numbers in words, words in signs.

Each reading keeps every sign in its place, so that what is found is found in the text itself.
"""

import re
import unicodedata
from collections.abc import Iterator

_LIKE = {
    "A": "АΑ", "B": "ВΒ", "C": "СϹ", "E": "ЕΕ", "H": "НΗ", "I": "ІΙӀ", "J": "ЈͿ", "K": "КΚ",
    "M": "МΜ", "N": "Ν", "O": "ОΟ", "P": "РΡ", "S": "Ѕ", "T": "ТΤ", "X": "ХΧ", "Y": "ҮΥ", "Z": "Ζ",
    "a": "аα", "b": "Ь", "c": "сϲ", "d": "ԁ", "e": "еε", "g": "ɡ", "h": "һ", "i": "іι", "j": "јϳ",
    "k": "кκ", "l": "ӏ", "n": "пη", "o": "оοσ", "p": "рρ", "q": "ԛ", "s": "ѕ", "u": "υ", "v": "νѵ",
    "w": "ԝω", "x": "хχ", "y": "уγ",
}  # fmt: skip
_UNSEEN = "\u115f\u1160\u3164\uffa0\u2800\u034f"  # letters for a computer, nothing for the eye
_SAME = str.maketrans({other: sign for sign, others in _LIKE.items() for other in others})


class _Seen(dict[int, str]):
    """Says of each sign which one it seems to be; digits of any script are digits."""

    def __missing__(self, code: int) -> str:
        digit = unicodedata.decimal(chr(code), None)
        self[code] = seen = chr(code) if digit is None else str(digit)
        return seen


_SEEN = _Seen({**_SAME, **dict.fromkeys(map(ord, _UNSEEN), "\u00ad")})
_LETTER_FOR = str.maketrans("013457", "oleast")
_DIGIT_FOR = str.maketrans("oil", "011")
_MIXED = re.compile(r"(?<![^\W_])(?=[^\W_]*\d[^\W\d_])(?=[^\W_]*[^\W\d_])[^\W_]+")
_AS_DIGITS = re.compile(r"(?<![^\W_])(?=[\doil]*[\doil])[\doil]+(?![^\W_])")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)( +(?:dan|en|daarna|streepje|punt|spatie) +)(?=\d)")
_TIMES = re.compile(r"(?<!\d)(\d) +(?:keer|maal|x) +(\d)(?!\d)")
_ONES = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = (
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien",
    "negentien",
)  # fmt: skip
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")


def _numbers() -> Iterator[tuple[str, int]]:
    yield from ((word, number) for number, word in enumerate((*_ONES, *_TEENS)))
    for ten, word in enumerate(_TENS, start=2):
        yield word, 10 * ten
        for one in range(1, 10):
            yield f"{_ONES[one]}en{word}", 10 * ten + one


_IN_WORDS = dict(_numbers())
_WORDS = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(sorted(_IN_WORDS, key=len, reverse=True))})(?![^\W_])"
)


def zoals_gezien(tekst: str) -> str:
    """Give the text with the signs that it seems to have."""
    return tekst if tekst.isascii() else tekst.translate(_SEEN)


def met_cijfers(folded: str) -> str:
    """Give a folded text with digits for the words of numbers, and for O, I and l in numbers."""
    read = _WORDS.sub(_digits, folded)
    read = _AS_DIGITS.sub(lambda match: match.group().translate(_DIGIT_FOR), read)
    read = _TIMES.sub(_repeated, read)
    return _BETWEEN_DIGITS.sub(lambda match: " " * len(match.group()), read)


def met_letters(folded: str) -> str:
    """Give a folded text with letters for the digits that stand within a word."""
    return _MIXED.sub(lambda match: match.group().translate(_LETTER_FOR), folded)


def bloot(folded: str) -> str:
    """Give a folded text without air."""
    return folded.replace(" ", "")


def _digits(match: re.Match[str]) -> str:
    word = match.group()
    return str(_IN_WORDS[word]).ljust(len(word))


def _repeated(match: re.Match[str]) -> str:
    times, digit = match.groups()
    return (digit * int(times)).ljust(len(match.group()))[: len(match.group())]
