"""Who made a melding does not come into a verslag unseen."""

from uuid import UUID

import pytest

from tests.builders import add_casus, add_persoon, complete, held_talk, with_blocks
from tests.services.melders import sealed_melder
from vtdesk.errors import UserError
from vtdesk.services.controle.punt import Punt
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.services.instellingen import Gebruiker
from vtdesk.values.kinds import Rol
from vtdesk.values.tekst import Alinea, runs


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    desk.instellingen.set_gebruiker(Gebruiker("Jaap Verhoeven"))
    return add_casus(desk)


def written(desk: Desk, afspraak_id: UUID, words: str = "") -> UUID:
    verslag_id = desk.verslagen.start(afspraak_id)
    tekst = complete(desk.verslagen.open(verslag_id).tekst)
    if words:
        tekst = with_blocks(tekst, "zorgen", Alinea(runs(words)))
    desk.verslagen.save_concept(verslag_id, tekst)
    return verslag_id


def about_the_melder(desk: Desk, verslag_id: UUID) -> list[Punt]:
    points = desk.vaststelling.controle(verslag_id)
    return [punt for punt in points if punt.id.startswith("melder")]


def test_a_melder_who_sat_in_the_talk_is_asked_about_before_the_verslag_is_final(
    desk: Desk, casus_id: UUID
) -> None:
    melder = add_persoon(desk, casus_id, Rol.MELDER, voornaam="Quirine", achternaam="Wachtelbes")
    verslag_id = written(
        desk, held_talk(desk, casus_id, DeelnameGegevens("Quirine Wachtelbes", persoon_id=melder))
    )

    [punt] = about_the_melder(desk, verslag_id)
    assert (punt.klaar, punt.moet) == (False, False)
    assert "Wachtelbes" not in punt.tekst
    with pytest.raises(UserError, match="staat wie meldde"):
        desk.vaststelling.finalise(verslag_id, {})
    desk.vaststelling.finalise(verslag_id, {punt.id: "het gezin weet het"})


def test_the_section_that_tells_of_the_sealed_melder_is_named(desk: Desk, casus_id: UUID) -> None:
    sealed_melder(desk, casus_id)
    verslag_id = written(desk, held_talk(desk, casus_id), "Mevrouw De Vries hoorde het ook.")

    [punt] = about_the_melder(desk, verslag_id)
    assert (punt.klaar, punt.sectie_id) == (False, "zorgen")


def test_a_verslag_that_tells_nothing_of_the_melder_says_so(desk: Desk, casus_id: UUID) -> None:
    verslag_id = written(desk, held_talk(desk, casus_id), "De buurvrouw hoorde het ook.")
    assert about_the_melder(desk, verslag_id) == []  # there is no melder

    sealed_melder(desk, casus_id)
    [punt] = about_the_melder(desk, verslag_id)
    assert punt.klaar
