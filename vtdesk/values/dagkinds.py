"""Value lists of the day: calls, promises, the table, leave; words on screen are in `ui`."""

from enum import StrEnum


class BelofteStand(StrEnum):
    """What became of a promise."""

    OPEN = "open"
    NAGEKOMEN = "nagekomen"
    GEBROKEN = "gebroken"


class BelSpoed(StrEnum):
    """How long a callback can wait, as she judged it."""

    NU = "nu"
    VANDAAG = "vandaag"
    KAN_WACHTEN = "kan_wachten"


class BelStand(StrEnum):
    """Who must do the next thing about a callback."""

    OPEN = "open"
    WACHT = "wacht"  # on somebody else
    KLAAR = "klaar"


class BelUitkomst(StrEnum):
    """What one attempt to call came to."""

    GESPROKEN = "gesproken"
    GEEN_GEHOOR = "geen_gehoor"
    INGESPROKEN = "ingesproken"
    VERKEERD_NUMMER = "verkeerd_nummer"


class Herkenning(StrEnum):
    """Whether the person behind a number was confirmed."""

    GEEN = "geen"  # nobody known, or not looked at yet
    KLOPT = "klopt"
    IEMAND_ANDERS = "iemand_anders"


class PleinFase(StrEnum):
    """Where a bespreking at the table is."""

    OPENING = "opening"
    OUDERS = "ouders"
    MENING_KIND = "mening_kind"
    AANVRAGER = "aanvrager"
    VRAGEN = "vragen"
    RAAD = "raad"
    BESLUIT = "besluit"


class OvernameSoort(StrEnum):
    """What somebody else takes over during leave."""

    TERMIJN = "termijn"
    BELOFTE = "belofte"
    MONITORING = "monitoring"
    AFSPRAAK = "afspraak"
    TERUGBELVERZOEK = "terugbelverzoek"
    GEBEURTENIS = "gebeurtenis"  # such as the end of a huisverbod
    VERSLAG = "verslag"  # of a talk, still to be written; `ding` is the afspraak
