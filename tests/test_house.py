"""The house: what is packed, what is locked, and what no file may name."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import vtdesk
from vtdesk.ui.theme import icons

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = {
    "requirements.txt": PROJECT["project"]["dependencies"],
    "requirements-dev.txt": [
        *PROJECT["project"]["dependencies"],
        *PROJECT["dependency-groups"]["dev"],
    ],
}
MADE_HERE = {"build", "dist", "__pycache__", ".git", ".venv", ".hypothesis"}
MADE_HERE |= {".import_linter_cache", ".mypy_cache", ".pytest_cache", ".ruff_cache"}
# Whoever installs uses the registry of his own machine, and none of the maker's folders. The words
# are cut in two, or this file would be the one that is found.
NOT_TO_BE_NAMED = [
    "pypi" + ".org",
    "python" + "hosted",
    "npmjs" + ".",
    "deb." + "debian",
    "/wo" + "rk/",
    "/ro" + "ot/",
]
LICENSED = {".ttf", ".icc", ".aff", ".dic"}


def our_files() -> Iterator[Path]:
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in MADE_HERE]
        yield from (Path(folder, name) for name in files)


def locked(lock: str) -> dict[str, str]:
    """Return per library the line that locks it, with its hashes."""
    text = (ROOT / "packaging" / lock).read_text("utf-8").replace("\\\n", "")
    return {canonicalize_name(line.split("==")[0]): line for line in text.splitlines()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    return next(folder.glob("*.whl"))


def test_no_file_names_a_registry_or_a_folder_of_the_maker() -> None:
    found = [
        (path.relative_to(ROOT).as_posix(), word)
        for path in our_files()
        for word in NOT_TO_BE_NAMED
        if word.encode() in path.read_bytes()
    ]
    assert found == []


@pytest.mark.parametrize("lock", LOCKS)
def test_each_locked_library_has_a_version_and_hashes(lock: str) -> None:
    for line in locked(lock).values():
        assert re.match(r"[a-z0-9-]+==\S+ ", line), line
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", line), line
        assert "://" not in line


@pytest.mark.parametrize("lock", LOCKS)
def test_each_library_that_is_asked_for_is_locked_at_a_version_that_fits(lock: str) -> None:
    lines = locked(lock)
    for wish in map(Requirement, LOCKS[lock]):
        version = Requirement(lines[canonicalize_name(wish.name)].split(";")[0].split(" ")[0])
        assert wish.specifier.contains(next(iter(version.specifier)).version), wish


def test_both_locks_agree_on_every_library() -> None:
    for_running, for_making = (locked(lock) for lock in LOCKS)
    assert for_running.items() <= for_making.items()


def test_the_wheel_holds_the_program_and_all_its_resources(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = {name for name in archive.namelist() if ".dist-info/" not in name}
    resources = {
        f"vtdesk/_resources/{path.relative_to(ROOT / 'resources').as_posix()}"
        for path in our_files()
        if path.is_relative_to(ROOT / "resources")
    }
    program = {
        path.relative_to(ROOT).as_posix()
        for path in our_files()
        if path.is_relative_to(ROOT / "vtdesk")
    }
    assert inside == resources | program


def test_the_program_finds_its_resources_in_the_wheel(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    question = "from vtdesk import resources; print(resources.path('fonts', 'VTSans-Regular.ttf'))"
    answer = subprocess.run(
        [sys.executable, "-c", question],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    font = tmp_path / "vtdesk" / "_resources" / "fonts" / "VTSans-Regular.ttf"
    assert Path(answer.stdout.strip()) == font
    assert font.is_file()


def test_what_others_made_lies_beside_its_licence() -> None:
    resources = [path for path in our_files() if path.is_relative_to(ROOT / "resources")]
    folders = {path.parent for path in resources if path.suffix in LICENSED}
    folders.add(ROOT / "resources" / "icons")
    assert [folder for folder in folders if not (folder / "LICENSE.txt").is_file()] == []


def test_each_icon_is_there_and_each_that_is_there_is_used() -> None:
    program = [path for path in (ROOT / "vtdesk").rglob("*.py") if path.name != "icons.py"]
    words = "\n".join(path.read_text("utf-8") for path in program)
    assert [role for role in icons.FILES if f'"{role}"' not in words] == []
    drawn = {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")}
    assert drawn == {*icons.FILES.values(), "vtdesk"}


def test_the_fonts_never_mix_with_an_installed_inter() -> None:
    for font in (ROOT / "resources" / "fonts").glob("*.ttf"):
        names = font.read_bytes().replace(b"\0", b"")
        assert b"VT Sans" in names
        assert b"Inter Regular" not in names


def test_the_changelog_tells_of_this_version() -> None:
    assert f"## {vtdesk.__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_each_command_that_a_document_names_is_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    for document in ROOT.glob("*.md"):
        named = set(re.findall(r"`make ([a-z-]+)`", document.read_text("utf-8")))
        assert named <= targets, document.name


def test_the_manual_tells_every_limit_that_the_program_tells() -> None:
    manual = " ".join((ROOT / "README.md").read_text("utf-8").split())
    data = tomllib.loads((ROOT / "resources" / "grenzen.toml").read_text("utf-8"))

    told = [zin for groep in data["groep"] for zin in groep["zinnen"]]

    assert [zin for zin in told if f"- {zin}" not in manual] == []
    assert len(told) > 20
