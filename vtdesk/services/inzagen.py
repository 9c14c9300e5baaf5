"""The extract for who asks to see the own data, on paper; what stayed out is told to her alone.

One engine gathers it (`uittreksel_delen`); here it is decided whether it may leave.
"""

from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from uuid import UUID

from sqlalchemy.orm import Session

from vtdesk.errors import LeakError, UserError
from vtdesk.models import Entity, Persoon, Uitgifte
from vtdesk.services.drukwerk import Drukwerk, namen_in
from vtdesk.services.inzage_papier import inzagestuk, woorden_van
from vtdesk.services.inzagerecht import weiger_zonder_recht
from vtdesk.services.kop import gebruiker_of
from vtdesk.services.uitgaand_maken import Uitgiftewerk
from vtdesk.services.uitgaand_nakijken import Nakijker
from vtdesk.services.uitgaand_voorstel import volgend_exemplaar
from vtdesk.services.uittreksel import weggelaten
from vtdesk.services.uittreksel_delen import Uittreksel, Verzamelaar
from vtdesk.services.uittreksel_zeef import Achtergehouden
from vtdesk.store.store import Store, note
from vtdesk.values.adreswacht import Bewaakt, Wacht
from vtdesk.values.document import VerslagDocument
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import Clock, local
from vtdesk.values.uitgaand import UitgifteSoort, WegReden

__all__ = ["Achtergehouden", "Inzage", "Inzagen"]

_VERANDERD = (
    "Intussen is iets veranderd in deze casus. Kijk het uittreksel opnieuw na en maak het dan. "
    "Er is niets weggegeven."
)


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

    def maak(
        self, casus_id: UUID, persoon_id: UUID, *, lezer_id: UUID | None = None, wijze: str = ""
    ) -> Inzage:
        """Give the extract to save or print; refuses where the law does, and on giving away.

        `lezer_id` is who asks it for a child.
        """
        vraag = _Vraag(casus_id, persoon_id, lezer_id or persoon_id)
        with self._store.read() as session:
            self._weiger(session, vraag)
        return self._inzage(vraag, wijze)

    def bekijk(self, casus_id: UUID, persoon_id: UUID, *, lezer_id: UUID | None = None) -> Inzage:
        """Give the extract to look at before it was decided; what is kept or printed needs that."""
        return self._inzage(_Vraag(casus_id, persoon_id, lezer_id or persoon_id), "")

    def _inzage(self, vraag: "_Vraag", wijze: str) -> Inzage:
        with self._store.read() as session:
            made = self._uitwerking(session, vraag)
        drukwerk = Uitgiftewerk(
            pdf=partial(_render, made.document),
            bestandsnaam=lambda: f"{made.found.naam}.pdf",
            namen=partial(self._names, vraag.casus_id),
            weg=lambda _: None,  # it is noted with the copy itself
            store=self._store,
            kijk_na=made.kijk_na,
            noteer=partial(self._noteer, made, wijze),
            verpakking=None,
        )
        return Inzage(drukwerk, made.found.achtergehouden)

    def _weiger(self, session: Session, vraag: "_Vraag") -> None:
        today = local(self._clock()).date()
        weiger_zonder_recht(session, vraag.casus_id, vraag.lezer_id, vraag.over_id, today)

    def _names(self, casus_id: UUID) -> set[str]:
        with self._store.read() as session:
            return namen_in(session, casus_id)

    def _uitwerking(self, session: Session, vraag: "_Vraag") -> "_Uitwerking":
        today = local(self._clock()).date()
        gatherer = Verzamelaar(
            session, vraag.casus_id, vraag.over_id, today, lezer_id=vraag.lezer_id
        )
        found = gatherer.maak()
        guard, receiver, others = gatherer.bewaking()
        document = inzagestuk(
            found,
            gebruiker_of(session),
            lezer=session.get_one(Persoon, vraag.lezer_id).naam,
            today=today,
            over_kind=vraag.is_voor_een_ander,
        )
        if others.noemt(woorden_van(document)):
            raise LeakError("In dit uittreksel zou een ander met naam staan. Pas de tekst aan.")
        shielded = Bewaakt(guard, "wat is afgeschermd", WegReden.GEHEIM_ADRES)
        # The own data are no secret of another, however alike a number looks.
        data = () if vraag.is_voor_een_ander else found.inhoud["gegevens"].values()
        own = [str(value) for value in data]
        other = tuple(line[hit.begin : hit.einde] for line in own for hit in receiver.zoek(line))
        lookers = (Nakijker(Wacht((shielded,))), Nakijker(receiver, anders=other))
        return _Uitwerking(vraag, found, document, lookers)

    def _noteer(
        self,
        made: "_Uitwerking",
        wijze: str,
        session: Session,
        pdf: bytes,
        way: str,
    ) -> list[Entity]:
        """Note the copy; refuses when anything is not as it was when she chose where it goes."""
        vraag = made.vraag
        casus_id, persoon_id = vraag.casus_id, vraag.over_id
        self._weiger(session, vraag)
        again = self._uitwerking(session, vraag)
        if (again.document, again.found) != (made.document, made.found):
            raise UserError(_VERANDERD)
        uitgifte = Uitgifte(
            casus_id=casus_id,
            soort=UitgifteSoort.INZAGE,
            exemplaar=volgend_exemplaar(session, casus_id),
            ontvanger=made.document.bestemd_voor,
            persoon_id=vraag.lezer_id,
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
class _Vraag:
    """Who is to read about whom."""

    casus_id: UUID
    over_id: UUID
    lezer_id: UUID

    @property
    def is_voor_een_ander(self) -> bool:
        """Tell whether somebody asks it for a child."""
        return self.over_id != self.lezer_id


@dataclass(frozen=True, slots=True)
class _Uitwerking:
    """What leaves, and what the file is searched for."""

    vraag: _Vraag
    found: Uittreksel
    document: VerslagDocument
    nakijkers: tuple[Nakijker, ...]

    def kijk_na(self, pdf: bytes, naam: str) -> None:
        """Search the finished bytes and the name once more."""
        for one in self.nakijkers:
            one.bestand(pdf, naam)


def _render(document: VerslagDocument) -> bytes:
    from vtdesk.reports.inzage import render_inzage  # noqa: PLC0415 (loads reportlab)

    return render_inzage(document)
