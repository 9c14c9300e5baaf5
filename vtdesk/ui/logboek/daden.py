"""What one did at once is one row, however many lines of the logboek it left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from vtdesk.services.logboek import LogRow
from vtdesk.ui.format import aantal
from vtdesk.ui.labels import label
from vtdesk.ui.logboek.woorden import GEBEURTENIS, GEDAAN, GESCHIEDENIS, zin
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import Group
from vtdesk.values.tijd import klok, volle_dag

AT_ONCE = timedelta(seconds=1)  # the lines of one deed are written in one transaction


@dataclass(frozen=True, slots=True)
class Daad:
    """Lines of one deed that say the same, the one that names it first."""

    regels: tuple[LogRow, ...]

    @property
    def id(self) -> int:
        """Give the number of the line that names it."""
        return self.regels[0].id

    @property
    def moment(self) -> datetime:
        """Give when it was done."""
        return self.regels[0].moment

    def line(self) -> Line:
        """Say what the row looks like."""
        one, names = self.regels[0], {row.naam: None for row in self.regels if row.naam}
        count = len(self.regels)
        several = aantal(count, "regel", "regels") if count > 1 else ""
        return Line(
            zin(one),
            " · ".join(filter(None, (", ".join(names), one.gebruiker, several))),
            f"Reden: {one.reden}" if one.reden else "",
            icon=label(one.kind).icon,
            side=klok(one.moment),
            strong=False,
        )


def per_dag(rows: Sequence[LogRow]) -> list[Daad | Group]:
    """Give what was done, under a head for each day."""
    found: list[Daad | Group] = []
    day = None
    for one in daden(rows):
        if one.moment.date() != day:
            day = one.moment.date()
            found.append(Group(volle_dag(day).capitalize()))
        found.append(one)
    return found


def daden(rows: Sequence[LogRow]) -> Iterator[Daad]:
    """Fold the lines of each deed; the order stays."""
    deed: list[LogRow] = []
    for row in rows:
        if deed and not _together(deed[-1], row):
            yield from _folded(deed)
            deed = []
        deed.append(row)
    yield from _folded(deed)


def _together(one: LogRow, other: LogRow) -> bool:
    near = abs(one.moment - other.moment) <= AT_ONCE
    return near and one.gebruiker == other.gebruiker and one.moment.date() == other.moment.date()


def _folded(deed: Sequence[LogRow]) -> Iterator[Daad]:
    """Put together what says the same, or what is said already by what happened to the thing."""
    happened = {row.ding: row for row in deed if row.actie == GEBEURTENIS}
    changed = {row.ding: row for row in deed if row.detail != GESCHIEDENIS}
    found: dict[tuple[str, str], list[LogRow]] = {}
    for row in deed:
        said = changed.get(row.ding, row) if row.detail == GESCHIEDENIS else row
        if row.actie in GEDAAN:
            said = happened.get(row.ding, said)
        found.setdefault((zin(said), said.reden), []).append(row)
    for (words, _), lines in found.items():
        lines.sort(key=lambda row: zin(row) != words)  # the change itself stands first
        yield Daad(tuple(lines))
