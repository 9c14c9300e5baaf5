"""Valid things with one-line overrides; all people and places are invented."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from vtdesk.models import Persoon
from vtdesk.services.agenda import AfspraakGegevens
from vtdesk.services.casussen import CasusGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens, GesprekGegevens
from vtdesk.services.personen import PersoonGegevens, PersoonRow, RolWijziging
from vtdesk.store.logketen import Logketen, Wie
from vtdesk.store.store import Store
from vtdesk.values import tijd
from vtdesk.values.kinds import AfspraakSoort, Dienst, Kind, Letter, Rol
from vtdesk.values.sjabloon import Sjabloon
from vtdesk.values.tekst import Alinea, Blok, Bron, Sectie, Tekst, Uitspraakregel, runs

TODAY = date(2026, 5, 12)
NOW = tijd.at(TODAY, 17, 22)


class SlowClock:
    """A clock that moves only when told."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, **span: float) -> None:
        self.now += timedelta(**span)


def at(hour: int, minute: int = 0, day: date = TODAY) -> datetime:
    return tijd.at(day, hour, minute)


def add_casus(desk: Desk, **overrides: Any) -> UUID:
    gegevens = CasusGegevens(
        "VT-DEMO-0141", "Zilverduin / Havikskruid", Dienst.ONDERZOEK, date(2026, 4, 2)
    )
    return desk.casussen.add(replace(gegevens, **overrides))


def add_persoon(desk: Desk, casus_id: UUID, rol: Rol = Rol.VADER, **overrides: Any) -> UUID:
    gegevens = PersoonGegevens(voornaam="Otis", achternaam="Havikskruid")
    return desk.personen.add(casus_id, replace(gegevens, **overrides), rol)


def reach(desk: Desk, persoon_id: UUID, **contact: Any) -> None:
    """Note how somebody can be reached without danger."""
    seen = desk.personen.detail(persoon_id)
    after = replace(seen.contact, **contact)
    desk.personen.change(persoon_id, seen.version, seen.gegevens, contact=after)


def misdate(store: Store, persoon_id: UUID, geboren: date) -> None:
    """Let a person be born in a year that cannot be, as was possible before it was refused."""
    with store.write() as session:
        session.get_one(Persoon, persoon_id).geboortedatum = geboren


def give_rol(
    desk: Desk, row: PersoonRow, rol: Rol, toelichting: str = "", vanaf: date | None = None
) -> None:
    """Change what somebody is in a casus."""
    seen = desk.personen.detail(row.id)
    after = RolWijziging(row.betrokkenheid_id, row.rol_version, rol, toelichting, vanaf)
    desk.personen.change(row.id, seen.version, seen.gegevens, rol=after)


def plan(desk: Desk, casus_id: UUID | None, **overrides: Any) -> UUID:
    gegevens = AfspraakGegevens(
        "Eerste gesprek vader", AfspraakSoort.GESPREK, at(16, 15), at(17, 5), casus_id,
        plaats="kamer 4", doel="Bespreken van de meldingen.",
    )  # fmt: skip
    return desk.agenda.plan(replace(gegevens, **overrides))


def held_talk(desk: Desk, casus_id: UUID, *present: DeelnameGegevens, **overrides: Any) -> UUID:
    afspraak_id = plan(desk, casus_id, **overrides)
    desk.gesprekken.set(afspraak_id, GesprekGegevens(deelnames=present))
    desk.agenda.hold(afspraak_id)
    return afspraak_id


def uitspraak(text: str, letter: Letter = Letter.VERKLARING, **overrides: Any) -> Uitspraakregel:
    regel = Uitspraakregel(
        uuid4(), letter, runs(text), Bron("Otis Havikskruid", hoedanigheid="vader")
    )
    return replace(regel, **overrides)


def empty_text(template: Sjabloon) -> Tekst:
    """Make the text of a verslag of which nothing is known but its fixed points."""
    return Tekst(
        tuple(
            Sectie(s.id, tuple(Alinea(runs(f"{veld} ")) for veld in s.velden))
            for s in template.secties
        )
    )


def with_blocks(tekst: Tekst, sectie_id: str, *blokken: Blok) -> Tekst:
    """Put blocks into one section of a text."""
    return Tekst(
        tuple(Sectie(s.id, blokken, s.nvt) if s.id == sectie_id else s for s in tekst.secties)
    )


def complete(tekst: Tekst) -> Tekst:
    """Say of every section that it does not apply."""
    return Tekst(tuple(Sectie(s.id, s.blokken, "niet aan de orde") for s in tekst.secties))


def log_lines(
    store: Store, casus_id: UUID, *deeds: tuple[str, str, Kind], moment: datetime = NOW
) -> None:
    """Write lines about a casus into the logboek: what was done, in detail, to which kind."""
    with store.write() as session:
        Logketen(session, Wie("Mila")).add(
            moment,
            [
                {"actie": actie, "soort": kind.value, "ding": casus_id,
                 "casus": casus_id, "detail": detail, "reden": ""}
                for actie, detail, kind in deeds
            ],
        )  # fmt: skip
