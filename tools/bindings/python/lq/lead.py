"""Python values as the JSON of a lead, digit by digit."""

from __future__ import annotations

import datetime
import decimal
import enum
import json
import math
import operator
import re
from collections.abc import Mapping
from typing import Any


_PLAIN = frozenset((str, int, float, bool, type(None)))
_plain_json = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def encode(lead: Any) -> bytes:
    """The lead's JSON. What is JSON already, as str or bytes, stays as it is."""
    if type(lead) is dict and _PLAIN.issuperset(map(type, lead.values())):
        if all(type(key) is str for key in lead):
            # Most leads: the json module writes these types as _append does, and several times faster.
            return _plain_json(lead).encode()
    if isinstance(lead, (bytes, bytearray, memoryview)):
        return bytes(lead)
    if isinstance(lead, str):
        return lead.encode()
    parts: list[str] = []
    _append(lead, parts)
    return "".join(parts).encode()


def milliseconds(when: datetime.datetime | datetime.date | str | int | None) -> int:
    """Since 1970-01-01, UTC. None is now; a date is its midnight, UTC; a text is one of both."""
    if isinstance(when, str):
        when = _parsed(when)
    if when is None:
        when = datetime.datetime.now(datetime.timezone.utc)
        when = when.replace(microsecond=when.microsecond // 1000 * 1000)
    if isinstance(when, datetime.datetime):
        since = _aware(when) - datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
        return since // datetime.timedelta(milliseconds=1)
    if isinstance(when, datetime.date):
        return (when.toordinal() - datetime.date(1970, 1, 1).toordinal()) * 86_400_000
    if isinstance(when, bool):
        raise TypeError("as_of is a date, a datetime, a text or milliseconds, not a bool")
    return operator.index(when)


_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(\.[0-9]{1,3})?(Z|[+-][0-9]{2}:[0-9]{2})"
)


def _parsed(text: str) -> datetime.datetime | datetime.date:
    try:
        if _DATE.fullmatch(text):
            return datetime.date.fromisoformat(text)
        parts = _INSTANT.fullmatch(text)
        if parts is None:
            raise ValueError
        time, fraction, zone = parts.groups()
        # As every Python reads it: three digits, and no Z.
        fraction = (fraction or ".").ljust(4, "0")
        return datetime.datetime.fromisoformat(time + fraction + zone.replace("Z", "+00:00"))
    except ValueError:
        raise ValueError(
            f"`{text}` is neither a date nor an instant: "
            "write 2026-08-01 or 2026-08-01T10:00:00+00:00"
        ) from None


def _aware(when: datetime.datetime) -> datetime.datetime:
    if when.utcoffset() is None:
        raise ValueError(f"{when!r} has no time zone, so it is no instant: give it a tzinfo")
    if when.microsecond % 1000 != 0:
        raise ValueError(f"{when!r} has parts of a millisecond, which an instant does not")
    return when


def _append(value: Any, parts: list[str]) -> None:
    if isinstance(value, enum.Enum):
        value = value.value
    if value is None:
        parts.append("null")
    elif isinstance(value, bool):
        parts.append("true" if value else "false")
    elif isinstance(value, str):
        parts.append(json.dumps(str(value), ensure_ascii=False))
    elif isinstance(value, Mapping):
        _append_object(value, parts)
    elif isinstance(value, (list, tuple)):
        _append_list(value, parts)
    else:
        parts.append(_scalar(value))


def _append_object(value: Mapping[Any, Any], parts: list[str]) -> None:
    separator = "{"
    for key, member in value.items():
        if not isinstance(key, str):
            raise TypeError(f"the key {key!r} is no text")
        parts.append(separator + json.dumps(str(key), ensure_ascii=False) + ":")
        _append(member, parts)
        separator = ","
    parts.append("{}" if separator == "{" else "}")


def _append_list(value: list[Any] | tuple[Any, ...], parts: list[str]) -> None:
    separator = "["
    for item in value:
        parts.append(separator)
        _append(item, parts)
        separator = ","
    parts.append("[]" if separator == "[" else "]")


def _scalar(value: Any) -> str:
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"{value!r} is no number that a lead can hold")
        # The shortest text that gives this very float again: 0.1 is 0.1.
        return float.__repr__(value)
    if isinstance(value, decimal.Decimal):
        if not value.is_finite():
            raise ValueError(f"{value!r} is no number that a lead can hold")
        return str(value)
    if isinstance(value, datetime.datetime):
        text = _aware(value).isoformat(timespec="milliseconds" if value.microsecond else "seconds")
        return f'"{text}"'
    if isinstance(value, datetime.date):
        return f'"{value.isoformat()}"'
    try:
        return str(operator.index(value))
    except TypeError:
        raise TypeError(
            f"a lead cannot hold {value!r} of type {type(value).__name__}: give a text, a number, "
            "a bool, a date, a datetime, a list or a dict"
        ) from None
