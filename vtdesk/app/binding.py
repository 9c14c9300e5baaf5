"""Spares every import a reading of its source, which Qt's binding asks for.

PySide6 reads the source of each module that is imported after it, to see whether that module may
ask for names in another style, and keeps what it read. vtdesk never asks. It cost 20 MB and a
tenth of all time to the lock screen.
"""

import sys
from types import ModuleType

import PySide6.QtCore  # noqa: F401 - its support module is there only after this

_QUESTION = "_mod_uses_pyside"


def spare_sources(support: ModuleType | None) -> None:
    """Answer for every module that it does not ask for other names."""
    if support is not None and hasattr(support, _QUESTION):
        setattr(support, _QUESTION, lambda _module: False)


spare_sources(sys.modules.get("shibokensupport.feature"))
