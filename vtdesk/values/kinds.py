"""Kinds of things and the value lists of the domain; words on screen are in `ui/labels.py`."""

from enum import StrEnum


class Kind(StrEnum):
    """What a change, a logboek line or a search hit is about."""

    CASUS = "casus"
    PERSOON = "persoon"
    ORGANISATIE = "organisatie"
    AFSPRAAK = "afspraak"
    GESPREK = "gesprek"
    PARKEERNOTITIE = "parkeernotitie"
    UITSPRAAK = "uitspraak"
    VERSLAG = "verslag"
    CONCEPT = "concept"  # the text of a verslag, stored while it is typed
    INSTELLING = "instelling"
    MELDING = "melding"
    CRISIS = "crisis"
    BESLUIT = "besluit"
    VEILIGHEID = "veiligheid"
    TERMIJN = "termijn"
    ONDERZOEK = "onderzoek"
    VERZENDING = "verzending"
    GEBEURTENIS = "gebeurtenis"
    BIJLAGE = "bijlage"
    VERZOEK = "verzoek"
    HINT = "hint"
    BELOFTE = "belofte"
    TERUGBELVERZOEK = "terugbelverzoek"
    CRISISNOTITIE = "crisisnotitie"
    PLEIN = "plein"
    DAG = "dag"
    VERLOF = "verlof"
    HERINNERING = "herinnering"
    PRIVE = "prive"  # hers alone
    KLUIS = "kluis"  # the kluis itself: opened, copied, its keys changed


class Dienst(StrEnum):
    """The stage a casus is in (Handelingsprotocol 2019)."""

    ADVIES = "advies"
    VEILIGHEIDSBEOORDELING = "veiligheidsbeoordeling"
    VOORWAARDEN_EN_VERVOLG = "voorwaarden_en_vervolg"
    ONDERZOEK = "onderzoek"
    MONITORING = "monitoring"


class CasusStaat(StrEnum):
    """Whether work on a casus goes on."""

    LOPEND = "lopend"
    GESLOTEN = "gesloten"


class Geslacht(StrEnum):
    """As the genogram draws it."""

    VROUW = "vrouw"
    MAN = "man"
    ANDERS = "anders"
    ONBEKEND = "onbekend"


class Rol(StrEnum):
    """What a person is in one casus, for one period."""

    KIND = "kind"
    ONGEBOREN = "ongeboren"
    MOEDER = "moeder"
    VADER = "vader"
    STIEFOUDER = "stiefouder"
    PARTNER = "partner"
    GROOTOUDER = "grootouder"
    FAMILIE = "familie"
    NETWERK = "netwerk"
    INFORMANT = "informant"
    PROFESSIONAL = "professional"
    MELDER = "melder"
    ANDERS = "anders"


class GezagSoort(StrEnum):
    """Legal authority over one child."""

    GEZAMENLIJK = "gezamenlijk"
    EENHOOFDIG = "eenhoofdig"
    VOOGDIJ = "voogdij"
    GEEN = "geen"
    ONBEKEND = "onbekend"


class AfgeschermdSoort(StrEnum):
    """What a shielded value is, so that a later check can search for it in all notations."""

    ADRES = "adres"
    POSTCODE = "postcode"
    TELEFOON = "telefoon"
    SCHOOL = "school"
    HUISARTS = "huisarts"
    PLEK = "plek"
    WOORD = "woord"


class AfspraakSoort(StrEnum):
    """What an appointment is; it decides edge form, icon and whether a verslag is owed."""

    GESPREK = "gesprek"
    HUISBEZOEK = "huisbezoek"
    OVERLEG = "overleg"
    PLEIN = "plein"
    MONITORING = "monitoring"
    BELLEN = "bellen"
    REISTIJD = "reistijd"
    LUNCH = "lunch"
    SCHRIJVEN = "schrijven"
    EIGEN_TIJD = "eigen_tijd"


class AfspraakStaat(StrEnum):
    """What became of an appointment."""

    GEPLAND = "gepland"
    GEHOUDEN = "gehouden"
    AFGEZEGD = "afgezegd"
    VERZET = "verzet"


class Kanaal(StrEnum):
    """Where or by what way a gesprek took place."""

    KANTOOR = "kantoor"
    HUISBEZOEK = "huisbezoek"
    SCHOOL = "school"
    TELEFONISCH = "telefonisch"
    DIGITAAL = "digitaal"
    ELDERS = "elders"


class Aanwezigheid(StrEnum):
    """How somebody took part in a gesprek, or did not."""

    AANWEZIG = "aanwezig"
    BEELDBELLEN = "beeldbellen"
    EERDER_WEG = "eerder_weg"
    AFWEZIG = "afwezig"


class Opname(StrEnum):
    """Who recorded the gesprek."""

    GEEN = "geen"
    DOOR_BETROKKENE = "door_betrokkene"
    DOOR_VT = "door_vt"


class Letter(StrEnum):
    """The label of an uitspraak: feit, verklaring, mening, duiding, hypothese."""

    FEIT = "F"
    VERKLARING = "V"
    MENING = "M"
    DUIDING = "D"
    HYPOTHESE = "H"


class Verificatie(StrEnum):
    """What became of an uitspraak; `weerlegd` and `ingetrokken` always print."""

    ONBEVESTIGD = "onbevestigd"
    BEVESTIGD = "bevestigd"
    TEGENGESPROKEN = "tegengesproken"
    WEERLEGD = "weerlegd"
    INGETROKKEN = "ingetrokken"
    NIET_TE_VERIFIEREN = "niet_te_verifieren"


class Zichtbaarheid(StrEnum):
    """Who may read an uitspraak; `niet_voor` names persons."""

    IEDEREEN = "iedereen"
    NIET_VOOR = "niet_voor"
    ALLEEN_VT = "alleen_vt"


class VerslagStand(StrEnum):
    """Where a verslag is on its way to the dossier."""

    CONCEPT = "concept"
    TER_REACTIE = "ter_reactie"
    VASTGESTELD = "vastgesteld"
    VERVANGEN = "vervangen"


class ReactieSoort(StrEnum):
    """What somebody said of a verslag; seen is not agreed."""

    GEZIEN = "gezien"
    AKKOORD = "akkoord"
    NIET_AKKOORD = "niet_akkoord"
