"""All use cases over one open store."""

from dataclasses import dataclass

from vtdesk.services.agenda import Agenda
from vtdesk.services.agenda_export import AgendaExport
from vtdesk.services.agenda_import import AgendaImport
from vtdesk.services.bellen.service import Bellen
from vtdesk.services.beloften import Beloften
from vtdesk.services.besluiten import Besluiten
from vtdesk.services.bijlagen.kijker import Bijlagekijker
from vtdesk.services.bijlagen.service import Bijlagen
from vtdesk.services.casussen import Casussen
from vtdesk.services.correcties import Correcties
from vtdesk.services.crisis import Crisis
from vtdesk.services.crisisnotities import Crisisnotities
from vtdesk.services.dagen import Dagen
from vtdesk.services.dossier import Dossiers
from vtdesk.services.formulieren import Formulieren
from vtdesk.services.ganaar import GaNaar
from vtdesk.services.gebeurtenissen import Gebeurtenissen
from vtdesk.services.genogram.service import Genogrammen
from vtdesk.services.gesprekken import Gesprekken
from vtdesk.services.herinneringen import Herinneringen
from vtdesk.services.herstelblad import Herstelbladen
from vtdesk.services.hints import Hints
from vtdesk.services.huishoudens import Huishoudens
from vtdesk.services.informatie import Informatie
from vtdesk.services.instellingen import Instellingen
from vtdesk.services.inzagen import Inzagen
from vtdesk.services.inzagerecht import Inzagerechten
from vtdesk.services.kindgesprekken import Kindgesprekken
from vtdesk.services.kindspoor import Kindspoor
from vtdesk.services.kladjes import Kladjes
from vtdesk.services.logboek import Logboek
from vtdesk.services.meldingen import Meldingen
from vtdesk.services.monitoringen import Monitoringen
from vtdesk.services.morgen import Morgen
from vtdesk.services.noodkaart import Noodkaarten
from vtdesk.services.notities import Notities
from vtdesk.services.organisaties import Organisaties
from vtdesk.services.papier import Papier
from vtdesk.services.personen import Personen
from vtdesk.services.plein.resten import Tafelkaarten
from vtdesk.services.plein.service import Plein
from vtdesk.services.plein.verwerking import Pleinverwerking
from vtdesk.services.pleintafel import Pleintafel
from vtdesk.services.prive import Impacten, Lichtpunten
from vtdesk.services.reacties import Reacties
from vtdesk.services.rechten import Rechten
from vtdesk.services.reeksen import Reeksen
from vtdesk.services.regels import Regels
from vtdesk.services.regie import Casusregie
from vtdesk.services.relaties import Relaties
from vtdesk.services.reservekopie.service import Reservekopieen
from vtdesk.services.reservekopie.terugkeer import Teruggekomen
from vtdesk.services.schrijfstanden import Schrijfstanden
from vtdesk.services.sjablonen_eigen import Sjablonen
from vtdesk.services.snelopenen import Snelopenen
from vtdesk.services.spelling import Spelling
from vtdesk.services.taalwacht import Taalwacht
from vtdesk.services.tekstbouwstenen import Tekstbouwstenen
from vtdesk.services.termijnen import Termijnen
from vtdesk.services.tijdlijn.service import Tijdlijn
from vtdesk.services.uitgaand.adreswacht import Adreswacht
from vtdesk.services.uitgaand.service import Uitgaand
from vtdesk.services.uitspraken import Uitspraken
from vtdesk.services.vaststelling import Vaststelling
from vtdesk.services.veiligheid import Veiligheid
from vtdesk.services.verificatie import Verificatie
from vtdesk.services.verlof.service import Verloven
from vtdesk.services.verlof_papier import Vervangkaarten
from vtdesk.services.vernietiging import Vernietigingen
from vtdesk.services.verslagen import Verslagen
from vtdesk.services.vertrek import Vertrek
from vtdesk.services.zicht import Zichten
from vtdesk.services.zoeken import Zoeken
from vtdesk.store.store import Store
from vtdesk.values.change import ChangeFeed
from vtdesk.values.tijd import Clock


@dataclass(frozen=True, slots=True)
class Desk:
    """What the window and the command line work with."""

    clock: Clock
    changes: ChangeFeed
    instellingen: Instellingen
    casussen: Casussen
    personen: Personen
    relaties: Relaties
    huishoudens: Huishoudens
    genogrammen: Genogrammen
    organisaties: Organisaties
    regie: Casusregie
    meldingen: Meldingen
    crisis: Crisis
    besluiten: Besluiten
    veiligheid: Veiligheid
    zicht: Zichten
    termijnen: Termijnen
    regels: Regels
    monitoringen: Monitoringen
    rechten: Rechten
    vernietigingen: Vernietigingen
    noodkaarten: Noodkaarten
    agenda: Agenda
    agenda_import: AgendaImport
    agenda_export: AgendaExport
    reeksen: Reeksen
    herinneringen: Herinneringen
    verloven: Verloven
    vervangkaarten: Vervangkaarten
    gesprekken: Gesprekken
    notities: Notities
    dagen: Dagen
    morgen: Morgen
    bellen: Bellen
    beloften: Beloften
    crisisnotities: Crisisnotities
    impact: Impacten
    lichtpunten: Lichtpunten
    kladjes: Kladjes
    uitspraken: Uitspraken
    correcties: Correcties
    kindspoor: Kindspoor
    gebeurtenissen: Gebeurtenissen
    tijdlijn: Tijdlijn
    hints: Hints
    logboek: Logboek
    herstelblad: Herstelbladen
    snelopenen: Snelopenen
    kindgesprekken: Kindgesprekken
    informatie: Informatie
    bijlagen: Bijlagen
    bijlagekijker: Bijlagekijker
    plein: Plein
    pleintafel: Pleintafel
    pleinverwerking: Pleinverwerking
    tafelkaarten: Tafelkaarten
    sjablonen: Sjablonen
    verslagen: Verslagen
    formulieren: Formulieren
    schrijfstanden: Schrijfstanden
    vaststelling: Vaststelling
    reacties: Reacties
    verificatie: Verificatie
    papier: Papier
    uitgaand: Uitgaand
    adreswacht: Adreswacht
    inzagen: Inzagen
    inzagerechten: Inzagerechten
    dossiers: Dossiers
    zoeken: Zoeken
    ganaar: GaNaar
    spelling: Spelling
    taalwacht: Taalwacht
    bouwstenen: Tekstbouwstenen
    vertrek: Vertrek
    teruggekomen: Teruggekomen
    reservekopieen: Reservekopieen | None  # None over a bare store, without the keys of a kluis

    @classmethod
    def over(
        cls, store: Store, clock: Clock, reservekopieen: Reservekopieen | None = None
    ) -> "Desk":
        """Build all services over an open store."""
        bijlagen = Bijlagen(store, clock)
        verslagen = Verslagen(store, clock)
        zoeken = Zoeken(store, clock)
        vaststelling = Vaststelling(store, clock)
        kindspoor = Kindspoor(store, clock)
        return cls(
            clock=clock,
            changes=store.changes,
            instellingen=Instellingen(store),
            casussen=Casussen(store, clock),
            personen=Personen(store, clock),
            relaties=Relaties(store),
            huishoudens=Huishoudens(store),
            genogrammen=Genogrammen(store, clock),
            organisaties=Organisaties(store),
            regie=Casusregie(store),
            meldingen=Meldingen(store, clock),
            crisis=Crisis(store, clock),
            besluiten=Besluiten(store, clock),
            veiligheid=Veiligheid(store, clock),
            zicht=Zichten(store, clock),
            termijnen=Termijnen(store, clock),
            regels=Regels(store, clock),
            monitoringen=Monitoringen(store, clock),
            rechten=Rechten(store, clock),
            vernietigingen=Vernietigingen(store, clock),
            noodkaarten=Noodkaarten(store, clock),
            agenda=Agenda(store, clock),
            agenda_import=AgendaImport(store, clock, reservekopieen),
            agenda_export=AgendaExport(store, clock),
            reeksen=Reeksen(store, clock),
            herinneringen=Herinneringen(store, clock),
            verloven=Verloven(store, clock),
            vervangkaarten=Vervangkaarten(store, clock),
            gesprekken=Gesprekken(store),
            notities=Notities(store, clock),
            dagen=Dagen(store, clock),
            morgen=Morgen(store, clock),
            bellen=Bellen(store, clock),
            beloften=Beloften(store, clock),
            crisisnotities=Crisisnotities(store, clock),
            impact=Impacten(store, clock),
            lichtpunten=Lichtpunten(store, clock),
            kladjes=Kladjes(store, clock),
            uitspraken=Uitspraken(store, clock),
            correcties=Correcties(store, clock),
            kindspoor=kindspoor,
            gebeurtenissen=Gebeurtenissen(store, clock),
            tijdlijn=Tijdlijn(store, clock),
            hints=Hints(store, clock, kindspoor),
            logboek=Logboek(store, clock),
            herstelblad=Herstelbladen(store, clock),
            snelopenen=Snelopenen(store),
            kindgesprekken=Kindgesprekken(store, clock),
            informatie=Informatie(store, clock),
            bijlagen=bijlagen,
            bijlagekijker=Bijlagekijker(store, bijlagen),
            plein=Plein(store, clock),
            pleintafel=Pleintafel(store, clock),
            pleinverwerking=Pleinverwerking(store, clock),
            tafelkaarten=Tafelkaarten(store, clock),
            sjablonen=Sjablonen(store, clock),
            verslagen=verslagen,
            formulieren=Formulieren(store, clock),
            schrijfstanden=Schrijfstanden(store, clock),
            vaststelling=vaststelling,
            reacties=Reacties(store, clock),
            verificatie=Verificatie(store, vaststelling),
            papier=Papier(store, vaststelling, clock),
            uitgaand=Uitgaand(store, clock, vaststelling),
            adreswacht=Adreswacht(),
            inzagen=Inzagen(store, clock),
            inzagerechten=Inzagerechten(store, clock),
            dossiers=Dossiers(store, clock, vaststelling),
            zoeken=zoeken,
            ganaar=GaNaar(store, verslagen, zoeken),
            spelling=Spelling(store),
            taalwacht=Taalwacht(store, clock),
            bouwstenen=Tekstbouwstenen(store, clock),
            vertrek=Vertrek(store, clock, reservekopieen),
            teruggekomen=Teruggekomen(store, clock),
            reservekopieen=reservekopieen,
        )
