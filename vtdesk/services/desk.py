"""All use cases over one open store."""

from dataclasses import dataclass

from vtdesk.services.agenda import Agenda
from vtdesk.services.agenda_import import AgendaImport
from vtdesk.services.casussen import Casussen
from vtdesk.services.ganaar import GaNaar
from vtdesk.services.gesprekken import Gesprekken
from vtdesk.services.instellingen import Instellingen
from vtdesk.services.notities import Notities
from vtdesk.services.organisaties import Organisaties
from vtdesk.services.papier import Papier
from vtdesk.services.personen import Personen
from vtdesk.services.uitspraken import Uitspraken
from vtdesk.services.vaststelling import Vaststelling
from vtdesk.services.verslagen import Verslagen
from vtdesk.store.store import Store
from vtdesk.values.change import ChangeFeed
from vtdesk.values.tijd import Clock


@dataclass(frozen=True, slots=True)
class Desk:
    """What the window and the command line work with."""

    clock: Clock
    changes: ChangeFeed
    instellingen: Instellingen
    casussen: Casussen
    personen: Personen
    organisaties: Organisaties
    agenda: Agenda
    agenda_import: AgendaImport
    gesprekken: Gesprekken
    notities: Notities
    uitspraken: Uitspraken
    verslagen: Verslagen
    vaststelling: Vaststelling
    papier: Papier
    ganaar: GaNaar

    @classmethod
    def over(cls, store: Store, clock: Clock) -> "Desk":
        """Build all services over an open store."""
        verslagen = Verslagen(store, clock)
        vaststelling = Vaststelling(store, clock)
        return cls(
            clock=clock,
            changes=store.changes,
            instellingen=Instellingen(store),
            casussen=Casussen(store, clock),
            personen=Personen(store, clock),
            organisaties=Organisaties(store),
            agenda=Agenda(store, clock),
            agenda_import=AgendaImport(store, clock),
            gesprekken=Gesprekken(store),
            notities=Notities(store, clock),
            uitspraken=Uitspraken(store),
            verslagen=verslagen,
            vaststelling=vaststelling,
            papier=Papier(store, vaststelling),
            ganaar=GaNaar(store, verslagen),
        )
