"""The process of the window: Dutch, and replaced by a fresh one at every lock."""

import os
import sys
from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from vtdesk import resources


def prepare(argv: Sequence[str]) -> QApplication:
    """Make the program: Dutch, and without a name of anything in its title."""
    program = QApplication(list(argv))
    program.setApplicationName("vtdesk")
    program.setOrganizationName("vtdesk")
    program.setWindowIcon(QIcon(str(resources.path("icons", "vtdesk.svg"))))
    QLocale.setDefault(QLocale("nl_NL"))
    translator = QTranslator(program)
    if translator.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        program.installTranslator(translator)
    return program


def replace_process(command: Sequence[str]) -> None:
    """Become a fresh process, so that nothing of this one stays in memory."""
    if sys.platform == "win32":
        import subprocess  # noqa: PLC0415 - every start would wait for it

        subprocess.Popen(list(command))  # noqa: S603 - our own program with our own arguments
        os._exit(0)
    try:
        os.execv(command[0], list(command))  # noqa: S606 - as above
    except OSError:  # Python was renewed under it: no window is better than keys that nobody sees
        os._exit(1)
