"""Taking fields out of a JSON object strictly: each has one type, and what is left is unknown."""

import base64
import binascii
from typing import Any


class WrongFieldError(ValueError):
    """A field is missing or of another type or size; never shown as such."""


class Fields:
    """The fields of one object; each is taken once."""

    def __init__(self, value: Any) -> None:
        if not isinstance(value, dict):
            raise WrongFieldError("not an object")
        self._left = dict(value)

    def has(self, name: str) -> bool:
        return name in self._left

    def text(self, name: str, *, most: int = 64) -> str:
        """Take a short, non-empty string."""
        value = self._take(name, str)
        if not 0 < len(value) <= most:
            raise WrongFieldError(f"{name} is empty or too long")
        return str(value)

    def hex(self, name: str, size: int) -> str:
        """Take so many bytes, written as lower-case hex; kept as text, for it serves as a name."""
        value = self.text(name)
        if len(value) != 2 * size or set(value) - set("0123456789abcdef"):
            raise WrongFieldError(f"{name} is not {size} bytes in hex")
        return value

    def whole(self, name: str, *, least: int = 0) -> int:
        """Take a whole number; `true` is not one."""
        value = self._take(name, int)
        if isinstance(value, bool) or value < least:
            raise WrongFieldError(f"{name} is not a number from {least}")
        return int(value)

    def flag(self, name: str) -> bool:
        return bool(self._take(name, bool))

    def data(self, name: str, size: int) -> bytes:
        """Take exactly so many bytes, written in base64."""
        value = decoded(self.text(name, most=256))
        if len(value) != size:
            raise WrongFieldError(f"{name} is not {size} bytes")
        return value

    def inner(self, name: str) -> "Fields":
        return Fields(self._take(name, dict))

    def items(self, name: str) -> list[Any]:
        return list(self._take(name, list))

    def rest(self) -> dict[str, Any]:
        """Give what nobody took: written by a newer program."""
        return dict(self._left)

    def _take(self, name: str, kind: type) -> Any:
        value = self._left.pop(name, None)
        if not isinstance(value, kind):
            raise WrongFieldError(f"{name} is missing or not a {kind.__name__}")
        return value


def written(data: bytes) -> str:
    """Write bytes as `Fields.data` reads them."""
    return base64.b64encode(data).decode()


def decoded(text: str) -> bytes:
    """Read base64 that is written as `written` writes it; spare bits must be zero."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise WrongFieldError("this is not base64") from error
    if written(data) != text:
        raise WrongFieldError("the same bytes are written in another way")
    return data
