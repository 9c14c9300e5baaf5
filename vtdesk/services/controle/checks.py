"""What still stands between a draft and its being final: rules that must hold, and questions."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from vtdesk.services.controle.open import is_af, open_punten
from vtdesk.services.controle.punt import Punt
from vtdesk.services.ganaar import folded
from vtdesk.services.tekens import niet_op_papier
from vtdesk.values.kinds import Letter
from vtdesk.values.sjabloon import Controlesoort, Per, Sjabloon, SjabloonSectie
from vtdesk.values.tekst import (
    Afspraakregel,
    Blok,
    Sectie,
    Tabelrij,
    Tekst,
    Uitspraakregel,
    Werkaantekening,
    is_geschreven,
    is_kop,
    plain,
)

NIETS = Tekst()
ONLY_BEGUN = "zegt nog alleen wat vtdesk invulde"
_KIND = "kind"  # the part of a gespreksverslag about the children
MOST_SIGNS = 8  # in one line; who pastes a whole foreign sentence sees enough of it


@dataclass(frozen=True, slots=True)
class Betrokken:
    """A person of the casus as the checks see it."""

    id: UUID
    voornaam: str
    is_kind: bool


def controleer(
    tekst: Tekst, sjabloon: Sjabloon, personen: list[Betrokken], begin: Tekst = NIETS
) -> list[Punt]:
    """Run the checks of this kind; each gives at least one line, also when all is well.

    `begin` is the text it began with, of which nobody said yet that it is right.
    """
    asked = frozenset(sjabloon.controles)
    return [
        *(_kinderen(tekst, sjabloon, personen) if Controlesoort.KINDEREN in asked else ()),
        *_bronnen(tekst),
        *(_wederhoor(tekst, personen) if Controlesoort.WEDERHOOR in asked else ()),
        *(_afspraken(tekst, sjabloon) if Controlesoort.AFSPRAKEN in asked else ()),
        *_duidingen(tekst),
        *_leeg(tekst, sjabloon, begin),
        *_tekens(tekst),
    ]


def _kinderen(tekst: Tekst, sjabloon: Sjabloon, personen: list[Betrokken]) -> Iterator[Punt]:
    """The child comes first: each child is named, or is the subject or source of a statement."""
    words = " ".join(_said(tekst, frozenset(folded(p.voornaam) for p in personen if p.is_kind)))
    shown = {i for u in tekst.uitspraken() for i in (*u.over, u.bron.persoon_id) if i}
    children = [p for p in personen if p.is_kind]
    missing = [p for p in children if p.id not in shown and folded(p.voornaam) not in words]
    for kind in missing:
        yield Punt(f"kind/{kind.id}", f"{kind.voornaam} is niet genoemd", klaar=False,
                   sectie_id=_where_children_stand(sjabloon))  # fmt: skip
    if children and not missing:
        yield Punt("kinderen", "Alle kinderen genoemd", klaar=True)


def _said(tekst: Tekst, namen: frozenset[str]) -> Iterator[str]:
    """Give what is written, with the heading over it; a heading over nothing names nobody."""
    for sectie in tekst.secties:
        above = ""
        for blok in sectie.blokken:
            words = folded(plain(blok)).strip()
            if is_kop(blok) or words.rstrip(" :.") in namen:
                above = words
            elif is_geschreven(blok) and not isinstance(blok, Werkaantekening):
                yield f"{above} {words}"


def _where_children_stand(sjabloon: Sjabloon) -> str:
    """Give the part about the children, or the first one where a kind has none."""
    about = (s.id for s in sjabloon.secties if s.per == Per.KIND or s.id == _KIND)
    return next(about, sjabloon.secties[0].id)


def _bronnen(tekst: Tekst) -> Iterator[Punt]:
    """No statement without a source (NJi guidance on fact-finding, rule 1), or without words."""
    bare = [(s, u) for s, u in _with_section(tekst) if not u.bron.naam.strip()]
    yield from _forbidden("bron", "Uitspraak zonder bron", bare)
    empty = [(s, u) for s, u in _with_section(tekst) if not plain(u).strip()]
    yield from _forbidden("leeg", "Uitspraak zonder woorden", empty)
    if not bare:
        yield Punt("bronnen", "Bron bij elke uitspraak", klaar=True)


def _wederhoor(tekst: Tekst, personen: list[Betrokken]) -> Iterator[Punt]:
    """A claim about an adult asks for that adult's own words in the same verslag."""
    speaking = {u.bron.persoon_id for u in tekst.uitspraken()}
    names = {p.id: p.voornaam for p in personen if not p.is_kind}
    claims = (Letter.VERKLARING, Letter.MENING)
    gaps = {
        (over, sectie_id)
        for sectie_id, u in _with_section(tekst)
        if u.letter in claims
        for over in u.over
        if over in names and over != u.bron.persoon_id and over not in speaking
    }
    for over, sectie_id in sorted(gaps, key=lambda gap: names[gap[0]]):
        yield Punt(f"wederhoor/{over}", f"{names[over]} heeft hier nog niet op gereageerd",
                   klaar=False, sectie_id=sectie_id)  # fmt: skip
    if not gaps:
        yield Punt("wederhoor", "Wederhoor gedaan", klaar=True)


def _afspraken(tekst: Tekst, sjabloon: Sjabloon) -> Iterator[Punt]:
    """An afspraak nobody does, or nobody knows when, cannot be checked later."""
    open_ones = [
        (sectie.id, place)
        for sectie in tekst.secties
        for place, blok in enumerate(sectie.blokken)
        if _is_loose(blok, sjabloon.sectie(sectie.id).kolommen)
    ]
    for sectie_id, place in open_ones:
        yield Punt(f"afspraak/{sectie_id}/{place}", "Afspraak zonder wie of wanneer",
                   klaar=False, sectie_id=sectie_id)  # fmt: skip
    if not open_ones:
        yield Punt("afspraken", "Afspraken met wie en wanneer", klaar=True)


def _is_loose(blok: Blok, kolommen: tuple[str, ...]) -> bool:
    """Tell whether a row says what is to be done, and not by whom or when."""
    if isinstance(blok, Afspraakregel):
        return bool(plain(blok)) and not (blok.wie.strip() and blok.wanneer.strip())
    if not isinstance(blok, Tabelrij) or not plain(blok).strip():
        return False
    heads = [head.casefold() for head in kolommen]
    if not {"wie", "wanneer"} <= set(heads):
        return False
    filled = dict(zip(heads, blok.cellen, strict=False))
    return not (filled.get("wie", "").strip() and filled.get("wanneer", "").strip())


def _duidingen(tekst: Tekst) -> Iterator[Punt]:
    """Every duiding rests on at least one feit or verklaring."""
    ground = {u.id for u in tekst.uitspraken() if u.letter in (Letter.FEIT, Letter.VERKLARING)}
    loose = [
        (sectie_id, u)
        for sectie_id, u in _with_section(tekst)
        if u.letter is Letter.DUIDING and not ground.intersection(u.steunt_op)
    ]
    yield from _forbidden("duiding", "Duiding steunt nergens op", loose)
    if not loose:
        yield Punt("duidingen", "Elke duiding steunt op een feit of verklaring", klaar=True)


def _leeg(tekst: Tekst, sjabloon: Sjabloon, begin: Tekst) -> Iterator[Punt]:
    """A part that must be there is written, or says why it does not apply."""
    found = [*_lege_delen(tekst, sjabloon, begin), *open_punten(tekst, sjabloon)]
    yield from found
    if not found:
        yield Punt("onderdelen", "Geen lege onderdelen", klaar=True)


def _lege_delen(tekst: Tekst, sjabloon: Sjabloon, begin: Tekst) -> Iterator[Punt]:
    begun = {sectie.id: frozenset(map(plain, sectie.blokken)) for sectie in begin.secties}
    for sectie in tekst.secties:
        about = sjabloon.sectie(sectie.id)
        is_empty = _is_empty(sectie, about)
        only_begun = about.zelf and _is_empty(sectie, about, begun.get(sectie.id, frozenset()))
        if not (is_empty or only_begun):
            continue
        what = "is leeg" if sectie.is_leeg else "is nog niet af" if is_empty else ONLY_BEGUN
        yield Punt(
            f"{'leeg' if sectie.is_leeg else 'half'}/{sectie.id}",
            f"Onderdeel {sjabloon.nummer(sectie.id)} {about.kop} {what}",
            klaar=False,
            moet=about.verplicht,
            sectie_id=sectie.id,
        )


def _tekens(tekst: Tekst) -> Iterator[Punt]:
    """A sign that paper does not have is printed as a box: one should know before it is final."""
    found = [(sectie.id, niet_op_papier(gedrukt(sectie))) for sectie in tekst.secties]
    odd = [(sectie_id, signs) for sectie_id, signs in found if signs]
    for sectie_id, signs in odd:
        shown = " ".join(signs[:MOST_SIGNS])
        yield Punt(f"tekens/{sectie_id}", f"Dit staat op papier als een vakje: {shown}",
                   klaar=False, sectie_id=sectie_id)  # fmt: skip
    if not odd:
        yield Punt("tekens", "Alle tekens kunnen op papier", klaar=True)


def gedrukt(sectie: Sectie) -> str:
    """Give all words of a section that come on paper."""
    words = [sectie.nvt]
    for blok in sectie.blokken:
        if not isinstance(blok, Werkaantekening):
            words.append(plain(blok))
        if isinstance(blok, Uitspraakregel):
            words += [blok.bron.naam, blok.bron.hoedanigheid, blok.bron.via, blok.verificatie_door]
    return "\n".join(words)


def _is_empty(sectie: Sectie, about: SjabloonSectie, begun: frozenset[str] = frozenset()) -> bool:
    """Heads, notes, rows of one cell and points nobody filled in do not count as written.

    Nor do the lines it began with; a statement does, for somebody wrote that one down.
    """
    velden = {veld.strip() for veld in about.velden}
    return not sectie.nvt and not any(
        is_af(blok)
        and plain(blok).strip() not in velden
        and (isinstance(blok, Uitspraakregel) or plain(blok) not in begun)
        for blok in sectie.blokken
    )


def _forbidden(check: str, what: str, found: list[tuple[str, Uitspraakregel]]) -> Iterator[Punt]:
    """Name each statement that stands in the way until it is solved."""
    for sectie_id, uitspraak in found:
        yield Punt(
            f"{check}/{uitspraak.id}",
            f"{what}: {_begin(uitspraak)}".removesuffix(": "),
            klaar=False,
            moet=True,
            sectie_id=sectie_id,
            uitspraak_id=uitspraak.id,
        )


def _with_section(tekst: Tekst) -> Iterator[tuple[str, Uitspraakregel]]:
    for sectie in tekst.secties:
        for blok in sectie.blokken:
            if isinstance(blok, Uitspraakregel):
                yield sectie.id, blok


def _begin(uitspraak: Uitspraakregel) -> str:
    text = plain(uitspraak)
    return text if len(text) <= 40 else f"{text[:38].rstrip()}…"  # noqa: PLR2004 (fits a line)
