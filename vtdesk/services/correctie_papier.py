"""A letter of correction on its way out: made, searched and noted as things are at that moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from uuid import UUID

from sqlalchemy.orm import Session

from vtdesk.errors import LeakError, UserError
from vtdesk.models import Correctiebrief, Entity, Uitgifte
from vtdesk.services.correctie_letters import Gemaakt, maak
from vtdesk.services.drukwerk import namen_in, veilig
from vtdesk.services.uitgaand.maken import Uitgiftewerk
from vtdesk.services.uitgaand.nakijken import Nakijker, alleen_weg
from vtdesk.services.uitgaand.voorstel import volgend_exemplaar
from vtdesk.store.store import Store, note
from vtdesk.values.brief import Brief
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import Clock, local
from vtdesk.values.uitgaand import UitgifteSoort

_VERANDERD = (
    "Intussen is iets veranderd in de casus of bij de ontvanger. Sluit de brief, open hem opnieuw "
    "en lees hem na. Er is niets weggegeven."
)


def briefwerk(store: Store, clock: Clock, brief_id: UUID, wijze: str = "") -> Uitgiftewerk:
    """Give a letter to look at, save or print; `wijze` empty is the first way that is open."""
    with store.read() as session:
        row = session.get_one(Correctiebrief, brief_id)
        made = maak(session, row, local(clock()).date())
        namen = namen_in(session, row.casus_id)
    making = _Brief(clock, brief_id, made, wijze or made.lezer.weg.naam)
    return Uitgiftewerk(
        pdf=partial(_render, made.brief),
        bestandsnaam=lambda: f"{veilig(made.brief.kenmerk)} correctiebrief.pdf",
        namen=lambda: namen,
        weg=lambda _: None,  # it is noted with the copy itself
        store=store,
        kijk_na=making.kijk_na,
        noteer=making.noteer,
        verpakking=None,
    )


@dataclass(frozen=True, slots=True)
class _Brief:
    clock: Clock
    brief_id: UUID
    made: Gemaakt
    wijze: str

    def kijk_na(self, pdf: bytes, naam: str) -> None:
        """Search the finished bytes and the name."""
        kept = [self.made.brief.woorden()]
        Nakijker(self.made.lezer.wacht, alleen_weg(self.made.weg, kept)).bestand(pdf, naam)

    def noteer(self, session: Session, pdf: bytes, way: str) -> Sequence[Entity]:
        """Make it once more with the guard of now; note it, or refuse what is not the same."""
        row = session.get_one(Correctiebrief, self.brief_id)
        again = maak(session, row, local(self.clock()).date())
        chosen = next((one for one in again.lezer.wegen if one.naam == self.wijze), None)
        if chosen is None or not chosen.kan:
            raise LeakError(f"{chosen.waarom_niet if chosen else ''} {_VERANDERD}".strip())
        if again.brief != self.made.brief:
            raise UserError(_VERANDERD)
        Nakijker(again.lezer.wacht, alleen_weg(again.weg, [again.brief.woorden()])).bestand(pdf)
        uitgifte = Uitgifte(
            casus_id=row.casus_id,
            soort=UitgifteSoort.CORRECTIE,
            exemplaar=volgend_exemplaar(session, row.casus_id),
            ontvanger=again.brief.ontvanger,
            persoon_id=again.lezer.ontvanger.persoon_id,
            organisatie_id=again.lezer.ontvanger.organisatie_id,
            wijze=self.wijze,
            gemaakt_op=self.clock(),
            sha256=sha256(pdf).hexdigest(),
            adreswacht={"gezocht": len(again.lezer.wacht.feiten), "anders": 0},
        )
        session.add(uitgifte)
        row.tekst = again.brief.to_json()
        session.flush()
        note(session, "R", (Kind.VERZENDING, row.id), detail=way, casus=row.casus_id)
        return [uitgifte]


def _render(brief: Brief) -> bytes:
    from vtdesk.reports.brief import render_brief  # noqa: PLC0415 (loads reportlab)

    return render_brief(brief)
