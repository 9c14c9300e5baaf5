"""What stays behind, gathered into a list that the worker understands and a bystander does not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from uuid import UUID

from vtdesk.services.kop import opsomming
from vtdesk.services.uitgaand.bewaking import MELDER
from vtdesk.services.uitgaand.kring import Kring
from vtdesk.services.uitgaand.rows import Keuze, Weggelaten
from vtdesk.values.document import VerslagDocument
from vtdesk.values.kinds import Verificatie
from vtdesk.values.stukjes import Deel, Plek, Stukje
from vtdesk.values.tekst import Afspraakregel, Uitspraakregel
from vtdesk.values.tijd import korte_dag
from vtdesk.values.uitgaand import KeuzeSoort, WegReden

_SHORT = 12  # hexadecimal signs; an id within one document for one receiver
_DELEN = {
    Deel.KOP: "De kop van het stuk",
    Deel.AANWEZIG: "De kop van het stuk",
    Deel.BRIEF: "De aanhef",
    Deel.REDEN: "De reden van de correctie",
    Deel.TOELICHTING: "De toelichting aan het eind",
    Deel.REACTIE: "De reacties",
}
_TELWOORD = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")


@dataclass(frozen=True, slots=True)
class Vonnis:
    """One piece that stays behind, why, and about whom it is."""

    stukje: Stukje
    reden: WegReden
    wie: frozenset[UUID] = frozenset()
    van: str = ""  # the shielded fact that it would give away
    vast: bool = False
    alleen_vt: bool = False
    kaart: bool = False
    bescherming: bool = False
    titel: str = ""  # how the list calls it, when no other rule does


@dataclass(frozen=True, slots=True)
class Groep:
    """One line of the list, with the places it stands for."""

    regel: Weggelaten
    plekken: frozenset[Plek]


def groepen(
    vonnissen: Iterable[Vonnis], kring: Kring, document: VerslagDocument, keuzes: Iterable[Keuze]
) -> list[Groep]:
    """Gather what stays behind; a choice holds for the very words it was made about."""
    chosen = {one.onderwerp: one for one in keuzes if one.soort is KeuzeSoort.TONEN}
    titled = [(_titel(vonnis, kring), vonnis) for vonnis in vonnissen]
    order = {pair[0]: place for place, pair in reversed(list(enumerate(titled)))}
    titled.sort(key=lambda pair: (order[pair[0]], pair[1].reden))
    found = []
    for (titel, _), pairs in groupby(titled, key=lambda pair: (pair[0], pair[1].reden)):
        found.append(_groep(titel, [vonnis for _, vonnis in pairs], document, chosen))
    return found


def waar(plekken: Iterable[Plek], document: VerslagDocument) -> str:
    """Say where something stands: `Onderdeel 5 en 8`."""
    numbers = {one.sectie_id: one.nummer for one in document.onderdelen}
    seen = list(plekken)
    parts = sorted({numbers[one.naam] for one in seen if one.naam in numbers and _in_part(one)})
    other = dict.fromkeys(_DELEN[one.deel] for one in seen if one.deel in _DELEN)
    named = [f"Onderdeel {opsomming([str(number) for number in parts])}"] if parts else []
    return ", ".join([*named, *other])


def _in_part(plek: Plek) -> bool:
    return plek.deel in (Deel.SECTIE, Deel.NVT, Deel.LEEG)


def _groep(
    titel: str, vonnissen: list[Vonnis], document: VerslagDocument, chosen: dict[str, Keuze]
) -> Groep:
    first = vonnissen[0]
    key = _sleutel(vonnissen)
    keuze = None if first.vast else chosen.get(key)
    return Groep(
        Weggelaten(
            id=key,
            titel=titel,
            waar=", ".join(
                filter(None, (waar((v.stukje.plek for v in vonnissen), document), _wat(vonnissen)))
            ),
            reden=first.reden,
            aan=keuze is None,
            vast=first.vast,
            gekozen_reden=keuze.reden if keuze else "",
            zinnen=tuple(_zin(vonnis.stukje) for vonnis in vonnissen),
        ),
        frozenset(vonnis.stukje.plek for vonnis in vonnissen),
    )


def _zin(stukje: Stukje) -> str:
    """Give what a piece says on one line, of a statement with its source."""
    return " · ".join(stukje.tekst.split("\n"))


def _sleutel(vonnissen: list[Vonnis]) -> str:
    """Name a group by its very words, so that a choice never holds for other words."""
    digest = sha256()
    for vonnis in vonnissen:
        digest.update(f"{vonnis.reden}\0{vonnis.stukje.plek}\0{vonnis.stukje.tekst}\0".encode())
        digest.update(f"{sorted(map(str, vonnis.wie))}\0{vonnis.alleen_vt}\0".encode())
        if isinstance(blok := vonnis.stukje.blok, Uitspraakregel):
            not_for = sorted(map(str, blok.niet_voor))
            digest.update(f"{blok.zichtbaarheid}\0{not_for}\0".encode())
    return f"weg:{digest.hexdigest()[:_SHORT]}"


def _wat(vonnissen: list[Vonnis]) -> str:
    """Say what it is: a statement that was refuted, or how many sentences."""
    first = vonnissen[0].stukje.blok
    if len(vonnissen) == 1 and isinstance(first, Uitspraakregel):
        if first.verificatie in (Verificatie.WEERLEGD, Verificatie.INGETROKKEN):
            return f"is {first.verificatie.value}"
        return "van horen zeggen" if first.bron.van_horen_zeggen else ""
    if all(isinstance(v.stukje.blok, Afspraakregel) for v in vonnissen):
        return _aantal(len(vonnissen), "afspraak", "afspraken")
    if not any(_in_part(vonnis.stukje.plek) for vonnis in vonnissen):
        return ""
    return _aantal(len(vonnissen), "zin", "zinnen")


def _aantal(count: int, one: str, more: str) -> str:
    word = _TELWOORD[count] if count < len(_TELWOORD) else str(count)
    return f"{word} {one if count == 1 else more}"


def _titel(vonnis: Vonnis, kring: Kring) -> str:
    if vonnis.reden is WegReden.MELDER or vonnis.van == MELDER:
        return "Wat zegt wie meldde"
    if vonnis.van:
        return f"Wat {vonnis.van} verraadt"
    if vonnis.titel:
        return vonnis.titel
    if vonnis.kaart or vonnis.bescherming:
        return "De noodkaart" if vonnis.kaart else "Hoe iemand wordt beschermd"
    blok = vonnis.stukje.blok
    if isinstance(blok, Uitspraakregel):
        return _van_uitspraak(blok, vonnis, kring)
    return _van_anderen(vonnis, _namen(vonnis.wie, kring))


def _van_anderen(vonnis: Vonnis, who: str) -> str:
    whose = who or "anderen"
    if isinstance(vonnis.stukje.blok, Afspraakregel):
        return f"Afspraken van {whose}"
    if vonnis.stukje.plek.deel is Deel.AANWEZIG:
        return f"Dat {vonnis.stukje.plek.naam} erbij was"  # who is named beside it was not
    if vonnis.stukje.plek.deel is Deel.REACTIE:
        return f"De reactie van {vonnis.stukje.plek.naam}"
    if vonnis.reden is WegReden.MEDISCH:
        return f"Medische gegevens van {who}" if who else "Medische gegevens"
    return f"Wat over {whose} is geschreven"


def _van_uitspraak(regel: Uitspraakregel, vonnis: Vonnis, kring: Kring) -> str:
    source = kring.mensen.get(regel.bron.persoon_id) if regel.bron.persoon_id else None
    said = f"Wat {source.naam} zei" if source else "Een uitspraak"
    who = _namen(vonnis.wie - {regel.bron.persoon_id}, kring)
    about = f" over {who}" if who else ""
    day = f" op {korte_dag(regel.informatiedatum)}" if regel.informatiedatum else ""
    only = ", alleen voor Veilig Thuis" if vonnis.alleen_vt else ""
    return f"{said}{about}{day}{only}"


def _namen(wie: Iterable[UUID], kring: Kring) -> str:
    return opsomming(sorted(kring.naam(one) for one in wie))


def aantekeningen(plekken: Iterable[Plek], document: VerslagDocument) -> Iterator[Weggelaten]:
    """List the notes to oneself, which are never on paper."""
    found = list(plekken)
    if found:
        what = "Staat" if len(found) == 1 else "Staan"
        yield Weggelaten(
            id="weg:werkaantekening",
            titel="Werkaantekening" if len(found) == 1 else "Werkaantekeningen",
            waar=f"{waar(found, document)}, {what.lower()} nooit op papier",
            reden=WegReden.WERKAANTEKENING,
            aan=True,
            vast=True,
        )
