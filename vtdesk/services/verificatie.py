"""Is it still what it was: a verslag with its versions and reactions, or a PDF that comes back."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Casus, Uitgifte, Versie, Verslag
from vtdesk.security.seal import vingerafdruk
from vtdesk.services.reacties import stored_reactions
from vtdesk.services.vaststelling import Vaststelling
from vtdesk.services.zegels import chain_findings, finding_in
from vtdesk.store.store import Store
from vtdesk.values.kinds import ReactieSoort, VerslagStand
from vtdesk.values.tijd import korte_dag, local

_COPY = re.compile(r"exemplaar (\d{1,9})", re.IGNORECASE)
_REACTIE = {
    ReactieSoort.GEZIEN: "gezien",
    ReactieSoort.AKKOORD: "akkoord",
    ReactieSoort.NIET_AKKOORD: "niet akkoord",
}


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One sealed thing, and what is wrong with it; nothing when all is right."""

    wat: str  # "Versie 1", "Reactie van Otis Havikskruid op versie 1, niet akkoord"
    fout: str = ""


@dataclass(frozen=True, slots=True)
class VerslagBevinding:
    """Everything sealed of one verslag, and of the chain of all."""

    verslag_id: UUID
    delen: tuple[Bevinding, ...]
    keten: tuple[str, ...]

    @property
    def klopt(self) -> bool:
        """Tell whether nothing changed."""
        return not self.keten and not any(deel.fout for deel in self.delen)


class Uitkomst(StrEnum):
    """What a PDF turns out to be."""

    PRECIES = "komt precies overeen"
    VERANDERD = "is veranderd"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class PdfBevinding:
    """What this kluis knows of a PDF."""

    uitkomst: Uitkomst
    zin: str
    verslag_id: UUID | None = None
    nummer: int = 0  # of the version; 0: a draft, or not known
    exemplaar: int = 0
    ontvanger: str = ""
    gemaakt_op: datetime | None = None
    vervangen_door: int = 0

    @property
    def is_goed(self) -> bool:
        """Tell whether it is still what was made."""
        return self.uitkomst is Uitkomst.PRECIES

    @property
    def is_bekend(self) -> bool:
        """Tell whether this kluis knows of it."""
        return self.uitkomst is not Uitkomst.ONBEKEND


class Verificatie:
    """Use cases around checking; nothing here changes anything."""

    def __init__(self, store: Store, vaststelling: Vaststelling) -> None:
        self._store = store
        self._vaststelling = vaststelling

    def verslag(self, verslag_id: UUID) -> VerslagBevinding:
        """Check every version and reaction of a verslag, and the whole chain."""
        with self._store.read() as session:
            return VerslagBevinding(
                verslag_id,
                tuple(_parts(session, verslag_id)),
                tuple(chain_findings(session)),
            )

    def pdf(self, data: bytes) -> PdfBevinding:
        """Say which version and copy a PDF is, and whether it is still the same."""
        with self._store.read() as session:
            left = session.scalars(
                select(Uitgifte).where(Uitgifte.sha256 == sha256(data).hexdigest())
            ).first()
            if left is not None:
                return _as_it_left(session, left)
        from vtdesk.adapters.pdf_words import words_of  # noqa: PLC0415 (starts a process)

        words = " ".join(words_of(data).split())
        with self._store.read() as session:
            named = [versie for versie in session.scalars(select(Versie)) if _names(versie, words)]
            for versie in named:
                if data in self._papers(session, versie):
                    return _same(session, versie)
            return _changed(session, named, words)

    def _papers(self, session: Session, versie: Versie) -> Iterator[bytes]:
        """Make the paper of a version as it was at each moment of its life, the newest first.

        Later a reaction may have come along, or a version in its place; both are printed.
        """
        from vtdesk.reports.verslag import render_verslag  # noqa: PLC0415 (costs 350 ms)

        whole = self._vaststelling.document(versie.verslag_id, versie.nummer)
        reactions = len(stored_reactions(session, versie.verslag_id, versie.nummer))
        replaced = range(whole.vervangen_door, versie.nummer, -1)
        for later in (*replaced, 0):
            for count in range(reactions, -1, -1):
                yield render_verslag(
                    replace(
                        whole,
                        reacties=whole.reacties[:count],
                        vervangen_door=later,
                        stand=VerslagStand.VERVANGEN if later else VerslagStand.VASTGESTELD,
                    )
                )


def _parts(session: Session, verslag_id: UUID) -> Iterator[Bevinding]:
    versions = select(Versie).where(Versie.verslag_id == verslag_id).order_by(Versie.nummer)
    found = session.scalars(versions).all()
    numbers = [versie.nummer for versie in found]
    for versie in found:
        yield Bevinding(f"Versie {versie.nummer}", finding_in(session, versie))
        for reactie in stored_reactions(session, verslag_id, versie.nummer):
            said = _REACTIE[reactie.soort]
            what = f"Reactie van {reactie.naam} op versie {versie.nummer}, {said}"
            yield Bevinding(what, finding_in(session, reactie))
    yield from _gaps(session, verslag_id, numbers)


def _gaps(session: Session, verslag_id: UUID, numbers: Sequence[int]) -> Iterator[Bevinding]:
    """Name the versions that must have been there."""
    for number in range(1, max(numbers, default=0)):
        if number not in numbers:
            yield Bevinding(f"Versie {number}", "Deze versie is weggehaald.")
    final = session.get_one(Verslag, verslag_id).stand is VerslagStand.VASTGESTELD
    if final and not numbers:
        yield Bevinding("Versie 1", "De verzegelde tekst ontbreekt.")


def _as_it_left(session: Session, left: Uitgifte) -> PdfBevinding:
    """Say whose copy it is; what was sealed may have changed since, which is said too."""
    versie = _version(session, left.verslag_id, left.nummer)
    broken = finding_in(session, versie) if versie else ""
    day = korte_dag(local(left.gemaakt_op).date())
    zin = f"Exemplaar {left.exemplaar}, voor {left.ontvanger}, gemaakt op {day}."
    return PdfBevinding(
        Uitkomst.VERANDERD if broken else Uitkomst.PRECIES,
        f"{zin} De versie in de kluis klopt niet meer. {broken}" if broken else zin,
        left.verslag_id,
        left.nummer,
        left.exemplaar,
        left.ontvanger,
        left.gemaakt_op,
        _replaced_by(session, versie),
    )


def _same(session: Session, versie: Versie) -> PdfBevinding:
    broken = finding_in(session, versie)
    return PdfBevinding(
        Uitkomst.VERANDERD if broken else Uitkomst.PRECIES,
        broken or "Dit exemplaar is voor niemand in het bijzonder gemaakt.",
        versie.verslag_id,
        versie.nummer,
        vervangen_door=_replaced_by(session, versie),
    )


def _changed(session: Session, named: Sequence[Versie], words: str) -> PdfBevinding:
    """Say what a PDF claims to be; one that claims nothing of this kluis is not known."""
    copy = _copy_named(session, words)
    versie = named[0] if named else None
    if copy is not None and (versie is None or copy.verslag_id == versie.verslag_id):
        return PdfBevinding(
            Uitkomst.VERANDERD,
            f"Het noemt zich exemplaar {copy.exemplaar}, voor {copy.ontvanger}, "
            "en is niet meer wat toen is gemaakt.",
            copy.verslag_id,
            copy.nummer,
            copy.exemplaar,
            copy.ontvanger,
            copy.gemaakt_op,
        )
    if versie is not None:
        zin = "Het draagt het zegel van deze versie, en is niet wat vtdesk ervan maakt."
        return PdfBevinding(Uitkomst.VERANDERD, zin, versie.verslag_id, versie.nummer)
    return PdfBevinding(Uitkomst.ONBEKEND, "Deze kluis heeft dit bestand niet gemaakt.")


def _copy_named(session: Session, words: str) -> Uitgifte | None:
    """Find the copy that a paper says it is: its casus and its number."""
    numbers = {int(number) for number in _COPY.findall(words)}
    query = (
        select(Uitgifte, Casus.nummer)
        .join(Casus, Casus.id == Uitgifte.casus_id)
        .where(Uitgifte.exemplaar.in_(numbers))
        .order_by(Uitgifte.gemaakt_op.desc())
    )
    found = (left for left, nummer in session.execute(query) if nummer in words)
    return next(found, None)


def _names(versie: Versie, words: str) -> bool:
    """Tell whether a paper carries the fingerprint of this version."""
    try:
        return vingerafdruk(bytes.fromhex(versie.zegel["inhoud"])) in words
    except (KeyError, ValueError):
        return False


def _version(session: Session, verslag_id: UUID | None, nummer: int) -> Versie | None:
    query = select(Versie).where(Versie.verslag_id == verslag_id, Versie.nummer == nummer)
    return session.scalars(query).first()


def _replaced_by(session: Session, versie: Versie | None) -> int:
    if versie is None:
        return 0
    later = select(Versie.nummer).where(
        Versie.verslag_id == versie.verslag_id, Versie.nummer > versie.nummer
    )
    return max(session.scalars(later), default=0)
