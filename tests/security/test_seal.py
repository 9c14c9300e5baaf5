"""A seal shows every change in a text, in what is known of it, and in the row of texts."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtdesk.errors import DamageError
from vtdesk.security import seal

KEY = bytes(range(32))
PUBLIC = seal.public_key(KEY)
TEXT = "Moeder zegt: \u201cHet gaat beter\u201d".encode()
META = {"verslag": "0191", "versie": 1, "moment": "2026-05-12T15:22:00Z"}


def sealed(text: bytes = TEXT, previous: bytes | None = None) -> seal.Zegel:
    return seal.seal(text, previous=previous, metadata=META, key=KEY)


def test_seal_of_an_unchanged_text_fits() -> None:
    seal.verify(sealed(), TEXT, metadata=META, public=PUBLIC)


@given(st.integers(0, len(TEXT) * 8 - 1))
def test_any_changed_bit_in_the_text_is_noticed(bit: int) -> None:
    changed = bytearray(TEXT)
    changed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(DamageError, match="De tekst is veranderd"):
        seal.verify(sealed(), bytes(changed), metadata=META, public=PUBLIC)


@pytest.mark.parametrize("change", [{"versie": 2}, {"moment": "gisteren"}, {"erbij": True}])
def test_changed_metadata_are_noticed(change: dict[str, object]) -> None:
    with pytest.raises(DamageError, match="De gegevens bij de tekst"):
        seal.verify(sealed(), TEXT, metadata=META | change, public=PUBLIC)  # type: ignore[arg-type]


def test_seal_of_another_key_is_noticed() -> None:
    foreign = seal.seal(TEXT, previous=None, metadata=META, key=seal.new_signing_key())
    with pytest.raises(DamageError, match="niet in deze kluis gezet"):
        seal.verify(foreign, TEXT, metadata=META, public=PUBLIC)


@pytest.mark.parametrize("part", ["inhoud", "keten", "sleutel", "handtekening"])
def test_each_part_of_a_seal_is_watched(part: str) -> None:
    good = sealed()
    value = bytearray(getattr(good, part))
    value[5] ^= 1
    with pytest.raises(DamageError):
        seal.verify(replace(good, **{part: bytes(value)}), TEXT, metadata=META, public=PUBLIC)


def test_previous_seal_is_part_of_the_seal() -> None:
    with pytest.raises(DamageError):
        seal.verify(replace(sealed(), vorige=bytes(32)), TEXT, metadata=META, public=PUBLIC)


def chain(length: int) -> list[seal.Zegel]:
    seals: list[seal.Zegel] = []
    for number in range(length):
        previous = seals[-1].keten if seals else None
        seals.append(sealed(b"tekst %d" % number, previous))
    return seals


def test_whole_row_fits() -> None:
    seal.verify_chain([])
    seal.verify_chain(chain(5))


@pytest.mark.parametrize("spoil", ["remove", "swap", "double", "remove first"])
def test_row_with_a_gap_is_noticed(spoil: str) -> None:
    first, second, third, *rest = chain(5)
    rows = {
        "remove": [first, third, *rest],
        "swap": [first, third, second, *rest],
        "double": [first, second, second, third, *rest],
        "remove first": [second, third, *rest],
    }
    with pytest.raises(DamageError, match="rij van vastgestelde teksten is onderbroken"):
        seal.verify_chain(rows[spoil])


def test_fingerprint_is_twenty_signs_in_groups_of_four() -> None:
    assert seal.vingerafdruk(hashlib.sha256(b"abc").digest()) == "XJ4B NP4P AHH6 UQKB IDPF"
    assert seal.vingerafdruk(bytes(32)) == "AAAA AAAA AAAA AAAA AAAA"


def test_same_text_key_and_row_give_the_same_seal() -> None:
    assert sealed() == sealed()
    assert len(seal.new_signing_key()) == 32
    assert seal.new_signing_key() != seal.new_signing_key()
