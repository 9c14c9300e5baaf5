"""Documents of every form and with everything that can stand in one.

All persons, places and organisations are invented.
"""

from dataclasses import replace
from datetime import date

from tests.reports import samples
from vtdesk.values.document import Onderdeel, Reactieregel, VerslagDocument
from vtdesk.values.kinds import ReactieSoort
from vtdesk.values.sjabloon import Vorm
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Blok,
    Lijstpunt,
    Run,
    Sectie,
    Tabelrij,
    Tekst,
    runs,
)

WEGGELATEN = "[weggelaten: gaat over een ander]"

REACTIES = (
    Reactieregel(
        "Otis Havikskruid", ReactieSoort.NIET_AKKOORD, date(2026, 5, 20), "vader",
        "Er staat dat ik wegreed. Ik stond stil.\nDat moet erbij.",
    ),
    Reactieregel("Maren Zilverduin", ReactieSoort.AKKOORD, date(2026, 5, 21), "moeder"),
    Reactieregel("Ivo Testman", ReactieSoort.GEZIEN, date(2026, 5, 22), "gedragswetenschapper"),
)  # fmt: skip

VOORWAARDEN = tuple(
    Tabelrij(cellen)
    for cellen in (
        ("De overdracht gaat zonder ruzie.", "gehaald", "Drie keer gezien, juf Tess"),
        ("Vader drinkt niet als de kinderen er zijn.", "deels", "Vader vertelt het zelf"),
        ("Pip slaapt de hele nacht door.", "niet te beoordelen", WEGGELATEN),
    )
)

PER_KIND: tuple[Blok, ...] = (
    Alinea(runs("Met beide kinderen is apart gesproken.")),
    Alinea((Run("Pip", vet=True),)),
    Alinea(runs("Pip slaapt slecht sinds februari. Op school let juf Tess op.")),
    *samples.UITSPRAKEN[4:5],
    Alinea((Run("Job", vet=True),)),
    Lijstpunt(runs("Job praat nog weinig.")),
    Lijstpunt(runs("Job wil zijn beer mee.")),
)

LETTERLIJK: tuple[Blok, ...] = (
    Alinea(runs("Ik wil dat het stil is in de auto.")),
    Alinea(runs("Pip zegt: “Dan tel ik de stoeptegels.” Daarna was het stil.")),
)

SECTIES: dict[str, tuple[Blok, ...]] = {
    **samples.SECTIES,
    "gaat": (
        Alinea(
            (
                Run("Beide ouders willen dat het stopt. "),
                Run(WEGGELATEN, weg=True),
                Run(" Zij praten er elke week over met hun ouders."),
            )
        ),
        *LETTERLIJK,
    ),
    "kinderen": PER_KIND,
    "nu": VOORWAARDEN,
}

_EXTRA = {
    "gaat": {"letterlijk": True},
    "kinderen": {"per": "kind"},
    "nu": {"kolommen": ("Voorwaarde", "Hoe het staat", "Waaruit dat blijkt")},
}


def rich() -> VerslagDocument:
    """Make the third copy of a verslag with tables, children, signers and reactions."""
    return replace(
        samples.document(SECTIES),
        onderdelen=tuple(replace(o, **_EXTRA.get(o.sectie_id, {})) for o in samples.ONDERDELEN),
        tekenen=("moeder", "vader", "jongere van 12 jaar of ouder"),
        exemplaar=3,
        bestemd_voor="Maren Zilverduin",
        reacties=REACTIES,
    )


def _made_of(
    document: VerslagDocument, parts: tuple[tuple[Onderdeel, tuple[Blok, ...]], ...]
) -> VerslagDocument:
    return replace(
        document,
        onderdelen=tuple(onderdeel for onderdeel, _ in parts),
        tekst=Tekst(tuple(Sectie(o.sectie_id, blokken) for o, blokken in parts)),
    )


def letter() -> VerslagDocument:
    """Make a letter with an address, that asks for an answer."""
    parts = (
        (
            Onderdeel(1, "Waarom krijgt u deze brief?", "waarom"),
            (
                Alinea(runs("Wij kregen een melding over ruzie bij de overdracht.")),
                Alinea(runs("Wij willen graag met u praten over hoe het nu gaat met Pip en Job.")),
            ),
        ),
        (
            Onderdeel(2, "Wat vragen wij van u?", "vragen"),
            (
                Lijstpunt(runs("Kom op dinsdag 19 mei om 10:00 uur naar ons kantoor.")),
                Lijstpunt(runs("Neem iemand mee als u dat fijn vindt.")),
                Afspraakregel("U", "belt ons als u niet kunt", "vóór 18 mei", "wij bellen u"),
            ),
        ),
        (Onderdeel(3, "Wat zijn uw rechten?", "rechten"), (Alinea(runs("U mag alles lezen.")),)),
        (Onderdeel(4, "Verder", "verder"), ()),
    )
    return replace(
        _made_of(samples.document(), parts),
        kop=replace(samples.KOP, soort="Brief", aanwezigen=(), tolk="", opname=""),
        vorm=Vorm.BRIEF,
        betreft="Uitnodiging voor een gesprek",
        aanhef="Geachte mevrouw Zilverduin,",
        adres=("Mevrouw M. Zilverduin", "Eikvoorbeeldlaan 1", "1234 AB Voorbeeldhaven"),
    )


def card() -> VerslagDocument:
    """Make the version of a safety plan for a child."""
    parts = (
        (
            Onderdeel(1, "Wat we hebben afgesproken", "afgesproken"),
            (
                Lijstpunt(runs("Papa en mama maken geen ruzie bij de deur.")),
                Lijstpunt(runs("Oma brengt mij naar school.")),
            ),
        ),
        (
            Onderdeel(2, "Als het toch misgaat", "mis"),
            (
                Lijstpunt(runs("Ik ga naar mijn kamer."), genummerd=True),
                Lijstpunt(runs("Ik bel oma. Zij neemt altijd op."), genummerd=True),
                Lijstpunt(runs("Als ik bang ben, bel ik 112."), genummerd=True),
            ),
        ),
        (Onderdeel(3, "Wat ik zelf zeg", "zelf", letterlijk=True), LETTERLIJK),
    )
    return replace(
        _made_of(samples.document(), parts),
        kop=replace(samples.KOP, soort="Mijn veiligheidsplan"),
        vorm=Vorm.KAART,
    )


def with_emergency_card() -> VerslagDocument:
    """Make a safety plan of which one part is to be cut out."""
    kaart = (
        Alinea((Run("Bel 112 als er gevaar is.", vet=True),)),
        Lijstpunt(runs("Oma Ria: 06 00 00 00 00")),
        Lijstpunt(runs("Codewoord: lantaarn")),
    )
    document = samples.document({**samples.SECTIES, "nu": kaart})
    return replace(
        document,
        onderdelen=tuple(
            replace(o, kaart=True) if o.sectie_id == "nu" else o for o in samples.ONDERDELEN
        ),
    )


FORMS = {
    "rijk": rich(),
    "brief": letter(),
    "kaart": card(),
    "noodkaart in een plan": with_emergency_card(),
}
