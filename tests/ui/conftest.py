"""What every page under test is handed, in the light look."""

from collections.abc import Iterator

import pytest

from tests.builders import SlowClock
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.page import Tools
from vtdesk.ui.theme.look import Look


@pytest.fixture
def tools(look: Look, clock: SlowClock) -> Iterator[Tools]:
    """Jobs and clock; all work has ended when the test ends."""
    jobs = Jobs()
    yield Tools(jobs, clock)
    jobs.wait()
