"""Makes plain paragraphs of pasted HTML; pictures, links, colours and scripts are lost.

Only nh3 and a parser of our own see the source: nothing here can open a file or a connection.
"""

import re
from html import unescape
from html.parser import HTMLParser

import nh3
from typing_extensions import override

from vtdesk.values.tekst import Alinea, Lijstpunt, Run

MAX_SIZE = 8 * 1024 * 1024
MAX_TIDY = 512 * 1024  # what is larger, or strange, is read for its words alone
MAX_DEPTH = 100
MAX_REFERENCES = 20_000  # nh3 takes quadratic time over the `&` signs of one text

CleanBlok = Alinea | Lijstpunt

_BOLD, _ITALIC = frozenset({"b", "strong", "th"}), frozenset({"i", "em"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {"p", "div", "blockquote", "pre", "tr", "ul", "ol", "li", "table"}
_CELLS = frozenset({"td", "th"})
_TAGS = _BOLD | _ITALIC | _BLOCKS | _CELLS | {"br", "tbody", "thead"}
_SILENT = {"script", "style", "title", "head", "noscript", "iframe", "object", "svg", "math"}
_UNREAD = {"script", "style", "title"}
_COMMENT = "!--"
# These close themselves, so that leaving them open makes no depth.
_FLAT = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
    | {"track", "wbr", "p", "li", "td", "tr", "th", "dd", "dt", "option"}
    | {"tbody", "thead", "tfoot", "colgroup"}
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_SPACE = re.compile(r"[ \t\r\n\f]+")


def clean(source: bytes | str) -> tuple[CleanBlok, ...]:
    """Give the paragraphs and list points of HTML; nothing of what is too large."""
    if len(source) > MAX_SIZE:
        return ()
    data = source if isinstance(source, bytes) else source.encode("utf-8", "replace")
    text = data.decode("utf-8", "replace")  # half of a pair that makes one sign is no sign
    if len(text) > MAX_TIDY or text.count("&") > MAX_REFERENCES or _depth(text) > MAX_DEPTH:
        return words_of(text)
    safe = nh3.clean(text, tags=set(_TAGS), attributes={}, clean_content_tags=_SILENT)
    reader = _Reader()
    reader.feed(safe)
    reader.close()
    return tuple(reader.blokken)


def _depth(text: str) -> int:
    """Count how deep tags are nested, before a parser that walks the depth sees them."""
    deepest = depth = 0
    for closing, name in _TAG.findall(text):
        if name.lower() not in _FLAT:
            depth = max(0, depth - 1) if closing else depth + 1
            deepest = max(deepest, depth)
    return deepest


def words_of(text: str) -> tuple[CleanBlok, ...]:
    """Give only the words, a paragraph for each block; one walk, whatever the source is made of."""
    before, *pieces = text.split("<")
    lines, silent = [[before]], ""
    for piece in pieces:
        tag, _, words = piece.partition(">")
        name = tag.lstrip("/").split(None, 1)[0].rstrip("/").lower() if tag.strip("/ ") else ""
        if silent == _COMMENT or (not silent and tag.startswith(_COMMENT)):
            _, end, words = piece.partition("-->")
            name, silent = "", "" if end else _COMMENT
        elif silent:
            silent = "" if tag.startswith("/") and name == silent else silent
        elif name in _UNREAD and not tag.startswith("/"):
            silent = name
        elif not _is_tag(tag):
            words = f"<{piece}"
        if name in _BLOCKS or name == "br":
            lines.append([])
        if not silent:
            lines[-1].append(words)
    tidy = (_SPACE.sub(" ", unescape("".join(line))).strip() for line in lines)
    return tuple(Alinea((Run(line),)) for line in tidy if line)


def _is_tag(tag: str) -> bool:
    """Tell whether what stands behind `<` is a tag, and no sum or arrow in the words."""
    return tag[:1].isalpha() or tag[:1] in {"/", "!", "?"}


class _Reader(HTMLParser):
    """Collects blocks from HTML that nh3 has made well-formed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blokken: list[CleanBlok] = []
        self._runs: list[Run] = []
        self._open: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._end_block()
        if tag == "br":
            self._runs.append(Run("\n"))
        else:
            self._open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_block()
        if tag in _CELLS:
            self._runs.append(Run(" "))
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    @override
    def handle_data(self, data: str) -> None:
        words = data if "pre" in self._open else _SPACE.sub(" ", data)
        here = frozenset(self._open)
        self._runs.append(Run(words, vet=bool(here & _BOLD), cursief=bool(here & _ITALIC)))

    @override
    def close(self) -> None:
        super().close()
        self._end_block()

    def _end_block(self) -> None:
        runs = _tidy(self._runs)
        self._runs = []
        if not runs:
            return
        lists = [tag for tag in self._open if tag in {"ul", "ol"}]
        if lists and "li" in self._open:
            self.blokken.append(Lijstpunt(runs, genummerd=lists[-1] == "ol"))
        else:
            self.blokken.append(Alinea(runs))


def _tidy(runs: list[Run]) -> tuple[Run, ...]:
    """Join neighbours in one style, and take the air from both ends."""
    found: list[Run] = []
    for run in runs:
        words = run.tekst
        if not found or found[-1].tekst.endswith((" ", "\n")):
            words = words.lstrip(" ") if "\n" not in words else words
        if found and (found[-1].vet, found[-1].cursief) == (run.vet, run.cursief):
            found[-1] = Run(found[-1].tekst + words, run.vet, run.cursief)
        elif words:
            found.append(Run(words, run.vet, run.cursief))
    return _stripped(found)


def _stripped(runs: list[Run]) -> tuple[Run, ...]:
    if runs:
        runs[0] = Run(runs[0].tekst.lstrip(), runs[0].vet, runs[0].cursief)
        runs[-1] = Run(runs[-1].tekst.rstrip(), runs[-1].vet, runs[-1].cursief)
    return tuple(run for run in runs if run.tekst)
