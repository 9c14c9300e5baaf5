"""Gives Python its own import back after Qt's binding has wrapped it.

PySide6 follows every import after its own, and reads and keeps the source of each module, to see
whether that module may ask for Qt's names in another style. vtdesk never asks. It cost 20 MB and a
tenth of all time to the lock screen. The binding leaves the import that it wrapped in `builtins`.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - it wraps the import


def import_as_python_does() -> None:
    """Take the wrapping away, where there is one."""
    own = vars(builtins).get("__orig_import__")
    if own is not None:
        vars(builtins)["__import__"] = own


import_as_python_does()
