"""The drill of the memory in small: after a lock nothing is left, and hiding is found out."""

from pathlib import Path

import pytest

from tests.drills import memory

pytestmark = pytest.mark.skipif(not memory.can_read(), reason="only root may read the memory")


def test_a_second_after_a_lock_neither_key_nor_wachtzin_nor_text_is_in_the_memory(
    demo_kluis: Path,
) -> None:
    one = memory.Round(demo_kluis, short=True)

    assert one.live() == []
    assert one.took < 5.0  # a busy machine; alone it is 0.2


def test_a_program_that_only_hides_is_found_out(demo_kluis: Path) -> None:
    found = memory.Round(demo_kluis, short=True, sabotage=True).live()

    assert {words.split(maxsplit=1)[0] for words in found} == {"key", "wachtzin", "text"}
