"""What of the texts of an inzage may reach its reader: the sieve of documents, and narrower.

A verslag can be set right piece by piece; of an inzage nobody can let a piece go along. So here
goes only what is about the reader alone: what also speaks of another stays behind.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from vtdesk.models import Persoon
from vtdesk.services.kop import opsomming
from vtdesk.services.uitgaand.bewaking import wacht_voor
from vtdesk.services.uitgaand.kring import kring_van
from vtdesk.services.uitgaand.mensen import AAN_HET_WERK
from vtdesk.services.uitgaand.rows import Ontvanger
from vtdesk.services.uitgaand.titels import Vonnis
from vtdesk.services.uitgaand.zeef import Stuk, Zeef
from vtdesk.values.document import Onderdeel, VerslagDocument, Verslagkop
from vtdesk.values.kinds import Geslacht, VerslagStand
from vtdesk.values.stukjes import Stukje, stukjes
from vtdesk.values.tekst import Blok, Bron, Sectie, Tabelrij, Tekst, Uitspraakregel
from vtdesk.values.tijd import korte_dag
from vtdesk.values.uitgaand import OntvangerSoort, WegReden
from vtdesk.values.vouwen import woorden

_ZIJ = frozenset({"zij", "ze", "haar", "mevrouw", "mevr", "mw"})
_HIJ = frozenset({"hij", "hem", "meneer", "heer", "dhr"})
_MOEDER, _VADER = "moeder", "vader"
_WANT = {
    WegReden.MELDER: "zegt wie meldde",
    WegReden.MEDISCH: "zijn medische gegevens",
    WegReden.VEILIGHEID: "zegt hoe iemand wordt beschermd",
}


@dataclass(frozen=True, slots=True)
class Achtergehouden:
    """One thing that stayed out, in words for the worker alone."""

    wat: str
    reden: WegReden
    want: str


class Inzagezeef:
    """Holds the texts of an inzage against the person who asks for it."""

    def __init__(self, session: Session, casus_id: UUID, own: Persoon, today: date) -> None:
        # Whoever asks reads as one of the family: only about oneself, and by gezag.
        reader = Ontvanger(f"p:{own.id}", own.naam, "", "", OntvangerSoort.PERSOON, own.id)
        self._own = own
        self._kring = kring_van(session, casus_id, reader, today)
        self.wacht = wacht_voor(session, casus_id, reader)
        self._vreemd = self._of_the_other_sex()

    def uitspraken(self, regels: Sequence[Uitspraakregel]) -> dict[UUID, Achtergehouden]:
        """Tell which of these statements stay behind, and why."""
        document = _document(map(self._zoals_gedrukt, regels))
        by_rule = {one.stukje.plek: one for one in self._zeef(document)}
        found: dict[UUID, Achtergehouden] = {}
        for regel, stukje in zip(regels, stukjes(document), strict=True):
            vonnis = by_rule.get(stukje.plek) or self._strenger(regel, stukje)
            if vonnis:
                found[regel.id] = Achtergehouden(_wat(regel), vonnis.reden, self._want(vonnis))
        return found

    def opmerking(self, tekst: str, wat: str) -> Achtergehouden | None:
        """Tell whether a remark of the worker about this person stays behind, as a whole."""
        document = _document([Tabelrij((self._own.naam, tekst))])
        (stukje,) = stukjes(document)
        vonnis = next(iter(self._zeef(document)), None) or self._van_een_ander(stukje, tekst)
        return Achtergehouden(wat, vonnis.reden, self._want(vonnis)) if vonnis else None

    def mag_noemen(self, persoon_id: UUID | None, naam: str, hoedanigheid: str) -> bool:
        """Tell whether a source may be told: only the reader, and who speaks from their work."""
        if persoon_id is not None:
            return persoon_id == self._own.id or not self._kring.anderen([persoon_id])
        tekst = f"{naam}\n{hoedanigheid}"
        words = frozenset(woorden(tekst))
        return bool(words & AAN_HET_WERK) and self.mag_staan(tekst)

    def mag_staan(self, tekst: str) -> bool:
        """Tell whether a few words beside a statement speak of nobody else."""
        return not (self._anderen_in(tekst) or self.wacht.staat_in(tekst))

    def _zoals_gedrukt(self, regel: Uitspraakregel) -> Uitspraakregel:
        """Take off what is not printed beside a statement; who said it still decides."""
        bron = regel.bron
        named = self.mag_noemen(bron.persoon_id, bron.naam, bron.hoedanigheid)
        shown = Bron(
            bron.naam if named else "",
            bron.persoon_id,
            bron.hoedanigheid if named else "",
            bron.via if named and self.mag_staan(bron.via) else "",
        )
        door = regel.verificatie_door
        return replace(regel, bron=shown, verificatie_door=door if self.mag_staan(door) else "")

    def _zeef(self, document: VerslagDocument) -> list[Vonnis]:
        return Zeef(self._kring, self.wacht, Stuk(document)).vonnissen()

    def _strenger(self, regel: Uitspraakregel, stukje: Stukje) -> Vonnis | None:
        """Look at what the rules for documents leave to her."""
        said_it = regel.bron.persoon_id == self._own.id
        if fact := next(iter(self.wacht.zoek(stukje.tekst)), None):
            return Vonnis(stukje, fact.bewaakt.reden, van=fact.bewaakt.van)
        words = "".join(run.tekst for run in regel.runs)
        return None if said_it else self._van_een_ander(stukje, words)

    def _van_een_ander(self, stukje: Stukje, tekst: str) -> Vonnis | None:
        if hit := next(iter(self.wacht.zoek(tekst)), None):
            return Vonnis(stukje, hit.bewaakt.reden, van=hit.bewaakt.van)
        if others := self._anderen_in(tekst):
            children = others & self._kring.verboden
            reden = self._kring.reden_kind if children else WegReden.OVER_EEN_ANDER
            return Vonnis(stukje, reden, wie=others)
        if self._speaks_of_her_or_him(tekst):
            return Vonnis(stukje, WegReden.OVER_EEN_ANDER)
        return None

    def _anderen_in(self, tekst: str) -> frozenset[UUID]:
        """Say which others a text speaks of: by name, and by a word that is nobody of the own."""
        kring, words = self._kring, frozenset(woorden(tekst))
        called = (
            frozenset(i for i, mens in kring.mensen.items() if word in mens.woorden)
            for word in words
        )
        by_word = frozenset[UUID]().union(*(who for who in called if not who & kring.eigen))
        return kring.anderen(kring.genoemd(tekst) - kring.eigen | by_word)

    def _speaks_of_her_or_him(self, tekst: str) -> bool:
        """Tell whether a text says `zij` where the reader is a man, and names no own child."""
        words = frozenset(woorden(tekst))
        own_child = self._kring.genoemd(tekst) & self._kring.eigen - {self._own.id}
        return bool(words & self._vreemd) and not own_child

    def _of_the_other_sex(self) -> frozenset[str]:
        mens = self._kring.mensen.get(self._own.id)
        known = mens.woorden if mens else frozenset[str]()
        if _MOEDER in known or self._own.geslacht is Geslacht.VROUW:
            return _HIJ
        return _ZIJ if _VADER in known or self._own.geslacht is Geslacht.MAN else frozenset()

    def _want(self, vonnis: Vonnis) -> str:
        names = opsomming(sorted(self._kring.naam(one) for one in vonnis.wie))
        if vonnis.alleen_vt:
            return "alleen voor Veilig Thuis"
        if vonnis.van and vonnis.reden is not WegReden.MELDER:
            return f"verraadt {vonnis.van}"
        if vonnis.reden is WegReden.VEILIGHEID and not vonnis.bescherming:
            return f"niet voor {self._own.voornaam or self._own.naam}"
        if vonnis.reden is WegReden.GEEN_GEZAG:
            return f"gaat ook over {names}, zonder gezag"
        return _WANT.get(vonnis.reden, f"gaat ook over {names or 'een ander'}")


def _document(blokken: Iterable[Blok]) -> VerslagDocument:
    """Lay texts down as a document, which is what the sieve reads."""
    return VerslagDocument(
        kop=Verslagkop("", "", "", "", "", "", "", ""),
        onderdelen=(Onderdeel(1, "Inzage", "inzage"),),
        tekst=Tekst((Sectie("inzage", tuple(blokken)),)),
        stand=VerslagStand.CONCEPT,
    )


def _wat(regel: Uitspraakregel) -> str:
    who = f" van {regel.bron.naam}" if regel.bron.naam else ""
    day = f" op {korte_dag(regel.informatiedatum)}" if regel.informatiedatum else ""
    return f"Een uitspraak{who}{day}"
