"""A draft with hundreds of statements: what is done with one of them leaves the others alone."""

from uuid import UUID

import pytest

from tests.builders import TODAY, add_casus, add_persoon, held_talk, uitspraak, with_blocks
from vtdesk.services.correctie_rows import VerzendingGegevens
from vtdesk.services.desk import Desk
from vtdesk.values.tekst import Uitspraakregel, plain

MANY = 600


@pytest.fixture
def lang(desk: Desk) -> tuple[UUID, UUID, list[Uitspraakregel]]:
    """A casus, and in it a verslag with many statements that one receiver holds."""
    casus = add_casus(desk)
    vader = add_persoon(desk, casus)
    verslag = desk.verslagen.start(held_talk(desk, casus))
    regels = [uitspraak(f"Loes zag auto {number}.", over=(vader,)) for number in range(MANY)]
    tekst = with_blocks(desk.verslagen.open(verslag).tekst, "zorgen", *regels)
    desk.verslagen.save_concept(verslag, tekst)
    desk.correcties.note_verzending(VerzendingGegevens(verslag, None, "CIT", TODAY))
    return casus, verslag, regels


def test_in_a_long_draft_only_the_withdrawn_statement_is_another(
    desk: Desk, lang: tuple[UUID, UUID, list[Uitspraakregel]]
) -> None:
    _, verslag, regels = lang
    before = desk.verslagen.open(verslag).tekst
    keten = desk.correcties.withdraw(regels[7].id, reden="niet zeker")
    after = desk.verslagen.open(verslag).tekst

    changed = [
        plain(now) for was, now in zip(before.blokken(), after.blokken(), strict=True) if was != now
    ]
    assert changed == ["Loes zag auto 7."]
    assert [one.verzending.ontvanger for one in keten.ontvangers] == ["CIT"]
    assert [place.versie for place in keten.vindplaatsen] == ["concept"]
