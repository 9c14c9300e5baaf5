"""Who reads a letter of correction, and what of it may reach that one as things are now."""

import re
from datetime import date

from sqlalchemy.orm import Session

from vtdesk.models import Persoon, Verzending
from vtdesk.services.inzage.zeef import Inzagezeef
from vtdesk.services.uitgaand.bewaking import wacht_voor
from vtdesk.services.uitgaand.kring import kring_van
from vtdesk.services.uitgaand.mensen import AAN_HET_WERK
from vtdesk.services.uitgaand.ontvangers import GESPREK, ontvangers_van, wegen_van
from vtdesk.services.uitgaand.rows import Ontvanger, Weg
from vtdesk.services.uitgaand.zeef import Stuk, Zeef
from vtdesk.values.document import Onderdeel, VerslagDocument, Verslagkop
from vtdesk.values.kinds import VerslagStand
from vtdesk.values.tekst import Alinea, Blok, Bron, Run, Sectie, Tekst, Uitspraakregel
from vtdesk.values.uitgaand import OntvangerSoort
from vtdesk.values.vouwen import vouw, woorden

_LOOSE = frozenset({"de", "het", "een", "van", "thuis"})
_CLOCK = re.compile(r"\b(?:[01]?\d|2[0-3]):[0-5]\d\b")  # "wijkagent, 13:40"
_ALLEEN_GESPREK = "Kan niet: deze ontvanger is niet bekend in de casus, dus ook de post niet."


class Lezer:
    """Holds what a letter could tell against the one who held the document."""

    def __init__(self, session: Session, verzending: Verzending, today: date) -> None:
        casus_id = verzending.casus_id
        known = ontvangers_van(session, casus_id, today)
        found = _among(known, verzending)
        self.ontvanger = found or _unknown(verzending)
        self.wacht = wacht_voor(session, casus_id, self.ontvanger)
        self.is_familie = self.ontvanger.soort is OntvangerSoort.PERSOON
        self.wegen = (
            wegen_van(session, casus_id, self.ontvanger, today)
            if found or not self.is_familie
            else _only_by_hand()
        )
        self._kring = kring_van(session, casus_id, self.ontvanger, today)
        self._organisaties = frozenset(
            word for one in known if one.organisatie_id for word in woorden(one.naam)
        )
        reader = self.ontvanger.persoon_id if self.is_familie else None
        own = session.get(Persoon, reader) if reader else None
        self._eigen = Inzagezeef(session, casus_id, own, today) if own else None

    @property
    def weg(self) -> Weg:
        """Give the first way by which it can reach this one."""
        return next(one for one in self.wegen if one.kan)

    def mag_reden(self, reden: str) -> bool:
        """Tell whether what she typed may go along: to no family, and when it tells nothing."""
        return not self.is_familie and self._passes(Alinea((Run(reden),)), reden)

    def mag_door(self, door: str) -> bool:
        """Tell whether may be told by whom: only an organisation or a role, and to no family."""
        words = frozenset(woorden(_CLOCK.sub("", door)))
        is_role = words <= AAN_HET_WERK | self._organisaties | _LOOSE
        return not self.is_familie and is_role and not self.wacht.staat_in(door)

    def mag_nieuw(self, regel: Uitspraakregel) -> bool:
        """Tell whether words that this one did not get before may be told."""
        return bool(self._eigen or not self.is_familie) and self.mag_staan(regel)

    def mag_staan(self, regel: Uitspraakregel) -> bool:
        """Tell whether a statement passes the sieve for this one."""
        if self._eigen:
            return not self._eigen.uitspraken([regel])
        return self._passes(regel, "")

    def mag_bron(self, bron: Bron) -> bool:
        """Tell whether a source may be named."""
        if not self._eigen:
            return True
        named = self._eigen.mag_noemen(bron.persoon_id, bron.naam, bron.hoedanigheid)
        return named and (not bron.via or self._eigen.mag_staan(bron.via))

    def _passes(self, blok: Blok, tekst: str) -> bool:
        document = VerslagDocument(
            kop=Verslagkop("", "", "", "", "", "", "", ""),
            onderdelen=(Onderdeel(1, "Correctie", "correctie"),),
            tekst=Tekst((Sectie("correctie", (blok,)),)),
            stand=VerslagStand.CONCEPT,
        )
        stays = Zeef(self._kring, self.wacht, Stuk(document)).vonnissen()
        return not stays and not self.wacht.staat_in(tekst)


def _among(known: list[Ontvanger], verzending: Verzending) -> Ontvanger | None:
    """Find who held it; by name when she only typed one, and then a person before all others."""
    if verzending.persoon_id or verzending.organisatie_id:
        mine = (verzending.persoon_id, verzending.organisatie_id)
        return next((one for one in known if (one.persoon_id, one.organisatie_id) == mine), None)
    called = [one for one in known if vouw(one.naam) == vouw(verzending.ontvanger)]
    return min(called, key=lambda one: one.persoon_id is None, default=None)


def _unknown(verzending: Verzending) -> Ontvanger:
    """Take who is not in the casus for somebody around the family, unless an organisation."""
    soort = OntvangerSoort.ORGANISATIE if verzending.organisatie_id else OntvangerSoort.PERSOON
    return Ontvanger(
        sleutel="",
        naam=verzending.ontvanger,
        hoedanigheid="",
        gezag="",
        soort=soort,
        persoon_id=verzending.persoon_id,
        organisatie_id=verzending.organisatie_id,
    )


def _only_by_hand() -> tuple[Weg, ...]:
    return (
        Weg(GESPREK, "In een gesprek geven", kan=True),
        Weg("post", "Per post", kan=False, waarom_niet=_ALLEEN_GESPREK),
    )
