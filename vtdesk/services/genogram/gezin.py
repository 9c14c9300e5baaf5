"""The family of a casus as the genogram draws it: everything that held on one day, and no address.

A person is there unless he had left; when the program was told of him does not matter. An unborn
child is there from nine months before it is expected. Who lives alone has no outline: the house is
a line of text under the name.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Betrokkenheid, Gezag, Persoon, Plek
from vtdesk.services.afscherming import afgeschermd_in, geheim_in, met_geheim_adres
from vtdesk.services.genogram.hulp import hulp_op
from vtdesk.services.genogram.woorden import Iemand, gezag_words, role_words
from vtdesk.services.huishoudens import HuishoudenRow, huishoudens_of
from vtdesk.services.persoon_rows import KINDEREN, OUDERS
from vtdesk.services.relaties import RelatieGegevens, relaties_of
from vtdesk.values.casuskinds import RelatieSoort
from vtdesk.values.genogram import gezin as g
from vtdesk.values.kinds import Rol
from vtdesk.values.periode import Periode
from vtdesk.values.tijd import korte_dag, leeftijd

HIDDEN_HOUSE = "Adres afgeschermd"
_PREGNANCY = timedelta(days=280)
_OUTSIDE = (Rol.INFORMANT, Rol.PROFESSIONAL, Rol.ANDERS)  # drawn only when somebody is tied to them
_OUTLINE = 2  # people, from which a house has an outline
_BANDS = {
    RelatieSoort.PARTNER: g.BandSoort.PARTNER,
    RelatieSoort.FAMILIE: g.BandSoort.NETWERK,
    RelatieSoort.NETWERK: g.BandSoort.NETWERK,
    RelatieSoort.BROER_ZUS: g.BandSoort.BROER_ZUS,
}
_PARENTS = {
    RelatieSoort.OUDER: g.OuderSoort.BIOLOGISCH,
    RelatieSoort.PLEEG: g.OuderSoort.PLEEG,
}


def gezin_op(session: Session, casus_id: UUID, day: date) -> g.Gezin:
    """Gather the family as of a day."""
    return _Gezin(session, casus_id, day).build()


class _Gezin:
    """Reads everything once, and puts it together for one day."""

    def __init__(self, session: Session, casus_id: UUID, day: date) -> None:
        self._session, self._casus_id, self._day = session, casus_id, day
        self._hidden = afgeschermd_in(session, casus_id)
        self._geheim = geheim_in(session, casus_id)
        self._houses = huishoudens_of(session, casus_id)
        self._ties = [row.gegevens for row in relaties_of(session, casus_id)]
        self._people = self._here()
        self._now = [tie for tie in self._ties if tie.periode.holds_on(day) and self._knows(tie)]

    def build(self) -> g.Gezin:
        """Give the family."""
        people, parents = self._people, list(self._parents())
        return g.Gezin(
            figuren=tuple(self._figure(one) for one in people.values()),
            verbindingen=tuple(self._bands(parents)),
            ouderschappen=tuple(parents),
            huishoudens=tuple(self._outlines()),
            geweld=tuple(
                g.Geweld(van=tie.van_id, naar=tie.naar_id, tekst=_since("Geweld", tie.vanaf))
                for tie in self._of(RelatieSoort.GEWELD)
            ),
            steun=tuple(
                g.Steun(van=tie.van_id, naar=tie.naar_id) for tie in self._of(RelatieSoort.STEUN)
            ),
            gezag=tuple(self._gezag()),
            hulp=tuple(self._help()),
            centraal=frozenset(i for i, one in people.items() if one.rol in KINDEREN),
            peildatum=self._day,
            verschoven=self._dragged(),
        )

    def _here(self) -> dict[UUID, Iemand]:
        query = (
            select(Betrokkenheid, Persoon)
            .join(Persoon, Persoon.id == Betrokkenheid.persoon_id)
            .where(Betrokkenheid.casus_id == self._casus_id, Betrokkenheid.rol != Rol.MELDER)
            .order_by(Persoon.geboortedatum, Persoon.voornaam, Betrokkenheid.vanaf)
        )
        tied = {i for tie in self._ties for i in tie.paar}
        found: dict[UUID, Iemand] = {}
        for role, persoon in self._session.execute(query):
            over = Periode(role.vanaf, role.tot).is_over_on(self._day)
            outside = role.rol in _OUTSIDE and persoon.id not in tied
            if not (over or outside or self._is_still_to_come(persoon)):
                found[persoon.id] = Iemand(persoon, role.rol, role.toelichting, role.organisatie_id)
        helpers = {tie.van_id for tie in self._ties if tie.soort is RelatieSoort.HULP}
        others = {i for t in self._ties if t.soort is not RelatieSoort.HULP for i in t.paar}
        return {
            i: one
            for i, one in found.items()
            if one.rol not in _OUTSIDE or i in others or i not in helpers
        }

    def _is_still_to_come(self, persoon: Persoon) -> bool:
        if persoon.geboortedatum and persoon.geboortedatum > self._day:
            expected = persoon.verwacht_op or persoon.geboortedatum
            return expected - _PREGNANCY > self._day or persoon.verwacht_op is None
        return False

    def _knows(self, tie: RelatieGegevens) -> bool:
        return tie.paar <= self._people.keys()

    def _of(self, soort: RelatieSoort) -> Iterator[RelatieGegevens]:
        return (tie for tie in self._now if tie.soort is soort)

    def _figure(self, one: Iemand) -> g.Figuur:
        persoon, day = one.persoon, self._day
        born = persoon.geboortedatum if _came(persoon.geboortedatum, day) else None
        dead = _came(persoon.overleden_op, day)
        age = leeftijd(born, persoon.overleden_op or day if dead else day) if born else None
        unborn = born is None and (persoon.verwacht_op is not None or one.rol is Rol.ONGEBOREN)
        return g.Figuur(
            id=persoon.id,
            naam=persoon.voornaam if one.rol in KINDEREN and persoon.voornaam else persoon.naam,
            regels=tuple(self._lines(one, dead=dead)),
            teken="" if unborn or (dead and age is None) else "?" if age is None else str(age),
            geslacht=persoon.geslacht,
            geboren=born,
            verwacht=persoon.verwacht_op if unborn else None,
            ongeboren=unborn,
            onbekend=persoon.onbekend,
            overleden=dead,
            geheim_adres=persoon.id in self._secret(),
        )

    def _lines(self, one: Iemand, *, dead: bool) -> Iterator[str]:
        persoon = one.persoon
        if persoon.onbekend:
            yield one.toelichting if _is_short(one.toelichting) else "niet bekend"
            return
        yield from filter(None, [role_words(one, self._people, self._ties)])
        if dead:
            yield "overleden"
            return
        for house in self._houses:
            living = _living(house, self._day, self._people)
            if living == [persoon.id]:
                yield self._house_name(house)

    def _bands(self, parents: list[g.Ouderschap]) -> Iterator[g.Verbinding]:
        family = {one.kind: set(one.ouders) for one in parents}
        seen: set[frozenset[UUID]] = set()
        for tie in sorted(self._ties, key=lambda one: one.soort is RelatieSoort.PARTNER):
            band = self._band(tie) if self._knows(tie) else None
            known_parents = family.get(tie.van_id, set()) & family.get(tie.naar_id, set())
            if band is None or tie.paar in seen:
                continue
            if band is g.BandSoort.BROER_ZUS and known_parents:
                continue
            if band is not g.BandSoort.BROER_ZUS:
                seen.add(tie.paar)
            ended = tie.soort is RelatieSoort.PARTNER and band is g.BandSoort.APART
            periode = Periode(tie.tot) if ended else tie.periode
            yield g.Verbinding(
                een=tie.van_id, ander=tie.naar_id, soort=band, periode=periode.woorden
            )

    def _band(self, tie: RelatieGegevens) -> g.BandSoort | None:
        """Say how two stand on that day; a partner of before is one apart, unless by death."""
        if tie.vanaf and tie.vanaf > self._day:
            return None
        if tie.soort is RelatieSoort.EX and tie.periode.holds_on(self._day):
            return g.BandSoort.GESCHEIDEN if tie.gescheiden else g.BandSoort.APART
        if tie.soort is RelatieSoort.PARTNER and tie.periode.is_over_on(self._day):
            died = any(_came(self._people[i].persoon.overleden_op, self._day) for i in tie.paar)
            return g.BandSoort.PARTNER if died else g.BandSoort.APART
        return _BANDS.get(tie.soort) if tie.periode.holds_on(self._day) else None

    def _parents(self) -> Iterator[g.Ouderschap]:
        """Give per child its parents of each kind, two by two."""
        found: dict[tuple[UUID, g.OuderSoort], list[UUID]] = defaultdict(list)
        for tie in self._ties:
            begun = tie.soort is RelatieSoort.OUDER or tie.periode.holds_on(self._day)
            if tie.soort in _PARENTS and begun and self._knows(tie):
                found[tie.naar_id, _PARENTS[tie.soort]].append(tie.van_id)
        for (child, soort), parents in found.items():
            for number in range(0, len(parents), 2):
                pair = tuple(parents[number : number + 2])
                yield g.Ouderschap(kind=child, ouders=pair, soort=soort)

    def _outlines(self) -> Iterator[g.Huishouden]:
        for house in self._houses:
            living = _living(house, self._day, self._people)
            if len(living) >= _OUTLINE:
                yield g.Huishouden(naam=self._house_name(house), leden=tuple(living))

    def _house_name(self, house: HuishoudenRow) -> str:
        """Call a house by its name, never by anything that tells where it is."""
        living = _living(house, self._day, self._people)
        secret = met_geheim_adres(self._hidden) & set(living)
        told = self._geheim.staat_in(house.naam)
        return HIDDEN_HOUSE if secret or told else house.naam

    def _secret(self) -> set[UUID]:
        """Name whose address is secret: also of who lives in one house with such a person."""
        found = met_geheim_adres(self._hidden)
        for house in self._houses:
            living = set(_living(house, self._day, self._people))
            if living & found:
                found |= living
        return found

    def _gezag(self) -> Iterator[g.Gezag]:
        children = [i for i, one in self._people.items() if one.rol in KINDEREN]
        rows = self._session.scalars(select(Gezag).where(Gezag.kind_id.in_(children))).all()
        holders = {row.houder_id for row in rows}
        names = {
            p.id: p.voornaam or p.naam
            for p in self._session.scalars(select(Persoon).where(Persoon.id.in_(holders)))
        }
        for child in children:
            parents = {tie.van_id for tie in self._of(RelatieSoort.OUDER) if tie.naar_id == child}
            own = [(row.soort, row.houder_id) for row in rows if row.kind_id == child]
            if words := gezag_words(own, names, parents):
                yield g.Gezag(kind=child, tekst=words)

    def _help(self) -> Iterator[g.Hulp]:
        people = {
            i: one.organisatie_id for i, one in self._people.items() if one.rol not in _OUTSIDE
        }
        ties = [tie for tie in self._of_all(RelatieSoort.HULP) if tie.naar_id in self._people]
        return hulp_op(self._session, self._casus_id, self._day, people, ties, self._carers())

    def _of_all(self, soort: RelatieSoort) -> Iterator[RelatieGegevens]:
        """Give ties that hold on that day, also of people who are not drawn."""
        return (t for t in self._ties if t.soort is soort and t.periode.holds_on(self._day))

    def _carers(self) -> list[UUID]:
        """Give who stands for the family as a whole: the parents where the children live."""
        children = [i for i, one in self._people.items() if one.rol in KINDEREN]
        parents = [i for i, one in self._people.items() if one.rol in OUDERS and _can_care(one)]
        living = [_living(house, self._day, self._people) for house in self._houses]
        homes = {i for home in living if set(home) & set(children) for i in home}
        at_home = [i for i in parents if i in homes]
        return at_home or parents or children

    def _dragged(self) -> dict[UUID, float]:
        query = select(Plek).where(Plek.casus_id == self._casus_id)
        return {
            one.persoon_id: one.x
            for one in self._session.scalars(query)
            if one.persoon_id in self._people
        }


def _living(house: HuishoudenRow, day: date, people: Iterable[UUID]) -> list[UUID]:
    known = set(people)
    found = (
        one.gegevens.persoon_id for one in house.bewoners if one.gegevens.periode.holds_on(day)
    )
    return [i for i in dict.fromkeys(found) if i in known]


def _can_care(one: Iemand) -> bool:
    return not one.persoon.onbekend and one.persoon.overleden_op is None


def _came(moment: date | None, day: date) -> bool:
    return moment is not None and moment <= day


def _since(word: str, begin: date | None) -> str:
    return f"{word}, {korte_dag(begin)}" if begin else word


def _is_short(words: str) -> bool:
    return 0 < len(words) <= 30  # noqa: PLR2004 - what fits under a symbol
