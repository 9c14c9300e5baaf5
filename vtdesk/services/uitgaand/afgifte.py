"""One copy on its way out: its name, its last search, and what is noted of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from html import unescape
from uuid import UUID

from sqlalchemy.orm import Session

from vtdesk.errors import LeakError, UserError
from vtdesk.models import Entity, Uitgifte, Verslag, Verzending
from vtdesk.services.drukwerk import veilig
from vtdesk.services.keten import VERSIE
from vtdesk.services.uitgaand.nakijken import Nakijker, alleen_weg
from vtdesk.services.uitgaand.ontvangers import vind, wegen_van
from vtdesk.services.uitgaand.rows import Ontvanger
from vtdesk.services.uitgaand.voorstel import Uitwerking, volgend_exemplaar, werk_uit
from vtdesk.services.vaststelling import document_in
from vtdesk.store.store import note
from vtdesk.values.document import VerslagDocument
from vtdesk.values.kinds import Kind
from vtdesk.values.stukjes import stukjes
from vtdesk.values.tijd import Clock, local
from vtdesk.values.uitgaand import UitgifteSoort

VERANDERD = (
    "Intussen is iets veranderd in dit stuk of bij de ontvanger. Kijk de lijst opnieuw na en maak "
    "het dan. Er is niets weggegeven."
)
_MARKS = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL)
_QUOTED = re.compile(r'"([^"<>]*)"')


@dataclass(frozen=True, slots=True)
class Afgifte:
    """One document for one receiver by one way."""

    verslag_id: UUID
    nummer: int
    ontvanger: Ontvanger
    wijze: str
    uitwerking: Uitwerking

    @property
    def exemplaar(self) -> int:
        """Give the number of this copy."""
        return self.uitwerking.voorstel.document.exemplaar

    def bestandsnaam(self) -> str:
        """Propose a file name that holds number and kind, and no name."""
        return naam_voor(self.uitwerking.voorstel.document, self.nummer)

    def kijk_na(self, pdf: bytes, naam: str) -> None:
        """Search the finished bytes and the name once more."""
        nakijker([self]).bestand(pdf, naam)

    def kijk_html_na(self, html: bytes, naam: str) -> None:
        """Search a finished page and its name once more, with its marks and without."""
        source = html.decode()
        searcher = nakijker([self])
        searcher.teksten("op de pagina", (unescape(_MARKS.sub("", source)),))
        searcher.teksten("in de gegevens", (" ".join(_QUOTED.findall(source)),))
        searcher.naam(naam)


def nakijker(afgiften: Sequence[Afgifte]) -> Nakijker:
    """Give what searches a file with these copies, all for one receiver."""
    made = [one.uitwerking for one in afgiften]
    left_out = [
        piece.tekst for one in made for piece in stukjes(one.origineel) if piece.plek in one.weg
    ]
    kept = [piece.tekst for one in made for piece in stukjes(one.voorstel.document)]
    other = tuple(word for one in made for word in one.anders)
    return Nakijker(made[0].wacht, alleen_weg(left_out, kept), other)


def noteer(clock: Clock, afgifte: Afgifte, session: Session, pdf: bytes, way: str) -> list[Entity]:
    """Note a copy: what left, who holds it, and the logboek line; gives the rows of it.

    Refuses when anything is not as it was when she chose where it goes.
    """
    verslag = session.get_one(Verslag, afgifte.verslag_id)
    _refuse_changed(session, verslag, afgifte, clock())
    made = [_uitgifte(afgifte, verslag, pdf, clock), _verzending(afgifte, verslag, clock)]
    session.add_all(made)
    session.flush()
    note(session, "R", (Kind.VERSLAG, verslag.id), detail=way, casus=verslag.casus_id)
    return made


def _refuse_changed(session: Session, verslag: Verslag, afgifte: Afgifte, now: datetime) -> None:
    """Work it out once more: text, rules, gezag and ways may have changed meanwhile."""
    if volgend_exemplaar(session, verslag.casus_id) != afgifte.exemplaar:
        raise UserError("Intussen is een ander exemplaar gemaakt. Probeer het opnieuw.")
    today = local(now).date()
    receiver = vind(session, verslag.casus_id, afgifte.ontvanger.sleutel, today)
    ways = wegen_van(session, verslag.casus_id, receiver, today)
    way = next((one for one in ways if one.naam == afgifte.wijze), None)
    if way is None or not way.kan:
        raise LeakError(f"{way.waarom_niet if way else ''} {VERANDERD}".strip())
    document = document_in(session, verslag.id, afgifte.nummer or None)
    again = werk_uit(session, verslag, document, receiver, now).voorstel
    if not again.mag:
        raise LeakError(f"{again.waarom_niet} {VERANDERD}")
    if again.document != afgifte.uitwerking.voorstel.document:
        raise UserError(VERANDERD)


def _uitgifte(afgifte: Afgifte, verslag: Verslag, pdf: bytes, clock: Clock) -> Uitgifte:
    found = afgifte.uitwerking.voorstel
    return Uitgifte(
        casus_id=verslag.casus_id,
        soort=UitgifteSoort.VERSLAG,
        verslag_id=verslag.id,
        nummer=afgifte.nummer,
        exemplaar=afgifte.exemplaar,
        ontvanger=afgifte.ontvanger.naam,
        persoon_id=afgifte.ontvanger.persoon_id,
        organisatie_id=afgifte.ontvanger.organisatie_id,
        wijze=afgifte.wijze,
        gemaakt_op=clock(),
        sha256=sha256(pdf).hexdigest(),
        weggelaten=[
            {
                "titel": one.titel,
                "waar": one.waar,
                "reden": one.reden.value,
                "weg": one.aan,
                "want": one.gekozen_reden,
            }
            for one in found.weggelaten
        ],
        adreswacht={"gezocht": found.gezocht, "anders": len(afgifte.uitwerking.anders)},
    )


def _verzending(afgifte: Afgifte, verslag: Verslag, clock: Clock) -> Verzending:
    document = afgifte.uitwerking.voorstel.document
    return Verzending(
        casus_id=verslag.casus_id,
        verslag_id=verslag.id,
        versie=f"{VERSIE}{afgifte.nummer}" if afgifte.nummer else f"concept {afgifte.exemplaar}",
        ontvanger=afgifte.ontvanger.naam,
        persoon_id=afgifte.ontvanger.persoon_id,
        organisatie_id=afgifte.ontvanger.organisatie_id,
        verzonden_op=local(clock()).date(),
        wijze=afgifte.wijze,
        uitspraken=sorted(str(regel.id) for regel in document.tekst.uitspraken()),
        niet_erin=sorted(str(one) for one in afgifte.uitwerking.uitspraken_weg()),
    )


def naam_voor(document: VerslagDocument, nummer: int) -> str:
    """Name a file by number and kind, and by its copy when it is one."""
    stand = f"versie {nummer}" if nummer else "concept"
    copy = f" exemplaar {document.exemplaar}" if document.exemplaar else ""
    kop = document.kop
    return f"{veilig(kop.dossiernummer)} {veilig_soort(kop.soort)} {stand}{copy}.pdf"


def veilig_soort(soort: str) -> str:
    """Make a kind fit for a file name."""
    return " ".join(veilig(word) for word in soort.lower().split())
