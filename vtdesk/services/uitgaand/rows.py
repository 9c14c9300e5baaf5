"""What the page about leaving the desk shows: receivers, ways, what stays behind, and hits."""

from dataclasses import dataclass
from uuid import UUID

from vtdesk.values.document import VerslagDocument
from vtdesk.values.uitgaand import KeuzeSoort, OntvangerSoort, WegReden


@dataclass(frozen=True, slots=True)
class Ontvanger:
    """Somebody who may receive a document of a casus."""

    sleutel: str  # "p:<id>", "o:<id>" or "v:<id>"; stays the same as long as they are in the casus
    naam: str
    hoedanigheid: str  # "moeder", "casusregie vanaf 15 mei"
    gezag: str  # "gezag over Fenna en Tijn"; empty where that says nothing
    soort: OntvangerSoort
    persoon_id: UUID | None = None
    organisatie_id: UUID | None = None
    let_op: str = ""  # "Dario heeft geen gezag over Fenna. Zinnen over haar blijven weg."
    waarom_niet: str = ""  # why this person may receive nothing at all
    erbij: bool = False  # it was written to this one, or this one took part in the talk behind it


@dataclass(frozen=True, slots=True)
class Weg:
    """One way by which a document can reach a receiver."""

    id: str  # "gesprek", "post" or "beveiligd"
    naam: str
    kan: bool
    waarom_niet: str = ""


@dataclass(frozen=True, slots=True)
class Weggelaten:
    """One part that stays behind, in words that tell a bystander nothing, but for `zinnen`."""

    id: str
    titel: str
    waar: str  # "Onderdeel 5 en 8, drie zinnen"
    reden: WegReden
    aan: bool  # it stays behind; False: she let it go along, for a reason
    vast: bool = False  # it always stays behind
    gekozen_reden: str = ""
    zinnen: tuple[str, ...] = ()  # what it says itself; only for who decides about it


@dataclass(frozen=True, slots=True)
class Treffer:
    """One place that may give away what is shielded."""

    id: str
    onderdeel: str  # "Onderdeel 8", "De kop van het stuk", "De bestandsnaam"
    regel: int  # from 1 within its part; 0 where lines have no number
    zin: str
    woord: str  # as it stands in the sentence
    begin: int  # where it stands in the sentence
    van: str  # "het geheime adres van Loes"
    typefout: bool = False
    weglaten: bool = True  # it can be left out of this copy


@dataclass(frozen=True, slots=True)
class Keuze:
    """What she decided about a part or a hit, with her reason."""

    onderwerp: str
    soort: KeuzeSoort
    reden: str


@dataclass(frozen=True, slots=True)
class Voorstel:
    """What would leave for one receiver, what stays behind, and what still stands in the way."""

    document: VerslagDocument  # without what stays behind
    weggelaten: tuple[Weggelaten, ...]
    treffers: tuple[Treffer, ...]
    gezocht: int  # how many shielded facts were looked for
    mag: bool
    waarom_niet: str
    keuzes: tuple[Keuze, ...] = ()

    @property
    def blijft_weg(self) -> int:
        """Count the parts that stay behind."""
        return sum(one.aan for one in self.weggelaten)
