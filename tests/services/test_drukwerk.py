"""What goes to the printer is right before it leaves, and noted only when it left."""

import pytest

from tests.reports import samples
from vtdesk.errors import UserError
from vtdesk.reports.verslag import render_verslag
from vtdesk.services.drukwerk import Drukwerk
from vtdesk.values.afdruk import Afdruk


def test_pages_that_are_not_there_are_refused_and_nothing_is_noted() -> None:
    left: list[str] = []
    work = Drukwerk(
        pdf=lambda: render_verslag(samples.document()),
        bestandsnaam=lambda: "VT-DEMO-0141 gespreksverslag versie 1.pdf",
        namen=set,
        weg=left.append,
    )

    with pytest.raises(UserError, match="Dit stuk heeft 3 bladzijden"):
        work.print(Afdruk("Gang", bladzijden=((2, 9),)))

    assert left == []


def test_who_looks_hears_how_far_the_pages_are() -> None:
    shares: list[float] = []
    work = Drukwerk(
        pdf=lambda: render_verslag(samples.longer(60)),
        bestandsnaam=str,
        namen=set,
        weg=lambda _: None,
    )

    stack = work.stapel(shares.append)

    assert len(stack.maten) > 20
    assert shares == sorted(shares)
    assert len(shares) >= len(stack.maten) - 1
    assert shares[-1] <= 1
    stack.sluit()
    work.stapel().sluit()
    assert len(shares) < 2 * len(stack.maten)  # the second time nobody listened
