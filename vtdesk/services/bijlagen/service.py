"""Bijlagen: files of a casus inside the kluis; small ones in their row, large ones beside it.

What is removed is gone from the database and its key with it. Until the kluis closes it is held in
memory, so that `restore` can undo it; the encrypted file lies until then, and the next opening
takes it away (`resten`). After a crash there is nothing left to restore.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vtdesk.errors import DamageError, UserError
from vtdesk.models import Bijlage, Casus
from vtdesk.security import bijlagen as bestanden
from vtdesk.services.bijlagen import resten
from vtdesk.services.bijlagen.bron import Bron, Voortgang, bron
from vtdesk.services.bijlagen.resten import Rest
from vtdesk.services.bijlagen.rows import (
    BijlageGegevens,
    BijlageRow,
    checked_name,
    contents,
    row,
    typed,
)
from vtdesk.store.store import Store
from vtdesk.values.bestand import mediatype
from vtdesk.values.tijd import Clock

SMALL = 100 * 1000  # bytes; what is more lies in a file of its own
CHANGED = "Dit is intussen ergens anders gewijzigd. Open het opnieuw."
GONE = "Deze bijlage bestaat niet meer."


class Bijlagen:
    """Use cases around the files of a casus; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._folder = store.path.parent
        self._removed: dict[UUID, dict[str, Any]] = {}

    def of_casus(self, casus_id: UUID) -> list[BijlageRow]:
        """List the bijlagen of a casus, the newest paper first."""
        day = func.coalesce(Bijlage.datum, func.date(Bijlage.toegevoegd_op))
        query = (
            select(Bijlage)
            .where(Bijlage.casus_id == casus_id)
            .order_by(day.desc(), Bijlage.toegevoegd_op.desc())
        )
        with self._store.read() as session:
            return [row(found) for found in session.scalars(query)]

    def get(self, bijlage_id: UUID) -> BijlageRow:
        """Give one bijlage."""
        with self._store.read() as session:
            return row(_bijlage(session, bijlage_id))

    def add(
        self,
        casus_id: UUID,
        path: Path,
        gegevens: BijlageGegevens | None = None,
        *,
        voortgang: Voortgang | None = None,
    ) -> UUID:
        """Take a file in, whole or not at all; its own name is kept when none is given."""
        about = gegevens or BijlageGegevens(path.name)
        with bron(path, voortgang or Voortgang()) as source:
            return self._keep(casus_id, about, source)

    def add_bytes(self, casus_id: UUID, data: bytes, gegevens: BijlageGegevens) -> UUID:
        """Take in what was made here."""
        return self._keep(casus_id, gegevens, Bron(BytesIO(data), Voortgang()))

    def change(self, bijlage_id: UUID, version: int, gegevens: BijlageGegevens) -> None:
        """Change name, date or description; the file itself never changes."""
        with self._store.write() as session:
            bijlage = _bijlage(session, bijlage_id)
            if bijlage.version != version:
                raise UserError(CHANGED)
            for name, value in typed(_cleaned(gegevens)).items():
                setattr(bijlage, name, value)

    def remove(self, bijlage_id: UUID) -> None:
        """Take a bijlage away, and its key with it; `restore` undoes it until the kluis closes."""
        with self._store.write() as session:
            bijlage = _bijlage(session, bijlage_id)
            held = contents(bijlage)
            session.delete(bijlage)
            if bijlage.sleutel is not None:
                resten.note(session, Rest.WEG, {bijlage.bestand or bijlage_id})
        self._removed[bijlage_id] = held

    def restore(self, bijlage_id: UUID) -> None:
        """Put back what was removed since the kluis was opened."""
        held = self._removed.get(bijlage_id)
        if held is None or not self._is_there(held):
            raise UserError("Deze bijlage kan niet meer terug.")
        with self._store.write() as session:
            self._refuse_twin(session, held["casus_id"], held["sha256"])
            session.add(Bijlage(**held))
            resten.forget(session, Rest.WEG, {_file_of(held)})
        del self._removed[bijlage_id]

    def parts(self, bijlage_id: UUID) -> Iterator[bytes]:
        """Give the content piece by piece, each proved before it is given."""
        with self._store.read() as session:
            bijlage = _bijlage(session, bijlage_id)
            inhoud, sleutel, bestand = bijlage.inhoud, bijlage.sleutel, bijlage.bestand
        if sleutel is None:
            return iter((inhoud or b"",))
        return bestanden.read(self._folder, bestand or bijlage_id, sleutel)

    def damaged(self) -> list[str]:
        """Read every bijlage wholly, and say of each damaged one what is wrong."""
        with self._store.read() as session:
            known = [(b.id, b.sha256) for b in session.scalars(select(Bijlage))]
        return [wrong for one, sha256 in known if (wrong := self._wrong(one, sha256))]

    def count(self) -> int:
        """Count the bijlagen of the whole kluis."""
        with self._store.read() as session:
            return session.scalar(select(func.count()).select_from(Bijlage)) or 0

    def sweep(self) -> int:
        """Take away files that were removed or half written; tells how many went.

        For when the kluis opens: later one may be being written.
        """
        return resten.clear(self._store, Rest.BEGONNEN, Rest.WEG)

    def _keep(self, casus_id: UUID, gegevens: BijlageGegevens, source: Bron) -> UUID:
        about, bijlage_id = _cleaned(gegevens), uuid4()
        parts = source.parts()
        begin = _first(parts, SMALL + 1)
        sleutel: bytes | None = None
        try:
            if len(begin) > SMALL:
                with self._store.write() as session:
                    resten.note(session, Rest.BEGONNEN, {bijlage_id})
                sleutel = bestanden.write(self._folder, bijlage_id, chain((begin,), parts))
            with self._store.write() as session:
                self._refuse_twin(session, casus_id, source.sha256)
                bijlage = Bijlage(
                    id=bijlage_id,
                    casus_id=casus_id,
                    soort=mediatype(source.head),
                    grootte=source.grootte,
                    sha256=source.sha256,
                    toegevoegd_op=self._clock(),
                    sleutel=sleutel,
                    inhoud=None if sleutel else begin,
                    **typed(about),
                )
                session.add(bijlage)
                if sleutel:
                    resten.forget(session, Rest.BEGONNEN, {bijlage_id})
        except BaseException:
            if sleutel:
                bestanden.remove(self._folder, {bijlage_id})
            raise
        return bijlage_id

    def _refuse_twin(self, session: Session, casus_id: UUID, sha256: bytes) -> None:
        if session.get(Casus, casus_id) is None:
            raise UserError("Deze casus bestaat niet meer.")
        query = select(Bijlage.naam).where(Bijlage.casus_id == casus_id, Bijlage.sha256 == sha256)
        if name := session.scalars(query).first():
            raise UserError(f"Precies dit bestand staat al bij deze casus, als ‘{name}’.")

    def _is_there(self, held: dict[str, Any]) -> bool:
        path = bestanden.path_of(self._folder, _file_of(held))
        return held["sleutel"] is None or path.exists()

    def _wrong(self, bijlage_id: UUID, sha256: bytes) -> str:
        seen = hashlib.sha256()
        try:
            for part in self.parts(bijlage_id):
                seen.update(part)
        except DamageError as error:
            return str(error)
        return "" if seen.digest() == sha256 else "Een bijlage is niet meer wat erin is gelegd."


def _file_of(held: Mapping[str, Any]) -> UUID:
    file: UUID = held["bestand"] or held["id"]
    return file


def _bijlage(session: Session, bijlage_id: UUID) -> Bijlage:
    found = session.get(Bijlage, bijlage_id)
    if found is None:
        raise UserError(GONE)
    return found


def _cleaned(gegevens: BijlageGegevens) -> BijlageGegevens:
    return replace(
        gegevens,
        naam=checked_name(gegevens.naam),
        omschrijving=gegevens.omschrijving.strip(),
    )


def _first(parts: Iterable[bytes], size: int) -> bytes:
    """Take parts until there is this much, or no more."""
    taken = b""
    for part in parts:
        taken += part
        if len(taken) >= size:
            break
    return taken
