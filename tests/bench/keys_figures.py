"""How many key presses the verslag of the talk with father takes, beside typing it from empty.

    python -m tests.bench.keys_figures

In vtdesk: from the list of held talks to the PDF, as `tests/journeys/father.py` presses them; a
sign is one press, and so is a key or a chord. In a word processor: every sign of the printed
text is one press, spaces and line ends too; what each page repeats at its head and foot counts
once, and neither opening, marking up, storing nor sealing counts anything. Minutes are presses at
an even 180 a minute: no thinking on either side, so that only the work of the hands is compared.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.journeys import father

PER_MINUTE = 180


def printed(paper: bytes) -> int:
    """Count what one would have to type to get this paper."""
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"], input=paper, capture_output=True, check=True
    )
    seen: set[str] = set()
    count = 0
    for number, page in enumerate(done.stdout.decode().split("\f")):
        for line in filter(None, (" ".join(line.split()) for line in page.splitlines())):
            furniture = "".join(sign for sign in line if not sign.isdigit())
            if number and furniture in seen:
                continue
            seen.add(furniture)
            count += len(line) + 1
    return count


def measure(place: Path) -> tuple[int, int, int]:
    """Write the verslag; gives signs typed, keys pressed, and signs on paper."""
    from tests.drills.program import Program
    from vtdesk.cli.demo.command import make
    from vtdesk.ui.uitgaand import uitvoer

    made = place / "uit.pdf"
    uitvoer.choose_place = lambda *_: made
    make(place / "kluis")
    program = Program(place / "kluis")
    program.unlock()
    program.window.resize(1440, 900)
    program.window.activateWindow()
    her = father.Mila(program)
    edit = father.open_talk(her)
    father.write(her, edit)
    father.move_notes(her, edit)
    father.finalise(her, "besproken met Nel")
    father.let_go_out(her)
    program.until(made.exists)
    return her.typed, her.keys, printed(made.read_bytes())


def main() -> int:
    """Print the figures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    place = tempfile.mkdtemp(prefix="vtdesk-keys-")
    os.environ["XDG_CONFIG_HOME"] = f"{place}/config"
    typed, keys, paper = measure(Path(place))
    ours = typed + keys
    for words, presses in (("vtdesk", ours), ("word processor, from empty", paper)):
        sys.stdout.write(f"{words:28} {presses:6} presses {presses / PER_MINUTE:6.1f} min\n")
    sys.stdout.write(f"of ours {typed} signs and {keys} keys; {paper / ours:.1f} times fewer\n")
    sys.stdout.flush()
    shutil.rmtree(place, ignore_errors=True)  # at once and not later: the window is still open
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
