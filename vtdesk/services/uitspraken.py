"""Use cases around statements: noted in the casus or in a verslag, the same thing in both."""

from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Uitspraak, Verzending, Wijziging
from vtdesk.services.partijen import is_kind, te_horen, vaste_partijen
from vtdesk.services.perspectieven import Matrix, perspectieven
from vtdesk.services.uitspraak_regels import (
    VERVALLEN,
    Gat,
    Steunlijn,
    steun,
    steunend_op,
    wederhoor_gaten,
)
from vtdesk.services.uitspraak_rows import (
    UitspraakDetail,
    UitspraakGegevens,
    UitspraakRow,
    check,
    regel_of,
    to_row,
    to_wijziging,
)
from vtdesk.services.uitspraak_tekst import fill, note_change, store_in_drafts, to_regel
from vtdesk.services.vindplaatsen import vindplaatsen
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import WijzigingSoort
from vtdesk.values.kinds import Letter, Verificatie
from vtdesk.values.tekst import Uitspraakregel
from vtdesk.values.tijd import Clock

_RESTS = func.json_array_length(Uitspraak.steunt_op) > 0
_SHORTEST = 4  # letters of an id or of the words by which one is called


class Uitspraken:
    """Reads, notes and changes the statements of a casus; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of_casus(self, casus_id: UUID) -> list[Uitspraakregel]:
        """List the statements of a casus, oldest first; removed ones are left out."""
        return [row.regel for row in self.rows(casus_id)]

    def rows(self, casus_id: UUID) -> list[UitspraakRow]:
        """List the statements of a casus with all that belongs to them, oldest first."""
        with self._store.read() as session:
            return statements(session, casus_id)

    def detail(self, uitspraak_id: UUID) -> UitspraakDetail:
        """Give one statement with its history, reactions, grounds and places."""
        with self._store.read() as session:
            uitspraak = existing(session, uitspraak_id)
            row = to_row(uitspraak)
            here = Uitspraak.casus_id == row.casus_id, Uitspraak.verwijderd_op.is_(None)
            resting = steunend_op(row.id, rustend(session, *here))
            named = {row.reactie_op_id, *row.regel.steunt_op, *resting}
            rows = statements(
                session, row.casus_id,
                or_(Uitspraak.id.in_(named), Uitspraak.reactie_op_id == row.id),
            )  # fmt: skip
            by_id = {row.id: row for row in rows}
            regels = {one.id: one.regel for one in rows}
            changes = select(Wijziging).where(Wijziging.uitspraak_id == uitspraak_id)
            return UitspraakDetail(
                row=row,
                reactie_op=by_id.get(row.reactie_op_id) if row.reactie_op_id else None,
                reacties=tuple(one for one in rows if one.reactie_op_id == row.id),
                gronden=tuple(by_id[i] for i in row.regel.steunt_op if i in by_id),
                duidingen=tuple(one for one in rows if one.id in resting),
                steun=steun(row.regel, regels) if row.regel.letter is Letter.DUIDING else None,
                gaten=tuple(_gaps_of(session, row)),
                wijzigingen=tuple(
                    to_wijziging(found)
                    for found in session.scalars(changes.order_by(Wijziging.moment.desc()))
                ),
                vindplaatsen=tuple(vindplaatsen(session, row.casus_id, [row.id])),
            )

    def find(self, called: str) -> UitspraakRow:
        """Give the one statement with this begin of its id, or with these words in it."""
        wanted = " ".join(called.split()).casefold()
        if len(wanted) < _SHORTEST:
            raise UserError("Noem ten minste vier tekens van het nummer of van de woorden.")
        with self._store.read() as session:
            query = select(Uitspraak).where(Uitspraak.verwijderd_op.is_(None))
            rows = [to_row(found) for found in session.scalars(query)]
        named = [row for row in rows if str(row.id).startswith(wanted)]
        found = named or [row for row in rows if wanted in row.woorden.casefold()]
        if not found:
            raise UserError("Deze uitspraak is er niet. Controleer het nummer of de woorden.")
        if len(found) > 1:
            raise UserError(
                f"Er zijn {len(found)} uitspraken die zo heten. Noem meer woorden of het nummer."
            )
        return found[0]

    def perspectieven(self, casus_id: UUID) -> Matrix:
        """Lay the statements out by theme and by party, with what was not asked."""
        with self._store.read() as session:
            rows = statements(session, casus_id)
            return perspectieven(
                rows, vaste_partijen(session, casus_id), self._gaps(session, casus_id)
            )

    def gaten(self, casus_id: UUID) -> list[Gat]:
        """List whom one still has to ask about what was told of them."""
        with self._store.read() as session:
            return self._gaps(session, casus_id)

    def add(self, casus_id: UUID, gegevens: UitspraakGegevens) -> UUID:
        """Note a statement directly in the casus, without a verslag."""
        with self._store.write() as session:
            check(gegevens, _known(session, casus_id, gegevens), self._clock().date())
            uitspraak = Uitspraak(
                id=uuid4(),
                casus_id=casus_id,
                verslag_id=None,
                letter=gegevens.letter,
                runs=[],
                vastgelegd_op=self._clock(),
            )
            own_words = is_kind(session, casus_id, gegevens.bron.persoon_id)
            fill(uitspraak, regel_of(uitspraak.id, gegevens, None, is_kind=own_words))
            uitspraak.thema = gegevens.thema.strip()
            uitspraak.reactie_op_id = gegevens.reactie_op_id
            session.add(uitspraak)
            return uitspraak.id

    def change(
        self, uitspraak_id: UUID, version: int, gegevens: UitspraakGegevens, reden: str = ""
    ) -> None:
        """Change what a statement says, here and in the drafts that show it.

        Asks for a reason as soon as a sealed version or a receiver holds the words as they were.
        """
        with self._store.write() as session:
            uitspraak = existing(session, uitspraak_id)
            if uitspraak.version != version:
                raise UserError("Deze uitspraak is intussen gewijzigd. Open haar opnieuw.")
            known = _known(session, uitspraak.casus_id, gegevens)
            check(gegevens, known, self._clock().date(), own_id=uitspraak_id)
            before = to_regel(uitspraak)
            own_words = is_kind(session, uitspraak.casus_id, gegevens.bron.persoon_id)
            after = regel_of(uitspraak_id, gegevens, before, is_kind=own_words)
            if after != before:
                self._refuse_silent_change(session, uitspraak, reden)
                now = self._clock()
                note_change(session, uitspraak, WijzigingSoort.TEKST, reden, now)
                fill(uitspraak, after)
                store_in_drafts(session, uitspraak, now)
            uitspraak.thema = gegevens.thema.strip()
            uitspraak.reactie_op_id = gegevens.reactie_op_id

    def classify(self, uitspraak_id: UUID, *, thema: str, reactie_op_id: UUID | None) -> None:
        """Put a statement under a theme, and say what it answers; its words stay."""
        with self._store.write() as session:
            uitspraak = existing(session, uitspraak_id)
            if reactie_op_id:
                answered = session.get(Uitspraak, reactie_op_id)
                if (
                    answered is None
                    or answered.id == uitspraak_id
                    or (answered.casus_id != uitspraak.casus_id)
                ):
                    raise UserError("Een reactie gaat over een andere uitspraak van deze casus.")
            uitspraak.thema, uitspraak.reactie_op_id = thema.strip(), reactie_op_id

    def judge(self, uitspraak_id: UUID, verificatie: Verificatie, *, door: str, reden: str) -> None:
        """Say that a statement was confirmed or contradicted, by whom and why."""
        if verificatie in VERVALLEN:
            raise ValueError("refuting and withdrawing go through Correcties")
        if verificatie in (Verificatie.BEVESTIGD, Verificatie.TEGENGESPROKEN) and not door.strip():
            raise UserError("Vul in door wie.")
        with self._store.write() as session:
            uitspraak = existing(session, uitspraak_id)
            if uitspraak.verificatie in VERVALLEN:
                raise UserError(
                    "Deze uitspraak is weerlegd of ingetrokken. Herstel haar eerst, met een reden."
                )
            now = self._clock()
            note_change(session, uitspraak, WijzigingSoort.VERIFICATIE, reden, now)
            uitspraak.verificatie, uitspraak.verificatie_door = verificatie, door.strip()
            store_in_drafts(session, uitspraak, now)

    def _gaps(self, session: Session, casus_id: UUID) -> list[Gat]:
        return wederhoor_gaten(statements(session, casus_id), te_horen(session, casus_id))

    def _refuse_silent_change(self, session: Session, uitspraak: Uitspraak, reden: str) -> None:
        if uitspraak.verificatie in VERVALLEN:
            raise UserError(
                "Deze uitspraak is weerlegd of ingetrokken. Herstel haar eerst, met een reden."
            )
        if reden.strip():
            return
        places = vindplaatsen(session, uitspraak.casus_id, [uitspraak.id])
        if any(place.nummer for place in places) or _was_sent(session, uitspraak):
            raise UserError(
                "Deze uitspraak staat in een stuk dat al vaststaat of is verstuurd. "
                "Schrijf op waarom je haar wijzigt."
            )


def statements(session: Session, casus_id: UUID, *only: ColumnElement[bool]) -> list[UitspraakRow]:
    """List the statements of a casus, oldest first; removed ones are left out."""
    query = (
        select(*Uitspraak.__table__.columns)  # no entities: a casus may have thousands
        .where(Uitspraak.casus_id == casus_id, Uitspraak.verwijderd_op.is_(None), *only)
        .order_by(Uitspraak.vastgelegd_op)
    )
    return [to_row(found) for found in session.execute(query)]


def rustend(session: Session, *only: ColumnElement[bool]) -> list[Steunlijn]:
    """List what rests on other statements, and on which."""
    query = select(Uitspraak.id, Uitspraak.steunt_op).where(_RESTS, *only)
    return [Steunlijn(i, tuple(map(UUID, grounds))) for i, grounds in session.execute(query)]


def _known(
    session: Session, casus_id: UUID, gegevens: UitspraakGegevens
) -> dict[UUID, Uitspraakregel]:
    """Give what a form can name: the statements it does name, and what rests on others."""
    named = {gegevens.reactie_op_id, *gegevens.steunt_op}
    only = or_(Uitspraak.id.in_(named), _RESTS)
    return {row.id: row.regel for row in statements(session, casus_id, only)}


def _gaps_of(session: Session, row: UitspraakRow) -> list[Gat]:
    """List whom one still has to ask about one statement."""
    about = Uitspraak.reactie_op_id == row.id
    if row.thema:
        about = or_(about, Uitspraak.thema == row.thema)
    by_them = Uitspraak.bron_persoon_id.in_(row.regel.over)
    heard = statements(session, row.casus_id, by_them, about)
    gaten = wederhoor_gaten([row, *heard], te_horen(session, row.casus_id))
    return [gat for gat in gaten if gat.uitspraak_id == row.id]


def existing(session: Session, uitspraak_id: UUID) -> Uitspraak:
    """Give a statement to change; refuses in words when it is gone."""
    uitspraak = session.get(Uitspraak, uitspraak_id)
    if uitspraak is None:
        raise UserError("Deze uitspraak bestaat niet meer.")
    return uitspraak


def _was_sent(session: Session, uitspraak: Uitspraak) -> bool:
    query = select(Verzending.uitspraken).where(Verzending.casus_id == uitspraak.casus_id)
    return any(str(uitspraak.id) in held for held in session.scalars(query))
