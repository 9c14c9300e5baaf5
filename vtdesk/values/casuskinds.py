"""Value lists of the case file: melding, crisis, safety, term, onderzoek, right."""

from enum import StrEnum


class RelatieSoort(StrEnum):
    """How two people belong together; `van` is the parent, carer or doer where it matters."""

    OUDER = "ouder"
    PARTNER = "partner"
    EX = "ex"
    BROER_ZUS = "broer_zus"
    PLEEG = "pleeg"
    FAMILIE = "familie"
    NETWERK = "netwerk"
    HULP = "hulp"
    STEUN = "steun"
    GEWELD = "geweld"


class MeldingSoort(StrEnum):
    """Where a melding came from."""

    POLITIE = "politie"
    PROFESSIONAL = "professional"
    PARTICULIER = "particulier"
    AMBTSHALVE = "ambtshalve"


class Anonimiteit(StrEnum):
    """Who may know the melder; unknown to the family and unknown to all are not the same."""

    BEKEND = "bekend"
    ANONIEM_VOOR_GEZIN = "anoniem_voor_gezin"
    DUBBEL_ANONIEM = "dubbel_anoniem"


class Kleur(StrEnum):
    """A crisis rating by one organisation at one moment."""

    ROOD = "rood"
    ORANJE = "oranje"
    GROEN = "groen"


class BesluitSoort(StrEnum):
    """What is decided."""

    VEILIGHEIDSBEOORDELING = "veiligheidsbeoordeling"
    ONDERZOEK = "onderzoek"
    VOORWAARDEN_EN_VERVOLG = "voorwaarden_en_vervolg"
    OVERDRACHT = "overdracht"
    VERZOEK_TOT_ONDERZOEK = "verzoek_tot_onderzoek"
    MONITORING = "monitoring"
    AFSLUITING = "afsluiting"
    VERNIETIGING = "vernietiging"
    ANDERS = "anders"


class BesluitVervolg(StrEnum):
    """What a veiligheidsbeoordeling leads to (domain guide, stages)."""

    ONDERZOEK = "onderzoek"
    VOORWAARDEN_EN_VERVOLG = "voorwaarden_en_vervolg"
    OVERDRACHT = "overdracht"
    VERZOEK_TOT_ONDERZOEK = "verzoek_tot_onderzoek"
    EINDE = "einde"


class BesluitStand(StrEnum):
    """A besluit is written, challenged, and then final for good."""

    CONCEPT = "concept"
    DEFINITIEF = "definitief"


class WaarborgSoort(StrEnum):
    """Set by Veilig Thuis, or made with the family: two different things."""

    VOORWAARDE = "voorwaarde"
    AFSPRAAK = "afspraak"


class Instemmingsstand(StrEnum):
    """What somebody says to a proposal; having read it is not agreeing."""

    AKKOORD = "akkoord"
    DENKT_EROVER_NA = "denkt_erover_na"
    NIET_AKKOORD = "niet_akkoord"


class Toetsuitkomst(StrEnum):
    """What a check of a waarborg found."""

    NAGEKOMEN = "nagekomen"
    DEELS = "deels"
    NIET = "niet"
    NOG_NIET_TE_ZEGGEN = "nog_niet_te_zeggen"


class PolitieSoort(StrEnum):
    """An agreement in the police system: on a location or on a person."""

    LOCATIE = "aol"
    PERSOON = "aop"


class Oordeel(StrEnum):
    """Whether safety or recovery is there, at one monitoring."""

    JA = "ja"
    DEELS = "deels"
    NEE = "nee"
    NIET_TE_ZEGGEN = "niet_te_zeggen"


class MonitoringSoort(StrEnum):
    """Which moment of the series this is."""

    DRIE_MAANDEN = "drie_maanden"
    EEN_JAAR = "een_jaar"
    EXTRA = "extra"


class MonitoringBesluit(StrEnum):
    """What follows a monitoring."""

    VOLGENDE_MOMENT = "volgende_moment"
    AFSLUITEN = "afsluiten"
    OPSCHALEN = "opschalen"
    NIEUWE_MELDING = "nieuwe_melding"


class GebeurtenisSoort(StrEnum):
    """What happened in the life of the family, or was imposed on it."""

    INCIDENT = "incident"
    HUISVERBOD = "huisverbod"
    CONTACTVERBOD = "contactverbod"
    LOCATIEVERBOD = "locatieverbod"
    PLAATSING = "plaatsing"
    OTS = "ots"
    VOTS = "vots"
    MUHP = "muhp"
    HULP = "hulp"
    CONTACT = "contact"  # somebody was spoken, such as on the phone
    PLEIN = "plein"  # the outcome of a bespreking at the table
    ANDERS = "anders"


class VerzoekSoort(StrEnum):
    """What a person may ask about the file."""

    INZAGE = "inzage"
    AFSCHRIFT = "afschrift"
    CORRECTIE = "correctie"
    VERNIETIGING = "vernietiging"


class VerzoekStand(StrEnum):
    """What became of a request."""

    OPEN = "open"
    TOEGEWEZEN = "toegewezen"
    DEELS = "deels"
    GEWEIGERD = "geweigerd"


class WijzigingSoort(StrEnum):
    """How an uitspraak changed after it was written down."""

    TEKST = "tekst"
    VERIFICATIE = "verificatie"
    WEERLEGD = "weerlegd"
    INGETROKKEN = "ingetrokken"
    HERSTELD = "hersteld"
