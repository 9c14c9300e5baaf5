"""Every member of every value list has a Dutch word, and icons and colours that exist."""

from enum import StrEnum

import pytest

from vtdesk.ui import labels
from vtdesk.ui.theme import icons, palette
from vtdesk.values import casuskinds, kinds

LISTS = [
    found
    for lists in (kinds, casuskinds)
    for found in vars(lists).values()
    if isinstance(found, type) and issubclass(found, StrEnum) and found is not StrEnum
]


@pytest.mark.parametrize("value_list", LISTS)
def test_every_member_has_a_word(value_list: type[StrEnum]) -> None:
    words = [labels.label(member).word for member in value_list]

    assert all(words)
    assert len(set(words)) == len(words)


def test_labels_name_only_icons_and_colours_that_exist() -> None:
    found = [label for table in labels.LABELS.values() for label in table.values()]

    assert {label.icon for label in found if label.icon} <= icons.FILES.keys()
    assert {label.tone for label in found} <= palette.shown().colours.keys()
