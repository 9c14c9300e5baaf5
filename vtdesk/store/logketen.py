"""The chain of the logboek: each line is bound to the one before it, in its own transaction.

    keten = SHA-256(vorige || the fields of the line as JSON, in the order of `FIELDS`)

The last link is known apart (`logboekkop`), so that a cut at the end is seen as well as a gap, and
every hundredth line a head is signed. Who holds the open kluis can forge all of it; heads that
left, in a copy or on paper, then tell otherwise.
"""

import hashlib
import json
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from vtdesk import __version__
from vtdesk.models import Casus, Logkop, Logreden, Logregel
from vtdesk.security import seal
from vtdesk.store.zegelsleutel import fact, keep, signing_key
from vtdesk.values.tijd import local

HEAD, DEVICE = "logboekkop", "apparaat"
FIRST = bytes(32)  # what the first line is bound to
EVERY = 100  # lines per signed head
FIELDS = (
    "seq", "tijd", "verschil", "klok_ok", "gebruiker", "functie", "apparaat", "programma",
    "actie", "uitkomst", "soort", "ding", "casus", "doel", "bescherming", "detail", "reden_merk",
)  # fmt: skip
_WRITTEN: tuple[tuple[int, Callable[[Any], str]], ...] = (  # what JSON has no form for
    (FIELDS.index("tijd"), lambda tijd: tijd.astimezone(UTC).isoformat(timespec="microseconds")),
    (FIELDS.index("ding"), lambda ding: ding.hex),
    (FIELDS.index("casus"), lambda casus: casus.hex),
    (FIELDS.index("reden_merk"), lambda mark: mark.hex()),
)
# How well guarded is what a line is about (NEN 7513: ParticipantObjectSensitivity), by its detail.
_ORDINARY, _SHIELDED = "gewoon", {"afgeschermd": "afgeschermd", "melder": "melder"}
_SALT = 16


@dataclass(frozen=True, slots=True)
class Kop:
    """The end of the logboek: its last line, and when that was."""

    seq: int
    keten: bytes
    tijd: datetime | None = None


@dataclass(frozen=True, slots=True)
class Wie:
    """Who works here, as the logboek names her."""

    naam: str = "onbekend"
    functie: str = ""


def link(previous: bytes, line: Mapping[str, Any]) -> bytes:
    """Give the link of a line that comes after `previous`."""
    values = [line[name] for name in FIELDS]
    for place, written in _WRITTEN:
        if values[place] is not None:
            values[place] = written(values[place])
    words = json.dumps(values, ensure_ascii=True)
    return hashlib.sha256(previous + words.encode()).digest()


def reason_mark(salt: bytes, words: str) -> bytes:
    """Bind a reason to its line without telling it."""
    return hashlib.sha256(salt + words.encode(errors="surrogatepass")).digest()


def head(session: Session) -> Kop:
    """Give the end of the logboek as this transaction sees it."""
    found = fact(session, HEAD)
    if found is None:
        return Kop(0, FIRST)
    moment = datetime.fromisoformat(found["tijd"]) if found["tijd"] else None
    return Kop(found["seq"], bytes.fromhex(found["keten"]), moment)


class Logketen:
    """Adds lines to the logboek in one writing transaction."""

    def __init__(self, session: Session, wie: Wie) -> None:
        self._session = session
        self._wie = wie
        self._head: Kop | None = None
        self._device = ""
        self._stages: dict[UUID, str] = {}

    def add(self, moment: datetime, lines: Iterable[Mapping[str, Any]]) -> None:
        """Add lines of one moment; each names actie, soort, ding, casus, detail and reden."""
        with self._session.no_autoflush:  # a flush in between would add lines at the same place
            self._add(moment, lines)

    def _add(self, moment: datetime, lines: Iterable[Mapping[str, Any]]) -> None:
        end = self._head or head(self._session)
        begin = end.seq
        rows, reasons = [], []
        for line in lines:
            row = self._row(end, moment, line)
            if line["reden"]:
                salt = secrets.token_bytes(_SALT)
                row["reden_merk"] = reason_mark(salt, line["reden"])
                reasons.append({"seq": row["seq"], "zout": salt, "tekst": line["reden"]})
            row["vorige"], row["keten"] = end.keten, link(end.keten, row)
            rows.append(row)
            end = Kop(row["seq"], row["keten"], moment)
        if not rows:
            return
        self._session.execute(insert(Logregel), rows)
        if reasons:
            self._session.execute(insert(Logreden), reasons)
        self._move(end)
        if end.seq // EVERY > begin // EVERY:
            sign(self._session, end)

    def _row(self, end: Kop, moment: datetime, line: Mapping[str, Any]) -> dict[str, Any]:
        here = local(moment).utcoffset()
        return {
            "seq": end.seq + 1,
            "tijd": moment,
            "verschil": int(here.total_seconds()) // 60 if here else 0,
            "klok_ok": end.tijd is None or moment >= end.tijd,
            "gebruiker": self._wie.naam,
            "functie": self._wie.functie,
            "apparaat": self._named_device(),
            "programma": __version__,
            "actie": line["actie"],
            "uitkomst": line.get("uitkomst", "ok"),
            "soort": line["soort"],
            "ding": line["ding"],
            "casus": line["casus"],
            "doel": self._stage(line["casus"]),
            "bescherming": _SHIELDED.get(line["detail"], _ORDINARY),
            "detail": line["detail"],
            "reden_merk": None,
        }

    def _move(self, end: Kop) -> None:
        self._head = end
        moment = end.tijd.astimezone(UTC).isoformat() if end.tijd else ""
        keep(self._session, HEAD, {"seq": end.seq, "keten": end.keten.hex(), "tijd": moment})

    def _named_device(self) -> str:
        if not self._device:
            found = fact(self._session, DEVICE)
            if found is None:
                found = {"naam": secrets.token_hex(4)}
                keep(self._session, DEVICE, found)
            self._device = found["naam"]
        return self._device

    def _stage(self, casus: UUID | None) -> str:
        """Tell for which task this was done: the stage that its casus was in."""
        if casus is None:
            return ""
        if casus not in self._stages:
            found = self._session.scalar(select(Casus.dienst).where(Casus.id == casus))
            self._stages[casus] = found.value if found else ""
        return self._stages[casus]


def sign(session: Session, end: Kop) -> None:
    """Sign the end of the logboek, so that what came before it is fixed."""
    key = signing_key(session)
    row = {
        "seq": end.seq,
        "keten": end.keten,
        "sleutel": seal.public_key(key),
        "handtekening": seal.sign_end(seal.HEAD, end.seq, end.keten, key=key),
    }
    session.execute(upsert(Logkop).values(row).on_conflict_do_nothing())


def sign_end(session: Session) -> None:
    """Sign the logboek as it ends now; for what must stand fixed at once."""
    session.flush()
    sign(session, head(session))


def column_names() -> Sequence[str]:
    """Name what a check of the chain has to read."""
    return (*FIELDS, "vorige", "keten")
