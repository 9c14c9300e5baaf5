"""What can be found: of each kind of row its words, its date, and whom and which casus it is about.

Every kind of row is in exactly one of the tables below (`tests/store/test_zoekindex.py`). What the
user may not come across by searching stands nowhere here: the melder, shielded values, the line
`gevoel` of a parkeernotitie, and the words by which somebody can be reached without danger.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk import models as m
from vtdesk.store.zoekstof_delen import (
    casusnamen,
    geheim_van,
    gesprek_regels,
    inzet_van,
    persoon_delen,
    plein_regels,
    verslag_tekst,
)
from vtdesk.values.tijd import start_of


@dataclass(frozen=True, slots=True)
class Zoekstof:
    """What the index reads of one row."""

    titel: str = ""
    regels: tuple[str, ...] = ()
    datum: datetime | None = None  # None: it holds for all times, and stands above what is dated
    casussen: tuple[UUID, ...] = ()
    personen: tuple[UUID, ...] = ()
    afspraak_id: UUID | None = None  # at which it is shown, when it has no place of its own
    versie: int = 0

    @property
    def tekst(self) -> str:
        """Give all words, line by line."""
        return "\n".join(filter(None, (self.titel, *self.regels)))


Lezer = Callable[[Session, Any], Zoekstof | None]


def velden(*namen: str, titel: str = "", datum: str = "", personen: tuple[str, ...] = ()) -> Lezer:
    """Read a row of a casus by the names of its fields; lists give all words in them."""

    def read(_session: Session, row: Any) -> Zoekstof:
        return Zoekstof(
            titel=str(getattr(row, titel)) if titel else "",
            regels=tuple(line for name in namen for line in _words(getattr(row, name))),
            datum=_moment(next((day for day in _all(row, datum.split()) if day), None)),
            casussen=(row.casus_id,) if row.casus_id else (),
            personen=tuple(_ids(_all(row, personen))),
        )

    return read


def _casus(session: Session, casus: m.Casus) -> Zoekstof:
    regels = (casus.nummer, casus.let_op, casus.gesloten_want, *casusnamen(session, casus.id))
    return Zoekstof(casus.naam, regels, casussen=(casus.id,))


def _persoon(session: Session, persoon: m.Persoon) -> Zoekstof | None:
    delen = persoon_delen(session, persoon.id)
    if not delen.casussen:
        return None  # a melder, or nobody's
    # Where something about a place is shielded, no address is found, whichever it is.
    adres = "" if delen.plek_afgeschermd else persoon.adres
    regels = (persoon.telefoon, persoon.email, adres, persoon.taal, persoon.opmerking)
    kept = tuple(delen.geheim.bedekt(line, "…") for line in (*regels, *delen.regels))
    return Zoekstof(persoon.naam, kept, casussen=delen.casussen, personen=(persoon.id,))


def _organisatie(session: Session, organisatie: m.Organisatie) -> Zoekstof:
    regels, casussen = inzet_van(session, organisatie.id)
    regels = (organisatie.telefoon, organisatie.opmerking, *regels)
    return Zoekstof(organisatie.naam, regels, casussen=casussen)


def _afspraak(session: Session, afspraak: m.Afspraak) -> Zoekstof:
    regels, personen = gesprek_regels(session, afspraak.id)
    own = (afspraak.plaats, afspraak.doel, afspraak.reden, afspraak.geen_verslag_want)
    if afspraak.casus_id:
        casussen = (afspraak.casus_id,)
        return Zoekstof(afspraak.titel, (*own, *regels), afspraak.begin, casussen, personen)
    stof = Zoekstof(afspraak.titel, (*own, *regels), afspraak.begin, personen=personen)
    return _bedekt(session, stof)


def _parkeernotitie(session: Session, notitie: m.Parkeernotitie) -> Zoekstof:
    regels = (notitie.gezien, notitie.gezegd, notitie.afgesproken, notitie.zorg)
    afspraak = session.get(m.Afspraak, notitie.afspraak_id) if notitie.afspraak_id else None
    if afspraak is None:
        return Zoekstof("", regels, notitie.gemaakt_op)
    casussen = (afspraak.casus_id,) if afspraak.casus_id else ()
    return Zoekstof(afspraak.titel, regels, notitie.gemaakt_op, casussen, afspraak_id=afspraak.id)


def _crisisnotitie(session: Session, notitie: m.Crisisnotitie) -> Zoekstof:
    query = select(m.Crisisregel.tekst).where(m.Crisisregel.notitie_id == notitie.id)
    regels = tuple(session.scalars(query.order_by(m.Crisisregel.moment)))
    casussen = (notitie.casus_id,) if notitie.casus_id else ()
    return _bedekt(session, Zoekstof("", regels, notitie.begonnen_op, casussen))


def _belofte(session: Session, belofte: m.Belofte) -> Zoekstof:
    casussen = (belofte.casus_id,) if belofte.casus_id else ()
    personen = tuple(_ids([belofte.persoon_id]))
    regels = (belofte.wat, belofte.toelichting)
    stof = Zoekstof(belofte.aan, regels, belofte.gemaakt_op, casussen, personen)
    return _bedekt(session, stof)


def _uitspraak(_session: Session, uitspraak: m.Uitspraak) -> Zoekstof | None:
    if uitspraak.verwijderd_op:
        return None
    words = "".join(tekst for tekst, _ in uitspraak.runs)
    return Zoekstof(
        titel=uitspraak.thema,
        regels=(words,),
        datum=_moment(uitspraak.informatiedatum or uitspraak.vastgelegd_op),
        casussen=(uitspraak.casus_id,),
        personen=tuple(_ids([uitspraak.bron_persoon_id, uitspraak.over])),
    )


def _verslag(session: Session, verslag: m.Verslag) -> Zoekstof:
    afspraak = session.get(m.Afspraak, verslag.afspraak_id) if verslag.afspraak_id else None
    regels, versie = verslag_tekst(session, verslag)
    return Zoekstof(
        titel=afspraak.titel if afspraak else "",
        regels=regels,
        datum=afspraak.begin if afspraak else verslag.gemaakt_op,
        casussen=(verslag.casus_id,),
        personen=gesprek_regels(session, afspraak.id)[1] if afspraak else (),
        versie=versie,
    )


def _melding(_session: Session, melding: m.Melding) -> Zoekstof:
    regels = (melding.inhoud, melding.geweigerd_want)
    return Zoekstof(f"M{melding.nummer}", regels, melding.ontvangen_op, (melding.casus_id,))


def _informatieverzoek(_session: Session, verzoek: m.Informatieverzoek) -> Zoekstof:
    aan = "" if verzoek.bron_afgeschermd else verzoek.aan
    regels = (verzoek.gevraagd, verzoek.grond, verzoek.ouders_weten, verzoek.antwoord)
    return Zoekstof(aan, regels, _moment(verzoek.verstuurd_op), (verzoek.casus_id,))


def _bespreking(session: Session, bespreking: m.Bespreking) -> Zoekstof | None:
    """Read what was said at the table of a casus; a tafelkaart is no file, and is not searched.

    Worked up, it is found as what it became. What she prepared is hers.
    """
    if bespreking.casus_id is None or bespreking.verwerkt_op is not None:
        return None
    names = "aanvrager mening_kind niet_gevraagd_want gronden casusregie zicht vertelt_kinderen"
    own = _all(bespreking, names.split())
    begin = bespreking.begonnen_op or session.get_one(m.Zitting, bespreking.zitting_id).begin
    regels = (*own, *plein_regels(session, bespreking.id))
    return Zoekstof("", regels, begin, (bespreking.casus_id,))


def _terugbelverzoek(session: Session, verzoek: m.Terugbelverzoek) -> Zoekstof | None:
    if verzoek.casus_id is None:
        return None  # nobody knows yet whom it is about
    answers = (verzoek.vrij_praten, verzoek.nu_veilig, verzoek.waar_kinderen, verzoek.uitkomst)
    regels = (verzoek.regel, verzoek.nummer, verzoek.voicemail_tekst, *answers, verzoek.andere_weg)
    stof = Zoekstof(
        verzoek.wie,
        regels,
        verzoek.laatst_op,
        (verzoek.casus_id,),
        tuple(_ids([verzoek.persoon_id])),
    )
    return _bedekt(session, stof)


LEZERS: Mapping[type[m.Entity], Lezer] = {
    m.Casus: _casus,
    m.Persoon: _persoon,
    m.Organisatie: _organisatie,
    m.Afspraak: _afspraak,
    m.Parkeernotitie: _parkeernotitie,
    m.Crisisnotitie: _crisisnotitie,
    m.Bespreking: _bespreking,
    m.Belofte: _belofte,
    m.Uitspraak: _uitspraak,
    m.Verslag: _verslag,
    m.Melding: _melding,
    m.Informatieverzoek: _informatieverzoek,
    m.Crisisbeoordeling: velden("gronden", "door", titel="organisatie", datum="moment"),
    m.Instrument: velden("uitkomst", "door", "vindplaats", titel="naam", datum="datum"),
    m.Besluit: velden(
        "uitkomst", "motivering", "beslissers", "opties", "afwijkend", "verteld", "meelezer",
        datum="datum",
    ),
    m.Waarborg: velden(
        "wie", "wat", "wanneer", "wat_als_niet", "wie_kijkt", "vervallen_want", datum="gemaakt_op"
    ),
    m.Instemming: velden("wie", datum="datum"),
    m.Toets: velden("bewijs", "door", datum="datum"),
    m.Overdracht: velden(
        "aan", "waarom", "beloofd", "niet_delen", "aanvaard_door", "ingetrokken_want",
        datum="aangeboden_op",
    ),
    m.Politieafspraak: velden("voor", "toelichting", datum="vanaf"),
    m.Termijn: velden(
        "aanleiding", "te_laat_want", "vervallen_want", "wie_kijkt", datum="begin",
        personen=("persoon_id",),
    ),
    m.Kindgesprek: velden(
        "plek", "steunfiguur", "gezagdragers", "uitgelegd", "gevraagd", "gezien", "wil",
        "niet_doorgeven", "geantwoord", "teruggekoppeld", "veilig_erna", "politie",
        datum="teruggekoppeld_op", personen=("kind_id",),
    ),
    m.Monitoring: velden(
        "gesproken", "wat_ging_goed", "nieuw", "toelichting", datum="gehouden_op gepland_op"
    ),
    m.Gezien: velden("door", "toelichting", datum="datum", personen=("kind_id",)),
    m.Gebeurtenis: velden(
        "toelichting", "bron", titel="titel", datum="begin", personen=("personen",)
    ),
    m.Verzoek: velden(
        "grond", "eigen_verklaring", datum="ontvangen_op", personen=("persoon_id", "voor_id")
    ),
    m.Verzending: velden(
        "wijze", titel="ontvanger", datum="verzonden_op", personen=("persoon_id",)
    ),
    m.Bijlage: velden("omschrijving", titel="naam", datum="datum toegevoegd_op"),
    m.Terugbelverzoek: _terugbelverzoek,
    m.Hintantwoord: velden("reden", datum="moment"),
}  # fmt: skip

# Rows that are part of what is found, and the field that names it.
DELEN: Mapping[type[m.Entity], tuple[type[m.Entity], str]] = {
    m.Huishouden: (m.Casus, "casus_id"),
    m.Betrokkenheid: (m.Persoon, "persoon_id"),
    m.Afgeschermd: (m.Persoon, "persoon_id"),
    m.Bewoning: (m.Persoon, "persoon_id"),
    m.Relatie: (m.Persoon, "van_id"),
    m.Gezag: (m.Persoon, "kind_id"),
    m.Inzet: (m.Organisatie, "organisatie_id"),
    m.Gesprek: (m.Afspraak, "afspraak_id"),
    m.Deelname: (m.Afspraak, "afspraak_id"),
    m.Crisisregel: (m.Crisisnotitie, "notitie_id"),
    m.Inbreng: (m.Bespreking, "bespreking_id"),
    m.Standpunt: (m.Bespreking, "bespreking_id"),
    m.Pleintaak: (m.Bespreking, "bespreking_id"),
    m.Versie: (m.Verslag, "verslag_id"),
    m.Opschorting: (m.Termijn, "termijn_id"),
    m.Verlenging: (m.Termijn, "termijn_id"),
}

NIET_GEZOCHT: frozenset[type[m.Entity]] = frozenset(
    {
        m.Melder,  # opened only with a reason
        m.VeiligContact,  # codewoord, and what must never be said
        m.Concept,  # read with its verslag, when somebody searches: it is stored every second
        m.Wijziging,  # what no longer holds
        m.Correctiebrief,  # says once more what the uitspraak says
        m.Schrijfstand,  # what the draft said before
        m.Uitgaandkeuze,
        m.Uitgifte,  # its verzending is found
        m.Dossierstuk,
        m.Reactie,
        m.Eigenwoord,
        m.Impact,  # hers alone
        m.Lichtpunt,
        m.Klad,
        m.Belpoging,  # what it came to stands in its callback
        m.Zitting,
        m.Dag,
        m.Verlof,
        m.Overname,
        m.Reeks,
        m.Herinnering,
        m.Zicht,
        m.Regie,
        m.Plek,
        m.Instelling,
        m.Vernietiging,
    }
)


def _bedekt(session: Session, stof: Zoekstof) -> Zoekstof:
    """Cover what she typed of what is shielded in its casus; without a casus, of anything."""
    geheim = geheim_van(session, stof.casussen)
    if not geheim:
        return stof
    kept = tuple(geheim.bedekt(line, "…") for line in stof.regels)
    return replace(stof, titel=geheim.bedekt(stof.titel, "…"), regels=kept)


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for part in value:
            yield from _words(part)


def _all(row: Any, names: Iterable[str]) -> list[Any]:
    return [getattr(row, name) for name in names]


def _ids(values: Iterable[UUID | list[str] | None]) -> Iterator[UUID]:
    for value in values:
        if isinstance(value, UUID):
            yield value
        else:
            yield from map(UUID, value or ())


def _moment(day: date | datetime | None) -> datetime | None:
    return day if day is None or isinstance(day, datetime) else start_of(day)
