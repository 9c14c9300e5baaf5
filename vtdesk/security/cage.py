"""The cage: what the kernel refuses this process and all it starts, whatever code runs in it.

`close_network` leaves only sockets inside this machine; `close_disk` leaves only the places where
people keep files, so not the shared temporary ones; `close_all` is for a child that reads what came
from outside: no socket, no program, and no file but those of the program itself. None of it can be
taken back, and it stays over an `exec`. Only on Linux, by seccomp and Landlock; where the kernel
has no Landlock the disk stays open.
"""

import ctypes
import errno
import os
import stat
import struct
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class _Calls:
    """Numbers of system calls, which differ per processor."""

    machine: int
    seccomp: int
    socket: int
    never: tuple[int, ...]  # reading other processes, and ways around this filter
    in_child: tuple[int, ...]  # socketpair, execve, execveat


_NEW = (425, 426, 427, 438)  # io_uring, which opens sockets by another way; pidfd_getfd
_CALLS = {  # never: ptrace, process_vm_readv, process_vm_writev, bpf, perf_event_open
    "x86_64": _Calls(0xC000003E, 317, 41, (101, 310, 311, 321, 298, *_NEW), (53, 59, 322)),
    "aarch64": _Calls(0xC00000B7, 277, 198, (117, 270, 271, 280, 241, *_NEW), (199, 221, 281)),
}
_OTHER_WAY = 0x40000000  # numbers of another kind on the same processor
_AF_UNIX, _NO_KIND, _STREAM = 1, 63, 1

_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER, _MACHINE, _FIRST = 0, 4, 16  # where the filter finds them
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000
_ALL_THREADS, _FILTER = 1, 1
_NO_NEW_PRIVILEGES = 38

_CREATE, _ADD, _RESTRICT = 444, 445, 446
_WRITE_FILE, _READ, _CHANGE = 1 << 1, 1 << 2 | 1 << 3, 0b1_1111_1111_0000 | 1 << 1
_MOVE, _TRUNCATE = 1 << 13, 1 << 14
_MOVES_SINCE, _TRUNCATES_SINCE = 2, 3

_SYSTEM = {"bin", "boot", "dev", "etc", "lib", "lib32", "lib64", "libx32", "proc", "sbin", "sys",
           "tmp", "usr", "var"}  # fmt: skip
_DEVICES = ("null", "zero", "full", "tty", "ptmx", "pts", "dri", "nvidiactl", "nvidia0")
_PLACES = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
           "XDG_RUNTIME_DIR")  # fmt: skip


def close_network() -> None:
    """Let nothing be reached outside this machine; a second time changes nothing."""
    calls = _calls()
    if calls is not None and not network_is_closed():
        _filter(calls, calls.never)


def close_disk(*own: Path) -> None:
    """Let nothing be written but where people keep files, and in these folders."""
    if _calls() is None or disk_is_closed():
        return
    roots = [path for path in Path("/").iterdir() if path.name not in _SYSTEM and path.is_dir()]
    devices = [Path("/dev", name) for name in _DEVICES]
    named = [Path(os.environ[name]) for name in _PLACES if os.environ.get(name)]
    private = [path for path in (Path.home(), *named, *own) if not _is_shared(path)]
    _allow(_CHANGE, [*roots, *private, *devices])


def close_all(readable: Iterable[Path]) -> None:
    """Leave a child that reads what came from outside nothing but these folders, to read."""
    calls = _calls()
    if calls is not None:
        _allow(_CHANGE | _READ, readable, allowed=_READ)
        _filter(calls, (*calls.never, *calls.in_child, calls.socket))


def network_is_closed() -> bool:
    """Ask for a kind of socket that no system has: only this cage refuses it as forbidden."""
    if sys.platform != "linux":
        return False
    libc = _libc()
    return libc.socket(_NO_KIND, _STREAM, 0) < 0 and ctypes.get_errno() == errno.EACCES


def disk_is_closed() -> bool:
    """Ask the kernel for a file where none may come; it would have had no name."""
    if sys.platform != "linux":
        return False
    try:
        os.close(os.open("/tmp", os.O_TMPFILE | os.O_WRONLY | os.O_CLOEXEC))  # noqa: S108 - asked only
    except PermissionError:
        return True
    except OSError:
        return False
    return False


def _calls() -> _Calls | None:
    return _CALLS.get(os.uname().machine) if sys.platform == "linux" else None


def _is_shared(folder: Path) -> bool:
    """Tell whether everybody may write there, as in a temporary folder."""
    with suppress(OSError):
        return bool(folder.stat().st_mode & stat.S_IWOTH)
    return True


def _filter(calls: _Calls, refused: Iterable[int]) -> None:
    """Hand the kernel a program that judges each system call of every thread."""
    steps = [
        (_LOAD, 0, 0, _MACHINE), (_EQUAL, 1, 0, calls.machine), _refusal(errno.EPERM),
        (_LOAD, 0, 0, _NUMBER), (_AT_LEAST, 0, 1, _OTHER_WAY), _refusal(errno.EPERM),
    ]  # fmt: skip
    for number in refused:
        steps += [(_EQUAL, 0, 1, number), _refusal(errno.EPERM)]
    steps += [
        (_EQUAL, 0, 3, calls.socket), (_LOAD, 0, 0, _FIRST), (_EQUAL, 1, 0, _AF_UNIX),
        _refusal(errno.EACCES), (_RETURN, 0, 0, _ALLOW),
    ]  # fmt: skip
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = struct.pack("HxxxxxxP", len(steps), ctypes.addressof(code))
    libc = _libc()
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    libc.syscall(calls.seccomp, _FILTER, _ALL_THREADS, ctypes.c_char_p(program))


def _refusal(reason: int) -> tuple[int, int, int, int]:
    return (_RETURN, 0, 0, _REFUSE | reason)


def _allow(handled: int, places: Iterable[Path], *, allowed: int | None = None) -> None:
    """Refuse a kind of access everywhere but below some places; for this thread and its own."""
    libc = _libc()
    version = libc.syscall(_CREATE, None, 0, 1)
    if version < _MOVES_SINCE:  # it would refuse to move a file from folder to folder
        return
    handled |= _MOVE | (_TRUNCATE if version >= _TRUNCATES_SINCE else 0)
    rules = libc.syscall(_CREATE, struct.pack("Q", handled), 8, 0)
    if rules < 0:
        return
    for place in places:
        with suppress(OSError):
            _add(libc, rules, place, handled if allowed is None else allowed)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    libc.syscall(_RESTRICT, rules, 0)
    os.close(rules)


def _add(libc: ctypes.CDLL, rules: int, place: Path, allowed: int) -> None:
    descriptor = os.open(place, os.O_PATH | os.O_CLOEXEC)
    try:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            allowed &= _WRITE_FILE | _TRUNCATE | 1 << 2
        libc.syscall(_ADD, rules, 1, struct.pack("=Qi", allowed, descriptor), 0)
    finally:
        os.close(descriptor)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
