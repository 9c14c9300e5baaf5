"""The dossier that is collected of a casus: its documents in order, looked at and given at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import LeakError, UserError
from vtdesk.models import Casus, Dossierstuk, Entity, Uitgifte, Verslag
from vtdesk.services.dossier_wachtwoord import controleer, nieuw_wachtwoord
from vtdesk.services.drukwerk import Drukwerk, namen_in, veilig
from vtdesk.services.uitgaand.afgifte import Afgifte, nakijker, noteer
from vtdesk.services.uitgaand.maken import Bestand, Uitgiftewerk, Verpakking, geef_uit, render
from vtdesk.services.uitgaand.ontvangers import ontvangers_van, vind, wegen_van
from vtdesk.services.uitgaand.rows import Ontvanger, Voorstel, Weg
from vtdesk.services.uitgaand.voorstel import volgend_exemplaar, werk_uit
from vtdesk.services.vaststelling import Vaststelling
from vtdesk.services.vindplaatsen import stukken
from vtdesk.store.store import Store, note
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import Clock, local
from vtdesk.values.uitgaand import UitgifteSoort

LEEG = "Er zit nog niets in dit dossier. Voeg eerst een verslag toe."


@dataclass(frozen=True, slots=True)
class DossierRow:
    """One document in the dossier."""

    id: UUID
    verslag_id: UUID
    nummer: int  # of the version; 0: the draft
    titel: str  # "Gespreksverslag, Eerste gesprek vader"
    datum: date
    plaats: int
    erbij_op: datetime

    @property
    def stand(self) -> str:
        """Say which text it is."""
        return f"versie {self.nummer}" if self.nummer else "concept"


@dataclass(frozen=True, slots=True)
class Dossiervoorstel:
    """One document of the dossier and what would leave of it for a receiver."""

    stuk: DossierRow
    voorstel: Voorstel


Stukafgifte = tuple[DossierRow, Afgifte]


class Dossiers:
    """Use cases around the dossier of a casus; a receiver is known by `Ontvanger.sleutel`."""

    def __init__(self, store: Store, clock: Clock, vaststelling: Vaststelling) -> None:
        self._store = store
        self._clock = clock
        self._vaststelling = vaststelling

    def of(self, casus_id: UUID) -> list[DossierRow]:
        """List what was collected, in the order in which it is given."""
        with self._store.read() as session:
            return _rows(session, casus_id)

    def voeg_toe(self, casus_id: UUID, verslag_id: UUID, nummer: int | None = None) -> UUID:
        """Put a version, or the draft, at the end; `haal_weg` undoes it."""
        with self._store.write() as session:
            verslag = session.get(Verslag, verslag_id)
            if verslag is None or verslag.casus_id != casus_id:
                raise UserError("Dit verslag hoort niet bij deze casus.")
            here = _stukken(session, casus_id)
            if any(one.verslag_id == verslag_id and one.nummer == (nummer or 0) for one in here):
                raise UserError("Dit stuk zit al in het dossier.")
            stuk = Dossierstuk(
                casus_id=casus_id,
                verslag_id=verslag_id,
                nummer=nummer or 0,
                plaats=len(here),
                erbij_op=self._clock(),
            )
            session.add(stuk)
            return stuk.id

    def haal_weg(self, stuk_id: UUID) -> DossierRow:
        """Take a document out; gives what `zet_terug` brings back."""
        with self._store.write() as session:
            stuk = session.get(Dossierstuk, stuk_id)
            if stuk is None:
                raise UserError("Dit stuk zit niet meer in het dossier.")
            row = next(one for one in _rows(session, stuk.casus_id) if one.id == stuk_id)
            casus_id = stuk.casus_id
            session.delete(stuk)
            session.flush()
            _number(_stukken(session, casus_id))
            return row

    def zet_terug(self, casus_id: UUID, row: DossierRow) -> UUID:
        """Undo that a document was taken out: it comes back in its place."""
        stuk_id = self.voeg_toe(casus_id, row.verslag_id, row.nummer)
        self.verplaats(stuk_id, row.plaats)
        return stuk_id

    def verplaats(self, stuk_id: UUID, plaats: int) -> None:
        """Give a document another place, counted from 0."""
        with self._store.write() as session:
            stuk = session.get(Dossierstuk, stuk_id)
            if stuk is None:
                raise UserError("Dit stuk zit niet meer in het dossier.")
            rest = [one for one in _stukken(session, stuk.casus_id) if one.id != stuk_id]
            rest.insert(max(0, min(plaats, len(rest))), stuk)
            _number(rest)

    def ontvangers(self, casus_id: UUID) -> list[Ontvanger]:
        """List who may receive it."""
        with self._store.read() as session:
            return ontvangers_van(session, casus_id, local(self._clock()).date())

    def wegen(self, casus_id: UUID, ontvanger: str) -> tuple[Weg, ...]:
        """Say by which ways it can reach somebody."""
        today = local(self._clock()).date()
        with self._store.read() as session:
            return wegen_van(session, casus_id, vind(session, casus_id, ontvanger, today), today)

    def voorstellen(self, casus_id: UUID, ontvanger: str) -> list[Dossiervoorstel]:
        """Show of each document what would leave; choices are made in each of them."""
        pairs = self._afgiften(casus_id, ontvanger, "")
        return [Dossiervoorstel(row, one.uitwerking.voorstel) for row, one in pairs]

    def wachtwoord(self) -> str:
        """Draw a strong password of words; it is shown once and kept nowhere."""
        return nieuw_wachtwoord()

    def drukwerk(
        self, casus_id: UUID, ontvanger: str, weg: str, *, wachtwoord: str | None
    ) -> Drukwerk:
        """Give all of it as one PDF; saved it is locked, unless None was chosen as password."""
        pairs = self._ready(casus_id, ontvanger, weg)
        afgiften = [one for _, one in pairs]
        werk = _Bundel(self._clock, casus_id, pairs, self._number_of(casus_id))
        search = nakijker(afgiften)
        verpakking = None
        if wachtwoord is not None:
            secret = controleer(wachtwoord)
            verpakking = Verpakking(
                partial(_lock, wachtwoord=secret),
                lambda data, naam: search.bestand(data, naam, secret),
            )
        return Uitgiftewerk(
            pdf=werk.pdf,
            bestandsnaam=lambda: f"{veilig(werk.casus)} dossier exemplaar {werk.exemplaar}.pdf",
            namen=partial(self._names, casus_id),
            weg=lambda _: None,  # it is noted with the copies themselves
            kijk_na=search.bestand,
            store=self._store,
            noteer=werk.noteer,
            verpakking=verpakking,
        )

    def exporteer_los(self, casus_id: UUID, ontvanger: str, weg: str, folder: Path) -> list[Path]:
        """Write each document as a plain PDF of its own, by explicit choice; all or none stay."""
        if not folder.is_dir():
            raise UserError("Deze map bestaat niet. Maak eerst een map voor dit dossier.")
        pairs = self._ready(casus_id, ontvanger, weg)
        files = [
            _los(folder / one.bestandsnaam(), one, partial(noteer, self._clock, one))
            for _, one in pairs
        ]
        for one in files:
            if one.target.exists():
                raise UserError("In deze map staat al zo'n bestand. Kies een lege map.")
            one.kijk_na(one.data, one.target.name)
        geef_uit(self._store, files)
        return [one.target for one in files]

    def _ready(self, casus_id: UUID, ontvanger: str, weg: str) -> list[Stukafgifte]:
        """Give what may leave, or say of which document it may not."""
        way = next((one for one in self.wegen(casus_id, ontvanger) if one.id == weg), None)
        if way is None or not way.kan:
            raise LeakError(way.waarom_niet if way else "Kies eerst hoe dit de ontvanger bereikt.")
        pairs = self._afgiften(casus_id, ontvanger, way.naam)
        if not pairs:
            raise UserError(LEEG)
        for row, one in pairs:
            if not one.uitwerking.voorstel.mag:
                raise LeakError(f"{row.titel}: {one.uitwerking.voorstel.waarom_niet}")
        return pairs

    def _afgiften(self, casus_id: UUID, ontvanger: str, wijze: str) -> list[Stukafgifte]:
        now = self._clock()
        rows = self.of(casus_id)
        papers = [self._vaststelling.document(row.verslag_id, row.nummer or None) for row in rows]
        with self._store.read() as session:
            found = vind(session, casus_id, ontvanger, local(now).date())
            pairs = []
            for place, (row, paper) in enumerate(zip(rows, papers, strict=True)):
                verslag = session.get_one(Verslag, row.verslag_id)
                made = werk_uit(session, verslag, paper, found, now, verder=place)
                pairs.append((row, Afgifte(row.verslag_id, row.nummer, found, wijze, made)))
            return pairs

    def _number_of(self, casus_id: UUID) -> str:
        with self._store.read() as session:
            return session.get_one(Casus, casus_id).nummer

    def _names(self, casus_id: UUID) -> set[str]:
        with self._store.read() as session:
            return namen_in(session, casus_id)


class _Bundel:
    """All copies of one dossier for one receiver, behind each other."""

    def __init__(
        self,
        clock: Clock,
        casus_id: UUID,
        pairs: Sequence[Stukafgifte],
        nummer: str,
    ) -> None:
        self._clock, self._casus_id, self._pairs = clock, casus_id, pairs
        self.casus = nummer
        self.exemplaar = pairs[-1][1].exemplaar + 1
        self._made: list[bytes] = []

    def pdf(self) -> bytes:
        """Draw every copy and put them in one file; the same text gives the same bytes."""
        from vtdesk.reports.container import Stuk, bundel  # noqa: PLC0415 (loads pikepdf)

        self._made = [render(one.uitwerking.voorstel.document) for _, one in self._pairs]
        parts = [
            Stuk(
                f"{one.uitwerking.voorstel.document.kop.soort}, {row.stand}",
                one.bestandsnaam(),
                pdf,
            )
            for (row, one), pdf in zip(self._pairs, self._made, strict=True)
        ]
        return bundel(parts, f"Dossier {self.casus}")

    def noteer(self, session: Session, pdf: bytes, way: str) -> list[Entity]:
        """Note every copy, and the file that holds them; gives the rows of it."""
        first = self._pairs[0][1]
        made: list[Entity] = []
        for (_, one), data in zip(self._pairs, self._made, strict=True):
            made += noteer(self._clock, one, session, data, way)
        bundle = Uitgifte(
            casus_id=self._casus_id,
            soort=UitgifteSoort.DOSSIER,
            exemplaar=volgend_exemplaar(session, self._casus_id),
            ontvanger=first.ontvanger.naam,
            persoon_id=first.ontvanger.persoon_id,
            organisatie_id=first.ontvanger.organisatie_id,
            wijze=first.wijze,
            gemaakt_op=self._clock(),
            sha256=sha256(pdf).hexdigest(),
        )
        session.add(bundle)
        session.flush()
        note(session, "R", (Kind.CASUS, self._casus_id), detail=f"dossier-{way}",
             casus=self._casus_id)  # fmt: skip
        return [*made, bundle]


def _los(
    target: Path, one: Afgifte, noted: Callable[[Session, bytes, str], list[Entity]]
) -> Bestand:
    data = render(one.uitwerking.voorstel.document)
    return Bestand(target, data, one.kijk_na, lambda session: noted(session, data, "pdf"))


def _lock(data: bytes, *, wachtwoord: str) -> bytes:
    from vtdesk.reports.container import versleuteld  # noqa: PLC0415 (loads pikepdf)

    return versleuteld(data, wachtwoord)


def _stukken(session: Session, casus_id: UUID) -> list[Dossierstuk]:
    query = select(Dossierstuk).where(Dossierstuk.casus_id == casus_id)
    return list(session.scalars(query.order_by(Dossierstuk.plaats, Dossierstuk.erbij_op)))


def _number(stukken_: Sequence[Dossierstuk]) -> None:
    for place, stuk in enumerate(stukken_):
        if stuk.plaats != place:
            stuk.plaats = place


def _rows(session: Session, casus_id: UUID) -> list[DossierRow]:
    named = stukken(session, casus_id)
    return [
        DossierRow(
            id=one.id,
            verslag_id=one.verslag_id,
            nummer=one.nummer,
            titel=named[one.verslag_id].naam,
            datum=named[one.verslag_id].datum,
            plaats=place,
            erbij_op=local(one.erbij_op),
        )
        for place, one in enumerate(_stukken(session, casus_id))
    ]
