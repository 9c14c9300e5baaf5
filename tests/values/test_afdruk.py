"""How something is printed is read from few words, and what is wrong is said."""

import pytest

from vtdesk.errors import UserError
from vtdesk.values.afdruk import lees_bladzijden, lees_exemplaren, refuse_beyond


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("", ()),
        ("  ", ()),
        ("3", ((3, 3),)),
        ("2-4, 7", ((2, 4), (7, 7))),
        ("7,2 – 4", ((2, 4), (7, 7))),
    ],
)
def test_pages_are_read(text: str, pages: tuple[tuple[int, int], ...]) -> None:
    assert lees_bladzijden(text) == pages


@pytest.mark.parametrize("text", ["0", "4-2", "een", "1-", "-3", "1;2", "99999", "²"])
def test_what_are_no_pages_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="2-4, 7"):
        lees_bladzijden(text)


def test_a_number_of_copies_is_small() -> None:
    assert lees_exemplaren(" 2 ") == 2
    for text in ("", "0", "21", "-1", "twee", "²", "9" * 5000):
        with pytest.raises(UserError, match="van 1 tot en met 20"):
            lees_exemplaren(text)


def test_a_page_that_is_not_there_is_refused() -> None:
    refuse_beyond(((2, 3),), 3)
    with pytest.raises(UserError, match="Dit stuk heeft 3 bladzijden"):
        refuse_beyond(((2, 4),), 3)
    with pytest.raises(UserError, match="Dit stuk heeft 1 bladzijde\\."):
        refuse_beyond(((2, 2),), 1)
