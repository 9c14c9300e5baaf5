"""Taalwacht: words that judge where a verslag should describe, and what could stand instead."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from vtdesk.errors import UserError
from vtdesk.values.kinds import Letter
from vtdesk.values.regelrij import Rij, read_toml
from vtdesk.values.tekst import (
    Afspraakregel,
    Blok,
    Tabelrij,
    Uitspraakregel,
    Werkaantekening,
    plain,
)
from vtdesk.values.vouwen import Woord, vouw, woorden_met_plaats

BESTAND = "taalwacht.toml"
MOST_FORMS = 20
_OWN_VIEW = frozenset({Letter.DUIDING, Letter.HYPOTHESE})  # the words of the writer, always
_SCARE = 2  # so many words between marks in one's own view are no quotation
_WORD = re.compile(r"[a-z0-9]+")
_QUOTE = re.compile(
    r"[“„][^”“\n]*(?:[”“]|$)|\"[^\"\n]*(?:\"|$)|«[^»\n]*(?:»|$)"
    r"|(?<![^\s(\[])[‘'](?!(?:s|t|n|k|m|r|ns|ie)\b)[^\n]*?(?:[’'](?!\w)|$)",
    re.IGNORECASE,
)

_MELDING = re.compile(r"Melding [^\n]{1,60} van \d{1,2} \w+")  # as a new verslag begins with one

Stukken = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Taalregel:
    """One loaded word in all its forms; the first form names it."""

    woorden: tuple[str, ...]
    liever: tuple[str, ...]  # what may be put in its place, and what to ask oneself
    waarom: str
    bron: str = ""
    vanaf: date | None = None  # since when it stands in the list

    @property
    def id(self) -> str:
        """Name the word by its first form."""
        return self.woorden[0]


@dataclass(frozen=True, slots=True)
class Treffer:
    """A loaded word in a text, and what could stand there instead."""

    begin: int
    einde: int
    woord: str
    liever: tuple[str, ...]
    waarom: str

    @property
    def vervangers(self) -> tuple[str, ...]:
        """Give the words that may be put in its place as they are."""
        return tuple(one for one in self.liever if not _is_vraag(one))

    @property
    def vragen(self) -> tuple[str, ...]:
        """Give what only the writer can answer: it never comes in a text by itself."""
        return tuple(one for one in self.liever if _is_vraag(one))


@dataclass(frozen=True)
class Taalboek:
    """The list, ready to be looked up by first word."""

    regels: tuple[Taalregel, ...]
    _by_first: Mapping[str, list[tuple[tuple[str, ...], Taalregel]]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        found: dict[str, list[tuple[tuple[str, ...], Taalregel]]] = {}
        for regel in self.regels:
            for form in regel.woorden:
                words = tuple(vouw(form).split())
                found.setdefault(words[0], []).append((words, regel))
        for forms in found.values():
            forms.sort(key=lambda form: -len(form[0]))  # the longest phrase wins
        object.__setattr__(self, "_by_first", found)

    def treffers(self, tekst: str, stil: Stukken = ()) -> list[Treffer]:
        """Find the loaded words in a text, but for what is said in pieces that are left alone."""
        return [one for one in self._all(tekst) if not _inside(one, stil)]

    def _all(self, tekst: str) -> Iterator[Treffer]:
        words = _woorden(tekst)
        if not any(word.gevouwen in self._by_first for word in words):
            return
        folded = [word.gevouwen for word in words]
        place = 0
        while place < len(words):
            step = 1
            for form, regel in self._by_first.get(folded[place], ()):
                if tuple(folded[place : place + len(form)]) == form:
                    begin, einde = words[place].begin, words[place + len(form) - 1].einde
                    yield Treffer(begin, einde, tekst[begin:einde], regel.liever, regel.waarom)
                    step = len(form)
                    break
            place += step


def _woorden(tekst: str) -> list[Woord]:
    """List the words with their places; the short way where a line has only plain letters."""
    if tekst.isascii() and "'" not in tekst and "`" not in tekst:
        return [Woord(one.start(), one.end(), one[0]) for one in _WORD.finditer(tekst.lower())]
    return woorden_met_plaats(tekst)


def citaten(tekst: str, letter: Letter | None = None) -> Stukken:
    """Give what stands between quotation marks: the words of another, never the writer's own.

    In a duiding or hypothese a word or two between marks is still what the writer means.
    """
    found = [match.span() for match in _QUOTE.finditer(tekst)]
    if letter in _OWN_VIEW:
        found = [(b, e) for b, e in found if len(tekst[b:e].split()) > _SCARE]
    return tuple(found)


def van_een_ander(tekst: str, regel: Uitspraakregel | None) -> bool:
    """Tell whether a line gives what another said or wrote: a statement, or a melding."""
    if regel is None:
        return bool(_MELDING.match(tekst))
    named = bool(regel.bron.naam.strip()) and not regel.bron.is_eigen_waarneming
    return named and regel.letter not in _OWN_VIEW


def in_blok(boek: Taalboek, blok: Blok) -> list[Treffer]:
    """Find the loaded words that the writer chose; not in a quotation, nor in a child's words.

    A note to oneself never comes on paper, so nothing is said of it.
    """
    if isinstance(blok, Werkaantekening) or van_een_ander(
        plain(blok), blok if isinstance(blok, Uitspraakregel) else None
    ):
        return []
    if isinstance(blok, Afspraakregel):
        return _in_cells(boek, (blok.wie, blok.wat, blok.wanneer, blok.anders))
    if isinstance(blok, Tabelrij):
        return _in_cells(boek, blok.cellen)
    tekst, letterlijk, place = "", list[tuple[int, int]](), 0
    for run in blok.runs:
        tekst += run.tekst
        if run.cursief:
            letterlijk.append((place, len(tekst)))
        place = len(tekst)
    letter = blok.letter if isinstance(blok, Uitspraakregel) else None
    return boek.treffers(tekst, (*letterlijk, *citaten(tekst, letter)))


def read_taalregels(text: str, bestand: str = BESTAND) -> tuple[Taalregel, ...]:
    """Read the list; a mistake is named with its place."""
    file = read_toml(text, bestand)
    found = tuple(_regel(row) for row in file.rows("woord", "regel", "woorden"))
    file.end()
    return found


def eigen_regel(woorden: str, liever: str, waarom: str, *, bron: str, vanaf: date) -> Taalregel:
    """Make a rule of the office from what was typed: words with commas between them."""
    forms, instead = _parted(woorden), _parted(liever, ";")
    if not forms:
        raise UserError("Vul het woord in waar Taalwacht op moet letten.")
    if not all(vouw(form).strip() for form in forms) or len(forms) > MOST_FORMS:
        raise UserError("Vul gewone woorden in, met een komma ertussen, en niet meer dan twintig.")
    if not instead:
        raise UserError("Schrijf op wat er beter kan staan. Anders helpt Taalwacht niet verder.")
    if not waarom.strip():
        raise UserError("Schrijf in één zin op waarom dit woord beter niet in een verslag staat.")
    return Taalregel(forms, instead, waarom.strip(), bron.strip(), vanaf)


def samen(vast: Iterable[Taalregel], eigen: Iterable[Taalregel], uit: Iterable[str]) -> Taalboek:
    """Join the list of vtdesk with that of the office; its own rule goes before."""
    own = {regel.id: regel for regel in eigen}
    gone = {*uit, *own}
    return Taalboek((*(regel for regel in vast if regel.id not in gone), *own.values()))


def _regel(row: Rij) -> Taalregel:
    made = Taalregel(
        row.texts("woorden"), row.texts("liever"), row.text("waarom"), row.text("bron"),
        row.day("vanaf"),
    )  # fmt: skip
    if not made.liever or not made.woorden or not all(vouw(one).strip() for one in made.woorden):
        raise row.wrong("'woorden' en 'liever' moeten gevuld zijn.")
    row.end()
    return made


def _is_vraag(words: str) -> bool:
    return words.endswith("?") or "…" in words


def _in_cells(boek: Taalboek, cells: Iterable[str]) -> list[Treffer]:
    return [one for cell in cells for one in boek.treffers(cell, citaten(cell))]


def _inside(treffer: Treffer, stukken: Stukken) -> bool:
    return any(begin <= treffer.begin < einde for begin, einde in stukken)


def _parted(words: str, mark: str = ",") -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(one.split()) for one in words.split(mark) if one.strip()))
