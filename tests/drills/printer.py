"""A printer that keeps its paper in one file, for a session that prints."""

from pathlib import Path

PROGRAMS = {
    "lp": '#!/bin/sh\ncat > "$PAPER"\n',
    "lpstat": '#!/bin/sh\n[ "$1" = -e ] && echo Gang || echo system default destination: Gang\n',
}


def environment(tools: Path, paper: Path) -> dict[str, str]:
    """Lay the programs down that print; gives the environment in which they are found."""
    tools.mkdir(exist_ok=True)
    for name, script in PROGRAMS.items():
        (tools / name).write_text(script)
        (tools / name).chmod(0o700)
    return {"PATH": f"{tools}:/usr/bin:/bin", "PAPER": str(paper)}
