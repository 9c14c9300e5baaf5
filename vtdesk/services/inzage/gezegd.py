"""What was said by and about one person, as far as it goes to who reads it."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Uitspraak
from vtdesk.services.inzage.afweging import VAN_HET_KIND, Afweging, Deel
from vtdesk.services.inzage.namen import SOURCE
from vtdesk.services.inzage.zeef import Achtergehouden
from vtdesk.services.uitspraak_tekst import to_regel
from vtdesk.values.tekst import Uitspraakregel, plain
from vtdesk.values.tijd import local
from vtdesk.values.uitgaand import WegReden


class Gezegd:
    """Holds each statement of one casus against the reader."""

    def __init__(self, session: Session, casus_id: UUID, afweging: Afweging) -> None:
        self._session, self._casus_id, self._af = session, casus_id, afweging

    def uitspraken(self) -> Iterator[Deel]:
        """Give the statements that go along, the oldest first."""
        found = self._found()
        regels = {one.id: to_regel(one) for one in found}
        kept_back = self._af.zeef.uitspraken(list(regels.values()))
        if not self._af.is_eigen:
            kept_back = self._words_of_the_child(found) | kept_back
        self._af.houd_alle(kept_back.values())
        for one in found:
            if one.id not in kept_back:
                yield self._statement(one, regels[one.id])

    def _found(self) -> list[Uitspraak]:
        query = (
            select(Uitspraak)
            .where(Uitspraak.casus_id == self._casus_id, Uitspraak.verwijderd_op.is_(None))
            .order_by(Uitspraak.vastgelegd_op)
        )
        who = self._af.over.id
        said = self._session.scalars(query)
        return [one for one in said if one.bron_persoon_id == who or str(who) in one.over]

    def _words_of_the_child(self, found: list[Uitspraak]) -> dict[UUID, Achtergehouden]:
        """Keep what the child said from who asks for it."""
        kept = Achtergehouden("Woorden van het kind", WegReden.VEILIGHEID, VAN_HET_KIND)
        return {one.id: kept for one in found if one.bron_persoon_id == self._af.over.id}

    def _statement(self, one: Uitspraak, regel: Uitspraakregel) -> Deel:
        source = self._source(one)
        if source == SOURCE:
            wat = f"Van wie de uitspraak komt: {one.bron_naam}"
            want = "een ander wordt niet als bron genoemd"
            self._af.houd(wat, WegReden.OVER_EEN_ANDER, want)
        words = {
            "tekst": plain(regel),
            "bron": source,
            "via": self._beside(one.via, source),
            "verificatie_door": self._beside(one.verificatie_door, source),
            "vastgelegd_op": local(one.vastgelegd_op).date(),  # the minute tells nobody anything
        }
        return self._af.velden(one) | self._af.gewoon(words)

    def _source(self, one: Uitspraak) -> str:
        """Say who said it, where that may be told."""
        if not self._af.zeef.mag_noemen(one.bron_persoon_id, one.bron_naam, one.hoedanigheid):
            return SOURCE
        if one.bron_persoon_id:
            return self._af.wie(one.bron_persoon_id)
        return self._af.anderen.zonder(one.bron_naam)

    def _beside(self, tekst: str, source: str) -> str:
        """Give who passed it on or checked it, where that tells of nobody else."""
        return tekst if source != SOURCE and self._af.zeef.mag_staan(tekst) else ""
