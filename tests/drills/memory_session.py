"""The session of `tests.drills.memory`, in a process of its own; what it types comes by its input.

python -m tests.drills.memory_session FOLDER [hide] [short]
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.drills import visit
from tests.drills.program import CTRL, TALK_WITH_FATHER, Program
from tests.drills.tally import say
from vtdesk.ui.verslagen.editor import VerslagEditor

HIDDEN = "hidden"


def write(program: Program, mark: str, *, short: bool) -> None:
    """Write, look at the paper, and search; when there is time seal and print it too."""
    program.write_about(TALK_WITH_FATHER)
    if short:
        program.type(f"Vader zegt {mark}. ")
    else:
        visit.finalise(program, mark)
    program.find(VerslagEditor, "").toggle_preview()
    program.wait(visit.STORED)
    if not short:
        visit.print_it(program)
    program.window.show_page("zoeken")
    program.find(QLineEdit, "zoekveld").setText(mark)
    program.wait(visit.STORED)


def main() -> None:
    """Work, tell that there is something to find, and lock when told to."""
    place, *how = sys.argv[1:]
    program = Program(Path(place), again=["-P", "-m", "vtdesk", "--vault", place])
    if "hide" in how:
        program.session._replace = lambda _: None
    wachtzin, mark = (sys.stdin.readline().strip() for _ in range(2))
    program.unlock(wachtzin)
    write(program, mark, short="short" in how)
    say(visit.READY)
    sys.stdin.readline()
    program.press(Qt.Key.Key_L, CTRL)
    say(HIDDEN)  # only the twin comes here
    program.qt.exec()


if __name__ == "__main__":
    main()
