"""One way to write a value as bytes, so that a MAC or a signature means one thing only."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

Value = None | bool | int | str | Sequence["Value"] | Mapping[str, "Value"]

_DEEPEST = 100  # no value of vtdesk comes near; how deep Python itself goes differs per version
_EXACT = 2**53  # RFC 8785 speaks of JavaScript numbers: beyond this, readers disagree


class NotCanonicalError(ValueError):
    """Bytes or a value that have no single way of being written."""


def canonical(value: Value) -> bytes:
    """Write JSON as RFC 8785 does: sorted keys, no spaces, UTF-8; floats are refused."""
    _check(value)
    text = json.dumps(_sorted(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise NotCanonicalError("half a surrogate pair has no UTF-8") from error


def parse(data: bytes) -> Any:
    """Read JSON that is written exactly as `canonical` writes it; anything else is refused."""
    try:
        value = json.loads(data.decode(), object_pairs_hook=_once, parse_float=_no_float)
        written = canonical(value)
    except (ValueError, RecursionError) as error:
        raise NotCanonicalError("this is not JSON that has one way of being written") from error
    if written != data:
        raise NotCanonicalError("the same value is written in another way")
    return value


def _check(value: Any, depth: int = 0) -> None:
    if depth > _DEEPEST:
        raise NotCanonicalError("this lies too deep")
    match value:
        case None | bool() | str():
            return
        case int():
            if abs(value) >= _EXACT:
                raise NotCanonicalError("an integer beyond 2^53 is not exact everywhere")
        case Mapping():
            _check_keys(value)
            _check(list(value.values()), depth)
        case list() | tuple():
            for inner in value:
                _check(inner, depth + 1)
        case _:
            raise NotCanonicalError(f"a {type(value).__name__} has no canonical form")


def _check_keys(value: Mapping[Any, Any]) -> None:
    if not all(isinstance(key, str) for key in value):
        raise NotCanonicalError("a key is not a string")


def _sorted(value: Any) -> Any:
    """Order keys by UTF-16 code unit, as RFC 8785 asks; Python compares code points."""
    match value:
        case Mapping():
            keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
            return {key: _sorted(value[key]) for key in keys}
        case list() | tuple():
            return [_sorted(inner) for inner in value]
        case _:
            return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotCanonicalError("a key stands there twice")
    return found


def _no_float(_: str) -> Any:
    raise NotCanonicalError("a float has no canonical form here")
