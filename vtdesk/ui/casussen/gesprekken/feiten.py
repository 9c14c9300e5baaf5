"""What is known of a row, and what can be done with it."""

from collections.abc import Iterator

from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.informatie import InformatieRow, Stap
from vtdesk.services.kindgesprekken import KindgesprekGegevens
from vtdesk.services.kindspoor import KindRow
from vtdesk.services.verslagen import VerslagRow
from vtdesk.ui.casussen.gesprekken.rijen import Inhoud, Rij
from vtdesk.ui.format import aantal, tijden
from vtdesk.values.kinds import AfspraakStaat
from vtdesk.values.tekst import plain
from vtdesk.values.tijd import korte_dag, volle_dag

Feit = tuple[str, str]

KINDGESPREK = "kindgesprek:"  # followed by the id of the child
STEP_DEEDS = {
    Stap.VERSTUURD: "Is verstuurd",
    Stap.BEANTWOORD: "Is beantwoord",
    Stap.TERUGGELEZEN: "Is teruggelezen",
    Stap.AKKOORD: "Informant is akkoord",
}
_KINDGESPREK = (
    ("plek", "Waar"),
    ("steunfiguur", "Steunfiguur"),
    ("steunfiguur_gekozen_door", "Gekozen door"),
    ("gezagdragers", "Gezagdragers"),
    ("politie", "Politie"),
    ("uitgelegd", "Uitgelegd"),
    ("gevraagd", "Gevraagd"),
    ("gezien", "Gezien"),
    ("wil", "Wat het kind wil"),
    ("niet_doorgeven", "Liever niet doorgeven"),
    ("geantwoord", "Wat ik antwoordde"),
    ("teruggekoppeld", "Teruggekoppeld"),
    ("veilig_erna", "Veilig erna"),
)


def deeds(rij: Rij, inhoud: Inhoud) -> list[Feit]:
    """Name what can be done with a row, the usual thing first."""
    match rij:
        case KindRow():
            return [("gesprek-plannen", "Gesprek plannen"), ("gezien", "Gezien door een ander")]
        case AfspraakRow():
            return list(_gesprek_deeds(rij, inhoud))
        case VerslagRow():
            return [("verslag-openen", "Openen"), ("verslag-uitgaand", "Uitgaand…")]
        case InformatieRow():
            return list(_vraag_deeds(rij))


def title(rij: Rij) -> str:
    """Give the head of the inspector."""
    match rij:
        case KindRow():
            return rij.naam
        case InformatieRow():
            return rij.gegevens.aan
        case AfspraakRow() | VerslagRow():
            return rij.titel


def facts(rij: Rij, inhoud: Inhoud) -> list[Feit]:
    """Give every field that holds something."""
    match rij:
        case KindRow():
            found = _kind_facts(rij)
        case AfspraakRow():
            found = _gesprek_facts(rij, inhoud)
        case VerslagRow():
            found = iter((("Soort", rij.soort), ("Datum", volle_dag(rij.datum.date()))))
        case InformatieRow():
            found = _vraag_facts(rij)
    return [(name, value) for name, value in found if value]


def _gesprek_deeds(rij: AfspraakRow, inhoud: Inhoud) -> Iterator[Feit]:
    if rij.verslag_id:
        yield "verslag-openen", "Verslag openen"
        yield "verslag-uitgaand", "Verslag uitgaand…"
    elif rij.owes_verslag:
        yield "verslag-schrijven", "Verslag schrijven"
    if rij.staat is AfspraakStaat.GEHOUDEN:
        for child in _spoken_children(rij, inhoud):
            yield f"{KINDGESPREK}{child.id}", f"Gesprek met {child.naam}"
    yield "in-agenda", "In de agenda"


def _spoken_children(rij: AfspraakRow, inhoud: Inhoud) -> list[KindRow]:
    """List the children that were at a talk."""
    return [
        child
        for child in inhoud.kinderen
        if any(name == child.naam or name.startswith(f"{child.naam} ") for name in rij.wie)
    ]


def _vraag_deeds(rij: InformatieRow) -> Iterator[Feit]:
    if rij.volgende:
        yield "vraag-stap", STEP_DEEDS[rij.volgende]
    yield "vraag-wijzigen", "Wijzigen"
    if rij.stap is Stap.GEVRAAGD:
        yield "vraag-weg", "Weghalen"
    else:
        yield "vraag-terug", "Laatste stap klopt niet"


def _kind_facts(rij: KindRow) -> Iterator[Feit]:
    if rij.gesproken_op:
        yield "Gesproken", f"{volle_dag(rij.gesproken_op.date())}. {rij.gesproken_hoe}"
    else:
        yield "Gesproken", f"Nog niet, {aantal(rij.dagen, 'dag', 'dagen')} sinds {rij.sinds}"
    if rij.eigen_woorden:
        yield "Eigen woorden", plain(rij.eigen_woorden)
    yield "Teruggekoppeld", rij.teruggekoppeld
    for seen in rij.gezien:
        about = f": {seen.toelichting}" if seen.toelichting else ""
        yield "Gezien door", f"{seen.door}, {korte_dag(seen.op)}{about}"


def _gesprek_facts(rij: AfspraakRow, inhoud: Inhoud) -> Iterator[Feit]:
    yield "Wanneer", f"{volle_dag(rij.begin.date())}, {tijden(rij.begin, rij.einde)}"
    yield "Waar", rij.plaats
    yield "Wie", ", ".join(rij.wie)
    yield "Doel", rij.doel
    yield "Reden", rij.reden
    for talk in inhoud.kindgesprek(rij.id):
        yield "Kind", talk.kind
        yield from _kindgesprek_facts(talk.gegevens)


def _kindgesprek_facts(gegevens: KindgesprekGegevens) -> Iterator[Feit]:
    for name, words in _KINDGESPREK:
        yield words, getattr(gegevens, name)
    if gegevens.teruggekoppeld_op:
        yield "Teruggekoppeld op", volle_dag(gegevens.teruggekoppeld_op)


def _vraag_facts(rij: InformatieRow) -> Iterator[Feit]:
    asked = rij.gegevens
    yield "Gevraagd", asked.gevraagd
    yield "Grond", asked.grond
    yield "Ouders", asked.ouders_weten
    yield "Bron", "Afgeschermd: de naam komt niet in stukken" if asked.bron_afgeschermd else ""
    for step, words in (
        (Stap.VERSTUURD, "Verstuurd"),
        (Stap.BEANTWOORD, "Beantwoord"),
        (Stap.TERUGGELEZEN, "Teruggelezen"),
        (Stap.AKKOORD, "Akkoord"),
    ):
        day = rij.dag(step)
        yield words, volle_dag(day) if day else ""
    yield "Antwoord", rij.antwoord
