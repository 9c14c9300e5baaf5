"""The letter that tells a receiver what is no longer right, in plain words and with 'u'."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from vtdesk.values.adreswacht import Wacht
from vtdesk.values.brief import Brief, Briefblok, BriefSoort, alinea, citaat, kop
from vtdesk.values.casuskinds import WijzigingSoort
from vtdesk.values.geheim import Geheim
from vtdesk.values.tekst import Uitspraakregel, plain
from vtdesk.values.tijd import korte_dag, volle_dag

WEGGELATEN = "[weggelaten]"
NIET_GENOEMD = "een bron die wij niet noemen"

_WAT = {
    WijzigingSoort.WEERLEGD: "weerlegd",
    WijzigingSoort.INGETROKKEN: "ingetrokken",
    WijzigingSoort.TEKST: "gewijzigd",
    WijzigingSoort.HERSTELD: "hersteld: zij geldt weer",
}
_VRAAG = {
    WijzigingSoort.WEERLEGD: "Haal deze zin weg, of zet erbij dat hij is weerlegd.",
    WijzigingSoort.INGETROKKEN: "Haal deze zin weg, of zet erbij dat hij is ingetrokken.",
    WijzigingSoort.TEKST: "Zet de nieuwe zin op de plaats van de oude.",
    WijzigingSoort.HERSTELD: "Gebruik deze zin weer zoals hij in het stuk staat.",
}


@dataclass(frozen=True, slots=True)
class Briefhoofd:
    """Who writes, to whom, about which casus and on which day."""

    organisatie: str
    afzender: str
    functie: str
    kenmerk: str
    ontvanger: str
    vandaag: date


@dataclass(frozen=True, slots=True)
class Aanleiding:
    """What this receiver holds, and what became of it."""

    soort: WijzigingSoort
    wanneer: date
    door: str
    reden: str
    stuk: str  # "Gespreksverslag van 12 mei 2026, versie 1"
    gekregen_op: date
    stond_er: Uitspraakregel | None  # as it stood in the copy; None: not to be named
    staat_er_nu: Uitspraakregel | None  # only of new words that this receiver may have
    conclusies: tuple[Uitspraakregel, ...]  # in the same document, and resting on it
    zonder_bron: frozenset[UUID] = frozenset()  # statements whose source is not named

    @property
    def noemt_zin(self) -> bool:
        """Tell whether the statement is named."""
        return self.stond_er is not None


def schrijf(hoofd: Briefhoofd, over: Aanleiding, geheim: Geheim, wacht: Wacht) -> Brief:
    """Write the letter; `geheim` covers values, and what `wacht` still finds is not quoted."""
    return Brief(
        organisatie=hoofd.organisatie,
        kenmerk=hoofd.kenmerk,
        ontvanger=hoofd.ontvanger,
        datum=volle_dag(hoofd.vandaag),
        onderwerp="Correctie van een stuk dat u van ons kreeg",
        blokken=tuple(_shielded(blok, geheim, wacht) for blok in _blocks(hoofd, over)),
        afzender=hoofd.afzender,
        functie=hoofd.functie,
    )


def _shielded(blok: Briefblok, geheim: Geheim, wacht: Wacht) -> Briefblok:
    covered = [geheim.bedekt(words, WEGGELATEN) for words in (blok.tekst, blok.onder)]
    if blok.soort is BriefSoort.CITAAT:
        covered = [WEGGELATEN if wacht.staat_in(words) else words for words in covered]
    return Briefblok(blok.soort, *covered)


def _blocks(hoofd: Briefhoofd, over: Aanleiding) -> Iterator[Briefblok]:
    yield alinea(f"Op {_dag(over.gekregen_op)} kreeg u van ons dit stuk: {over.stuk}.")
    yield alinea("Een deel daarvan klopt niet meer. In deze brief leest u wat.")
    yield kop("Wat er stond")
    yield from _what_stood_there(over)
    yield kop("Wat er nu bekend is")
    yield alinea(_what_became_of_it(over))
    if over.soort is WijzigingSoort.TEKST and over.noemt_zin:
        if over.staat_er_nu:
            yield alinea("Er staat nu:")
            yield citaat(plain(over.staat_er_nu), _source(over.staat_er_nu, over))
        else:
            yield alinea("De nieuwe zin staat niet in deze brief.")
    yield kop("Wat wij u vragen")
    yield alinea(_request(over))
    yield alinea("Gaf u het stuk door aan iemand anders? Vertel het dan ook daar.")
    yield alinea("Bewaar deze brief bij het stuk.")
    vraag = hoofd.afzender or "de afzender van deze brief"
    yield alinea(
        "U krijgt deze brief omdat u het stuk van ons kreeg (artikel 19 AVG). "
        f"Hebt u vragen? Neem dan contact op met {vraag}."
    )


def _what_stood_there(over: Aanleiding) -> Iterator[Briefblok]:
    if over.stond_er:
        yield citaat(plain(over.stond_er), _source(over.stond_er, over))
    elif not over.conclusies:
        yield alinea("Wij noemen de zin hier niet, om iemand te beschermen. Bel ons hierover.")
    if over.conclusies:
        meer = len(over.conclusies) > 1
        yield alinea(
            "Deze conclusies in het stuk steunen daarop:"
            if meer
            else "Deze conclusie in het stuk steunt daarop:"
        )
        for conclusie in over.conclusies:
            yield citaat(plain(conclusie), _source(conclusie, over))


def _what_became_of_it(over: Aanleiding) -> str:
    what = "Deze uitspraak" if over.noemt_zin else "De uitspraak waar het om gaat"
    door = f" door {over.door}" if over.door and over.soort is WijzigingSoort.WEERLEGD else ""
    zin = f"{what} is op {_dag(over.wanneer)} {_WAT[over.soort]}{door}."
    return f"{zin} De reden is: {_begin(over.reden)}" if over.reden else zin


def _request(over: Aanleiding) -> str:
    if over.noemt_zin:
        vraag = _VRAAG[over.soort]
        if over.soort is WijzigingSoort.TEKST and not over.staat_er_nu:
            vraag = "Haal deze zin weg, of zet erbij dat hij is gewijzigd."
        return f"{vraag} Gebruik ook de conclusie niet meer." if over.conclusies else vraag
    if over.conclusies:
        return "Gebruik de conclusie niet meer tot u van ons een nieuw stuk krijgt."
    return "Gebruik het stuk niet meer tot u ons hebt gesproken."


def _source(regel: Uitspraakregel, over: Aanleiding) -> str:
    if regel.id in over.zonder_bron:
        return NIET_GENOEMD
    bron = regel.bron
    via = f"gehoord van {bron.via}" if bron.via else ""
    when = _dag(regel.informatiedatum) if regel.informatiedatum else ""
    return ", ".join(filter(None, (bron.naam, bron.hoedanigheid, via, when)))


def _begin(reden: str) -> str:
    """End a reason as a sentence."""
    words = reden.strip()
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _dag(day: date) -> str:
    return f"{korte_dag(day)} {day.year}"
