"""What leaves the desk for somebody: who, by which way, what stays behind, and the file."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import LeakError, UserError
from vtdesk.models import Uitgaandkeuze, Verslag
from vtdesk.services.afscherming import geheim_in
from vtdesk.services.drukwerk import namen_in
from vtdesk.services.uitgaand import resten
from vtdesk.services.uitgaand.afgifte import Afgifte, naam_voor, noteer
from vtdesk.services.uitgaand.bewaking import wacht_voor
from vtdesk.services.uitgaand.maken import Uitgiftewerk, Verslagwerk, render, render_html
from vtdesk.services.uitgaand.nakijken import Nakijker
from vtdesk.services.uitgaand.ontvangers import NIEMAND, ontvangers_van, vind, wegen_van
from vtdesk.services.uitgaand.rows import Ontvanger, Voorstel, Weg
from vtdesk.services.uitgaand.voorstel import Uitwerking, kiezen, werk_uit, wie_erbij
from vtdesk.services.vaststelling import Vaststelling
from vtdesk.store.store import Store, note
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import Clock, local
from vtdesk.values.uitgaand import KeuzeSoort, WegReden

_TELLING = (
    "In je reden staat iets dat afgeschermd is. De reden komt in het logboek: schrijf haar zonder "
    "dat gegeven."
)


class Uitgaand:
    """Use cases around one document for one receiver, who is known by `Ontvanger.sleutel`.

    `nummer` is that of a finalised version; None or 0 is the draft.
    """

    def __init__(self, store: Store, clock: Clock, vaststelling: Vaststelling) -> None:
        self._store = store
        self._clock = clock
        self._vaststelling = vaststelling

    def ontvangers(self, verslag_id: UUID, _nummer: int | None = None) -> list[Ontvanger]:
        """List who may receive it; never who made a melding."""
        with self._reading(verslag_id) as (session, verslag):
            found = ontvangers_van(session, verslag.casus_id, local(self._clock()).date())
            there = {verslag.persoon_id} if verslag.persoon_id else {*wie_erbij(session, verslag)}
            there -= {None}
            return [replace(one, erbij=one.persoon_id in there) for one in found]

    def wegen(self, verslag_id: UUID, _nummer: int | None, ontvanger: str) -> tuple[Weg, ...]:
        """Say by which ways it can reach somebody; safe contact closes some."""
        today = local(self._clock()).date()
        with self._reading(verslag_id) as (session, verslag):
            found = vind(session, verslag.casus_id, ontvanger, today)
            return wegen_van(session, verslag.casus_id, found, today)

    def voorstel(self, verslag_id: UUID, nummer: int | None, ontvanger: str) -> Voorstel:
        """Show what would leave, what stays behind and why, and what is still in the way."""
        return self._uitwerking(verslag_id, nummer, ontvanger)[1].voorstel

    def kies(
        self,
        verslag_id: UUID,
        nummer: int | None,
        ontvanger: str,
        onderwerp: str,
        soort: KeuzeSoort,
        reden: str = "",
    ) -> None:
        """Decide about a part or a hit, for this receiver and these very words."""
        why = kiezen(soort, reden)
        proposal = self.voorstel(verslag_id, nummer, ontvanger)
        _refuse_unknown(proposal, onderwerp, soort)
        with self._store.write() as session:
            verslag = session.get_one(Verslag, verslag_id)
            if geheim_in(session, verslag.casus_id).staat_in(why):
                raise UserError(_TELLING)
            self._forget(session, verslag_id, nummer, ontvanger, onderwerp)
            session.add(
                Uitgaandkeuze(
                    casus_id=verslag.casus_id,
                    verslag_id=verslag_id,
                    nummer=nummer or 0,
                    ontvanger=ontvanger,
                    onderwerp=onderwerp,
                    soort=soort,
                    reden=why,
                    gekozen_op=self._clock(),
                )
            )
            note(session, "E", (Kind.VERSLAG, verslag_id), detail=f"uitgaand_{soort.value}",
                 casus=verslag.casus_id, reden=why)  # fmt: skip

    def wis_keuze(
        self, verslag_id: UUID, nummer: int | None, ontvanger: str, onderwerp: str
    ) -> None:
        """Undo a choice: the rule holds again."""
        with self._store.write() as session:
            verslag = session.get_one(Verslag, verslag_id)
            if self._forget(session, verslag_id, nummer, ontvanger, onderwerp):
                note(session, "E", (Kind.VERSLAG, verslag_id), detail="uitgaand_gewist",
                     casus=verslag.casus_id)  # fmt: skip

    def drukwerk(
        self, verslag_id: UUID, nummer: int | None, ontvanger: str, weg: str
    ) -> Verslagwerk:
        """Give what goes on paper for this receiver; saving or printing it makes a copy."""
        found, made = self._uitwerking(verslag_id, nummer, ontvanger)
        if not made.voorstel.mag:
            raise LeakError(made.voorstel.waarom_niet)
        way = next(
            (one for one in self.wegen(verslag_id, nummer, ontvanger) if one.id == weg), None
        )
        if way is None or not way.kan:
            raise LeakError(way.waarom_niet if way else "Kies eerst hoe dit de ontvanger bereikt.")
        uitgifte = Afgifte(verslag_id, nummer or 0, found, way.naam, made)
        return Verslagwerk(
            pdf=partial(render, made.voorstel.document),
            bestandsnaam=uitgifte.bestandsnaam,
            namen=partial(self._names, verslag_id),
            weg=lambda _: None,  # it is noted with the copy itself
            kijk_na=uitgifte.kijk_na,
            html=partial(render_html, made.voorstel.document),
            kijk_html_na=uitgifte.kijk_html_na,
            store=self._store,
            noteer=partial(noteer, self._clock, uitgifte),
            verpakking=None,
        )

    def eigen(self, verslag_id: UUID, nummer: int | None = None) -> Uitgiftewerk:
        """Give all of it for the own file; what is shielded may not be in it."""
        document = self._vaststelling.document(verslag_id, nummer or None)
        with self._reading(verslag_id) as (session, verslag):
            wacht = wacht_voor(session, verslag.casus_id, NIEMAND)
            casus_id = verslag.casus_id
        return Uitgiftewerk(
            pdf=partial(render, document),
            bestandsnaam=partial(naam_voor, document, nummer or 0),
            namen=partial(self._names, verslag_id),
            weg=lambda _: None,  # it is noted when it has its name
            kijk_na=Nakijker(wacht).bestand,
            store=self._store,
            noteer=partial(_noteer_eigen, verslag_id, casus_id),
            verpakking=None,
        )

    def ruim_op(self) -> int:
        """End what a kill interrupted between the note and the name of a copy; tells how many.

        For when the kluis opens: later one may be on its way.
        """
        return resten.sweep(self._store)

    def _uitwerking(
        self, verslag_id: UUID, nummer: int | None, ontvanger: str
    ) -> tuple[Ontvanger, Uitwerking]:
        origineel = self._vaststelling.document(verslag_id, nummer or None)
        now = self._clock()
        with self._reading(verslag_id) as (session, verslag):
            found = vind(session, verslag.casus_id, ontvanger, local(now).date())
            return found, werk_uit(session, verslag, origineel, found, now)

    def _names(self, verslag_id: UUID) -> set[str]:
        with self._reading(verslag_id) as (session, verslag):
            return namen_in(session, verslag.casus_id)

    @contextmanager
    def _reading(self, verslag_id: UUID) -> Iterator[tuple[Session, Verslag]]:
        with self._store.read() as session:
            verslag = session.get(Verslag, verslag_id)
            if verslag is None:
                raise UserError("Dit verslag bestaat niet meer.")
            yield session, verslag

    @staticmethod
    def _forget(
        session: Session, verslag_id: UUID, nummer: int | None, ontvanger: str, onderwerp: str
    ) -> bool:
        query = select(Uitgaandkeuze).where(
            Uitgaandkeuze.verslag_id == verslag_id,
            Uitgaandkeuze.nummer == (nummer or 0),
            Uitgaandkeuze.ontvanger == ontvanger,
            Uitgaandkeuze.onderwerp == onderwerp,
        )
        found = session.scalars(query).first()
        if found is None:
            return False
        session.delete(found)
        session.flush()
        return True


def _noteer_eigen(
    verslag_id: UUID, casus_id: UUID, session: Session, _pdf: bytes, way: str
) -> tuple[()]:
    note(session, "R", (Kind.VERSLAG, verslag_id), detail=way, casus=casus_id)
    return ()


def _refuse_unknown(proposal: Voorstel, onderwerp: str, soort: KeuzeSoort) -> None:
    """Refuse a choice about what is not there any more, or may never be chosen."""
    if soort is KeuzeSoort.TONEN:
        part = next((one for one in proposal.weggelaten if one.id == onderwerp), None)
        if part is None:
            raise UserError("Dit stuk is intussen veranderd. Kijk de lijst opnieuw na.")
        if part.vast or part.reden is WegReden.ZELF_WEGGELATEN:
            raise LeakError("Dit staat nooit op papier.")
        return
    hit = next((one for one in proposal.treffers if one.id == onderwerp), None)
    if hit is None:
        raise UserError("Deze treffer is er niet meer. Kijk de lijst opnieuw na.")
    if soort is KeuzeSoort.WEGLATEN and not hit.weglaten:
        raise UserError("Dit staat vast in het stuk en kan niet worden weggelaten.")
