"""`vtdesk drill`: tries on this machine what vtdesk promises; only from its source, with the tests.

What a drill breaks to be found out is never shipped, for the drills themselves are not.
"""

import ast
import re
import sys
from importlib import import_module
from pathlib import Path

import vtdesk
from vtdesk.cli.answer import Answer, table
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands
from vtdesk.errors import UserError

PLACE = Path("tests", "drills")
NO_DRILLS = (
    "De proeven horen bij de broncode van vtdesk, en die staat hier niet. Haal de broncode op en "
    "geef de opdracht daar."
)
_IS_DRILL = re.compile(r"^def main\(.*\) -> int:", re.MULTILINE)


def add_to(commands: Commands) -> None:
    """Add this command to the command line."""
    parser = commands.add(
        "drill", drill, "beproef een belofte van vtdesk; zonder naam staan hier alle proeven",
        "Een proef sluit met 'N passed, N failed' en noemt wat zij oversloeg en waarom.",
    )  # fmt: skip
    parser.wanted.add_argument("proef", metavar="PROEF", nargs="?", help="de naam van de proef")
    parser.options.add_argument("--n", type=int, metavar="N", help="hoe vaak")
    parser.options.add_argument("--seed", type=int, metavar="S", help="begin van het toeval")
    parser.options.add_argument(
        "--sabotage", action="store_true", help="beproef de tweeling die moet zakken"
    )


def drill(call: Call) -> Answer:
    """Run one drill, or name them all."""
    known = drills()
    name: str | None = call.args.proef
    if name is None:
        return Answer(table([*known.items()]), {"proeven": known})
    if name not in known:
        raise UserError(f"De proef '{name}' bestaat niet. Kies uit: {', '.join(known)}.")
    words = [word for option in ("n", "seed") for word in _given(call, option)]
    if call.args.sabotage:
        words.append("--sabotage")
    return Answer((), then=lambda: _run(name, words))


def drills() -> dict[str, str]:
    """Give every drill with its first line."""
    folder = _root() / PLACE
    if not folder.is_dir():
        raise UserError(NO_DRILLS)
    sources = {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.py"))}
    return {name: _about(text) for name, text in sources.items() if _IS_DRILL.search(text)}


def _about(source: str) -> str:
    """Give the first sentence of what a drill says of itself."""
    words = (ast.get_docstring(ast.parse(source)) or "").split("\n\n")[0]
    return re.split(r"(?<=[.:])\s", " ".join(words.split()))[0].rstrip(":.")


def _given(call: Call, option: str) -> list[str]:
    value: int | None = getattr(call.args, option)
    return [] if value is None else [f"--{option}", str(value)]


def _run(name: str, words: list[str]) -> int:
    """Run the drill as it runs by itself: it reads its own words."""
    if (root := str(_root())) not in sys.path:
        sys.path.insert(0, root)
    before, sys.argv = sys.argv, [name, *words]
    try:
        module = import_module(".".join((*PLACE.parts, name)))
        code: int = module.main()
    finally:
        sys.argv = before
    return code


def _root() -> Path:
    return Path(vtdesk.__file__).resolve().parents[1]
