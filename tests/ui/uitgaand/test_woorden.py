"""How a receiver is called in the words of the page."""

from uuid import uuid4

import pytest

from vtdesk.services.uitgaand.rows import Ontvanger
from vtdesk.ui.uitgaand.woorden import calls
from vtdesk.values.uitgaand import OntvangerSoort


@pytest.mark.parametrize(
    ("naam", "aloud"),
    [
        ("Sanne Wolkenveld", "Sanne"),
        ("juf Tess Kompasman", "juf Tess"),
        ("dr. Proef", "dr. Proef"),
        ("oma", "oma"),
    ],
)
def test_somebody_is_called_by_the_first_name_and_never_by_a_title_alone(
    naam: str, aloud: str
) -> None:
    assert calls(Ontvanger("p", naam, "", "", OntvangerSoort.PERSOON, uuid4())) == aloud
