"""Templates of verslagen: those of vtdesk, with what the office wrote in their place.

A verslag keeps the text it was begun with: `Verslag.sjabloon_eigen` names it.
"""

from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk import resources
from vtdesk.errors import OutsideError, UserError
from vtdesk.models import Instelling, Verslag
from vtdesk.values.sjabloon import Sjabloon, SjabloonSectie
from vtdesk.values.sjabloon_lezen import SjabloonFout, lees_sjabloon, regel_van, sectieregels
from vtdesk.values.tekst import Tekst

__all__ = [
    "SjabloonFout",
    "Sjabloonboek",
    "boek",
    "lees",
    "sjabloon",
    "sjabloon_in",
    "sjabloon_van",
]

GESPREKSVERSLAG = "gespreksverslag"
SOORTEN = (
    GESPREKSVERSLAG,
    "kindgesprek",
    "informantverslag",
    "onderzoeksverslag",
    "veiligheidsplan",
    "veiligheidsplan_kind",
    "plan_van_aanpak",
    "overdrachtsdocument",
    "monitoringsverslag",
    "verslag_jb_plein",
    "telefoonnotitie",
    "intakeformulier_crisis",
    "uitlegblad",
    "brief",
)
SLEUTEL = "sjabloon/"


class Sjabloonboek:
    """All templates as they are now, and as they were when a verslag was begun."""

    def __init__(self, eigen: dict[str, dict[str, Any]]) -> None:
        self._eigen = eigen

    def nu(self, sjabloon_id: str) -> Sjabloon:
        """Give the template by which a verslag is begun now."""
        return self._read(sjabloon_id, self.stand(sjabloon_id).get("nu", 0))

    def van(self, verslag: Verslag) -> Sjabloon:
        """Give the template by which this verslag was begun."""
        return self._read(verslag.sjabloon, verslag.sjabloon_eigen)

    def stand(self, sjabloon_id: str) -> dict[str, Any]:
        """Give what the office stored of a kind; empty when it wrote nothing."""
        return self._eigen.get(sjabloon_id, {})

    def _read(self, sjabloon_id: str, nummer: int) -> Sjabloon:
        text = self.stand(sjabloon_id).get("teksten", {}).get(str(nummer), {}).get("tekst", "")
        if not text:
            return sjabloon(sjabloon_id)
        try:
            return replace(_gelezen(text, bestandsnaam(sjabloon_id)), eigen=nummer)
        except SjabloonFout:  # a newer vtdesk reads with more care; `Sjablonen.fouten` says so
            return sjabloon(sjabloon_id)


def boek(session: Session, *soorten: str) -> Sjabloonboek:
    """Read what the office wrote: of these kinds, or of all at once."""
    keys = [f"{SLEUTEL}{soort}" for soort in soorten or SOORTEN]
    query = select(Instelling.sleutel, Instelling.waarde).where(Instelling.sleutel.in_(keys))
    return Sjabloonboek(
        {sleutel.removeprefix(SLEUTEL): waarde for sleutel, waarde in session.execute(query)}
    )


def sjabloon_in(session: Session, sjabloon_id: str) -> Sjabloon:
    """Give the template of a kind as this office has it now; for what is about to begin."""
    return boek(session, sjabloon_id).nu(sjabloon_id)


def sjabloon_van(session: Session, verslag: Verslag, tekst: Tekst) -> Sjabloon:
    """Give the template of a verslag as it was when that was begun; no part of it goes missing."""
    return boek(session, verslag.sjabloon).van(verslag).met(sectie.id for sectie in tekst.secties)


@cache
def sjabloon(sjabloon_id: str) -> Sjabloon:
    """Read a template of vtdesk; names the file when it cannot be read."""
    try:
        return lees_sjabloon(tekst_van_vtdesk(sjabloon_id), bestandsnaam(sjabloon_id))
    except SjabloonFout as error:
        raise OutsideError(
            f"Het sjabloon {error.naam} kan niet worden gelezen. Installeer vtdesk opnieuw."
        ) from error


def tekst_van_vtdesk(sjabloon_id: str) -> str:
    """Give the text of a template as vtdesk brings it."""
    name = bestandsnaam(sjabloon_id)
    try:
        return resources.path("verslagen", name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OutsideError(
            f"Het sjabloon {name} kan niet worden gelezen. Installeer vtdesk opnieuw."
        ) from error


def bestaand(sjabloon_id: str) -> str:
    """Give the id of a kind; refuses one that vtdesk does not have."""
    if sjabloon_id not in SOORTEN:
        raise UserError(f"Er is geen sjabloon '{sjabloon_id}'. Kies uit: {', '.join(SOORTEN)}.")
    return sjabloon_id


def bestandsnaam(sjabloon_id: str) -> str:
    """Name the file of a kind, as a message calls it."""
    return f"{sjabloon_id}.toml"


def lees(text: str, naam: str) -> Sjabloon:
    """Read an own text with care: what the program counts on must still be in it."""
    found = lees_sjabloon(text, naam)
    if found.id not in SOORTEN:
        known = ", ".join(SOORTEN)
        raise SjabloonFout(
            naam,
            regel_van(text, "id"),
            f"'{found.id}' is geen soort van vtdesk. Kies uit: {known}.",
        )
    ours = sjabloon(found.id)
    for name, was, now in (("vorm", ours.vorm, found.vorm), ("per", ours.per, found.per)):
        if was != now:
            reden = f"'{name}' moet '{was}' blijven." if was else f"Haal '{name}' weg."
            raise SjabloonFout(naam, regel_van(text, name), reden)
    _check_parts(text, naam, found, ours)
    return found


def _check_parts(text: str, naam: str, found: Sjabloon, ours: Sjabloon) -> None:
    """A part may get other words, another place or a neighbour; it may not go."""
    lines = sectieregels(text, found)
    before = next(iter(lines.values()))
    for part in ours.secties:
        if part.id not in lines:
            raise SjabloonFout(
                naam,
                before,
                f"Na dit onderdeel ontbreekt '{part.id}' ({part.kop}). Laat het staan: wie het "
                "niet nodig heeft, zet het bij het schrijven op n.v.t.",
            )
        before = lines[part.id]
        if reden := _lost_table(part, found.sectie(part.id)):
            raise SjabloonFout(naam, before, reden)


def _lost_table(was: SjabloonSectie, now: SjabloonSectie) -> str:
    if was.tabel and not now.tabel:
        return f"Onderdeel '{was.id}' heeft de tabel met afspraken. Zet 'tabel = true' terug."
    if lost := [f"'{one}'" for one in was.kolommen if one not in now.kolommen]:
        return f"In de tabel van '{was.id}' ontbreekt {' en '.join(lost)}. vtdesk vult die in."
    return ""


@lru_cache(maxsize=64)
def _gelezen(text: str, naam: str) -> Sjabloon:
    return lees_sjabloon(text, naam)
