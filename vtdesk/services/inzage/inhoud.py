"""All that vtdesk holds about one person in one casus, for who may read it (Wmo art. 5.3.2).

Others stand in it as a role. The melder never does, nor what is shielded; what is not for this
reader stays out and is told to the worker alone.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import LeakError
from vtdesk.models import Afgeschermd, Casus
from vtdesk.services.afscherming import geheim_in
from vtdesk.services.drukwerk import veilig
from vtdesk.services.inzage.afweging import NOOIT_MEE, Afweging, Deel, Vraag
from vtdesk.services.inzage.delen import Delen
from vtdesk.services.inzage.gezegd import Gezegd
from vtdesk.services.inzage.zeef import Achtergehouden
from vtdesk.services.uitgaand.nakijken import Nakijker
from vtdesk.values.adreswacht import Bewaakt, Wacht
from vtdesk.values.tijd import volle_dag
from vtdesk.values.uitgaand import WegReden

NIET_OPGENOMEN = (
    "Namen van anderen staan er als rol in. Wie meldde, staat er nooit in. "
    "Wat is afgeschermd, staat er niet in."
)
LIJSTEN = ("rollen", "gezag", "relaties", "huishoudens", "uitspraken", "gesprekken")


@dataclass(frozen=True, slots=True)
class Inhoud:
    """What the reader gets, and what stayed out of it."""

    delen: Deel
    naam: str  # of the files, without a name of anybody
    achtergehouden: tuple[Achtergehouden, ...]  # for the worker alone

    @property
    def json(self) -> str:
        """Give it as one document that a person can read too."""
        return json.dumps(self.delen, ensure_ascii=False, indent=2) + "\n"

    @property
    def overzicht(self) -> str:
        """Give the short list that lies on top; of what stayed out not even how much."""
        made = date.fromisoformat(self.delen["gemaakt_op"])
        lines = [
            f"Inzage in casus {self.delen['casus']}",
            f"Gemaakt op {volle_dag(made)}",
            "",
            *(f"{part.capitalize()}: {len(self.delen[part])}" for part in LIJSTEN),
            "",
            self.delen["niet_opgenomen"],
            "De inhoud staat in het bestand met dezelfde naam dat eindigt op .json.",
        ]
        return "\n".join(lines) + "\n"


class Verzamelaar:
    """Gathers all parts for one reader, and knows what the finished file is searched for."""

    def __init__(self, session: Session, vraag: Vraag, today: date) -> None:
        self._session, self._vraag, self._today = session, vraag, today
        self._geheim = geheim_in(session, vraag.casus_id, behalve=vraag.lezer_id)
        self._af = Afweging(session, vraag, today)

    def verzamel(self) -> Inhoud:
        """Give everything; refuses when somebody else would be given away."""
        casus = self._session.get_one(Casus, self._vraag.casus_id)
        delen = Delen(self._session, casus.id, self._af)
        inhoud: Deel = {
            "casus": casus.nummer,
            "gemaakt_op": self._today.isoformat(),
            "gegevens": delen.gegevens(),
            "rollen": list(delen.rollen()),
            "gezag": list(delen.gezag()),
            "relaties": list(delen.relaties()),
            "huishoudens": list(delen.huishoudens()),
            "uitspraken": list(Gezegd(self._session, casus.id, self._af).uitspraken()),
            "gesprekken": list(delen.gesprekken()),
            "niet_opgenomen": NIET_OPGENOMEN,
        }
        for part, value in inhoud.items():
            self._refuse_leak(part, value)
        self._tell_what_never_goes()
        return Inhoud(inhoud, f"{veilig(casus.nummer)} inzage", self._af.achtergehouden)

    def nakijkers(self, inhoud: Inhoud) -> tuple[Nakijker, ...]:
        """Give what the finished file is searched by; the own data are no secret of another."""
        shielded = Wacht((Bewaakt(self._geheim, "wat is afgeschermd", WegReden.GEHEIM_ADRES),))
        own = list(teksten(inhoud.delen["gegevens"])) if self._af.is_eigen else []

        def own_in(wacht: Wacht, *, alike: bool) -> tuple[str, ...]:
            hits = ((line, hit) for line in own for hit in wacht.zoek(line))
            return tuple(line[h.begin : h.einde] for line, h in hits if h.typefout or not alike)

        receiver = self._af.zeef.wacht
        return (
            Nakijker(shielded, anders=own_in(shielded, alike=True)),
            Nakijker(receiver, anders=own_in(receiver, alike=False)),
        )

    def noemt_een_ander(self, tekst: str) -> bool:
        """Tell whether somebody is still named in a text."""
        return self._af.anderen.noemt(tekst)

    def _tell_what_never_goes(self) -> None:
        query = select(Afgeschermd.soort).where(Afgeschermd.persoon_id == self._af.over.id)
        for soort in sorted(soort.value for soort in self._session.scalars(query)):
            what = f"Een afgeschermd gegeven ({soort})"
            self._af.houd(what, WegReden.GEHEIM_ADRES, NOOIT_MEE)
        instead = "er staat een rol in plaats van een naam"
        self._af.houd("De namen van anderen", WegReden.OVER_EEN_ANDER, instead)

    def _refuse_leak(self, part: str, value: Any) -> None:
        """Look once more at what would leave; the refusal says where, never what."""
        words = list(teksten(value))
        if any(map(self._geheim.staat_in, words)) or any(map(self.noemt_een_ander, words)):
            where = part.replace("_", " ")
            raise LeakError(
                f"Bij '{where}' zou iets staan over een ander, of iets dat is afgeschermd. "
                "Pas de tekst aan of maak haar niet leesbaar voor deze persoon. "
                "Er is niets geschreven."
            )


def teksten(value: Any) -> Iterator[str]:
    """Give all texts as they are read, and not as they are stored."""
    match value:
        case str():
            yield value
        case dict():
            for one in value.values():
                yield from teksten(one)
        case list():
            for one in value:
                yield from teksten(one)
