"""The Dutch dictionary, in a process of its own.

Hunspell keeps every thread of a program waiting while it looks for suggestions, up to half a
second, and two tenths while it loads; beside the window only a process of its own does not. What it
is asked goes through a pipe and is never on disk.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from threading import Lock
from typing import Any

from vtdesk import resources
from vtdesk.adapters import child
from vtdesk.errors import OutsideError

LIMITS = child.Limits(seconds=6, memory=800_000_000, output=4_000_000)
MOST_WORDS = 2000  # in one question, so that each is answered at once
MOST_SUGGESTIONS = 5
_ALL_SECONDS = 24 * 3600  # of work in one session
_LENGTH = 4
_TRIES = 3  # starts after one that ended by itself

_UNAVAILABLE = (
    "De spelling kan nu niet worden nagekeken. Je kunt gewoon schrijven. Installeer vtdesk opnieuw "
    "als dit zo blijft."
)


class Woordenboek:
    """A dictionary that answers in any thread, one question at a time; each within its limit."""

    def __init__(self) -> None:
        self._turn = Lock()
        self._talk: child.Talk | None = None
        self._ended = 0

    def goed(self, woorden: Iterable[str]) -> dict[str, bool]:
        """Say of each word whether it is in the dictionary."""
        asked = list(dict.fromkeys(woorden))
        found: dict[str, bool] = {}
        for start in range(0, len(asked), MOST_WORDS):
            part = asked[start : start + MOST_WORDS]
            answer = self._ask({"goed": part})
            found.update(zip(part, (sign == "1" for sign in str(answer)), strict=True))
        return found

    def suggesties(self, woord: str) -> tuple[str, ...]:
        """Give words that look like this one; none when that takes too long."""
        try:
            return tuple(str(one) for one in self._ask({"suggesties": woord}))
        except OutsideError:
            if self._ended > _TRIES:
                raise
            return ()

    def close(self) -> None:
        """Let go of the process; who waits hears a refusal, and the next question starts it."""
        talk, self._talk = self._talk, None
        if talk is not None:
            talk.end()

    def _ask(self, question: dict[str, object]) -> Any:
        with self._turn:
            if self._ended > _TRIES:
                raise OutsideError(_UNAVAILABLE)
            talk = self._talk = self._talk or child.Talk(command(), LIMITS)
            data = json.dumps(question).encode()
            with talk.in_time():
                talk.say(len(data).to_bytes(_LENGTH, "big"), data)
                size = talk.hear(_LENGTH)
                answer = talk.hear(min(int.from_bytes(size, "big"), LIMITS.output))
            try:
                return json.loads(answer)
            except ValueError as error:
                talk.end()
                self._talk, self._ended = None, self._ended + 1
                raise OutsideError(_UNAVAILABLE) from error


def command() -> list[str]:
    """Build the command that starts the child."""
    return child.command("vtdesk.adapters.spelling")


def main() -> None:
    """Be the child: load the dictionary, and answer until nobody asks any more."""
    child.limit(replace(LIMITS, seconds=_ALL_SECONDS))
    import hunspell  # noqa: PLC0415 (after the limits)

    book = hunspell.Hunspell("nl", hunspell_data_dir=str(resources.path("spelling")))
    child.lock_in()
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    while len(size := asked.read(_LENGTH)) == _LENGTH:
        child.hurry(2 * int(LIMITS.seconds))
        question = json.loads(asked.read(int.from_bytes(size, "big")))
        data = json.dumps(_answer(book, question)).encode()
        answers.write(len(data).to_bytes(_LENGTH, "big") + data)
        answers.flush()
        child.hurry(0)


def _answer(book: Any, question: dict[str, Any]) -> str | Sequence[str]:
    if "goed" in question:
        return "".join("1" if _is_good(book, word) else "0" for word in question["goed"])
    return [word for word in book.suggest(question["suggesties"]) if word][:MOST_SUGGESTIONS]


def _is_good(book: Any, word: str) -> bool:
    """Ask the dictionary; it knows some abbreviations only with their full stop."""
    return bool(book.spell(word) or book.spell(f"{word}."))


if __name__ == "__main__":
    main()
