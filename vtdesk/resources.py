"""Where the files of `resources/` are: beside the source, in the wheel, or in a frozen program."""

import sys
from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """Find the folder that holds the resources."""
    frozen = getattr(sys, "_MEIPASS", None)
    here = Path(__file__).resolve().parent
    places = (
        [Path(frozen) / "resources"] if frozen else [here / "_resources", here.parent / "resources"]
    )
    return next(place for place in places if place.is_dir())


def path(*parts: str) -> Path:
    """Name a file in the resources, such as `path("icons", "lock.svg")`."""
    return root().joinpath(*parts)
