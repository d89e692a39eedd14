"""Leads, decisions and verdicts as columns, by the Arrow C data interface."""

from __future__ import annotations

from typing import Protocol


class ArrowArrays(Protocol):
    """Whatever gives its columns as Arrow's capsules: pyarrow.RecordBatch, and others."""

    def __arrow_c_array__(
        self, requested_schema: object | None = None
    ) -> tuple[object, object]: ...


class Columns:
    """Decisions or verdicts, a row a lead. docs/batches.md names the columns."""

    __slots__ = ("_array", "_schema", "unmapped")

    def __init__(self, schema: object, array: object, unmapped: list[str]) -> None:
        self._schema = schema
        self._array: object | None = array
        #: The columns of the leads that are no field.
        self.unmapped = unmapped

    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]:
        """Hands the columns over; that can be done once."""
        array, self._array = self._array, None
        if array is None:
            raise ValueError("these columns have been handed over already")
        return self._schema, array
