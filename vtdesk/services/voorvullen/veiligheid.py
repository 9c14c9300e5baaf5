"""What the papers about safety begin with: veiligheidsplan, plan van aanpak, overdracht, toets."""

from collections.abc import Iterator

from vtdesk.services.organisaties import InzetRow
from vtdesk.services.persoon_rows import PersoonRow
from vtdesk.services.veiligheid_rows import WaarborgRow
from vtdesk.services.voorvullen.blokken import Rij, Veld, Vulling, punt
from vtdesk.services.voorvullen.feiten import Feiten
from vtdesk.services.voorvullen.zinnen import (
    belofte_rijen,
    datum,
    heel_nummer,
    kind_regel,
    regie_regels,
    termijn_regels,
    verbod_regels,
    volgende_dag,
    waarborg_rijen,
    zicht_regels,
    zin,
)
from vtdesk.services.zicht import OverdrachtRow
from vtdesk.values.casuskinds import (
    MonitoringSoort,
    PolitieSoort,
    Toetsuitkomst,
    WaarborgSoort,
)
from vtdesk.values.tijd import korte_dag, local, volle_dag
from vtdesk.values.vouwen import vouw, woorden

_ALTIJD = ("crisis", "politie", "spoed")
TOETS = {
    Toetsuitkomst.NAGEKOMEN: "gehaald",
    Toetsuitkomst.DEELS: "deels",
    Toetsuitkomst.NIET: "niet",
    Toetsuitkomst.NOG_NIET_TE_ZEGGEN: "niet te beoordelen",
}
MONITORING = {
    MonitoringSoort.DRIE_MAANDEN: "Na drie maanden",
    MonitoringSoort.EEN_JAAR: "Na een jaar",
    MonitoringSoort.EXTRA: "Extra moment",
}


# Veiligheidsplan and plan van aanpak. What the worries are and what must not happen again is for
# her and the family to say: a fact or an incident does not tell that, so those parts begin empty.


def afspraken(f: Feiten) -> Iterator[Vulling]:
    """Each voorwaarde and afspraak: who, what, when, what if not, who looks, until when."""
    yield from map(_rij, f.waarborgen)


def noodkaart(f: Feiten) -> Iterator[Vulling]:
    """Who to call; the code word is told by mouth, for everybody gets to read this plan."""
    yield punt("Bij direct gevaar: bel 112.")
    for one in f.politie:
        if one.gegevens.soort is PolitieSoort.LOCATIE:
            yield punt(f"Zeg: er is een afspraak op locatie voor {one.gegevens.voor.rstrip('.')}.")
    for team in f.inzet:
        if team.telefoon and (_dag_en_nacht(team) or _afgesproken_contact(f, team)):
            who = f"{team.naam}, {team.contactpersoon}" if team.contactpersoon else team.naam
            yield punt(f"{who}: {heel_nummer(team.telefoon)}")


def evaluatie(f: Feiten) -> Iterator[Vulling]:
    """When it is looked at again."""
    yield Veld("Dag", volgende_dag(f))


def verboden(f: Feiten) -> Iterator[Vulling]:
    """Which bans run."""
    yield from verbod_regels(f)


def kind_wil(f: Feiten, child: PersoonRow) -> Iterator[Vulling]:
    """What a child itself wants."""
    for talk in f.kindgesprekken:
        if talk.kind_id == child.id:
            yield talk.gegevens.wil


def kinderen_kort(f: Feiten, child: PersoonRow) -> Iterator[Vulling]:
    """Whether a child was spoken, and what it wants."""
    yield kind_regel(f, child)
    yield from kind_wil(f, child)


def aanleiding(f: Feiten) -> Iterator[Vulling]:
    """What was decided last, and why."""
    for one in f.besluiten[:1]:
        yield one.gegevens.uitkomst
        yield one.gegevens.motivering


def acties(f: Feiten) -> Iterator[Vulling]:
    """Which afspraken there are to carry out, and what was promised."""
    for one in f.waarborgen:
        yield _rij(one)
    for row in belofte_rijen(f, van_dit_gesprek=False):
        yield Rij({"wie": row.wie, "wat": row.wat, "wanneer": row.wanneer})


def mandaten(f: Feiten) -> Iterator[Vulling]:
    """What each organisation does and may do, and when it is done."""
    for one in f.inzet:
        yield Rij(
            {
                "organisatie": one.naam,
                "contactpersoon": one.contactpersoon,
                "mandaat": one.mandaat,
                "klaar als": one.uitstapvoorwaarde,
            }
        )


def regie_en_zicht(f: Feiten) -> Iterator[Vulling]:
    """Who directs and who watches."""
    yield from regie_regels(f)
    yield from zicht_regels(f)


# Overdrachtsdocument


def ontvanger(f: Feiten) -> Iterator[Vulling]:
    """Who takes over, and when that was accepted or is expected."""
    offer = overdracht(f)
    if offer is None:
        if f.organisatie:
            yield Veld("Ontvanger", f.organisatie.naam)
        return
    yield Veld("Ontvanger", offer.gegevens.aan)
    if offer.aanvaard_op:
        who = f" door {offer.aanvaard_door}" if offer.aanvaard_door else ""
        yield Veld("Aanvaard op", f"{datum(local(offer.aanvaard_op).date())}{who}")
    elif offer.gegevens.verwacht_op:
        yield f"Verwacht op {datum(offer.gegevens.verwacht_op)}."


def waarom(f: Feiten) -> Iterator[Vulling]:
    """Why it is handed over."""
    if offer := overdracht(f):
        yield offer.gegevens.waarom


def nodige_feiten(f: Feiten) -> Iterator[Vulling]:
    """What the last besluit stands on, with what that rests on itself, and no more."""
    final = next((one for one in f.besluiten if one.gronden), None)
    grounds = final.gronden if final else ()
    needed = {i for ground in grounds for i in (ground.id, *ground.regel.steunt_op)}
    for row in f.uitspraken:
        if row.id in needed:
            yield row.regel


def voorwaarden(f: Feiten) -> Iterator[Vulling]:
    """Each voorwaarde, and how and by whom it is looked at."""
    yield from map(_rij, _of(f, WaarborgSoort.VOORWAARDE))


def gemaakte_afspraken(f: Feiten) -> Iterator[Vulling]:
    """What was agreed with the family."""
    yield from waarborg_rijen(f, WaarborgSoort.AFSPRAAK)


def beloofd(f: Feiten) -> Iterator[Vulling]:
    """What was promised to the family."""
    if offer := overdracht(f):
        yield offer.gegevens.beloofd
    for row in belofte_rijen(f, van_dit_gesprek=False):
        yield punt(zin(", ".join(filter(None, (row.wat, row.wanneer)))))


def open_termijnen(f: Feiten) -> Iterator[Vulling]:
    """Which terms still run."""
    yield from map(punt, termijn_regels(f))


def zicht(f: Feiten) -> Iterator[Vulling]:
    """Who watches until it is accepted."""
    yield from zicht_regels(f)


def momenten(f: Feiten) -> Iterator[Vulling]:
    """When Veilig Thuis comes to look."""
    yield from monitoring_regels(f)


def niet_delen(f: Feiten) -> Iterator[Vulling]:
    """What must not be shared; of what is shielded only that it is."""
    if offer := overdracht(f):
        yield offer.gegevens.niet_delen
    for person in f.mensen:
        if person.afgeschermd:
            yield punt(f"Van {person.naam} zijn gegevens afgeschermd. Zij staan niet in dit stuk.")


def overdracht(f: Feiten) -> OverdrachtRow | None:
    """Find the offer that still counts, to whom the document is for."""
    for one in f.estafette.overdrachten:
        meant = f.organisatie is None or f.organisatie.naam == one.gegevens.aan
        if meant and not one.ingetrokken_op:
            return one
    return None


def bij_nieuwe_signalen(f: Feiten) -> Iterator[Vulling]:
    """What to do when it is not safe any more."""
    yield "Bij direct gevaar: bel 112."
    yield f"Bij nieuwe signalen: bel {f.gebruiker.organisatie}, en vraag naar {f.gebruiker.naam}."


def monitoring_regels(f: Feiten) -> Iterator[Vulling]:
    """List the moments of monitoring that are to come."""
    coming = [one for one in f.monitoringen if one.gegevens is None]
    for one in sorted(coming, key=lambda one: one.gepland_op):
        yield punt(f"Monitoring, {MONITORING[one.soort].lower()}: {volle_dag(one.gepland_op)}.")


def _dag_en_nacht(team: InzetRow) -> bool:
    """Tell whether a team answers at any hour."""
    return any(word.startswith(_ALTIJD) for word in woorden(team.naam))


def _afgesproken_contact(f: Feiten, team: InzetRow) -> bool:
    """Tell whether what was agreed names this team, and whom there to call."""
    rows = (one.gegevens for one in f.waarborgen if not one.voorstel)
    agreed = vouw(" ".join(f"{r.wie} {r.wat} {r.wat_als_niet} {r.wie_kijkt}" for r in rows))
    first, *_ = (*woorden(team.naam), "")
    called = vouw(team.contactpersoon)
    return bool(called) and (called in agreed or first in woorden(agreed))


def _of(f: Feiten, soort: WaarborgSoort) -> list[WaarborgRow]:
    return [one for one in f.waarborgen if one.soort is soort and not one.voorstel]


def _rij(one: WaarborgRow) -> Rij:
    """Give a waarborg by the heads of whatever table it comes in."""
    shown = one.gegevens
    last = one.laatste
    return Rij(
        {
            "wie": shown.wie,
            "wat": shown.wat,
            "wanneer": shown.wanneer,
            "wat als niet": shown.wat_als_niet,
            "wie kijkt": shown.wie_kijkt,
            "tot wanneer": korte_dag(shown.tot) if shown.tot else "",
            "stand": TOETS[last.uitkomst] if last else "",
        }
    )
