from lq.verdict import Given

class Error(ValueError): ...

class Policy:
    @classmethod
    def open(cls, bundle: bytes, /) -> Policy: ...
    @classmethod
    def open_file(cls, path: str | bytes, /) -> Policy: ...
    def decide(
        self,
        lead: bytes,
        as_of: int,
        toggles: tuple[tuple[bytes, bool], ...],
        language: str | None,
        /,
    ) -> str: ...
    def judge(
        self,
        lead: bytes,
        as_of: int,
        toggles: tuple[tuple[bytes, bool], ...],
        language: str | None,
        /,
    ) -> Given: ...
    def use_native(self) -> None: ...
    def batch(self, columns: object, reasons: int, /) -> Batch: ...
    def describe(self) -> str: ...

class Batch:
    def decide(
        self,
        leads: object,
        as_of: int,
        toggles: tuple[tuple[bytes, bool], ...],
        language: str | None,
        /,
    ) -> object: ...
    def schema(self) -> object: ...
    def judge(
        self,
        leads: object,
        as_of: int,
        toggles: tuple[tuple[bytes, bool], ...],
        language: str | None,
        /,
    ) -> object: ...
    def verdict_schema(self) -> object: ...
    def unmapped(self) -> list[str]: ...

version: str
