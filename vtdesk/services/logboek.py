"""The logboek of one casus: who looked, changed and printed, and when; read, never changed."""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, union_all
from sqlalchemy.orm import Session

from vtdesk.models import (
    Afspraak,
    Betrokkenheid,
    Logreden,
    Logregel,
    Melding,
    Organisatie,
    Persoon,
    Termijn,
    Uitspraak,
    Verslag,
)
from vtdesk.security import files
from vtdesk.services.logproef import Logproef, prove
from vtdesk.services.logresten import BEWAARREGEL, eerste_te_houden, shorten
from vtdesk.services.loguitvoer import exported
from vtdesk.services.regels import boeken
from vtdesk.services.scherm import Scherm
from vtdesk.services.vindplaatsen import stukken
from vtdesk.services.zegels import chain_findings
from vtdesk.store.changes import Recorder
from vtdesk.store.store import Store, note
from vtdesk.values.kinds import Kind, Rol
from vtdesk.values.tijd import Clock, local, start_of

PAGE = 200  # lines that are read at a time
KLUIS = UUID(int=0)  # there is one kluis in a kluis
CASUS_BEKEKEN = "casus"

_CHANGES = ("C", "U", "D", "E")
_PAPER = ("pdf", "html", "print", "svg", "bewaard", "buiten", "uittreksel", "agenda-ics")


class LogKeuze(StrEnum):
    """Which lines one looks for."""

    ALLES = "alles"
    BEKEKEN = "bekeken"
    GEWIJZIGD = "gewijzigd"
    AFGEDRUKT = "afgedrukt"


@dataclass(frozen=True, slots=True)
class LogRow:
    """One line: who did what to which thing, when, and why."""

    id: int
    moment: datetime
    gebruiker: str
    actie: str
    kind: Kind
    ding: UUID
    detail: str
    uitkomst: str
    naam: str  # what the thing is called; "" when that may not be said or is no longer known
    reden: str


class Voorval(StrEnum):
    """What happened to the kluis itself; the detail of its line."""

    GEOPEND = "kluis geopend"
    DICHT = "kluis dicht"
    POGINGEN = "verkeerde wachtzin"
    WACHTZIN = "wachtzin gewijzigd"
    HERSTELD = "geopend met herstelblad"
    HERSTELBLAD = "nieuw herstelblad"
    BLAD_NAGEKEKEN = "herstelblad nagekeken"
    SLEUTELS = "sleutels vernieuwd"
    SNEL_OPENEN = "snel openen gewijzigd"
    KOPIE = "reservekopie gemaakt"
    KOPIE_MISLUKT = "reservekopie mislukt"
    TERUGGEZET = "reservekopie teruggezet"
    PROEF = "terugzetten geoefend"
    BESCHADIGD = "beschadiging gezien"
    TOCH_GEOPEND = "toch geopend"
    KLOK = "klok sprong"
    IMPORT = "bestand binnengehaald"
    LOG_BEKEKEN = "logboek bekeken"
    LOG_UIT = "logboek uitgevoerd"
    LOG_OPGERUIMD = "logboek opgeruimd"
    LAPTOP_VERLATEN = "laptop verlaten"


_DOES = {Voorval.LOG_BEKEKEN: "R", Voorval.LOG_UIT: "R", Voorval.LOG_OPGERUIMD: "D"}


class Uitkomst(StrEnum):
    """How it ended (NEN 7513: EventOutcomeIndicator)."""

    OK = "ok"
    GEWEIGERD = "geweigerd"
    MISLUKT = "mislukt"


class Logboek:
    """Reads the logboek, and adds what happened to the kluis itself; nothing changes a line."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def noteer(self, voorval: Voorval, uitkomst: Uitkomst = Uitkomst.OK) -> None:
        """Write down what happened to the kluis."""
        with self._store.write() as session:
            tell(session, voorval, uitkomst)

    def bekeken(self, casus_id: UUID) -> None:
        """Write down that a casus was opened; once a day says enough (NEN 7513)."""
        today = start_of(local(self._clock()).date())
        seen = select(Logregel.seq).where(
            Logregel.casus == casus_id,
            Logregel.actie == "R",
            Logregel.detail == CASUS_BEKEKEN,
            Logregel.tijd >= today,
        )
        with self._store.read() as session:
            if session.scalar(seen.limit(1)) is not None:
                return
        with self._store.write() as session:
            note(session, "R", (Kind.CASUS, casus_id), detail=CASUS_BEKEKEN, casus=casus_id)

    def proef(self) -> Logproef:
        """Hold every line against the chain."""
        with self._store.read() as session:
            return prove(session)

    def nagekeken(self) -> list[str]:
        """Say what is wrong with the chain, or with the seals of what is final; empty is well."""
        with self._store.read() as session:
            return [*prove(session).bevindingen, *chain_findings(session)]

    def ruim_op(self) -> int:
        """Let lines go whose time is over; a signed stump keeps the chain whole. Gives how many."""
        today = local(self._clock()).date()
        with self._store.write() as session:
            regel = boeken(session).bewaren.bewaarregel(BEWAARREGEL, today)
            return shorten(session, eerste_te_houden(regel, today))

    def uitvoer(self) -> list[dict[str, Any]]:
        """Give every line under the names of NEN 7513, and write down that it was taken out."""
        with self._store.write() as session:
            tell(session, Voorval.LOG_UIT)
            return exported(session)

    def bewaar(self, path: Path) -> int:
        """Write every line to a JSON file, which is not encrypted; tells how many."""
        files.refuse_no_file(path)
        lines = self.uitvoer()
        text = json.dumps(lines, ensure_ascii=False, indent=1)
        with files.words_for_disk(path.parent):
            files.replace_among_others_by(path, (text.encode(),))
        return len(lines)

    def of_kluis(self, *, before: int | None = None, most: int = PAGE) -> list[LogRow]:
        """Read a page of lines of the whole kluis, the newest first, for the worker herself.

        A thing is not named here: what it is called belongs in its casus.
        """
        query = _lines(before).limit(most)
        with self._store.read() as session:
            return [_row(line, reden or "", {}) for line, reden in session.execute(query)]

    def of_casus(
        self,
        casus_id: UUID,
        keuze: LogKeuze = LogKeuze.ALLES,
        *,
        before: int | None = None,
        most: int = PAGE,
    ) -> list[LogRow]:
        """Read a page of lines, the newest first; `before` is the last line of the page before."""
        with self._store.read() as session:
            query = _lines(before).where(_about(casus_id), _chosen(keuze))
            lines = session.execute(query.limit(most)).all()
            names = _names(session, casus_id, {line.ding for line, _ in lines})
            return [_row(line, reden or "", names) for line, reden in lines]

    def count(self, casus_id: UUID, keuze: LogKeuze = LogKeuze.ALLES) -> int:
        """Count the lines."""
        query = select(func.count()).select_from(Logregel).where(_about(casus_id), _chosen(keuze))
        with self._store.read() as session:
            return session.scalar(query) or 0


def tell(session: Session, voorval: Voorval, uitkomst: Uitkomst = Uitkomst.OK) -> None:
    """Write down what happened to the kluis, in the transaction in which it happens."""
    recorder: Recorder = session.info["recorder"]
    recorder.note(
        _DOES.get(voorval, "E"), (Kind.KLUIS, KLUIS), detail=voorval.value, uitkomst=uitkomst.value
    )


def _lines(before: int | None) -> Select[Logregel, str]:
    query = (
        select(Logregel, Logreden.tekst)
        .outerjoin(Logreden, Logreden.seq == Logregel.seq)
        .order_by(Logregel.seq.desc())
    )
    return query if before is None else query.where(Logregel.seq < before)


def _about(casus_id: UUID) -> ColumnElement[bool]:
    """Tell whether a line is of this casus, or of a thing in it that carries no casus itself."""
    things = union_all(
        select(Betrokkenheid.persoon_id).where(Betrokkenheid.casus_id == casus_id),
        *(
            select(table.id).where(table.casus_id == casus_id)
            for table in (Afspraak, Verslag, Uitspraak, Melding, Termijn)
        ),
    )
    return or_(
        Logregel.casus == casus_id, and_(Logregel.casus.is_(None), Logregel.ding.in_(things))
    )


def _chosen(keuze: LogKeuze) -> ColumnElement[bool]:
    paper = or_(*(Logregel.detail.endswith(way) for way in _PAPER))
    match keuze:
        case LogKeuze.ALLES:
            return Logregel.seq > 0
        case LogKeuze.GEWIJZIGD:
            return Logregel.actie.in_(_CHANGES)
        case LogKeuze.BEKEKEN:
            return and_(Logregel.actie == "R", ~paper)
        case LogKeuze.AFGEDRUKT:
            return and_(Logregel.actie == "R", paper)


def _names(session: Session, casus_id: UUID, things: set[UUID]) -> dict[UUID, str]:
    """Say what these things are called now; the melder has no name here."""
    people = (
        select(Persoon)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(
            Betrokkenheid.casus_id == casus_id,
            Betrokkenheid.rol != Rol.MELDER,
            Persoon.id.in_(things),
        )
    )
    found = {persoon.id: persoon.naam for persoon in session.scalars(people)}
    for column, name in ((Afspraak.id, Afspraak.titel), (Organisatie.id, Organisatie.naam)):
        called = select(column, name).where(column.in_(things))
        found |= {ding: words for ding, words in session.execute(called)}  # noqa: C416 - rows
    numbers = select(Melding.id, Melding.nummer).where(Melding.id.in_(things))
    found |= {ding: f"M{nummer}" for ding, nummer in session.execute(numbers)}
    found |= {ding: one.naam for ding, one in stukken(session, casus_id).items() if ding in things}
    scherm = Scherm.of(session, casus_id)
    return {ding: scherm.over(name) for ding, name in found.items()}


def _row(line: Logregel, reden: str, names: dict[UUID, str]) -> LogRow:
    return LogRow(
        id=line.seq,
        moment=local(line.tijd),
        gebruiker=line.gebruiker,
        actie=line.actie,
        kind=Kind(line.soort),
        ding=line.ding,
        detail=line.detail,
        uitkomst=line.uitkomst,
        naam=names.get(line.ding, ""),
        reden=reden,
    )
