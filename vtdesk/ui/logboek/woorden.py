"""A line of the logboek in plain words."""

from collections.abc import Mapping

from vtdesk.services.logboek import LogKeuze, LogRow, Uitkomst
from vtdesk.ui.labels import label
from vtdesk.values.kinds import Kind

KEUZE: Mapping[LogKeuze, str] = {
    LogKeuze.ALLES: "Alles",
    LogKeuze.BEKEKEN: "Bekeken",
    LogKeuze.GEWIJZIGD: "Gewijzigd",
    LogKeuze.AFGEDRUKT: "Afgedrukt of opgeslagen",
}

GESCHIEDENIS = "wijziging"  # what an uitspraak said before its change
TABEL: Mapping[str, str] = {
    "afgeschermd": "Afgeschermd gegeven",
    "afspraak": "Afspraak",
    "belofte": "Belofte",
    "belpoging": "Poging om te bellen",
    "besluit": "Besluit",
    "bespreking": "Bespreking op het JB-plein",
    "betrokkenheid": "Rol in de casus",
    "bewoning": "Woonplek",
    "bijlage": "Bijlage",
    "casus": "Casus",
    "concept": "Concept",
    "correctiebrief": "Correctiebrief",
    "crisisbeoordeling": "Crisisbeoordeling",
    "crisisnotitie": "Crisisnotitie",
    "crisisregel": "Regel in een crisisnotitie",
    "dag": "Dag",
    "deelname": "Deelnemer aan een gesprek",
    "dossierstuk": "Stuk in het dossier dat klaarligt",
    "eigenwoord": "Eigen woord voor de spelling",
    "gebeurtenis": "Gebeurtenis",
    "gesprek": "Gesprek",
    "gezag": "Gezag",
    "gezien": "Gezien door een ander",
    "herinnering": "Herinnering",
    "hintantwoord": "Reden bij een hint",
    "huishouden": "Huishouden",
    "impact": "Alleen van jou",
    "inbreng": "Inbreng op het JB-plein",
    "informatieverzoek": "Vraag aan een informant",
    "instelling": "Instelling",
    "instemming": "Reactie op een afspraak",
    "instrument": "Uitkomst van een instrument",
    "inzet": "Organisatie in de casus",
    "kindgesprek": "Gesprek met een kind",
    "klad": "Half getypt",
    "lichtpunt": "Alleen van jou",
    "melder": "Melder",
    "melding": "Melding",
    "monitoring": "Moment van monitoring",
    "opschorting": "Stilstand van een termijn",
    "organisatie": "Organisatie",
    "overdracht": "Overdracht van het zicht",
    "overname": "Wie iets overneemt tijdens verlof",
    "parkeernotitie": "Parkeernotitie",
    "persoon": "Persoon",
    "pleintaak": "Taak na het JB-plein",
    "plek": "Plek in het genogram",
    "politieafspraak": "Afspraak met de politie",
    "reactie": "Reactie op een verslag",
    "reeks": "Reeks afspraken",
    "regie": "Casusregie",
    "relatie": "Relatie",
    "schrijfstand": "Eerdere tekst van een verslag",
    "standpunt": "Standpunt op het JB-plein",
    "termijn": "Termijn",
    "terugbelverzoek": "Terugbelverzoek",
    "toets": "Toets",
    "uitgaandkeuze": "Keuze bij uitgaand",
    "uitgifte": "Exemplaar voor een ontvanger",
    "uitspraak": "Uitspraak",
    "veilig_contact": "Veilig contact",
    "verlenging": "Verlenging van een termijn",
    "verlof": "Verlof",
    "vernietiging": "Vernietiging",
    "versie": "Versie van een verslag",
    "verslag": "Verslag",
    "verzending": "Verzending",
    "verzoek": "Verzoek over het dossier",
    "waarborg": "Voorwaarde of afspraak",
    GESCHIEDENIS: "Geschiedenis van een uitspraak",
    "zicht": "Zicht op veiligheid",
    "zitting": "Zitting van het JB-plein",
}
GEBEURTENIS = "E"  # such as: a verslag became final
GEDAAN = {"C": "toegevoegd", "U": "gewijzigd", "D": "weggehaald"}
_GELEZEN = {
    "pdf": "{} opgeslagen als PDF",
    "print": "{} afgedrukt",
    "tijdlijn-pdf": "Tijdlijn opgeslagen als PDF",
    "tijdlijn-print": "Tijdlijn afgedrukt",
    "genogram-pdf": "Genogram opgeslagen als PDF",
    "genogram-svg": "Genogram opgeslagen als SVG",
    "genogram-print": "Genogram afgedrukt",
    "html": "{} opgeslagen als pagina",
    "uittreksel": "Uittreksel voor een persoon gemaakt",
    "uittreksel-pdf": "Inzage opgeslagen als PDF",
    "uittreksel-print": "Inzage afgedrukt",
    "dossier-pdf": "Dossier opgeslagen als PDF",
    "dossier-print": "Dossier afgedrukt",
    "agenda-ics": "Afspraken met titel en plaats opgeslagen voor een andere agenda",
    "afgeschermd": "Afgeschermde gegevens geopend",
    "melder": "Melder geopend",
    "bekeken": "{} bekeken",
    "bewaard": "{} opgeslagen buiten de kluis",
    "buiten": "{} buiten vtdesk geopend",
    "bijlage-bewaard": "Bijlage opgeslagen als bestand",
    "": "{} bekeken",
    "casus": "Casus bekeken",
}
_GEBEURD = {
    "vastgesteld": "Verslag vastgesteld",
    "correctie": "Correctie begonnen",
    "definitief": "Besluit definitief gemaakt",
    "geboren": "Ongeboren kind geboren",
    "opnieuw-vernietigd": "Casus opnieuw vernietigd na het terugzetten",
    "uitgaand_tonen": "Deel van een verslag toch meegegeven",
    "uitgaand_weglaten": "Zin weggelaten uit een exemplaar",
    "uitgaand_iets_anders": "Treffer van de adreswacht is iets anders",
    "uitgaand_gewist": "Keuze bij uitgaand teruggenomen",
    "tafelkaart-verdwenen": "Tafelkaart verdwenen op haar datum",
}


def zin(row: LogRow) -> str:
    """Say what was done, such as `Uitspraak gewijzigd`."""
    if row.kind is Kind.KLUIS:  # its closed list is in words already
        return _ended(row.detail[0].upper() + row.detail[1:], row.uitkomst)
    if row.detail in _GEBEURD and row.actie != "R":
        return _GEBEURD[row.detail]
    if row.actie in GEDAAN:
        return f"{_ding(row)} {GEDAAN[row.actie]}"
    if row.detail in _GELEZEN:
        return _GELEZEN[row.detail].format(_ding(row))
    return f"{_ding(row)} bekeken: {row.detail.replace('-', ' ').replace('_', ' ')}"


def _ended(words: str, uitkomst: str) -> str:
    return words if uitkomst == Uitkomst.OK else f"{words}: {uitkomst}"


def is_bekend(actie: str, detail: str) -> bool:
    """Tell whether there are words of its own for such a line."""
    return detail in {"C": TABEL, "U": TABEL, "D": TABEL, "E": _GEBEURD}.get(actie, _GELEZEN)


def _ding(row: LogRow) -> str:
    word = label(row.kind).word
    return TABEL.get(row.detail) or f"{word[0].upper()}{word[1:]}"
