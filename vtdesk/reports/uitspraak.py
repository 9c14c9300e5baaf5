"""A statement on paper: its letter, its words, and under it where it comes from."""

from collections.abc import Sized
from uuid import UUID

from reportlab.platypus import Flowable

from vtdesk.reports.layout import BRON, UITSPRAAK, VET
from vtdesk.reports.letters import WORDS, box_marker
from vtdesk.reports.opmaak import Namen, Opmaak
from vtdesk.reports.structure import Element
from vtdesk.reports.stukken import Stuk, own_words, paragraph, stuk
from vtdesk.reports.tagged import Together
from vtdesk.values.kinds import Letter, Verificatie, Zichtbaarheid
from vtdesk.values.tekst import Uitspraakregel
from vtdesk.values.tijd import korte_dag

_VOORAF = {Verificatie.WEERLEGD: "Weerlegd: ", Verificatie.INGETROKKEN: "Ingetrokken: "}
_VERIFICATIE = {
    Verificatie.ONBEVESTIGD: "niet bevestigd",
    Verificatie.BEVESTIGD: "bevestigd",
    Verificatie.TEGENGESPROKEN: "tegengesproken",
    Verificatie.WEERLEGD: "weerlegd",
    Verificatie.INGETROKKEN: "ingetrokken",
    Verificatie.NIET_TE_VERIFIEREN: "niet te verifiëren",
}
_GEDACHT = frozenset({Letter.MENING, Letter.DUIDING, Letter.HYPOTHESE})


def uitspraak(regel: Uitspraakregel, parent: Element, opmaak: Opmaak) -> Flowable:
    """Set a statement with its letter in the margin and its source below."""
    item = parent.add("LI")
    label = item.add("Lbl", expansion=WORDS[regel.letter]).say(regel.letter.value)
    body = item.add("LBody")
    vooraf = [Stuk(_VOORAF[regel.verificatie], VET)] if regel.verificatie in _VOORAF else []
    words = own_words(regel.runs) if opmaak.onderdeel.letterlijk else map(stuk, regel.runs)
    style = opmaak.maat.stijl(UITSPRAAK)
    line = paragraph(style, body.add("P"), [*vooraf, *words])
    line.marker = box_marker(regel.letter, label, font_size=style.fontSize)
    source = _bronregel(regel, opmaak.namen)
    return Together(line, paragraph(opmaak.maat.stijl(BRON), body.add("P"), source))


def _bronregel(regel: Uitspraakregel, namen: Namen) -> list[Stuk]:
    """Say where a statement comes from, what became of it, and who may not read it."""
    bron = regel.bron
    delen = [", ".join(filter(None, (bron.naam, bron.hoedanigheid))) or "bron niet genoemd"]
    if regel.informatiedatum:
        delen.append(f"{korte_dag(regel.informatiedatum)} {regel.informatiedatum.year}")
    if bron.van_horen_zeggen:
        delen.append(f"van horen zeggen, via {bron.via}")
    if regel.steunt_op:
        delen.append(f"steunt op {_aantal(regel.steunt_op, 'uitspraak', 'uitspraken')}")
    delen += _verificatie(regel)
    stukken = [Stuk(" · ".join(delen))]
    if beperking := _beperking(regel, namen):
        stukken.append(Stuk(f" · {beperking}", VET))
    return stukken


def _verificatie(regel: Uitspraakregel) -> list[str]:
    """Tell what became of it; a thought, or what the writer saw, waits for no confirmation."""
    onbevestigd = regel.verificatie is Verificatie.ONBEVESTIGD
    if onbevestigd and (regel.letter in _GEDACHT or regel.bron.is_eigen_waarneming):
        return []
    door = f" door {regel.verificatie_door}" if regel.verificatie_door and not onbevestigd else ""
    return [_VERIFICATIE[regel.verificatie] + door]


def _beperking(regel: Uitspraakregel, namen: Namen) -> str:
    match regel.zichtbaarheid:
        case Zichtbaarheid.IEDEREEN:
            return ""
        case Zichtbaarheid.ALLEEN_VT:
            return "Alleen Veilig Thuis"
        case Zichtbaarheid.NIET_VOOR:
            return _niet_voor(regel.niet_voor, namen)


def _niet_voor(personen: tuple[UUID, ...], namen: Namen) -> str:
    """Name who may not read it; those whom this paper does not name are counted."""
    bekend = [namen[persoon] for persoon in personen if persoon in namen]
    anderen = [persoon for persoon in personen if persoon not in namen]
    if not bekend:
        return f"Niet voor {_aantal(anderen, 'persoon', 'personen')}"
    rest = [_aantal(anderen, "ander", "anderen")] if anderen else []
    return f"Niet voor: {', '.join(bekend + rest)}"


def _aantal(items: Sized, enkelvoud: str, meervoud: str) -> str:
    return f"{len(items)} {enkelvoud if len(items) == 1 else meervoud}"
