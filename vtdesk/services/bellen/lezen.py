"""Reads callbacks: who it may be, one line of the list, and all of one call."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from vtdesk.models import Casus, Terugbelverzoek
from vtdesk.services.bellen.casus import casus_regels, eerder_contact, vandaag_gezegd
from vtdesk.services.bellen.geheim import Bewaking
from vtdesk.services.bellen.match import Match, casus_of, matches_of, vraag
from vtdesk.services.bellen.nummers import Nummerboek, Wie
from vtdesk.services.bellen.rows import (
    MISLUKT,
    BelAntwoorden,
    BelDetail,
    BelPersoon,
    BelRow,
    Groepen,
    gevaar_van,
    log_of,
    order,
    personen_of,
)
from vtdesk.values.belregel import parse
from vtdesk.values.dagkinds import BelSpoed, BelStand, Herkenning
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import local
from vtdesk.values.vouwen import woorden

_NO_DANGER = 2
_WORD = 3  # signs; a shorter one, such as `de`, names nothing


class Lezing:
    """Reads callbacks within one transaction."""

    def __init__(self, session: Session, nummers: Nummerboek, now: datetime) -> None:
        self._session = session
        self._nummers = nummers
        self._now = now
        self._danger = gevaar_van(session, now)
        self._bewaking = Bewaking(session)

    def matches(self, verzoek: Terugbelverzoek, *, short: bool = False) -> list[Match]:
        """Tell who it is when that was confirmed, else all it may be."""
        if verzoek.herkenning is Herkenning.IEMAND_ANDERS:
            return []
        if verzoek.herkenning is Herkenning.KLOPT and verzoek.persoon_id:
            found = matches_of(self._session, [(Kind.PERSOON, verzoek.persoon_id)], short=short)
            here = [one for one in found if one.casus_id == verzoek.casus_id]
            if here:
                return here
        who: Iterable[Wie] = self._owners(verzoek)
        if not who and verzoek.persoon_id:  # the number was wrong, the person still waits
            who = [(Kind.PERSOON, verzoek.persoon_id)]
        return matches_of(self._session, who, short=short)

    def met_nummer(self, verzoek: Terugbelverzoek) -> tuple[BelPersoon, ...]:
        """Tell of everybody who may hear a voicemail: the owners of the number, and who it is.

        That somebody else called changes nothing about whose voicemail it is.
        """
        owners = self._owners(verzoek)
        who = [*self.matches(verzoek), *matches_of(self._session, owners)]
        return personen_of(self._session, who, local(self._now).date(), self._bewaking)

    def row(self, verzoek: Terugbelverzoek) -> BelRow:
        """Give one line of the list."""
        matches = self.matches(verzoek, short=True)
        who = matches[0] if len(matches) == 1 else None
        casus_id = casus_of(verzoek, who)
        casus = self._session.get(Casus, casus_id) if casus_id else None
        guard = self._bewaking.van((casus_id,))
        names = self._nummers.names(self._session)
        read = [parse(line, names) for line in verzoek.regel.split("\n")]
        return BelRow(
            id=verzoek.id,
            version=verzoek.version,
            wie=guard.bedekt(_wie(verzoek, who)),
            nummer=verzoek.nummer,
            over=guard.bedekt(" ".join(dict.fromkeys(filter(None, (one.rest for one in read))))),
            keren=verzoek.keren,
            voicemail=verzoek.voicemail,
            laatst_op=local(verzoek.laatst_op),
            bellen_om=verzoek.bellen_om and local(verzoek.bellen_om),
            bellen_na=verzoek.bellen_na,
            spoed=verzoek.spoed,
            stand=verzoek.stand,
            wacht_op=guard.bedekt(verzoek.wacht_op),
            uitkomst=guard.bedekt(verzoek.uitkomst),
            afgedaan_op=verzoek.afgedaan_op and local(verzoek.afgedaan_op),
            casus_id=casus_id,
            casus=casus.naam if casus else "",
            organisatie=guard.bedekt(_organisatie(verzoek, who)),
            is_organisatie=bool(who and who.organisatie_id),
            gevaar=self._danger.get(casus_id, _NO_DANGER) if casus_id else _NO_DANGER,
        )

    def detail(self, verzoek: Terugbelverzoek) -> BelDetail:
        """Give all of one call."""
        matches = tuple(self.matches(verzoek))
        chosen = matches[0] if len(matches) == 1 else None
        casus_id = casus_of(verzoek, chosen)
        guard = self._bewaking.van((casus_id,))
        log = log_of(self._session, verzoek, guard)
        casus = casus_regels(self._session, casus_id, self._now, guard) if casus_id else None
        persoon_id = chosen.persoon_id if chosen else None
        talks = (
            eerder_contact(self._session, casus.id, persoon_id, guard, voor=verzoek.gemaakt_op)
            if casus
            else ()
        )
        said = (
            vandaag_gezegd(self._session, casus.id, persoon_id, self._now, guard)
            if casus and persoon_id
            else ()
        )
        return BelDetail(
            row=self.row(verzoek),
            regel=verzoek.regel,
            herkenning=verzoek.herkenning,
            matches=matches,
            gekozen=chosen,
            vraag=vraag(matches),
            personen=personen_of(self._session, matches, local(self._now).date(), self._bewaking),
            voicemail_dicht=next(
                (one.voicemail_dicht for one in self.met_nummer(verzoek) if one.voicemail_dicht), ""
            ),
            casus=casus,
            antwoorden=BelAntwoorden(
                **{name: getattr(verzoek, name) for name in BelAntwoorden.__slots__}
            ),
            log=log,
            gezegd=said,
            eerder=talks,
            mislukt=sum(line.uitkomst in MISLUKT for line in log),
            andere_weg=guard.bedekt(verzoek.andere_weg),
        )

    def _owners(self, verzoek: Terugbelverzoek) -> frozenset[Wie]:
        """Tell whose number it is, whatever was confirmed."""
        if not verzoek.nummer:
            return frozenset()
        return self._nummers.find(self._session, verzoek.nummer)


def _wie(verzoek: Terugbelverzoek, who: Match | None) -> str:
    """Say who it is; of an organisation the name she wrote down tells more."""
    if who is None or (who.organisatie_id and verzoek.wie):
        return verzoek.wie
    return who.naam


def _organisatie(verzoek: Terugbelverzoek, who: Match | None) -> str:
    """Say where somebody she wrote down can be reached, unless she wrote that too."""
    if who is None or not who.organisatie_id or not verzoek.wie:
        return ""
    said = {word for word in woorden(verzoek.wie) if len(word) > _WORD}
    return "" if said & set(woorden(who.naam)) else who.naam


def groepen(rows: Iterable[BelRow]) -> Groepen:
    """Put the lines in their groups: danger to a child first, then the clock, then age."""
    ordered = sorted(rows, key=order)
    to_call = [row for row in ordered if row.stand is BelStand.OPEN]
    done = [row for row in ordered if row.stand is BelStand.KLAAR]
    return Groepen(
        nu=tuple(row for row in to_call if row.spoed is BelSpoed.NU),
        vandaag=tuple(row for row in to_call if row.spoed is BelSpoed.VANDAAG),
        kan_wachten=tuple(row for row in to_call if row.spoed is BelSpoed.KAN_WACHTEN),
        wacht=tuple(row for row in ordered if row.stand is BelStand.WACHT),
        klaar=tuple(sorted(done, key=lambda row: row.afgedaan_op or row.laatst_op, reverse=True)),
    )
