"""Families to draw: the three of the demo, and harder ones with the reason why each is hard."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import NAMESPACE_OID, UUID, uuid5

from vtdesk.values.genogram.gezin import (
    BandSoort,
    Figuur,
    Geweld,
    Gezag,
    Gezin,
    Huishouden,
    Hulp,
    Ouderschap,
    OuderSoort,
    Steun,
    Verbinding,
)
from vtdesk.values.kinds import Geslacht

TODAY = date(2026, 5, 12)
M, V, O = Geslacht.MAN, Geslacht.VROUW, Geslacht.ONBEKEND  # noqa: E741  # as a genogram is read


def ident(naam: str) -> UUID:
    return uuid5(NAMESPACE_OID, naam)


@dataclass
class Familie:
    """Names people by their name; a number is an age."""

    gezin: Gezin = field(default_factory=lambda: Gezin(figuren=(), peildatum=TODAY))

    def mens(
        self, geslacht: Geslacht, naam: str, jaar: int | None = None, *regels: str, **rest: object
    ) -> "Familie":
        rest.setdefault("teken", "?" if jaar is None else str(jaar))
        rest.setdefault("geboren", None if jaar is None else date(2026 - jaar, 3, 1))
        figuur = Figuur(id=ident(naam), naam=naam, regels=regels, geslacht=geslacht, **rest)  # type: ignore[arg-type]  # as a test says it
        return self._with(figuren=(*self.gezin.figuren, figuur))

    def band(self, een: str, ander: str, soort: BandSoort = BandSoort.PARTNER) -> "Familie":
        band = Verbinding(een=ident(een), ander=ident(ander), soort=soort)
        return self._with(verbindingen=(*self.gezin.verbindingen, band))

    def kind(
        self, ouders: str, *kinderen: str, soort: OuderSoort = OuderSoort.BIOLOGISCH
    ) -> "Familie":
        """Name the parents with a plus between them."""
        ids = tuple(ident(ouder.strip()) for ouder in ouders.split("+"))
        nieuw = tuple(Ouderschap(kind=ident(kind), ouders=ids, soort=soort) for kind in kinderen)
        return self._with(ouderschappen=(*self.gezin.ouderschappen, *nieuw))

    def huis(self, naam: str, *leden: str) -> "Familie":
        huis = Huishouden(naam=naam, leden=tuple(map(ident, leden)))
        return self._with(huishoudens=(*self.gezin.huishoudens, huis))

    def geweld(self, van: str, naar: str, tekst: str = "Geweld") -> "Familie":
        laag = Geweld(van=ident(van), naar=ident(naar), tekst=tekst)
        return self._with(geweld=(*self.gezin.geweld, laag))

    def steun(self, van: str, naar: str) -> "Familie":
        return self._with(steun=(*self.gezin.steun, Steun(van=ident(van), naar=ident(naar))))

    def gezag(self, kind: str, tekst: str) -> "Familie":
        return self._with(gezag=(*self.gezin.gezag, Gezag(kind=ident(kind), tekst=tekst)))

    def hulp(self, organisatie: str, *bij: str) -> "Familie":
        hulp = Hulp(organisatie=organisatie, bij=tuple(map(ident, bij)))
        return self._with(hulp=(*self.gezin.hulp, hulp))

    def over(self, *kinderen: str) -> "Familie":
        return self._with(centraal=frozenset(map(ident, kinderen)))

    def verschoven(self, naam: str, x: float) -> "Familie":
        return self._with(verschoven={**self.gezin.verschoven, ident(naam): x})

    def _with(self, **changes: object) -> "Familie":
        return Familie(replace(self.gezin, **changes))  # type: ignore[arg-type]  # fields of Gezin


APART, GESCHEIDEN = BandSoort.APART, BandSoort.GESCHEIDEN
BROER_ZUS, NETWERK = BandSoort.BROER_ZUS, BandSoort.NETWERK
PLEEG, STIEF = OuderSoort.PLEEG, OuderSoort.STIEF


def zilverduin() -> Familie:
    return (
        Familie()
        .mens(V, "Maren Zilverduin", 36, "moeder")
        .mens(M, "Otis Havikskruid", 39, "vader")
        .mens(V, "Pip", 9)
        .mens(M, "Job", 6)
        .mens(V, "Ria Havikskruid", 67, "oma")
        .band("Maren Zilverduin", "Otis Havikskruid", APART)
        .kind("Maren Zilverduin + Otis Havikskruid", "Pip", "Job")
        .kind("Ria Havikskruid", "Otis Havikskruid")
        .huis("Bij moeder", "Maren Zilverduin", "Pip", "Job")
        .huis("Weekend bij vader", "Otis Havikskruid", "Pip", "Job")
        .geweld("Otis Havikskruid", "Maren Zilverduin", "Geweld, 23 april")
        .gezag("Pip", "beide ouders")
        .gezag("Job", "beide ouders")
        .over("Pip", "Job")
    )


def wolkenveld() -> Familie:
    return (
        Familie()
        .mens(V, "Sanne Wolkenveld", 31, "moeder")
        .mens(M, "Dario Kaneelboom", 34, "logeert bij een vriend")
        .mens(M, "Vader van Fenna", None, "niet bekend", onbekend=True)
        .mens(V, "Fenna", 7)
        .mens(M, "Tijn", 2)
        .mens(V, "Loes Wolkenveld", 28, "tante van Fenna", geheim_adres=True)
        .mens(M, "Opa Wolkenveld", None, "niet betrokken", onbekend=True)
        .mens(V, "Oma Wolkenveld", None, "niet betrokken", onbekend=True)
        .band("Sanne Wolkenveld", "Dario Kaneelboom", APART)
        .band("Opa Wolkenveld", "Oma Wolkenveld", BandSoort.ONBEKEND)
        .kind("Sanne Wolkenveld + Dario Kaneelboom", "Tijn")
        .kind("Sanne Wolkenveld + Vader van Fenna", "Fenna")
        .kind("Opa Wolkenveld + Oma Wolkenveld", "Sanne Wolkenveld", "Loes Wolkenveld")
        .huis("Thuis bij Sanne", "Sanne Wolkenveld", "Tijn")
        .huis("Adres afgeschermd", "Loes Wolkenveld", "Fenna")
        .geweld("Dario Kaneelboom", "Sanne Wolkenveld", "Geweld, 4 mei")
        .steun("Loes Wolkenveld", "Fenna")
        .gezag("Tijn", "beide ouders")
        .gezag("Fenna", "Sanne")
        .over("Fenna", "Tijn")
    )


def sterrenwoud() -> Familie:
    return (
        Familie()
        .mens(M, "Abel Sterrenwoud", 44, "vader, weduwnaar")
        .mens(V, "Moeder", None, "overleden", teken="", overleden=True)
        .mens(V, "Lotte", 13)
        .mens(M, "Ruben", 10)
        .mens(V, "Kaat", 4)
        .mens(V, "Hanna", 41, "tante")
        .band("Abel Sterrenwoud", "Moeder")
        .band("Hanna", "Moeder", BROER_ZUS)
        .kind("Abel Sterrenwoud + Moeder", "Lotte", "Ruben", "Kaat")
        .huis("Thuis", "Abel Sterrenwoud", "Lotte", "Ruben", "Kaat")
        .steun("Hanna", "Abel Sterrenwoud")
        .hulp("Wijkteam", "Abel Sterrenwoud")
        .hulp("School", "Ruben", "Lotte")
        .over("Lotte", "Ruben", "Kaat")
    )


def two_fathers() -> Familie:
    return (
        Familie()
        .mens(V, "Moeder", 33)
        .mens(M, "Vader van Ab", 35)
        .mens(M, "Vader van Bo", 30)
        .mens(M, "Ab", 11)
        .mens(V, "Bo", 4)
        .mens(M, "Cas", 2)
        .band("Moeder", "Vader van Ab", GESCHEIDEN)
        .band("Moeder", "Vader van Bo")
        .kind("Moeder + Vader van Ab", "Ab")
        .kind("Moeder + Vader van Bo", "Bo", "Cas")
        .kind("Vader van Bo", "Ab", soort=STIEF)
        .huis("Thuis", "Moeder", "Vader van Bo", "Ab", "Bo", "Cas")
        .over("Ab")
    )


def half_siblings_on_both_sides() -> Familie:
    return (
        Familie()
        .mens(V, "Ex van vader", 38)
        .mens(M, "Vader", 40)
        .mens(V, "Moeder", 36)
        .mens(M, "Ex van moeder", 41)
        .mens(V, "Halfzus", 14)
        .mens(M, "Halfbroer", 12)
        .mens(V, "Kind een", 6)
        .mens(M, "Kind twee", 3)
        .band("Ex van vader", "Vader", GESCHEIDEN)
        .band("Ex van moeder", "Moeder", APART)
        .band("Vader", "Moeder")
        .kind("Ex van vader + Vader", "Halfzus")
        .kind("Ex van moeder + Moeder", "Halfbroer")
        .kind("Vader + Moeder", "Kind een", "Kind twee")
        .huis("Thuis", "Vader", "Moeder", "Kind een", "Kind twee", "Halfbroer")
        .huis("Bij haar moeder", "Ex van vader", "Halfzus")
        .over("Kind een", "Kind twee")
    )


def three_partners_in_a_row() -> Familie:
    return (
        Familie()
        .mens(V, "Moeder", 42)
        .mens(M, "Eerste man", 45)
        .mens(M, "Tweede man", 44)
        .mens(M, "Derde man", 39)
        .mens(V, "Kind van de eerste", 19)
        .mens(M, "Kind van de tweede", 12)
        .mens(V, "Kind van de derde", 4)
        .band("Moeder", "Eerste man", GESCHEIDEN)
        .band("Moeder", "Tweede man", APART)
        .band("Moeder", "Derde man")
        .kind("Moeder + Eerste man", "Kind van de eerste")
        .kind("Moeder + Tweede man", "Kind van de tweede")
        .kind("Moeder + Derde man", "Kind van de derde")
        .over("Kind van de tweede")
    )


def both_repartnered() -> Familie:
    return (
        Familie()
        .mens(M, "Vader", 38)
        .mens(V, "Moeder", 37)
        .mens(V, "Vriendin van vader", 33)
        .mens(M, "Vriend van moeder", 40)
        .mens(V, "Kind een", 9)
        .mens(M, "Kind twee", 7)
        .mens(V, "Baby bij vader", 1)
        .mens(M, "Zoon van vriend", 10)
        .mens(V, "Moeder van die zoon", 39)
        .band("Vader", "Moeder", GESCHEIDEN)
        .band("Vader", "Vriendin van vader")
        .band("Moeder", "Vriend van moeder")
        .band("Moeder van die zoon", "Vriend van moeder", APART)
        .kind("Vader + Moeder", "Kind een", "Kind twee")
        .kind("Vader + Vriendin van vader", "Baby bij vader")
        .kind("Vriend van moeder + Moeder van die zoon", "Zoon van vriend")
        .huis("Bij moeder", "Moeder", "Vriend van moeder", "Kind een", "Kind twee")
        .huis("Bij vader", "Vader", "Vriendin van vader", "Baby bij vader")
        .over("Kind een", "Kind twee")
    )


def placed_with_aunt() -> Familie:
    return (
        Familie()
        .mens(V, "Moeder", 30)
        .mens(M, "Vader", 34)
        .mens(V, "Tante", 28, "zus van moeder")
        .mens(M, "Oom", 29)
        .mens(V, "Geplaatst kind", 8, "netwerkpleeg")
        .mens(M, "Kind thuis", 5)
        .mens(V, "Nichtje", 3)
        .mens(
            V,
            "Ongeboren",
            None,
            "verwacht 20 juli",
            ongeboren=True,
            teken="",
            verwacht=date(2026, 7, 20),
        )
        .band("Moeder", "Vader")
        .band("Tante", "Oom")
        .band("Moeder", "Tante", BROER_ZUS)
        .kind("Moeder + Vader", "Geplaatst kind", "Kind thuis", "Ongeboren")
        .kind("Tante + Oom", "Nichtje")
        .kind("Tante + Oom", "Geplaatst kind", soort=PLEEG)
        .huis("Thuis", "Moeder", "Vader", "Kind thuis", "Ongeboren")
        .huis("Bij tante", "Tante", "Oom", "Geplaatst kind", "Nichtje")
        .steun("Tante", "Moeder")
        .over("Geplaatst kind", "Kind thuis", "Ongeboren")
    )


def grandparents_on_both_sides() -> Familie:
    family = (
        Familie()
        .mens(M, "Vader", 41)
        .mens(V, "Moeder", 39)
        .mens(M, "Opa vaderskant", 70)
        .mens(V, "Oma vaderskant", 68)
        .mens(M, "Opa moederskant", 71, overleden=True)
        .mens(V, "Oma moederskant", 66)
        .mens(V, "Oudste zus van vader", 45)
        .mens(M, "Jongste broer van vader", 36)
        .mens(V, "Zus van moeder", 42)
        .mens(M, "Broer van moeder", 37)
        .mens(M, "Man van die zus", 44)
        .mens(V, "Nichtje", 12)
        .mens(V, "Kind een", 10)
        .mens(M, "Kind twee", 8)
        .mens(V, "Kind drie", 5)
    )
    return (
        family.band("Vader", "Moeder")
        .band("Opa vaderskant", "Oma vaderskant")
        .band("Opa moederskant", "Oma moederskant")
        .band("Zus van moeder", "Man van die zus")
        .kind("Opa vaderskant + Oma vaderskant", "Vader", "Oudste zus van vader")
        .kind("Opa vaderskant + Oma vaderskant", "Jongste broer van vader")
        .kind("Opa moederskant + Oma moederskant", "Moeder", "Zus van moeder", "Broer van moeder")
        .kind("Zus van moeder + Man van die zus", "Nichtje")
        .kind("Vader + Moeder", "Kind een", "Kind twee", "Kind drie")
        .huis("Thuis", "Vader", "Moeder", "Kind een", "Kind twee", "Kind drie")
        .geweld("Vader", "Moeder")
        .steun("Oma moederskant", "Moeder")
        .over("Kind een", "Kind twee", "Kind drie")
    )


def twins_with_two_mothers() -> Familie:
    return (
        Familie()
        .mens(V, "Moeder Els", 35)
        .mens(V, "Moeder Fay", 33)
        .mens(V, "Tweeling een", 3)
        .mens(M, "Tweeling twee", 3)
        .mens(M, "Grote broer", 7)
        .mens(M, "Donor", None, "bekend bij moeders", onbekend=True)
        .band("Moeder Els", "Moeder Fay")
        .kind("Moeder Els + Moeder Fay", "Tweeling een", "Tweeling twee", "Grote broer")
        .band("Donor", "Moeder Els", NETWERK)
        .huis("Thuis", "Moeder Els", "Moeder Fay", "Tweeling een", "Tweeling twee", "Grote broer")
        .over("Tweeling een", "Tweeling twee")
    )


def foster_family() -> Familie:
    return (
        Familie()
        .mens(V, "Moeder", 27)
        .mens(M, "Vader", None, "niet bekend", onbekend=True)
        .mens(M, "Pleegvader", 50)
        .mens(V, "Pleegmoeder", 49)
        .mens(V, "Kind een", 6)
        .mens(M, "Kind twee", 4)
        .mens(M, "Kind thuis", 1)
        .mens(V, "Eigen kind van pleegouders", 15)
        .mens(M, "Ander pleegkind", 9)
        .band("Pleegvader", "Pleegmoeder")
        .kind("Moeder + Vader", "Kind een", "Kind twee")
        .kind("Moeder", "Kind thuis")
        .kind("Pleegvader + Pleegmoeder", "Eigen kind van pleegouders")
        .kind("Pleegvader + Pleegmoeder", "Kind een", "Kind twee", "Ander pleegkind", soort=PLEEG)
        .huis(
            "Pleeggezin",
            "Pleegvader",
            "Pleegmoeder",
            "Eigen kind van pleegouders",
            "Ander pleegkind",
            "Kind een",
            "Kind twee",
        )
        .huis("Bij moeder", "Moeder", "Kind thuis")
        .gezag("Kind een", "voogdij")
        .gezag("Kind twee", "voogdij")
        .over("Kind een", "Kind twee")
    )


def circle_of_couples() -> Familie:
    return (
        Familie()
        .mens(M, "Arie", 44)
        .mens(V, "Bea", 43)
        .mens(M, "Chris", 45)
        .mens(V, "Dora", 41)
        .mens(V, "Kind Arie en Bea", 16)
        .mens(M, "Kind Chris en Bea", 9)
        .mens(V, "Kind Chris en Dora", 18)
        .mens(M, "Kind Arie en Dora", 3)
        .band("Arie", "Bea", GESCHEIDEN)
        .band("Chris", "Dora", GESCHEIDEN)
        .band("Chris", "Bea")
        .band("Arie", "Dora")
        .kind("Arie + Bea", "Kind Arie en Bea")
        .kind("Chris + Bea", "Kind Chris en Bea")
        .kind("Chris + Dora", "Kind Chris en Dora")
        .kind("Arie + Dora", "Kind Arie en Dora")
        .over("Kind Arie en Bea")
    )


def cousins_who_married() -> Familie:
    return (
        Familie()
        .mens(M, "Overgrootvader", 90, overleden=True)
        .mens(V, "Overgrootmoeder", 88)
        .mens(M, "Zoon", 62)
        .mens(V, "Dochter", 60)
        .mens(V, "Vrouw van zoon", 61)
        .mens(M, "Man van dochter", 63)
        .mens(M, "Neef", 35)
        .mens(V, "Nicht", 33)
        .mens(V, "Kind", 4)
        .band("Overgrootvader", "Overgrootmoeder")
        .band("Zoon", "Vrouw van zoon")
        .band("Dochter", "Man van dochter")
        .band("Neef", "Nicht")
        .kind("Overgrootvader + Overgrootmoeder", "Zoon", "Dochter")
        .kind("Zoon + Vrouw van zoon", "Neef")
        .kind("Dochter + Man van dochter", "Nicht")
        .kind("Neef + Nicht", "Kind")
        .over("Kind")
    )


def incest() -> Familie:
    return (
        Familie()
        .mens(M, "Vader", 47)
        .mens(V, "Moeder", 45)
        .mens(V, "Dochter", 17)
        .mens(M, "Zoon", 14)
        .mens(V, "Baby", 0, "vader is ook opa")
        .band("Vader", "Moeder", APART)
        .kind("Vader + Moeder", "Dochter", "Zoon")
        .kind("Vader + Dochter", "Baby")
        .huis("Thuis", "Moeder", "Dochter", "Zoon", "Baby")
        .geweld("Vader", "Dochter", "Seksueel geweld")
        .over("Baby", "Dochter")
    )


def network_of_25() -> Familie:
    family = grandparents_on_both_sides()
    family = (
        family.mens(V, "Nieuwe vriendin", 35)
        .mens(M, "Haar zoon", 11)
        .mens(M, "Zijn vader", None, onbekend=True)
        .mens(V, "Buurvrouw", 58, "past op")
        .mens(M, "Voetbaltrainer", 30)
        .mens(V, "Juf", 29)
        .mens(M, "Vriend van oma", 72)
        .mens(V, "Zus van oma", 69)
        .mens(V, "Dochter van haar zus", 40)
        .mens(M, "Kleinzoon van haar zus", 10)
    )
    return (
        family.band("Nieuwe vriendin", "Vader")
        .band("Zijn vader", "Nieuwe vriendin", APART)
        .kind("Nieuwe vriendin + Zijn vader", "Haar zoon")
        .band("Buurvrouw", "Moeder", NETWERK)
        .band("Oma moederskant", "Vriend van oma")
        .band("Oma moederskant", "Zus van oma", BROER_ZUS)
        .kind("Zus van oma", "Dochter van haar zus")
        .kind("Dochter van haar zus", "Kleinzoon van haar zus")
        .steun("Buurvrouw", "Kind drie")
        .steun("Voetbaltrainer", "Kind twee")
        .hulp("Wijkteam Voorbeeldhaven", "Moeder", "Vader")
        .hulp("School De Kompasroos", "Kind een")
    )


@dataclass(frozen=True)
class Case:
    """A family, why it is hard, and how many crossings are left, with the reason."""

    make: Callable[[], Familie]
    why: str
    crossings: int = 0
    reason: str = ""


DEMO = [
    Case(zilverduin, "two households share both children; grandmother on one side only"),
    Case(wolkenveld, "half siblings, unknown father, placement with an aunt, secret address"),
    Case(sterrenwoud, "a mother who died, her sister without parents, three children, help"),
]
HARD = [
    Case(two_fathers, "the common parent must stand in the middle; one father is a stepfather"),
    Case(half_siblings_on_both_sides, "four parents in a chain; households cut through it"),
    Case(
        three_partners_in_a_row,
        "a third partner has no free side",
        1,
        "two partners stand on one side, so the outer bar lies between the inner one and its child",
    ),
    Case(both_repartnered, "ex-partners who both began again: a chain of five"),
    Case(placed_with_aunt, "bracket of sisters, foster child with two sets of parents, unborn"),
    Case(grandparents_on_both_sides, "both partners want to stand at the end of their siblings"),
    Case(twins_with_two_mothers, "twins from one point; two mothers; donor is network only"),
    Case(
        foster_family,
        "two children leave their mother's line for another household",
        1,
        "two couples above the same two children: inner lines cross once, whatever the order",
    ),
    Case(
        circle_of_couples,
        "four people who each had both others: a circle has no ends",
        3,
        "one couple encloses the three others, and each of these has a child that must come out",
    ),
    Case(cousins_who_married, "lines part and come together again over three generations"),
    Case(incest, "a couple in two rows, and a father who is also grandfather"),
    Case(network_of_25, "25 people: families, friends and helpers without a family line"),
]
ALL = [*DEMO, *HARD]
