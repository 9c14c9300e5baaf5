"""What was done with the statements of a demo casus besides writing them in a verslag."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from vtdesk.cli.demo.stap import Bekend, Stap, moment
from vtdesk.cli.demo.uitspraken import Uitspraakboek
from vtdesk.services.correctie_rows import VerzendingGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.values.kinds import Verificatie
from vtdesk.values.tekst import plain

_DAARNA = timedelta(seconds=30)  # a theme is given right after the writing


class Uitspraakverloop:
    """Turns themes, direct notes, judgements and sendings into steps."""

    def __init__(
        self, desk: Desk, data: dict[str, Any], bekend: Bekend, boek: Uitspraakboek
    ) -> None:
        self._desk = desk
        self._data = data
        self._bekend = bekend
        self._boek = boek

    def stappen(self) -> list[Stap]:
        """List everything that was done with these statements."""
        uitspraken = self._data.get("uitspraken", {})
        written = self._first_written()
        direct = [
            Stap(moment(one["genoteerd"]), partial(self._note, naam))
            for naam, one in uitspraken.items()
            if "genoteerd" in one
        ]
        classified = [
            Stap(written[naam] + _DAARNA, partial(self._classify, naam))
            for naam, one in uitspraken.items()
            if naam in written and ("thema" in one or "reactie_op" in one)
        ]
        judged = [
            Stap(moment(one["op"]), partial(self._judge, one))
            for one in self._data.get("oordelen", [])
        ]
        sent = [
            Stap(moment(one["op"]), partial(self._send, one))
            for one in self._data.get("verzendingen", [])
        ]
        return [*direct, *classified, *judged, *sent]

    def _first_written(self) -> dict[str, datetime]:
        """Find when each statement came into a verslag for the first time."""
        found: dict[str, datetime] = {}
        for afspraak in self._data["afspraken"]:
            verslag = afspraak.get("verslag", {})
            for blokken in verslag.get("secties", {}).values():
                for blok in blokken:
                    if isinstance(blok, dict) and "u" in blok:
                        op = moment(verslag["op"])
                        found[blok["u"]] = min(op, found.get(blok["u"], op))
        return found

    def _note(self, naam: str) -> None:
        one = self._data["uitspraken"][naam]
        regel = self._boek.regel(naam)
        gegevens = UitspraakGegevens(
            regel.letter, plain(regel), regel.bron, regel.over, regel.informatiedatum,
            regel.zichtbaarheid, regel.niet_voor, regel.steunt_op,
            one.get("thema", ""), self._answered(one),
        )  # fmt: skip
        noted = self._desk.uitspraken.add(self._bekend.casus(), gegevens)
        self._boek.know(naam, noted)
        if regel.verificatie is not Verificatie.ONBEVESTIGD:
            door = regel.verificatie_door
            self._desk.uitspraken.judge(noted, regel.verificatie, door=door, reden="")

    def _classify(self, naam: str) -> None:
        one = self._data["uitspraken"][naam]
        self._desk.uitspraken.classify(
            self._boek.id(naam), thema=one.get("thema", ""), reactie_op_id=self._answered(one)
        )

    def _answered(self, one: dict[str, Any]) -> UUID | None:
        return self._boek.id(one["reactie_op"]) if "reactie_op" in one else None

    def _judge(self, oordeel: dict[str, Any]) -> None:
        uitspraak_id = self._boek.id(oordeel["uitspraak"])
        door, reden = oordeel.get("door", ""), oordeel["reden"]
        match Verificatie(oordeel["stand"]):
            case Verificatie.WEERLEGD:
                self._desk.correcties.refute(uitspraak_id, door=door, reden=reden)
            case Verificatie.INGETROKKEN:
                self._desk.correcties.withdraw(uitspraak_id, reden=reden)
            case stand:
                self._desk.uitspraken.judge(uitspraak_id, stand, door=door, reden=reden)

    def _send(self, verzending: dict[str, Any]) -> None:
        stuk = verzending["verslag"]  # a talk by its title, a form by its kind
        rows = self._desk.verslagen.of_casus(self._bekend.casus())
        verslag_id = next(row.id for row in rows if stuk in (row.titel, row.soort))
        self._desk.correcties.note_verzending(
            VerzendingGegevens(
                verslag_id,
                verzending.get("versie"),
                verzending["ontvanger"],
                verzending["op"].date(),
                verzending.get("wijze", ""),
                organisatie_id=self._bekend.organisaties.get(verzending.get("organisatie", "")),
            )
        )
