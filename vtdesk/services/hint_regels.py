"""The rules of hints, as functions over plain facts: no store, no clock."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import korte_dag


class HintRegel(StrEnum):
    """What a hint is about; children stand first, then safety, then the rest."""

    KIND = "kind-gesproken"
    GEZAG = "gezag-onbekend"
    VOORWAARDE = "voorwaarde-ongetoetst"
    ZICHT = "zicht-open"
    TERMIJN = "termijn-voorbij"
    WEDERHOOR = "wederhoor"
    LET_OP = "let-op"

    @classmethod
    def of(cls, hint: str) -> "HintRegel":
        """Tell by which rule a hint was given."""
        return cls(hint.split("/", maxsplit=1)[0])

    @staticmethod
    def people_in(hint: str) -> tuple[UUID, ...]:
        """Give the person that a hint is about, if any."""
        regel, about, *_ = hint.split("/")
        return (UUID(about),) if regel in _ABOUT_PEOPLE else ()

    @property
    def korte_naam(self) -> str:
        """Say in a few words what it is about."""
        return _NAMEN[self]


_NAMEN = {
    HintRegel.KIND: "Kind nog niet gesproken",
    HintRegel.GEZAG: "Gezag niet bekend",
    HintRegel.VOORWAARDE: "Voorwaarde nog niet getoetst",
    HintRegel.ZICHT: "Aanbod van het zicht nog open",
    HintRegel.TERMIJN: "Termijn voorbij",
    HintRegel.WEDERHOOR: "Nog niet gevraagd",
    HintRegel.LET_OP: "Let-op opnieuw bekijken",
}
_ABOUT_PEOPLE = (HintRegel.KIND, HintRegel.GEZAG, HintRegel.WEDERHOOR)


@dataclass(frozen=True, slots=True)
class Drempel:
    """From how many days a rule speaks; `jong`: below this age, being seen is enough."""

    dagen: int
    jong: int = 0


@dataclass(frozen=True, slots=True)
class HintRow:
    """One hint: what it says, and where one does something about it."""

    id: str
    regel: HintRegel
    kop: str
    tekst: str
    feiten: str  # fingerprint; a reason holds as long as this is the same
    kind: Kind
    ding: UUID

    @property
    def plannen(self) -> bool:
        """Tell whether an appointment is what it asks for."""
        return self.regel in (HintRegel.KIND, HintRegel.WEDERHOOR)


@dataclass(frozen=True, slots=True)
class KindFeit:
    """How a child stands."""

    id: UUID
    naam: str
    leeftijd: int | None
    gesproken: bool
    gezien: bool
    dagen: int
    sinds: str
    meldingen: int
    gezag_bekend: bool


@dataclass(frozen=True, slots=True)
class GatFeit:
    """What was told about somebody under one theme, and never asked of that person."""

    persoon_id: UUID
    wie: str  # "vader", or a name
    thema: str
    uitspraken: tuple[UUID, ...]
    verteld: str  # "Moeder vertelde dit op 11 mei, gehoord van Ria."
    laatste: date
    herkomst: str  # "wat moeder op 11 mei vertelde"


@dataclass(frozen=True, slots=True)
class WaarborgFeit:
    """A voorwaarde that holds and that nobody checked."""

    id: UUID
    nummer: int
    wat: str
    gemaakt_op: date
    tot: date | None


@dataclass(frozen=True, slots=True)
class AanbodFeit:
    """An offer of the zicht that waits for an answer."""

    id: UUID
    aan: str
    sinds: date


@dataclass(frozen=True, slots=True)
class TermijnFeit:
    """A term that is over, and of which nobody wrote down why."""

    id: UUID
    naam: str
    einde: date


@dataclass(frozen=True, slots=True)
class Feiten:
    """All that the rules look at, of one casus on one day."""

    casus_id: UUID
    vandaag: date
    kinderen: tuple[KindFeit, ...] = ()
    gaten: tuple[GatFeit, ...] = ()
    ongetoetst: tuple[WaarborgFeit, ...] = ()
    aanbod: AanbodFeit | None = None
    te_laat: tuple[TermijnFeit, ...] = ()
    let_op_herzien_op: date | None = None
    let_op: str = ""


Drempels = Mapping[HintRegel, Drempel]


def hints(feiten: Feiten, drempels: Drempels) -> list[HintRow]:
    """Give every hint that holds, children first."""
    return [hint for regel in HintRegel for hint in _REGELS[regel](feiten, drempels[regel])]


def _kinderen(feiten: Feiten, drempel: Drempel) -> Iterator[HintRow]:
    for kind in feiten.kinderen:
        young = kind.leeftijd is not None and kind.leeftijd < drempel.jong
        done = kind.gesproken or (young and kind.gezien)
        if done or kind.dagen < drempel.dagen:
            continue
        verb = "gezien" if young else "gesproken"
        yield _hint(
            HintRegel.KIND,
            str(kind.id),
            f"{kind.naam} is nog niet {verb}.",
            f"{kind.dagen} dagen sinds {kind.sinds}. Plan een gesprek of schrijf op waarom niet.",
            (kind.meldingen, kind.gezien),
            (Kind.CASUS, feiten.casus_id),
        )


def _gezag(feiten: Feiten, drempel: Drempel) -> Iterator[HintRow]:
    for kind in feiten.kinderen:
        if not kind.gezag_bekend and kind.dagen >= drempel.dagen:
            yield _hint(
                HintRegel.GEZAG,
                str(kind.id),
                f"Van {kind.naam} is niet bekend wie het gezag heeft.",
                "Kijk in het gezagsregister of schrijf op waarom niet.",
                (kind.meldingen,),
                (Kind.PERSOON, kind.id),
            )


def _voorwaarden(feiten: Feiten, drempel: Drempel) -> Iterator[HintRow]:
    for one in feiten.ongetoetst:
        ended = one.tot is not None and one.tot < feiten.vandaag
        if ended or (feiten.vandaag - one.gemaakt_op).days >= drempel.dagen:
            yield _hint(
                HintRegel.VOORWAARDE,
                str(one.id),
                f"Voorwaarde {one.nummer} is nog niet getoetst.",
                f"{one.wat.rstrip('.')}. Sinds {korte_dag(one.gemaakt_op)}. "
                "Toets dit of schrijf op waarom niet.",
                (one.wat, one.tot, ended),
                (Kind.VEILIGHEID, one.id),
            )


def _zicht(feiten: Feiten, drempel: Drempel) -> Iterator[HintRow]:
    offer = feiten.aanbod
    if offer and (days := (feiten.vandaag - offer.sinds).days) > drempel.dagen:
        yield _hint(
            HintRegel.ZICHT,
            str(offer.id),
            f"{offer.aan} heeft het zicht op veiligheid nog niet aanvaard.",
            f"Al {days} dagen aangeboden. Vraag ernaar of schrijf op waarom het wacht.",
            (offer.aan, offer.sinds),
            (Kind.VEILIGHEID, offer.id),
        )


def _termijnen(feiten: Feiten, drempel: Drempel) -> Iterator[HintRow]:
    for one in feiten.te_laat:
        if (feiten.vandaag - one.einde).days >= drempel.dagen:
            yield _hint(
                HintRegel.TERMIJN,
                str(one.id),
                f"De termijn is voorbij: {one.naam}, {korte_dag(one.einde)}.",
                "Schrijf op waarom, kies een nieuwe datum en wie nu op de veiligheid let.",
                (one.einde,),
                (Kind.TERMIJN, one.id),
            )


def _wederhoor(feiten: Feiten, drempel: Drempel) -> Iterator[HintRow]:
    for gat in feiten.gaten:
        if (feiten.vandaag - gat.laatste).days < drempel.dagen:
            continue
        if gat.thema:
            head = f"Over {gat.thema} is {gat.wie} nog niet gevraagd."
            told = f"{gat.verteld} "
        else:
            head, told = f"{gat.wie[:1].upper()}{gat.wie[1:]} is nog niet gevraagd.", ""
            told = f"Het gaat om {gat.herkomst}. "
        yield _hint(
            HintRegel.WEDERHOOR,
            f"{gat.persoon_id}/{gat.thema}",
            head,
            f"{told}Plan het of schrijf op waarom niet.",
            sorted(map(str, gat.uitspraken)),
            (Kind.UITSPRAAK, gat.uitspraken[-1]),
        )


def _let_op(feiten: Feiten, drempel: Drempel) -> Iterator[HintRow]:
    again = feiten.let_op_herzien_op
    if feiten.let_op and again and (feiten.vandaag - again).days > drempel.dagen:
        yield _hint(
            HintRegel.LET_OP,
            str(feiten.casus_id),
            f"De let-op zou je op {korte_dag(again)} opnieuw bekijken.",
            "Kijk of zij nog klopt of schrijf op waarom niet.",
            (feiten.let_op, again),
            (Kind.CASUS, feiten.casus_id),
        )


_REGELS: Mapping[HintRegel, Callable[[Feiten, Drempel], Iterable[HintRow]]] = {
    HintRegel.KIND: _kinderen,
    HintRegel.GEZAG: _gezag,
    HintRegel.VOORWAARDE: _voorwaarden,
    HintRegel.ZICHT: _zicht,
    HintRegel.TERMIJN: _termijnen,
    HintRegel.WEDERHOOR: _wederhoor,
    HintRegel.LET_OP: _let_op,
}


def _hint(
    regel: HintRegel, about: str, kop: str, tekst: str, facts: Iterable[object],
    place: tuple[Kind, UUID],
) -> HintRow:  # fmt: skip
    """Make a hint; its fingerprint leaves out what changes by itself, such as the days."""
    said = "\x1f".join(map(str, facts))
    fingerprint = hashlib.sha256(said.encode()).hexdigest()[:16]
    return HintRow(f"{regel.value}/{about}", regel, kop, tekst, fingerprint, *place)
