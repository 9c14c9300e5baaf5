"""The casus: one family and what Veilig Thuis does for it."""

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from vtdesk.errors import UserError
from vtdesk.models.base import Entity
from vtdesk.values.kinds import CasusStaat, Dienst, Kind


class Casus(Entity):
    """One family with a number; who watches over safety stands in `Zicht`."""

    __tablename__ = "casus"
    kind: ClassVar[Kind] = Kind.CASUS

    nummer: Mapped[str] = mapped_column(unique=True)
    naam: Mapped[str]
    dienst: Mapped[Dienst]
    geopend_op: Mapped[date]
    staat: Mapped[CasusStaat] = mapped_column(default=CasusStaat.LOPEND)
    let_op: Mapped[str] = mapped_column(default="")
    let_op_herzien_op: Mapped[date | None] = mapped_column(default=None)
    gesloten_op: Mapped[date | None] = mapped_column(default=None)
    gesloten_want: Mapped[str] = mapped_column(default="")  # why nobody has to watch any more
    geplaatst_op: Mapped[date | None] = mapped_column(default=None)  # in the register of VT

    def __post_init__(self) -> None:
        self.check()

    def check(self) -> None:
        """Refuse a casus that nobody could find again."""
        if not self.nummer.strip():
            raise UserError("Een casus heeft een nummer nodig.")
        if not self.naam.strip():
            raise UserError("Een casus heeft een naam nodig, bijvoorbeeld de naam van het gezin.")
