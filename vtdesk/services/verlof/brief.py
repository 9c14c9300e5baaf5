"""The letter to a family before leave: who is there meanwhile, and what was promised to them.

It holds nothing of anybody else. A promise that names another, or that would give away what is
shielded, is not copied: the letter says that there is one, and the replacer knows which.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import LeakError, UserError
from vtdesk.models import Afspraak, Belofte, Casus, Deelname, Verlof
from vtdesk.services.afscherming import geheim_in
from vtdesk.services.kop import gebruiker_of
from vtdesk.services.regels import boeken
from vtdesk.services.verlof.anderen import Anderen
from vtdesk.services.verlof.ontvangers import Ontvanger, ontvangers, open_beloften
from vtdesk.services.verlof.regels import regels
from vtdesk.services.verlof.service import contents_of
from vtdesk.values.brief import Brief, Briefblok, alinea, kop
from vtdesk.values.kinds import AfspraakStaat
from vtdesk.values.tijd import end_of, klok, local, start_of, volle_dag
from vtdesk.values.vouwen import woorden

NO_CONTACT = "Vul eerst in wie je vervangt. Die naam staat in de brief."


def verlofbrief(
    session: Session, verlof: Verlof, casus: Casus, persoon_id: UUID, now: datetime
) -> Brief:
    """Write the letter to one of them; refuses where it may not be sent."""
    today = local(now).date()
    everybody = ontvangers(session, verlof, casus, today)
    receiver = next((one for one in everybody if one.persoon_id == persoon_id), None)
    if receiver is None:
        raise UserError("Deze persoon krijgt geen brief bij dit verlof.")
    if receiver.verboden:
        raise LeakError(receiver.verboden)
    if not verlof.vervanger:
        raise UserError(NO_CONTACT)
    gebruiker = gebruiker_of(session)
    return Brief(
        organisatie=gebruiker.organisatie,
        kenmerk=casus.nummer,
        ontvanger=receiver.naam,
        datum=volle_dag(today),
        onderwerp=regels().brief.onderwerp,
        blokken=tuple(_Letter(session, verlof, casus, receiver, now).blocks()),
        afzender=gebruiker.naam,
        functie=gebruiker.functie,
    )


class _Letter:
    """What the letter to one receiver says, from the dates to the number to call."""

    def __init__(
        self, session: Session, verlof: Verlof, casus: Casus, to: Ontvanger, now: datetime
    ) -> None:
        self._session, self._verlof, self._casus, self._to = session, verlof, casus, to
        self._today = local(now).date()
        lines = contents_of(session, verlof, now)
        self._takers: Mapping[UUID, str] = {line.ding: line.wie for line in lines}
        self._said = regels().brief
        self._names = {
            "dag1": volle_dag(verlof.van),
            "dag2": volle_dag(verlof.tot),
            "terug": volle_dag(self._back()),
            "contact": verlof.vervanger,
            "telefoon": verlof.vervanger_telefoon,
        }

    def blocks(self) -> Iterator[Briefblok]:
        """Give the letter from its first sentence to its last."""
        said, verlof = self._said, self._verlof
        yield self._line(said.een_dag if verlof.van == verlof.tot else said.weg)
        yield self._line(said.terug)
        yield kop("Wie er dan voor u is")
        yield self._line(said.contact)
        yield self._line(said.telefoon if verlof.vervanger_telefoon else said.zonder_telefoon)
        yield from self._promised()
        yield from self._planned()
        yield kop("Als er gevaar is")
        yield self._line(said.gevaar)
        yield self._line(said.vraag)

    def _line(self, words: str) -> Briefblok:
        return alinea(words.format_map(self._names))

    def _back(self) -> date:
        """Give the first working day after the last day of leave."""
        kalender = boeken(self._session).kalender
        back = self._verlof.tot + timedelta(days=1)
        while kalender.geen_werkdag(back):
            back += timedelta(days=1)
        return back

    def _promised(self) -> Iterator[Briefblok]:
        mine = [
            one
            for one in open_beloften(self._session, self._casus.id, self._verlof)
            if self._is_mine(one)
        ]
        if not mine:
            return
        yield kop("Wat ik u heb beloofd")
        guard = geheim_in(self._session, self._casus.id, behalve=self._to.persoon_id)
        others = Anderen(self._session, self._casus.id, self._to.persoon_id, self._today)
        open_to_all = [
            one for one in mine if not (guard.staat_in(one.wat) or others.staan_in(one.wat))
        ]
        for one in open_to_all:
            yield alinea(f"Ik beloofde: {one.wat.strip().rstrip('.')}.{self._until(one)}")
        if len(open_to_all) < len(mine):
            contact = self._verlof.vervanger
            yield alinea(f"Ik heb nog iets met u afgesproken. {contact} weet wat dat is.")

    def _is_mine(self, one: Belofte) -> bool:
        if one.persoon_id is None:
            return woorden(one.aan) == woorden(self._to.naam)
        return one.persoon_id == self._to.persoon_id

    def _until(self, one: Belofte) -> str:
        taker, day = self._takers.get(one.id, ""), one.uiterlijk
        when = f" uiterlijk op {volle_dag(day)}" if day and day >= self._today else ""
        if taker:
            return f" {taker} doet dit{when}."
        return f" Dat gebeurt{when}." if when else ""

    def _planned(self) -> Iterator[Briefblok]:
        """Say which talks stand in these days, by day and hour alone: a title may name others."""
        query = (
            select(Afspraak)
            .join(Deelname, Deelname.afspraak_id == Afspraak.id)
            .where(
                Afspraak.casus_id == self._casus.id,
                Afspraak.staat == AfspraakStaat.GEPLAND,
                Afspraak.begin >= start_of(self._verlof.van),
                Afspraak.begin < end_of(self._verlof.tot),
                Deelname.persoon_id == self._to.persoon_id,
            )
            .order_by(Afspraak.begin)
        )
        planned = list(self._session.scalars(query))
        if planned:
            yield kop("Uw afspraken in die tijd")
        for one in planned:
            when = f"{volle_dag(local(one.begin).date())} om {klok(one.begin)}"
            taker = self._takers.get(one.id, "")
            who = f"U spreekt dan {taker}." if taker else self._asks()
            yield alinea(f"U hebt een afspraak op {when}. {who}")

    def _asks(self) -> str:
        return f"{self._verlof.vervanger} vertelt u of die doorgaat."
