"""One casus of the demo: who is in it, and what happened."""

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from vtdesk.cli.demo.afspraken import Afspraken
from vtdesk.cli.demo.beloften import Beloftenverloop
from vtdesk.cli.demo.bijlagen import Bijlagenverloop
from vtdesk.cli.demo.bijwerkingen import Bijwerkingen
from vtdesk.cli.demo.formulieren import Formulierverloop
from vtdesk.cli.demo.gebeurtenissen import Gebeurtenisverloop
from vtdesk.cli.demo.gezin import Gezinsverloop
from vtdesk.cli.demo.informatie import Informatieverloop
from vtdesk.cli.demo.meldingen import Meldingenverloop
from vtdesk.cli.demo.stap import Bekend, Stap, Wie
from vtdesk.cli.demo.termijnen import Termijnenverloop
from vtdesk.cli.demo.uitspraakverloop import Uitspraakverloop
from vtdesk.cli.demo.uitspraken import Uitspraakboek
from vtdesk.cli.demo.vastgelegd import Crisisnotitieverloop, Impactverloop
from vtdesk.cli.demo.veiligheid import Veiligheidsverloop
from vtdesk.services.casussen import CasusGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.personen import PersoonGegevens, VeiligContactGegevens
from vtdesk.services.zicht import VEILIG_THUIS
from vtdesk.values.kinds import AfgeschermdSoort, Dienst, Geslacht, GezagSoort, Rol
from vtdesk.values.tijd import at

_NAAM = ("voornaam", "tussenvoegsel", "achternaam")
_VELDEN = frozenset(PersoonGegevens.__slots__) - {"geslacht"}


class Casusverloop:
    """Turns a file of the demo into steps."""

    def __init__(self, desk: Desk, data: dict[str, Any], organisaties: dict[str, UUID]) -> None:
        self._desk = desk
        self._data = data
        self._bekend = Bekend(organisaties)
        self._geopend = at(data["casus"]["geopend_op"], 9)

    def stappen(self) -> list[Stap]:
        """List everything that was done in this casus."""
        boek = Uitspraakboek(self._data.get("uitspraken", {}), self._bekend)
        return [
            Stap(self._geopend, self._open),
            *[self._gezag(gezag) for gezag in self._data.get("gezag", [])],
            *Gezinsverloop(self._desk, self._data, self._bekend, self._geopend).stappen(),
            *Afspraken(self._desk, self._data["afspraken"], self._bekend, boek).stappen(),
            *Informatieverloop(self._desk, self._data, self._bekend).stappen(),
            *Formulierverloop(self._desk, self._data, self._bekend, boek).stappen(),
            *Uitspraakverloop(self._desk, self._data, self._bekend, boek).stappen(),
            *Meldingenverloop(self._desk, self._data, self._bekend, boek).stappen(),
            *Veiligheidsverloop(self._desk, self._data, self._bekend).stappen(),
            *Termijnenverloop(self._desk, self._data, self._bekend).stappen(),
            *Gebeurtenisverloop(self._desk, self._data, self._bekend).stappen(),
            *Bijwerkingen(self._desk, self._data, self._bekend).stappen(),
            *Beloftenverloop(self._desk, self._data, self._bekend).stappen(),
            *Crisisnotitieverloop(self._desk, self._data, self._bekend).stappen(),
            *Impactverloop(self._desk, self._data, self._bekend).stappen(),
            *Bijlagenverloop(self._desk, self._data, self._bekend).stappen(),
        ]

    def _open(self) -> None:
        casus = dict(self._data["casus"])
        zicht_bij = casus.pop("zicht_bij", VEILIG_THUIS)
        gegevens = CasusGegevens(**(casus | {"dienst": Dienst(casus["dienst"])}))
        self._bekend.casus_id = self._desk.casussen.add(gegevens, zicht_bij=zicht_bij)
        for persoon in self._data["personen"]:
            self._add(persoon)
        for inzet in self._data.get("inzet", []):
            self._involve(inzet)

    def _add(self, persoon: dict[str, Any]) -> None:
        velden = {naam: waarde for naam, waarde in persoon.items() if naam in _VELDEN}
        geslacht = Geslacht(persoon.get("geslacht", Geslacht.ONBEKEND))
        rol = Rol(persoon["rol"])
        persoon_id = self._desk.personen.add(
            self._bekend.casus(),
            PersoonGegevens(**velden, geslacht=geslacht),
            rol,
            toelichting=persoon.get("toelichting", ""),
            organisatie_id=self._bekend.organisaties.get(persoon.get("organisatie", "")),
            contact=VeiligContactGegevens(**persoon.get("contact", {})),
        )
        naam = " ".join(persoon[deel] for deel in _NAAM if deel in persoon)
        self._bekend.personen[persoon["id"]] = Wie(persoon_id, naam, rol.value)
        for waarde in persoon.get("afgeschermd", []):
            soort = AfgeschermdSoort(waarde["soort"])
            self._desk.personen.shield(persoon_id, soort, waarde["waarde"], waarde["toelichting"])

    def _involve(self, inzet: dict[str, Any]) -> None:
        rest = {naam: waarde for naam, waarde in inzet.items() if naam != "organisatie"}
        organisatie_id = self._bekend.organisaties[inzet["organisatie"]]
        self._desk.organisaties.involve(self._bekend.casus(), organisatie_id, **rest)

    def _gezag(self, gezag: dict[str, Any]) -> Stap:
        return Stap(self._since_opening(gezag), partial(self._set_gezag, gezag))

    def _since_opening(self, gezag: dict[str, Any]) -> datetime:
        return max(self._geopend, at(gezag["datum"], 9, 5))

    def _set_gezag(self, gezag: dict[str, Any]) -> None:
        self._desk.personen.set_gezag(
            self._bekend.personen[gezag["kind"]].id,
            self._bekend.personen[gezag["houder"]].id,
            GezagSoort(gezag["soort"]),
            bron=gezag["bron"],
            datum=gezag["datum"],
        )
