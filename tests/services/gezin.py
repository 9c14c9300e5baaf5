"""A family with a secret address, two children and a verslag, for tests of what may leave."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tests.builders import add_casus, add_persoon, held_talk, with_blocks
from tests.once import once
from tests.services.melders import sealed_melder
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.values.kinds import AfgeschermdSoort, Geslacht, GezagSoort, Rol
from vtdesk.values.tekst import Blok, Sectie, Tekst

STRAAT, SCHOOL, BAD, NUMMER = "Schelpenhof 9", "De Zeeklas", "zwembad De Golfbreker", "06-0000 0417"
CODEWOORD = "bibliotheekboek"


@dataclass(frozen=True)
class Gezin:
    """The people by name."""

    casus: UUID
    verslag: UUID
    sanne: UUID
    dario: UUID
    fenna: UUID
    tijn: UUID
    loes: UUID
    wijkteam: UUID


def make(desk: Desk, *, nummer: str = "") -> Gezin:
    """Give the family; one with a nummer of its own comes beside another."""
    return _make(desk, nummer) if nummer else once(desk, _make)


def _make(desk: Desk, nummer: str = "VT-DEMO-0158") -> Gezin:
    """Make the family; Dario has gezag over Tijn alone."""
    casus = add_casus(desk, nummer=nummer, naam="Wolkenveld / Kaneelboom")

    def person(rol: Rol, voornaam: str, achternaam: str, geboren: date | None = None) -> UUID:
        return add_persoon(
            desk,
            casus,
            rol,
            voornaam=voornaam,
            achternaam=achternaam,
            geboortedatum=geboren,
            geslacht=Geslacht.MAN if voornaam in ("Dario", "Tijn") else Geslacht.VROUW,
        )

    sanne = person(Rol.MOEDER, "Sanne", "Wolkenveld", date(1995, 2, 1))
    dario = person(Rol.VADER, "Dario", "Kaneelboom", date(1991, 7, 3))
    fenna = person(Rol.KIND, "Fenna", "Wolkenveld", date(2018, 9, 1))
    tijn = person(Rol.KIND, "Tijn", "Kaneelboom", date(2024, 3, 1))
    loes = person(Rol.FAMILIE, "Loes", "Wolkenveld", date(1998, 1, 1))
    day = date(2026, 5, 8)
    desk.personen.set_gezag(fenna, sanne, GezagSoort.EENHOOFDIG, bron="register", datum=day)
    for parent in (sanne, dario):
        desk.personen.set_gezag(tijn, parent, GezagSoort.GEZAMENLIJK, bron="register", datum=day)
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, STRAAT)
    desk.personen.shield(loes, AfgeschermdSoort.SCHOOL, SCHOOL)
    desk.personen.shield(loes, AfgeschermdSoort.PLEK, BAD)
    desk.personen.shield(loes, AfgeschermdSoort.TELEFOON, NUMMER)
    seen = desk.personen.detail(sanne)
    contact = type(seen.contact)(codewoord=CODEWOORD)
    desk.personen.change(sanne, seen.version, seen.gegevens, contact=contact)
    sealed_melder(desk, casus)
    wijkteam = desk.organisaties.add("Wijkteam Dorpslaan")
    desk.organisaties.involve(casus, wijkteam, mandaat="Casusregie vanaf 15 mei.")
    talk = held_talk(
        desk, casus, DeelnameGegevens("Sanne Wolkenveld", "moeder", sanne), titel="Gesprek Sanne"
    )
    verslag = desk.verslagen.start(talk)
    return Gezin(casus, verslag, sanne, dario, fenna, tijn, loes, wijkteam)


def write(desk: Desk, gezin: Gezin, *blokken: Blok, sectie: str = "zorgen") -> None:
    """Let the draft hold these blocks in one part, and nothing else."""
    tekst = desk.verslagen.open(gezin.verslag).tekst
    bare = Tekst(tuple(Sectie(one.id) for one in tekst.secties))
    desk.verslagen.save_concept(gezin.verslag, with_blocks(bare, sectie, *blokken))


def finalise(desk: Desk, gezin: Gezin) -> int:
    """Finalise the draft; what is open gets a reason."""
    tekst = desk.verslagen.open(gezin.verslag).tekst
    whole = Tekst(
        tuple(one if one.blokken else Sectie(one.id, nvt="later") for one in tekst.secties)
    )
    desk.verslagen.save_concept(gezin.verslag, whole)
    points = desk.vaststelling.controle(gezin.verslag)
    answers = {point.id: "later" for point in points if not point.klaar}
    return desk.vaststelling.finalise(gezin.verslag, answers)
