"""What of each row about somebody may stand in an inzage: only what is named here as going along.

A field that is not named goes to nobody. What a worker typed beside a row is hers: it never goes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from vtdesk.models import (
    Afspraak,
    Betrokkenheid,
    Bewoning,
    Deelname,
    Entity,
    Gesprek,
    Gezag,
    Huishouden,
    Persoon,
    Relatie,
    Uitspraak,
    VeiligContact,
)
from vtdesk.values.casuskinds import RelatieSoort
from vtdesk.values.kinds import Aanwezigheid, AfspraakStaat
from vtdesk.values.uitgaand import WegReden


class Gaat(Enum):
    """How a field goes along."""

    MEE = auto()  # as it stands
    ZELF = auto()  # to the person only: who asks for a child does not learn where to find it
    ALS_ROL = auto()  # a person, by what that one is in the family
    GEZEEFD = auto()  # words, and only what passes the sieve
    NOOIT = auto()


@dataclass(frozen=True, slots=True)
class Blijft:
    """What stays behind and is told to the worker when it was filled."""

    wat: str
    reden: WegReden = WegReden.WERKAANTEKENING


MEE, ZELF, ALS_ROL, GEZEEFD, NOOIT = Gaat
Velden = Mapping[str, Gaat | Blijft]

VELDEN: Mapping[type[Entity], Velden] = {
    Persoon: {
        "voornaam": MEE, "tussenvoegsel": MEE, "achternaam": MEE, "geboortedatum": MEE,
        "overleden_op": MEE, "geslacht": MEE, "taal": MEE,
        "telefoon": ZELF, "email": ZELF, "adres": ZELF,
        "verwacht_op": NOOIT, "onbekend": NOOIT,
        "opmerking": Blijft("Je opmerking bij deze persoon"),
    },
    VeiligContact: {
        "voicemail": ZELF, "voicemail_vanaf": ZELF, "post": ZELF,
        "wanneer": Blijft("Wanneer je kunt bellen", WegReden.VEILIGHEID),
        "codewoord": Blijft("Het codewoord", WegReden.VEILIGHEID),
        "nooit_zeggen": Blijft("Wat je nooit zegt", WegReden.VEILIGHEID),
        "persoon_id": NOOIT,
    },
    Betrokkenheid: {
        "rol": MEE, "vanaf": MEE, "tot": MEE,
        "toelichting": Blijft("De toelichting bij een rol"),
        "casus_id": NOOIT, "persoon_id": NOOIT, "organisatie_id": NOOIT,
    },
    Gezag: {
        "kind_id": ALS_ROL, "houder_id": ALS_ROL, "soort": MEE, "datum": MEE,
        "bron": Blijft("De bron van gezag"),
    },
    Relatie: {
        "van_id": ALS_ROL, "naar_id": ALS_ROL, "soort": MEE, "vanaf": MEE, "tot": MEE,
        "gescheiden": NOOIT, "toelichting": Blijft("De toelichting bij een band"),
    },
    Huishouden: {"naam": GEZEEFD, "casus_id": NOOIT},
    Bewoning: {
        "vanaf": MEE, "tot": MEE, "toelichting": Blijft("De toelichting bij een huishouden"),
        "huishouden_id": NOOIT, "persoon_id": NOOIT,
    },
    Uitspraak: {
        "letter": MEE, "informatiedatum": MEE, "vastgelegd_op": MEE, "verificatie": MEE,
        "runs": GEZEEFD, "bron_naam": GEZEEFD, "bron_persoon_id": GEZEEFD, "via": GEZEEFD,
        "verificatie_door": GEZEEFD,
        "casus_id": NOOIT, "verslag_id": NOOIT, "hoedanigheid": NOOIT, "over": NOOIT,
        "zichtbaarheid": NOOIT, "thema": NOOIT, "reactie_op_id": NOOIT, "niet_voor": NOOIT,
        "steunt_op": NOOIT, "verwijderd_op": NOOIT,
    },
    Afspraak: {
        "begin": MEE, "einde": MEE, "soort": MEE,
        "titel": NOOIT, "hele_dag": NOOIT, "staat": NOOIT, "casus_id": NOOIT, "plaats": NOOIT,
        "doel": NOOIT, "reden": NOOIT, "geen_verslag_want": NOOIT, "verzet_naar_id": NOOIT,
        "ical_uid": NOOIT, "ical_recurrence_id": NOOIT, "ical_hash": NOOIT, "reeks_id": NOOIT,
        "reeks_op": NOOIT, "let_op": NOOIT,
    },
    Gesprek: {
        "kanaal": MEE, "opname": MEE,
        "afspraak_id": NOOIT, "tolk": NOOIT, "bijzonderheden": NOOIT,
    },
    Deelname: {
        "aanwezigheid": MEE, "toelichting": Blijft("De toelichting bij een gesprek"),
        "gesprek_id": NOOIT, "afspraak_id": NOOIT, "volgorde": NOOIT, "naam": NOOIT,
        "persoon_id": NOOIT, "organisatie_id": NOOIT, "hoedanigheid": NOOIT,
    },
}  # fmt: skip

# Ties of the family itself; help, support and violence are what the worker made of them.
BANDEN = frozenset(
    {
        RelatieSoort.OUDER,
        RelatieSoort.PARTNER,
        RelatieSoort.EX,
        RelatieSoort.BROER_ZUS,
        RelatieSoort.PLEEG,
        RelatieSoort.FAMILIE,
    }
)
# Of talks only those that were held and where this person was.
GEHOUDEN = (AfspraakStaat.GEHOUDEN,)
ERBIJ = (Aanwezigheid.AANWEZIG, Aanwezigheid.BEELDBELLEN, Aanwezigheid.EERDER_WEG)


def gaat_mee(row: Entity, *, zelf: bool) -> list[str]:
    """Name the fields of a row that go along as they stand."""
    may = (MEE, ZELF) if zelf else (MEE,)
    return [name for name, decided in VELDEN[type(row)].items() if decided in may]


def als_rol(row: Entity) -> list[str]:
    """Name the fields of a row that hold a person."""
    return [name for name, decided in VELDEN[type(row)].items() if decided is ALS_ROL]


def blijft(row: Entity) -> list[Blijft]:
    """List what of a row stays behind and was filled."""
    decided = VELDEN[type(row)].items()
    return [one for name, one in decided if isinstance(one, Blijft) and getattr(row, name)]
