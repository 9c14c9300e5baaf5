"""Taalwacht: her own words, never those of another; the office has the last word on the list."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import add_casus, add_persoon, held_talk, uitspraak, with_blocks
from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.services.taalwacht import Taalwacht
from vtdesk.values.kinds import Letter
from vtdesk.values.taalwacht import _woorden, in_blok, read_taalregels
from vtdesk.values.tekst import Afspraakregel, Alinea, Blok, Bron, Run, Werkaantekening, runs
from vtdesk.values.vouwen import woorden_met_plaats


@pytest.fixture
def taalwacht(desk: Desk) -> Taalwacht:
    return desk.taalwacht


def found(taalwacht: Taalwacht, blok: Blok) -> list[str]:
    return [one.woord for one in in_blok(taalwacht.boek(), blok)]


def test_the_list_is_long_and_each_rule_helps_and_says_why(taalwacht: Taalwacht) -> None:
    rows = taalwacht.rijen()
    assert len(rows) >= 60
    for rij in rows:
        assert rij.regel.liever
        assert rij.regel.waarom.endswith((".", "?"))
        assert rij.regel.bron
        assert rij.regel.vanaf


def test_what_may_be_put_in_a_text_names_nobody_and_adds_nothing(taalwacht: Taalwacht) -> None:
    [found_one] = in_blok(taalwacht.boek(), Alinea(runs("De ruzie duurde lang.")))
    put = {words for rij in taalwacht.rijen() for words in rij.regel.liever if "?" not in words}

    assert found_one.vervangers == ()
    assert found_one.vragen[0].startswith("Wat zag of hoorde je")
    assert put == {
        "wil niet", "zegt dat het niet zo is", "zegt", "vertelt", "zegt opnieuw", "blijft zeggen",
        "was er niet",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("blok", "words"),
    [
        (Alinea(runs("Vader weigert en is Hysterisch.")), ["weigert", "Hysterisch"]),
        (Alinea(runs("Zij gaf toe: kwam niet opdagen.")), ["gaf toe", "kwam niet opdagen"]),
        (uitspraak("“Hij liegt altijd”, zegt moeder.", Letter.VERKLARING), []),
        (uitspraak("Moeder zegt dat hij altijd liegt.", Letter.VERKLARING), []),
        (uitspraak("Ter plaatse bleek ruzie.", Letter.FEIT, bron=Bron("Politie")), []),
        (uitspraak("Er was ruzie.", Letter.FEIT, bron=Bron("Zelf gezien")), ["ruzie"]),
        (uitspraak("Er was ruzie.", Letter.FEIT, bron=Bron()), ["ruzie"]),
        (Alinea(runs("Melding MDO van 12 mei 2026 (politie): Ruzie, vader agressief.")), []),
        (uitspraak("Zij zegt: “hij liegt", Letter.MENING), []),
        (uitspraak("Dit is 'manipulatief' gedrag.", Letter.DUIDING), ["manipulatief"]),
        (uitspraak("Zij zei 'hij is altijd weg' tegen mij.", Letter.DUIDING), []),
        (Alinea((Run("Fenna: "), Run("papa is altijd boos", cursief=True))), []),
        (Alinea(runs("Hij slaapt ’s nachts nooit, zegt ’t meisje.")), ["nooit"]),
        (Werkaantekening(runs("Hij is onbetrouwbaar")), []),
        (Afspraakregel("vader", "belt niet altijd", "vr", "uiteraard"), ["altijd", "uiteraard"]),
        (Alinea(runs("De aflevering is gekeurd en geslaagd.")), []),
    ],
)  # fmt: skip
def test_it_flags_what_the_writer_chose_and_nothing_else(
    taalwacht: Taalwacht, blok: Blok, words: list[str]
) -> None:
    assert found(taalwacht, blok) == words


def test_an_own_rule_goes_before_and_is_taken_back(taalwacht: Taalwacht) -> None:
    before = taalwacht.bewaar("", "zielig, zielige", "verdrietig; huilt", "Zegt iets over ons.", "")
    own = taalwacht.rijen()[[rij.id for rij in taalwacht.rijen()].index("zielig")]

    assert (own.eigen, own.regel.vanaf) == (True, date(2026, 5, 12))
    assert found(taalwacht, Alinea(runs("Een zielige jongen"))) == ["zielige"]
    taalwacht.zet_terug(before)
    assert found(taalwacht, Alinea(runs("Een zielige jongen"))) == []


def test_a_rule_of_vtdesk_is_switched_off_changed_and_back(taalwacht: Taalwacht) -> None:
    before = taalwacht.zet("altijd", aan=False)
    off = found(taalwacht, Alinea(runs("altijd")))
    taalwacht.zet_terug(before)
    taalwacht.bewaar("altijd", "altijd, steeds", "vaak", "Tel het.", "team")
    changed = found(taalwacht, Alinea(runs("steeds altijd")))
    taalwacht.zet("altijd", aan=False)

    assert (off, changed) == ([], ["steeds", "altijd"])
    assert found(taalwacht, Alinea(runs("steeds altijd"))) == ["altijd"]


@pytest.mark.parametrize(
    ("woorden", "liever", "waarom"),
    [("", "a", "b"), ("a", "", "b"), ("a", "b", " "), ("!!!", "b", "c"),
     (",".join("abcdefghijklmnopqrstuvw"), "b", "c")],
)  # fmt: skip
def test_a_rule_that_does_not_help_is_refused_in_words(
    taalwacht: Taalwacht, woorden: str, liever: str, waarom: str
) -> None:
    with pytest.raises(UserError):
        taalwacht.bewaar("", woorden, liever, waarom, "")


def test_a_mistake_in_the_file_is_named_with_its_place() -> None:
    with pytest.raises(UserError, match="regel 2"):
        read_taalregels("[[woord]]\nwoorden = [x]")
    with pytest.raises(UserError, match="'lievr' hoort hier niet"):
        read_taalregels(
            '[[woord]]\nwoorden=["x"]\nliever=["y"]\nlievr="z"\nwaarom="w"\nbron="b"\nvanaf=2026-01-01'
        )


def test_the_check_says_how_many_words_and_never_blocks(desk: Desk) -> None:
    casus_id = add_casus(desk)
    vader = add_persoon(desk, casus_id)
    verslag_id = desk.verslagen.start(
        held_talk(desk, casus_id, DeelnameGegevens("Otis Havikskruid", "vader", vader))
    )
    tekst = desk.verslagen.open(verslag_id).tekst

    def point(words: str) -> tuple[str, bool, bool, bool]:
        with_words = with_blocks(tekst, tekst.secties[0].id, Alinea(runs(words)))
        points = desk.vaststelling.controle_van(verslag_id, with_words)
        one = next(punt for punt in points if punt.id == "taalwacht")
        return one.tekst, one.klaar, one.moet, one.vrij

    assert point("Vader vertelt.") == ("Taalwacht: niets gevonden", True, False, False)
    assert point("Vader weigert.") == ("Taalwacht: weigert", False, False, True)
    assert point("Weigert altijd. Altijd ruzie, nooit rust.") == (
        "Taalwacht: weigert, altijd, ruzie, en nog 1", False, False, True,
    )  # fmt: skip


@given(st.lists(st.sampled_from(["weigert", "Altijd", "gaf", "toe", "huis", "12", ",", "-", "é"])))
@settings(max_examples=80, deadline=None)
def test_plain_letters_and_others_give_the_same_words(words: list[str]) -> None:
    text = " ".join(words)
    short, long = _woorden(text), woorden_met_plaats(text)
    assert short == long
