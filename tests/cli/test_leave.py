"""What falls in leave, for a script."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from vtdesk.security import instance

DAYS = ("2026-05-13", "2026-05-22")


def test_leave_lists_what_the_replacer_must_know(run: Run, demo_kluis: Path) -> None:
    data = run("--vault", demo_kluis, "leave", *DAYS, "--json").data

    found = {(row["regel"], row["casus"], row["dag"], row["tijd"]) for row in data["regels"]}
    assert ("T11", "VT-DEMO-0158", "2026-05-14", "21:30") in found
    assert ("T3v", "VT-DEMO-0141", "2026-05-15", None) in found
    assert ("T3", "VT-DEMO-0141", "2026-05-22", None) in found
    days = [row["dag"] for row in data["regels"] if row["dag"]]
    assert days == sorted(days)


def test_leave_is_a_list_for_people_too(run: Run, demo_kluis: Path) -> None:
    shown = run("--vault", demo_kluis, "leave", *DAYS)

    assert shown.out.startswith("woensdag 13 mei 2026 tot en met vrijdag 22 mei 2026\n")
    assert "Huisverbod" in shown.out
    assert "Nog niemand" in shown.out


def test_it_only_looks_so_an_open_window_does_not_matter(run: Run, demo_kluis: Path) -> None:
    held = instance.take(demo_kluis)
    try:
        assert run("--vault", demo_kluis, "leave", *DAYS).code == 0
    finally:
        held.release()


@pytest.mark.parametrize(
    ("days", "code", "words"),
    [
        (("2026-05-22", "2026-05-13"), 1, "De laatste dag ligt vóór de eerste."),
        (("2026-05-13", "2026-15-13"), 2, "schrijf de dag als 2026-05-12"),
        (("2026-05-13",), 2, "Er ontbreekt nog"),
    ],
)
def test_days_that_cannot_be_are_refused_in_words(
    run: Run, demo_kluis: Path, days: tuple[str, ...], code: int, words: str
) -> None:
    refused = run("--vault", demo_kluis, "leave", *days)

    assert (refused.code, refused.out) == (code, "")
    assert words in refused.err
