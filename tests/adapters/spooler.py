"""A print system of our own: a real cupsd on a socket, with a printer that keeps its paper."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PPD = Path("/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd")

FILES = """\
ServerRoot {root}/etc
RequestRoot {root}/spool
CacheDir {root}/cache
StateDir {root}/state
TempDir {root}/tmp
AccessLog {root}/log/access
ErrorLog {root}/log/error
PageLog {root}/log/page
FileDevice Yes
"""
# Who is not root runs all under the own name.
OWN_NAME = "User {user}\nGroup {group}\nSystemGroup {group}\n"
RULES = """\
Listen {root}/cups.sock
Browsing No
WebInterface No
DefaultAuthType None
DirtyCleanInterval 0
LogLevel info
<Location />
  Order allow,deny
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""


@dataclass(frozen=True, slots=True)
class Spooler:
    """A running print system."""

    root: Path

    @property
    def socket(self) -> str:
        return str(self.root / "cups.sock")

    def add_printer(self, name: str) -> None:
        """Set up a printer that writes what comes out of the filters to a file."""
        paper = self.paper(name).as_uri()
        self._tell("/usr/sbin/lpadmin", "-p", name, "-E", "-v", paper, "-P", str(PPD))

    def make_usual(self, name: str) -> None:
        self._tell("/usr/sbin/lpadmin", "-d", name)

    def paper(self, name: str) -> Path:
        return self.root / "out" / f"{name}.pdf"

    def printed(self, name: str) -> bytes:
        """Wait until the job is done, and give the paper."""
        self.wait_for(lambda: name in self._tell("lpstat", "-W", "completed", "-o"))
        return self.paper(name).read_bytes()

    def job(self) -> bytes:
        """Give what the queue keeps about the last job: title, user, options."""
        self.wait_for(lambda: bool(list((self.root / "spool").glob("c*"))))
        return max((self.root / "spool").glob("c*")).read_bytes()

    def wait_for(self, ready: Callable[[], bool]) -> None:
        end = time.monotonic() + 20
        while not ready():
            assert time.monotonic() < end, (self.root / "log" / "error").read_text()
            time.sleep(0.05)

    def _tell(self, *command: str) -> str:
        environment = os.environ | {"CUPS_SERVER": self.socket, "LC_ALL": "C"}
        return subprocess.run(
            command, env=environment, capture_output=True, check=False, timeout=20, text=True
        ).stdout

    def answers(self) -> bool:
        return "is running" in self._tell("lpstat", "-r")


@contextmanager
def running_spooler() -> Iterator[Spooler]:
    """Run a print system in a folder of its own; filters run as another user and must get in."""
    root = Path(tempfile.mkdtemp(prefix="vtdesk-cups-"))
    root.chmod(0o755)
    for folder in ("etc", "spool", "cache", "state", "tmp", "log", "out"):
        (root / folder).mkdir()
    (root / "tmp").chmod(0o1777)
    own_name = "" if os.getuid() == 0 else OWN_NAME.format(user=_user(), group=_group())
    (root / "etc" / "cups-files.conf").write_text(FILES.format(root=root) + own_name)
    (root / "etc" / "cupsd.conf").write_text(RULES.format(root=root))
    command = [
        "/usr/sbin/cupsd",
        "-f",
        "-c",
        root / "etc/cupsd.conf",
        "-s",
        root / "etc/cups-files.conf",
    ]
    with subprocess.Popen(command) as daemon:
        try:
            spooler = Spooler(root)
            spooler.wait_for(spooler.answers)
            yield spooler
        finally:
            daemon.terminate()
            daemon.wait(20)
            shutil.rmtree(root)


def _user() -> str:
    import pwd

    return pwd.getpwuid(os.getuid()).pw_name


def _group() -> str:
    import grp

    return grp.getgrgid(os.getgid()).gr_name
