"""Writes the letter to each receiver of a chain, without what that receiver may not know."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Betrokkenheid, Casus, Uitspraak, Verzending, Wijziging
from vtdesk.services.afscherming import geheim_in
from vtdesk.services.correctie_rows import Ontvangst
from vtdesk.services.correctiebrief import Aanleiding, Briefhoofd, schrijf
from vtdesk.services.keten import held_by, resting_on, sent_version
from vtdesk.services.kop import gebruiker_of
from vtdesk.services.uitspraak_tekst import to_regel
from vtdesk.values.brief import Brief
from vtdesk.values.kinds import Rol, Zichtbaarheid
from vtdesk.values.tekst import Uitspraakregel, regel_from_json
from vtdesk.values.tijd import korte_dag, local


class Letters:
    """Knows what is secret in a casus, read once for all letters about one change."""

    def __init__(
        self, session: Session, uitspraak: Uitspraak, wijziging: Wijziging, today: date
    ) -> None:
        self._session = session
        self._uitspraak = uitspraak
        self._wijziging = wijziging
        self._today = today
        self._resting = resting_on(session, uitspraak)
        self._melders = _melders(session, uitspraak)
        self._geheim = geheim_in(session, uitspraak.casus_id)

    def write(self, ontvangst: Ontvangst) -> Brief:
        """Write the letter to one receiver."""
        verzending = self._session.get_one(Verzending, ontvangst.verzending.id)
        gebruiker = gebruiker_of(self._session)
        casus = self._session.get_one(Casus, self._uitspraak.casus_id)
        hoofd = Briefhoofd(
            organisatie=gebruiker.organisatie,
            afzender=gebruiker.naam,
            functie=gebruiker.functie,
            kenmerk=casus.nummer,
            ontvanger=verzending.ontvanger,
            vandaag=self._today,
        )
        return schrijf(hoofd, self._about(ontvangst, verzending), self._geheim)

    def _about(self, ontvangst: Ontvangst, verzending: Verzending) -> Aanleiding:
        wijziging, uitspraak = self._wijziging, self._uitspraak
        was, now = regel_from_json(wijziging.was), to_regel(uitspraak)
        stuk = ontvangst.stuk
        may_read = all(_may_read(regel, verzending) for regel in (was, now))
        return Aanleiding(
            soort=wijziging.soort,
            wanneer=local(wijziging.moment).date(),
            door=uitspraak.verificatie_door if may_read else "",
            reden=wijziging.reden if may_read else "",
            stuk=f"{stuk.soort} van {korte_dag(stuk.datum)} {stuk.datum.year}, {verzending.versie}",
            gekregen_op=verzending.verzonden_op,
            stond_er=was,
            staat_er_nu=now,
            conclusies=self._conclusions(verzending),
            noemt_zin=ontvangst.direct and may_read,
            noemt_bron=was.zichtbaarheid is not Zichtbaarheid.ALLEEN_VT
            and was.bron.persoon_id not in self._melders,
        )

    def _conclusions(self, verzending: Verzending) -> tuple[Uitspraakregel, ...]:
        versie = sent_version(self._session, verzending)
        held = held_by(verzending, versie, self._resting)
        query = select(Uitspraak).where(Uitspraak.id.in_(held)).order_by(Uitspraak.vastgelegd_op)
        found = [to_regel(uitspraak) for uitspraak in self._session.scalars(query)]
        return tuple(regel for regel in found if _may_read(regel, verzending))


def _may_read(regel: Uitspraakregel, verzending: Verzending) -> bool:
    """Tell whether a statement may be named to this receiver."""
    if regel.zichtbaarheid is Zichtbaarheid.ALLEEN_VT:
        return verzending.persoon_id is None  # an organisation holds it; a person may not see it
    return verzending.persoon_id not in regel.niet_voor


def _melders(session: Session, uitspraak: Uitspraak) -> set[UUID]:
    """Name the people who are a melder in the casus."""
    query = select(Betrokkenheid.persoon_id).where(
        Betrokkenheid.casus_id == uitspraak.casus_id, Betrokkenheid.rol == Rol.MELDER
    )
    return set(session.scalars(query))
