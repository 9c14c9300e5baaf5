"""Meldingen, crisis ratings and besluiten of a demo casus, each noted at its own time."""

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from vtdesk.cli.demo.stap import Bekend, Stap, moment
from vtdesk.cli.demo.uitspraken import Uitspraakboek
from vtdesk.services.besluiten import Antwoord, BesluitGegevens, Verteld
from vtdesk.services.crisis import BeoordelingGegevens, InstrumentGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.meldingen import MelderGegevens, MeldingGegevens
from vtdesk.values.casuskinds import (
    Anonimiteit,
    BesluitSoort,
    BesluitVervolg,
    Kleur,
    MeldingSoort,
)


class Meldingenverloop:
    """Turns what a file says of meldingen, ratings and besluiten into steps."""

    def __init__(
        self, desk: Desk, data: dict[str, Any], bekend: Bekend, boek: Uitspraakboek
    ) -> None:
        self._desk = desk
        self._data = data
        self._bekend = bekend
        self._boek = boek
        self._meldingen: dict[str, UUID] = {}

    def stappen(self) -> list[Stap]:
        """List everything that was reported, rated and decided in this casus."""
        data = self._data
        steps = [self._stap(self._report, one) for one in data.get("meldingen", [])]
        steps += [
            self._stap(self._tell_melder, one | {"op": one["teruggekoppeld"]})
            for one in data.get("meldingen", [])
            if "teruggekoppeld" in one
        ]
        steps += [self._stap(self._rate, one) for one in data.get("crisis", [])]
        steps += [self._stap(self._record, one) for one in data.get("instrumenten", [])]
        steps += [self._stap(self._decide, one) for one in data.get("besluiten", [])]
        steps += [
            Stap(moment(told["op"]), partial(self._tell, one["op"], told))
            for one in data.get("besluiten", [])
            for told in one.get("verteld", [])
        ]
        return steps

    def _stap(self, do: Any, one: dict[str, Any]) -> Stap:
        return Stap(moment(one["op"]), partial(do, one))

    def _report(self, one: dict[str, Any]) -> None:
        melder = MelderGegevens(**one["melder"]) if "melder" in one else None
        gegevens = MeldingGegevens(
            soort=MeldingSoort(one["soort"]),
            ontvangen_op=moment(one.get("ontvangen", one["op"])),
            inhoud=one["inhoud"],
            anonimiteit=Anonimiteit(one.get("anonimiteit", Anonimiteit.BEKEND)),
            gebeurd_op=one.get("gebeurd_op"),
            spoed=one.get("spoed", False),
            geweigerd_want=one.get("geweigerd_want", ""),
            gevoegd=one.get("gevoegd", False),
        )
        self._meldingen[one["id"]] = self._desk.meldingen.add(
            self._bekend.casus(), gegevens, melder
        )

    def _tell_melder(self, one: dict[str, Any]) -> None:
        self._desk.meldingen.tell_melder(self._meldingen[one["id"]], one["op"].date())

    def _rate(self, one: dict[str, Any]) -> None:
        again = one.get("volgende_op")
        gegevens = BeoordelingGegevens(
            one["organisatie"],
            moment(one["op"]),
            Kleur(one["kleur"]),
            one["gronden"],
            one.get("door", ""),
            moment(again) if again else None,
        )
        self._desk.crisis.rate(self._bekend.casus(), gegevens)

    def _record(self, one: dict[str, Any]) -> None:
        rest = {name: value for name, value in one.items() if name != "op"}
        self._desk.crisis.record(self._bekend.casus(), InstrumentGegevens(**rest))

    def _decide(self, one: dict[str, Any]) -> None:
        """Write a besluit, answer the round, and make it final."""
        besluiten = self._desk.besluiten
        vervolg, melding = one.get("vervolg"), one.get("melding")
        gegevens = BesluitGegevens(
            soort=BesluitSoort(one["soort"]),
            datum=one["op"].date(),
            uitkomst=one["uitkomst"],
            vervolg=BesluitVervolg(vervolg) if vervolg else None,
            melding_id=self._meldingen[melding] if melding else None,
            beslissers=tuple(one["beslissers"]),
            opties=tuple((optie, want) for optie, want in one["opties"]),
            gronden=tuple(self._boek.id(naam) for naam in one.get("gronden", [])),
            motivering=one["motivering"],
            afwijkend=tuple((wie, wat) for wie, wat in one.get("afwijkend", [])),
            meelezer=one["meelezer"],
        )
        besluit_id = besluiten.add(self._bekend.casus(), gegevens)
        answers: dict[str, str] = one["tegenspraak"]
        asked = besluiten.ronde(besluit_id).vragen
        besluiten.answer(
            besluit_id,
            {vraag.id: _answer(answers.get(vraag.id, answers["anders"])) for vraag in asked},
        )
        besluiten.finalise(besluit_id)

    def _tell(self, decided: datetime, told: dict[str, Any]) -> None:
        rows = self._desk.besluiten.of_casus(self._bekend.casus())
        besluit_id = next(row.id for row in rows if row.gegevens.datum == decided.date())
        verteld = Verteld(told["wie"], told["op"].date(), told["hoe"])
        self._desk.besluiten.tell(besluit_id, verteld)


def _answer(words: str) -> Antwoord:
    """Read an answer; `n.v.t., want …` says that a question does not apply."""
    reason = words.removeprefix("n.v.t., want ")
    return Antwoord(reason, nvt=reason != words)
