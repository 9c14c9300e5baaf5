"""What gives a hidden value away, and what does not: in any notation, and by its telling parts."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vtdesk.values.geheim import AFGESCHERMD, Geheim

BEKEND = ("Fenna Wolkenveld", "Dario Kaneelboom")


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        ("Schelpenhof 9", "Zij woont op Schelpenhof  9."),
        ("Schelpenhof 9", "Zij woont op schelpenhof-9."),
        ("Schelpenhof 9", "Zij woont op SCHÉLPENHOF\n9."),
        ("Schelpenhof 9", "Zij woont op Schelpen-\nhof 9."),
        ("Schelpenhof 9", "Zij woont op Schelpenhof nr. 9."),
        ("Schelpenhof 9", "Zij woont op Schelpenhof negen."),
        ("Schelpenhof 9", "Ergens in de Schelpenhof."),
        ("0000 AB", "postcode 0000AB"),
        ("3011AB", "3011 ab"),
        ("Kade 4, 3011 AB Rotterdam", "Zij zit op Kade 4."),
        ("Kade 4, 3011 AB Rotterdam", "Zij zit in 3011AB."),
        ("kade 4, 3011 ab rotterdam", "Zij zit op de KADE 4."),
        ("kade 4, 3011 ab rotterdam", "Zij zit in 3011AB."),
        ("Kade 4 3011 AB Rotterdam", "Kade nummer 4"),
        ("Kade\n4", "Kade 4"),
        ("Kade 4", "Kade\u00a04"),
        ("Kade 4", "kade4"),
        ("Kade 4-b", "Kade 4b"),
        ("Kade 4b", "Kade 4"),
        ("Laan van Meerdervoort 12", "Meerdervoort 12"),
        ("’t Veld 3", "'t Veld 3"),
        ("IJkade 3", "Ĳkade 3"),
        ("Straße", "In de STRASSE"),
        ("Blijfhuis De Roos, Kade 4", "Blijfhuis De Roos"),
        ("Blijfhuis De Roos, Kade 4", "Zij slaapt in de Roos."),
        ("zwembad De Golfbreker", "Zij zwemt in De Golfbreker."),
        ("zwembad De Golfbreker", "bij zwembad de golf-\nbreker"),
        ("zwembad golfbreker", "Zij zwemt in Golfbreker."),
        ("De Zeeklas", "Zij zit op Zeeklas."),
        ("obs De Vlinder", "OBS  de vlinder"),
        ("obs De Vlinder", "groep 4 van Vlinder"),
        ("huisartsenpraktijk Van der Meer", "bij dokter van der Meer"),
        ("0612345678", "+31 6 1234 5678"),
        ("0612345678", "0031 (0)6-12\n34 56 78"),
        ("+31612345678", "06-12345678"),
        ("06-0000 0417", "tante, 0600000417"),
        ("loes.w@post.nl", "LOES.W@Post.nl"),
        ("loes.w@post.nl", "loes.w (at) post.nl"),
    ],
)
def test_a_hidden_value_is_seen_in_any_notation_and_by_its_parts(waarde: str, tekst: str) -> None:
    assert Geheim.van([waarde], BEKEND).staat_in(tekst)


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        ("Schelpenhof 9", "Schelpenhof 90 is iets anders."),
        ("Schelpenhof 9", "Zij zoekt een schelp op het hof."),
        ("Kade 4", "Om 4 uur liep zij op de kade."),
        ("Kade 4", "Kade 41"),
        ("Kade 4, 3011 AB Rotterdam", "De politie Rotterdam belde."),
        ("Kade 4, Capelle aan den IJssel", "Wijkteam Capelle aan den IJssel"),
        ("zwembad De Golfbreker", "Zij gaat graag naar het zwembad."),
        ("obs De Vlinder", "Zij tekende een vlinder."),
        ("huisarts Bakker", "bij de bakker"),
        ("bij oma van Fenna", "Fenna was bij oma."),
        ("Fenna zwemt daar op woensdag", "Fenna vertelt het op woensdag."),
        ("0612345678", "Op 12-05-2026 om 06.12 uur, nummer 0612345679."),
        ("weg", "Hij reed wegens drukte om."),
        ("É", "é"),  # one sign gives nothing away
        ("", "niets"),
    ],
)
def test_everyday_words_give_nothing_away(waarde: str, tekst: str) -> None:
    assert not Geheim.van([waarde], BEKEND).staat_in(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "Ineke belde.",
        "Mevrouw De Vries van hiernaast zei het.",
        "De buurvrouw van Wisselkade 12 heeft gebeld.",
        "Bel 0600000404.",
    ],
)
def test_a_melder_is_known_by_each_name_the_house_and_the_number(tekst: str) -> None:
    assert ineke().staat_in(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "De buurvrouw heeft gebeld.",
        "Otis woont op Wisselkade 8.",
        "Iemand van hiernaast, op 12 mei",
    ],
)
def test_what_half_the_street_could_say_names_no_melder(tekst: str) -> None:
    assert not ineke().staat_in(tekst)


def test_a_melder_who_is_called_like_the_family_is_not_known_by_that_name() -> None:
    oma = Geheim.van_melder("Truus Kaneelboom", (), BEKEND)
    assert not oma.staat_in("Dario Kaneelboom belde.")
    assert oma.staat_in("Truus belde.")


def test_a_melder_without_a_name_is_no_everyday_word() -> None:
    guard = Geheim.van_melder("Melder van 26 april")
    assert not guard.staat_in("Een melder belde op 26 april.")


@pytest.mark.parametrize(
    ("tekst", "bedekt"),
    [
        ("Zij woont op schelpenhof-9.", f"Zij woont op {AFGESCHERMD}."),
        ("Op Sche\u0301lpenhof 9, 0000AB", f"Op {AFGESCHERMD}, {AFGESCHERMD}"),
        ("Er staat niets.", "Er staat niets."),
    ],
)
def test_the_cover_lies_exactly_over_it(tekst: str, bedekt: str) -> None:
    assert Geheim.van(["Schelpenhof 9", "0000 AB"]).bedekt(tekst) == bedekt


VALUES = ["Schelpenhof 9", "0000 AB", "zwembad De Golfbreker", "06-0000 0417", "Kade 4"]
AIR = st.sampled_from([" ", "  ", "-", "\n", " -\n", "\u00a0", "\t", "\u2011", ", "])
LETTERS = st.text(string.ascii_letters + "\n.,- é", max_size=30)


@st.composite
def rewritten(draw: st.DrawFn) -> tuple[str, str]:
    """Write a value in some mix of air and case, in the middle of a sentence."""
    value = draw(st.sampled_from(VALUES))
    words = value.replace("-", " ").split()
    written = words[0]
    for word in words[1:]:
        written += draw(AIR) + word
    mixed = "".join(draw(st.sampled_from([sign.upper(), sign.lower()])) for sign in written)
    return value, f"{draw(LETTERS)} {mixed} {draw(LETTERS)}"


@settings(deadline=None)
@given(rewritten())
def test_any_mix_of_air_and_case_is_seen_and_covered(found: tuple[str, str]) -> None:
    value, tekst = found
    guard = Geheim.van([value])
    assert guard.staat_in(tekst)
    assert not guard.staat_in(guard.bedekt(tekst))


@settings(deadline=None)
@given(st.text("abdijmnrtuvwxyz é\n-.,12357", max_size=200))
def test_a_text_in_which_no_part_can_stand_passes_untouched(tekst: str) -> None:
    assert Geheim.van(VALUES).bedekt(tekst) == tekst


def ineke() -> Geheim:
    data = ("06-0000 0404", "buurvrouw", "woont aan de Wisselkade 12; wil niet dat iemand het weet")
    return Geheim.van_melder("Ineke de Vries", data, ("Otis Havikskruid",))
