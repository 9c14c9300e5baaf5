"""Rules as this office has them: those of vtdesk, with what the office changed in its own text."""

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk import resources
from vtdesk.errors import UserError
from vtdesk.models import Casus, Instelling, Termijn
from vtdesk.services import regelbestanden
from vtdesk.services.termijn_sporen import Loop, loop_van, sporen
from vtdesk.store.store import Store
from vtdesk.values.bewaren.bewaarboek import Bewaarboek
from vtdesk.values.termijnen.kalender import Feestdag, Kalender
from vtdesk.values.termijnen.regel import Termijnregel
from vtdesk.values.termijnen.regelboek import Regelboek
from vtdesk.values.tijd import Clock

_TABEL = {"termijnen": "[[regel]]", "feestdagen": "[[feestdag]]"}


class Bestand(StrEnum):
    """The rule files that an office may add to."""

    TERMIJNEN = "termijnen"
    FEESTDAGEN = "feestdagen"

    @property
    def sleutel(self) -> str:
        """Name the setting that holds the office's own text."""
        return f"eigen-{self.value}"


@dataclass(frozen=True, slots=True)
class Boeken:
    """All rules as they hold now; `fouten` says which own text could not be read."""

    termijnregels: Regelboek
    kalender: Kalender
    bewaren: Bewaarboek
    fouten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RegelRow:
    """One rule in the table, and whether the office wrote it."""

    regel: Termijnregel
    eigen: bool

    @property
    def id(self) -> str:
        """Give the id of the rule."""
        return self.regel.id


@dataclass(frozen=True, slots=True)
class Gevolg:
    """One running term whose date would become another."""

    termijn_id: UUID
    casus: str
    naam: str
    was: date
    wordt: date


class Regels:
    """Use cases around the rules of the office; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def boeken(self) -> Boeken:
        """Give all rules as they hold now."""
        with self._store.read() as session:
            return boeken(session)

    def termijnregels(self) -> list[RegelRow]:
        """List the rules of terms as they hold today, and those that hold later."""
        with self._store.read() as session:
            held, own = boeken(session).termijnregels, _ids(_eigen(session, Bestand.TERMIJNEN))
        return [
            RegelRow(versie, (versie.id, versie.geldig_vanaf) in own)
            for regel_id in held.ids
            for versie in _now_and_later(held.versies(regel_id), self._clock().date())
        ]

    def startbaar(self) -> list[Termijnregel]:
        """List the rules by which a term can start; an extension never starts by itself."""
        held = self.boeken().termijnregels
        rules = held.op(self._clock().date())
        extensions = {rule.verlenging.regel_id for rule in rules if rule.verlenging}
        return [rule for rule in rules if rule.id not in extensions]

    def feestdagen(self, jaar: int) -> list[tuple[date, Feestdag]]:
        """List the feestdagen of a year, also those that are not in use."""
        return self.boeken().kalender.in_year(jaar)

    def eigen(self, bestand: Bestand) -> str:
        """Give what the office wrote itself."""
        with self._store.read() as session:
            return _eigen(session, bestand)

    def voorzet(self, bestand: Bestand, naam: str) -> str:
        """Give the office's own text with this rule in it, ready to be changed."""
        own = self.eigen(bestand)
        key = "id" if bestand is Bestand.TERMIJNEN else "naam"
        if not naam or any(found == naam for found in _keys(own, bestand, key)):
            return own
        return "\n\n".join(filter(None, (own.strip(), _block(bestand, key, naam)))) + "\n"

    def gevolgen(self, bestand: Bestand, tekst: str) -> list[Gevolg]:
        """Say which running terms get another date by this text; a mistake in it is named."""
        with self._store.read() as session:
            old, new = boeken(session), _boeken_with(session, bestand, tekst)
            names = {casus.id: casus.naam for casus in session.scalars(select(Casus))}
            today, found = self._clock().date(), []
            for loop in loop_van(session):
                before = sporen(old.termijnregels, old.kalender, loop, today).gevraagd
                after = sporen(new.termijnregels, new.kalender, loop, today).gevraagd
                if _runs(loop) and before.einde != after.einde:
                    casus = names[loop.termijn.casus_id]
                    found.append(
                        Gevolg(loop.termijn.id, casus, after.regel.naam, before.einde, after.einde)
                    )
        return sorted(found, key=lambda one: (one.wordt, one.casus))

    def keep(self, bestand: Bestand, tekst: str) -> str:
        """Keep the office's own text; gives the text that it takes the place of, for undo."""
        self.gevolgen(bestand, tekst)  # refuses what cannot be read, or drops a rule in use
        query = select(Instelling).where(Instelling.sleutel == bestand.sleutel)
        with self._store.write() as session:
            found = session.scalar(query)
            if found is None:
                session.add(Instelling(sleutel=bestand.sleutel, waarde={"tekst": tekst}))
                return ""
            was = str(found.waarde["tekst"])
            found.waarde = {"tekst": tekst}
            return was


def boeken(session: Session) -> Boeken:
    """Read all rules; an own text that cannot be read any more leaves those of vtdesk."""
    wrong: list[str] = []
    own = _alle_eigen(session)
    try:
        rules = regelbestanden.termijnregels(own[Bestand.TERMIJNEN])
    except UserError as error:
        wrong.append(str(error))
        rules = regelbestanden.termijnregels()
    try:
        days = regelbestanden.kalender(own[Bestand.FEESTDAGEN])
    except UserError as error:
        wrong.append(str(error))
        days = regelbestanden.kalender()
    return Boeken(rules, days, regelbestanden.bewaarregels(), tuple(wrong))


def _boeken_with(session: Session, bestand: Bestand, tekst: str) -> Boeken:
    """Give the rules as they would be with this text; a mistake in it is named."""
    held = boeken(session)
    if bestand is Bestand.TERMIJNEN:
        return Boeken(regelbestanden.termijnregels(tekst), held.kalender, held.bewaren)
    return Boeken(held.termijnregels, regelbestanden.kalender(tekst), held.bewaren)


def _alle_eigen(session: Session) -> dict[Bestand, str]:
    """Read what the office wrote itself, of every file."""
    query = select(Instelling.sleutel, Instelling.waarde).where(
        Instelling.sleutel.in_([bestand.sleutel for bestand in Bestand])
    )
    found = {sleutel: str(waarde["tekst"]) for sleutel, waarde in session.execute(query)}
    return {bestand: found.get(bestand.sleutel, "") for bestand in Bestand}


def _eigen(session: Session, bestand: Bestand) -> str:
    return _alle_eigen(session)[bestand]


def _runs(loop: Loop) -> bool:
    termijn: Termijn = loop.termijn
    return termijn.gehaald_op is None and not termijn.vervallen_want


def _now_and_later(versies: tuple[Termijnregel, ...], today: date) -> list[Termijnregel]:
    later = [versie for versie in versies if versie.geldig_vanaf > today]
    held = [versie for versie in versies if versie.geldig_vanaf <= today]
    return [*held[-1:], *later]


def _ids(own: str) -> set[tuple[str, date]]:
    try:
        rows = tomllib.loads(own).get("regel", [])
    except tomllib.TOMLDecodeError:
        return set()
    return {(str(row.get("id")), row.get("geldig_vanaf")) for row in rows}


def _keys(own: str, bestand: Bestand, key: str) -> list[str]:
    name = _TABEL[bestand].strip("[]")
    try:
        return [str(row.get(key)) for row in tomllib.loads(own).get(name, [])]
    except tomllib.TOMLDecodeError:
        return []


def _block(bestand: Bestand, key: str, naam: str) -> str:
    """Cut one rule out of the file of vtdesk, as it stands there."""
    head = _TABEL[bestand]
    text = resources.path(f"{bestand.value}.toml").read_text("utf-8")
    for part in text.split(f"\n{head}\n")[1:]:
        block = part.split("\n# ---", maxsplit=1)[0].strip()
        if tomllib.loads(block).get(key) == naam:
            return f"{head}\n{block}"
    return ""
