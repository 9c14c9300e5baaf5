"""Entities and their rules; importing this package makes the metadata complete.

Glossary, one word per thing:
afgeschermd       a value that must not reach others, such as a geheim adres
afspraak          a block in the agenda, of any kind
betrokkenheid     what a person is in one casus, for a period
bron              who or what an uitspraak comes from
casus             one family and what Veilig Thuis does for it (never zaak or dossier)
concept           the draft of a verslag
deelname          one invited person or organisation at a gesprek
gesprek           the talk behind an afspraak, as it went
gezag             legal authority of a person over a child
inzet             what an organisation does in a casus
instelling        a setting of the user
kluis             the encrypted folder with everything in it
logregel          one line of the logboek
organisatie       a party that is not a person
parkeernotitie    the five lines right after a talk
persoon           somebody in one or more casussen
sjabloon          the template of a kind of verslag
uitspraak         a statement: one claim with letter, source and verification
vaststellen       to finalise: from then on read-only, numbered and sealed
veilig contact    how a person can be reached without danger
verslag           a document of a casus
versie            a finalised version of a verslag
zegel             seal: hash, chain and signature over the canonical content
zicht             who watches over safety now
"""

from vtdesk.models.afspraak import MET_VERSLAG, Afspraak
from vtdesk.models.base import Base, Entity
from vtdesk.models.casus import Casus
from vtdesk.models.gesprek import Deelname, Gesprek, Parkeernotitie
from vtdesk.models.instelling import Instelling
from vtdesk.models.logboek import Logregel, Sleutelwaarde, Uitgaand
from vtdesk.models.organisatie import Inzet, Organisatie
from vtdesk.models.persoon import Afgeschermd, Betrokkenheid, Gezag, Persoon, VeiligContact
from vtdesk.models.uitspraak import Uitspraak
from vtdesk.models.verslag import Concept, Versie, Verslag

__all__ = [
    "MET_VERSLAG",
    "Afgeschermd",
    "Afspraak",
    "Base",
    "Betrokkenheid",
    "Casus",
    "Concept",
    "Deelname",
    "Entity",
    "Gesprek",
    "Gezag",
    "Instelling",
    "Inzet",
    "Logregel",
    "Organisatie",
    "Parkeernotitie",
    "Persoon",
    "Sleutelwaarde",
    "Uitgaand",
    "Uitspraak",
    "VeiligContact",
    "Versie",
    "Verslag",
]
