"""Documents that belong to a casus and not to a talk: begun from a template, already filled in."""

from collections.abc import Callable
from uuid import UUID

from vtdesk.errors import UserError
from vtdesk.models import Casus, Concept, Verslag
from vtdesk.services import intake
from vtdesk.services.afscherming import geheim_in
from vtdesk.services.casussen import Casussen
from vtdesk.services.crisis import Crisis
from vtdesk.services.meldingen import Meldingen
from vtdesk.services.organisaties import Organisaties
from vtdesk.services.personen import Personen
from vtdesk.services.sjablonen import sjabloon_in
from vtdesk.services.uitspraken import Uitspraken
from vtdesk.services.veiligheid import Veiligheid
from vtdesk.store.store import Store
from vtdesk.values.sjabloon import Sjabloon
from vtdesk.values.tekst import Tekst
from vtdesk.values.tijd import Clock

__all__ = ["Formulieren"]


class Formulieren:
    """Begins such a document; from then on it is a verslag like any other."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._filled: dict[str, Callable[[Sjabloon, UUID], Tekst]] = {
            intake.INTAKEFORMULIER: self._intake,
        }

    def begin(self, casus_id: UUID, soort: str) -> UUID:
        """Begin a document of this kind, filled in with what the casus knows now."""
        with self._store.read() as session:
            template = sjabloon_in(session, soort)
        tekst = self._filled[soort](template, casus_id)
        with self._store.write() as session:
            if session.get(Casus, casus_id) is None:
                raise UserError("Deze casus bestaat niet.")
            verslag = Verslag(
                casus_id=casus_id,
                afspraak_id=None,
                sjabloon=soort,
                sjabloon_eigen=template.eigen,
                gemaakt_op=self._clock(),
            )
            session.add(verslag)
            session.flush()
            concept = Concept(
                verslag_id=verslag.id, tekst=tekst.to_json(), bewaard_op=self._clock()
            )
            session.add(concept)
            return verslag.id

    def _intake(self, template: Sjabloon, casus_id: UUID) -> Tekst:
        store, clock = self._store, self._clock
        with store.read() as session:
            geheim = geheim_in(session, casus_id)
        known = intake.Bekend(
            casus=Casussen(store, clock).get(casus_id),
            meldingen=Meldingen(store, clock).of_casus(casus_id),
            personen=Personen(store, clock).in_casus(casus_id),
            uitspraken=Uitspraken(store, clock).rows(casus_id),
            inzet=Organisaties(store).in_casus(casus_id),
            huidig=Crisis(store, clock).huidig(casus_id),
            waarborgen=Veiligheid(store, clock).waarborgen(casus_id),
            geheim=geheim,
        )
        return intake.first_text(template, known)
