"""The extract for who asks to see the own data, on paper; what stayed out is told to her alone.

One engine gathers it (`uittreksel_delen`); here it becomes sentences on paper.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from vtdesk.errors import LeakError, UserError
from vtdesk.models import Casus, Entity, Persoon, Uitgifte
from vtdesk.services.drukwerk import Drukwerk, namen_in
from vtdesk.services.kop import gebruiker_of
from vtdesk.services.uitgaand_maken import Uitgiftewerk
from vtdesk.services.uitgaand_nakijken import Nakijker
from vtdesk.services.uitgaand_voorstel import volgend_exemplaar
from vtdesk.services.uittreksel import weggelaten
from vtdesk.services.uittreksel_delen import Uittreksel, Verzamelaar
from vtdesk.services.uittreksel_zeef import Achtergehouden
from vtdesk.store.store import Store, note
from vtdesk.values.adreswacht import Bewaakt, Wacht
from vtdesk.values.brief import Brief, Briefblok, alinea, citaat, kop
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import Clock, local, volle_dag
from vtdesk.values.uitgaand import UitgifteSoort, WegReden

__all__ = ["Achtergehouden", "Inzage", "Inzagen"]

_DELEN = {
    "rollen": "Wat u in deze casus bent",
    "gezag": "Gezag",
    "relaties": "Wie bij elkaar horen",
    "huishoudens": "Waar u woont of woonde",
    "gesprekken": "Gesprekken met u",
}
_KOP = "Wat Veilig Thuis over u heeft vastgelegd"
_VERANDERD = (
    "Intussen is iets veranderd in deze casus. Kijk het uittreksel opnieuw na en maak het dan. "
    "Er is niets weggegeven."
)
_NIETS = "Hierover is niets vastgelegd."


@dataclass(frozen=True, slots=True)
class Inzage:
    """The document for the person, and the list for the worker."""

    drukwerk: Drukwerk
    achtergehouden: tuple[Achtergehouden, ...]


class Inzagen:
    """Use cases around the extract of one person on paper."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def maak(self, casus_id: UUID, persoon_id: UUID, *, wijze: str = "") -> Inzage:
        """Give the extract to look at, save or print; refuses when somebody is given away."""
        with self._store.read() as session:
            made = self._uitwerking(session, casus_id, persoon_id)
        drukwerk = Uitgiftewerk(
            pdf=partial(_render, made.brief),
            bestandsnaam=lambda: f"{made.found.naam}.pdf",
            namen=partial(self._names, casus_id),
            weg=lambda _: None,  # it is noted with the copy itself
            store=self._store,
            kijk_na=made.kijk_na,
            noteer=partial(self._noteer, made, wijze),
            verpakking=None,
        )
        return Inzage(drukwerk, made.found.achtergehouden)

    def _names(self, casus_id: UUID) -> set[str]:
        with self._store.read() as session:
            return namen_in(session, casus_id)

    def _uitwerking(self, session: Session, casus_id: UUID, persoon_id: UUID) -> "_Uitwerking":
        today = local(self._clock()).date()
        gatherer = Verzamelaar(session, casus_id, persoon_id, today)
        found = gatherer.maak()
        guard, receiver, others = gatherer.bewaking()
        gebruiker = gebruiker_of(session)
        brief = Brief(
            organisatie=gebruiker.organisatie,
            kenmerk=session.get_one(Casus, casus_id).nummer,
            ontvanger=session.get_one(Persoon, persoon_id).naam,
            datum=volle_dag(today),
            onderwerp=_KOP,
            blokken=tuple(_blokken(found)),
            afzender=gebruiker.naam,
            functie=gebruiker.functie,
        )
        if others.noemt(brief.woorden()):
            raise LeakError("In dit uittreksel zou een ander met naam staan. Pas de tekst aan.")
        shielded = Bewaakt(guard, "wat is afgeschermd", WegReden.GEHEIM_ADRES)
        # The own data are no secret of another, however alike a number looks.
        own = [str(value) for value in found.inhoud["gegevens"].values()]
        other = tuple(line[hit.begin : hit.einde] for line in own for hit in receiver.zoek(line))
        lookers = (Nakijker(Wacht((shielded,))), Nakijker(receiver, anders=other))
        return _Uitwerking(casus_id, persoon_id, found, brief, lookers)

    def _noteer(
        self,
        made: "_Uitwerking",
        wijze: str,
        session: Session,
        pdf: bytes,
        way: str,
    ) -> list[Entity]:
        """Note the copy; refuses when anything is not as it was when she chose where it goes."""
        casus_id, persoon_id = made.casus_id, made.persoon_id
        again = self._uitwerking(session, casus_id, persoon_id)
        if (again.brief, again.found) != (made.brief, made.found):
            raise UserError(_VERANDERD)
        uitgifte = Uitgifte(
            casus_id=casus_id,
            soort=UitgifteSoort.INZAGE,
            exemplaar=volgend_exemplaar(session, casus_id),
            ontvanger=made.brief.ontvanger,
            persoon_id=persoon_id,
            wijze=wijze,
            gemaakt_op=self._clock(),
            sha256=sha256(pdf).hexdigest(),
            weggelaten=weggelaten(made.found),
        )  # fmt: skip
        session.add(uitgifte)
        session.flush()
        note(session, "R", (Kind.PERSOON, persoon_id), detail=f"uittreksel-{way}", casus=casus_id)
        return [uitgifte]


@dataclass(frozen=True, slots=True)
class _Uitwerking:
    """What leaves, and what the file is searched for."""

    casus_id: UUID
    persoon_id: UUID
    found: Uittreksel
    brief: Brief
    nakijkers: tuple[Nakijker, ...]

    def kijk_na(self, pdf: bytes, naam: str) -> None:
        """Search the finished bytes and the name once more."""
        for one in self.nakijkers:
            one.bestand(pdf, naam)


def _render(brief: Brief) -> bytes:
    from vtdesk.reports.brief import render_brief  # noqa: PLC0415 (loads reportlab)

    return render_brief(brief)


def _blokken(found: Uittreksel) -> Iterator[Briefblok]:
    """Tell what was gathered, part by part; an empty part says so."""
    inhoud = found.inhoud
    yield alinea(
        "U vroeg wat Veilig Thuis over u heeft vastgelegd. Dat leest u hieronder. Namen van "
        "anderen staan er niet in."
    )
    yield kop("Uw gegevens")
    yield from _regels(inhoud["gegevens"])
    for part, words in _DELEN.items():
        yield kop(words)
        yield from _rijen(inhoud[part])
    yield kop("Wat er over u en door u is gezegd")
    for one in inhoud["uitspraken"]:
        yield citaat(one["tekst"], _bron(one))
    if not inhoud["uitspraken"]:
        yield alinea(_NIETS)
    yield kop("Wat er niet in staat")
    yield alinea(inhoud["niet_opgenomen"]["waarom"])


def _rijen(rows: list[dict[str, Any]]) -> Iterator[Briefblok]:
    for row in rows:
        yield alinea(_zin(row))
    if not rows:
        yield alinea(_NIETS)


def _regels(row: dict[str, Any]) -> Iterator[Briefblok]:
    known = {name: value for name, value in row.items() if not isinstance(value, dict)}
    yield alinea(_zin(known) or _NIETS)
    for part in (value for value in row.values() if isinstance(value, dict)):
        if words := _zin(part):
            yield alinea(f"Veilig contact: {words}")


def _zin(row: dict[str, Any]) -> str:
    """Say the filled fields of a row, each with its name."""
    filled = [
        f"{name.replace('_', ' ')}: {_waarde(value)}"
        for name, value in row.items()
        if value not in ("", None, False)
    ]
    words = "; ".join(filled)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _waarde(value: Any) -> str:
    return "ja" if value is True else str(value).replace("_", " ").replace("T", " ")


def _bron(one: dict[str, Any]) -> str:
    return " · ".join(
        filter(None, (one["bron"], one["datum_informatie"] or "", one["verificatie"]))
    ).replace("_", " ")
