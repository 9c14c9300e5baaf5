"""Words, exit codes and secrets: what every command has in common."""

import argparse
import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from vtdesk.cli.call import Machine, default_folder
from vtdesk.cli.demo.command import WACHTZIN
from vtdesk.cli.main import BUG, build_parser, main
from vtdesk.security.cost import FLOOR
from vtdesk.security.keychain import NoKeychain

MACHINE = Machine(NoKeychain(), FLOOR)
ENGLISH = ("usage", "options:", "positional", "show this", "required", "error", "invalid")


def parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from parsers(below)


LEVELS = [parser.prog.split()[1:] for parser in parsers(build_parser())]


@pytest.mark.parametrize("words", LEVELS, ids=" ".join)
def test_help_at_every_level_is_dutch(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*words, "--help"], MACHINE) == 0

    shown = capsys.readouterr().out.casefold()
    assert shown.startswith(" ".join(["gebruik: vtdesk", *words]))
    assert not [word for word in ENGLISH if word in shown]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["onzin"], "'onzin' is geen keuze bij OPDRACHT."),
        (["vault"], "Er ontbreekt nog: OPDRACHT."),
        (["agenda"], "Er ontbreekt nog: DAG."),
        (["agenda", "30 februari"], "Bij DAG: schrijf de dag als 2026-05-12."),
        (["agenda", "2026-02-30"], "Bij DAG: schrijf de dag als 2026-05-12."),
        (["agenda", "9999-12-31"], "Bij DAG: kies een dag tussen 1900 en 2200."),
        (["--now", "straks", "casus", "list"], "Bij --now: schrijf de tijd als"),
        (["--now", "9999-12-31", "agenda", "vandaag"], "Bij --now: kies een tijd tussen"),
        (["--now", "0001-01-01", "agenda", "vandaag"], "Bij --now: kies een tijd tussen"),
        (["--now", "0001-01-01T00:00+14:00", "casus", "list"], "Bij --now: schrijf de tijd als"),
        (["casus", "list", "--jso"], "Dit kent vtdesk niet: --jso."),
        (["casus", "list", "--json=ja"], "Achter --json hoort niets te staan."),
        (["--vault"], "Achter --vault hoort nog iets te staan."),
        (["verslag", "pdf", "abcdef"], "Er ontbreekt nog: -o."),
        (["verslag", "pdf", "abcdef", "-o", "x", "--version", "een"], "'een' past niet bij"),
        (["--passphrase", "geheim", "casus", "list"], "'geheim' is geen keuze bij OPDRACHT."),
    ],
)
def test_a_command_that_is_not_right_gets_a_dutch_sentence(
    words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words, MACHINE) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(sentence)
    assert "--help' voor uitleg." in err
    assert not [word for word in ENGLISH if word in err.casefold()]


def test_the_wrong_wachtzin_has_its_own_exit_code(run: Run, demo_kluis: Path) -> None:
    refused = run("--vault", demo_kluis, "casus", "list", secrets="een heel andere wachtzin")
    as_json = run(
        "--vault", demo_kluis, "casus", "list", "--json", secrets="nog een andere wachtzin"
    )

    assert (refused.code, refused.out) == (3, "")
    assert refused.err.startswith("Deze wachtzin klopt niet.")
    assert as_json.code == as_json.data["code"] == 3
    assert as_json.data["fout"].startswith("Deze wachtzin klopt niet.")


def test_the_wachtzin_may_come_from_the_input(
    demo_kluis: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{WACHTZIN}\r\n"))

    assert (
        main(["--vault", str(demo_kluis), "--passphrase-file", "-", "casus", "list"], MACHINE) == 0
    )


def test_without_a_file_or_a_terminal_it_says_how_to_give_the_wachtzin(
    demo_kluis: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())

    assert main(["--vault", str(demo_kluis), "casus", "list"], MACHINE) == 2
    assert "--passphrase-file BESTAND" in capsys.readouterr().err


def test_a_file_with_too_few_lines_is_said(run: Run, demo_kluis: Path) -> None:
    refused = run("vault", "passphrase", demo_kluis, secrets=WACHTZIN)

    assert refused.code == 2
    assert refused.err == "Er ontbreekt een regel in het bestand met geheimen: nieuwe wachtzin.\n"


@pytest.mark.parametrize("content", [b"\xff\xfe\x00w", None])
def test_a_file_that_cannot_be_read_is_said(
    demo_kluis: Path, tmp_path: Path, content: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "wachtzin"
    if content is not None:
        file.write_bytes(content)

    assert main(["--passphrase-file", str(file), "--vault", str(demo_kluis), "casus", "list"]) == 1
    assert "kan niet worden gelezen" in capsys.readouterr().err


def test_the_clock_of_a_real_kluis_cannot_be_set(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "echt"
    run("vault", "create", folder)

    refused = run("--vault", folder, "--now", "2026-05-12T09:00", "casus", "list")

    assert refused.code == 1
    assert refused.err == "De klok is alleen te zetten in een demo. Laat --now weg.\n"


def test_a_bug_is_one_sentence_without_details(
    run: Run, demo_kluis: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise ZeroDivisionError("Pip Havikskruid")

    monkeypatch.setattr("vtdesk.services.casussen.Casussen.all", break_down)
    broken = run("--vault", demo_kluis, "casus", "list")

    assert (broken.code, broken.out, broken.err) == (1, "", f"{BUG}\n")


def test_a_name_that_no_disk_takes_is_said(run: Run, demo_kluis: Path) -> None:
    done = run("vault", "check", demo_kluis / ("a" * 300))

    assert (done.code, done.err) == (1, "Die naam is te lang. Kies een kortere.\n")


def test_the_kluis_lies_where_the_system_keeps_data(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "vtdesk" / "kluis"
    monkeypatch.setenv("XDG_DATA_HOME", "niet/absoluut")
    assert default_folder() == Path.home() / ".local/share/vtdesk/kluis"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert default_folder() == Path.home() / "Library/Application Support/vtdesk/kluis"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert default_folder() == tmp_path / "vtdesk" / "kluis"


@pytest.mark.parametrize("words", [[], ["demo", "hier"]])
def test_without_a_screen_the_window_is_refused_in_words(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:  # fmt: skip
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.chdir(tmp_path)

    assert main(words, MACHINE) == 1
    assert capsys.readouterr().err.startswith("Er is geen scherm")
    assert list(tmp_path.iterdir()) == []


def test_the_way_to_the_lock_screen_loads_no_database(tmp_path: Path) -> None:
    code = (
        "import sys; from vtdesk.cli.main import main; main(['--help']); heavy = {'sqlalchemy',"
        "'sqlcipher3', 'alembic', 'reportlab', 'pikepdf', 'pypdfium2', 'icalendar', 'keyring',"
        "'PySide6'}; print(heavy & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stderr == "set()\n"
