"""What became of definitions from one blueprint to another, as values that can be said in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from landsby.blueprint.text import Language, Text

Sort = Literal["renamed", "ended", "removed", "added", "reopened", "changed", "moved"]
SORTS: tuple[Sort, ...] = ("removed", "ended", "renamed", "changed", "added", "reopened", "moved")
"""In the order in which people should hear of them."""

SORT_NAMES: Mapping[Sort, Text] = {
    "removed": Text(da="Væk", en="Gone"),
    "ended": Text(da="Afsluttet", en="Ended"),
    "renamed": Text(da="Nyt id", en="New id"),
    "changed": Text(da="Ændret", en="Changed"),
    "added": Text(da="Ny", en="New"),
    "reopened": Text(da="I brug igen", en="In use again"),
    "moved": Text(da="Uden forskel i ordene", en="No difference in the words"),
}


@dataclass(frozen=True)
class FieldChange:
    """One field as it was and as it is; None is nothing.

    Attributes:
        labels: what the field is called, and what it belongs to before that.
    """

    labels: tuple[Text, ...]
    before: Text | None
    after: Text | None

    def say(self, lang: Language) -> str:
        """The field on one line, in one language."""
        named = " > ".join(label.say(lang) for label in self.labels)
        was, now = (text.say(lang) if text else "–" for text in (self.before, self.after))
        return f"{named}: {was} → {now}"


@dataclass(frozen=True)
class Change:
    """What became of one definition.

    Attributes:
        id: what it is called in the later blueprint; in the earlier where it is gone.
        former: what it was called before, where that differs.
    """

    sort: Sort
    folder: str
    id: str
    title: Text
    former: str = ""
    fields: tuple[FieldChange, ...] = ()

    def say(self, lang: Language) -> str:
        """The change in one language: a line of its own for each field."""
        former = f" ({self.former} → {self.id})" if self.former else ""
        head = f"{SORT_NAMES[self.sort].say(lang)}: {self.folder}/{self.id} – {self.title.say(lang)}{former}"
        return "\n".join([head, *(f"    {field.say(lang)}" for field in self.fields)])


@dataclass(frozen=True)
class Difference:
    """Everything that differs. It is false where nothing does."""

    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.changes)

    def of(self, sort: Sort) -> tuple[Change, ...]:
        """The changes of one sort, in reading order."""
        return tuple(change for change in self.changes if change.sort == sort)
