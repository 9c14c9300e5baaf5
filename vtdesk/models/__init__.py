"""Entities and their rules; importing this package makes the metadata complete.

Glossary, one word per thing:
afgeschermd       a value that must not reach others, such as a geheim adres
afspraak          a block in the agenda, of any kind
belofte           something she promised somebody
belpoging         one attempt to call back
besluit           a decision with deciders, options, grounds and dissent
bespreking        one child or family at the table
betrokkenheid     what a person is in one casus, for a period
bewoning          one person in one huishouden, for a period
bijlage           a file that belongs to a casus
bron              who or what an uitspraak comes from
casus             one family and what Veilig Thuis does for it (never zaak or dossier)
concept           the draft of a verslag
correctiebrief    the letter that tells a receiver what is no longer right
crisisbeoordeling a rating in colour by one organisation at one moment
crisisnotitie     lines with their time, written during a crisis
dag               one working day
deelname          one invited person or organisation at a gesprek
dossierstuk       a document in the dossier that is being collected to leave
drukwerk          anything that can be looked at as pages, saved and printed
eigenwoord        a word that is spelled right here, though no dictionary has it
gebeurtenis       a dated thing of the casus that is no talk
gesprek           the talk behind an afspraak, as it went
gezag             legal authority of a person over a child
gezien            that somebody else spoke or saw a child
herinnering       when she is reminded of an afspraak
hintantwoord      the reason why a hint does not hold now
huishouden        people under one roof
impact            what a talk did to her; hers alone
inbreng           one line of what was said at the table
informatieverzoek a question to an informant
instelling        a setting of the user
instemming        what somebody says to a proposed waarborg
instrument        the recorded outcome of an instrument of others
inzet             what an organisation does in a casus
keten             every document, version and receiver that holds an uitspraak
kindgesprek       how a talk with a child was arranged
klad              what is half typed in a capture panel
kluis             the encrypted folder with everything in it
lichtpunt         what went well; hers alone
logregel          one line of the logboek, bound to the one before it
melder            who made a melding, kept apart
melding           a report about a family
monitoring        a moment at which the waarborgen are held against what is seen
opschorting       days in which a term did not run
organisatie       a party that is not a person
overdracht        zicht offered to another party
overname          who takes one thing during verlof
parkeernotitie    the five lines right after a talk
partij            somebody who may have a view; children stand first
persoon           somebody in one or more casussen
pleintaak         who does what after the table
plek              how far somebody was dragged in the genogram
politieafspraak   AOL or AOP
reactie           what somebody said of a finalised verslag
reeks             the rule behind a series of afspraken
regie             which organisation directs the casus
relatie           a tie between two people
schrijfstand      the draft as one session of writing left it
sjabloon          the template of a kind of verslag
standpunt         what one party at the table finds
termijn           a deadline that runs by a rule
terugbelverzoek   somebody who waits for a call
toets             one check of a waarborg
uitgaandkeuze     a choice about one part of a document for one receiver
uitgifte          one file that was made for one receiver
uitspraak         a statement: one claim with letter, source and verification
vaststellen       to finalise: from then on read-only, numbered and sealed
veilig contact    how a person can be reached without danger
verlenging        a longer term, with the reason
verlof            a period in which she is away
vernietiging      proof that a casus was destroyed
versie            a finalised version of a verslag
verslag           a document of a casus
verzending        a document that a receiver holds
verzoek           somebody asks to see, correct or destroy
vindplaats        one version of one document that shows an uitspraak
waarborg          a veiligheidsvoorwaarde or a veiligheidsafspraak
wijziging         a change of an uitspraak, with what it was before
zegel             seal: hash, chain and signature over the canonical content
zicht             who watches over safety now
zitting           one session at the table
zoekstuk          one thing as the search index knows it
"""

from vtdesk.models.afspraak import MET_VERSLAG, Afspraak
from vtdesk.models.base import Base, Entity
from vtdesk.models.belofte import Belofte
from vtdesk.models.besluit import Besluit
from vtdesk.models.bijlage import Bijlage
from vtdesk.models.casus import Casus
from vtdesk.models.correctie import Correctiebrief, Verzending, Wijziging
from vtdesk.models.crisisnotitie import Crisisnotitie, Crisisregel
from vtdesk.models.dag import Dag, Klad
from vtdesk.models.gebeurtenis import Gebeurtenis, Hintantwoord, Vernietiging, Verzoek
from vtdesk.models.gesprek import Deelname, Gesprek, Parkeernotitie
from vtdesk.models.instelling import Eigenwoord, Instelling
from vtdesk.models.logboek import (
    Logkop,
    Logreden,
    Logregel,
    Logstomp,
    Sleutelwaarde,
    Uitgaand,
)
from vtdesk.models.melding import Crisisbeoordeling, Instrument, Melder, Melding
from vtdesk.models.onderzoek import Gezien, Informatieverzoek, Kindgesprek, Monitoring
from vtdesk.models.organisatie import Inzet, Organisatie
from vtdesk.models.persoon import Afgeschermd, Betrokkenheid, Gezag, Persoon, VeiligContact
from vtdesk.models.plein import Bespreking, Inbreng, Pleintaak, Standpunt, Zitting
from vtdesk.models.prive import Impact, Lichtpunt
from vtdesk.models.reeks import Herinnering, Reeks
from vtdesk.models.relatie import Bewoning, Huishouden, Plek, Relatie
from vtdesk.models.telefoon import Belpoging, Terugbelverzoek
from vtdesk.models.termijn import Opschorting, Termijn, Verlenging
from vtdesk.models.uitgifte import Dossierstuk, Uitgaandkeuze, Uitgifte
from vtdesk.models.uitspraak import Uitspraak
from vtdesk.models.veiligheid import (
    Instemming,
    Overdracht,
    Politieafspraak,
    Regie,
    Toets,
    Waarborg,
    Zicht,
)
from vtdesk.models.verlof import Overname, Verlof
from vtdesk.models.verslag import Concept, Reactie, Schrijfstand, Versie, Verslag
from vtdesk.models.zoekstuk import Zoekstuk

__all__ = [
    "MET_VERSLAG",
    "Afgeschermd",
    "Afspraak",
    "Base",
    "Belofte",
    "Belpoging",
    "Besluit",
    "Bespreking",
    "Betrokkenheid",
    "Bewoning",
    "Bijlage",
    "Casus",
    "Concept",
    "Correctiebrief",
    "Crisisbeoordeling",
    "Crisisnotitie",
    "Crisisregel",
    "Dag",
    "Deelname",
    "Dossierstuk",
    "Eigenwoord",
    "Entity",
    "Gebeurtenis",
    "Gesprek",
    "Gezag",
    "Gezien",
    "Herinnering",
    "Hintantwoord",
    "Huishouden",
    "Impact",
    "Inbreng",
    "Informatieverzoek",
    "Instelling",
    "Instemming",
    "Instrument",
    "Inzet",
    "Kindgesprek",
    "Klad",
    "Lichtpunt",
    "Logkop",
    "Logreden",
    "Logregel",
    "Logstomp",
    "Melder",
    "Melding",
    "Monitoring",
    "Opschorting",
    "Organisatie",
    "Overdracht",
    "Overname",
    "Parkeernotitie",
    "Persoon",
    "Pleintaak",
    "Plek",
    "Politieafspraak",
    "Reactie",
    "Reeks",
    "Regie",
    "Relatie",
    "Schrijfstand",
    "Sleutelwaarde",
    "Standpunt",
    "Termijn",
    "Terugbelverzoek",
    "Toets",
    "Uitgaand",
    "Uitgaandkeuze",
    "Uitgifte",
    "Uitspraak",
    "VeiligContact",
    "Verlenging",
    "Verlof",
    "Vernietiging",
    "Versie",
    "Verslag",
    "Verzending",
    "Verzoek",
    "Waarborg",
    "Wijziging",
    "Zicht",
    "Zitting",
    "Zoekstuk",
]
