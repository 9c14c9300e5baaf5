"""Pasted RTF becomes plain paragraphs; whatever it carries along is lost."""

import time

import pytest

from vtdesk.adapters.clean_rtf import clean
from vtdesk.values.tekst import Alinea, Run, plain


def test_words_keep_bold_and_italics_and_all_else_goes() -> None:
    source = (
        rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\*\generator Word;}\pard"
        rb" Hallo \b vet\b0  en \i schuin\i0\par"
        rb" caf\'e9 \u8364? \u-10179?\u-8704?"
        rb"{\pict 0102}{\field{\*\fldinst HYPERLINK x}{\fldrslt klik}}\par}"
    )

    assert clean(source) == (
        Alinea((Run("Hallo "), Run("vet", vet=True), Run(" en "), Run("schuin", cursief=True))),
        Alinea((Run("café € 😀klik"),)),
    )


def test_what_is_no_rtf_gives_nothing() -> None:
    assert clean(b"<p>geen rtf</p>") == ()


@pytest.mark.parametrize("source", [b"{" * 200_000 + b"x", b"}" * 200_000 + b"x", b"\\b" * 200_000])
def test_hostile_rtf_is_done_within_a_second(source: bytes) -> None:
    begin = time.process_time()

    found = clean(b"{\\rtf1 " + source)

    assert time.process_time() - begin < 1.0
    assert [plain(one) for one in found] in ([], ["x"])
