"""Reads the rules of 'Mag dit tot morgen?': no store, no clock."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from string import Formatter

from vtdesk.values.avond import Groep
from vtdesk.values.kinds import AfspraakSoort
from vtdesk.values.regelrij import Rij, Zekerheid, read_toml

BESTAND = "morgen.toml"
TAFELKAART = "tafelkaart"
MET_MINUTEN = (
    AfspraakSoort.GESPREK,
    AfspraakSoort.HUISBEZOEK,
    AfspraakSoort.OVERLEG,
    AfspraakSoort.MONITORING,
    AfspraakSoort.BELLEN,
    TAFELKAART,
)
_VERST, _LANGST = 366, 600


class Omstandigheid(StrEnum):
    """What may be true of something unwritten."""

    TERUGLEZEN = "teruglezen"
    BESLUIT_MORGEN = "besluit_morgen"
    MAATREGEL_STOPT = "maatregel_stopt"
    TERMIJN_VANDAAG = "termijn_vandaag"
    TERMIJN_VOORBIJ = "termijn_voorbij"
    TERMIJN_MORGEN = "termijn_morgen"
    TERMIJN_IN_VERLOF = "termijn_in_verlof"
    TERMIJN_IN_ZICHT = "termijn_in_zicht"
    AFSPRAAK_MORGEN = "afspraak_morgen"
    VERLOF_MORGEN = "verlof_morgen"
    MET_NOTITIE = "met_notitie"
    ZONDER_NOTITIE = "zonder_notitie"
    LANG_GELEDEN = "lang_geleden"
    TAFELKAART = "tafelkaart"
    BESLUIT_STAAT_ERIN = "besluit_staat_erin"


ALTIJD = frozenset({"morgen", "grens"})
VELDEN = {
    Omstandigheid.TERUGLEZEN: {"wie"},
    Omstandigheid.BESLUIT_MORGEN: {"maatregel", "besluitdag"},
    Omstandigheid.MAATREGEL_STOPT: {"maatregel", "einddag"},
    Omstandigheid.TERMIJN_VANDAAG: {"dag"},
    Omstandigheid.TERMIJN_VOORBIJ: {"dag"},
    Omstandigheid.TERMIJN_MORGEN: {"dag"},
    Omstandigheid.TERMIJN_IN_VERLOF: {"dag", "vervanger"},
    Omstandigheid.TERMIJN_IN_ZICHT: {"dag"},
    Omstandigheid.AFSPRAAK_MORGEN: {"tijd"},
    Omstandigheid.VERLOF_MORGEN: {"vervanger"},
    Omstandigheid.LANG_GELEDEN: {"dagen"},
}


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Where a rule comes from, how sure we are, and since when it holds."""

    bron: str
    zekerheid: Zekerheid
    geldig_vanaf: date


@dataclass(frozen=True, slots=True)
class Grenzen:
    """How far ahead is looked, when memory fades, and which terms need a verslag."""

    vooruit_dagen: int
    oud_dagen: int
    termijnen: frozenset[str]
    herkomst: Herkomst


@dataclass(frozen=True, slots=True)
class Maatregel:
    """A measure about which is decided some days before it ends."""

    termijn: str
    naam: str
    besluit_dagen: int
    herkomst: Herkomst


@dataclass(frozen=True, slots=True)
class Minuten:
    """How long writing still takes."""

    soort: str
    minuten: int
    met_notitie: int
    begonnen: int
    herkomst: Herkomst

    def for_(self, *, notitie: bool, begonnen: bool) -> int:
        """Give the minutes that are left."""
        if begonnen:
            return self.begonnen
        return self.met_notitie if notitie else self.minuten


@dataclass(frozen=True, slots=True)
class Regel:
    """When all of `als` is true, it belongs in this group, for this reason."""

    id: str
    als: frozenset[Omstandigheid]
    groep: Groep
    zin: str
    herkomst: Herkomst


@dataclass(frozen=True, slots=True)
class Avondboek:
    """All rules of what may wait; the first rule that fits holds."""

    grenzen: Grenzen
    maatregelen: tuple[Maatregel, ...]
    minuten: tuple[Minuten, ...]
    regels: tuple[Regel, ...]

    def minuten_van(self, soort: str) -> Minuten:
        """Find the minutes of a kind."""
        return next(one for one in self.minuten if one.soort == soort)

    def first(self, waar: frozenset[Omstandigheid], op: date) -> Regel:
        """Give the first rule of a day that fits; the last one fits always."""
        held = (one for one in self.regels if one.herkomst.geldig_vanaf <= op)
        return next((one for one in held if one.als <= waar), self.regels[-1])


def read_avondboek(text: str) -> Avondboek:
    """Read the rules; a mistake is named with its place."""
    inhoud = read_toml(text, BESTAND)
    boek = Avondboek(
        grenzen=_grenzen(inhoud.table("grenzen")),
        maatregelen=tuple(map(_maatregel, inhoud.rows("maatregel", "maatregel", "termijn"))),
        minuten=tuple(map(_minuten, inhoud.rows("minuten", "tijd", "soort"))),
        regels=tuple(map(_regel, inhoud.rows("regel", "regel"))),
    )
    inhoud.end()
    _check_whole(boek, inhoud)
    return boek


def _check_whole(boek: Avondboek, inhoud: Rij) -> None:
    """Refuse a book that leaves something without a place or without minutes."""
    if not boek.regels or boek.regels[-1].als:
        raise inhoud.wrong("de laatste regel moet altijd gelden: geef hem als = [].")
    missing = [soort for soort in MET_MINUTEN if soort not in {m.soort for m in boek.minuten}]
    if missing:
        raise inhoud.wrong(f"er staan geen [[minuten]] voor {', '.join(missing)}.")
    for known in ([regel.id for regel in boek.regels], [m.soort for m in boek.minuten]):
        twice = {name for name in known if known.count(name) > 1}
        if twice:
            raise inhoud.wrong(f"'{min(twice)}' staat er twee keer in.")


def _herkomst(row: Rij) -> Herkomst:
    return Herkomst(row.text("bron"), row.choice("zekerheid", Zekerheid), row.day("geldig_vanaf"))


def _grenzen(row: Rij) -> Grenzen:
    grenzen = Grenzen(
        vooruit_dagen=row.number("vooruit_dagen", least=1, most=_VERST),
        oud_dagen=row.number("oud_dagen", least=1, most=_VERST),
        termijnen=frozenset(row.texts("termijnen")),
        herkomst=_herkomst(row),
    )
    row.end()
    return grenzen


def _maatregel(row: Rij) -> Maatregel:
    maatregel = Maatregel(
        row.text("termijn"),
        row.text("naam"),
        row.number("besluit_dagen", least=0, most=_VERST),
        _herkomst(row),
    )
    row.end()
    return maatregel


def _minuten(row: Rij) -> Minuten:
    minuten = Minuten(
        row.text("soort"),
        row.number("minuten", least=1, most=_LANGST),
        row.number("met_notitie", least=1, most=_LANGST),
        row.number("begonnen", least=1, most=_LANGST),
        _herkomst(row),
    )
    row.end()
    if minuten.soort not in MET_MINUTEN:
        raise row.wrong(
            f"'{minuten.soort}' krijgt geen verslag. Kies uit: {', '.join(MET_MINUTEN)}."
        )
    return minuten


def _regel(row: Rij) -> Regel:
    als = row.texts("als")
    unknown = [word for word in als if word not in set(Omstandigheid)]
    if unknown:
        raise row.wrong(f"'als' noemt '{unknown[0]}'. Kies uit: {', '.join(Omstandigheid)}.")
    regel = Regel(
        row.text("id"),
        frozenset(map(Omstandigheid, als)),
        row.choice("groep", Groep),
        row.text("zin"),
        _herkomst(row),
    )
    row.end()
    _check_sentence(regel, row)
    return regel


def _check_sentence(regel: Regel, row: Rij) -> None:
    """Refuse a sentence with a gap that nothing of its rule can fill."""
    known = ALTIJD.union(*(VELDEN.get(one, set[str]()) for one in regel.als))
    try:
        gaps = [gap[1:] for gap in Formatter().parse(regel.zin) if gap[1] is not None]
    except ValueError as error:
        raise row.wrong("in 'zin' klopt een accolade niet.") from error
    for name, form, conversion in gaps:
        if form or conversion:
            raise row.wrong(f"schrijf in 'zin' alleen {{{name}}}.")
        if name not in known:
            raise row.wrong(f"'zin' noemt {{{name}}}, maar deze regel weet dat niet.")
