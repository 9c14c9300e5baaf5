"""Terms, monitoring and requests of a demo casus, and how it ended: each thing at its own time."""

from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from vtdesk.cli.demo.stap import Stap, Verloop, moment
from vtdesk.services.monitoringen import MonitoringGegevens
from vtdesk.services.rechten import VerzoekGegevens
from vtdesk.services.termijnen import TermijnGegevens, Uitstel
from vtdesk.values.casuskinds import MonitoringBesluit, Oordeel, VerzoekSoort
from vtdesk.values.kinds import CasusStaat
from vtdesk.values.tijd import start_of


class Termijnenverloop(Verloop):
    """Turns the terms, moments and requests of one file into steps."""

    def stappen(self) -> list[Stap]:
        """List everything that was done with dates in this casus."""
        data = self._data
        steps = [
            step
            for termijn in data.get("termijnen", [])
            for step in _Termijn(self._desk, termijn, self._bekend).stappen()
        ]
        steps += [self._stap(self._ask, one) for one in data.get("verzoeken", [])]
        if series := data.get("monitoring"):
            steps.append(self._stap(self._begin_series, series))
            steps += [self._stap(self._hold, one) for one in series.get("gehouden", [])]
        if end := data.get("einde"):
            steps.append(self._stap(self._close, end))
        return steps

    def _stap(self, do: Any, one: dict[str, Any]) -> Stap:
        return Stap(moment(one["op"]), partial(do, one))

    def _ask(self, one: dict[str, Any]) -> None:
        people = self._bekend.personen
        gegevens = VerzoekGegevens(
            people[one["wie"]].id,
            VerzoekSoort(one["soort"]),
            one["op"].date(),
            people[one["over"]].id if "over" in one else None,
        )
        self._desk.rechten.ask(self._bekend.casus(), gegevens)

    def _begin_series(self, series: dict[str, Any]) -> None:
        self._desk.monitoringen.begin(self._bekend.casus(), moment(series["op"]))

    def _hold(self, one: dict[str, Any]) -> None:
        """Hold the first moment that is still to come, and decide."""
        moments = self._desk.monitoringen
        coming = moments.of_casus(self._bekend.casus())[0]
        gegevens = MonitoringGegevens(
            gehouden_op=one["op"].date(),
            gesproken=one["gesproken"],
            directe_veiligheid=Oordeel(one["directe_veiligheid"]),
            stabiele_veiligheid=Oordeel(one["stabiele_veiligheid"]),
            herstel=Oordeel(one["herstel"]),
            wat_ging_goed=one["wat_ging_goed"],
            nieuw=one["nieuw"],
        )
        moments.hold(coming.id, gegevens)
        besluit = MonitoringBesluit(one["besluit"])
        moments.decide(coming.id, besluit, one["toelichting"], volgende_op=one.get("volgende_op"))

    def _close(self, one: dict[str, Any]) -> None:
        casussen = self._desk.casussen
        row = casussen.get(self._bekend.casus())
        casussen.change(
            row.id, row.version, row.gegevens, CasusStaat.GESLOTEN, gesloten_want=one["want"]
        )
        if placed := one.get("geplaatst_op"):
            self._desk.rechten.set_geplaatst(row.id, placed)


class _Termijn(Verloop):
    """One term: begun, extended, late with a reason, met.

    What starts a term may be noted elsewhere in the file, and may have started or met it already.
    """

    def stappen(self) -> list[Stap]:
        data = self._data
        steps = [Stap(moment(data["op"]), self._start)]
        for name, do in (
            ("verlengd", self._extend),
            ("uitstel", self._postpone),
            ("gehaald", self._meet),
        ):
            if one := data.get(name):
                steps.append(Stap(moment(one["op"]), partial(do, one)))
        return steps

    def _start(self) -> None:
        if self._found() is None:
            data = self._data
            gegevens = TermijnGegevens(
                data["regel"], self._begin(), data.get("aanleiding", ""), self._persoon_id()
            )
            self._desk.termijnen.start(self._bekend.casus(), gegevens)

    def _extend(self, one: dict[str, Any]) -> None:
        self._desk.termijnen.extend(self._id(), one["dagen"], one["reden"])

    def _postpone(self, one: dict[str, Any]) -> None:
        late = Uitstel(one["want"], one["nieuwe_datum"], one["wie_kijkt"])
        self._desk.termijnen.postpone(self._id(), late)

    def _meet(self, one: dict[str, Any]) -> None:
        if self._desk.termijnen.get(self._id()).gehaald_op is None:
            self._desk.termijnen.meet(self._id(), one["op"].date())

    def _begin(self) -> datetime:
        begin: date = self._data["begin"]
        return moment(begin) if isinstance(begin, datetime) else start_of(begin)

    def _persoon_id(self) -> UUID | None:
        naam = self._data.get("persoon", "")
        return self._bekend.personen[naam].id if naam else None

    def _found(self) -> UUID | None:
        day = self._begin().date()
        for row in self._desk.termijnen.of_casus(self._bekend.casus()):
            about = row.gegevens
            same = about.regel == self._data["regel"] and about.begin.date() == day
            if same and about.persoon_id == self._persoon_id():
                return row.id
        return None

    def _id(self) -> UUID:
        found = self._found()
        assert found is not None, "a term is begun first"  # noqa: S101 - cannot be
        return found
