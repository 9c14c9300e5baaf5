"""Words that give nobody away, and everyday words that may be the name of a place; all folded.

The words stand in `resources/verzwegen.toml`, where an office puts the places of its own region.
"""

import tomllib

from vtdesk import resources

_READ = tomllib.loads(resources.path("verzwegen.toml").read_text(encoding="utf-8"))


def _words(name: str) -> frozenset[str]:
    return frozenset(_READ[name].split())


VERBINDING = _words("verbinding")
GEWOON = _words("gewoon")  # kinds of places and people, times, and words before a number
STRATEN = _words("straten")  # with a number they tell, alone they do not
BEELD = _words("beeld")  # schools, practices and people are called so: names only with a capital
PLAATSEN = _words("plaatsen")
