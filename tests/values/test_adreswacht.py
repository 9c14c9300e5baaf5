"""The adreswacht: every notation, one typing error, and quiet about ordinary words."""

import random
import re
import time
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from tests.values.lekken import WAARDEN, ZINNEN, notaties, typfouten, wacht
from vtdesk import resources
from vtdesk.values.adreswacht import Wacht

LEAST_RECALL = 0.95
LEAST_PRECISION = 0.80
ROUNDS = 40


@pytest.fixture(scope="module")
def guard() -> Wacht:
    return wacht()


def test_every_notation_of_a_value_is_found(guard: Wacht) -> None:
    planted = [
        zin.format(written) for one in WAARDEN for written in notaties(one) for zin in ZINNEN
    ]
    missed = [zin for zin in planted if not guard.staat_in(zin)]
    print(f"\nadreswacht: {len(planted)} notations, {len(missed)} missed")  # noqa: T201
    assert not missed


def test_one_typing_error_is_found_and_ordinary_words_are_left_alone(guard: Wacht) -> None:
    lot = random.Random(20260512)
    planted = [
        lot.choice(ZINNEN).format(written)
        for _ in range(ROUNDS)
        for one in WAARDEN
        for written in typfouten(one, lot)
    ]
    found = sum(guard.staat_in(zin) for zin in planted)
    texts = ordinary()
    wrong = [zin for zin in texts if guard.staat_in(zin)]
    recall, precision = found / len(planted), found / (found + len(wrong))
    print(  # noqa: T201
        f"\nadreswacht: {len(planted)} with one typing error, recall {recall:.1%}; "
        f"{len(texts)} ordinary sentences and words, {len(wrong)} wrong hits, "
        f"precision {precision:.1%}"
    )
    assert recall >= LEAST_RECALL
    assert precision >= LEAST_PRECISION


@pytest.mark.parametrize(
    ("zin", "woord"),
    [
        ("Tijn ziet zijn zus op zaterdag bij het zwembad. Sanne is erbij.", "zwembad"),
        ("Zij woont nu op de Schelpenhov, zegt oma.", "Schelpenhov"),
        ("Bel 0031 6 0000 0417 na vijven.", "6 0000 0417"),
        ("Ze gaat naar de Zee\nklas.", "de Zee\nklas"),
        ("Gijsberta belde ons.", "Gijsberta"),
        ("Zij woont in de Schelpenhof.\n2 Doelen", "Schelpenhof"),
        ("Zij was op de Schelpnhof. 3 dagen later niet.", "Schelpnhof"),
    ],
)
def test_a_hit_says_where_it_stands(guard: Wacht, zin: str, woord: str) -> None:
    (hit,) = guard.zoek(zin)
    assert zin[hit.begin : hit.einde] == woord


@pytest.mark.parametrize(
    "zin",
    [
        "In de les zwommen de kinderen.",
        "De golven braken op het strand.",
        "",
    ],
)
def test_other_words_are_no_hit(guard: Wacht, zin: str) -> None:
    assert not guard.zoek(zin)


def test_sixty_pages_take_less_than_a_second(guard: Wacht) -> None:
    page = " ".join(_demo_sentences())[:3_500]
    document = "\n".join([page] * 60)
    guard.zoek(page)  # the words of the language are read once
    begin = time.process_time()
    guard.zoek(document)
    assert time.process_time() - begin < 1


def ordinary() -> list[str]:
    """Give sentences and words in which nothing is shielded."""
    return [*_demo_sentences(), *_dictionary()]


def _demo_sentences() -> list[str]:
    """Give the ordinary sentences of the demo."""
    words = [
        text
        for path in sorted(resources.path("demo").glob("*.toml"))
        for text in _texts(tomllib.loads(path.read_text(encoding="utf-8")))
    ]
    secret = re.compile(
        r"Schelpenhof|Zeeklas|Golfbreker|zwembad|bibliotheekboek|0000 ?AB|0417", re.I
    )
    return [text for text in words if " " in text and not secret.search(text)]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _dictionary() -> Iterator[str]:
    """Give the words of the language, ten to a sentence, small as in running text."""
    lines = resources.path("spelling", "nl.dic").read_text(encoding="utf-8").splitlines()[1:]
    words = [line.split("/")[0] for line in lines]
    for begin in range(0, len(words), 10):
        yield f"Zij schreef {' '.join(words[begin : begin + 10])}."
