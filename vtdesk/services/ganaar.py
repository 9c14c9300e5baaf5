"""The go-to field: casussen, people and verslagen by a few letters; the melder never appears."""

import unicodedata
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from vtdesk.models import Betrokkenheid, Casus, Persoon
from vtdesk.services.persoon_rows import KINDEREN
from vtdesk.services.verslagen import Verslagen
from vtdesk.services.zoeken import Zoeken
from vtdesk.store.store import Store
from vtdesk.values.kinds import Kind, Rol
from vtdesk.values.tijd import korte_dag
from vtdesk.values.vouwen import vouw, woorden

MOST = 8  # of each kind; more than this is no longer a choice


@dataclass(frozen=True, slots=True)
class Treffer:
    """One place to go to."""

    kind: Kind
    id: UUID
    titel: str
    regel: str
    casus_id: UUID
    is_kind: bool = False


class GaNaar:
    """Finds places by words; every word must occur, accents and signs do not matter.

    A telephone number is asked of the search index, which knows it in any notation.
    """

    def __init__(self, store: Store, verslagen: Verslagen, zoeken: Zoeken) -> None:
        self._store = store
        self._verslagen = verslagen
        self._zoeken = zoeken

    def search(self, query: str, kinds: frozenset[Kind] | None = None) -> list[Treffer]:
        """List places whose title or second line holds all the words."""
        words = woorden(query)
        if not words:
            return []
        called = self._zoeken.gebeld(query)
        found = [*self._casussen(), *self._personen(), *self._reports()]
        fits = [hit for hit in found if not kinds or hit.kind in kinds]
        fits = [hit for hit in fits if hit.id in called or _holds(hit, words)]
        fits.sort(key=lambda hit: not vouw(hit.titel).startswith(words[0]))
        people = [hit for hit in fits if hit.kind is Kind.PERSOON]
        return [
            *[hit for hit in fits if hit.kind is Kind.CASUS][:MOST],
            *_children_first(people)[:MOST],
            *[hit for hit in fits if hit.kind is Kind.VERSLAG][:MOST],
        ]

    def _casussen(self) -> list[Treffer]:
        with self._store.read() as session:
            return [
                Treffer(Kind.CASUS, casus.id, casus.naam, casus.nummer, casus.id)
                for casus in session.scalars(select(Casus).order_by(Casus.naam))
            ]

    def _personen(self) -> list[Treffer]:
        query = (
            select(Persoon, Betrokkenheid.rol, Casus)
            .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
            .join(Casus, Casus.id == Betrokkenheid.casus_id)
            .where(Betrokkenheid.rol != Rol.MELDER, Betrokkenheid.tot.is_(None))
            .order_by(Persoon.achternaam, Persoon.voornaam)
        )
        with self._store.read() as session:
            return [
                Treffer(
                    Kind.PERSOON,
                    persoon.id,
                    persoon.naam,
                    f"{rol.value} · {casus.naam}",
                    casus.id,
                    is_kind=rol in KINDEREN,
                )
                for persoon, rol, casus in session.execute(query)
            ]

    def _reports(self) -> list[Treffer]:
        return [
            Treffer(
                Kind.VERSLAG,
                row.id,
                row.titel,
                f"{row.soort} · {row.casus} · {korte_dag(row.datum.date())}",
                row.casus_id,
            )
            for row in self._verslagen.all()
        ]


def folded(text: str) -> str:
    """Take case and accents away, so that `Zoë` is found as `zoe`."""
    if text.isascii():  # nearly every line of a verslag, and it is folded while she types
        return text.casefold()
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def _children_first(people: list[Treffer]) -> list[Treffer]:
    """Keep each casus together, where its best hit stands, with the children on top."""
    casussen = list(dict.fromkeys(hit.casus_id for hit in people))
    return sorted(people, key=lambda hit: (casussen.index(hit.casus_id), not hit.is_kind))


def _holds(hit: Treffer, words: list[str]) -> bool:
    text = vouw(f"{hit.titel} {hit.regel}")
    return all(word in text for word in words)
