"""The genogram as sentences: the same content for whoever listens, or reads rather than looks."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from vtdesk.values.genogram.gezin import (
    BandSoort,
    Figuur,
    Gezin,
    Huishouden,
    OuderSoort,
    Verbinding,
)
from vtdesk.values.genogram.letters import visible
from vtdesk.values.kinds import Geslacht
from vtdesk.values.tijd import volle_dag

_TOGETHER = {
    BandSoort.PARTNER: "zijn partners",
    BandSoort.APART: "zijn uit elkaar",
    BandSoort.GESCHEIDEN: "zijn gescheiden",
    BandSoort.ONBEKEND: "kennen elkaar. Of zij partners zijn, is niet bekend",
    BandSoort.BROER_ZUS: "zijn broers of zussen",
    BandSoort.NETWERK: "horen bij elkaars netwerk",
}
_KIND = {
    OuderSoort.BIOLOGISCH: "is een kind van",
    OuderSoort.ADOPTIE: "is geadopteerd door",
    OuderSoort.PLEEG: "is pleegkind van",
    OuderSoort.STIEF: "is stiefkind van",
}
_SIBLINGS = {
    frozenset({Geslacht.VROUW}): "zijn zussen",
    frozenset({Geslacht.MAN}): "zijn broers",
    frozenset({Geslacht.MAN, Geslacht.VROUW}): "zijn broer en zus",
}


def als_tekst(gezin: Gezin) -> tuple[str, ...]:
    """Tell a family in short sentences: people, children, couples, houses, then the layers."""
    return tuple(visible(sentence) for sentence in _sentences(gezin))


def _sentences(gezin: Gezin) -> Iterator[str]:
    if gezin.peildatum:
        yield f"Zo was het op {volle_dag(gezin.peildatum)}."
    people = {figuur.id: figuur for figuur in gezin.figuren}
    for figuur in gezin.figuren:
        yield person(figuur, central=figuur.id in gezin.centraal)
    for ouderschap in gezin.ouderschappen:
        ouders = _names(people, ouderschap.ouders)
        yield f"{people[ouderschap.kind].naam} {_KIND[ouderschap.soort]} {ouders}."
    for verbinding in gezin.verbindingen:
        yield _tie(people, verbinding)
    for huishouden in gezin.huishoudens:
        yield _house(people, huishouden)
    yield from _layers(gezin, people)


def person(figuur: Figuur, *, central: bool) -> str:
    """Say who somebody is; also what is heard at his symbol."""
    about = [regel for regel in figuur.regels if regel]
    if figuur.teken.isdigit():
        about.insert(0, f"{figuur.teken} jaar")
    if figuur.ongeboren:
        about.insert(0, "nog niet geboren")
    if figuur.verwacht:
        about.append(f"verwacht op {volle_dag(figuur.verwacht)}")
    if figuur.onbekend and not any(regel.startswith("niet ") for regel in figuur.regels):
        about.append("niet bekend of niet betrokken")
    if figuur.overleden and "overleden" not in about:
        about.append("overleden")
    sentence = ", ".join((figuur.naam, *dict.fromkeys(about))) + "."
    if central:
        sentence += " Om dit kind gaat het."
    if figuur.geheim_adres:
        sentence += " Het adres is geheim."
    return sentence


def _tie(people: dict[UUID, Figuur], tie: Verbinding) -> str:
    pair = (people[tie.een], people[tie.ander])
    words = _TOGETHER[tie.soort]
    if tie.soort is BandSoort.BROER_ZUS:
        words = _SIBLINGS.get(frozenset(figuur.geslacht for figuur in pair), words)
    periode = f" ({tie.periode})" if tie.periode else ""
    return f"{pair[0].naam} en {pair[1].naam} {words}{periode}."


def _house(people: dict[UUID, Figuur], huishouden: Huishouden) -> str:
    leden = _names(people, huishouden.leden)
    wonen = "wonen in één huis" if len(huishouden.leden) > 1 else "woont hier"
    periode = f" ({huishouden.periode})" if huishouden.periode else ""
    return f"{huishouden.naam}{periode}: {leden} {wonen}."


def _layers(gezin: Gezin, people: dict[UUID, Figuur]) -> Iterator[str]:
    for gezag in gezin.gezag:
        yield f"Gezag over {people[gezag.kind].naam}: {gezag.tekst}."
    for geweld in gezin.geweld:
        pair = f"van {people[geweld.van].naam} naar {people[geweld.naar].naam}"
        yield f"Geweld {pair}{_more(geweld.tekst, 'Geweld')}."
    for steun in gezin.steun:
        pair = f"{people[steun.van].naam} steunt {people[steun.naar].naam}"
        yield f"{pair}{_more(steun.tekst, 'Steun')}."
    for hulp in gezin.hulp:
        yield f"{hulp.organisatie} helpt {_names(people, hulp.bij)}."


def _more(tekst: str, usual: str) -> str:
    """Repeat a word at a line only when it tells more than the form of the line."""
    more = tekst.removeprefix(usual).lstrip(", ")
    return f" ({more})" if more else ""


def _names(people: dict[UUID, Figuur], ids: Iterable[UUID]) -> str:
    names = [people[one].naam for one in ids]
    return " en ".join(part for part in (", ".join(names[:-1]), names[-1]) if part) if names else ""
