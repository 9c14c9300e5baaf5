"""What is read from outside in the window's own process: hostile input is refused in words, soon.

Formats with a large parser (.ics, PDF, pictures, the dictionary) are read in a child; these are
small, pure and bounded, and this holds them to that.
"""

import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vtdesk.adapters import clean_html, clean_rtf
from vtdesk.errors import OutsideError, UserError
from vtdesk.security import header, kopieblad
from vtdesk.security.canonical import NotCanonicalError, parse
from vtdesk.values.sjabloon_lezen import SjabloonFout, lees_sjabloon

REFUSALS = (UserError, OutsideError, NotCanonicalError, SjabloonFout)
SOON = 5.0  # seconds for one text on a busy machine; a quadratic reader needs minutes
DEEP = 20_000


def _template(data: bytes) -> object:
    return lees_sjabloon(data.decode("utf-8", "replace"), "vreemd")


READERS: dict[str, Callable[[bytes], object]] = {
    "canoniek": parse,
    "sleutelkop": header.parse,
    "kopielijst": kopieblad.parse,
    "html": clean_html.clean,
    "rtf": clean_rtf.clean,
    "sjabloon": _template,
}
HOSTILE = {
    "leeg": b"",
    "nullen": bytes(100_000),
    "geen tekst": bytes(range(128, 256)) * 500,
    "diep in lijsten": b"[" * DEEP,
    "diep en gesloten": b"[" * DEEP + b"]" * DEEP,
    "diep in groepen": b'{"a":' * DEEP,
    "diep in een kop": b"vtdesk/1\n" + b"[" * 16_000 + b"\n--- " + b"A" * 44 + b"\n",
    "diep in toml": b"a = " + b"[" * DEEP + b"]" * DEEP,
    "diep in toml-namen": b"a." * DEEP + b"b = 1",
    "diep in tags": b"<div>" * DEEP,
    "diep in rtf": b"{\\rtf1" + b"{" * DEEP + b"tekst" + b"}" * DEEP,
    "groot getal": b'{"a":' + b"9" * 100_000 + b"}",
    "groot getal in toml": b"a = " + b"9" * 100_000,
    "veel haken": b"<" * 300_000,
    "veel verwijzingen": b"&amp;" * 60_000,
    "lange regel": b"x" * 1_000_000,
    "rtf met grote getallen": b"{\\rtf1 \\u99999999999999999999? \\bin999999999999 x}",
    "verkeerde soort": b"%PDF-1.7\n" + b"stream\n" * 1000,
    "dubbele naam": b'{"a":1,"a":2}',
    "halve tekens": b'{"a":"\\ud800"}',
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
def test_hostile_input_is_read_or_refused_in_words_and_soon(
    read: Callable[[bytes], object], data: bytes
) -> None:
    began = time.process_time()
    with suppress(*REFUSALS):
        read(data)
    assert time.process_time() - began < SOON


@given(st.binary(max_size=300), st.sampled_from(sorted(READERS)))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    with suppress(*REFUSALS):
        READERS[name](data)
