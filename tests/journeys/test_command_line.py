"""The command line as its own process: from the demo to a verslag on paper."""

import json
import os
import select
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from vtdesk.cli.demo.command import WACHTZIN

HEAVY = ("PySide6", "reportlab", "pikepdf", "pypdfium2", "alembic", "keyring")


class Script:
    """Types commands as a script would, and never sees a traceback."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self._environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "LC_ALL": "C",
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/dev/null",
        }

    def run(self, *words: str, wachtzin: str = WACHTZIN) -> "subprocess.CompletedProcess[str]":
        options = ["--vault", str(self.folder), "--passphrase-file", "-"]
        done = subprocess.run(
            [sys.executable, "-m", "vtdesk", *options, *words],
            input=wachtzin, env=self._environment, capture_output=True, encoding="utf-8",
            timeout=300, check=False,
        )  # fmt: skip
        assert "Traceback" not in done.stderr
        return done

    def read(self, *words: str) -> Any:
        done = self.run(*words, "--json")
        assert (done.returncode, done.stderr) == (0, "")
        return json.loads(done.stdout)


@pytest.fixture
def script(demo_kluis: Path, tmp_path: Path) -> Script:
    return Script(demo_kluis, tmp_path)


def test_a_script_reads_finalises_and_prints(script: Script, tmp_path: Path) -> None:
    casussen = {casus["nummer"]: casus for casus in script.read("casus", "list")["casussen"]}
    assert casussen["VT-DEMO-0141"]["naam"] == "Zilverduin / Havikskruid"

    rows = script.read("verslag", "list")["verslagen"]
    draft = next(row for row in rows if row["stand"] == "concept")
    done = next(row for row in rows if row["titel"] == "Gesprek moeder")

    refused = script.run("verslag", "finalise", draft["id"], "--json")
    assert refused.returncode == 1
    must = [p["id"] for p in json.loads(refused.stdout)["open"] if p["moet"]]
    assert must == ["leeg/kind", "half/veiligheid"]  # who has zicht is not what she saw herself

    paper = tmp_path / "verslag.pdf"
    assert script.read("verslag", "pdf", done["id"][:8], "-o", str(paper))["versie"] == 1
    assert paper.read_bytes().startswith(b"%PDF-1.7")

    assert script.run("casus", "list", wachtzin="niet de goede wachtzin").returncode == 3


def test_a_listing_loads_neither_window_nor_paper(script: Script) -> None:
    code = (
        "import sys; from vtdesk.cli.main import main; code = main(sys.argv[1:]);"
        f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--vault", str(script.folder), "--passphrase-file", "-",
         "casus", "list"],
        input=WACHTZIN, capture_output=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, "[]\n")


def test_a_reader_that_stops_early_is_no_failure_with_a_traceback(script: Script) -> None:
    command = [sys.executable, "-m", "vtdesk", "--help"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    _, err = process.communicate(timeout=300)

    assert b"Traceback" not in err


def test_without_a_screen_the_demo_does_the_main_job_itself(script: Script, tmp_path: Path) -> None:
    folder = tmp_path / "beeld"
    made = script.read("demo", str(folder / "kluis"), "--no-window")

    names = sorted(Path(path).name for path in made["bestanden"])
    assert names == sorted(path.name for path in folder.iterdir() if path.is_file())
    assert names == [
        "1-ontgrendelen-donker.png", "1-ontgrendelen-licht.png",
        "2-vandaag-donker.png", "2-vandaag-licht.png",
        "3-casus-donker.png", "3-casus-licht.png",
        "4-verslag-donker.png", "4-verslag-licht.png",
        "5-vastgesteld-donker.png", "5-vastgesteld-licht.png",
        "VT-DEMO-0141 gespreksverslag versie 1.pdf",
    ]  # fmt: skip
    assert (folder / names[-1]).read_bytes().startswith(b"%PDF-1.7")
    assert all((folder / name).stat().st_size > 10_000 for name in names)


WITH_A_TERMINAL = (
    "import os, sys; os.open(os.ttyname(0), os.O_RDWR); from vtdesk.cli.main import main;"
    "sys.exit(main(sys.argv[1:]))"
)


def type_at_a_terminal(script: Script, typed: list[str], *words: str) -> tuple[int, str]:
    """Run a command at a terminal of its own and answer each question with a line."""
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", WITH_A_TERMINAL, "--vault", str(script.folder), *words],
        stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    try:
        while select.select([ours], [], [], 60)[0] and (part := os.read(ours, 4096)):
            shown += part
            if part.endswith(b": ") and typed:
                os.write(ours, typed.pop(0).encode() + b"\n")
    except OSError:  # the other end of a terminal closes this way
        pass
    os.close(ours)
    return process.wait(timeout=300), shown.decode()


def test_a_wachtzin_that_is_typed_is_not_shown(script: Script) -> None:
    code, shown = type_at_a_terminal(script, [WACHTZIN], "casus", "list")

    assert code == 0
    assert shown.startswith("Wachtzin: ")
    assert "VT-DEMO-0141" in shown
    assert WACHTZIN not in shown


def test_a_new_wachtzin_is_typed_twice(script: Script, tmp_path: Path) -> None:
    folder = str(tmp_path / "nieuw")
    typed = ["trompet sinaasappel dakraam", "trompet sinaasappel dakraan"]

    code, shown = type_at_a_terminal(script, typed, "vault", "create", folder)

    assert code == 1
    assert "De twee wachtzinnen zijn niet gelijk." in shown
    assert not Path(folder).exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the other systems have other locks")
def test_a_command_is_closed_to_others_before_it_reads_a_secret() -> None:
    script = (
        "import ctypes, resource, sys; from vtdesk import __main__ as program;"
        "sys.argv[1:] = ['--version']; program.main();"
        "print(ctypes.CDLL(None).prctl(3), resource.getrlimit(resource.RLIMIT_CORE))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True
    )

    assert done.stdout.endswith("\n0 (0, 0)\n")
