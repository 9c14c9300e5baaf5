"""What Qt's binding is spared at every import."""

import subprocess
import sys


def test_no_import_after_qt_reads_and_keeps_its_source() -> None:
    script = """
import linecache
import vtdesk.app.session
import sqlalchemy.orm
print(len([name for name in linecache.cache if name.endswith(".py")]))
"""
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True
    )

    assert int(run.stdout) < 5  # 500 without
