"""The parts of what one person may read of a casus, each gathered and looked at once more."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import LeakError, UserError
from vtdesk.models import (
    Afgeschermd,
    Afspraak,
    Betrokkenheid,
    Casus,
    Deelname,
    Gesprek,
    Persoon,
    Uitspraak,
)
from vtdesk.services.afscherming import geheim_in
from vtdesk.services.drukwerk import veilig
from vtdesk.services.huishoudens import huishoudens_of
from vtdesk.services.persoon_rollen import rollen_of
from vtdesk.services.persoon_rows import PersoonGegevens, contacts_of, gezag_of
from vtdesk.services.relaties import relaties_of
from vtdesk.services.uitspraak_tekst import to_regel
from vtdesk.services.uittreksel_namen import SOURCE, Anderen
from vtdesk.services.uittreksel_zeef import Achtergehouden, Uittrekselzeef
from vtdesk.values.adreswacht import Wacht
from vtdesk.values.geheim import Geheim
from vtdesk.values.kinds import Rol
from vtdesk.values.tekst import Uitspraakregel, plain
from vtdesk.values.tijd import local, volle_dag
from vtdesk.values.uitgaand import WegReden

Deel = dict[str, Any]
_VAN_HET_KIND = "gaat niet vanzelf naar een ouder"
_TE_VINDEN = {"telefoon": "het nummer", "email": "het e-mailadres", "adres": "het adres"}


@dataclass(frozen=True, slots=True)
class Uittreksel:
    """The document, and the short list of what is in it."""

    inhoud: Deel
    lijst: tuple[str, ...]
    naam: str  # of the files, without a name of anybody
    achtergehouden: tuple[Achtergehouden, ...] = ()  # for the worker alone

    @property
    def json(self) -> str:
        """Give it as one document that a person can read too."""
        return json.dumps(self.inhoud, ensure_ascii=False, indent=2) + "\n"


class Verzamelaar:
    """Gathers all about one person of a casus, on one day, for that one or who stands for it."""

    def __init__(
        self,
        session: Session,
        casus_id: UUID,
        persoon_id: UUID,
        today: date,
        *,
        lezer_id: UUID | None = None,
    ) -> None:
        people = mensen_in(session, casus_id)
        own = next((p for p, _ in people if p.id == persoon_id), None)
        if own is None or any(p is own and role.rol is Rol.MELDER for p, role in people):
            raise UserError("Deze persoon hoort niet bij deze casus.")
        self._session, self._casus, self._own = session, session.get_one(Casus, casus_id), own
        self._today = today
        lezer = next((p for p, _ in people if p.id == lezer_id), own)
        self._lezer, self._is_own = lezer, lezer is own
        self._others = Anderen.than(own, [one for one in people if one[0].id != lezer.id])
        self._geheim = geheim_in(session, casus_id, behalve=lezer.id)
        self._zeef = Uittrekselzeef(session, casus_id, lezer, today)
        self._kept_back: list[Achtergehouden] = []

    def maak(self) -> Uittreksel:
        """Give everything; refuses when somebody else would be given away."""
        self._kept_back = []
        said, withheld = self._said()
        inhoud: Deel = {
            "casus": self._casus.nummer,
            "gemaakt_op": self._today.isoformat(),
            "gegevens": self._data(),
            "rollen": list(self._roles()),
            "gezag": list(self._gezag()),
            "relaties": list(self._ties()),
            "huishoudens": list(self._houses()),
            "uitspraken": said,
            "gesprekken": list(self._talks()),
            "niet_opgenomen": {
                "uitspraken_niet_voor_deze_persoon": withheld,
                "afgeschermde_gegevens": self._shielded(),
                "waarom": "Namen van anderen staan er als rol in. Wie meldde, staat er nooit in. "
                "Wat is afgeschermd, staat er niet in.",
            },
        }
        for part, value in inhoud.items():
            self._refuse_leak(part, value)
        return Uittreksel(
            inhoud,
            tuple(self._list(inhoud)),
            f"{veilig(self._casus.nummer)} inzage",
            (*self._kept_back, *self._always()),
        )

    def bewaking(self) -> tuple[Geheim, Wacht, Anderen]:
        """Give what the finished file is searched for once more."""
        return self._geheim, self._zeef.wacht, self._others

    def _always(self) -> Iterator[Achtergehouden]:
        """Tell the worker what is in no extract; it goes with nobody."""
        if self._own.opmerking.strip():
            yield Achtergehouden(
                "Je opmerking bij deze persoon",
                WegReden.WERKAANTEKENING,
                "staat nooit in een uittreksel",
            )
        for soort in self._shielded():
            what = f"Een afgeschermd gegeven ({soort})"
            yield Achtergehouden(what, WegReden.GEHEIM_ADRES, "staat nooit in een uittreksel")
        yield Achtergehouden(
            "De namen van anderen",
            WegReden.OVER_EEN_ANDER,
            "er staat een rol in plaats van een naam",
        )

    def _data(self) -> Deel:
        names = (name for name in PersoonGegevens.__slots__ if name != "opmerking")
        own = {name: getattr(self._own, name) for name in names}
        if not self._is_own:
            return self._plain(dict(self._open_data(own)))
        contact = asdict(contacts_of(self._session, [self._own.id])[self._own.id])
        contact["wanneer"] = self._remark(contact["wanneer"], "Wanneer je kunt bellen")
        contact["nooit_zeggen"] = self._remark(contact["nooit_zeggen"], "Wat je nooit zegt")
        return self._plain({**own, "veilig_contact": contact})

    def _open_data(self, own: Deel) -> Iterator[tuple[str, Any]]:
        """Give a representative what tells not where or how the child can be found."""
        for name, value in own.items():
            if name not in _TE_VINDEN:
                yield name, value
            elif value:
                wat = f"Van het kind: {_TE_VINDEN[name]}"
                self._kept_back.append(Achtergehouden(wat, WegReden.VEILIGHEID, _VAN_HET_KIND))

    def _roles(self) -> Iterator[Deel]:
        for role in rollen_of(self._session, self._casus.id, self._own.id):
            yield self._plain(
                {
                    "rol": role.rol,
                    "vanaf": role.periode.vanaf,
                    "tot": role.periode.tot,
                    "toelichting": self._remark(role.toelichting, "De toelichting bij een rol"),
                }
            )

    def _gezag(self) -> Iterator[Deel]:
        for row in gezag_of(self._session, [self._own.id])[self._own.id]:
            yield self._plain(
                {
                    "kind": self._who(row.kind_id),
                    "houder": self._who(row.houder_id),
                    "soort": row.soort,
                    "bron": self._remark(row.bron, "De bron van gezag"),
                    "datum": row.datum,
                }
            )

    def _ties(self) -> Iterator[Deel]:
        for row in relaties_of(self._session, self._casus.id):
            tie = row.gegevens
            if self._own.id in tie.paar:
                yield self._plain(
                    {
                        "van": self._who(tie.van_id),
                        "soort": tie.soort,
                        "naar": self._who(tie.naar_id),
                        "vanaf": tie.vanaf,
                        "tot": tie.tot,
                        "toelichting": self._remark(tie.toelichting, "De toelichting bij een band"),
                    }
                )

    def _houses(self) -> Iterator[Deel]:
        if not self._is_own:
            waar = Achtergehouden("Waar het kind woont", WegReden.VEILIGHEID, _VAN_HET_KIND)
            self._kept_back.append(waar)
            return
        for house in huishoudens_of(self._session, self._casus.id):
            for stay in house.bewoners:
                if stay.gegevens.persoon_id == self._own.id:
                    yield self._plain(
                        {
                            "huishouden": self._remark(house.naam, "De naam van een huishouden"),
                            "vanaf": stay.gegevens.vanaf,
                            "tot": stay.gegevens.tot,
                            "toelichting": self._remark(
                                stay.gegevens.toelichting, "De toelichting bij een huishouden"
                            ),
                        }
                    )

    def _remark(self, tekst: str, wat: str) -> str:
        """Give what she wrote beside it, unless it is not for this person to read."""
        if not tekst.strip():
            return ""
        kept_back: Achtergehouden | None
        if self._is_own:
            kept_back = self._zeef.opmerking(tekst, wat)
        else:  # beside a child she wrote it for herself
            kept_back = Achtergehouden(wat, WegReden.VEILIGHEID, _VAN_HET_KIND)
        if kept_back:
            self._kept_back.append(kept_back)
        return "" if kept_back else tekst

    def _said(self) -> tuple[list[Deel], int]:
        """Give what was said, and how much of it is not for this person."""
        query = (
            select(Uitspraak)
            .where(Uitspraak.casus_id == self._casus.id, Uitspraak.verwijderd_op.is_(None))
            .order_by(Uitspraak.vastgelegd_op)
        )
        mine = str(self._own.id)
        found = [
            one
            for one in self._session.scalars(query)
            if one.bron_persoon_id == self._own.id or mine in one.over
        ]
        regels = {one.id: to_regel(one) for one in found}
        kept_back = self._zeef.uitspraken(list(regels.values()))
        if not self._is_own:
            for one in found:
                if one.bron_persoon_id == self._own.id and one.id not in kept_back:
                    wat = "Woorden van het kind"
                    kept_back[one.id] = Achtergehouden(wat, WegReden.VEILIGHEID, _VAN_HET_KIND)
        self._kept_back += kept_back.values()
        shown = [one for one in found if one.id not in kept_back]
        return [self._statement(one, regels[one.id]) for one in shown], len(kept_back)

    def _statement(self, one: Uitspraak, regel: Uitspraakregel) -> Deel:
        named = self._zeef.mag_noemen(one.bron_persoon_id, one.bron_naam, one.hoedanigheid)
        source = self._source(one) if named else SOURCE
        if source == SOURCE:
            wat = f"Van wie de uitspraak komt: {one.bron_naam}"
            want = "een ander wordt niet als bron genoemd"
            self._kept_back.append(Achtergehouden(wat, WegReden.OVER_EEN_ANDER, want))
        return self._plain(
            {
                "letter": one.letter,
                "tekst": plain(regel),
                "bron": source,
                "van_horen_zeggen_via": self._beside(one.via, source),
                "datum_informatie": one.informatiedatum,
                "vastgelegd_op": local(one.vastgelegd_op).date(),
                "verificatie": one.verificatie,
                "verificatie_door": self._beside(one.verificatie_door, source),
            }
        )

    def _source(self, one: Uitspraak) -> str:
        if one.bron_persoon_id:
            return self._who(one.bron_persoon_id)
        return self._others.zonder(one.bron_naam)

    def _beside(self, tekst: str, source: str) -> str:
        """Give who passed it on or checked it, where that tells of nobody else."""
        return tekst if source != SOURCE and self._zeef.mag_staan(tekst) else ""

    def _talks(self) -> Iterator[Deel]:
        query = (
            select(Deelname, Afspraak, Gesprek)
            .join(Afspraak, Afspraak.id == Deelname.afspraak_id)
            .join(Gesprek, Gesprek.id == Deelname.gesprek_id)
            .where(Deelname.persoon_id == self._own.id, Afspraak.casus_id == self._casus.id)
            .order_by(Afspraak.begin)
        )
        found = self._session.execute(query).all()
        if found and not self._is_own:
            talks = "De gesprekken met het kind"
            self._kept_back.append(Achtergehouden(talks, WegReden.VEILIGHEID, _VAN_HET_KIND))
            return
        for deelname, afspraak, gesprek in found:
            yield self._plain(
                {
                    "begin": local(afspraak.begin),
                    "einde": local(afspraak.einde),
                    "soort": afspraak.soort,
                    "stand": afspraak.staat,
                    "kanaal": gesprek.kanaal,
                    "opname": gesprek.opname,
                    "aanwezigheid": deelname.aanwezigheid,
                    "toelichting": self._remark(
                        deelname.toelichting, "De toelichting bij een gesprek"
                    ),
                }
            )

    def _shielded(self) -> list[str]:
        query = select(Afgeschermd.soort).where(Afgeschermd.persoon_id == self._own.id)
        return sorted(soort.value for soort in self._session.scalars(query))

    def _who(self, persoon_id: UUID) -> str:
        if persoon_id == self._own.id:
            return self._own.naam
        if persoon_id == self._lezer.id:
            return self._lezer.naam
        return self._others.rollen.get(persoon_id, "een ander")

    def _plain(self, part: Deel) -> Deel:
        return {name: self._value(value) for name, value in part.items()}

    def _value(self, value: Any) -> Any:
        match value:
            case dict():
                return self._plain(value)
            case StrEnum():
                return value.value
            case datetime() | date():
                return value.isoformat()
            case str():
                return self._others.zonder(value)
        return value

    def _refuse_leak(self, part: str, value: Any) -> None:
        """Look once more at what would leave; the refusal says where, never what."""
        words = list(_words(value))
        if any(map(self._geheim.staat_in, words)) or any(map(self._others.noemt, words)):
            where = part.replace("_", " ")
            raise LeakError(
                f"Bij '{where}' zou iets staan over een ander, of iets dat is afgeschermd. "
                "Pas de tekst aan of maak haar niet leesbaar voor deze persoon. "
                "Er is niets geschreven."
            )

    def _list(self, inhoud: Deel) -> Iterator[str]:
        """Give the short list that lies on top."""
        yield f"Inzage in casus {self._casus.nummer}"
        yield f"Gemaakt op {volle_dag(self._today)}"
        yield ""
        for part in ("rollen", "gezag", "relaties", "huishoudens", "uitspraken", "gesprekken"):
            yield f"{part.capitalize()}: {len(inhoud[part])}"
        left_out = inhoud["niet_opgenomen"]
        yield ""
        yield f"Niet opgenomen uitspraken: {left_out['uitspraken_niet_voor_deze_persoon']}"
        yield f"Afgeschermde gegevens: {len(left_out['afgeschermde_gegevens'])}"
        yield left_out["waarom"]
        yield "De inhoud staat in het bestand met dezelfde naam dat eindigt op .json."


def _words(value: Any) -> Iterator[str]:
    """Give all texts in a part, as they are read and not as they are stored."""
    match value:
        case str():
            yield value
        case dict():
            for one in value.values():
                yield from _words(one)
        case list():
            for one in value:
                yield from _words(one)


def mensen_in(session: Session, casus_id: UUID) -> list[tuple[Persoon, Betrokkenheid]]:
    """List everybody who is or was in a casus, with each role."""
    query = (
        select(Persoon, Betrokkenheid)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(Betrokkenheid.casus_id == casus_id)
        .order_by(Betrokkenheid.vanaf)
    )
    return [(persoon, role) for persoon, role in session.execute(query)]
