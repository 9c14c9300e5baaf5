"""How the program was asked to start; the command line fills it in."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from vtdesk.security.keychain import Keychain
from vtdesk.security.sessie import NoSessie, Sessie


@dataclass(frozen=True, slots=True)
class Start:
    """How the program was asked to start."""

    folder: Path
    keychain: Keychain
    now: datetime | None = None  # only believed when the kluis is a demo
    wachtzin: str = field(default="", repr=False)  # from a file, for scripts and the demo
    sessie: Sessie = field(default_factory=NoSessie)  # what the desktop remembers until log-off
    strengthens: bool = False  # lets a guess of the wachtzin cost more on a faster laptop
