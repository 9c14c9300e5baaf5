"""One thing as the search index knows it: where it stands, and nothing of what it says."""

from uuid import UUID

from sqlalchemy import LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vtdesk.models.base import Base


class Zoekstuk(Base):
    """A row that can be found; its number grows with its date, so that newest is first."""

    __tablename__ = "zoekstuk"
    __table_args__ = (UniqueConstraint("rij"),)

    nummer: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    tabel: Mapped[str]
    rij: Mapped[UUID]
    afdruk: Mapped[bytes] = mapped_column(LargeBinary)  # of what the index holds of it
    versie: Mapped[int] = mapped_column(default=0)  # of the draft that was read
