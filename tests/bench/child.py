"""One fresh program that is measured; run as `python -m tests.bench.child WHAT FOLDER`.

Writes one number: the moment (monotonic, seconds) at which it was ready, or what is asked for. Qt
is imported no earlier than the program that is measured does it.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

PRELOADED = 2500  # ms; she types the wachtzin in no less


def on_first_paint(kind: type, done: Callable[[], None]) -> None:
    """Call back once, when a window of this kind is painted with all that is in it.

    Not an event filter over the program: that makes Qt's binding load every class it has.
    """
    from PySide6.QtCore import QTimer

    paint, seen = kind.paintEvent, []

    def painted(window, event):  # noqa: ANN001, ANN202 (as the one it stands for)
        if not seen:
            seen.append(window)
            QTimer.singleShot(0, done)
        return paint(window, event)

    kind.paintEvent = painted


def tell(number: float) -> None:
    """Write the answer and end without any tidying."""
    os.write(1, f"{number}\n".encode())
    os._exit(0)


def tell_now() -> None:
    tell(time.monotonic())


def empty(then: Callable[[], None]) -> None:
    """Show a window with nothing in it."""
    from PySide6.QtWidgets import QApplication, QWidget

    class Window(QWidget):
        pass

    program = QApplication(["empty"])
    on_first_paint(Window, then)
    window = Window()
    window.resize(1440, 900)
    window.show()
    program.exec()


def vtdesk(folder: str, then: Callable[[], None]) -> None:
    """Start vtdesk as its user does, and call back when the lock screen is painted."""
    from vtdesk.cli import main as command_line

    show = command_line.show_window

    def watched(*args):  # noqa: ANN002, ANN202 (as the one it stands for)
        from vtdesk.app import session

        session.close_to_others = lambda: None  # or the kernel would not tell about our memory
        on_first_paint(session.LockScreen, then)
        return show(*args)

    command_line.show_window = watched
    command_line.main(["--vault", folder])


def vandaag(folder: str, done: Callable[[float], None]) -> None:
    """Unlock when all is loaded; from the right key, which stands apart, to the painted day."""
    from PySide6.QtCore import QTimer

    right = [0.0]

    def type_wachtzin() -> None:
        from PySide6.QtWidgets import QApplication

        from vtdesk.cli.demo.command import WACHTZIN
        from vtdesk.security import kluis
        from vtdesk.ui.main_window import MainWindow

        unlock = kluis.unlock

        def noted(*args, **kwargs):  # noqa: ANN002, ANN003, ANN202 (as the one it stands for)
            sleutels = unlock(*args, **kwargs)
            right[0] = time.monotonic()
            return sleutels

        kluis.unlock = noted
        on_first_paint(MainWindow, lambda: done((time.monotonic() - right[0]) * 1000))
        screen = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "LockScreen")
        screen.open_with(WACHTZIN)

    vtdesk(folder, lambda: QTimer.singleShot(PRELOADED, type_wachtzin))


def bare_day(folder: str) -> None:
    """Open the file with the bare driver, read its appointments, and show an empty window."""
    import sqlalchemy  # noqa: F401 (loaded before the wachtzin in ours too)
    from PySide6.QtWidgets import QApplication, QWidget

    from vtdesk.cli.demo.command import WACHTZIN
    from vtdesk.security import kluis
    from vtdesk.security.keychain import NoKeychain
    from vtdesk.store.engine import connect

    class Window(QWidget):
        pass

    program = QApplication(["bare"])
    sleutels = kluis.unlock(Path(folder), WACHTZIN, NoKeychain())
    start = time.monotonic()
    on_first_paint(Window, lambda: tell((time.monotonic() - start) * 1000))
    connection = connect(Path(folder) / "kluis.db", sleutels.database)
    connection.execute("SELECT * FROM afspraak").fetchall()
    window = Window()
    window.resize(1440, 900)
    window.show()
    program.exec()


def tell_memory() -> None:
    """Tell the proportional set size in MB, half a second after the painting."""

    from PySide6.QtCore import QTimer

    def read() -> None:
        rollup = Path("/proc/self/smaps_rollup").read_text()
        line = next(line for line in rollup.splitlines() if line.startswith("Pss:"))
        tell(int(line.split()[1]) / 1024)

    QTimer.singleShot(500, read)


def main() -> None:
    what, folder = sys.argv[1], sys.argv[2]
    match what:
        case "empty":
            empty(tell_now)
        case "lock":
            vtdesk(folder, tell_now)
        case "bare-day":
            bare_day(folder)
        case "vandaag":
            vandaag(folder, tell)
        case "empty-memory":
            empty(tell_memory)
        case "memory":
            vandaag(folder, lambda _: tell_memory())


if __name__ == "__main__":
    main()
