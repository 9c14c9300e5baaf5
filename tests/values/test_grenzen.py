"""What vtdesk cannot do is read from a file, and each limit is one plain sentence."""

import pytest

from vtdesk.errors import OutsideError
from vtdesk.services.regelbestanden import grenzen
from vtdesk.values.grenzen import read_grenzen


def test_each_limit_is_one_sentence_of_its_own() -> None:
    zinnen = [zin for groep in grenzen() for zin in groep.zinnen]

    assert len(zinnen) == len(set(zinnen))
    assert [zin for zin in zinnen if not zin.endswith(".") or ". " in zin] == []


@pytest.mark.parametrize("text", ["", "groep = 3", "[[groep]]\nnaam = 'x'", "[[groep"])
def test_a_broken_file_is_named(text: str) -> None:
    with pytest.raises(OutsideError, match=r"grenzen\.toml"):
        read_grenzen(text)
