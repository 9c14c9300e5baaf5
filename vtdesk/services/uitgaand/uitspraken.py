"""Whether a statement may go to one of the family: who said it, whom it is about, and what it says.

A statement knows its people by id: `bron` and `over` decide first, then the people its words and
its source line name. What the reader said stays the reader's, but for a child without gezag.
"""

from uuid import UUID

from vtdesk.services.uitgaand.duiding import duidt_op_ander, duidt_verder, is_ik, is_verzwegen
from vtdesk.services.uitgaand.lezer import Lezer, toevoeging
from vtdesk.services.uitgaand.stemmen import Stem, is_omgeving_over, stem
from vtdesk.services.uitgaand.titels import Vonnis
from vtdesk.values.kinds import Zichtbaarheid
from vtdesk.values.stukjes import Stukje
from vtdesk.values.tekst import Uitspraakregel, plain
from vtdesk.values.uitgaand import WegReden
from vtdesk.values.vouwen import woorden

_ARTS = frozenset(
    {"arts", "huisarts", "jeugdarts", "vertrouwensarts", "kinderarts", "psychiater", "psycholoog",
     "therapeut", "ggz", "ziekenhuis", "verpleegkundige", "tandarts", "behandelaar"}
)  # fmt: skip


def afgesloten(stukje: Stukje, regel: Uitspraakregel, lezer: Lezer) -> Vonnis | None:
    """What was said by who made a melding alone, or was closed for somebody."""
    bron = bron_van(regel)
    if any(lezer.kring.is_melder(one) for one in bron - lezer.zelf):
        return Vonnis(stukje, WegReden.MELDER, vast=True)
    if lezer.is_collega:
        return None
    if regel.zichtbaarheid is Zichtbaarheid.ALLEEN_VT:
        return Vonnis(stukje, WegReden.VEILIGHEID, alleen_vt=True, vast=True)
    is_his = bool(lezer.zelf & set(regel.niet_voor))
    # An organisation works with the one it is not for.
    if regel.zichtbaarheid is Zichtbaarheid.NIET_VOOR and (is_his or not lezer.is_familie):
        return Vonnis(stukje, WegReden.VEILIGHEID, wie=frozenset(regel.over), vast=is_his)
    return None


def over_wie(stukje: Stukje, regel: Uitspraakregel, lezer: Lezer) -> Vonnis | None:
    """Who said it, whom it is about and whom it names."""
    kring, bron = lezer.kring, bron_van(regel)
    named, beside, over = (
        kring.genoemd(plain(regel)),
        kring.genoemd(naast(regel)),
        frozenset(regel.over),
    )
    is_eigen = bool(bron & lezer.zelf)
    children = (over | named | bron | beside) & lezer.verboden
    if children and not (is_eigen and kring.is_ver):
        return Vonnis(stukje, kring.reden_kind, wie=children)
    others = lezer.anderen(beside)
    if not is_eigen:
        meant = kring.bedoeld(plain(regel), frozenset(over), named)
        others |= lezer.anderen(over | named | meant)
        # The other parent may be told to have said it, where it is about somebody.
        others |= lezer.anderen(bron) - (kring.ouders() if over or named else frozenset())
    too_far = kring.is_ver and not (is_eigen or over & kring.eigen or lezer.is_voor_hem)
    if others or too_far:
        reden = WegReden.MEDISCH if is_arts(regel) else WegReden.OVER_EEN_ANDER
        return Vonnis(stukje, reden, wie=others)
    return None


def is_onbeslist(regel: Uitspraakregel, lezer: Lezer) -> bool:
    """Tell whether it may be about somebody unnamed, or its source says more than a role."""
    bron, words, kring = bron_van(regel), plain(regel), lezer.kring
    said = regel.bron
    beside = (toevoeging(said.naam), said.hoedanigheid, said.via, regel.verificatie_door)
    if not lezer.is_voor_hem and any(not lezer.is_rol(one) for one in beside):
        return True
    if lezer.is_voor_hem or bron & lezer.zelf or (lezer.was_erbij and bron & kring.eigen):
        return not lezer.was_erbij and duidt_verder(naast(regel), kring)
    over = frozenset(regel.over)
    named = kring.genoemd(words)
    unknown = not (named | kring.bedoeld(words, over, named)) & kring.eigen
    return (
        unknown
        or is_verzwegen(words)
        or is_ik(words)
        or duidt_op_ander(words, kring)
        or _vertelt_na(words, lezer, over)
        or is_omgeving_over(words, lezer.zelf, kring)
    )


def _vertelt_na(words: str, lezer: Lezer, over: frozenset[UUID]) -> bool:
    """Tell whether it repeats what another said about the reader, or said of what happened."""
    if stem(words, lezer, over) is not Stem.ANDER:
        return False
    about = over | lezer.kring.genoemd(words)
    return bool(about & lezer.zelf) or "dat" in woorden(words)


def bron_van(regel: Uitspraakregel) -> frozenset[UUID]:
    """Give who said it, when that is somebody of the casus."""
    return frozenset({regel.bron.persoon_id} if regel.bron.persoon_id else ())


def naast(regel: Uitspraakregel) -> str:
    """Give what stands beside a statement of others: through whom it came, and who said no."""
    own = "" if regel.bron.persoon_id else f"{regel.bron.naam} {regel.bron.hoedanigheid}"
    return "\n".join((own, regel.bron.via, regel.verificatie_door))


def is_arts(regel: Uitspraakregel) -> bool:
    """Tell whether it comes from somebody who treats people."""
    words = {*woorden(regel.bron.hoedanigheid), *woorden(regel.bron.naam)}
    return bool(words & _ARTS)


def gedrukt_naast(regel: Uitspraakregel) -> tuple[str, ...]:
    """Give all that is printed beside a statement."""
    bron = regel.bron
    return (bron.naam, bron.hoedanigheid, bron.via, regel.verificatie_door)
