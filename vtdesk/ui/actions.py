"""Every command once: name, words, keys, icon.

The window owns the commands that always work; a page adopts its own with `Page.on_action(name,
slot)` and they work while that page is on screen. The sheet of Ctrl+/ and the palette of Ctrl+K
read this list, so a command that nobody adopted appears nowhere.

Keys that a part of a page answers itself (`BY_HAND`: a block, a list, the text) stand here too: a
page names those of its parts in `own_keys`, for the sheet.

Single letters come with an Alt twin: the letter alone works when no text field has the focus.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from vtdesk.ui.theme import icons


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done, by key, button or palette."""

    name: str
    words: str
    keys: tuple[str, ...] = ()
    icon: str = ""


COMMANDS = (
    # the window
    Command("ga-naar", "Ga naar", ("Ctrl+K",), "zoeken"),
    Command("toetsen", "Toetsen", ("Ctrl+/",), "toetsen"),
    Command("vandaag", "Vandaag", ("Ctrl+1",), "vandaag"),
    Command("week", "Week", ("Ctrl+2",), "week"),
    Command("plein", "Plein", ("Ctrl+4",), "plein"),
    Command("bellen", "Bellen", ("Ctrl+3",), "bellen"),
    Command("casussen", "Casussen", ("Ctrl+5",), "casussen"),
    Command("verslagen", "Verslagen", ("Ctrl+6",), "verslagen"),
    Command("zoeken", "Zoeken", ("Ctrl+Shift+F",), "zoeken"),
    Command("instellingen", "Instellingen", ("Ctrl+,",), "instellingen"),
    Command("telefoontje", "Telefoontje", ("F2",), "telefoontje"),
    Command("parkeernotitie", "Parkeernotitie", ("F3",), "parkeernotitie"),
    Command("belofte", "Belofte", ("F4",), "belofte"),
    Command("crisisnotitie", "Crisisnotitie", ("F6",), "crisisnotitie"),
    Command("impact", "Impact", ("F8",), "impact"),
    Command("inspector", "Zijkant in of uit", ("F9",), "lijst"),
    Command("volgend-deel", "Volgend deel", ("Ctrl+F6",)),
    Command("terug", "Terug", ("Alt+Left",), "terug"),
    Command("herinnering", "Naar de herinnering", ("Ctrl+Shift+H",), "herinnering"),
    Command("ongedaan", "Ongedaan maken", ("Ctrl+Z",), "ongedaan"),
    Command("gordijn", "Gordijn", ("F12",), "gordijn"),
    Command("vergrendel", "Vergrendel", ("Ctrl+L",), "vergrendel"),
    # Vandaag
    Command("afspraak-nieuw", "Afspraak maken", ("Ins", "Ctrl+N"), "plan"),
    Command("afspraak-volgende", "Volgende afspraak", ("N", "Alt+N"), "volgende"),
    Command("afspraak-gehouden", "Gehouden", ("H", "Alt+H"), "klaar"),
    Command("dag-vorige", "Vorige dag", ("PgUp",), "vorige"),
    Command("dag-volgende", "Volgende dag", ("PgDown",), "volgende"),
    Command("dag-vandaag", "Naar vandaag", ("T", "Alt+T"), "vandaag"),
    Command("dag-afsluiten", "Dag afsluiten", (), "eigen-tijd"),
    Command("agenda-inlezen", "Agenda inlezen", (), "bewaren"),
    Command("agenda-bewaren", "Agenda bewaren als .ics", (), "kopie"),
    Command("verlof-plannen", "Verlof plannen", (), "verlof"),
    Command("verlof-verdelen", "Wie neemt het over", (), "mensen"),
    # Week
    Command("week-vorige", "Vorige week", ("PgUp",), "vorige"),
    Command("week-volgende", "Volgende week", ("PgDown",), "volgende"),
    Command("week-vandaag", "Naar deze week", ("T", "Alt+T"), "week"),
    Command("week-zwaar", "Zware gesprekken tellen"),
    Command("week-dubbel", "Twee weken naast elkaar"),
    # Plein
    Command("bespreking-nieuw", "Bespreking toevoegen", ("Ins", "Ctrl+N"), "erbij"),
    Command("plein-begin", "Plein beginnen", ("Ctrl+Return",), "plein"),
    Command("bespreking-eerder", "Bespreking eerder", ("Alt+Up",), "inklappen"),
    Command("bespreking-later", "Bespreking later", ("Alt+Down",), "uitklappen"),
    Command("bespreking-verwerken", "Bespreking verwerken", ("Alt+V",), "klaar"),
    Command("bespreking-volgende", "Volgende bespreking", ("Ctrl+PgDown",), "volgende"),
    Command("bespreking-vorige", "Vorige bespreking", ("Ctrl+PgUp",), "vorige"),
    Command("fase-volgende", "Volgende fase", ("Alt+PgDown",), "uitklappen"),
    Command("fase-vorige", "Vorige fase", ("Alt+PgUp",), "inklappen"),
    Command("plein-taak", "Regel wordt taak", ("Ctrl+T",), "besluit"),
    Command("besluit-voorlezen", "Besluit voorlezen", ("Ctrl+Shift+B",), "voorlezen"),
    Command("plein-voorbereiding", "Mijn voorbereiding in of uit", ("Ctrl+I",), "lijst"),
    # Bellen
    Command("bel-volgende", "Volgend telefoontje", ("J", "Alt+J"), "volgende"),
    Command("bel-vorige", "Vorig telefoontje", ("K", "Alt+K"), "vorige"),
    Command("bel-gesproken", "Gesproken", ("S", "Alt+S"), "klaar"),
    Command("bel-geen-gehoor", "Geen gehoor", ("G", "Alt+G"), "gemist"),
    Command("bel-ingesproken", "Ingesproken", ("I", "Alt+I"), "voicemail"),
    Command("bel-verkeerd", "Verkeerd nummer", ("X", "Alt+X"), "sluiten"),
    # Casussen
    Command("casus-nieuw", "Casus maken", ("Ctrl+N",), "erbij"),
    Command("casussen-lijst", "Lijst met casussen", ("Ctrl+B",), "lijst"),
    Command("deel-nieuw", "Toevoegen in dit deel van de casus", ("Ins",), "erbij"),
    Command("hint-volgende", "Volgende hint", ("Alt+H",), "volgende"),
    Command("hint-plannen", "Hint: plannen of bekijken", ("Alt+P",), "plan"),
    Command("hint-reden", "Hint: reden geven", ("Alt+R",), "info"),
    # Verslagen
    Command("verslag-nieuw", "Nieuw verslag", ("Ctrl+N",), "schrijven"),
    # Verslageditor
    Command("letter-feit", "Zin is een feit", ("Alt+1",)),
    Command("letter-verklaring", "Zin is een verklaring", ("Alt+2",)),
    Command("letter-mening", "Zin is een mening", ("Alt+3",)),
    Command("letter-duiding", "Zin is een duiding", ("Alt+4",)),
    Command("letter-hypothese", "Zin is een hypothese", ("Alt+5",)),
    Command("letter-weg", "Zin is gewone tekst", ("Alt+0",)),
    Command("bron", "Bron van de zin", ("Alt+B",)),
    Command("werkaantekening", "Werkaantekening", ("Ctrl+Shift+W",), "bewerken"),
    Command("regel-uit-notitie", "Regel uit notitie in de tekst", ("Ctrl+Return",), "schrijven"),
    Command("zoek-in-tekst", "Zoeken in de tekst", ("Ctrl+F",), "zoeken"),
    Command("vervang", "Vervangen in de tekst", ("Ctrl+H",)),
    Command("open-veld", "Volgende open plek", ("F5",), "volgende"),
    Command("open-veld-vorige", "Vorige open plek", ("Shift+F5",), "vorige"),
    Command("inspringen", "Inspringen als punt van een lijst", ("Ctrl+]",), "lijst"),
    Command("uitspringen", "Niet meer inspringen", ("Ctrl+[",)),
    Command("lezen", "Lezen naast de tekst", ("Ctrl+R",), "toon"),
    Command("onderdeel-vorige", "Vorig onderdeel", ("Ctrl+Up",), "inklappen"),
    Command("onderdeel-volgende", "Volgend onderdeel", ("Ctrl+Down",), "uitklappen"),
    Command("nvt", "Onderdeel n.v.t., want …", ("Ctrl+Shift+N",)),
    Command("spelling", "Volgende spelfout of Taalwacht-woord", ("F7",)),
    Command("stille-stand", "Stille stand", ("F11",)),
    Command("vaststellen", "Verslag vaststellen", ("Ctrl+Shift+S",), "vaststellen"),
    Command("voorbeeld", "Voorbeeld", (), "toon"),
    Command("correctie", "Correctie maken", (), "correctie"),
    Command("reactie", "Reactie toevoegen", ("Ctrl+Shift+R",), "gesprek"),
    Command("eerdere-teksten", "Eerdere teksten", ("Ctrl+Shift+E",), "logboek"),
    # Uitgaand
    Command("uitgaand", "Uitgaand…", ("Ctrl+P",), "verzending"),
    Command("naar-ontvanger", "Voor wie is dit?", ("Alt+V",), "persoon"),
    Command("zin-weglaten", "Zin weglaten", ("Alt+Z",), "weg"),
    Command("uitgaand-correctie", "Treffer: correctie maken", ("Alt+C",), "correctie"),
    Command("iets-anders", "Is iets anders, want …", ("Alt+I",), "info"),
    Command("blad-vorige", "Vorige bladzijde", ("Alt+PgUp",), "vorige"),
    Command("blad-volgende", "Volgende bladzijde", ("Alt+PgDown",), "volgende"),
    Command("pdf-maken", "PDF maken", ("Alt+P",), "pdf"),
    Command("uitgaand-afdrukken", "Afdrukken…", ("Alt+A",), "print"),
    Command("webpagina-maken", "Webpagina maken…", ("Alt+W",), "buiten"),
    # Dossier
    Command("dossier", "Dossier verzamelen", ("Ctrl+Shift+P",), "dossier"),
    Command("dossier-erbij", "In het dossier leggen", ("Ctrl+D",), "dossier"),
    Command("stuk-erbij", "Stuk erbij", ("Ins",), "erbij"),
    Command("stuk-eerder", "Stuk eerder", ("Alt+Up",), "inklappen"),
    Command("stuk-later", "Stuk later", ("Alt+Down",), "uitklappen"),
    *(Command(f"tab-{place}", f"Tab {place}", (f"Alt+{place % 10}",)) for place in range(1, 11)),
)  # fmt: skip

BY_HAND = (
    Command("ongedaan-overal", "Ongedaan maken, in tekst of wat net gebeurde", ("Ctrl+Z",)),
    Command("paneel-dicht", "Paneel sluiten, concept blijft", ("Esc",)),
    Command("formulier-bewaren", "Formulier bewaren", ("Ctrl+Return", "Ctrl+Enter")),
    # a block in the day
    Command("blok-boven", "Afspraak erboven", ("Up",)),
    Command("blok-onder", "Afspraak eronder", ("Down",)),
    Command("blok-open", "Afspraak openen", ("Return", "Enter")),
    Command("blok-eerder", "Vijf minuten eerder", ("Alt+Up", "Ctrl+Up")),
    Command("blok-later", "Vijf minuten later", ("Alt+Down", "Ctrl+Down")),
    Command("blok-met-rest", "Verzetten, met alles erna", ("Shift+Return", "Shift+Enter")),
    Command("blok-weg", "Afspraak afzeggen", ("Del",)),
    # a block in the week
    Command("blok-links", "Naar de dag ervoor", ("Left",)),
    Command("blok-rechts", "Naar de dag erna", ("Right",)),
    Command("blok-dag-terug", "Een dag eerder", ("Ctrl+Left",)),
    Command("blok-dag-verder", "Een dag later", ("Ctrl+Right",)),
    # a person in the drawing of the family
    Command("gezin-op", "Naar een ouder", ("Up",)),
    Command("gezin-neer", "Naar een kind", ("Down",)),
    Command("gezin-links", "Naar wie er links staat", ("Left",)),
    Command("gezin-rechts", "Naar wie er rechts staat", ("Right",)),
    Command("gezin-naar-links", "In de tekening naar links", ("Shift+Left",)),
    Command("gezin-naar-rechts", "In de tekening naar rechts", ("Shift+Right",)),
    Command("gezin-open", "Persoon in de tekening wijzigen", ("Return", "Enter")),
    Command("gezin-relatie", "Relatie toevoegen", ("R",)),
    Command("gezin-groter", "Tekening groter", ("Ctrl++", "Ctrl+=")),
    Command("gezin-kleiner", "Tekening kleiner", ("Ctrl+-",)),
    Command("gezin-passend", "Tekening passend maken", ("Ctrl+0",)),
    # a list
    Command("telefoontje-bellen", "Naar de eerste vraag van het telefoontje", ("Return",)),
    Command("rij-openen", "Rij openen of wijzigen", ("Return",)),
    Command("rij-weg", "Rij weghalen", ("Del",)),
    Command("bijlage-dicht", "Van een bijlage terug naar de lijst", ("Esc",)),
    Command("persoon-openen", "Persoon wijzigen", ("Return",)),
    Command("verslag-openen", "Verslag openen", ("Return",)),
    Command("verslag-bekijken", "Verslag bekijken", ("Space",)),
    Command("treffer-eerste", "Naar de treffers", ("Down", "Return")),
    Command("treffer-openen", "Treffer openen", ("Return",)),
    Command("treffer-bekijken", "Treffer bekijken", ("Space",)),
    # what stays behind
    Command("schakel-om", "Laten meegaan of weg laten blijven", ("Space",)),
    Command("keuze-lopen", "Andere ontvanger of weg", ("Up", "Down")),
    # the text of a verslag
    Command("vet", "Vet", ("Ctrl+B",)),
    Command("cursief", "Cursief, voor eigen woorden van een kind", ("Ctrl+I",)),
    Command("weer", "Opnieuw doen", ("Ctrl+Y",)),
    Command("regel-erbij", "Nieuwe regel in dezelfde alinea", ("Shift+Return",)),
    Command("vak-volgende", "Volgend vak van de tabel", ("Tab",)),
    Command("rij-eronder", "Rij eronder in de tabel", ("Ctrl+Shift+Return",)),
    Command("tabelrij-weg", "Rij van de tabel weghalen", ("Ctrl+Shift+Del",)),
    Command("alles", "Alle tekst kiezen", ("Ctrl+A",)),
    Command("naar-tekst", "Van de zijkant terug naar de tekst", ("Esc",)),
)

_ON_THE_KEYBOARD = {
    "Return": "Enter", "Left": "←", "Up": "↑", "Down": "↓", "Space": "Spatie"
}  # fmt: skip

BY_NAME = {command.name: command for command in (*COMMANDS, *BY_HAND)}


def make(name: str, parent: QObject) -> QAction:
    """Make the action of a command; its owner adds it to a widget and connects it."""
    command = BY_NAME[name]
    action = QAction(command.words, parent)
    action.setObjectName(name)
    action.setShortcuts([QKeySequence(keys) for keys in command.keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    if command.icon:
        action.setIcon(icons.icon(command.icon, "tekst"))
    return action


def pressed(event: QKeyEvent, names: Iterable[str]) -> str:
    """Tell which of these commands a key asks for; nothing when it asks for none."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    keys = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))
    return next((name for name in names if keys in map(QKeySequence, BY_NAME[name].keys)), "")


def keys_text(name: str) -> str:
    """Write the first key of a command as a keycap shows it, such as `Ctrl K`."""
    keys = BY_NAME[name].keys
    shown = keys[0].replace("+", " ") if keys else ""
    for qt, keyboard in _ON_THE_KEYBOARD.items():
        shown = shown.replace(qt, keyboard)
    return shown
