"""What a command says may have nowhere to go."""

import subprocess
import sys
from pathlib import Path

import pytest


def in_shell(redirection: str, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run vtdesk with its streams as a shell can set them."""
    return subprocess.run(
        ["sh", "-c", f'exec "$0" -m vtdesk "$@" {redirection}', sys.executable, *words],
        capture_output=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="a shell with /dev/full")
@pytest.mark.parametrize("redirection", [">&-", ">&- 2>&-", ">/dev/full", "2>/dev/full", "<&-"])
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_refusal_that_nobody_can_read_keeps_its_exit_code(
    tmp_path: Path, redirection: str, form: tuple[str, ...]
) -> None:
    done = in_shell(redirection, "--vault", str(tmp_path), "casus", "list", *form)

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_without_any_input_it_says_how_to_give_the_wachtzin(demo_kluis: Path) -> None:
    asked = in_shell("<&-", "--vault", str(demo_kluis), "casus", "list")
    piped = in_shell("<&-", "--vault", str(demo_kluis), "--passphrase-file", "-", "casus", "list")

    assert (asked.returncode, piped.returncode) == (2, 2)
    assert "--passphrase-file BESTAND" in asked.stderr
    assert piped.stderr == "Er ontbreekt een regel in het bestand met geheimen: wachtzin.\n"
