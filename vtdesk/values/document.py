"""Everything that a verslag says on paper, as values: what is sealed and what is rendered."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from vtdesk.values.kinds import Aanwezigheid, ReactieSoort, VerslagStand
from vtdesk.values.sjabloon import Vorm
from vtdesk.values.tekst import Tekst


@dataclass(frozen=True, slots=True)
class Aanwezige:
    """Somebody who was invited to the gesprek, and how that went."""

    naam: str
    hoedanigheid: str
    aanwezigheid: Aanwezigheid
    gezag: str = ""  # as it is printed: "gezamenlijk gezag over Pip en Job"
    toelichting: str = ""  # "tot 16:50", "ziek gemeld"


@dataclass(frozen=True, slots=True)
class Verslagkop:
    """The common head of every document (domain guide, templates)."""

    dossiernummer: str
    soort: str
    datum: str  # in full, "dinsdag 12 mei 2026"
    tijd: str  # "16:15–17:05"
    plaats: str
    auteur: str
    functie: str
    organisatie: str
    aanwezigen: tuple[Aanwezige, ...] = ()
    tolk: str = ""
    opname: str = ""


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A heading of the template, with its number, and its id in the text."""

    nummer: int
    kop: str
    sectie_id: str
    kolommen: tuple[str, ...] = ()  # heads of a table other than that of the afspraken
    per: str = ""  # "kind": each child has a head, and of none may nothing be said
    letterlijk: bool = False  # holds the own words of a child: paragraphs are printed in italics
    kaart: bool = False  # comes on the emergency card, in big letters


@dataclass(frozen=True, slots=True)
class Reactieregel:
    """What somebody said of a finalised version; seen is not agreed."""

    naam: str
    soort: ReactieSoort
    gegeven_op: date
    hoedanigheid: str = ""
    woorden: str = ""  # as they were said or written
    persoon_id: UUID | None = None  # who gave it; the printed name alone is nobody's proof


@dataclass(frozen=True, slots=True)
class VerslagDocument:
    """The whole paper in reading order; the same document always gives the same bytes."""

    kop: Verslagkop
    onderdelen: tuple[Onderdeel, ...]
    tekst: Tekst
    stand: VerslagStand
    versie: int = 0  # 0: nothing was finalised yet
    vastgesteld_op: datetime | None = None
    vingerafdruk: str = ""  # short, of the sealed content; empty on a concept
    reden_correctie: str = ""
    vervangen_door: int = 0  # the version that took its place
    namen: tuple[tuple[UUID, str], ...] = ()  # of the people whom statements name by id
    leeg_want: tuple[tuple[str, str], ...] = ()  # why a part was left empty, by its id in the text
    toelichting: tuple[str, ...] = ()  # the other reasons of vaststellen: "Job is niet genoemd: …"
    vorm: str = Vorm.VERSLAG
    tekenen: tuple[str, ...] = ()  # who else signs: "moeder", "vader"
    betreft: str = ""  # of a letter: what it is about
    aanhef: str = ""  # of a letter: "Geachte mevrouw Zilverduin"
    adres: tuple[str, ...] = ()  # of a letter: the lines of the address; may not be known here
    exemplaar: int = 0  # the number of this copy; 0: made for nobody in particular
    bestemd_voor: str = ""  # whom this copy is for
    reacties: tuple[Reactieregel, ...] = ()  # each has a seal of its own

    def content(self) -> dict[str, Any]:
        """Give what the seal covers: head, headings and text, without state that changes later.

        What came later than the first seals is only there when it says something: an old text
        keeps the very bytes that were sealed.
        """
        return {
            "kop": dataclasses.asdict(self.kop),
            "onderdelen": [_filled(o, ("nummer", "kop", "sectie_id")) for o in self.onderdelen],
            "tekst": self.tekst.to_json(),
            "versie": self.versie,
            "vastgesteld_op": self.vastgesteld_op.isoformat() if self.vastgesteld_op else None,
            "reden_correctie": self.reden_correctie,
            "namen": {str(persoon_id): naam for persoon_id, naam in self.namen},
            **({} if self.vorm == Vorm.VERSLAG else {"vorm": str(self.vorm)}),
            **({"tekenen": list(self.tekenen)} if self.tekenen else {}),
            **({"betreft": self.betreft} if self.betreft else {}),
            **({"aanhef": self.aanhef} if self.aanhef else {}),
        }

    @classmethod
    def from_content(
        cls, content: dict[str, Any], *, vingerafdruk: str, vervangen_door: int
    ) -> "VerslagDocument":
        """Read back what was sealed."""
        kop = content["kop"]
        moment = content["vastgesteld_op"]
        people = tuple(
            Aanwezige(**(a | {"aanwezigheid": Aanwezigheid(a["aanwezigheid"])}))
            for a in kop["aanwezigen"]
        )
        return cls(
            kop=Verslagkop(**(kop | {"aanwezigen": people})),
            onderdelen=tuple(
                Onderdeel(**(o | {"kolommen": tuple(o.get("kolommen", ()))}))
                for o in content["onderdelen"]
            ),
            tekst=Tekst.from_json(content["tekst"]),
            stand=VerslagStand.VERVANGEN if vervangen_door else VerslagStand.VASTGESTELD,
            versie=content["versie"],
            vastgesteld_op=datetime.fromisoformat(moment) if moment else None,
            vingerafdruk=vingerafdruk,
            reden_correctie=content["reden_correctie"],
            vervangen_door=vervangen_door,
            namen=tuple((UUID(i), naam) for i, naam in content["namen"].items()),
            vorm=content.get("vorm", Vorm.VERSLAG),
            tekenen=tuple(content.get("tekenen", ())),
            betreft=content.get("betreft", ""),
            aanhef=content.get("aanhef", ""),
        )


def _filled(value: Onderdeel, always: Iterable[str]) -> dict[str, Any]:
    """Give the fields that say something, and those that were always there."""
    return {
        name: field for name, field in dataclasses.asdict(value).items() if field or name in always
    }
