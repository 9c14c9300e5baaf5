"""Writes the letter to each receiver of a chain, without what that receiver may not know."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Betrokkenheid, Casus, Correctiebrief, Uitspraak, Verzending, Wijziging
from vtdesk.services.afscherming import geheim_in
from vtdesk.services.correctie_lezer import Lezer
from vtdesk.services.correctiebrief import Aanleiding, Briefhoofd, schrijf
from vtdesk.services.keten import as_held, held_by, resting_on, sent_version
from vtdesk.services.kop import gebruiker_of
from vtdesk.services.uitspraak_tekst import to_regel
from vtdesk.services.vindplaatsen import stukken
from vtdesk.values.brief import Brief
from vtdesk.values.casuskinds import WijzigingSoort
from vtdesk.values.kinds import Rol, Zichtbaarheid
from vtdesk.values.tekst import Uitspraakregel, plain, regel_from_json
from vtdesk.values.tijd import korte_dag, local


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """A letter, who reads it, what stayed out of it, and what she has to know of that."""

    brief: Brief
    lezer: Lezer
    weg: tuple[str, ...]  # the very words that stayed out
    let_op: tuple[str, ...]


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
        self._stukken = stukken(session, uitspraak.casus_id)

    def write(self, verzending_id: UUID) -> Gemaakt:
        """Write the letter to who held this, as it may be now."""
        verzending = self._session.get_one(Verzending, verzending_id)
        lezer = Lezer(self._session, verzending, self._today)
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
        over = self._about(verzending, lezer)
        weg = self._left_out(over)
        return Gemaakt(
            schrijf(hoofd, over, self._geheim, lezer.wacht),
            lezer,
            tuple(weg.values()),
            tuple(weg),
        )

    def _about(self, verzending: Verzending, lezer: Lezer) -> Aanleiding:
        wijziging, uitspraak = self._wijziging, self._uitspraak
        now = to_regel(uitspraak)
        held = self._held(verzending, lezer)
        stood = held.pop(uitspraak.id, None)
        stuk = self._stukken[verzending.verslag_id]
        may_read = self._may_read_all(verzending, stood)
        door, reden = uitspraak.verificatie_door, wijziging.reden
        is_new = wijziging.soort is WijzigingSoort.TEKST and may_read and lezer.mag_nieuw(now)
        unnamed = [one for one in (stood, now, *held.values()) if one]
        return Aanleiding(
            soort=wijziging.soort,
            wanneer=local(wijziging.moment).date(),
            door=door if may_read and lezer.mag_door(door) else "",
            reden=reden if may_read and lezer.mag_reden(reden) else "",
            stuk=f"{stuk.soort} van {korte_dag(stuk.datum)} {stuk.datum.year}, {verzending.versie}",
            gekregen_op=verzending.verzonden_op,
            stond_er=stood if may_read else None,
            staat_er_nu=now if is_new else None,
            conclusies=tuple(held.values()),
            zonder_bron=frozenset(one.id for one in unnamed if not self._names(one, lezer)),
        )

    def _may_read_all(self, verzending: Verzending, stood: Uitspraakregel | None) -> bool:
        regels = (regel_from_json(self._wijziging.was), to_regel(self._uitspraak), stood)
        return all(_may_read(regel, verzending) for regel in regels if regel)

    def _names(self, regel: Uitspraakregel, lezer: Lezer) -> bool:
        """Tell whether the source of a statement is named in the letter."""
        open_to_all = regel.zichtbaarheid is not Zichtbaarheid.ALLEEN_VT
        told = regel.bron.persoon_id not in self._melders
        return open_to_all and told and lezer.mag_bron(regel.bron)

    def _held(self, verzending: Verzending, lezer: Lezer) -> dict[UUID, Uitspraakregel]:
        """Give what this receiver holds, as it stood there; a draft goes by the sieve of now."""
        versie = sent_version(self._session, verzending)
        ids = held_by(verzending, versie, self._resting | {self._uitspraak.id})
        query = select(Uitspraak).where(Uitspraak.id.in_(ids)).order_by(Uitspraak.vastgelegd_op)
        rows = self._session.scalars(query).all()
        stood = as_held(self._session, verzending, rows)
        return {
            one.id: stood[one.id]
            for one in rows
            if one.id in stood
            and all(_may_read(regel, verzending) for regel in (stood[one.id], to_regel(one)))
            and (versie is not None or lezer.mag_staan(stood[one.id]))
        }

    def _left_out(self, over: Aanleiding) -> dict[str, str]:
        """Give what stayed out of the letter, each by the sentence that tells her so."""
        found: dict[str, str] = {}
        if self._wijziging.reden and not over.reden:
            found["Je reden staat niet in deze brief."] = self._wijziging.reden
        door = self._uitspraak.verificatie_door
        if over.soort is WijzigingSoort.WEERLEGD and door and not over.door:
            found["Door wie dit is weerlegd, staat niet in deze brief."] = door
        if over.soort is WijzigingSoort.TEKST and not over.staat_er_nu:
            found["De nieuwe zin staat niet in deze brief."] = plain(to_regel(self._uitspraak))
        return found


def maak(session: Session, brief: Correctiebrief, today: date) -> Gemaakt:
    """Make a stored letter again, as it may be now."""
    wijziging = session.get_one(Wijziging, brief.wijziging_id)
    uitspraak = session.get_one(Uitspraak, wijziging.uitspraak_id)
    return Letters(session, uitspraak, wijziging, today).write(brief.verzending_id)


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
