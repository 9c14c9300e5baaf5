"""Sentences about a casus that more than one kind of verslag begins with."""

from collections.abc import Iterator
from datetime import date, datetime

from vtdesk.services.kop import GEZAG, opsomming
from vtdesk.services.meldingen import MeldingRow
from vtdesk.services.persoon_rows import GezagRow, PersoonRow
from vtdesk.services.voorvullen.feiten import Feiten
from vtdesk.values.casuskinds import Anonimiteit, GebeurtenisSoort, MeldingSoort, WaarborgSoort
from vtdesk.values.kinds import GezagSoort
from vtdesk.values.tekst import Afspraakregel
from vtdesk.values.tijd import dag_met_naam, klok, korte_dag, local, volle_dag

NIET_GESPROKEN = "Nog niet gesproken, want "
LEAVE_NEAR = 14  # days before which a replacer is named
_MELDER = {
    MeldingSoort.POLITIE: "door de politie",
    MeldingSoort.PROFESSIONAL: "door een professional",
    MeldingSoort.PARTICULIER: "door iemand uit de omgeving",
    MeldingSoort.AMBTSHALVE: "door Veilig Thuis zelf",
}
VERBODEN = (
    GebeurtenisSoort.HUISVERBOD,
    GebeurtenisSoort.CONTACTVERBOD,
    GebeurtenisSoort.LOCATIEVERBOD,
)


def datum(day: date) -> str:
    """Write a day with its year: `12 mei 2026`."""
    return f"{korte_dag(day)} {day.year}"


def moment(when: datetime) -> str:
    """Write `di 12 mei 16:15`."""
    return f"{dag_met_naam(when.date())} {klok(when)}"


def zin(words: str) -> str:
    """Begin with a capital and end with a point."""
    words = words.strip().rstrip(".")
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def heel_nummer(nummer: str) -> str:
    """Keep a phone number on one line: its spaces do not break."""
    return "\u00a0".join(nummer.split())


def melding_regels(f: Feiten) -> Iterator[str]:
    """Say what each melding tells; of one that is anonymous only that it was made.

    What an anonymous melder saw may tell who it was.
    """
    for one in f.meldingen:
        about = one.gegevens
        if about.anonimiteit is Anonimiteit.BEKEND:
            when = datum(about.ontvangen_op.date())
            yield f"Melding {one.naam} van {when} ({about.soort.value}): {zin(about.inhoud)}"
        else:
            yield melding_regel(one)


def melding_regel(one: MeldingRow) -> str:
    """Name a melding by number, day and kind of source: nothing of what it tells.

    What a melding tells may be what a child did or said; that is no opening of a talk with a
    parent. Of an anonymous one the kind of source is not told either.
    """
    about = one.gegevens
    named = f"Melding {one.naam} van {datum(about.ontvangen_op.date())}"
    if about.anonimiteit is Anonimiteit.BEKEND:
        return f"{named} {_MELDER[about.soort]}."
    return f"{named}."


def zicht_regels(f: Feiten) -> Iterator[str]:
    """Say who watches over safety, and until when."""
    yield f"Zicht op veiligheid: {f.casus.zicht_bij}, sinds {korte_dag(f.casus.zicht_sinds)}."
    if offer := f.casus.zicht_aanbod:
        until = f", verwacht op {dag_met_naam(offer.verwacht_op)}" if offer.verwacht_op else ""
        yield f"Zo blijft het tot {offer.aan} het zicht aanvaardt{until}."


def verbod_regels(f: Feiten) -> Iterator[str]:
    """Say which bans run on the day it is about."""
    for row in f.gebeurtenissen:
        about = row.gegevens
        if about.soort in VERBODEN and about.einde and local(about.einde).date() >= f.dag:
            yield f"{zin(about.titel)} Dit loopt tot {moment(local(about.einde))}."


def kleur_regels(f: Feiten) -> Iterator[str]:
    """Say how each organisation rates the danger now, and why."""
    for one in f.huidig:
        colour = one.kleur.value.capitalize()
        yield f"{one.organisatie}: {colour}, {moment(local(one.moment))}. {one.gronden}"


def regie_regels(f: Feiten) -> Iterator[str]:
    """Say which organisation directs, now and from a later day."""
    for one in f.regie:
        if one.is_on(f.vandaag):
            yield f"Casusregie: {one.naam}, sinds {korte_dag(one.vanaf)}."
        elif one.vanaf > f.vandaag:
            yield f"Casusregie vanaf {korte_dag(one.vanaf)}: {one.naam}."


def contact_regels(f: Feiten) -> Iterator[str]:
    """Say who can be called, and who does so during leave."""
    yield f"Contactpersoon is {f.gebruiker.naam}, {f.gebruiker.functie}."
    leave = f.verlof
    if leave and leave.gegevens.vervanger and (leave.van - f.vandaag).days <= LEAVE_NEAR:
        who, until = leave.gegevens.vervanger, korte_dag(leave.tot)
        yield f"Van {korte_dag(leave.van)} tot en met {until} vervangt {who}."


def hierna_regels(f: Feiten) -> Iterator[str]:
    """Say which talk comes next with one of these people; of others they need not read."""
    present = set(f.afspraak.wie) if f.afspraak else set()
    for talk in f.komend:
        if not present or present & set(talk.wie):
            yield f"Volgende afspraak: {talk.titel}, {moment(talk.begin)}."
            return


def volgende_dag(f: Feiten) -> str:
    """Give the day of the next talk or moment of monitoring, with its hour when there is one."""
    days = [one.gepland_op for one in f.monitoringen if one.gegevens is None]
    talk = next(iter(f.komend), None)
    if talk and all(talk.begin.date() <= day for day in days):
        return f"{volle_dag(talk.begin.date())} om {klok(talk.begin)}"
    return volle_dag(min(days)) if days else ""


def gezin_regels(f: Feiten) -> Iterator[str]:
    """Say who is in the family, with gezag; children first."""
    for person in f.mensen:
        if person.is_kind or person in f.ouders:
            yield persoon_regel(person)


def persoon_regel(person: PersoonRow) -> str:
    """Say who somebody is, of a child also who has gezag; nothing of where somebody lives."""
    born = person.geboortedatum
    parts = (
        f"{person.naam}, {person.rol.value}",
        f"geboren {datum(born)}" if born else "",
        f"overleden {datum(person.overleden_op)}" if person.overleden_op else "",
        "; ".join(gezag_regel(one) for one in person.gezag if one.kind_id == person.id),
    )
    return " ".join(zin(part) for part in parts if part)


def gezag_regel(gezag: GezagRow) -> str:
    """Say which gezag somebody has, and from which paper we know."""
    words = GEZAG.get(gezag.soort, "gezag onbekend")
    paper = f" ({gezag.bron})" if gezag.bron and gezag.soort is not GezagSoort.ONBEKEND else ""
    return f"{gezag.houder} heeft {words}{paper}"


def kind_regel(f: Feiten, child: PersoonRow) -> str:
    """Say when we spoke a child; the reason why we did not is left to be written."""
    for track in f.kindsporen:
        if track.id == child.id and track.gesproken_op:
            how = f", {track.gesproken_hoe.lower()}" if track.gesproken_hoe else ""
            return f"Gesproken op {korte_dag(track.gesproken_op.date())}{how}."
    return NIET_GESPROKEN


def is_gesproken(f: Feiten, child: PersoonRow) -> bool:
    """Tell whether we spoke a child."""
    return kind_regel(f, child) != NIET_GESPROKEN


def waarborg_rijen(
    f: Feiten, soort: WaarborgSoort | None = None, *, op: date | None = None
) -> Iterator[Afspraakregel]:
    """Give what was agreed or set, in the words of the casus; `op`: only of that day."""
    for one in f.waarborgen:
        shown = one.gegevens
        if soort in (None, one.soort) and op in (None, one.gemaakt_op) and not one.voorstel:
            yield Afspraakregel(shown.wie, shown.wat, shown.wanneer, shown.wat_als_niet)


def belofte_rijen(f: Feiten, *, van_dit_gesprek: bool) -> Iterator[Afspraakregel]:
    """Give what was promised: in this talk, or all that is still open."""
    for one in f.beloften:
        here = f.afspraak_id is not None and one.gegevens.afspraak_id == f.afspraak_id
        if here if van_dit_gesprek else one.is_open:
            until = f"uiterlijk {korte_dag(one.uiterlijk)}" if one.uiterlijk else ""
            yield Afspraakregel(f.gebruiker.naam, f"{one.wat.rstrip('.')} (aan {one.aan})", until)


def gesproken_regels(f: Feiten) -> Iterator[str]:
    """List who was spoken and when, and which children were not."""
    for talk in f.gehouden:
        if talk.wie:
            yield f"{korte_dag(talk.begin.date())}: {opsomming(list(talk.wie))}. {zin(talk.titel)}"
    for track in f.kindsporen:
        if track.gesproken_op is None:
            yield f"{track.naam} is nog niet gesproken."


def termijn_regels(f: Feiten) -> Iterator[str]:
    """List the terms that still run."""
    for term in f.termijnen:
        if term.is_open:
            yield f"{zin(term.naam)} Uiterlijk {volle_dag(term.wanneer)}."
