"""The import contracts hold, and each of them is shown to break."""

import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import grimp
import pytest
from importlinter import configuration
from importlinter.contracts.acyclic_siblings import AcyclicSiblingsContract
from importlinter.contracts.forbidden import ForbiddenContract
from importlinter.contracts.independence import IndependenceContract
from importlinter.contracts.layers import LayersContract
from importlinter.contracts.protected import ProtectedContract
from importlinter.domain.contract import Contract

configuration.configure()

ROOT = Path(__file__).resolve().parent.parent
CONFIG = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
KINDS = {
    "acyclic_siblings": AcyclicSiblingsContract,
    "forbidden": ForbiddenContract,
    "independence": IndependenceContract,
    "layers": LayersContract,
    "protected": ProtectedContract,
}

# Per contract the import lines that it must refuse: (who, whom).
VIOLATIONS = [
    ("Layers point downwards", "vtdesk.values", "vtdesk.models"),
    ("Layers point downwards", "vtdesk.services", "vtdesk.ui"),
    ("Layers point downwards", "vtdesk.reports", "vtdesk.adapters"),
    ("Layers point downwards", "vtdesk.security", "vtdesk.store"),
    ("Pages do not know each other", "vtdesk.ui.vandaag", "vtdesk.ui.casussen"),
    ("Pages do not know each other", "vtdesk.ui.verslagen", "vtdesk.ui.vandaag"),
    ("Widgets know no domain", "vtdesk.ui.widgets", "vtdesk.values"),
    ("Widgets know no domain", "vtdesk.ui.widgets", "vtdesk.services"),
    ("Entities stay below the window", "vtdesk.ui", "vtdesk.models"),
    ("Only use cases and the start-up touch the store", "vtdesk.ui", "vtdesk.store"),
    ("Qt lives in the window", "vtdesk.services", "PySide6"),
    ("Qt lives in the window", "vtdesk.cli", "PySide6"),
    ("SQL lives below the window", "vtdesk.ui", "sqlalchemy"),
    ("The file format has one home", "vtdesk.services", "sqlcipher3"),
    ("The file format has one home", "vtdesk.models", "alembic"),
    ("Keys have one home", "vtdesk.store", "cryptography"),
    ("Keys have one home", "vtdesk.ui", "keyring"),
    ("Paper has one home", "vtdesk.services", "reportlab"),
    ("Paper has one home", "vtdesk.adapters", "pikepdf"),
    ("Other people's formats have one home", "vtdesk.ui", "icalendar"),
    ("Other people's formats have one home", "vtdesk.services", "nh3"),
    ("Other people's formats have one home", "vtdesk.ui", "pypdfium2"),
]


def contract(name: str) -> Contract:
    """Make the contract of that name from pyproject.toml."""
    options = next(options for options in CONFIG["contracts"] if options["name"] == name)
    options = {
        key: str(value) if isinstance(value, bool) else value for key, value in options.items()
    }
    return KINDS[options["type"]](name, {"root_packages": ["vtdesk"]}, options)


def holds(name: str, graph: grimp.ImportGraph) -> bool:
    return contract(name).check(deepcopy(graph), verbose=False).kept


@pytest.fixture(scope="module")
def imports() -> grimp.ImportGraph:
    return grimp.build_graph("vtdesk", include_external_packages=True, cache_dir=None)


@pytest.fixture
def copied_source(tmp_path: Path) -> Iterator[Path]:
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "vtdesk", tmp_path / "vtdesk", ignore=ignored)
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    return tmp_path


@pytest.mark.parametrize("name", [options["name"] for options in CONFIG["contracts"]])
def test_the_program_keeps_the_contract(imports: grimp.ImportGraph, name: str) -> None:
    assert holds(name, imports)


@pytest.mark.parametrize(("name", "importer", "imported"), VIOLATIONS)
def test_a_forbidden_import_breaks_its_contract(
    imports: grimp.ImportGraph, name: str, importer: str, imported: str
) -> None:
    graph = deepcopy(imports)
    if imported not in graph.modules:
        graph.add_module(imported, is_squashed=True)
    graph.add_import(importer=importer, imported=imported, line_number=1, line_contents="planted")
    assert not holds(name, graph)


def test_two_modules_that_import_each_other_break_the_ban_on_cycles(
    imports: grimp.ImportGraph,
) -> None:
    graph = deepcopy(imports)
    graph.add_import(importer="vtdesk.values.kinds", imported="vtdesk.values.sjabloon")
    graph.add_import(importer="vtdesk.values.sjabloon", imported="vtdesk.values.kinds")
    assert not holds("No cycles", graph)


def test_a_new_package_without_a_layer_is_refused(imports: grimp.ImportGraph) -> None:
    graph = deepcopy(imports)
    graph.add_module("vtdesk.utils")
    assert not holds("Layers point downwards", graph)


def test_each_contract_has_a_violation_that_breaks_it() -> None:
    shown = {name for name, _, _ in VIOLATIONS} | {"No cycles"}
    assert shown == {options["name"] for options in CONFIG["contracts"]}


def test_the_command_that_checks_the_contracts_sees_a_planted_line(copied_source: Path) -> None:
    planted = copied_source / "vtdesk" / "values" / "kinds.py"
    planted.write_text(planted.read_text("utf-8") + "\nimport PySide6.QtCore\n", "utf-8")
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo"]
    answer = subprocess.run(
        command, cwd=copied_source, capture_output=True, text=True, check=False, timeout=60
    )
    assert answer.returncode == 1
    assert "Qt lives in the window BROKEN" in answer.stdout
    assert "vtdesk.values.kinds -> PySide6" in answer.stdout
