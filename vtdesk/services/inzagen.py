"""What one person may read of a casus, on paper or as a file; what stayed out is told to her alone.

One engine gathers it (`inzage.inhoud`); here it is decided whether it may leave.
"""

import json
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from vtdesk.errors import LeakError, UserError
from vtdesk.models import Entity, Persoon, Uitgifte
from vtdesk.services.drukwerk import Drukwerk, namen_in
from vtdesk.services.inzage.afweging import Vraag, mensen_in
from vtdesk.services.inzage.inhoud import Inhoud, Verzamelaar, teksten
from vtdesk.services.inzage.papier import inzagestuk, woorden_van
from vtdesk.services.inzage.zeef import Achtergehouden
from vtdesk.services.inzagerecht import weiger_zonder_recht
from vtdesk.services.kop import gebruiker_of
from vtdesk.services.uitgaand.maken import Bestand, Uitgiftewerk, geef_uit
from vtdesk.services.uitgaand.nakijken import Nakijker
from vtdesk.services.uitgaand.voorstel import volgend_exemplaar
from vtdesk.store.store import Store, note
from vtdesk.values.document import VerslagDocument
from vtdesk.values.kinds import Kind, Rol
from vtdesk.values.tijd import Clock, local
from vtdesk.values.uitgaand import UitgifteSoort

__all__ = ["Achtergehouden", "Inzage", "Inzagen"]

_VERANDERD = (
    "Intussen is iets veranderd in deze casus. Kijk de inzage opnieuw na en maak haar dan. "
    "Er is niets weggegeven."
)


@dataclass(frozen=True, slots=True)
class Inzage:
    """The document for the person, and the list for the worker."""

    drukwerk: Drukwerk
    inhoud: Inhoud

    @property
    def achtergehouden(self) -> tuple[Achtergehouden, ...]:
        """List what stayed out, for the worker alone."""
        return self.inhoud.achtergehouden


@dataclass(frozen=True, slots=True)
class Inzagebestanden:
    """The files that were written, and the list for the worker."""

    bestanden: tuple[Path, ...]
    achtergehouden: tuple[Achtergehouden, ...]


class Inzagen:
    """Use cases around requests to see the own data; what leaves is noted in the logboek."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def persoon(self, casus_id: UUID, wie: str) -> UUID:
        """Find one person of a casus by id or by a part of the name; never the melder."""
        with self._store.read() as session:
            people = [p for p, role in mensen_in(session, casus_id) if role.rol is not Rol.MELDER]
        wanted = wie.strip().casefold()
        exact = {
            p.id for p in people if wanted in {str(p.id), p.naam.casefold(), p.voornaam.casefold()}
        }
        found = exact or {p.id for p in people if wanted and wanted in p.naam.casefold()}
        if len(found) != 1:
            raise UserError(
                "In deze casus is er niet precies één persoon met die naam. "
                "Typ de hele naam, of het id uit 'casus show --json'."
            )
        return found.pop()

    def maak(
        self, casus_id: UUID, persoon_id: UUID, *, lezer_id: UUID | None = None, wijze: str = ""
    ) -> Inzage:
        """Give it to save or print; refuses where the law does, and on giving away.

        `lezer_id` is who asks it for a child.
        """
        vraag = Vraag(casus_id, persoon_id, lezer_id or persoon_id)
        with self._store.read() as session:
            self._weiger(session, vraag)
        return self._inzage(vraag, wijze)

    def bekijk(self, casus_id: UUID, persoon_id: UUID, *, lezer_id: UUID | None = None) -> Inzage:
        """Give it to look at before it was decided; what is kept or printed needs that."""
        return self._inzage(Vraag(casus_id, persoon_id, lezer_id or persoon_id), "")

    def schrijf(
        self, casus_id: UUID, persoon_id: UUID, folder: Path, *, lezer_id: UUID | None = None
    ) -> Inzagebestanden:
        """Write it as a file that programs can read, with a list on top; refuses as `maak` does."""
        vraag = Vraag(casus_id, persoon_id, lezer_id or persoon_id)
        with self._store.read() as session:
            self._weiger(session, vraag)
            made = self._uitwerking(session, vraag)
        name = made.inhoud.naam
        if not folder.is_dir():
            raise UserError("Deze map bestaat niet. Maak eerst een map voor dit verzoek.")
        if any(folder.glob(f"{name}*")):
            raise UserError("In deze map staat al een inzage. Kies een lege map.")
        document, index = folder / f"{name}.json", folder / f"{name} overzicht.txt"
        data, words = made.inhoud.json.encode(), made.inhoud.overzicht.encode()
        noted = partial(self._noteer, made, "", pdf=data, way="")
        geef_uit(
            self._store,
            [
                Bestand(document, data, made.kijk_tekst_na, noted),
                Bestand(index, words, made.kijk_tekst_na, _no_note),
            ],
        )
        return Inzagebestanden((document, index), made.inhoud.achtergehouden)

    def _inzage(self, vraag: Vraag, wijze: str) -> Inzage:
        with self._store.read() as session:
            made = self._uitwerking(session, vraag)
        drukwerk = Uitgiftewerk(
            pdf=partial(_render, made.document),
            bestandsnaam=lambda: f"{made.inhoud.naam}.pdf",
            namen=partial(self._names, vraag.casus_id),
            weg=lambda _: None,  # it is noted with the copy itself
            store=self._store,
            kijk_na=made.kijk_na,
            noteer=partial(self._noteer, made, wijze),
            verpakking=None,
        )
        return Inzage(drukwerk, made.inhoud)

    def _weiger(self, session: Session, vraag: Vraag) -> None:
        today = local(self._clock()).date()
        weiger_zonder_recht(session, vraag.casus_id, vraag.lezer_id, vraag.over_id, today)

    def _names(self, casus_id: UUID) -> set[str]:
        with self._store.read() as session:
            return namen_in(session, casus_id)

    def _uitwerking(self, session: Session, vraag: Vraag) -> "_Uitwerking":
        today = local(self._clock()).date()
        gatherer = Verzamelaar(session, vraag, today)
        found = gatherer.verzamel()
        document = inzagestuk(
            found,
            gebruiker_of(session),
            lezer=session.get_one(Persoon, vraag.lezer_id).naam,
            today=today,
            over_kind=vraag.is_voor_een_ander,
        )
        if gatherer.noemt_een_ander(woorden_van(document)):
            raise LeakError("In deze inzage zou een ander met naam staan. Pas de tekst aan.")
        return _Uitwerking(vraag, found, document, gatherer.nakijkers(found))

    def _noteer(
        self, made: "_Uitwerking", wijze: str, session: Session, pdf: bytes, way: str
    ) -> list[Entity]:
        """Note the copy; refuses when anything is not as it was when she chose where it goes."""
        vraag = made.vraag
        self._weiger(session, vraag)
        again = self._uitwerking(session, vraag)
        if (again.document, again.inhoud) != (made.document, made.inhoud):
            raise UserError(_VERANDERD)
        uitgifte = Uitgifte(
            casus_id=vraag.casus_id,
            soort=UitgifteSoort.INZAGE,
            exemplaar=volgend_exemplaar(session, vraag.casus_id),
            ontvanger=made.document.bestemd_voor,
            persoon_id=vraag.lezer_id,
            over_id=vraag.over_id,
            wijze=wijze,
            gemaakt_op=self._clock(),
            sha256=sha256(pdf).hexdigest(),
            weggelaten=[_weggelaten(one) for one in made.inhoud.achtergehouden],
        )
        session.add(uitgifte)
        session.flush()
        detail = "-".join(filter(None, ("uittreksel", way)))
        note(session, "R", (Kind.PERSOON, vraag.over_id), detail=detail, casus=vraag.casus_id)
        return [uitgifte]


@dataclass(frozen=True, slots=True)
class _Uitwerking:
    """What leaves, and what the file is searched for."""

    vraag: Vraag
    inhoud: Inhoud
    document: VerslagDocument
    nakijkers: tuple[Nakijker, ...]

    def kijk_na(self, pdf: bytes, naam: str) -> None:
        """Search the finished bytes and the name once more."""
        for one in self.nakijkers:
            one.bestand(pdf, naam)

    def kijk_tekst_na(self, data: bytes, naam: str) -> None:
        """Search a file of plain text and its name once more."""
        words = data.decode()
        for one in self.nakijkers:
            one.teksten("in de tekst", teksten(json.loads(words)) if _is_json(naam) else (words,))
            one.naam(naam)


def _weggelaten(one: Achtergehouden) -> dict[str, Any]:
    """Give what stayed out as it is kept with a copy."""
    return {"titel": one.wat, "waar": "", "reden": one.reden.value, "weg": True, "want": one.want}


def _is_json(naam: str) -> bool:
    return naam.endswith(".json")


def _no_note(_session: Session) -> tuple[()]:
    """Note nothing: the list lies on top of what is noted."""
    return ()


def _render(document: VerslagDocument) -> bytes:
    from vtdesk.reports.inzage import render_inzage  # noqa: PLC0415 (loads reportlab)

    return render_inzage(document)
