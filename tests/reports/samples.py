"""Documents to render: one with everything, one of four pages, one of sixty.

All persons, places and organisations are invented.
"""

from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from uuid import UUID

from vtdesk.values.document import Aanwezige, Onderdeel, VerslagDocument, Verslagkop
from vtdesk.values.kinds import Aanwezigheid, Letter, Verificatie, VerslagStand, Zichtbaarheid
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Blok,
    Bron,
    Lijstpunt,
    Run,
    Sectie,
    Tekst,
    Uitspraakregel,
    Werkaantekening,
    runs,
)
from vtdesk.values.tijd import at

MAREN, OTIS, PIP, TESS = (UUID(int=n) for n in range(1, 5))

KOPPEN = (
    "Aanleiding en doel",
    "Uitleg gegeven",
    "Wat goed gaat",
    "Zorgen besproken",
    "De kinderen",
    "Veiligheid nu",
    "Visie van ieder",
    "Afspraken",
    "Vervolg",
    "Reacties",
)
ONDERDELEN = tuple(
    Onderdeel(nummer, kop, kop.split()[-1].lower()) for nummer, kop in enumerate(KOPPEN, start=1)
)
KOP = Verslagkop(
    dossiernummer="VT-DEMO-0141",
    soort="Gespreksverslag",
    datum="dinsdag 12 mei 2026",
    tijd="16:15–17:05",
    plaats="kantoor, kamer 3",
    auteur="Mila Proefstra",
    functie="procesregisseur",
    organisatie="Veilig Thuis Voorbeeldhaven",
    aanwezigen=(
        Aanwezige(
            "Otis Havikskruid",
            "vader",
            Aanwezigheid.EERDER_WEG,
            "gezamenlijk gezag over Pip en Job",
            "weg om 16:50, na een woordenwisseling",
        ),
        Aanwezige("Mila Proefstra", "procesregisseur", Aanwezigheid.AANWEZIG),
        Aanwezige("Ivo Testman", "gedragswetenschapper", Aanwezigheid.BEELDBELLEN),
        Aanwezige(
            "Maren Zilverduin",
            "moeder",
            Aanwezigheid.AFWEZIG,
            "gezamenlijk gezag over Pip en Job",
            "apart gesproken op 11 mei",
        ),
    ),
    tolk="geen",
    opname="door vader, met medeweten van Veilig Thuis",
)

ALINEA = (
    "Er kwamen drie meldingen binnen over ruzie bij de overdracht van de kinderen. Het gesprek was "
    "bedoeld om te horen hoe vader de overdracht ziet, om te vertellen wat is gemeld en om samen "
    "te bekijken wat er nu nodig is, zodat Pip en Job zonder spanning van het ene huis naar het "
    "andere gaan."
)


def uitspraak(
    letter: Letter,
    tekst: str,
    bron: Bron,
    dag: date | None = None,
    verificatie: Verificatie = Verificatie.ONBEVESTIGD,
    door: str = "",
) -> Uitspraakregel:
    """Make a statement with an id that follows from its words."""
    own = UUID(bytes=tekst.encode()[:16].ljust(16, b"."))
    return Uitspraakregel(
        own, letter, runs(tekst), bron, dag, verificatie=verificatie, verificatie_door=door
    )


MOEDER = Bron("Maren Zilverduin", MAREN, "moeder")
VADER = Bron("Otis Havikskruid", OTIS, "vader")

UITSPRAKEN = (
    uitspraak(
        Letter.FEIT,
        "Een kind belde 112. Het gesprek duurde drie minuten.",
        Bron("politie, mutatie bij de tweede melding"),
        date(2026, 4, 23),
        Verificatie.BEVESTIGD,
        "de politie",
    ),
    uitspraak(
        Letter.VERKLARING,
        "“Hij reed weg terwijl ik de deur nog vasthield.”",
        MOEDER,
        date(2026, 5, 11),
        Verificatie.TEGENGESPROKEN,
        "vader",
    ),
    uitspraak(
        Letter.VERKLARING,
        "De auto stond stil tot iedereen aan de kant was.",
        VADER,
        date(2026, 5, 12),
    ),
    replace(
        uitspraak(Letter.VERKLARING, "Vader drinkt voor de overdracht.", MOEDER, date(2026, 5, 11)),
        bron=Bron("Maren Zilverduin", MAREN, "moeder", via="Ria Havikskruid, grootmoeder"),
        zichtbaarheid=Zichtbaarheid.NIET_VOOR,
        niet_voor=(OTIS,),
    ),
    replace(
        uitspraak(Letter.VERKLARING, "kind", Bron("Pip", PIP, "kind, 9 jaar"), date(2026, 5, 7)),
        runs=(
            Run("Pip zegt: "),
            Run(
                "“Als ze schreeuwen tel ik de stoeptegels. Ik kom nooit bij honderd.”",
                cursief=True,
            ),
        ),
        zichtbaarheid=Zichtbaarheid.ALLEEN_VT,
    ),
    uitspraak(
        Letter.VERKLARING,
        "De auto van vader stond bij de woning.",
        Bron("een buurtbewoner", None, "melder"),
        date(2026, 5, 12),
        Verificatie.WEERLEGD,
        "de wijkagent",
    ),
    uitspraak(
        Letter.VERKLARING,
        "Vader kwam nooit op tijd.",
        MOEDER,
        date(2026, 4, 2),
        Verificatie.INGETROKKEN,
    ),
    uitspraak(
        Letter.MENING,
        "Pip ziet er moe en voorzichtig uit, meer sinds februari.",
        Bron("juf Tess", TESS, "school De Kompasroos"),
        date(2026, 5, 12),
    ),
    uitspraak(
        Letter.DUIDING,
        "Het gaat mis op de momenten van overdracht. Daartussen beschrijven beide ouders rust.",
        Bron("Mila Proefstra", None, "procesregisseur"),
        date(2026, 5, 12),
    ),
    uitspraak(
        Letter.HYPOTHESE,
        "Mogelijk kiest Pip woorden die bij beide ouders passen, om niemand pijn te doen.",
        Bron("Ivo Testman", None, "gedragswetenschapper"),
        date(2026, 5, 12),
    ),
)

AFSPRAKEN = (
    Afspraakregel(
        "Mila Proefstra",
        "Stuurt vader het informatieblad over zijn rechten en wat er is gemeld.",
        "vóór vrijdag 15 mei 2026",
        "Bo Vervanger doet het op maandag 18 mei.",
    ),
    Afspraakregel(
        "Vader",
        "Denkt na over overdracht op school in plaats van aan de deur.",
        "dinsdag 19 mei 2026",
        "De overdracht blijft tot dan bij grootmoeder.",
    ),
    Afspraakregel(
        "School",
        "Belt Veilig Thuis als Pip zonder bericht wegblijft.",
        "elke schooldag vóór 10:00",
        "",
    ),
)

GEHEIM = "Navragen bij Nel of dit wel klopt; komt nooit op papier."

SECTIES: dict[str, tuple[Blok, ...]] = {
    "doel": (
        Alinea(runs(ALINEA)),
        Werkaantekening(runs(GEHEIM)),
    ),
    "gegeven": tuple(
        Lijstpunt(runs(punt))
        for punt in (
            "Werkwijze van Veilig Thuis en wat er na dit gesprek gebeurt.",
            "Welke gegevens worden vastgelegd, en hoe lang.",
            "Recht op inzage en afschrift, en hoe je een klacht indient.",
        )
    ),
    "gaat": (
        Alinea(
            (
                Run("Beide ouders willen dat het stopt. "),
                Run("Dat zeiden zij los van elkaar.", vet=True),
            )
        ),
    ),
    "besproken": UITSPRAKEN,
    "kinderen": (
        Alinea(runs("Met Pip is op 7 mei op school gesproken. Met Job is nog niet gesproken.")),
    ),
    "nu": (
        Lijstpunt(runs("Pip en Job slapen vannacht bij moeder."), genummerd=True),
        Lijstpunt(runs("Er is tot vrijdag geen overdracht."), genummerd=True),
        Lijstpunt(runs("Veilig Thuis let op de veiligheid."), genummerd=True),
    ),
    "ieder": (Alinea(runs("Vader vindt de meldingen overdreven en wil dat zijn kant telt.")),),
    "afspraken": AFSPRAKEN,
    "vervolg": (Alinea(runs("Bo Vervanger is van 13 tot en met 22 mei contactpersoon.")),),
}


def document(secties: dict[str, tuple[Blok, ...]] | None = None) -> VerslagDocument:
    """Make a vastgesteld verslag with every kind of block in it."""
    inhoud = SECTIES if secties is None else secties
    tekst = Tekst(
        tuple(
            Sectie(o.sectie_id, inhoud.get(o.sectie_id, ()), "")
            if o.sectie_id != "reacties" or "reacties" in inhoud
            else Sectie(o.sectie_id, (), "vader ging weg voordat hij kon reageren")
            for o in ONDERDELEN
        )
    )
    return VerslagDocument(
        kop=KOP,
        onderdelen=ONDERDELEN,
        tekst=tekst,
        stand=VerslagStand.VASTGESTELD,
        versie=1,
        vastgesteld_op=at(date(2026, 5, 12), 21, 14),
        vingerafdruk="7f3a 91c2",
    )


def concept(secties: dict[str, tuple[Blok, ...]] | None = None) -> VerslagDocument:
    """Make the same verslag as a draft."""
    return replace(
        document(secties),
        stand=VerslagStand.CONCEPT,
        versie=0,
        vastgesteld_op=None,
        vingerafdruk="",
    )


def longer(paragraphs: int) -> VerslagDocument:
    """Make a verslag in which each section of text goes on for this many blocks."""
    zinnen = [zin.strip() + "." for zin in ALINEA.split(".") if zin.strip()]
    verhaal = [
        Alinea(runs(f"Punt {number}. " + " ".join(islice(cycle(zinnen), 3 + number % 4))))
        for number in range(paragraphs)
    ]
    meer = {
        "doel": (*SECTIES["doel"], *verhaal),
        "besproken": tuple(islice(cycle(UITSPRAKEN), max(10, paragraphs))),
        "kinderen": (*SECTIES["kinderen"], *verhaal),
        "ieder": (*SECTIES["ieder"], *verhaal),
        "afspraken": tuple(islice(cycle(AFSPRAKEN), max(6, paragraphs // 3))),
    }
    return document({**SECTIES, **meer})


def four_pages() -> VerslagDocument:
    """Make the verslag that the speed of the PDF is measured on."""
    return longer(2)


def sixty_pages() -> VerslagDocument:
    """Make a verslag as long as a whole investigation."""
    return longer(95)
