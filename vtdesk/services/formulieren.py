"""Documents that belong to a casus and not to a talk: begun from a template, already filled in."""

from dataclasses import dataclass
from uuid import UUID

from vtdesk.services.beginnen import Begin, begin
from vtdesk.services.organisaties import Organisaties
from vtdesk.services.personen import Personen
from vtdesk.services.persoon_rows import OUDERS
from vtdesk.services.sjablonen import sjabloon_in
from vtdesk.services.soortkeuze import INFORMANTVERSLAG, soorten_van_casus
from vtdesk.store.store import Store
from vtdesk.values.kinds import Rol
from vtdesk.values.sjabloon import Per
from vtdesk.values.tijd import Clock

__all__ = ["Formulieren", "Lezer"]


ASKED = (Rol.INFORMANT, Rol.PROFESSIONAL)
OOK_ORGANISATIES = (INFORMANTVERSLAG, "brief")  # are about or for a team as well


@dataclass(frozen=True, slots=True)
class Lezer:
    """Somebody for or about whom a document can be: a person, or an organisation."""

    naam: str
    hoedanigheid: str
    persoon_id: UUID | None
    organisatie_id: UUID | None = None


class Formulieren:
    """Begins such a document; from then on it is a verslag like any other."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def soorten(self, casus_id: UUID) -> tuple[str, ...]:
        """Name the kinds that can be begun so in this casus."""
        with self._store.read() as session:
            return soorten_van_casus(session, casus_id)

    def vraagt_wie(self, soort: str) -> bool:
        """Tell whether a document of this kind is for or about somebody."""
        with self._store.read() as session:
            return bool(sjabloon_in(session, soort).per)

    def lezers(self, casus_id: UUID, soort: str) -> tuple[Lezer, ...]:
        """List for or about whom a document of this kind can be; empty when it asks nobody."""
        with self._store.read() as session:
            per = sjabloon_in(session, soort).per
        if not per:
            return ()
        people = Personen(self._store, self._clock).in_casus(casus_id)
        here = [one for one in people if one.rol is not Rol.MELDER]
        if per == Per.KIND:
            return tuple(Lezer(one.naam, one.rol.value, one.id) for one in here if one.is_kind)
        outside = soort == INFORMANTVERSLAG  # what a parent says is no word of an informant
        adults = [
            Lezer(one.naam, one.rol.value, one.id)
            for one in sorted(here, key=lambda one: outside and one.rol not in ASKED)
            if not one.is_kind and not (outside and one.rol in OUDERS)
        ]
        teams = [
            Lezer(one.naam, one.contactpersoon, None, one.organisatie_id)
            for one in Organisaties(self._store).in_casus(casus_id)
        ]
        if per == Per.ORGANISATIE:
            return tuple(teams)
        return (*adults, *teams) if soort in OOK_ORGANISATIES else tuple(adults)

    def begin(
        self,
        casus_id: UUID,
        soort: str,
        *,
        persoon_id: UUID | None = None,
        organisatie_id: UUID | None = None,
    ) -> UUID:
        """Begin a document of this kind, filled in with what the casus knows now."""
        about = Begin(
            soort=soort, casus_id=casus_id, persoon_id=persoon_id, organisatie_id=organisatie_id
        )
        return begin(self._store, self._clock, about)
