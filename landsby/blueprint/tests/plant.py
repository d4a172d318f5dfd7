"""One fault to plant: it replaces a text in a file, or gives the whole file anew."""

from __future__ import annotations

from dataclasses import dataclass

WHOLE = ""
"""As what is replaced: the whole file."""


@dataclass(frozen=True)
class Plant:
    """One fault.

    Attributes:
        line, field: where it must be told of.
        da: words of the Danish message or cure.
        en: words of the English message or cure.
    """

    what: str
    file: str
    replaced: str
    by: str | bytes
    line: int | None
    field: str
    da: str
    en: str

    def in_place_of(self, content: bytes) -> bytes:
        """The file's content with the fault in it."""
        by = self.by.encode() if isinstance(self.by, str) else self.by
        if self.replaced is WHOLE:
            return by
        assert content.count(self.replaced.encode()) == 1, "a plant must know where it goes"
        return content.replace(self.replaced.encode(), by)
