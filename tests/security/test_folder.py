"""Where a kluis may be made."""

import sys
from pathlib import Path

import pytest

from tests.security.builders import content, make
from vtdesk.errors import UserError


@pytest.mark.parametrize(
    "name",
    [
        "OneDrive",
        "OneDrive - Veilig Thuis",
        "Dropbox (Persoonlijk)",
        "dropbox",
        "iCloud Drive",
        "Nextcloud",
        "Google Drive",
        "GoogleDrive-naam@voorbeeld.nl",
        "Mobile Documents",
    ],
)
def test_folder_that_is_copied_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "werk" / "kluis"
    with pytest.raises(UserError, match="alleen op deze laptop"):
        make(folder)
    assert not folder.exists()


@pytest.mark.parametrize("mark", [".dropbox", ".stfolder"])
def test_folder_with_the_mark_of_a_copying_program_is_refused(tmp_path: Path, mark: str) -> None:
    (tmp_path / mark).touch()
    with pytest.raises(UserError, match="alleen op deze laptop"):
        make(tmp_path / "kluis")


def test_link_into_a_copied_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "Nextcloud").mkdir()
    (tmp_path / "gewoon").symlink_to(tmp_path / "Nextcloud")
    with pytest.raises(UserError, match="alleen op deze laptop"):
        make(tmp_path / "gewoon" / "kluis")


@pytest.mark.parametrize("name", ["Boxer", "Dropboxen", "stackelberg", "mijn kluis", "kluis'<b>"])
def test_other_folders_are_fine(tmp_path: Path, name: str) -> None:
    make(tmp_path / name)
    assert sorted(content(tmp_path / name)) == ["kluis.db", "kluis.vtkop"]


def test_folder_with_other_things_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"x")
    mode = tmp_path.stat().st_mode
    with pytest.raises(UserError, match="al iets anders"):
        make(tmp_path)
    assert sorted(content(tmp_path)) == ["foto.jpg"]
    assert tmp_path.stat().st_mode == mode


def test_opening_a_kluis_loads_no_window_no_database_and_no_keychain() -> None:
    import subprocess

    script = (
        "import sys; import vtdesk.security.kluis, vtdesk.security.pogingen, "
        "vtdesk.security.instance, vtdesk.security.keychain; "
        "print([n for n in ('PySide6', 'sqlalchemy', 'sqlcipher3', 'keyring', 'secretstorage') "
        "if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    assert done.stdout.strip() == "[]"
