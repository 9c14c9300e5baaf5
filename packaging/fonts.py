"""Make resources/fonts from Inter: static TrueType under a name of our own.

Run by hand when Inter changes: `uv run --with fonttools --with brotli packaging/fonts.py`.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

from fontTools.ttLib import TTFont

SOURCE = "inter-ui@4.1.1"  # npm; its web/ folder has the whole character set
FAMILY = "VT Sans"  # an installed Inter would be mixed with ours, and bold drawn twice
STYLES = ("Light", "Regular", "Italic", "Medium", "SemiBold", "SemiBoldItalic")
TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"

SUBFAMILY, FULL_NAME, UNIQUE, POSTSCRIPT, TRADEMARK = 2, 4, 3, 6, 7
TYPOGRAPHIC_FAMILY, TYPOGRAPHIC_STYLE, WWS_FAMILY, WWS_STYLE = 16, 17, 21, 22


def fetch(folder: Path) -> Path:
    """Unpack the npm package and return its root."""
    subprocess.run(["npm", "pack", "--silent", SOURCE], cwd=folder, check=True)
    shutil.unpack_archive(next(folder.glob("*.tgz")), folder)
    return folder / "package"


def rename(font: TTFont, style: str) -> None:
    """Give every record of the name table our family name; the licence asks for it too."""
    words = style.replace("Italic", " Italic").strip()
    italic = style.endswith("Italic")
    weight = style.removesuffix("Italic") or "Regular"
    plain = weight == "Regular"
    names = font["name"]
    for code in (TRADEMARK, WWS_FAMILY, WWS_STYLE):
        names.removeNames(nameID=code)
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    records = {
        1: FAMILY if plain else f"{FAMILY} {weight}",
        SUBFAMILY: "Italic" if italic else "Regular",
        UNIQUE: f"4.1;{postscript}",
        FULL_NAME: f"{FAMILY} {words}",
        POSTSCRIPT: postscript,
    }
    if not plain:
        records |= {TYPOGRAPHIC_FAMILY: FAMILY, TYPOGRAPHIC_STYLE: words}
    for code, text in records.items():
        names.setName(text, code, 3, 1, 0x409)


def stand_in_for_bold(font: TTFont) -> None:
    """Mark SemiBold as the bold of its family, or Qt draws it twice when text is bold."""
    font["head"].macStyle |= 1
    font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~0x40 | 0x20


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        package = fetch(Path(scratch))
        for style in STYLES:
            font = TTFont(package / "web" / f"Inter-{style}.woff2", recalcTimestamp=False)
            font.flavor = None
            rename(font, style)
            if style.startswith("SemiBold"):
                stand_in_for_bold(font)
            font.save(TARGET / f"VTSans-{style}.ttf")
        shutil.copyfile(package / "LICENSE.txt", TARGET / "LICENSE.txt")


if __name__ == "__main__":
    main()
