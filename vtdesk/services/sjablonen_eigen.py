"""What an office writes in the place of a template of vtdesk: checked, kept, and put back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Instelling, Verslag
from vtdesk.services.sjablonen import (
    SLEUTEL,
    SOORTEN,
    Sjabloonboek,
    SjabloonFout,
    bestaand,
    bestandsnaam,
    boek,
    lees,
    tekst_van_vtdesk,
)
from vtdesk.store.store import Store
from vtdesk.values.sjabloon_lezen import lees_sjabloon, regel_van
from vtdesk.values.tijd import Clock, local


@dataclass(frozen=True, slots=True)
class SjabloonRow:
    """One kind in the list: whose text is used, and what is wrong with the office's own."""

    id: str
    titel: str
    versie: str
    bron: str
    koppen: tuple[str, ...]  # of the parts, in order
    eigen: bool  # the office has a text of its own, in use or not
    sinds: datetime | None  # of the own text in use; None: vtdesk's is used
    fout: SjabloonFout | None

    @property
    def zin(self) -> str:
        """Say what is wrong and which text is used meanwhile; empty when all is well."""
        if self.fout is None:
            return ""
        used = "je laatste goede tekst" if self.sinds else "de tekst van vtdesk"
        return f"{self.fout.zin} Tot dit klopt, blijft {used} in gebruik."


@dataclass(frozen=True, slots=True)
class Vorige:
    """What stood there before a change, for undo."""

    tekst: str
    nu: int


@dataclass(frozen=True, slots=True)
class Bewaarde:
    """That a text was kept; with `fout` it is kept but not used."""

    vorige: Vorige
    fout: SjabloonFout | None


class Sjablonen:
    """Use cases around the templates of this office; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def all(self) -> list[SjabloonRow]:
        """List all kinds in their fixed order."""
        with self._store.read() as session:
            held = boek(session)
            return [_row(held, soort) for soort in SOORTEN]

    def row(self, sjabloon_id: str) -> SjabloonRow:
        """Give one kind."""
        with self._store.read() as session:
            return _row(boek(session), bestaand(sjabloon_id))

    def fouten(self) -> list[str]:
        """Say which own texts are not used, and why."""
        return [f"{row.titel}. {row.zin}" for row in self.all() if row.fout]

    def eigen(self, sjabloon_id: str) -> str:
        """Give the office's own text; empty when it uses that of vtdesk."""
        with self._store.read() as session:
            return str(boek(session).stand(bestaand(sjabloon_id)).get("tekst", ""))

    def tekst(self, sjabloon_id: str) -> str:
        """Give the text to change: the own one, or else that of vtdesk."""
        return self.eigen(sjabloon_id) or tekst_van_vtdesk(sjabloon_id)

    def bewaar(self, sjabloon_id: str, tekst: str) -> Bewaarde:
        """Keep an own text; one with a mistake is kept too, but the last good one stays in use."""
        if not tekst.strip() or tekst == tekst_van_vtdesk(bestaand(sjabloon_id)):
            return Bewaarde(self.terug(sjabloon_id), None)
        fout = fout_in(sjabloon_id, tekst)
        with self._store.write() as session:
            stand = dict(boek(session).stand(sjabloon_id))
            vorige = _vorige(stand)
            stand["tekst"] = tekst
            if fout is None:
                _use(session, sjabloon_id, stand, tekst, self._clock())
            _store(session, sjabloon_id, stand)
        return Bewaarde(vorige, fout)

    def terug(self, sjabloon_id: str) -> Vorige:
        """Use the text of vtdesk again; what was begun with the own one keeps it."""
        return self.herstel(sjabloon_id, Vorige("", 0))

    def herstel(self, sjabloon_id: str, stand: Vorige) -> Vorige:
        """Put back what stood there before a change."""
        with self._store.write() as session:
            kept = dict(boek(session).stand(bestaand(sjabloon_id)))
            vorige = _vorige(kept)
            if kept:
                _store(session, sjabloon_id, kept | {"tekst": stand.tekst, "nu": stand.nu})
        return vorige


def fout_in(sjabloon_id: str, tekst: str) -> SjabloonFout | None:
    """Look through a text for this kind; None when it can be used."""
    naam = bestandsnaam(sjabloon_id)
    try:
        found = lees(tekst, naam)
    except SjabloonFout as error:
        return error
    if found.id != sjabloon_id:
        return SjabloonFout(naam, regel_van(tekst, "id"), f"'id' moet '{sjabloon_id}' blijven.")
    return None


def _row(held: Sjabloonboek, soort: str) -> SjabloonRow:
    stand, used = held.stand(soort), held.nu(soort)
    tekst = str(stand.get("tekst", ""))
    since = stand["teksten"][str(used.eigen)]["sinds"] if used.eigen else None
    return SjabloonRow(
        id=soort,
        titel=used.titel,
        versie=used.versie,
        bron=used.bron,
        koppen=tuple(part.kop for part in used.secties),
        eigen=bool(tekst),
        sinds=local(datetime.fromisoformat(since)) if since else None,
        fout=_stored_fout(soort, tekst, in_use=used.eigen > 0, stand=stand),
    )


def _stored_fout(
    soort: str, tekst: str, *, in_use: bool, stand: dict[str, Any]
) -> SjabloonFout | None:
    """Say what is wrong with a stored text.

    A text that was good stays so when a later vtdesk has a part more; only one that cannot be
    read at all is not used any more.
    """
    if not tekst:
        return None
    good = stand.get("teksten", {}).get(str(stand.get("nu", 0)), {}).get("tekst", "")
    if tekst != good:
        return fout_in(soort, tekst)
    if in_use:
        return None
    try:
        lees_sjabloon(tekst, bestandsnaam(soort))
    except SjabloonFout as error:
        return error
    return None


def _use(session: Session, soort: str, stand: dict[str, Any], tekst: str, now: datetime) -> None:
    """Make a text the one in use; keeps those by which a verslag was begun."""
    begun = select(Verslag.sjabloon_eigen).where(Verslag.sjabloon == soort).distinct()
    needed = {str(number) for number in session.scalars(begun)} | {str(stand.get("nu", 0))}
    last = int(stand.get("laatste", 0)) + 1
    texts = {number: kept for number, kept in stand.get("teksten", {}).items() if number in needed}
    texts[str(last)] = {"tekst": tekst, "sinds": local(now).isoformat()}
    stand |= {"teksten": texts, "nu": last, "laatste": last}


def _store(session: Session, soort: str, stand: dict[str, Any]) -> None:
    sleutel = f"{SLEUTEL}{soort}"
    found = session.scalar(select(Instelling).where(Instelling.sleutel == sleutel))
    if found is None:
        session.add(Instelling(sleutel=sleutel, waarde=stand))
    else:
        found.waarde = stand


def _vorige(stand: dict[str, Any]) -> Vorige:
    return Vorige(str(stand.get("tekst", "")), int(stand.get("nu", 0)))
