"""Two hands on one draft: what is typed in the editor, and what the casus says of a statement."""

import dataclasses

from vtdesk.services.uitspraak_tekst import with_regels
from vtdesk.values.tekst import Tekst, Uitspraakregel


def samen(stored: Tekst, typed: Tekst, found: Tekst) -> Tekst | None:
    """Join what was typed with what became of the statements since the text was stored.

    Gives None when more than statements differs between `stored` and `found`: that is another text.
    """
    before = {regel.id: regel for regel in stored.uitspraken()}
    if with_regels(found, before) != stored:
        return None
    now = {regel.id: regel for regel in found.uitspraken() if regel != before[regel.id]}
    mine = {regel.id: regel for regel in typed.uitspraken() if regel.id in now}
    return with_regels(typed, {i: samengevoegd(mine[i], before[i], now[i]) for i in mine})


def samengevoegd(
    typed: Uitspraakregel, before: Uitspraakregel, found: Uitspraakregel
) -> Uitspraakregel:
    """Take what the casus says now, and of the rest what was typed; typed words are never lost."""
    values = {field.name: getattr(typed, field.name) for field in dataclasses.fields(typed)}
    for name in values:
        now = getattr(found, name)
        if now != getattr(before, name) and (name != "runs" or typed.runs == before.runs):
            values[name] = now
    if found.verificatie is not before.verificatie:  # by whom goes with it
        values["verificatie_door"] = found.verificatie_door
    return dataclasses.replace(typed, **values)
