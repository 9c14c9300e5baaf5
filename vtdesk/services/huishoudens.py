"""Who lives under which roof, from when until when; a child may live in two houses, with a word."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Bewoning, Huishouden, Persoon
from vtdesk.services.afscherming import geheim_in
from vtdesk.store.store import Store
from vtdesk.values.periode import Periode
from vtdesk.values.tijd import korte_dag

_ADDRESS = "In deze naam staat een adres of plek die is afgeschermd. Kies een naam als 'bij tante'."


@dataclass(frozen=True, slots=True)
class BewoningGegevens:
    """What a form holds of one person in one house."""

    huishouden_id: UUID
    persoon_id: UUID
    vanaf: date | None = None
    tot: date | None = None
    toelichting: str = ""

    @property
    def periode(self) -> Periode:
        """Give from when until when."""
        return Periode(self.vanaf, self.tot)


@dataclass(frozen=True, slots=True)
class Verblijf:
    """What is known of a stay while its house has only a name."""

    persoon_id: UUID
    vanaf: date | None = None
    tot: date | None = None
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class BewoningRow:
    """One person in one house."""

    id: UUID
    version: int
    gegevens: BewoningGegevens
    persoon: str


@dataclass(frozen=True, slots=True)
class HuishoudenRow:
    """One house with all who live or lived there."""

    id: UUID
    version: int
    naam: str
    bewoners: tuple[BewoningRow, ...]


class Huishoudens:
    """Use cases around houses; each method is one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_casus(self, casus_id: UUID) -> list[HuishoudenRow]:
        """List the houses of a casus by name, with all who live or lived there."""
        with self._store.read() as session:
            return huishoudens_of(session, casus_id)

    def add(self, casus_id: UUID, naam: str) -> UUID:
        """Make a house; its name is what the family calls it, never an address."""
        with self._store.write() as session:
            return _make(session, casus_id, naam)

    def add_with(
        self,
        casus_id: UUID,
        naam: str,
        bewoners: Iterable[UUID],
        *,
        vanaf: date | None = None,
        toelichting: str = "",
    ) -> UUID:
        """Make a house with all who live there, or nothing when one of them cannot."""
        with self._store.write() as session:
            house_id = _make(session, casus_id, naam)
            for persoon_id in bewoners:
                gegevens = BewoningGegevens(house_id, persoon_id, vanaf, toelichting=toelichting)
                _check(session, gegevens, None)
                session.add(Bewoning(**asdict(gegevens)))
            return house_id

    def settle(
        self, casus_id: UUID, naam: str, verblijf: Verblijf, was: BewoningRow | None = None
    ) -> UUID:
        """Let somebody live in the house with this name; an unknown one is made with it.

        `was` is the stay that this changes.
        """
        with self._store.write() as session:
            house_id = _find(session, casus_id, naam) or _make(session, casus_id, naam)
            gegevens = BewoningGegevens(house_id, **asdict(verblijf))
            if was is not None:
                _change(session, was.id, was.version, gegevens)
                return was.id
            _check(session, gegevens, None)
            bewoning = Bewoning(**asdict(gegevens))
            session.add(bewoning)
            return bewoning.id

    def rename(self, huishouden_id: UUID, version: int, naam: str) -> None:
        """Call a house differently."""
        with self._store.write() as session:
            huishouden = _house(session, huishouden_id)
            if huishouden.version != version:
                raise UserError("Dit huishouden is intussen gewijzigd. Open het opnieuw.")
            if not naam.strip():
                raise UserError("Geef het huishouden een naam, bijvoorbeeld 'bij moeder'.")
            _check_name(session, huishouden.casus_id, naam, huishouden_id)
            huishouden.naam = naam.strip()

    def remove(self, huishouden_id: UUID) -> None:
        """Take away a house in which nobody ever lived."""
        with self._store.write() as session:
            lived = select(Bewoning.id).where(Bewoning.huishouden_id == huishouden_id)
            if session.scalar(lived.limit(1)):
                raise UserError("Hier woont of woonde iemand. Haal eerst die woonperiodes weg.")
            session.delete(_house(session, huishouden_id))

    def move_in(self, gegevens: BewoningGegevens, bewoning_id: UUID | None = None) -> UUID:
        """Note that somebody lives somewhere; with the id of one that was removed, it is that."""
        bewoning = Bewoning(**asdict(gegevens), id=bewoning_id or uuid4())
        with self._store.write() as session:
            _check(session, gegevens, None)
            session.add(bewoning)
            return bewoning.id

    def change(self, bewoning_id: UUID, version: int, gegevens: BewoningGegevens) -> None:
        """Change where or when somebody lived."""
        with self._store.write() as session:
            _change(session, bewoning_id, version, gegevens)

    def move_out(self, bewoning_id: UUID, tot: date | None) -> None:
        """Say until when somebody lived somewhere; None says still, which undoes an end."""
        with self._store.write() as session:
            bewoning = _bewoning(session, bewoning_id)
            after = BewoningGegevens(**(asdict(_gegevens(bewoning)) | {"tot": tot}))
            _check(session, after, bewoning_id)
            bewoning.tot = tot

    def remove_bewoning(self, bewoning_id: UUID) -> BewoningGegevens:
        """Take away a stay that never was; gives what `move_in` needs to undo it."""
        with self._store.write() as session:
            bewoning = _bewoning(session, bewoning_id)
            session.delete(bewoning)
            return _gegevens(bewoning)


def huishoudens_of(session: Session, casus_id: UUID) -> list[HuishoudenRow]:
    """List the houses of a casus by name, in each the longest there first."""
    houses = session.scalars(
        select(Huishouden).where(Huishouden.casus_id == casus_id).order_by(Huishouden.naam)
    ).all()
    query = (
        select(Bewoning, Persoon)
        .join(Persoon, Persoon.id == Bewoning.persoon_id)
        .where(Bewoning.huishouden_id.in_([house.id for house in houses]))
        .order_by(Bewoning.vanaf, Persoon.geboortedatum, Persoon.voornaam)
    )
    lived = [
        BewoningRow(one.id, one.version, _gegevens(one), persoon.naam)
        for one, persoon in session.execute(query)
    ]
    return [
        HuishoudenRow(
            house.id,
            house.version,
            house.naam,
            tuple(one for one in lived if one.gegevens.huishouden_id == house.id),
        )
        for house in houses
    ]


def _find(session: Session, casus_id: UUID, naam: str) -> UUID | None:
    wanted = naam.strip().casefold()
    query = select(Huishouden).where(Huishouden.casus_id == casus_id)
    return next((h.id for h in session.scalars(query) if h.naam.casefold() == wanted), None)


def _make(session: Session, casus_id: UUID, naam: str) -> UUID:
    _check_name(session, casus_id, naam, None)
    huishouden = Huishouden(casus_id=casus_id, naam=naam.strip())
    session.add(huishouden)
    session.flush()
    return huishouden.id


def _change(session: Session, bewoning_id: UUID, version: int, gegevens: BewoningGegevens) -> None:
    bewoning = _bewoning(session, bewoning_id)
    if bewoning.version != version:
        raise UserError("Deze woonperiode is intussen gewijzigd. Open haar opnieuw.")
    _check(session, gegevens, bewoning_id)
    for name, value in asdict(gegevens).items():
        setattr(bewoning, name, value)


def _check(session: Session, gegevens: BewoningGegevens, own: UUID | None) -> None:
    persoon = session.get_one(Persoon, gegevens.persoon_id)
    huis = _house(session, gegevens.huishouden_id)
    naam, periode = persoon.voornaam or persoon.naam, gegevens.periode
    if periode.is_reversed:
        raise UserError("De einddatum van deze woonperiode ligt vóór de begindatum.")
    geboren = persoon.geboortedatum
    if geboren and any(day and day < geboren for day in (gegevens.vanaf, gegevens.tot)):
        raise UserError(
            f"{naam} is geboren op {korte_dag(geboren)} {geboren.year} en kon daarvoor "
            "nergens wonen. Controleer de datum."
        )
    query = (
        select(Bewoning, Huishouden.naam)
        .join(Huishouden, Huishouden.id == Bewoning.huishouden_id)
        .where(Bewoning.persoon_id == persoon.id, Huishouden.casus_id == huis.casus_id)
    )
    for other, elsewhere in session.execute(query):
        if other.id == own or not periode.meets(Periode(other.vanaf, other.tot)):
            continue
        if other.huishouden_id == gegevens.huishouden_id:
            raise UserError(f"{naam} staat in deze periode al in dit huishouden. Wijzig dat.")
        if not (gegevens.toelichting.strip() or other.toelichting.strip()):
            raise UserError(
                f"{naam} woont in deze periode ook in '{elsewhere}'. Vul de toelichting in, "
                "bijvoorbeeld 'in het weekend', of beëindig eerst de andere."
            )


def _check_name(session: Session, casus_id: UUID, naam: str, own: UUID | None) -> None:
    if geheim_in(session, casus_id).staat_in(naam):
        raise UserError(_ADDRESS)
    query = select(Huishouden).where(Huishouden.casus_id == casus_id)
    taken = {one.naam.casefold() for one in session.scalars(query) if one.id != own}
    if naam.strip().casefold() in taken:
        raise UserError("Er is al een huishouden met deze naam. Kies een andere naam.")


def _house(session: Session, huishouden_id: UUID) -> Huishouden:
    huishouden = session.get(Huishouden, huishouden_id)
    if huishouden is None:
        raise UserError("Dit huishouden bestaat niet meer.")
    return huishouden


def _bewoning(session: Session, bewoning_id: UUID) -> Bewoning:
    bewoning = session.get(Bewoning, bewoning_id)
    if bewoning is None:
        raise UserError("Deze woonperiode bestaat niet meer.")
    return bewoning


def _gegevens(bewoning: Bewoning) -> BewoningGegevens:
    return BewoningGegevens(
        **{name: getattr(bewoning, name) for name in BewoningGegevens.__slots__}
    )
