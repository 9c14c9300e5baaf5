"""What can be chosen when something leaves the desk."""

from enum import StrEnum


class UitgifteSoort(StrEnum):
    """What left."""

    VERSLAG = "verslag"
    INZAGE = "inzage"
    DOSSIER = "dossier"
    CORRECTIE = "correctie"


class KeuzeSoort(StrEnum):
    """What was decided about one part of a document, for one receiver."""

    TONEN = "tonen"  # it would be left out, and goes along for a reason
    WEGLATEN = "weglaten"  # the sentence is left out of this copy
    IETS_ANDERS = "iets_anders"  # the hit is something else than what is shielded


class OntvangerSoort(StrEnum):
    """In what capacity somebody receives."""

    PERSOON = "persoon"  # of the family or around it
    PROFESSIONAL = "professional"
    ORGANISATIE = "organisatie"
    COLLEGA = "collega"  # who takes over during leave


class WegReden(StrEnum):
    """Why a part stays behind."""

    OVER_EEN_ANDER = "over_een_ander"
    GEEN_GEZAG = "geen_gezag"
    GEHEIM_ADRES = "geheim_adres"
    VEILIGHEID = "veiligheid"
    MELDER = "melder"
    MEDISCH = "medisch"
    WERKAANTEKENING = "werkaantekening"
    ZELF_WEGGELATEN = "zelf_weggelaten"
