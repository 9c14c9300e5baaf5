"""What a paper for one reader begins with: the Uitlegblad for a parent, a letter, a child's plan.

It is in plain words. To an adult it says `u`. What names another than the reader is left out of it.
"""

from collections.abc import Iterator

from vtdesk.services.voorvullen.blokken import Veld, Vulling, punt
from vtdesk.services.voorvullen.feiten import Feiten
from vtdesk.services.voorvullen.zinnen import LEAVE_NEAR, heel_nummer, volgende_dag, zin
from vtdesk.values.casuskinds import WaarborgSoort
from vtdesk.values.kinds import Dienst
from vtdesk.values.termijnen.stand import Termijnstand
from vtdesk.values.tijd import klok, volle_dag
from vtdesk.values.vouwen import woorden

_DUUR = ("T1", "T2", "T2v")  # terms that tell a family when it is done
_WAAROM = {
    Dienst.ADVIES: "U heeft ons om advies gevraagd. Er is geen melding gedaan.",
    Dienst.MONITORING: "Ons onderzoek is klaar. Wij kijken of het goed blijft gaan met uw gezin.",
}
_MELDING = (
    "Er is een melding over uw gezin. Iemand maakt zich zorgen. "
    "Wij horen graag van u hoe u het ziet."
)
_WAT = {
    Dienst.ADVIES: "Wij denken met u mee. U beslist zelf wat u doet.",
    Dienst.VEILIGHEIDSBEOORDELING: (
        "Wij kijken eerst of iedereen veilig is. Daarna besluiten wij wat er nodig is."
    ),
    Dienst.VOORWAARDEN_EN_VERVOLG: (
        "Wij maken met u afspraken, zodat iedereen veilig is. "
        "Daarna zoeken wij met u de hulp die past."
    ),
    Dienst.ONDERZOEK: (
        "Wij zoeken uit wat er is. Wij praten met u, uw kinderen en mensen die uw gezin kennen."
    ),
    Dienst.MONITORING: "Wij praten met u, met uw kinderen en met wie u helpt.",
}
# An Uitlegblad is one page: what belongs together stands in one paragraph.
_KINDEREN = "Wij praten ook met uw kinderen. Zij kiezen zelf wat zij vertellen."
_GEGEVENS = (
    "Wij schrijven op wat u en anderen vertellen, en van wie het komt. "
    "Wij delen alleen wat nodig is voor de veiligheid, en zeggen u met wie."
)
_RECHTEN = (
    "U mag lezen wat wij over u opschrijven, en een kopie vragen.",
    "Klopt er iets niet? Wij verbeteren fouten. U mag ook uw eigen verhaal laten toevoegen.",
    "U mag schriftelijk vragen om gegevens te vernietigen. U mag ons gesprek opnemen.",
)
_KLACHT = "Zeg het ons, of dien een klacht in. Een vertrouwenspersoon van buiten helpt u gratis."


def waarom(f: Feiten) -> Iterator[Vulling]:
    """Why Veilig Thuis talks with this person."""
    who = f"Ik ben {f.gebruiker.naam} van {f.gebruiker.organisatie}."
    yield f"{who} {_WAAROM.get(f.casus.dienst, _MELDING)}"


def wat_nu(f: Feiten) -> Iterator[Vulling]:
    """What Veilig Thuis does, when it is to be ready, and when one meets next."""
    yield _WAT[f.casus.dienst]
    for term in f.termijnen:
        about = term.gegevens.persoon_id
        runs = term.stand is Termijnstand.LOOPT and about in (None, f.persoon_id)
        if runs and term.gegevens.regel in _DUUR:
            ready = f"Wij willen klaar zijn op {volle_dag(term.wanneer)}."
            yield f"{ready} Wordt het later? Dan hoort u waarom."
            break
    yield volgende(f)


def volgende(f: Feiten) -> str:
    """Say when one meets next: by day and hour alone, for a title may name others."""
    person = f.persoon
    for talk in f.komend:
        if person is None or person.naam in talk.wie:
            return f"Wij zien elkaar op {volle_dag(talk.begin.date())} om {klok(talk.begin)}."
    return "Er staat nog geen volgende afspraak. Ik bel u om er een te maken."


def afgesproken(f: Feiten) -> Iterator[Vulling]:
    """What was promised to this person and what this person does, where it names no other."""
    for one in f.beloften:
        mine = f.persoon_id is not None and one.gegevens.persoon_id == f.persoon_id
        if mine and one.is_open and not f.noemt_ander(one.wat):
            until = f", uiterlijk op {volle_dag(one.uiterlijk)}" if one.uiterlijk else ""
            yield punt(zin(f"Ik beloofde u: {one.wat.rstrip('.')}{until}"))
    called = set(woorden(f.persoon.naam)) if f.persoon else set()
    for row in f.waarborgen:
        about = row.gegevens
        mine = bool(called & set(woorden(about.wie))) and row.soort is WaarborgSoort.AFSPRAAK
        if mine and not row.voorstel and not f.noemt_ander(f"{about.wie} {about.wat}"):
            when = f", {about.wanneer}" if about.wanneer else ""
            yield punt(zin(f"U doet: {about.wat.rstrip('.')}{when}"))


def uw_kinderen(f: Feiten) -> Iterator[Vulling]:
    """How children are spoken, for who has gezag over one."""
    holder = f.persoon_id
    if any(one.houder_id == holder for child in f.kinderen for one in child.gezag):
        yield _KINDEREN


def gegevens(f: Feiten) -> Iterator[Vulling]:
    """What is written down, and until when it is kept."""
    until = f.bewaren_tot.tot
    kept = f" Wij bewaren het tot en met {volle_dag(until)}." if until else ""
    yield f"{_GEGEVENS}{kept}"


def rechten(_: Feiten) -> Iterator[Vulling]:
    """Which rights there are."""
    yield from map(punt, _RECHTEN)


def klacht(_: Feiten) -> Iterator[Vulling]:
    """What one can do who is not content."""
    yield _KLACHT


def bereiken(f: Feiten) -> Iterator[Vulling]:
    """Whom to call, and who replaces."""
    yield Veld("Contactpersoon", f"{f.gebruiker.naam}, {f.gebruiker.organisatie}")
    leave = f.verlof
    if leave and leave.gegevens.vervanger and (leave.van - f.vandaag).days <= LEAVE_NEAR:
        about = leave.gegevens
        phone = f", {heel_nummer(about.vervanger_telefoon)}" if about.vervanger_telefoon else ""
        days = f"van {volle_dag(leave.van)} tot en met {volle_dag(leave.tot)}"
        yield Veld("Vervanger", f"{about.vervanger}{phone}, {days}")
    yield "Is er nu gevaar? Bel 112."


def hoe_verder(f: Feiten) -> Iterator[Vulling]:
    """How it goes on: when one meets next."""
    if f.persoon:
        yield volgende(f)


# For a child


def waarom_kind(f: Feiten) -> Iterator[Vulling]:
    """Why there is a plan."""
    yield f"Ik ben {f.gebruiker.naam}. Ik let er samen met anderen op dat jij veilig bent."
    yield "In dit plan staat wat de grote mensen doen. Jij hoeft dat niet te regelen."


def afspraken_kind(f: Feiten) -> Iterator[Vulling]:
    """What was agreed, to be said in words for this child."""
    for one in f.waarborgen:
        if one.soort is WaarborgSoort.AFSPRAAK and not one.voorstel:
            yield punt(zin(f"{one.gegevens.wie}: {one.gegevens.wat}"))


def bellen_kind(f: Feiten) -> Iterator[Vulling]:
    """Whom a child can call."""
    yield punt("Is er gevaar? Bel 112.")
    yield punt(f"Wil je iets vragen of vertellen? Vraag naar {f.gebruiker.naam}.")


def wil_kind(f: Feiten) -> Iterator[Vulling]:
    """What this child wants, as it said so."""
    for talk in f.kindgesprekken:
        if talk.kind_id == f.persoon_id:
            yield talk.gegevens.wil


def straks(f: Feiten) -> Iterator[Vulling]:
    """When one talks again."""
    yield Veld("Dag", volgende_dag(f))
