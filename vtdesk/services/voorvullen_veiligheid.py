"""What the papers about safety begin with: veiligheidsplan, plan van aanpak, overdracht, toets."""

from collections.abc import Iterator
from datetime import timedelta

from vtdesk.services.kop import opsomming
from vtdesk.services.persoon_rows import PersoonRow
from vtdesk.services.veiligheid_rows import WaarborgRow
from vtdesk.services.voorvullen_blokken import Rij, Veld, Vulling, punt
from vtdesk.services.voorvullen_feiten import Feiten
from vtdesk.services.voorvullen_zinnen import (
    belofte_rijen,
    datum,
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
    GebeurtenisSoort,
    MonitoringBesluit,
    MonitoringSoort,
    Oordeel,
    PolitieSoort,
    Toetsuitkomst,
    WaarborgSoort,
)
from vtdesk.values.kinds import Aanwezigheid, Letter, Verificatie
from vtdesk.values.tijd import korte_dag, local, volle_dag

TOETS = {
    Toetsuitkomst.NAGEKOMEN: "gehaald",
    Toetsuitkomst.DEELS: "deels",
    Toetsuitkomst.NIET: "niet",
    Toetsuitkomst.NOG_NIET_TE_ZEGGEN: "niet te beoordelen",
}
_OORDEEL = {
    Oordeel.JA: "ja",
    Oordeel.DEELS: "deels",
    Oordeel.NEE: "nee",
    Oordeel.NIET_TE_ZEGGEN: "niet te zeggen",
}
_SOORT = {
    MonitoringSoort.DRIE_MAANDEN: "Na drie maanden",
    MonitoringSoort.EEN_JAAR: "Na een jaar",
    MonitoringSoort.EXTRA: "Extra moment",
}
_BESLUIT = {
    MonitoringBesluit.VOLGENDE_MOMENT: "Er komt een volgend moment",
    MonitoringBesluit.AFSLUITEN: "Veilig Thuis sluit af",
    MonitoringBesluit.OPSCHALEN: "Veilig Thuis schaalt op",
    MonitoringBesluit.NIEUWE_MELDING: "Er komt een nieuwe melding",
}
AFWEZIG = Aanwezigheid.AFWEZIG
KORT_ERVOOR = timedelta(days=2)


# Veiligheidsplan and plan van aanpak


def zorgen(f: Feiten) -> Iterator[Vulling]:
    """What the worries are: the facts that stand, and what the professional makes of those."""
    facts = [
        row
        for row in f.uitspraken
        if row.regel.letter is Letter.FEIT and row.regel.verificatie is not Verificatie.WEERLEGD
    ]
    shown = {row.id for row in facts}
    yield from (row.regel for row in facts)
    for row in f.uitspraken:
        if row.regel.letter is Letter.DUIDING and shown & set(row.regel.steunt_op):
            yield row.regel


def nooit_meer(f: Feiten) -> Iterator[Vulling]:
    """What must not happen again: what happened."""
    for row in f.gebeurtenissen:
        about = row.gegevens
        if about.soort is GebeurtenisSoort.INCIDENT:
            yield punt(f"{zin(about.titel)} Dit was op {datum(local(about.begin).date())}.")


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
        if team.telefoon:
            who = f"{team.naam}, {team.contactpersoon}" if team.contactpersoon else team.naam
            yield punt(f"{who}: {team.telefoon}")


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
    yield from _momenten(f)


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


# Monitoringsverslag


def moment(f: Feiten) -> Iterator[Vulling]:
    """Which moment of the series it is."""
    held = f.monitoring
    if held:
        yield _SOORT[held.soort]
    if f.afspraak:
        yield f.afspraak.doel


def gesproken(f: Feiten) -> Iterator[Vulling]:
    """Who was spoken: family, children and professionals."""
    invited = f.gesprek.deelnames if f.gesprek else ()
    present = [one for one in invited if one.aanwezigheid is not AFWEZIG]
    children = {one.id for one in f.kinderen}
    family = [one.naam for one in present if one.persoon_id and one.persoon_id not in children]
    yield Veld("Gezin", opsomming(family))
    yield Veld("Kinderen", opsomming([p.naam for p in present if p.persoon_id in children]))
    yield Veld("Hulpverlening", opsomming([p.naam for p in present if not p.persoon_id]))
    held = f.monitoring
    if held and held.gegevens:
        yield f"Bij de monitoring genoteerd: {held.gegevens.gesproken}."


def toetsing(f: Feiten) -> Iterator[Vulling]:
    """Each voorwaarde and afspraak with its last check, and what that rests on."""
    for one in f.waarborgen:
        if one.voorstel:
            continue
        last = next((t.gegevens for t in one.toetsen if t.gegevens.datum <= f.dag), None)
        yield Rij(
            {
                "voorwaarde": f"{one.nummer}. {one.gegevens.wat}",
                "uitkomst": TOETS[last.uitkomst] if last else "nog niet getoetst",
                "waaruit blijkt dat": last.bewijs if last else "",
            }
        )


def die_dag(f: Feiten) -> Iterator[Vulling]:
    """The facts of that day, and those that were got for it shortly before."""
    for row in f.uitspraken:
        day = row.regel.informatiedatum
        near = day is not None and timedelta(0) <= f.dag - day <= KORT_ERVOOR
        if row.regel.letter is Letter.FEIT and near:
            yield row.regel


def kind_die_dag(f: Feiten, child: PersoonRow) -> Iterator[Vulling]:
    """What a child said that day, and what was seen of it alone."""
    yield kind_regel(f, child)
    for row in f.uitspraken:
        if row.regel.bron.persoon_id == child.id and row.regel.informatiedatum == f.dag:
            yield row.regel


def nieuw(f: Feiten) -> Iterator[Vulling]:
    """What happened since."""
    held = f.monitoring
    if held and held.gegevens:
        yield held.gegevens.nieuw


def directe_en_stabiele(f: Feiten) -> Iterator[Vulling]:
    """Whether the children are safe now, and stay so."""
    held = f.monitoring
    if held and held.gegevens:
        yield Veld("Directe veiligheid", _OORDEEL[held.gegevens.directe_veiligheid])
        yield Veld("Stabiele veiligheid", _OORDEEL[held.gegevens.stabiele_veiligheid])


def herstel(f: Feiten) -> Iterator[Vulling]:
    """Whether they recover."""
    held = f.monitoring
    if held and held.gegevens:
        yield Veld("Herstel", _OORDEEL[held.gegevens.herstel])


def wat_goed_ging(f: Feiten) -> Iterator[Vulling]:
    """What went well, and what adults told that day: thanks in the words in which they came."""
    held = f.monitoring
    if held and held.gegevens:
        yield held.gegevens.wat_ging_goed
    children = {one.id for one in f.kinderen}
    for row in f.uitspraken:
        told = row.regel.letter is Letter.VERKLARING and row.regel.informatiedatum == f.dag
        if told and row.regel.bron.persoon_id not in children:
            yield row.regel


def besluit(f: Feiten) -> Iterator[Vulling]:
    """What was decided then, and when the next moment is."""
    held = f.monitoring
    if held and held.besluit:
        yield zin(_BESLUIT[held.besluit])
        yield held.toelichting
    yield from _momenten(f)


def afgesproken(f: Feiten) -> Iterator[Vulling]:
    """What was agreed that day, and what was promised in this talk."""
    yield from waarborg_rijen(f, op=f.dag)
    yield from belofte_rijen(f, van_dit_gesprek=True)


def bij_nieuwe_signalen(f: Feiten) -> Iterator[Vulling]:
    """What to do when it is not safe any more."""
    yield "Bij direct gevaar: bel 112."
    yield f"Bij nieuwe signalen: bel {f.gebruiker.organisatie}, en vraag naar {f.gebruiker.naam}."


def _momenten(f: Feiten) -> Iterator[Vulling]:
    coming = [one for one in f.monitoringen if one.gegevens is None]
    for one in sorted(coming, key=lambda one: one.gepland_op):
        yield punt(f"Monitoring, {_SOORT[one.soort].lower()}: {volle_dag(one.gepland_op)}.")


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
