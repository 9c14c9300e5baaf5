"""What a verslag of a talk begins with: a gesprek, one with a child, an informant, on the phone."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from vtdesk.services.informatie import InformatieRow
from vtdesk.services.persoon_rows import PersoonRow
from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.services.voorvullen.blokken import Veld, Vuller, Vulling
from vtdesk.services.voorvullen.feiten import Feiten
from vtdesk.services.voorvullen.zinnen import (
    NIET_GESPROKEN,
    belofte_rijen,
    contact_regels,
    datum,
    hierna_regels,
    is_gesproken,
    kleur_regels,
    melding_regel,
    verbod_regels,
    waarborg_rijen,
    zicht_regels,
    zin,
)
from vtdesk.values.kinds import AfspraakSoort, Kanaal, Letter
from vtdesk.values.tijd import local

_OPINIONS = (Letter.MENING,)
_WAAR = {
    Kanaal.KANTOOR: "op kantoor",
    Kanaal.HUISBEZOEK: "thuis",
    Kanaal.SCHOOL: "op school",
    Kanaal.TELEFONISCH: "aan de telefoon",
    Kanaal.DIGITAAL: "met beeldbellen",
    Kanaal.ELDERS: "elders",
}


# Gespreksverslag


def aanleiding(f: Feiten) -> Iterator[Vulling]:
    """Why the talk was: its goal, and the meldingen since these people were spoken last."""
    if f.afspraak:
        yield f.afspraak.doel
    since = _vorige_keer(f)
    for melding in f.meldingen:
        if _met_gezin(f) and (since is None or melding.gegevens.ontvangen_op > since):
            yield melding_regel(melding)


def zorgen(f: Feiten) -> Iterator[Vulling]:
    """What was said that day and stands in the casus already."""
    for row in gezegd_die_dag(f):
        if row.regel.letter not in _OPINIONS and not _van_kind(f, row):
            yield row.regel


def de_kinderen(f: Feiten, child: PersoonRow) -> Iterator[Vulling]:
    """What a child that took part said that day; of any other it is to be written."""
    for row in gezegd_die_dag(f):
        if row.regel.bron.persoon_id == child.id:
            yield row.regel
    if not is_gesproken(f, child):
        yield NIET_GESPROKEN


def veiligheid_nu(f: Feiten) -> Iterator[Vulling]:
    """Who watches, which bans run, and at an overleg how dangerous each finds it."""
    yield from zicht_regels(f)
    yield from verbod_regels(f)
    if f.afspraak and f.afspraak.soort is AfspraakSoort.OVERLEG:
        yield from kleur_regels(f)


def visie(f: Feiten) -> Iterator[Vulling]:
    """What those at the talk find, as it was noted that day."""
    yield from (row.regel for row in gezegd_die_dag(f) if row.regel.letter in _OPINIONS)


def afspraken(f: Feiten) -> Iterator[Vulling]:
    """What was agreed that day, and what was promised in this talk."""
    yield from waarborg_rijen(f, op=f.dag)
    yield from belofte_rijen(f, van_dit_gesprek=True)


def vervolg(f: Feiten) -> Iterator[Vulling]:
    """What comes next, who can be called, and who replaces."""
    yield from hierna_regels(f)
    yield from contact_regels(f)


# Kindgesprek


def setting(f: Feiten) -> Iterator[Vulling]:
    """Where it was, with whom, and who chose that person."""
    if f.gesprek:
        yield f"Het gesprek was {_WAAR[f.gesprek.kanaal]}."
    if talk := f.kindgesprek:
        told = talk.gegevens
        chosen = told.steunfiguur_gekozen_door
        support = told.steunfiguur or "geen, het kind was alleen"
        yield Veld("Plek", told.plek)
        yield Veld("Steunfiguur", f"{support}, gekozen door {chosen}" if chosen else support)


def van_kindgesprek(*names: str) -> Vuller:
    """Make what fills a part with what was noted of the talk with the child."""

    def fill(f: Feiten) -> Iterator[Vulling]:
        if talk := f.kindgesprek:
            yield from (line for n in names for line in getattr(talk.gegevens, n).split("\n"))

    return fill


def woorden_van_het_kind(f: Feiten) -> Iterator[Vulling]:
    """What the child said at this talk, literally: the statements themselves."""
    child = f.kind
    for row in f.uitspraken:
        regel = row.regel
        if child and regel.bron.persoon_id == child.id and regel.informatiedatum == f.dag:
            yield regel


def gedrag(f: Feiten) -> Iterator[Vulling]:
    """What was seen of the child: what was noted, and facts about it of that day."""
    yield from van_kindgesprek("gezien")(f)
    child = f.kind
    for row in f.uitspraken:
        seen = row.regel.letter is Letter.FEIT and row.regel.informatiedatum == f.dag
        if seen and child and child.id in row.regel.over:
            yield row.regel


def teruggekoppeld(f: Feiten) -> Iterator[Vulling]:
    """What the child was told back, and when."""
    yield from van_kindgesprek("teruggekoppeld")(f)
    talk = f.kindgesprek
    if talk and talk.gegevens.teruggekoppeld_op:
        yield f"Verteld op {datum(talk.gegevens.teruggekoppeld_op)}."


# Informantverslag


def hoedanigheid(f: Feiten) -> Iterator[Vulling]:
    """Who the informant is, and whether the name may be known."""
    asked = gevraagd(f)
    if asked and asked.gegevens.bron_afgeschermd:
        yield "De naam van deze informant is afgeschermd."
        return
    for one in f.gesprek.deelnames if f.gesprek else ():
        yield zin(f"{one.naam}, {one.hoedanigheid}" if one.hoedanigheid else one.naam)
    person, organisation = f.persoon, f.organisatie
    if not f.gesprek and person:
        yield zin(f"{person.naam}, {person.toelichting or person.rol.value}")
    if not f.gesprek and organisation:
        yield zin(", ".join(filter(None, (organisation.naam, organisation.contactpersoon))))


def vraag(f: Feiten) -> Iterator[Vulling]:
    """What was asked, and on which ground."""
    if f.afspraak:
        yield f.afspraak.doel
    if asked := gevraagd(f):
        yield asked.gegevens.gevraagd
        yield Veld("Grond", asked.gegevens.grond)


def informant_feiten(f: Feiten) -> Iterator[Vulling]:
    """What the informant told or showed as fact; the answer as it was noted, before that is split.

    Once there are statements, the same words would stand here again, and an opinion among facts.
    """
    found = list(_van_informant(f))
    yield from (row.regel for row in found if row.regel.letter not in _OPINIONS)
    asked = gevraagd(f)
    if asked and not found:
        yield asked.antwoord


def informant_visie(f: Feiten) -> Iterator[Vulling]:
    """What the informant finds."""
    yield from (row.regel for row in _van_informant(f) if row.regel.letter in _OPINIONS)


def ouders_weten(f: Feiten) -> Iterator[Vulling]:
    """Whether it was discussed with the parents, or why not."""
    if asked := gevraagd(f):
        yield asked.gegevens.ouders_weten


def bron_genoemd(f: Feiten) -> Iterator[Vulling]:
    """Whether the source may be named."""
    if asked := gevraagd(f):
        hidden = asked.gegevens.bron_afgeschermd
        yield "De bron is afgeschermd." if hidden else "De informant wordt met naam genoemd."


def teruggelezen(f: Feiten) -> Iterator[Vulling]:
    """When it was read back, and when the informant agreed."""
    asked = gevraagd(f)
    if asked and asked.teruggelezen_op:
        yield Veld("Teruggelezen op", datum(asked.teruggelezen_op))
    if asked and asked.akkoord_op:
        yield Veld("Akkoord op", datum(asked.akkoord_op))


def gevraagd(f: Feiten) -> InformatieRow | None:
    """Find what was asked of this informant."""
    present = f.gesprek.deelnames if f.gesprek else ()
    people = {one.persoon_id for one in present} | {f.persoon_id}
    teams = {one.organisatie_id for one in present} | {f.organisatie_id}
    names = {one.naam.casefold() for one in present}
    for one in f.informatie:
        asked = one.gegevens
        by_id = asked.persoon_id in people - {None} or asked.organisatie_id in teams - {None}
        if by_id or asked.aan.casefold() in names:
            return one
    return None


# What was said


def gezegd_die_dag(f: Feiten) -> Iterator[UitspraakRow]:
    """Give the statements of that day by who took part, as the casus has them."""
    if not f.gesprek:
        return
    present = {one.persoon_id for one in f.gesprek.deelnames if one.persoon_id}
    names = {one.naam.casefold() for one in f.gesprek.deelnames}
    for row in f.uitspraken:
        bron = row.regel.bron
        by_them = bron.persoon_id in present or bron.naam.casefold() in names
        if by_them and row.regel.informatiedatum == f.dag:
            yield row


def _van_informant(f: Feiten) -> Iterator[UitspraakRow]:
    """Give the statements of who was asked; without a talk all of them."""
    if f.gesprek:
        yield from gezegd_die_dag(f)
        return
    for row in f.uitspraken:
        by_person = f.persoon_id is not None and row.regel.bron.persoon_id == f.persoon_id
        team = f.organisatie.naam.casefold() if f.organisatie else ""
        if by_person or (team and row.regel.bron.naam.casefold().startswith(team)):
            yield row


def _van_kind(f: Feiten, row: UitspraakRow) -> bool:
    return row.regel.bron.persoon_id in {child.id for child in f.kinderen}


def _met_gezin(f: Feiten) -> bool:
    family: set[UUID | None] = {one.id for one in (*f.kinderen, *f.ouders)}
    present = f.gesprek.deelnames if f.gesprek else ()
    return any(one.persoon_id in family for one in present)


def _vorige_keer(f: Feiten) -> datetime | None:
    """Tell when one of these people was spoken before."""
    if not f.afspraak:
        return None
    who = set(f.afspraak.wie)
    before = [
        talk.begin
        for talk in f.gehouden
        if talk.id != f.afspraak.id and talk.begin < f.afspraak.begin and who & set(talk.wie)
    ]
    return local(before[-1]) if before else None
