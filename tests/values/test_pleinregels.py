"""The rules of the table are data of an office: a mistake in them is named with its place."""

import pytest

from vtdesk import resources
from vtdesk.errors import UserError
from vtdesk.services.regelbestanden import plein
from vtdesk.values.dagkinds import PleinFase
from vtdesk.values.pleinregels import BESTAND, read_pleinregels


def own(old: str, new: str) -> str:
    text = resources.path(BESTAND).read_text("utf-8")
    assert old in text
    return text.replace(old, new, 1)


def test_each_region_has_its_own_decisions_with_a_source() -> None:
    regels = plein()

    assert [regio.naam for regio in regels.regios] == ["Rotterdam-Rijnmond", "Haaglanden"]
    assert [regio.tafel for regio in regels.regios] == ["JB-plein", "JBT"]
    assert all(regio.bron and regio.besluiten for regio in regels.regios)
    assert [deel.fase for deel in regels.fasen] == list(PleinFase)
    assert regels.besluit("hgl-geen") == "Geen raadsonderzoek"
    assert regels.besluit("bestaat-niet") == ""


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("verdwijnt_na_dagen = 14", "verdwijnt_na_dagen = 0", "verdwijnt_na_dagen"),
        ('id = "ouders"', 'id = "opening"', "elke fase één keer"),
        ('id = "hgl-geen"', 'id = "rr-hulp"', "'rr-hulp' staat er twee keer in"),
        ('zekerheid = "B"', 'zekerheid = "X"', "regio rotterdam-rijnmond: 'zekerheid' is 'X'"),
        ("mening_vanaf = 12", 'mening_vanaf = "twaalf"', "'mening_vanaf' moet een heel getal"),
        ('tafel = "JBT"', 'tavel = "JBT"', "'tafel' ontbreekt"),
        ("minuten = 4", "minuten = 4\nkleur = 'rood'", "'kleur' hoort hier niet"),
    ],
)
def test_a_mistake_is_named_with_its_place(old: str, new: str, says: str) -> None:
    with pytest.raises(UserError, match=says):
        read_pleinregels(own(old, new))


def test_an_unknown_region_is_refused_in_words() -> None:
    with pytest.raises(UserError, match="Kies een andere regio"):
        plein().regio("nergens")
