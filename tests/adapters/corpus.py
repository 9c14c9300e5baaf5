"""Runs every .ics below a folder through the reader's own process and prints what came of it.

Usage: python -m tests.adapters.corpus FOLDER
"""

import sys
import time
from datetime import date
from pathlib import Path

from vtdesk.adapters.reader import MAX_SECONDS, read_agenda, read_file
from vtdesk.errors import OutsideError

PERIOD = {"vanaf": date(1990, 1, 1), "tot": date(2035, 1, 1)}


def verdict(path: Path) -> tuple[str, str]:
    """Give imported or refused with a few words, or the name of what should not happen."""
    try:
        agenda = read_agenda(read_file(path), vanaf=PERIOD["vanaf"], tot=PERIOD["tot"])
    except OutsideError as refusal:
        return "refused", str(refusal)
    except Exception as error:  # what this script is here to find
        return "BROKEN", type(error).__name__
    return "imported", f"{len(agenda.afspraken)} read, {len(agenda.overgeslagen)} left out"


def main(folder: Path) -> int:
    """Print one line per file and the totals; 1 when a file broke the reader or took too long."""
    counts = {"imported": 0, "refused": 0, "BROKEN": 0}
    slowest, slowest_name = 0.0, ""
    for path in sorted(folder.rglob("*.ics")):
        begin = time.perf_counter()
        outcome, words = verdict(path)
        seconds = time.perf_counter() - begin
        counts[outcome] += 1
        if seconds > slowest:
            slowest, slowest_name = seconds, path.name
        sys.stdout.write(f"{outcome:8} {seconds:5.2f} s  {path.name}: {words}\n")
    totals = ", ".join(f"{count} {outcome}" for outcome, count in counts.items())
    sys.stdout.write(
        f"{sum(counts.values())} files: {totals}; slowest {slowest:.2f} s ({slowest_name})\n"
    )
    return int(bool(counts["BROKEN"]) or slowest > MAX_SECONDS)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
