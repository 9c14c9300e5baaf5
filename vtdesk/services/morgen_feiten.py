"""What is true of each thing that is not written yet: terms, leave, who waits, and memory."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Afspraak, Deelname, Informatieverzoek, Verlof
from vtdesk.services.agenda_rows import AfspraakRow
from vtdesk.services.morgen_boek import Avondboek, Maatregel, Omstandigheid
from vtdesk.services.regels import Boeken, boeken
from vtdesk.services.termijn_rows import TermijnRow, termijn_rows
from vtdesk.values.kinds import AfspraakStaat
from vtdesk.values.termijnen.stand import Termijnstand
from vtdesk.values.tijd import dichtbij, end_of, klok, korte_dag, local, start_of, volle_dag

VERVANGER = "je vervanger"
Found = Iterator[tuple[Omstandigheid, dict[str, str]]]


@dataclass(frozen=True, slots=True)
class Feiten:
    """What is true of one thing, each with its own words, and the words of any sentence."""

    waar: Mapping[Omstandigheid, Mapping[str, str]]
    altijd: Mapping[str, str] = field(default_factory=dict)

    def woorden(self, als: Set[Omstandigheid]) -> dict[str, str]:
        """Give the words for a sentence about these: two terms have each their own day."""
        words = dict(self.altijd)
        for one, own in self.waar.items():
            if one in als:
                words |= own
        return words


@dataclass(frozen=True, slots=True)
class Avondfeiten:
    """What holds for the whole evening."""

    vandaag: date
    morgen: date  # the next working day
    grens: date
    verlof_tot: date | None = None  # of leave that covers the next working day
    vervanger: str = ""
    verlof_id: UUID | None = None  # of that leave, when somebody replaces her

    @property
    def woorden(self) -> dict[str, str]:
        """Give the words that any sentence may use."""
        return {
            "morgen": dichtbij(self.morgen, self.vandaag),
            "grens": korte_dag(self.grens),
        }


def avond(session: Session, held: Boeken, boek: Avondboek, day: date) -> Avondfeiten:
    """Read what holds for the evening of a day."""
    morgen = held.kalender.werkdag_na(day)
    leave = select(Verlof).where(Verlof.van <= morgen, Verlof.tot >= morgen)
    verlof = session.scalars(leave).first()
    return Avondfeiten(
        vandaag=day,
        morgen=morgen,
        grens=day + timedelta(days=boek.grenzen.vooruit_dagen),
        verlof_tot=verlof.tot if verlof else None,
        vervanger=(verlof.vervanger.split() or [VERVANGER])[0] if verlof else "",
        verlof_id=verlof.id if verlof and verlof.vervanger.strip() else None,
    )


class Gesprekfeiten:
    """Reads the facts of talks, what belongs to them once for all."""

    def __init__(
        self, session: Session, boek: Avondboek, now: datetime, talks: Sequence[AfspraakRow]
    ) -> None:
        held = boeken(session)
        self._boek = boek
        self.avond = avond(session, held, boek, local(now).date())
        ids = [talk.id for talk in talks]
        casussen = {talk.casus_id for talk in talks if talk.casus_id}
        self._people = _people(session, ids)
        self._termijnen: dict[UUID | None, list[TermijnRow]] = {
            casus_id: termijn_rows(session, held, now, casus_id=casus_id) for casus_id in casussen
        }
        self._unread = _unread(session, casussen)
        self._next = _next_talks(session, casussen, self.avond.morgen)

    def of(self, talk: AfspraakRow) -> Feiten:
        """Give what is true of one talk."""
        found = dict(
            [*self._teruglezen(talk), *self._besluit(talk), *self._termijn(talk),
             *self._verlof(), *self._next_talk(talk), *self._memory(talk)]
        )  # fmt: skip
        return Feiten(found, self.avond.woorden)

    def _teruglezen(self, talk: AfspraakRow) -> Found:
        """Tell whose answer in this talk was not read back yet."""
        people, names = self._people[talk.id], {name.casefold() for name in talk.wie}
        for asked in self._unread[talk.casus_id]:
            if asked.persoon_id in people or asked.aan.casefold() in names:
                yield Omstandigheid.TERUGLEZEN, {"wie": asked.aan}

    def _besluit(self, talk: AfspraakRow) -> Found:
        """Tell of the nearest measure that is decided on tomorrow, or was to be before."""
        today, morgen = self.avond.vandaag, self.avond.morgen
        running = [(t.uitkomst.einde, m) for t in self._open(talk) if (m := self._maatregel(t))]
        for einde, maatregel in sorted(running, key=lambda one: one[0], reverse=True):
            day = einde - timedelta(days=maatregel.besluit_dagen)
            words = {"maatregel": maatregel.naam}
            if today < day <= morgen:
                yield Omstandigheid.BESLUIT_MORGEN, words | {"besluitdag": _day(day, today)}
            elif day <= today:
                yield Omstandigheid.MAATREGEL_STOPT, words | {"einddag": _day(einde, today)}

    def _termijn(self, talk: AfspraakRow) -> Found:
        """Tell of the terms for which the verslag of this talk is needed, of each sort the first.

        One that is long past must not hide the one of today.
        """
        avond, days = self.avond, {termijn.wanneer for termijn in self._needing(talk)}
        coming = {day for day in days if day > avond.vandaag}
        leave = {day for day in coming if avond.morgen <= day <= (avond.verlof_tot or date.min)}
        of_each = (
            (Omstandigheid.TERMIJN_VANDAAG, days & {avond.vandaag}),
            (Omstandigheid.TERMIJN_VOORBIJ, {day for day in days if day < avond.vandaag}),
            (Omstandigheid.TERMIJN_MORGEN, {day for day in coming if day <= avond.morgen}),
            (Omstandigheid.TERMIJN_IN_VERLOF, leave),
            (Omstandigheid.TERMIJN_IN_ZICHT, {day for day in coming if day < avond.grens}),
        )
        for one, found in of_each:
            if found:
                words = {"dag": _day(min(found), avond.vandaag), "vervanger": avond.vervanger}
                yield one, words

    def _needing(self, talk: AfspraakRow) -> Iterator[TermijnRow]:
        """Give terms that still run, or that this talk itself met: its verslag is the proof."""
        people, day = self._people[talk.id], local(talk.begin).date()
        for termijn in self._termijnen.get(talk.casus_id, []):
            about = termijn.gegevens.persoon_id
            met_here = termijn.gehaald_op == day and termijn.wanneer > self.avond.vandaag
            if (
                termijn.gegevens.regel in self._boek.grenzen.termijnen
                and (about is None or about in people)
                and (termijn.is_open or met_here)
            ):
                yield termijn

    def _verlof(self) -> Found:
        if self.avond.verlof_tot:
            yield Omstandigheid.VERLOF_MORGEN, {"vervanger": self.avond.vervanger}

    def _next_talk(self, talk: AfspraakRow) -> Found:
        if talk.casus_id in self._next:
            yield Omstandigheid.AFSPRAAK_MORGEN, {"tijd": klok(self._next[talk.casus_id])}

    def _memory(self, talk: AfspraakRow) -> Found:
        if talk.notitie:
            yield Omstandigheid.MET_NOTITIE, {}
        elif talk.verslag_id is None:
            yield Omstandigheid.ZONDER_NOTITIE, {}
        days = (self.avond.vandaag - local(talk.begin).date()).days
        if days >= self._boek.grenzen.oud_dagen:
            yield Omstandigheid.LANG_GELEDEN, {"dagen": str(days)}

    def _open(self, talk: AfspraakRow) -> Iterator[TermijnRow]:
        for termijn in self._termijnen.get(talk.casus_id, []):
            if termijn.stand is Termijnstand.LOOPT:
                yield termijn

    def _maatregel(self, termijn: TermijnRow) -> Maatregel | None:
        known = self._boek.maatregelen
        return next((one for one in known if one.termijn == termijn.gegevens.regel), None)


def _day(day: date, today: date) -> str:
    """Write a day in a sentence: morgen, or `vrijdag 15 mei`."""
    near = abs((day - today).days) <= 1
    if near:
        return dichtbij(day, today)
    return volle_dag(day).removesuffix(f" {today.year}")


def _people(session: Session, talks: Sequence[UUID]) -> dict[UUID, set[UUID]]:
    """Read who took part in each talk."""
    found: dict[UUID, set[UUID]] = defaultdict(set)
    query = select(Deelname.afspraak_id, Deelname.persoon_id).where(
        Deelname.afspraak_id.in_(talks), Deelname.persoon_id.is_not(None)
    )
    for afspraak_id, persoon_id in session.execute(query):
        if persoon_id:
            found[afspraak_id].add(persoon_id)
    return found


def _unread(session: Session, casussen: set[UUID]) -> dict[UUID | None, list[Informatieverzoek]]:
    """Read which answers were not read back yet."""
    found: dict[UUID | None, list[Informatieverzoek]] = defaultdict(list)
    query = select(Informatieverzoek).where(
        Informatieverzoek.casus_id.in_(casussen),
        Informatieverzoek.beantwoord_op.is_not(None),
        Informatieverzoek.teruggelezen_op.is_(None),
    )
    for asked in session.scalars(query):
        found[asked.casus_id].append(asked)
    return found


def _next_talks(session: Session, casussen: set[UUID], day: date) -> dict[UUID | None, datetime]:
    """Read when each casus has its first appointment of a day."""
    query = (
        select(Afspraak.casus_id, Afspraak.begin)
        .where(
            Afspraak.casus_id.in_(casussen),
            Afspraak.staat == AfspraakStaat.GEPLAND,
            Afspraak.begin >= start_of(day),
            Afspraak.begin < end_of(day),
            Afspraak.hele_dag.is_(False),
        )
        .order_by(Afspraak.begin.desc())
    )
    return dict(session.execute(query).all())
