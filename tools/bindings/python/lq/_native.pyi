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
    def unmapped(self) -> list[str]: ...

version: str
