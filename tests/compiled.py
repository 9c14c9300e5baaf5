"""What SQLAlchemy compiles, kept for the whole run: each test and each round opens its own file."""

from typing import Any

import pytest
from sqlalchemy import Engine, create_engine


def share() -> None:
    """Let all engines of this process share what one of them compiled."""
    first: list[Engine] = []

    def create(*args: Any, **options: Any) -> Engine:
        made = create_engine(*args, **{"query_cache_size": 10_000} | options)
        first.append(made)
        made.dialect = made.pool._dialect = first[0].dialect
        made._compiled_cache = first[0]._compiled_cache
        del first[1:]
        return made

    pytest.MonkeyPatch().setattr("vtdesk.store.engine.create_engine", create)
