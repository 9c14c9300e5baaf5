"""The life of a verslag until it is finalised: born from a talk, written, kept every second."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, bindparam, exists, or_, select, update
from sqlalchemy.orm import Session

from vtdesk.errors import OutdatedError, UserError
from vtdesk.models import Afspraak, Casus, Concept, Organisatie, Persoon, Versie, Verslag
from vtdesk.services import schrijfstand_rows
from vtdesk.services.beginnen import Begin, begin
from vtdesk.services.kop import build_kop, soortnaam
from vtdesk.services.schrijfzitting import Schrijfzitting
from vtdesk.services.sjablonen import SOORTEN, Sjabloonboek, boek, sjabloon_van
from vtdesk.services.soortkeuze import soorten_bij, voor_wie
from vtdesk.services.uitspraak_tekst import overlay, store_uitspraken
from vtdesk.store.store import Store
from vtdesk.values.document import Verslagkop
from vtdesk.values.kinds import Kind, VerslagStand
from vtdesk.values.sjabloon import Sjabloon
from vtdesk.values.tekst import Tekst, Uitspraakregel
from vtdesk.values.tijd import Clock, local

SCHRIJFBAAR = (VerslagStand.CONCEPT, VerslagStand.TER_REACTIE)
NOT_HELD = (
    "Zet deze afspraak eerst op gehouden en kies een casus. Daarna kun je het verslag schrijven."
)


@dataclass(frozen=True, slots=True)
class VerslagRow:
    """One line in the list of verslagen."""

    id: UUID
    casus_id: UUID
    casus: str
    nummer: str
    soort: str
    titel: str  # of the appointment it is about
    datum: datetime
    stand: VerslagStand
    versie: int  # the last finalised one; 0 when none was

    @property
    def met_soort(self) -> str:
        """Name it with its kind, once: `Gespreksverslag: Eerste gesprek vader`, `Verslag MDO`."""
        if self.titel.startswith(self.soort):
            return self.titel
        if f" {self.soort} ".casefold().endswith(f" {self.titel} ".casefold()):
            return self.soort
        return f"{self.soort}: {self.titel}"


@dataclass(frozen=True, slots=True)
class VerslagInhoud:
    """All that the editor needs to open a verslag."""

    id: UUID
    casus_id: UUID
    afspraak_id: UUID | None
    titel: str
    casus: str
    nummer: str
    kop: Verslagkop
    sjabloon: Sjabloon
    tekst: Tekst
    caret: int
    scroll: int
    bewaard_op: datetime
    stand: VerslagStand
    versie: int
    reden_correctie: str
    concept_version: int

    @property
    def is_schrijfbaar(self) -> bool:
        """Tell whether the text may still change."""
        return self.stand in SCHRIJFBAAR


@dataclass(frozen=True, slots=True)
class Bewaard:
    """That a draft is safe on disk: since when, and which version of the draft it is now."""

    op: datetime
    version: int


class Verslagen:
    """Use cases around unfinished verslagen; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._zitting = Schrijfzitting(clock)

    def all(self) -> list[VerslagRow]:
        """List all verslagen, newest talk first."""
        with self._store.read() as session:
            held = boek(session)
            rows = [_row(held, found) for found in session.execute(_query())]
        return sorted(rows, key=lambda row: row.datum, reverse=True)

    def of_casus(self, casus_id: UUID) -> list[VerslagRow]:
        """List the verslagen of a casus, newest talk first."""
        return [row for row in self.all() if row.casus_id == casus_id]

    def start(
        self, afspraak_id: UUID, soort: str | None = None, *, persoon_id: UUID | None = None
    ) -> UUID:
        """Give the verslag of a held talk; begins it, filled in, when there is none yet.

        Without a soort it is the likeliest one; a talk with two children has one for each.
        """
        with self._store.read() as session:
            afspraak = session.get(Afspraak, afspraak_id)
            if afspraak is None:
                raise UserError("Deze afspraak staat niet meer in de agenda.")
            found = session.scalars(_of_talk(afspraak_id, soort, persoon_id)).first()
            if found:
                return found
            if not afspraak.owes_verslag or afspraak.casus_id is None:
                raise UserError(NOT_HELD)
            fits = soorten_bij(session, afspraak)
            kind = soort or fits[0]
            if kind not in fits:
                raise UserError(_does_not_fit(kind, fits))
            person, organisation = voor_wie(session, afspraak, kind)
            about = Begin(
                soort=kind,
                casus_id=afspraak.casus_id,
                afspraak_id=afspraak_id,
                persoon_id=persoon_id or person,
                organisatie_id=None if persoon_id else organisation,
            )
        return begin(self._store, self._clock, about)

    def soorten(self, afspraak_id: UUID) -> tuple[str, ...]:
        """Name the kinds that go with an appointment, the likeliest first."""
        with self._store.read() as session:
            afspraak = session.get(Afspraak, afspraak_id)
            return soorten_bij(session, afspraak) if afspraak else ()

    def open(self, verslag_id: UUID) -> VerslagInhoud:
        """Give the text with everything around it."""
        with self._store.read() as session:
            found = session.execute(_query().where(Verslag.id == verslag_id)).first()
            if found is None:
                raise UserError("Dit verslag bestaat niet.")
            verslag = found[0]
            row = _row(boek(session), found)
            concept = concept_of(session, verslag_id)
            tekst = Tekst.from_json(concept.tekst)
            return VerslagInhoud(
                id=verslag.id,
                casus_id=verslag.casus_id,
                afspraak_id=verslag.afspraak_id,
                titel=row.titel,
                casus=row.casus,
                nummer=row.nummer,
                kop=build_kop(session, verslag),
                sjabloon=sjabloon_van(session, verslag, tekst),
                tekst=overlay(session, tekst),
                caret=concept.caret,
                scroll=concept.scroll,
                bewaard_op=local(concept.bewaard_op),
                stand=verslag.stand,
                versie=row.versie,
                reden_correctie=verslag.reden_correctie,
                concept_version=concept.version,
            )

    def stamp(self, verslag_id: UUID) -> tuple[VerslagStand, int] | None:
        """Give stand and version of the draft: is a text on screen old? None: it is gone."""
        query = (
            select(Verslag.stand, Concept.version)
            .join(Concept, Concept.verslag_id == Verslag.id)
            .where(Verslag.id == verslag_id)
        )
        with self._store.read() as session:
            found = session.execute(query).first()
            return (found[0], found[1]) if found else None

    def save_concept(
        self,
        verslag_id: UUID,
        tekst: Tekst,
        *,
        version: int | None = None,
        caret: int = 0,
        scroll: int = 0,
    ) -> Bewaard:
        """Keep the draft and its statements.

        Raises OutdatedError when the draft is not at `version` any more; None stores over whatever
        is there.
        """
        uitspraken = {regel.id: regel for regel in tekst.uitspraken()}
        values = {
            "tekst": tekst.to_json(),
            "bewaard_op": self._clock(),
            "caret": caret,
            "scroll": scroll,
        }
        if version is not None and self._zitting.is_rewrite(verslag_id, version, uitspraken):
            bewaard = self._rewrite(verslag_id, version, values)
        else:
            bewaard = self._save_with_statements(verslag_id, version, uitspraken, values)
        self._zitting.keep(verslag_id, bewaard.version, uitspraken, bewaard.op)
        return bewaard

    def begin_sessie(self, verslag_id: UUID) -> None:
        """Let the next save of this draft keep the text that stood there, to bring it back."""
        self._zitting.end(verslag_id)

    def _rewrite(self, verslag_id: UUID, version: int, values: dict[str, Any]) -> Bewaard:
        """Store a text in which no statement changed: one row, without reading the one before."""
        keys = {"b_verslag": verslag_id, "b_version": version, "version": version + 1}
        if not self._store.rewrite(_REWRITE, values | keys, kind=Kind.CONCEPT, ding=verslag_id):
            found = self.stamp(verslag_id)
            raise _refusal(found and found[0])
        return Bewaard(local(values["bewaard_op"]), version + 1)

    def _save_with_statements(
        self,
        verslag_id: UUID,
        version: int | None,
        uitspraken: dict[UUID, Uitspraakregel],
        values: dict[str, Any],
    ) -> Bewaard:
        with self._store.write() as session:
            verslag = session.get(Verslag, verslag_id)
            if verslag is None:
                raise _refusal(None)
            concept = concept_of(session, verslag_id)
            if verslag.stand not in SCHRIJFBAAR or version not in (None, concept.version):
                raise _refusal(verslag.stand)
            if not self._zitting.goes_on(verslag_id) and concept.tekst != values["tekst"]:
                schrijfstand_rows.keep(session, concept)
            before = {u.id: u for u in Tekst.from_json(concept.tekst).uitspraken()}
            store_uitspraken(session, verslag, before, uitspraken, values["bewaard_op"])
            for name, value in values.items():
                setattr(concept, name, value)
            session.flush()
            return Bewaard(local(concept.bewaard_op), concept.version)

    def set_place(self, verslag_id: UUID, *, caret: int, scroll: int) -> None:
        """Remember where she was in a text."""
        values = {"b_verslag": verslag_id, "caret": caret, "scroll": scroll}
        self._store.rewrite(_PLACE, values, kind=Kind.CONCEPT, ding=verslag_id)


def _does_not_fit(soort: str, fits: tuple[str, ...]) -> str:
    known = ", ".join(fits if soort in SOORTEN else SOORTEN)
    what = "hoort niet bij deze afspraak" if soort in SOORTEN else "bestaat niet"
    return f"Het soort verslag '{soort}' {what}. Kies uit: {known}."


def _of_talk(afspraak_id: UUID, soort: str | None, persoon_id: UUID | None) -> Select[UUID]:
    query = select(Verslag.id).where(Verslag.afspraak_id == afspraak_id)
    if soort:
        query = query.where(Verslag.sjabloon == soort)
    if persoon_id:
        query = query.where(Verslag.persoon_id == persoon_id)
    return query.order_by(Verslag.gemaakt_op)


def last_version(session: Session, verslag_id: UUID) -> Versie | None:
    """Give the newest finalised version."""
    query = select(Versie).where(Versie.verslag_id == verslag_id).order_by(Versie.nummer.desc())
    return session.scalars(query).first()


def concept_of(session: Session, verslag_id: UUID) -> Concept:
    """Give the draft of a verslag."""
    return session.scalars(select(Concept).where(Concept.verslag_id == verslag_id)).one()


def _refusal(stand: VerslagStand | None) -> OutdatedError:
    """Say why a draft cannot be stored any more; None: the verslag is gone."""
    if stand is None:
        return OutdatedError("Dit verslag bestaat niet meer. Kopieer wat je wilt houden.")
    if stand not in SCHRIJFBAAR:
        return OutdatedError("Dit verslag is vastgesteld. Maak een correctie om te wijzigen.")
    return OutdatedError(
        "Dit verslag is intussen op een andere plek veranderd. Wat je hier typte, staat alleen nog "
        "op dit scherm. Kopieer wat je wilt houden, ga terug en open het verslag opnieuw."
    )


Found = tuple[Verslag, Casus, Afspraak | None, int | None, Persoon | None, Organisatie | None]


def _query() -> Select[*Found]:
    last = select(Versie.nummer).where(Versie.verslag_id == Verslag.id)
    last_number = last.order_by(Versie.nummer.desc()).limit(1).scalar_subquery()
    return (
        select(Verslag, Casus, Afspraak, last_number, Persoon, Organisatie)
        .join(Casus, Casus.id == Verslag.casus_id)
        .outerjoin(Afspraak, Afspraak.id == Verslag.afspraak_id)
        .outerjoin(Persoon, Persoon.id == Verslag.persoon_id)
        .outerjoin(Organisatie, Organisatie.id == Verslag.organisatie_id)
    )


def _row(held: Sjabloonboek, found: Row[*Found]) -> VerslagRow:
    verslag, casus, afspraak, versie, persoon, organisatie = found
    soort = soortnaam(held.van(verslag), afspraak)
    whom = persoon or organisatie
    return VerslagRow(
        id=verslag.id,
        casus_id=casus.id,
        casus=casus.naam,
        nummer=casus.nummer,
        soort=soort,
        titel=afspraak.titel if afspraak else f"{soort}, {whom.naam}" if whom else soort,
        datum=local(afspraak.begin if afspraak else verslag.gemaakt_op),
        stand=verslag.stand,
        versie=versie or 0,
    )


_OF_VERSLAG = update(Concept).where(Concept.verslag_id == bindparam("b_verslag"))
_PLACE = _OF_VERSLAG.values(caret=bindparam("caret"), scroll=bindparam("scroll"))
_WRITABLE = exists().where(  # not the list of all that are: it would be read at every save
    Verslag.id == Concept.verslag_id, or_(*(Verslag.stand == stand for stand in SCHRIJFBAAR))
)
_REWRITE = _OF_VERSLAG.where(Concept.version == bindparam("b_version"), _WRITABLE).values(
    {name: bindparam(name) for name in ("tekst", "bewaard_op", "caret", "scroll", "version")}
)
