"""A policy that decides leads."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from typing import Any, Union

from lq import _native
from lq.batch import ArrowArrays, Columns
from lq.decision import Decision, parse_exact
from lq.lead import encode, milliseconds
from lq.verdict import Verdict, verdict_of

AsOf = Union[datetime.datetime, datetime.date, str, int, None]


def _states(toggles: Mapping[str, bool] | None) -> tuple[tuple[bytes, bool], ...]:
    states = dict(toggles or {})
    for name, on in states.items():
        if not isinstance(name, str) or not isinstance(on, bool):
            raise TypeError(f"toggles are names with True or False, not {name!r}: {on!r}")
    return tuple((name.encode(), on) for name, on in states.items())


class Policy:
    """A policy, opened from the bundle that `lq build` writes.

    It never changes. Any number of threads may decide by it at once: deciding lets other threads run.
    """

    __slots__ = ("_opened", "description", "native", "native_problem")

    def __init__(self, opened: _native.Policy, native: bool) -> None:
        self._opened = opened
        #: Name, outcomes, toggles, languages, outputs and the fields of leads.
        self.description: dict[str, Any] = parse_exact(opened.describe())
        #: Whether the bundle's machine code finds verdicts.
        self.native = False
        #: Why it does not, though it was asked for: then the plan finds the same ones.
        self.native_problem: str | None = None
        if not isinstance(native, bool):
            raise TypeError(f"native is True or False, not {native!r}")
        if native:
            try:
                opened.use_native()
                self.native = True
            except _native.Error as problem:
                self.native_problem = str(problem)

    @classmethod
    def load(cls, path: str | os.PathLike[str], *, native: bool = False) -> Policy:
        """Opens a file. Raises lq.Error when it cannot be read or is no bundle.

        With `native`, machine code that `lq build --native` put into the bundle finds verdicts where it
        can be run; `native` and `native_problem` of the policy tell. Machine code is code: ask for it
        with bundles of people whose programs you would run.
        """
        return cls(_native.Policy.open_file(os.fspath(path)), native)

    @classmethod
    def open(cls, bundle: bytes, *, native: bool = False) -> Policy:
        """Opens the bytes of a bundle."""
        return cls(_native.Policy.open(bundle), native)

    @property
    def name(self) -> str:
        return str(self.description["policy"])

    @property
    def version(self) -> int:
        return int(self.description["version"])

    @property
    def hash(self) -> str:
        return str(self.description["hash"])

    @property
    def outcomes(self) -> list[str]:
        """Strongest first."""
        return [outcome["name"] for outcome in self.description["outcomes"]]

    def decide(
        self,
        lead: Mapping[str, Any] | str | bytes,
        *,
        as_of: AsOf = None,
        toggles: Mapping[str, bool] | None = None,
        language: str | None = None,
    ) -> Decision:
        """Decides one lead: a dict, or its JSON as str or bytes.

        `as_of` is what `now` and `today` mean: an aware datetime, a date (its midnight, UTC), one of
        both as text, milliseconds since 1970-01-01, or None for now. A lead that is wrong gives a
        decision with the status "rejected". Raises lq.Error when the policy has no such toggle or
        language, ValueError and TypeError for values that no lead can hold.
        """
        json_text = self._opened.decide(
            encode(lead), milliseconds(as_of), _states(toggles), language
        )
        return Decision(json_text)

    def judge(
        self,
        lead: Mapping[str, Any] | str | bytes,
        *,
        as_of: AsOf = None,
        toggles: Mapping[str, bool] | None = None,
    ) -> Verdict:
        """Only what counts of a decision, found several times faster: status, outcome, confidence and
        the rules that fired. Takes what `decide` does but a language, and raises what it raises."""
        return verdict_of(
            self._opened.judge(encode(lead), milliseconds(as_of), _states(toggles), None)
        )

    def decide_batch(
        self,
        leads: ArrowArrays,
        *,
        as_of: AsOf = None,
        toggles: Mapping[str, bool] | None = None,
        language: str | None = None,
        reasons: str = "sets",
    ) -> Columns:
        """Decides each row of a batch: a pyarrow.RecordBatch, or whatever else has `__arrow_c_array__`.

        What comes back has it too: `pyarrow.record_batch(policy.decide_batch(batch))` makes a RecordBatch
        of it without a copy. `reasons` is "sets" (a number a row, each list of codes once) or "lists".
        Columns that are no field are left alone; `unmapped` of what comes back names them. Raises
        lq.Error when columns do not fit the policy. A batch with a bad value is no error: the decision
        of its row is "rejected".
        """
        columns, rows = leads.__arrow_c_array__()
        forms = {"sets": 0, "lists": 1}
        if reasons not in forms:
            raise ValueError(f'reasons is "sets" or "lists", not {reasons!r}')
        batch = self._opened.batch(columns, forms[reasons])
        decided = batch.decide(rows, milliseconds(as_of), _states(toggles), language)
        return Columns(batch.schema(), decided, batch.unmapped())

    def judge_batch(
        self,
        leads: ArrowArrays,
        *,
        as_of: AsOf = None,
        toggles: Mapping[str, bool] | None = None,
    ) -> Columns:
        """The same for verdicts, many times faster: status, outcome, confidence and the rules that
        fired, as docs/batches.md lists them."""
        columns, rows = leads.__arrow_c_array__()
        batch = self._opened.batch(columns, 0)
        judged = batch.judge(rows, milliseconds(as_of), _states(toggles), None)
        return Columns(batch.verdict_schema(), judged, batch.unmapped())

    def __repr__(self) -> str:
        return f"<lq.Policy {self.name} version {self.version} {self.hash}>"
