"""Dutch words, icon and colour role of every member of every value list of the domain."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from vtdesk.ui.casus_labels import TABLES as CASUS_TABLES
from vtdesk.ui.label import Label
from vtdesk.values import kinds

KIND: Mapping[kinds.Kind, Label] = {
    kinds.Kind.CASUS: Label("casus", "casussen"),
    kinds.Kind.PERSOON: Label("persoon", "persoon"),
    kinds.Kind.ORGANISATIE: Label("organisatie", "organisatie"),
    kinds.Kind.AFSPRAAK: Label("afspraak", "vandaag"),
    kinds.Kind.GESPREK: Label("gesprek", "gesprek"),
    kinds.Kind.PARKEERNOTITIE: Label("parkeernotitie", "parkeernotitie"),
    kinds.Kind.UITSPRAAK: Label("uitspraak", "citaat"),
    kinds.Kind.VERSLAG: Label("verslag", "verslagen"),
    kinds.Kind.CONCEPT: Label("concept", "schrijven"),
    kinds.Kind.INSTELLING: Label("instelling", "instellingen"),
    kinds.Kind.MELDING: Label("melding", "punt"),
    kinds.Kind.CRISIS: Label("crisis", "crisis"),
    kinds.Kind.BESLUIT: Label("besluit", "besluit"),
    kinds.Kind.VEILIGHEID: Label("veiligheid", "veilig"),
    kinds.Kind.TERMIJN: Label("termijn", "termijn"),
    kinds.Kind.ONDERZOEK: Label("onderzoek", "zoeken"),
    kinds.Kind.VERZENDING: Label("verzending", "verzending"),
    kinds.Kind.GEBEURTENIS: Label("gebeurtenis", "vandaag"),
    kinds.Kind.BIJLAGE: Label("bijlage", "bijlage"),
    kinds.Kind.VERZOEK: Label("verzoek", "persoon"),
    kinds.Kind.HINT: Label("hint", "info"),
    kinds.Kind.BELOFTE: Label("belofte", "belofte"),
    kinds.Kind.TERUGBELVERZOEK: Label("terugbelverzoek", "bellen"),
    kinds.Kind.CRISISNOTITIE: Label("crisisnotitie", "crisis"),
    kinds.Kind.PLEIN: Label("JB-plein", "plein"),
    kinds.Kind.DAG: Label("dag", "vandaag"),
    kinds.Kind.VERLOF: Label("verlof", "verlof"),
    kinds.Kind.HERINNERING: Label("herinnering", "herinnering"),
    kinds.Kind.PRIVE: Label("alleen van jou", "lichtpunt"),
    kinds.Kind.KLUIS: Label("kluis", "vergrendel"),
}

DIENST: Mapping[kinds.Dienst, Label] = {
    kinds.Dienst.ADVIES: Label("Advies"),
    kinds.Dienst.VEILIGHEIDSBEOORDELING: Label("Veiligheidsbeoordeling", tone="let-op"),
    kinds.Dienst.VOORWAARDEN_EN_VERVOLG: Label("Voorwaarden en vervolg", tone="keuze"),
    kinds.Dienst.ONDERZOEK: Label("Onderzoek", tone="keuze"),
    kinds.Dienst.MONITORING: Label("Monitoring", "monitoring", "buiten"),
}

CASUS_STAAT: Mapping[kinds.CasusStaat, Label] = {
    kinds.CasusStaat.LOPEND: Label("Lopend", tone="keuze"),
    kinds.CasusStaat.GESLOTEN: Label("Gesloten"),
}

GESLACHT: Mapping[kinds.Geslacht, Label] = {
    kinds.Geslacht.VROUW: Label("vrouw"),
    kinds.Geslacht.MAN: Label("man"),
    kinds.Geslacht.ANDERS: Label("anders"),
    kinds.Geslacht.ONBEKEND: Label("onbekend"),
}

ROL: Mapping[kinds.Rol, Label] = {
    kinds.Rol.KIND: Label("kind", "kind"),
    kinds.Rol.ONGEBOREN: Label("ongeboren kind", "kind"),
    kinds.Rol.MOEDER: Label("moeder", "persoon"),
    kinds.Rol.VADER: Label("vader", "persoon"),
    kinds.Rol.STIEFOUDER: Label("stiefouder", "persoon"),
    kinds.Rol.PARTNER: Label("partner", "persoon"),
    kinds.Rol.GROOTOUDER: Label("grootouder", "persoon"),
    kinds.Rol.FAMILIE: Label("familie", "persoon"),
    kinds.Rol.NETWERK: Label("netwerk", "overleg"),
    kinds.Rol.INFORMANT: Label("informant", "school"),
    kinds.Rol.PROFESSIONAL: Label("professional", "organisatie"),
    kinds.Rol.MELDER: Label("melder", "afgeschermd"),
    kinds.Rol.ANDERS: Label("anders", "persoon"),
}

GEZAG_SOORT: Mapping[kinds.GezagSoort, Label] = {
    kinds.GezagSoort.GEZAMENLIJK: Label("gezamenlijk gezag"),
    kinds.GezagSoort.EENHOOFDIG: Label("eenhoofdig gezag"),
    kinds.GezagSoort.VOOGDIJ: Label("voogdij"),
    kinds.GezagSoort.GEEN: Label("geen gezag"),
    kinds.GezagSoort.ONBEKEND: Label("gezag onbekend", tone="let-op"),
}

AFGESCHERMD_SOORT: Mapping[kinds.AfgeschermdSoort, Label] = {
    kinds.AfgeschermdSoort.ADRES: Label("Adres", "geheim-adres"),
    kinds.AfgeschermdSoort.POSTCODE: Label("Postcode", "geheim-adres"),
    kinds.AfgeschermdSoort.TELEFOON: Label("Telefoon", "bellen"),
    kinds.AfgeschermdSoort.SCHOOL: Label("School", "school"),
    kinds.AfgeschermdSoort.HUISARTS: Label("Huisarts", "organisatie"),
    kinds.AfgeschermdSoort.PLEK: Label("Plek", "plaats"),
    kinds.AfgeschermdSoort.WOORD: Label("Woord", "citaat"),
}

AFSPRAAK_SOORT: Mapping[kinds.AfspraakSoort, Label] = {
    kinds.AfspraakSoort.GESPREK: Label("Gesprek", "gesprek", "accent"),
    kinds.AfspraakSoort.HUISBEZOEK: Label("Huisbezoek", "huisbezoek", "buiten"),
    kinds.AfspraakSoort.OVERLEG: Label("Overleg", "overleg", "overleg"),
    kinds.AfspraakSoort.PLEIN: Label("Plein", "plein", "overleg"),
    kinds.AfspraakSoort.MONITORING: Label("Monitoring", "monitoring", "buiten"),
    kinds.AfspraakSoort.BELLEN: Label("Bellen", "bellen", "accent"),
    kinds.AfspraakSoort.REISTIJD: Label("Reistijd", "reistijd"),
    kinds.AfspraakSoort.LUNCH: Label("Lunch", "lunch"),
    kinds.AfspraakSoort.SCHRIJVEN: Label("Schrijven", "schrijven", "goed"),
    kinds.AfspraakSoort.EIGEN_TIJD: Label("Eigen tijd", "eigen-tijd"),
}

AFSPRAAK_STAAT: Mapping[kinds.AfspraakStaat, Label] = {
    kinds.AfspraakStaat.GEPLAND: Label("Gepland", "vandaag"),
    kinds.AfspraakStaat.GEHOUDEN: Label("Gehouden", "klaar", "goed"),
    kinds.AfspraakStaat.AFGEZEGD: Label("Afgezegd", "afgezegd", "let-op"),
    kinds.AfspraakStaat.VERZET: Label("Verzet", "verzet"),
}

KANAAL: Mapping[kinds.Kanaal, Label] = {
    kinds.Kanaal.KANTOOR: Label("op kantoor", "organisatie"),
    kinds.Kanaal.HUISBEZOEK: Label("huisbezoek", "huisbezoek"),
    kinds.Kanaal.SCHOOL: Label("op school", "school"),
    kinds.Kanaal.TELEFONISCH: Label("telefonisch", "bellen"),
    kinds.Kanaal.DIGITAAL: Label("beeldbellen", "beeldbellen"),
    kinds.Kanaal.ELDERS: Label("elders", "plaats"),
}

AANWEZIGHEID: Mapping[kinds.Aanwezigheid, Label] = {
    kinds.Aanwezigheid.AANWEZIG: Label("aanwezig", "klaar", "goed"),
    kinds.Aanwezigheid.BEELDBELLEN: Label("via beeldbellen", "beeldbellen"),
    kinds.Aanwezigheid.EERDER_WEG: Label("eerder weg", "tijd", "let-op"),
    kinds.Aanwezigheid.AFWEZIG: Label("afwezig", "afwezig"),
}

OPNAME: Mapping[kinds.Opname, Label] = {
    kinds.Opname.GEEN: Label("geen opname"),
    kinds.Opname.DOOR_BETROKKENE: Label("opname door betrokkene", "opname", "let-op"),
    kinds.Opname.DOOR_VT: Label("opname door Veilig Thuis", "opname"),
}

LETTER: Mapping[kinds.Letter, Label] = {
    kinds.Letter.FEIT: Label("feit", tone="tekst"),
    kinds.Letter.VERKLARING: Label("verklaring", tone="accent"),
    kinds.Letter.MENING: Label("mening", tone="overleg"),
    kinds.Letter.DUIDING: Label("duiding", tone="overleg"),
    kinds.Letter.HYPOTHESE: Label("hypothese"),
}

VERIFICATIE: Mapping[kinds.Verificatie, Label] = {
    kinds.Verificatie.ONBEVESTIGD: Label("niet bevestigd", tone="let-op"),
    kinds.Verificatie.BEVESTIGD: Label("bevestigd", tone="goed"),
    kinds.Verificatie.TEGENGESPROKEN: Label("tegengesproken"),
    kinds.Verificatie.WEERLEGD: Label("weerlegd"),
    kinds.Verificatie.INGETROKKEN: Label("ingetrokken"),
    kinds.Verificatie.NIET_TE_VERIFIEREN: Label("niet te verifiëren"),
}

ZICHTBAARHEID: Mapping[kinds.Zichtbaarheid, Label] = {
    kinds.Zichtbaarheid.IEDEREEN: Label("iedereen mag dit lezen"),
    kinds.Zichtbaarheid.NIET_VOOR: Label("niet voor", "afgeschermd", "let-op"),
    kinds.Zichtbaarheid.ALLEEN_VT: Label("alleen Veilig Thuis", "afgeschermd", "let-op"),
}

VERSLAG_STAND: Mapping[kinds.VerslagStand, Label] = {
    kinds.VerslagStand.CONCEPT: Label("Concept", "schrijven"),
    kinds.VerslagStand.TER_REACTIE: Label("Ter reactie", "gesprek", "let-op"),
    kinds.VerslagStand.VASTGESTELD: Label("Vastgesteld", "vaststellen", "goed"),
    kinds.VerslagStand.VERVANGEN: Label("Vervangen", "correctie"),
}

REACTIE_SOORT: Mapping[kinds.ReactieSoort, Label] = {
    kinds.ReactieSoort.GEZIEN: Label("gezien", "toon"),
    kinds.ReactieSoort.AKKOORD: Label("akkoord", "klaar", "goed"),
    kinds.ReactieSoort.NIET_AKKOORD: Label("niet akkoord", "let-op", "let-op"),
}

_TABLES: tuple[Mapping[Any, Label], ...] = (
    KIND, DIENST, CASUS_STAAT, GESLACHT, ROL, GEZAG_SOORT, AFGESCHERMD_SOORT, AFSPRAAK_SOORT,
    AFSPRAAK_STAAT, KANAAL, AANWEZIGHEID, OPNAME, LETTER, VERIFICATIE, ZICHTBAARHEID,
    VERSLAG_STAND, REACTIE_SOORT, *CASUS_TABLES,
)  # fmt: skip

LABELS: Mapping[type[StrEnum], Mapping[Any, Label]] = {
    type(next(iter(table))): table for table in _TABLES
}


def label(member: StrEnum) -> Label:
    """Give how a member of any value list looks."""
    return LABELS[type(member)][member]
