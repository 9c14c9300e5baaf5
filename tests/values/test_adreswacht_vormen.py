"""What people write instead of a shielded value: other forms of it, and errors of every kind."""

import random
from dataclasses import dataclass

import pytest

from tests.values.test_adreswacht import ordinary
from vtdesk.values.adreswacht import Openbaar, Wacht, bewaakt
from vtdesk.values.kinds import AfgeschermdSoort
from vtdesk.values.uitgaand import WegReden

BEKEND = ("Sanne Wolkenveld", "Dario Kaneelboom", "Loes Wolkenveld")
LEAST_RECALL = 0.95
LEAST_PRECISION = 0.80
EACH = 60
LETTERS, DIGITS = "abcdefghijklmnopqrstuvwxyz", "0123456789"


def wacht(
    waarde: str,
    soort: AfgeschermdSoort,
    plekken: tuple[str, ...] = (),
    plaatsen: frozenset[str] = frozenset(),
) -> Wacht:
    """Guard one value in a casus where these names are open."""
    known = Openbaar(BEKEND, plekken, plaatsen=plaatsen)
    return Wacht([bewaakt(waarde, soort, "iets", WegReden.GEHEIM_ADRES, known)], known)


ADRES, POSTCODE, TELEFOON = (
    AfgeschermdSoort.ADRES,
    AfgeschermdSoort.POSTCODE,
    AfgeschermdSoort.TELEFOON,
)
SCHOOL, HUISARTS, PLEK, WOORD = (
    AfgeschermdSoort.SCHOOL,
    AfgeschermdSoort.HUISARTS,
    AfgeschermdSoort.PLEK,
    AfgeschermdSoort.WOORD,
)

VORMEN: dict[tuple[str, AfgeschermdSoort], tuple[str, ...]] = {
    ("Schelpenhof 9", ADRES): (
        "Schelpenhof | 3 kinderen", "Schelpenhof\n3 kinderen", "Schelpenhof 2 nachten",
        "Schelpenhof, 2 hoog", "Schelpenhof 2e verdieping", "Schelpenhof (3 hoog)",
        "Schelpenhof 7/9", "Schelpenhof 7-9-11", "Schelpenhof 8", "Schelpenhof. 12 mei",
        "Schelpenh. 9", "Schelpenhofje", "Schelpenhof-flat", "schelpenhofbewoners",
        "Ѕсhelpenhof", "Schelpen\u3164hof", "Schelpen\u200bhof", "Sche1penh0f", "5chelpenhof",
        "S-c-h-e-l-p-e-n-h-o-f", "Schelpenhof negen",
    ),
    ("Kade 7", ADRES): ("Kade 7", "kade nr 7", "Kade zeven", "KADE-7"),
    ("Burgemeester van Rijnstraat 4, 3131 AB Vlaardingen", ADRES): (
        "Burg. van Rijnstr. 4", "Burgemeester v. Rijnstr.", "v. Rijnstr. 4", "van Rijnstraat 8",
        "Rijnstr 4", "B. v. Rijnstraat", "in Vlaardingen", "vlaardingen", "3131ab", "31 31 AB",
        "3131-AB", "3131, AB", "3131\nAB", "3l31 AB",
    ),
    ("Schelpenhof 9 3131 ab Vlaardingen", ADRES): ("3131AB", "3131 ab", "Vlaardingen"),
    ("Dorpsstraat 12, Rhoon", ADRES): (
        "Dorpsstr. 12", "de Dorpsstr.", "Dorpstr. 12", "dorpstraat 12", "Dorpsstraat twaalf",
        "Rhoon",
    ),
    ("Kastanjelaan 8", ADRES): ("Kastanjeln 8", "de Kastanjeln.", "Kastanjelaan 11"),
    ("Wilgenplein 3", ADRES): ("Wilgenpln. 3", "op het Wilgenpln", "Wilgenplein drie"),
    ("Zandkreekweg 21", ADRES): ("Zandkreekwg 21", "Zandkreekweg eenentwintig"),
    ("06-0000 0417", TELEFOON): (
        "06 00000417", "+31 6 0000 0417", "06.00.00.04.17", "0 6 0 0 0 0 0 4 1 7",
        "nul zes nul nul nul nul nul vier een zeven", "O6-OOOO O4l7", "06 0000 nul417",
        "06, vier keer 0, dan 0417", "eindigt op 0417", "0000 0417", "٠٦٠٠٠٠٠٤١٧",
    ),
    ("De Zeeklas", SCHOOL): ("zeeklas", "Zeeklasje", "zeeklassers", "Zeeklas-juf", "Zee-klas"),
    ("Openbare basisschool Regenboog", SCHOOL): (
        "op regenboog", "zit op de regenboog", "regenboogschool", "de Regenboog",
    ),
    ("Basisschool De Klimop, Hoofdweg 3", SCHOOL): ("groep 4 van de klimop", "klimopschool"),
    ("huisarts dr. Proef", HUISARTS): ("dokter Proef", "dr proef", "Proef", "Dr. Poef"),
    ("zwembad De Golfbreker", PLEK): ("Golfbrekerbad", "golfbrekers", "zwembad", "golfbreker"),
    ("school in Dordrecht", PLEK): ("Dordrecht",),
    ("bibliotheekboek", WOORD): ("bibliotheekboeken", "bibliotheekboekje", "bibliotheek boek"),
    ("paraplu", WOORD): ("paraplu's", "parapluutje", "PARAPLU"),
    ("loes.w@voorbeeld.nl", WOORD): (
        "loes.w (at) voorbeeld.nl", "loes.w apenstaartje voorbeeld punt nl",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("waarde", "soort", "vorm"),
    [(*value, form) for value, forms in VORMEN.items() for form in forms],
)
def test_every_other_form_is_a_hit(waarde: str, soort: AfgeschermdSoort, vorm: str) -> None:
    assert wacht(waarde, soort).staat_in(f"Wij zagen dat {vorm} genoemd werd.")


@dataclass(frozen=True)
class Soort:
    """One kind of value, as it is typed with an error."""

    naam: str
    waarde: str
    soort: AfgeschermdSoort
    getypt: str


SOORTEN = (
    Soort("straat en nummer", "Schelpenhof 9", ADRES, "Schelpenhof 9"),
    Soort("straat en nummer", "Lindelaan 14", ADRES, "Lindelaan 14"),
    Soort("straat en nummer", "Kerkstraat 21, 3131 AB Schiedam", ADRES, "Kerkstraat 21"),
    Soort("straat", "Kwikstaartlaan 112b", ADRES, "Kwikstaartlaan"),
    Soort("postcode", "3131 AB", POSTCODE, "3131 AB"),
    Soort("postcode", "Kerkstraat 21, 4821 QZ Schiedam", ADRES, "4821QZ"),
    Soort("telefoon", "06-0000 0417", TELEFOON, "06-0000 0417"),
    Soort("telefoon", "010 - 412 36 58", TELEFOON, "0104123658"),
    Soort("school", "De Zeeklas", SCHOOL, "De Zeeklas"),
    Soort("school", "basisschool De Wiekslag", SCHOOL, "Wiekslag"),
    Soort("school", "Basisschool De Regenboog", SCHOOL, "Regenboog"),
    Soort("huisarts", "huisarts Quispelaar", HUISARTS, "Quispelaar"),
    Soort("huisarts", "huisarts dr. Proef", HUISARTS, "dr. Proef"),
    Soort("zwembad", "zwembad De Golfbreker", PLEK, "Golfbreker"),
    Soort("gebied", "Duinkerkenoord", WOORD, "Duinkerkenoord"),
    Soort("gebied", "Kerkstraat 21, 3131 AB Vlaardingen", ADRES, "Vlaardingen"),
)


def test_one_error_of_any_kind_is_a_hit_and_ordinary_words_are_none() -> None:
    lot = random.Random(20260513)
    planted: dict[str, list[bool]] = {}
    for one in SOORTEN:
        guard = wacht(one.waarde, one.soort)
        assert not guard.staat_in("Zij vertelde dat ze bij hem was.")
        for _ in range(EACH):
            for misspelt in (_fout(one.getypt, lot), _fout(one.getypt.lower(), lot)):
                text = f"Zij vertelde dat ze bij {misspelt} was."
                planted.setdefault(one.naam, []).append(guard.staat_in(text))
    found = sum(map(sum, planted.values()))
    everything = sum(map(len, planted.values()))
    facts = [
        bewaakt(one.waarde, one.soort, one.naam, WegReden.GEHEIM_ADRES, BEKEND) for one in SOORTEN
    ]
    whole = Wacht(facts, BEKEND)
    quiet = [text for text in ordinary() if not _names_a_value(text)]
    wrong = [text for text in quiet if whole.staat_in(text)]
    precision = found / (found + len(wrong))
    for kind, hits in planted.items():
        print(f"\nadreswacht, one error: {kind} {sum(hits) / len(hits):.1%}", end="")  # noqa: T201
    print(  # noqa: T201
        f"\nadreswacht, one error: recall {found / everything:.1%} of {everything}; "
        f"{len(wrong)} wrong hits in {len(quiet)} ordinary texts, precision {precision:.1%}"
    )
    assert found / everything >= LEAST_RECALL
    assert all(sum(hits) / len(hits) >= LEAST_RECALL for hits in planted.values())
    assert precision >= LEAST_PRECISION


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        ("maandag om 4 uur naar de dansles", "Maandag komt het gezin bij elkaar."),
        ("bij vader op het werk", "Vader is thuis. Hij zoekt een baan."),
        ("werkt bij de gemeente, afdeling burgerzaken", "De gemeente werkt mee."),
        ("de opvang aan het park", "De kinderen spelen. Moeder werkt."),
        ("logeert door de week bij haar zus", "Fenna logeert door drukte niet bij oma."),
    ],
)
def test_everyday_words_of_a_free_place_are_no_hit(waarde: str, tekst: str) -> None:
    assert not wacht(waarde, PLEK).staat_in(tekst)


def test_the_telling_word_of_a_free_place_is_a_hit() -> None:
    guard = wacht("maandag om 4 uur naar de dansles", PLEK)
    assert guard.staat_in("Zij brengt Fenna naar dansles.")


def test_a_street_within_an_open_name_is_no_hit_and_beside_it_is_one() -> None:
    guard = wacht("Dorpslaan 12", ADRES, ("Wijkteam Dorpslaan", "Dorpslaan 30"))
    assert not guard.staat_in("Wijkteam Dorpslaan belde. De buren van Dorpslaan 30 ook.")
    for leak in ("Dorpslaan 12", "de Dorpslaan", "Wijkteam Dorpslaan zag haar op de Dorplaan"):
        assert guard.staat_in(leak)


def test_a_town_where_others_live_openly_is_no_hit() -> None:
    value = "Duinroos 8, 4331 AB Middelburg"
    assert wacht(value, ADRES).staat_in("Tijn was in Middelburg.")
    assert not wacht(value, ADRES, plaatsen=frozenset({"middelburg"})).staat_in("in Middelburg")


def _names_a_value(text: str) -> bool:
    words = ("proef", "regenboog", "zwembad", "0417", "vlaardingen", "schelpenhof", "zeeklas",
             "golfbreker", "schiedam", "0000")  # fmt: skip
    return any(word in text.lower() for word in words)


def _fout(getypt: str, lot: random.Random) -> str:
    """Make one typing error: in a number a wrong digit or two swapped, in a word any of four."""
    while True:
        place = lot.randrange(len(getypt))
        sign = getypt[place]
        if not sign.isalnum():
            continue
        signs = DIGITS if sign.isdecimal() else LETTERS
        other = lot.choice([one for one in signs if one != sign.lower()])
        following = getypt[place + 1 : place + 2]
        wrong = lot.choice(
            (
                f"{getypt[:place]}{other}{getypt[place:]}",
                f"{getypt[:place]}{getypt[place + 1 :]}",
                f"{getypt[:place]}{other}{getypt[place + 1 :]}",
                f"{getypt[:place]}{following}{sign}{getypt[place + 2 :]}",
            )
        )
        if wrong != getypt and (following.isalnum() or len(wrong) <= len(getypt)):
            return wrong
