"""From a question to what the index is asked: longer words, filters by name, dates as numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from vtdesk.models import Betrokkenheid, Casus, Persoon, Zoekstuk
from vtdesk.store.woordenschat import Woordenschat
from vtdesk.store.zoekindex import (
    TIJDLOOS,
    casus_label,
    nummer_van,
    persoon_label,
    soort_label,
)
from vtdesk.values.buiging import vormen
from vtdesk.values.kinds import Kind, Rol
from vtdesk.values.tijd import start_of
from vtdesk.values.vouwen import vouw, woorden
from vtdesk.values.zoekvraag import WIDENED, Zoekvraag

SOORTEN: dict[str, tuple[Kind, ...]] = {
    "casus": (Kind.CASUS,),
    "persoon": (Kind.PERSOON,),
    "organisatie": (Kind.ORGANISATIE,),
    "verslag": (Kind.VERSLAG,),
    "uitspraak": (Kind.UITSPRAAK,),
    "afspraak": (Kind.AFSPRAAK,),
    "gesprek": (Kind.AFSPRAAK,),
    "parkeernotitie": (Kind.PARKEERNOTITIE,),
    "notitie": (Kind.PARKEERNOTITIE,),
    "belofte": (Kind.BELOFTE,),
    "crisisnotitie": (Kind.CRISISNOTITIE,),
    "telefoontje": (Kind.TERUGBELVERZOEK,),
    "plein": (Kind.PLEIN,),
    "melding": (Kind.MELDING,),
    "crisis": (Kind.CRISIS,),
    "besluit": (Kind.BESLUIT,),
    "veiligheid": (Kind.VEILIGHEID,),
    "voorwaarde": (Kind.VEILIGHEID,),
    "termijn": (Kind.TERMIJN,),
    "onderzoek": (Kind.ONDERZOEK,),
    "monitoring": (Kind.ONDERZOEK,),
    "gebeurtenis": (Kind.GEBEURTENIS,),
    "bijlage": (Kind.BIJLAGE,),
    "verzending": (Kind.VERZENDING,),
    "verzoek": (Kind.VERZOEK,),
}
MOST_WORDS = 400  # in which a term is looked for; the shortest are nearest to what is meant
_HOOGSTE = 1 << 62


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What the index is asked; `woorden` is empty when only dates limit what is shown."""

    woorden: str
    vanaf: int = 0
    tot: int = _HOOGSTE

    def nummers(self, session: Session, *, beste: bool, meest: int) -> list[int]:
        """Give the numbers of what fits, the newest or the best first."""
        values = {"vanaf": self.vanaf, "tot": self.tot, "meest": meest}
        if not self.woorden:
            query = select(Zoekstuk.nummer).where(
                Zoekstuk.nummer >= self.vanaf, Zoekstuk.nummer < self.tot
            )
            return list(session.scalars(query.order_by(Zoekstuk.nummer.desc()).limit(meest)))
        found = session.execute(_BESTE if beste else _NIEUWSTE, values | {"wat": self.woorden})
        return list(found.scalars())


_FITTING = """
    SELECT rowid FROM zoekindex
    WHERE zoekindex MATCH :wat AND rowid >= :vanaf AND rowid < :tot
"""
_NIEUWSTE = text(f"{_FITTING} ORDER BY rowid DESC LIMIT :meest")
_BESTE = text(f"{_FITTING} ORDER BY rank LIMIT :meest")


def opdracht(session: Session, vraag: Zoekvraag, schat: Woordenschat) -> Opdracht | None:
    """Say what to ask the index; None when nothing can fit.

    As long as the words are not in memory, only the beginnings of words are looked for.
    """
    parts = [_wider(term, schat) for term in vraag.termen]
    parts += [f'"{" ".join(words)}"' for words in vraag.zinnen]
    parts += [_number(digits, schat) for digits in vraag.nummers]
    labels = [_any(casus_label(i) for i in casussen(session, c)) for c in vraag.van("casus")]
    labels += [_any(persoon_label(i) for i in personen(session, p)) for p in vraag.van("persoon")]
    labels += [_any(soort_label(kind) for kind in soorten(word)) for word in vraag.van("soort")]
    if not all((*parts, *labels)):
        return None
    asked = [*(f"tekst : ({part})" for part in parts), *(f"label : ({part})" for part in labels)]
    since, until = vraag.dagen()
    latest = TIJDLOOS if since or until else _HOOGSTE
    return Opdracht(
        " AND ".join(asked),
        vanaf=nummer_van(start_of(since)) if since else 0,
        tot=min(latest, nummer_van(start_of(until))) if until else latest,
    )


def soorten(word: str) -> list[Kind]:
    """List the kinds that are meant by a word, also by its plural or its beginning."""
    forms = vormen("".join(woorden(word)))
    fitting = [kinds for name, kinds in SOORTEN.items() if any(name.startswith(f) for f in forms)]
    return list(dict.fromkeys(kind for kinds in fitting for kind in kinds))


def casussen(session: Session, words: str) -> list[UUID]:
    """List the casussen with these words in name or number."""
    rows = session.execute(select(Casus.id, Casus.nummer, Casus.naam))
    return [i for i, nummer, naam in rows if _holds(f"{nummer} {naam}", words)]


def personen(session: Session, words: str) -> list[UUID]:
    """List the people with these words in their name; a melder is not among them."""
    query = (
        select(Persoon)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(Betrokkenheid.rol != Rol.MELDER)
        .distinct()
    )
    return [persoon.id for persoon in session.scalars(query) if _holds(persoon.naam, words)]


def _wider(term: str, schat: Woordenschat) -> str:
    """Ask for a word also inside longer ones; what is shorter is only found as it is."""
    if len(term) < WIDENED:
        return f'"{term}"'
    forms = vormen(term)
    if not schat.is_read:
        return " OR ".join(f'"{form}" *' for form in forms)
    found = schat.met(forms)
    begins = {form for word in found for form in forms if word.startswith(form)}
    inside = [word for word in found if not word.startswith(tuple(begins))]
    if len(inside) > MOST_WORDS:  # a term in thousands of words tells little, and costs a second
        inside = sorted(inside, key=len)[:MOST_WORDS]
    return " OR ".join([*(f'"{form}" *' for form in sorted(begins)), *map(_quoted, inside)])


def _number(digits: str, schat: Woordenschat) -> str:
    return _any(schat.met((digits,))) if schat.is_read else f'"{digits}" *'


def _any(words: Iterable[str]) -> str:
    return " OR ".join(map(_quoted, words))


def _quoted(word: str) -> str:
    return f'"{word}"'


def _holds(name: str, words: str) -> bool:
    folded = vouw(name)
    return all(word in folded for word in woorden(words))
