"""What was decided."""

from __future__ import annotations

import functools
import json
from decimal import Decimal
from typing import Any, NamedTuple


class Reason(NamedTuple):
    code: str
    points: Decimal
    # "rule many_seats", "table plan row 2", "evidence nearby", "guard g", "otherwise"
    source: str
    # In the language that was asked for.
    text: str | None


class CouldBecome(NamedTuple):
    outcome: str
    confidence: Decimal
    ceiling: Decimal


class HeldBy(NamedTuple):
    """One of both: what the outcome needs, or a guard."""

    needs: Decimal | None
    guard: str | None


class Ask(NamedTuple):
    field: str
    # missing, stale, invalid, band, one_of, disagreement
    cause: str
    gain: Decimal
    question: str | None


class Score(NamedTuple):
    low: int
    high: int
    because: list[str]


class LeadError(NamedTuple):
    path: str
    code: str
    message: str


def parse_exact(text: str) -> dict[str, Any]:
    """The object that a text of JSON is; decimals are Decimal."""
    parsed: dict[str, Any] = json.loads(text, parse_float=Decimal)
    return parsed


class Decision:
    """A decision. `json` is what `lq decide --format jsonl` prints; the rest is read from it, numbers
    exactly. Of a rejected lead only `errors` says something."""

    __slots__ = ("__dict__", "json")

    def __init__(self, text: str) -> None:
        self.json: str = text

    @functools.cached_property
    def data(self) -> dict[str, Any]:
        """The same as a dict; decimals are Decimal."""
        return parse_exact(self.json)

    def __getitem__(self, key: str) -> Any:
        return self.data[key]

    def __repr__(self) -> str:
        return f"Decision({self.json!r})"

    def __eq__(self, other: object) -> bool:
        return self.json == other.json if isinstance(other, Decision) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.json)

    @property
    def policy(self) -> str:
        return str(self.data["policy"])

    @property
    def version(self) -> int:
        return int(self.data["version"])

    @property
    def hash(self) -> str:
        return str(self.data["hash"])

    @property
    def lead(self) -> str | None:
        """The lead's `$id`."""
        found: str | None = self.data["lead"]
        return found

    @property
    def status(self) -> str:
        """settled, undecided, doubtful or rejected"""
        return str(self.data["status"])

    @property
    def outcome(self) -> str | None:
        return self.data.get("outcome")

    @property
    def proposed(self) -> str | None:
        return self.data.get("proposed")

    @property
    def text(self) -> str | None:
        return self.data.get("text")

    @property
    def confidence(self) -> Decimal:
        """0.942 is 94.2 %."""
        return Decimal(self.data.get("confidence", 0))

    @property
    def ceiling(self) -> Decimal:
        return Decimal(self.data.get("ceiling", 0))

    @property
    def tension(self) -> int:
        return int(self.data.get("tension", 0))

    @property
    def toggles(self) -> dict[str, bool]:
        return dict(self.data.get("toggles", {}))

    @property
    def reasons(self) -> list[Reason]:
        return [
            Reason(one["code"], Decimal(one["points"]), one["from"], one.get("text"))
            for one in self.data.get("reasons", [])
        ]

    @property
    def could_become(self) -> list[CouldBecome]:
        return [
            CouldBecome(one["outcome"], Decimal(one["confidence"]), Decimal(one["ceiling"]))
            for one in self.data.get("could_become", [])
        ]

    @property
    def held_by(self) -> list[HeldBy]:
        return [
            HeldBy(Decimal(one["needs"]) if "needs" in one else None, one.get("guard"))
            for one in self.data.get("held_by", [])
        ]

    @property
    def overruled(self) -> list[str]:
        return list(self.data.get("overruled", []))

    @property
    def ask(self) -> list[Ask]:
        return [
            Ask(one["field"], one["cause"], Decimal(one["gain"]), one.get("question"))
            for one in self.data.get("ask", [])
        ]

    @property
    def scores(self) -> dict[str, Score]:
        found = self.data.get("scores", {})
        return {name: Score(one["low"], one["high"], one["because"]) for name, one in found.items()}

    @property
    def outputs(self) -> dict[str, Any]:
        return dict(self.data.get("outputs", {}))

    @property
    def errors(self) -> list[LeadError]:
        return [
            LeadError(one["path"], one["code"], one["message"])
            for one in self.data.get("errors", [])
        ]
