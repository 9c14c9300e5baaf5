"""Laptop kwijt: a page for the privacy officer, made from a reservekopie on another laptop.

The copy is read where it lies and never put back: no file of it comes on this laptop, nothing is
written in it, and no logboek hears of it. Only the page itself is stored, where she says.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from vtdesk.errors import DamageError
from vtdesk.security import files, header, kluis
from vtdesk.security.folder import HEADER
from vtdesk.security.header import Header
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import Keychain
from vtdesk.security.kluis import Sleutels
from vtdesk.security.kopieplaats import Kopie
from vtdesk.security.slot import SlotKind
from vtdesk.services.drukwerk import Drukwerk
from vtdesk.services.kwijtblad_feiten import Feiten, feiten
from vtdesk.services.reservekopie.maken import Tell, look_through
from vtdesk.store.kopie import looking
from vtdesk.values.kwijtblad import STAPPEN, Kwijtblad
from vtdesk.values.tijd import klok, local, volle_dag
from vtdesk.values.vervangblad import Bladdeel

if TYPE_CHECKING:
    from vtdesk.store.kopie import Nagekeken

MELDTIJD = timedelta(hours=72)  # AVG art. 33 lid 1
BESTANDSNAAM = "blad.pdf"  # says nothing on a strange laptop
_WIDE = (0.32, 0.68)
_MEMORY = 1024  # KiB in a MiB

Opener = Callable[[Path], Sleutels]


@dataclass(frozen=True, slots=True)
class Vraag:
    """What she fills in: when it was found out, and whether casussen are named."""

    ontdekt: datetime
    met_namen: bool = False


def by_wachtzin(wachtzin: str, keychain: Keychain) -> Opener:
    """Open with the wachtzin of the kluis; where a keychain took part, only its own laptop can."""
    return lambda place: kluis.look(place, wachtzin, keychain)


def by_sheet(code: Herstelcode) -> Opener:
    """Open with the herstelblad, which stays as it is."""
    return lambda place: kluis.look_with_code(place, code)


def make(
    kopie: Kopie, opener: Opener, vraag: Vraag, now: datetime, tell: Tell = lambda _: None
) -> Kwijtblad:
    """Look the whole copy over and tell what was on the laptop."""
    sleutels = opener(kopie.pad)
    seen = look_through(kopie, sleutels, tell)
    blad = kopie.blad.open(sleutels.kopie)
    with looking(kopie.pad / blad.database_naam, sleutels.database) as connection:
        found = feiten(connection, local(now).date())
    kop = _header(kopie.pad)
    return Kwijtblad(
        gemaakt=_moment(now),
        inleiding=(
            "Dit blad komt uit een reservekopie. Wat daarna is gewijzigd, staat er niet in. De "
            "aantallen zijn geteld, niet geschat."
        ),
        delen=(
            _clock(vraag),
            _copy(kopie, seen),
            _contents(found),
            _closed(kop, found, now),
            Bladdeel("Wat nu te doen", STAPPEN, breedtes=(0.42, 0.58)),
            _casussen(found, met_namen=vraag.met_namen),
        ),
    )


def render(blad: Kwijtblad) -> bytes:
    """Give the pages as a PDF."""
    from vtdesk.reports.kwijtblad import render_kwijtblad  # noqa: PLC0415 (loads reportlab)

    return render_kwijtblad(blad)


def drukwerk(blad: Kwijtblad) -> Drukwerk:
    """Give the page to look at, to save and to print; nothing is noted anywhere."""
    pdf = render(blad)  # once: what is seen is what leaves
    return Drukwerk(lambda: pdf, lambda: BESTANDSNAAM, set, lambda _: None)


def _header(place: Path) -> Header:
    try:
        return header.parse(files.read_at_most(place / HEADER, header.MAX_BYTES)).header
    except OSError as error:
        raise DamageError("De sleutelkop ontbreekt of kan niet worden gelezen.") from error


def _clock(vraag: Vraag) -> Bladdeel:
    return Bladdeel(
        "De 72 uur (AVG artikel 33)",
        (
            ("Ontdekt", _moment(vraag.ontdekt)),
            ("Melden vóór", f"{_moment(vraag.ontdekt + MELDTIJD)}, als een melding nodig is"),
        ),
        breedtes=_WIDE,
    )


def _copy(kopie: Kopie, seen: "Nagekeken") -> Bladdeel:
    last = seen.inhoud.laatste
    whole = "heel, maar het logboek erin klopt niet" if seen.logboek else "heel"
    changed = _moment(datetime.fromisoformat(last).replace(tzinfo=UTC)) if last else "onbekend"
    return Bladdeel(
        "De reservekopie",
        (
            ("Gemaakt", f"{_moment(kopie.gemaakt)}; nu helemaal nagekeken en {whole}"),
            ("Laatste wijziging daarin", changed),
        ),
        breedtes=_WIDE,
    )


def _contents(found: Feiten) -> Bladdeel:
    doubtful = (
        "ga uit van ja: dit kan in elk verslag staan" if found.verslagen else "geen verslagen"
    )
    return Bladdeel(
        "Wat er op de laptop stond",
        (
            ("Casussen", f"{len(found.casussen)}"),
            ("Mensen", f"{found.personen}, van wie {found.kinderen} jonger dan 18"),
            ("Geheim adres", _yes(found.adressen)),
            ("Ander afgeschermd gegeven", _yes(found.afgeschermd - found.adressen)),
            ("Melders", _yes(found.melders)),
            ("Gezondheid, strafbare feiten", doubtful),
            (
                "Verslagen en uitspraken",
                f"{found.verslagen} verslagen, {found.uitspraken} uitspraken",
            ),
            ("Bijlagen", f"{found.bijlagen}"),
        ),
        breedtes=_WIDE,
    )


def _closed(kop: Header, found: Feiten, now: datetime) -> Bladdeel:
    ways = tuple(_ways(kop, now))
    shut = "niet te zien in deze kopie; vraag of de kluis open was"
    if found.dicht:
        shut = f"{_moment(found.dicht)} volgens deze kopie; vraag of de kluis daarna open was"
    return Bladdeel(
        "Hoe het was versleuteld",
        (
            ("Versleuteling", "hele database en elke bijlage: AES-256, met een controle per blok"),
            *ways,
            ("Snel openen met een pincode", "aan" if found.snel else "uit"),
            ("Kluis het laatst dicht", shut),
        ),
        breedtes=_WIDE,
    )


def _ways(kop: Header, now: datetime) -> Iterator[tuple[str, str]]:
    """Say of each secret how it is guarded and how old it is."""
    for slot in kop.slots:
        age = f"sinds {_since(slot.created, now)}"
        if slot.kind is SlotKind.PASSPHRASE and slot.cost is not None:
            memory = slot.cost.memory // _MEMORY
            yield (
                "Wachtzin",
                f"{age}; Argon2id met {memory} MiB, {slot.cost.passes} rondes en "
                f"{slot.cost.lanes} {'baan' if slot.cost.lanes == 1 else 'banen'} per poging",
            )
            second = "ja: op een andere laptop opent de wachtzin niets" if slot.keyring else "nee"
            yield ("Tweede geheim in de sleutelbos", second)
        elif slot.kind is SlotKind.RECOVERY:
            yield ("Herstelblad", f"{age}; een willekeurige code van 140 bits")


def _since(created: str, now: datetime) -> str:
    moment = datetime.fromisoformat(created)
    days = max(0, (now - moment).days)
    return f"{volle_dag(local(moment).date())} ({days} {'dag' if days == 1 else 'dagen'})"


def _casussen(found: Feiten, *, met_namen: bool) -> Bladdeel:
    none = "Er waren geen casussen."
    if met_namen:
        rows = tuple((casus.nummer, casus.naam) for casus in found.casussen)
        return Bladdeel("De casussen", rows, leeg=none)
    numbers = ", ".join(casus.nummer for casus in found.casussen)
    return Bladdeel("De casussen", (("Nummers", numbers),) if numbers else (), leeg=none)


def _yes(count: int) -> str:
    return f"ja, {count}" if count else "nee"


def _moment(moment: datetime) -> str:
    return f"{volle_dag(local(moment).date())} {klok(moment)}"
