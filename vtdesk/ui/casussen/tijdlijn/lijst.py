"""The line itself: the months as heads, every point a row to walk with the arrows."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from PySide6.QtWidgets import QAbstractItemView, QWidget

from vtdesk.services.tijdlijn.rows import TijdlijnRow
from vtdesk.ui.casussen.tijdlijn.punt import NOW, Punt, PuntDelegate
from vtdesk.ui.casussen.tijdlijn.woorden import SOORT
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_list import Group, RowList
from vtdesk.values.tijd import Clock, dag_met_naam, klok, local, maand_en_jaar


class Lijst(RowList[TijdlijnRow]):
    """Walk with the arrows, Enter opens the thing in its place, Del takes an event away."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(lambda row: punt(row, clock()), parent)
        named(self, "tijdlijn", "Tijdlijn")
        self._clock = clock
        self.setItemDelegate(PuntDelegate(self))

    def show_points(self, rows: Sequence[TijdlijnRow]) -> None:
        """Show these points with their heads; at first the last one that has been is chosen."""
        now = local(self._clock())
        self.set_rows(list(_with_heads(rows, now)))
        if self.current() is None:
            past = [row for row in rows if row.moment <= now]
            wanted = past[-1:] or list(rows[:1])
            self.choose(lambda row: row in wanted)
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)


def punt(row: TijdlijnRow, now: datetime) -> Punt:
    """Say what a point looks like."""
    word = SOORT[row.soort]
    return Punt(
        row.titel,
        " · ".join(filter(None, (row.tekst, ", ".join(_others(row))))),
        icon="" if row.letter else word.icon,
        letter=row.letter.value if row.letter else "",
        chip=row.woord,
        chip_tone=row.toon,
        strong=False,
        dag=_kort(row.dag),
        tijd=klok(row.moment) if row.met_tijd else "",
        straks=row.moment > now,
    )


def _kort(day: date) -> str:
    """Write `do 23 apr`, which fits beside the line."""
    weekday, number, month = dag_met_naam(day).split()
    return f"{weekday} {number} {'mrt' if month == 'maart' else month[:3]}"


def _others(row: TijdlijnRow) -> Iterator[str]:
    """Name who is not named already."""
    return (name for name in row.wie if name not in f"{row.titel} {row.tekst}")


def _with_heads(rows: Sequence[TijdlijnRow], now: datetime) -> Iterator[TijdlijnRow | Group]:
    """Head each month, and put today between what has been and what is to come."""
    month, past = "", True
    for row in rows:
        if maand_en_jaar(row.dag) != month:
            month = maand_en_jaar(row.dag)
            if past and row.moment > now:
                past = False
                yield _today(now)
            yield Group(f"{month[0].upper()}{month[1:]}")
        if past and row.moment > now:
            past = False
            yield _today(now)
        yield row


def _today(now: datetime) -> Group:
    return Group(f"{NOW}, {dag_met_naam(now.date())}")
