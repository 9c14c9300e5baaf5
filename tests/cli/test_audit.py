"""`vtdesk audit`: whole or not, and where it broke; written out without a name."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.cli.conftest import Run
from vtdesk.store.store import Store


def test_the_logboek_of_the_demo_is_whole(run: Run, demo_kluis: Path) -> None:
    outcome = run("--vault", demo_kluis, "audit", "verify")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Het logboek klopt: ")


def test_what_was_changed_in_the_file_is_said_with_its_place(
    run: Run, demo_kluis: Path, demo_key: bytes
) -> None:
    store = Store(demo_kluis / "kluis.db", demo_key)
    with store.write() as session:
        session.execute(text("DROP TRIGGER logboek_blijft"))
        session.execute(text("UPDATE logboek SET gebruiker = 'Nel' WHERE seq = 40"))
    store.close()

    outcome = run("--vault", demo_kluis, "audit", "verify")

    assert (outcome.code, outcome.out) == (4, "")
    assert "Regel 40 is veranderd" in outcome.err


def test_it_is_written_out_without_names_and_that_is_itself_in_it(
    run: Run, demo_kluis: Path, tmp_path: Path
) -> None:
    target = tmp_path / "logboek.json"

    assert run("--vault", demo_kluis, "audit", "export", "-o", target).code == 0

    lines = json.loads(target.read_text("utf-8"))
    assert lines[-1]["EventTypeCode"] == "logboek uitgevoerd"
    assert not any(name in target.read_text("utf-8") for name in ("Zilverduin", "Havikskruid"))


@pytest.mark.parametrize("words", [("audit",), ("audit", "export")])
def test_a_command_that_is_not_whole_is_refused(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).code == 2
