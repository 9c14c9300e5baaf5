"""What the program knows when a verslag begins: of the casus, of one talk, of whom it is about.

Each thing is read once, and only when a part of the template asks for it.
"""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from uuid import UUID

from vtdesk.services.afscherming import geheim_in
from vtdesk.services.agenda import Agenda
from vtdesk.services.agenda_rows import AfspraakRow
from vtdesk.services.beloften import Beloften, BelofteRow
from vtdesk.services.besluiten import Besluiten, BesluitRow
from vtdesk.services.casussen import CasusRow, Casussen
from vtdesk.services.crisis import Crisis, InstrumentRow
from vtdesk.services.gebeurtenissen import GebeurtenisRow, Gebeurtenissen
from vtdesk.services.gesprekken import GesprekGegevens, Gesprekken
from vtdesk.services.informatie import Informatie, InformatieRow
from vtdesk.services.instellingen import Gebruiker, Instellingen
from vtdesk.services.kindgesprekken import Kindgesprekken, KindgesprekRow
from vtdesk.services.kindspoor import KindRow, Kindspoor
from vtdesk.services.meldingen import Meldingen, MeldingRow
from vtdesk.services.monitoring_rows import MonitoringRow
from vtdesk.services.monitoringen import Monitoringen
from vtdesk.services.organisaties import InzetRow, Organisaties
from vtdesk.services.personen import Personen
from vtdesk.services.persoon_rows import OUDERS, PersoonRow
from vtdesk.services.plein.rows import BesprekingDetail
from vtdesk.services.rechten import Rechten
from vtdesk.services.regie import Casusregie, RegieRow
from vtdesk.services.relaties import RelatieRow, Relaties
from vtdesk.services.termijn_rows import TermijnRow
from vtdesk.services.termijnen import Termijnen
from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.services.uitspraken import Uitspraken
from vtdesk.services.veiligheid import Veiligheid
from vtdesk.services.veiligheid_rows import PolitieRow, WaarborgRow
from vtdesk.services.verlof.anderen import Anderen
from vtdesk.services.verlof.service import VerlofRow, Verloven
from vtdesk.services.voorvullen.lezen import Bel, aan_de_telefoon, aan_tafel
from vtdesk.services.zicht import Estafette, Zichten
from vtdesk.store.store import Store
from vtdesk.values.bewaren.bewaarregel import Bewaardatum
from vtdesk.values.crisisreeks import Beoordeling, Reeks
from vtdesk.values.geheim import Geheim
from vtdesk.values.kinds import AfspraakStaat, Rol
from vtdesk.values.tijd import Clock, local


class Feiten:
    """Reads what is known; nothing of who made a melding is in it."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        casus_id: UUID,
        *,
        afspraak_id: UUID | None = None,
        persoon_id: UUID | None = None,
        organisatie_id: UUID | None = None,
    ) -> None:
        self._store, self._clock = store, clock
        self.casus_id = casus_id
        self.afspraak_id = afspraak_id
        self.persoon_id = persoon_id
        self.organisatie_id = organisatie_id

    @cached_property
    def vandaag(self) -> date:
        """Tell the day of today."""
        return local(self._clock()).date()

    @cached_property
    def geheim(self) -> Geheim:
        """Give the guard over what is shielded and who made a melding."""
        with self._store.read() as session:
            return geheim_in(session, self.casus_id)

    @cached_property
    def gebruiker(self) -> Gebruiker:
        """Tell who writes."""
        return Instellingen(self._store).gebruiker()

    @cached_property
    def casus(self) -> CasusRow:
        """Give the casus."""
        return Casussen(self._store, self._clock).get(self.casus_id)

    # who

    @cached_property
    def personen(self) -> Sequence[PersoonRow]:
        """List who is in the casus, the children first."""
        return Personen(self._store, self._clock).in_casus(self.casus_id)

    @property
    def mensen(self) -> list[PersoonRow]:
        """List the people that a document may name."""
        return [person for person in self.personen if person.rol is not Rol.MELDER]

    @property
    def kinderen(self) -> list[PersoonRow]:
        """List the children, the oldest first."""
        return [person for person in self.personen if person.is_kind]

    @property
    def ouders(self) -> list[PersoonRow]:
        """List the parents and who lives as one."""
        return [person for person in self.personen if person.rol in OUDERS]

    @property
    def persoon(self) -> PersoonRow | None:
        """Give the person whom the document is for or about."""
        return next((one for one in self.mensen if one.id == self.persoon_id), None)

    @property
    def kind(self) -> PersoonRow | None:
        """Give the child whom the talk was with, or whom the document is about."""
        present = {one.persoon_id for one in self.gesprek.deelnames} if self.gesprek else set()
        chosen = self.persoon
        if chosen is not None and chosen.is_kind:
            return chosen
        return next((one for one in self.kinderen if one.id in present), None)

    def noemt_ander(self, words: str) -> bool:
        """Tell whether words name another than the person whom the document is for."""
        return self._anderen is None or self._anderen.staan_in(words)

    @cached_property
    def _anderen(self) -> Anderen | None:
        if self.persoon_id is None:
            return None
        with self._store.read() as session:
            return Anderen(session, self.casus_id, self.persoon_id, self.vandaag)

    @cached_property
    def kindsporen(self) -> Sequence[KindRow]:
        """Tell of each child when it was spoken, and what it was told back."""
        return Kindspoor(self._store, self._clock).of_casus(self.casus_id)

    @cached_property
    def relaties(self) -> Sequence[RelatieRow]:
        """List how people belong together."""
        return Relaties(self._store).of_casus(self.casus_id)

    @cached_property
    def inzet(self) -> Sequence[InzetRow]:
        """List the organisations at work."""
        return Organisaties(self._store).in_casus(self.casus_id)

    @property
    def organisatie(self) -> InzetRow | None:
        """Give the organisation whom the document is for."""
        return next((o for o in self.inzet if o.organisatie_id == self.organisatie_id), None)

    # when

    @cached_property
    def afspraken(self) -> Sequence[AfspraakRow]:
        """List the appointments of the casus."""
        return Agenda(self._store, self._clock).of_casus(self.casus_id)

    @cached_property
    def afspraak(self) -> AfspraakRow | None:
        """Give the appointment that it is written about."""
        if self.afspraak_id is None:
            return None
        return Agenda(self._store, self._clock).detail(self.afspraak_id)

    @property
    def dag(self) -> date:
        """Tell on which day it happened: of the appointment, else today."""
        return self.afspraak.begin.date() if self.afspraak else self.vandaag

    @property
    def gehouden(self) -> list[AfspraakRow]:
        """List the talks that took place, the oldest first."""
        held = [one for one in self.afspraken if one.staat is AfspraakStaat.GEHOUDEN]
        return sorted(held, key=lambda one: one.begin)

    @property
    def komend(self) -> list[AfspraakRow]:
        """List the talks that are planned, the nearest first."""
        now = self._clock()
        planned = [one for one in self.afspraken if one.staat is AfspraakStaat.GEPLAND]
        return sorted((one for one in planned if one.begin > now), key=lambda one: one.begin)

    @cached_property
    def gesprek(self) -> GesprekGegevens | None:
        """Give the talk behind the appointment."""
        if self.afspraak is None or self.afspraak.casus_id is None:
            return None
        return Gesprekken(self._store).get(self.afspraak.id)

    @cached_property
    def kindgesprekken(self) -> Sequence[KindgesprekRow]:
        """List how talks with children were arranged, the newest first."""
        return Kindgesprekken(self._store, self._clock).of_casus(self.casus_id)

    @property
    def kindgesprek(self) -> KindgesprekRow | None:
        """Give the talk with the child at this appointment."""
        child = self.kind
        return next(
            (
                one
                for one in self.kindgesprekken
                if one.afspraak_id == self.afspraak_id and (not child or one.kind_id == child.id)
            ),
            None,
        )

    @cached_property
    def verlof(self) -> VerlofRow | None:
        """Give the leave that is on or that comes next."""
        return Verloven(self._store, self._clock).next(self.vandaag)

    # what was said, decided and agreed

    @cached_property
    def meldingen(self) -> Sequence[MeldingRow]:
        """List the meldingen that are used, the oldest first; never who made one."""
        found = Meldingen(self._store, self._clock).of_casus(self.casus_id)
        return [one for one in found if not one.is_geweigerd]

    @property
    def laatste(self) -> MeldingRow | None:
        """Give the newest melding."""
        return self.meldingen[-1] if self.meldingen else None

    @cached_property
    def uitspraken(self) -> Sequence[UitspraakRow]:
        """List the statements of the casus."""
        return Uitspraken(self._store, self._clock).rows(self.casus_id)

    @cached_property
    def besluiten(self) -> Sequence[BesluitRow]:
        """List the besluiten, the newest first."""
        found = Besluiten(self._store, self._clock).of_casus(self.casus_id)
        return sorted(found, key=lambda one: one.gegevens.datum, reverse=True)

    @cached_property
    def reeks(self) -> Reeks:
        """Give all crisis ratings."""
        return Crisis(self._store, self._clock).reeks(self.casus_id)

    @property
    def huidig(self) -> tuple[Beoordeling, ...]:
        """Give what each organisation thinks now."""
        return self.reeks.huidig(self._clock())

    @cached_property
    def instrumenten(self) -> Sequence[InstrumentRow]:
        """List the recorded outcomes of instruments."""
        return Crisis(self._store, self._clock).instrumenten(self.casus_id)

    @cached_property
    def waarborgen(self) -> Sequence[WaarborgRow]:
        """List the voorwaarden and afspraken that hold, with their checks."""
        found = Veiligheid(self._store, self._clock).waarborgen(self.casus_id)
        return [one for one in found if one.geldt]

    @cached_property
    def politie(self) -> Sequence[PolitieRow]:
        """List what is agreed with the police and holds."""
        found = Veiligheid(self._store, self._clock).politieafspraken(self.casus_id)
        return [one for one in found if one.beeindigd_op is None]

    @cached_property
    def estafette(self) -> Estafette:
        """Tell who watched over safety, and who was asked to."""
        return Zichten(self._store, self._clock).estafette(self.casus_id)

    @cached_property
    def regie(self) -> Sequence[RegieRow]:
        """List who directs and directed, the newest first."""
        return Casusregie(self._store).of_casus(self.casus_id)

    @cached_property
    def termijnen(self) -> Sequence[TermijnRow]:
        """List the terms, open ones first."""
        return Termijnen(self._store, self._clock).of_casus(self.casus_id)

    @cached_property
    def monitoringen(self) -> Sequence[MonitoringRow]:
        """List the moments of monitoring."""
        return Monitoringen(self._store, self._clock).of_casus(self.casus_id)

    @property
    def monitoring(self) -> MonitoringRow | None:
        """Give the moment that was held on the day of the talk, or else the last one held."""
        held = [one for one in self.monitoringen if one.gegevens]
        days = {one.gegevens.gehouden_op: one for one in reversed(held) if one.gegevens}
        return days.get(self.dag) or (days[max(days)] if days and not self.afspraak else None)

    @cached_property
    def beloften(self) -> Sequence[BelofteRow]:
        """List what was promised."""
        return Beloften(self._store, self._clock).of_casus(self.casus_id)

    @cached_property
    def informatie(self) -> Sequence[InformatieRow]:
        """List what was asked of informants."""
        return Informatie(self._store, self._clock).of_casus(self.casus_id)

    @cached_property
    def gebeurtenissen(self) -> Sequence[GebeurtenisRow]:
        """List what happened."""
        return Gebeurtenissen(self._store, self._clock).of_casus(self.casus_id)

    @cached_property
    def bewaren_tot(self) -> Bewaardatum:
        """Tell until when the file is kept."""
        return Rechten(self._store, self._clock).bewaring(self.casus_id).dossier

    @cached_property
    def bespreking(self) -> BesprekingDetail | None:
        """Give the last time that this casus was at the table."""
        with self._store.read() as session:
            return aan_tafel(session, self.casus_id)

    @cached_property
    def bel(self) -> Bel | None:
        """Give what was answered on the phone on the day of the talk, by who took part in it."""
        present = [one.persoon_id for one in self.gesprek.deelnames] if self.gesprek else []
        with self._store.read() as session:
            return aan_de_telefoon(session, self.casus_id, self.dag, present)
