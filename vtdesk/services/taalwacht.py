"""Taalwacht: the list as this office has it, and what it finds in a text."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy.orm import Session
from typing_extensions import override

from vtdesk import resources
from vtdesk.errors import OutsideError, UserError
from vtdesk.services import eigenlijst
from vtdesk.services.controle.punt import Punt
from vtdesk.services.eigenlijst import Eigenlijst, MetEigenlijst
from vtdesk.store.store import Store
from vtdesk.values.kinds import Letter
from vtdesk.values.taalwacht import (
    BESTAND,
    Stukken,
    Taalboek,
    Taalregel,
    Treffer,
    citaten,
    eigen_regel,
    in_blok,
    read_taalregels,
    samen,
)
from vtdesk.values.tekst import Blok, Tekst
from vtdesk.values.tijd import Clock

NAMED = 3  # so many words the point of the checks names


@dataclass(frozen=True, slots=True)
class Taalrij:
    """One rule in the list, and whose it is."""

    regel: Taalregel
    eigen: bool
    aan: bool = True

    @property
    def id(self) -> str:
        """Give the id of the rule."""
        return self.regel.id


class Taalwacht(MetEigenlijst):
    """Use cases around loaded words; it never holds anything up."""

    naam = "taalwacht"

    def __init__(self, store: Store, clock: Clock) -> None:
        super().__init__(store, clock)
        self._boek: Taalboek | None = None

    def boek(self) -> Taalboek:
        """Give the list as it holds now."""
        if self._boek is None:
            with self._store.read() as session:
                self._boek = taalboek(session)
        return self._boek

    def treffers(
        self, tekst: str, letter: Letter | None = None, stil: Stukken = ()
    ) -> list[Treffer]:
        """Find the loaded words of the writer in a line; quotations and `stil` are left alone."""
        return self.boek().treffers(tekst, (*stil, *citaten(tekst, letter)))

    def rijen(self) -> list[Taalrij]:
        """List all rules by word, also those that the office switched off."""
        kept = self._kept()
        own = [_regel(row) for row in kept.rijen]
        names = {regel.id for regel in own}
        found = [Taalrij(regel, eigen=True) for regel in own]
        found += [
            Taalrij(regel, eigen=False, aan=regel.id not in kept.uit)
            for regel in _van_vtdesk()
            if regel.id not in names
        ]
        return sorted(found, key=lambda rij: rij.id)

    def bewaar(self, was: str, woorden: str, liever: str, waarom: str, bron: str) -> Eigenlijst:
        """Keep a rule of the office, in the place of `was`; gives the list of before, for undo."""
        regel = eigen_regel(woorden, liever, waarom, bron=bron, vanaf=self._clock().date())
        if regel.id != was and any(_regel(row).id == regel.id for row in self._kept().rijen):
            raise UserError(f"'{regel.id}' staat al in je lijst. Wijzig die regel.")
        return self._put(was, _row(regel), frozenset(one.id for one in _van_vtdesk()))

    @override
    def _id_of(self, row: dict[str, Any]) -> str:
        return _regel(row).id

    @override
    def _forget(self) -> None:
        self._boek = None


def taalboek(session: Session) -> Taalboek:
    """Read the list as it holds in this kluis."""
    kept = eigenlijst.lees(session, Taalwacht.naam)
    return _boek(tuple(_regel(row) for row in kept.rijen), kept.uit)


def taalpunt(session: Session, tekst: Tekst) -> Punt:
    """Say how many loaded words are left; a reason will do, or none: it holds nothing up."""
    found = woorden_in(session, tekst)
    if not found:
        return Punt("taalwacht", "Taalwacht: niets gevonden", klaar=True)
    first, woord = found[0]
    names = list(dict.fromkeys(word.casefold() for _, word in found))
    more = f", en nog {len(names) - NAMED}" if len(names) > NAMED else ""
    said = f"Taalwacht: {', '.join(names[:NAMED])}{more}"
    return Punt("taalwacht", said, klaar=False, vrij=True, sectie_id=first, woord=woord)


def woorden_in(session: Session, tekst: Tekst) -> list[tuple[str, str]]:
    """List the loaded words of a text, each with the id of its part."""
    boek = taalboek(session)
    return [
        (sectie.id, one.woord)
        for sectie in tekst.secties
        for blok in sectie.blokken
        for one in _treffers(boek, blok)
    ]


@lru_cache(maxsize=4)
def _boek(eigen: tuple[Taalregel, ...], uit: tuple[str, ...]) -> Taalboek:
    return samen(_van_vtdesk(), eigen, uit)


class _Cached:
    """What was found in a block before; the list is one object as long as it does not change."""

    def __init__(self) -> None:
        self.boek: Taalboek | None = None
        self.found: dict[Blok, tuple[Treffer, ...]] = {}


_CACHED = _Cached()
_MOST_BLOCKS = 20_000


def _treffers(boek: Taalboek, blok: Blok) -> tuple[Treffer, ...]:
    if _CACHED.boek is not boek or len(_CACHED.found) > _MOST_BLOCKS:
        _CACHED.boek, _CACHED.found = boek, {}
    found = _CACHED.found.get(blok)
    if found is None:
        found = _CACHED.found[blok] = tuple(in_blok(boek, blok))
    return found


@lru_cache(maxsize=1)
def _van_vtdesk() -> tuple[Taalregel, ...]:
    try:
        return read_taalregels(resources.path(BESTAND).read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise OutsideError(
            f"Het bestand {BESTAND} kan niet worden gelezen. Installeer vtdesk opnieuw."
        ) from error


def _row(regel: Taalregel) -> dict[str, Any]:
    return {
        "woorden": list(regel.woorden),
        "liever": list(regel.liever),
        "waarom": regel.waarom,
        "bron": regel.bron,
        "vanaf": regel.vanaf.isoformat() if regel.vanaf else "",
    }


def _regel(row: dict[str, Any]) -> Taalregel:
    vanaf = date.fromisoformat(row["vanaf"]) if row["vanaf"] else None
    return Taalregel(tuple(row["woorden"]), tuple(row["liever"]), row["waarom"], row["bron"], vanaf)
