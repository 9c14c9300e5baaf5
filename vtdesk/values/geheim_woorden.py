"""Words that give nobody away, and everyday words that may be the name of a place; all folded.

The words stand in `resources/verzwegen.toml`, where an office puts the places of its own region.
"""

import re
import tomllib
from functools import cache

from vtdesk import resources
from vtdesk.values.vouwen import vouw

_READ = tomllib.loads(resources.path("verzwegen.toml").read_text(encoding="utf-8"))


def _words(name: str) -> frozenset[str]:
    return frozenset(_READ[name].split())


VERBINDING = _words("verbinding")
GEWOON = _words("gewoon")  # kinds of places and people, times, and words before a number
STRATEN = _words("straten")  # with a number they tell, alone they do not
BEELD = _words("beeld")  # schools, practices and people are called so: names only with a capital
PLAATSEN = _words("plaatsen")
PLEKKEN = _words("plekken")  # kinds of places where somebody can be waited for
ALLEDAAGS = GEWOON | VERBINDING | _words("alledaags")


@cache
def taal() -> frozenset[str]:
    """Read the words of the language, folded; who types one of them made no error.

    Names of people and places are among them with a capital: those may well be an error.
    """
    lines = resources.path("spelling", "nl.dic").read_text(encoding="utf-8").splitlines()[1:]
    written = (re.split(r"[/\t]", line, maxsplit=1)[0] for line in lines)
    return frozenset(vouw(word).strip() for word in written if not word[:1].isupper())
