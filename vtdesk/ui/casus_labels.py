"""Dutch words, icon and colour role of the value lists of the case file."""

from collections.abc import Mapping

from vtdesk.ui.label import Label
from vtdesk.values import casuskinds

RELATIE_SOORT: Mapping[casuskinds.RelatieSoort, Label] = {
    casuskinds.RelatieSoort.OUDER: Label("ouder van"),
    casuskinds.RelatieSoort.PARTNER: Label("partner van"),
    casuskinds.RelatieSoort.EX: Label("ex-partner van"),
    casuskinds.RelatieSoort.BROER_ZUS: Label("broer of zus van"),
    casuskinds.RelatieSoort.PLEEG: Label("pleegouder van"),
    casuskinds.RelatieSoort.FAMILIE: Label("familie van"),
    casuskinds.RelatieSoort.NETWERK: Label("netwerk van"),
    casuskinds.RelatieSoort.HULP: Label("hulpverlener van"),
    casuskinds.RelatieSoort.STEUN: Label("steunt"),
    casuskinds.RelatieSoort.GEWELD: Label("gebruikte geweld tegen"),
}

MELDING_SOORT: Mapping[casuskinds.MeldingSoort, Label] = {
    casuskinds.MeldingSoort.POLITIE: Label("politie", "punt"),
    casuskinds.MeldingSoort.PROFESSIONAL: Label("professional", "organisatie"),
    casuskinds.MeldingSoort.PARTICULIER: Label("particulier", "persoon"),
    casuskinds.MeldingSoort.AMBTSHALVE: Label("ambtshalve", "schrijven"),
}

ANONIMITEIT: Mapping[casuskinds.Anonimiteit, Label] = {
    casuskinds.Anonimiteit.BEKEND: Label("melder bekend"),
    casuskinds.Anonimiteit.ANONIEM_VOOR_GEZIN: Label(
        "anoniem voor het gezin", "afgeschermd", "let-op"
    ),
    casuskinds.Anonimiteit.DUBBEL_ANONIEM: Label("dubbel anoniem", "afgeschermd", "gevaar"),
}

KLEUR: Mapping[casuskinds.Kleur, Label] = {
    casuskinds.Kleur.ROOD: Label("Rood", tone="gevaar"),
    casuskinds.Kleur.ORANJE: Label("Oranje", tone="let-op"),
    casuskinds.Kleur.GROEN: Label("Groen", tone="goed"),
}

KLEUR_VORM: Mapping[casuskinds.Kleur, str] = {
    casuskinds.Kleur.ROOD: "ruit",
    casuskinds.Kleur.ORANJE: "driehoek",
    casuskinds.Kleur.GROEN: "rond",
}

BESLUIT_SOORT: Mapping[casuskinds.BesluitSoort, Label] = {
    casuskinds.BesluitSoort.VEILIGHEIDSBEOORDELING: Label("Veiligheidsbeoordeling", "besluit"),
    casuskinds.BesluitSoort.ONDERZOEK: Label("Uitkomst onderzoek", "besluit"),
    casuskinds.BesluitSoort.VOORWAARDEN_EN_VERVOLG: Label("Voorwaarden en vervolg", "besluit"),
    casuskinds.BesluitSoort.OVERDRACHT: Label("Overdracht", "besluit"),
    casuskinds.BesluitSoort.VERZOEK_TOT_ONDERZOEK: Label("Verzoek tot onderzoek", "besluit"),
    casuskinds.BesluitSoort.MONITORING: Label("Besluit na monitoring", "besluit"),
    casuskinds.BesluitSoort.AFSLUITING: Label("Afsluiting", "besluit"),
    casuskinds.BesluitSoort.VERNIETIGING: Label("Vernietiging", "besluit"),
    casuskinds.BesluitSoort.ANDERS: Label("Ander besluit", "besluit"),
}

BESLUIT_VERVOLG: Mapping[casuskinds.BesluitVervolg, Label] = {
    casuskinds.BesluitVervolg.ONDERZOEK: Label("Onderzoek"),
    casuskinds.BesluitVervolg.VOORWAARDEN_EN_VERVOLG: Label("Voorwaarden en vervolg"),
    casuskinds.BesluitVervolg.OVERDRACHT: Label("Overdracht"),
    casuskinds.BesluitVervolg.VERZOEK_TOT_ONDERZOEK: Label("Verzoek tot onderzoek"),
    casuskinds.BesluitVervolg.EINDE: Label("Einde bemoeienis"),
}

BESLUIT_STAND: Mapping[casuskinds.BesluitStand, Label] = {
    casuskinds.BesluitStand.CONCEPT: Label("Concept", "schrijven"),
    casuskinds.BesluitStand.DEFINITIEF: Label("Definitief", "vaststellen", "goed"),
}

WAARBORG_SOORT: Mapping[casuskinds.WaarborgSoort, Label] = {
    casuskinds.WaarborgSoort.VOORWAARDE: Label("veiligheidsvoorwaarde", "veilig"),
    casuskinds.WaarborgSoort.AFSPRAAK: Label("veiligheidsafspraak", "belofte"),
}

INSTEMMINGSSTAND: Mapping[casuskinds.Instemmingsstand, Label] = {
    casuskinds.Instemmingsstand.AKKOORD: Label("akkoord", "klaar", "goed"),
    casuskinds.Instemmingsstand.DENKT_EROVER_NA: Label("denkt erover na", "tijd", "let-op"),
    casuskinds.Instemmingsstand.NIET_AKKOORD: Label("niet akkoord", tone="gevaar"),
}

TOETSUITKOMST: Mapping[casuskinds.Toetsuitkomst, Label] = {
    casuskinds.Toetsuitkomst.NAGEKOMEN: Label("Nagekomen", "klaar", "goed"),
    casuskinds.Toetsuitkomst.DEELS: Label("Deels", tone="let-op"),
    casuskinds.Toetsuitkomst.NIET: Label("Niet", tone="gevaar"),
    casuskinds.Toetsuitkomst.NOG_NIET_TE_ZEGGEN: Label("Nog niet te zeggen"),
}

POLITIE_SOORT: Mapping[casuskinds.PolitieSoort, Label] = {
    casuskinds.PolitieSoort.LOCATIE: Label("afspraak op locatie (AOL)", "plaats"),
    casuskinds.PolitieSoort.PERSOON: Label("afspraak op persoon (AOP)", "persoon"),
}

OORDEEL: Mapping[casuskinds.Oordeel, Label] = {
    casuskinds.Oordeel.JA: Label("ja", tone="goed"),
    casuskinds.Oordeel.DEELS: Label("deels", tone="let-op"),
    casuskinds.Oordeel.NEE: Label("nee", tone="gevaar"),
    casuskinds.Oordeel.NIET_TE_ZEGGEN: Label("niet te zeggen"),
}

MONITORING_SOORT: Mapping[casuskinds.MonitoringSoort, Label] = {
    casuskinds.MonitoringSoort.DRIE_MAANDEN: Label("na 3 maanden", "monitoring", "buiten"),
    casuskinds.MonitoringSoort.EEN_JAAR: Label("na 1 jaar", "monitoring", "buiten"),
    casuskinds.MonitoringSoort.EXTRA: Label("extra moment", "monitoring", "buiten"),
}

MONITORING_BESLUIT: Mapping[casuskinds.MonitoringBesluit, Label] = {
    casuskinds.MonitoringBesluit.VOLGENDE_MOMENT: Label("volgende moment"),
    casuskinds.MonitoringBesluit.AFSLUITEN: Label("afsluiten"),
    casuskinds.MonitoringBesluit.OPSCHALEN: Label("opschalen", tone="let-op"),
    casuskinds.MonitoringBesluit.NIEUWE_MELDING: Label("nieuwe melding", tone="let-op"),
}

GEBEURTENIS_SOORT: Mapping[casuskinds.GebeurtenisSoort, Label] = {
    casuskinds.GebeurtenisSoort.INCIDENT: Label("incident", "punt", "let-op"),
    casuskinds.GebeurtenisSoort.HUISVERBOD: Label("huisverbod", "vergrendel", "let-op"),
    casuskinds.GebeurtenisSoort.CONTACTVERBOD: Label("contactverbod", "vergrendel", "let-op"),
    casuskinds.GebeurtenisSoort.LOCATIEVERBOD: Label("locatieverbod", "vergrendel", "let-op"),
    casuskinds.GebeurtenisSoort.PLAATSING: Label("plaatsing", "huisbezoek"),
    casuskinds.GebeurtenisSoort.OTS: Label("ondertoezichtstelling (OTS)", "besluit"),
    casuskinds.GebeurtenisSoort.VOTS: Label("voorlopige ondertoezichtstelling (VOTS)", "besluit"),
    casuskinds.GebeurtenisSoort.MUHP: Label("machtiging uithuisplaatsing (MUHP)", "besluit"),
    casuskinds.GebeurtenisSoort.HULP: Label("hulp", "hulp"),
    casuskinds.GebeurtenisSoort.CONTACT: Label("contactmoment", "bellen"),
    casuskinds.GebeurtenisSoort.PLEIN: Label("JB-plein", "plein"),
    casuskinds.GebeurtenisSoort.ANDERS: Label("iets anders"),
}

VERZOEK_SOORT: Mapping[casuskinds.VerzoekSoort, Label] = {
    casuskinds.VerzoekSoort.INZAGE: Label("inzage", "toon"),
    casuskinds.VerzoekSoort.AFSCHRIFT: Label("afschrift", "print"),
    casuskinds.VerzoekSoort.CORRECTIE: Label("correctie", "correctie"),
    casuskinds.VerzoekSoort.VERNIETIGING: Label("vernietiging", "weg"),
}

VERZOEK_STAND: Mapping[casuskinds.VerzoekStand, Label] = {
    casuskinds.VerzoekStand.OPEN: Label("open", tone="let-op"),
    casuskinds.VerzoekStand.TOEGEWEZEN: Label("toegewezen", tone="goed"),
    casuskinds.VerzoekStand.DEELS: Label("deels toegewezen", tone="let-op"),
    casuskinds.VerzoekStand.GEWEIGERD: Label("geweigerd"),
}

WIJZIGING_SOORT: Mapping[casuskinds.WijzigingSoort, Label] = {
    casuskinds.WijzigingSoort.TEKST: Label("tekst gewijzigd", "bewerken"),
    casuskinds.WijzigingSoort.VERIFICATIE: Label("verificatie gewijzigd", "klaar"),
    casuskinds.WijzigingSoort.WEERLEGD: Label("weerlegd", "correctie", "let-op"),
    casuskinds.WijzigingSoort.INGETROKKEN: Label("ingetrokken", "correctie", "let-op"),
    casuskinds.WijzigingSoort.HERSTELD: Label("hersteld", "ongedaan"),
}

TABLES = (
    RELATIE_SOORT,
    MELDING_SOORT,
    ANONIMITEIT,
    KLEUR,
    BESLUIT_SOORT,
    BESLUIT_VERVOLG,
    BESLUIT_STAND,
    WAARBORG_SOORT,
    INSTEMMINGSSTAND,
    TOETSUITKOMST,
    POLITIE_SOORT,
    OORDEEL,
    MONITORING_SOORT,
    MONITORING_BESLUIT,
    GEBEURTENIS_SOORT,
    VERZOEK_SOORT,
    VERZOEK_STAND,
    WIJZIGING_SOORT,
)
