"""What a monitoringsverslag begins with: the moment as it was noted, and each last check."""

from collections.abc import Iterator
from datetime import timedelta

from vtdesk.services.kop import opsomming
from vtdesk.services.persoon_rows import PersoonRow
from vtdesk.services.voorvullen.blokken import Rij, Veld, Vulling
from vtdesk.services.voorvullen.feiten import Feiten
from vtdesk.services.voorvullen.veiligheid import MONITORING, TOETS, monitoring_regels
from vtdesk.services.voorvullen.zinnen import belofte_rijen, kind_regel, waarborg_rijen, zin
from vtdesk.values.casuskinds import MonitoringBesluit, Oordeel
from vtdesk.values.kinds import Aanwezigheid, Letter

_OORDEEL = {
    Oordeel.JA: "ja",
    Oordeel.DEELS: "deels",
    Oordeel.NEE: "nee",
    Oordeel.NIET_TE_ZEGGEN: "niet te zeggen",
}
_BESLUIT = {
    MonitoringBesluit.VOLGENDE_MOMENT: "Er komt een volgend moment",
    MonitoringBesluit.AFSLUITEN: "Veilig Thuis sluit af",
    MonitoringBesluit.OPSCHALEN: "Veilig Thuis schaalt op",
    MonitoringBesluit.NIEUWE_MELDING: "Er komt een nieuwe melding",
}
AFWEZIG = Aanwezigheid.AFWEZIG
KORT_ERVOOR = timedelta(days=2)


def moment(f: Feiten) -> Iterator[Vulling]:
    """Which moment of the series it is."""
    held = f.monitoring
    if held:
        yield MONITORING[held.soort]
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
    yield from monitoring_regels(f)


def afgesproken(f: Feiten) -> Iterator[Vulling]:
    """What was agreed that day, and what was promised in this talk."""
    yield from waarborg_rijen(f, op=f.dag)
    yield from belofte_rijen(f, van_dit_gesprek=True)
