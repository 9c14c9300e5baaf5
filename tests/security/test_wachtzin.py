"""A wachtzin is judged in one plain line."""

import pytest

from vtdesk.errors import UserError
from vtdesk.security import wachtzin, woorden


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "Te kort: neem vier losse woorden"),
        ("fiets", "Te kort: neem vier losse woorden"),
        ("k7#pQ2!xv9Lm4z", "Te kort: neem vier losse woorden"),
        ("a b c d e f g", "Te kort: neem vier losse woorden"),
        ("              x              ", "Te kort: neem vier losse woorden"),
        ("aaaaaaaaaaaaaaaaaaaa", "Te veel herhaling: neem vier losse woorden"),
        ("abababababababab", "Te veel herhaling: neem vier losse woorden"),
    ],
)
def test_too_short_or_too_uniform_names_the_way_out(text: str, line: str) -> None:
    assert wachtzin.strength(text) == wachtzin.Sterkte(goed=False, regel=line)


@pytest.mark.parametrize(
    "text",
    [
        "welkom wachtwoord",
        "Welkom2026Welkom2026",
        "VeiligThuisRotterdam",
        "Rotterdam-Rijnmond-2026",
        "W3lk0mW3lk0mW3lk0m",
        "qwertyuiopasdfghjkl",
        "1234567890123456",
        "wachtwoord123456!",
        "veilig thuis rotterdam 010",
        "ABCDEF123456qwerty",
    ],
)
def test_words_that_everyone_tries_first_do_not_count(text: str) -> None:
    judged = wachtzin.strength(text)
    assert not judged.goed
    assert judged.regel.startswith("Te makkelijk te raden")
    with pytest.raises(UserError):
        wachtzin.check(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("boterham fiets regenboog kast", "Sterk"),
        ("lantaarn kers trampoline dak rotterdam", "Sterk"),
        ("kolom kater karnemelk mossel drempel logo", "Heel sterk"),
        ("kolom kolom kolom kolom kater dak", "Goed genoeg; vier losse woorden is sterker"),
        ("trampolinelantaarnpaal", "Goed genoeg; vier losse woorden is sterker"),
    ],
)
def test_good_wachtzin_is_praised_in_plain_words(text: str, line: str) -> None:
    assert wachtzin.strength(text) == wachtzin.Sterkte(goed=True, regel=line)
    wachtzin.check(text)


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("één twéé drieëntwintig kast", "é, ë"),
        ("k7#pQ2!xv9Lm4z8", "!, #"),
        ("kolom-kater_mossel+drempel=logo;dak", "+, -, ; …"),
    ],
)
def test_signs_that_lie_elsewhere_on_another_keyboard_are_named(text: str, signs: str) -> None:
    judged = wachtzin.strength(text)
    assert judged.goed
    assert judged.regel.endswith(
        f"Let op: {signs} zit op een ander toetsenbord misschien ergens anders"
    )


def test_drawn_words_are_six_of_7776_and_always_good() -> None:
    known = woorden._words()
    assert len(set(known)) == 6**5
    assert all(word.isascii() and word.islower() and 4 <= len(word) <= 8 for word in known)
    drawn = {woorden.draw() for _ in range(200)}
    assert len(drawn) == 200
    assert all(set(words.split()) <= set(known) for words in drawn)
    assert all(wachtzin.strength(words).goed for words in drawn)


def test_whole_pasted_document_is_refused() -> None:
    assert (
        wachtzin.strength("een heel verhaal " * 100).regel == "Te lang: neem ten hoogste 500 tekens"
    )
