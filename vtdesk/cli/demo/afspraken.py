"""Appointments of the demo: planned, moved, held, noted down and written up, each in its time."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from vtdesk.cli.demo.stap import Bekend, Stap, moment
from vtdesk.cli.demo.uitspraken import Uitspraakboek
from vtdesk.cli.demo.verslag import Verslagverloop
from vtdesk.services.agenda import AfspraakGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens, GesprekGegevens
from vtdesk.services.kindgesprekken import KindgesprekGegevens
from vtdesk.services.notities import NotitieGegevens
from vtdesk.services.sjablonen import GESPREKSVERSLAG
from vtdesk.values.kinds import Aanwezigheid, AfspraakSoort, Kanaal, Opname

_VOORAF = timedelta(days=5)  # when a file does not say when it was planned


class Afspraken:
    """Turns the appointments of one file into steps."""

    def __init__(
        self,
        desk: Desk,
        afspraken: list[dict[str, Any]],
        bekend: Bekend,
        boek: Uitspraakboek | None = None,
    ) -> None:
        self._lopen = [_Verloop(desk, data, bekend, boek) for data in afspraken]

    def stappen(self) -> list[Stap]:
        """List everything that was done with these appointments."""
        return [step for verloop in self._lopen for step in verloop.stappen()]


class _Verloop:
    """One appointment from its planning to its verslag."""

    def __init__(
        self, desk: Desk, data: dict[str, Any], bekend: Bekend, boek: Uitspraakboek | None
    ) -> None:
        self._desk = desk
        self._data = data
        self._bekend = bekend
        self._boek = boek
        self._id: UUID | None = None
        self._begin = moment(data["begin"])
        self._einde = self._on_that_day("tot")

    def stappen(self) -> list[Stap]:
        data = self._data
        first = moment(data["verzet_van"]["begin"]) if "verzet_van" in data else self._begin
        planned = moment(data["gepland_op"]) if "gepland_op" in data else first - _VOORAF
        steps = [Stap(planned, lambda: self._plan(first))]
        if "verzet_van" in data:
            steps.append(Stap(moment(data["verzet_van"]["op"]), self._replace))
        if "afgezegd" in data:
            steps.append(Stap(moment(data["afgezegd"]["op"]), self._cancel))
        if "opnieuw" in data:
            steps.append(Stap(moment(data["opnieuw"]["op"]), self._plan_anew))
        if data.get("gehouden"):
            steps.append(Stap(self._held_until(), self._hold))
        if "notitie" in data:
            steps.append(Stap(moment(data["notitie"]["op"]), self._note))
        if "kindgesprek" in data:
            steps.append(Stap(moment(data["kindgesprek"]["op"]), self._note_child))
        if "verslag" in data and self._boek:
            verslag = Verslagverloop(self._desk, data["verslag"], self._boek, self._verslag_id)
            steps += verslag.stappen()
        return steps

    def _on_that_day(self, naam: str) -> datetime:
        return moment(datetime.combine(self._data["begin"].date(), self._data[naam]))

    def _held_until(self) -> datetime:
        return self._on_that_day("gehouden_tot") if "gehouden_tot" in self._data else self._einde

    def _afspraak_id(self) -> UUID:
        assert self._id is not None, "an appointment is planned first"  # noqa: S101 - cannot be
        return self._id

    def _verslag_id(self) -> UUID:
        soort = self._data["verslag"].get("soort", GESPREKSVERSLAG)
        return self._desk.verslagen.start(self._afspraak_id(), soort)

    def _plan(self, begin: datetime) -> None:
        data = self._data
        self._id = self._desk.agenda.plan(
            AfspraakGegevens(
                data.get("titel_vooraf", data["titel"]),
                AfspraakSoort(data["soort"]),
                begin,
                begin + (self._einde - self._begin),
                self._bekend.casus_id,
                data.get("plaats", ""),
                data.get("doel", ""),
            )
        )
        self._remember(self._id)
        if "deelnames" in data:
            invited = tuple(self._invited(deelname) for deelname in data["deelnames"])
            gesprek = GesprekGegevens(Kanaal(data["kanaal"]), deelnames=invited)
            self._desk.gesprekken.set(self._id, gesprek)

    def _remember(self, afspraak_id: UUID) -> None:
        if name := self._data.get("id"):
            self._bekend.afspraken[name] = afspraak_id

    def _replace(self) -> None:
        self._id = self._desk.agenda.replace(self._afspraak_id(), self._begin)
        self._remember(self._id)

    def _cancel(self) -> None:
        self._desk.agenda.cancel(self._afspraak_id(), self._data["afgezegd"].get("reden", ""))

    def _plan_anew(self) -> None:
        """Give one that was cancelled its new date."""
        self._desk.agenda.replace(self._afspraak_id(), moment(self._data["opnieuw"]["begin"]))

    def _hold(self) -> None:
        if "titel_vooraf" in self._data:
            row = self._desk.agenda.detail(self._afspraak_id())
            done = replace(row.gegevens, titel=self._data["titel"])
            self._desk.agenda.change(row.id, row.version, done)
        self._desk.agenda.hold(self._afspraak_id(), self._held_until())
        if "deelnames" in self._data:
            self._desk.gesprekken.set(self._afspraak_id(), self._gesprek())
        if reden := self._data.get("geen_verslag"):
            self._desk.agenda.needs_no_verslag(self._afspraak_id(), reden)

    def _gesprek(self) -> GesprekGegevens:
        data = self._data
        return GesprekGegevens(
            kanaal=Kanaal(data["kanaal"]),
            tolk=data.get("tolk", ""),
            opname=Opname(data.get("opname", Opname.GEEN)),
            bijzonderheden=data.get("bijzonderheden", ""),
            deelnames=tuple(self._present(deelname) for deelname in data["deelnames"]),
        )

    def _invited(self, deelname: dict[str, str]) -> DeelnameGegevens:
        wie = self._bekend.personen.get(deelname.get("persoon", ""))
        return DeelnameGegevens(
            wie.naam if wie else deelname["naam"],
            deelname["hoedanigheid"],
            wie.id if wie else None,
            self._bekend.organisaties.get(deelname.get("organisatie", "")),
        )

    def _present(self, deelname: dict[str, str]) -> DeelnameGegevens:
        return replace(
            self._invited(deelname),
            aanwezigheid=Aanwezigheid(deelname.get("aanwezigheid", Aanwezigheid.AANWEZIG)),
            toelichting=deelname.get("toelichting", ""),
        )

    def _note(self) -> None:
        velden = {naam: waarde for naam, waarde in self._data["notitie"].items() if naam != "op"}
        self._desk.notities.save(NotitieGegevens(**velden), afspraak_id=self._afspraak_id())

    def _note_child(self) -> None:
        talk = dict(self._data["kindgesprek"])
        del talk["op"]
        kind = self._bekend.personen[talk.pop("kind")]
        self._desk.kindgesprekken.set(self._afspraak_id(), kind.id, KindgesprekGegevens(**talk))
