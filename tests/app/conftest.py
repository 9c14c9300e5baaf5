"""The look that the program makes once."""

import pytest
from PySide6.QtWidgets import QApplication

from vtdesk.ui.theme.look import Look, Scheme


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    look = Look(qapp)
    look.apply(scheme=Scheme.LICHT)
    return look
