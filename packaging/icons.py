"""Copy the icons that vtdesk uses from Lucide into resources/icons.

Run by hand when an icon is added: `python packaging/icons.py`.
"""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

SOURCE = "lucide-static@1.62.0"  # npm
TARGET = Path(__file__).resolve().parent.parent / "resources" / "icons"
ICONS = """
arrow-left baby bold building-2 calendar-clock calendar-days calendar-plus calendar-x car check
chevron-down chevron-left chevron-right chevron-up circle circle-alert circle-check clipboard-check
clock copy download ellipsis eye eye-off file-check file-down file-text folder-open git-compare
hard-drive house info italic key-round keyboard landmark languages life-buoy list list-ordered lock
lock-open map-pin map-pin-off messages-square mic moon notebook-pen pen-line pencil phone plus
printer quote redo-2 school search settings shield-check sun table-2 trash-2 triangle-alert undo-2
user-round user-x users users-round utensils video x
""".split()


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        subprocess.run(["npm", "pack", "--silent", SOURCE], cwd=folder, check=True)
        shutil.unpack_archive(next(folder.glob("*.tgz")), folder)
        for name in ICONS:
            drawing = (folder / "package" / "icons" / f"{name}.svg").read_text("utf-8")
            drawing = re.sub(r"<!--.*?-->\n?|\n?\s*class=\"[^\"]*\"", "", drawing)
            (TARGET / f"{name}.svg").write_text(drawing, "utf-8")
        shutil.copyfile(folder / "package" / "LICENSE", TARGET / "LICENSE.txt")


if __name__ == "__main__":
    main()
