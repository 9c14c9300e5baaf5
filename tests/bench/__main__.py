"""`make bench`: how fast vtdesk is, each figure beside its floor in the same run."""

import os
import sys
from collections.abc import Callable, Iterator

from tests.bench import (
    bellen_figures,
    editor_figures,
    owed_figures,
    paper_figures,
    search_figures,
    start_figures,
    store_figures,
    week_figures,
)
from tests.bench.figures import Figure

Measurement = Callable[[], Figure]


def main() -> int:
    """Measure what is named, or everything; write a line as soon as it is known."""
    wanted = sys.argv[1:]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # of the offscreen plugin
    missed = 0
    for name, measure in _measurements():
        if wanted and name not in wanted:
            continue
        figure = measure()
        missed += not figure.is_reached()
        _say(figure.line())
    groups = {"office": _office, "search": _search, "owed": _owed, "numbers": _numbers}
    missed += sum(measure() for name, measure in groups.items() if not wanted or name in wanted)
    if not wanted or "imports" in wanted:
        for line in start_figures.import_lines():
            _say(line)
    _say(f"{missed} aims missed")
    return 0  # a slow machine is no defect; who reads the figures judges


def _measurements() -> Iterator[tuple[str, Measurement]]:
    with start_figures.demo() as kluis:
        yield "lock", lambda: start_figures.lock_screen(kluis)
        yield "day", lambda: start_figures.day(kluis)
        yield "memory", lambda: start_figures.memory(kluis)
    yield "commit", store_figures.commit_with_all_promises
    yield "draft", store_figures.draft_to_disk
    yield "draft-processor", store_figures.draft_by_processor
    yield "statement", store_figures.one_statement
    yield "pdf4", paper_figures.four_pages_figure
    yield "pdf60", paper_figures.sixty_pages_figure
    yield "pdf300", paper_figures.three_hundred_pages_figure
    yield "key", editor_figures.key_to_painted
    yield "key-page", editor_figures.key_to_painted_in_the_window
    yield "week", week_figures.week_shown
    yield "week-scroll", week_figures.week_scrolled


def _office() -> int:
    """Make the same paper as an office program does, where there is one."""
    missed = 0
    for figure in paper_figures.office_figures():
        if isinstance(figure, str):
            _say(figure)
        else:
            _say(figure.line())
            missed += not figure.is_reached()
    return missed


def _search() -> int:
    """Fill a kluis with many notes, which takes minutes, and measure what searching it costs."""
    missed = 0
    with search_figures.many_notes() as kluis:
        for measure in (
            search_figures.first_question,
            search_figures.first_results,
            search_figures.best_first,
        ):
            figure = measure(kluis)
            _say(figure.line())
            missed += not figure.is_reached()
        for line in search_figures.recall_lines(kluis):
            _say(line)
            missed += "FAIL" in line
    return missed


def _owed() -> int:
    """Fill a kluis with five years of work, and measure what the evening asks of it."""
    missed = 0
    with owed_figures.five_years() as kluis:
        for measure in (owed_figures.owed_list, owed_figures.open_terms):
            figure = measure(kluis)
            _say(figure.line())
            missed += not figure.is_reached()
    return missed


def _numbers() -> int:
    """Fill a kluis with many telephone numbers, and measure what knowing one costs."""
    missed = 0
    with bellen_figures.many_numbers() as kluis:
        for measure in (bellen_figures.first_match, bellen_figures.one_match):
            figure = measure(kluis)
            _say(figure.line())
            missed += not figure.is_reached()
    return missed


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
