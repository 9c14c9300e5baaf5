"""Fields for a moment, as the dialogs of this tab ask for it."""

from datetime import datetime, time

from vtdesk.ui.moment_field import MomentField
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.named import named
from vtdesk.values.tijd import at, dag_met_naam, local

NO_MOMENT = "Vul een dag en een tijd in, zoals 12 mei en 14:30."


def moment_field(now: datetime, shown: datetime | None, name: str) -> MomentField:
    """Make a field that shows a moment, or nothing."""
    field = named(MomentField(local(now).date(), dag_met_naam), name)
    if shown:
        when = local(shown)
        field.set_moment(when.date(), time(when.hour, when.minute))
    return field


def moment_of(moment: MomentField, field: Field, *, needed: bool = True) -> datetime | None:
    """Read a moment, or say beside the field that it is not one."""
    if not needed and not (moment.day.text().strip() or moment.clock.text().strip()):
        return None
    day, clock = moment.chosen_day(), moment.chosen_clock()
    if day is None or clock is None:
        field.set_error(NO_MOMENT)
        return None
    return at(day, clock.hour, clock.minute)
