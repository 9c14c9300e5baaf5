"""What all entities share: an offline id, a version against lost updates, and silence in repr."""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, ClassVar, dataclass_transform
from uuid import UUID, uuid4

from sqlalchemy import JSON, Date, DateTime, Dialect, Enum, MetaData, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column, relationship
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

from vtdesk.values.kinds import Kind

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """Stores a moment in UTC; SQLite itself drops the zone."""

    impl = DateTime
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value else None


STORED_ENUM = Enum(
    StrEnum, native_enum=False, length=32, values_callable=lambda kind: [m.value for m in kind]
)


@dataclass_transform(
    kw_only_default=True, eq_default=False, field_specifiers=(mapped_column, relationship)
)
class Base(MappedAsDataclass, DeclarativeBase, kw_only=True, eq=False, repr=False):
    """Entities compare by identity and never print their content: it is personal data."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime,
        date: Date,
        UUID: Uuid,
        StrEnum: STORED_ENUM,
        dict[str, Any]: JSON,
        list[str]: JSON,
        list[list[str]]: JSON,
        list[dict[str, Any]]: JSON,
    }


class Entity(Base):
    """A row with its own life: an id made here, offline, and a version against lost updates."""

    __abstract__ = True
    kind: ClassVar[Kind]
    silent: ClassVar[bool] = False  # writes neither a logboek line nor an outbox row
    id: Mapped[UUID] = mapped_column(primary_key=True, default_factory=uuid4)
    version: Mapped[int] = mapped_column(init=False)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (annotated, it becomes a field)

    def subject(self) -> tuple[Kind, UUID]:
        """Name the thing that has changed when this row has; a part names its whole."""
        return self.kind, self.id

    def refuse_change(self) -> None:
        """Raise a UserError when this row may not change or go; asked before each flush."""
