"""What counts of a decision."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from lq.decision import LeadError


class Rule(NamedTuple):
    """A rule that fired: it holds, and no other overrides it."""

    #: Of the rule, or of the table that the row stands in.
    name: str
    #: Of a table, from 1.
    row: int | None
    #: What it chooses.
    outcome: str


class Verdict(NamedTuple):
    """As the decision of the same lead, which also says why. Of a rejected lead only `errors` says
    something."""

    #: The lead's `$id`.
    lead: str | None
    #: settled, undecided, doubtful or rejected
    status: str
    outcome: str | None
    proposed: str | None
    #: 0.942 is 94.2 %.
    confidence: Decimal
    ceiling: Decimal
    #: Those of the strongest outcome first.
    rules: list[Rule]
    errors: list[LeadError]


#: What lq._native gives for a verdict; confidences are per mille, row 0 is a rule.
Given = tuple[
    "str | None",
    str,
    "str | None",
    "str | None",
    int,
    int,
    "list[tuple[str, int, str]]",
    "list[tuple[str, str, str]]",
]


def verdict_of(given: Given) -> Verdict:
    lead, status, outcome, proposed, confidence, ceiling, rules, errors = given
    return Verdict(
        lead,
        status,
        outcome,
        proposed,
        Decimal(confidence) / 1000,
        Decimal(ceiling) / 1000,
        [Rule(name, row or None, chosen) for name, row, chosen in rules],
        [LeadError(*error) for error in errors],
    )
