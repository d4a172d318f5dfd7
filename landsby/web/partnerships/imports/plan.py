"""What an import would do: the dry run's answer, and what the confirmation carries out."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from landsby.web.partnerships.imports.findings import Finding


@dataclass(frozen=True)
class Difference:
    """One field that would change, by an actor's field name; places and parents are primary keys."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class NewActor:
    """An actor that would be made.

    Attributes:
        values: by the field names of an actor.
        parent_row: the row of the new institution that it is a department of, or 0.
        by_outline: whether its community was found by its coordinates.
    """

    row: int
    values: dict[str, Any]
    parent_row: int = 0
    by_outline: bool = False


@dataclass(frozen=True)
class ChangedActor:
    """An actor that would be changed."""

    row: int
    pk: int
    name: str
    differences: tuple[Difference, ...]
    parent_row: int = 0


@dataclass
class Plan:
    """What an import would do, and everything found on the way.

    Attributes:
        new, changed: in the order of the file; a faulty row is in neither.
        unchanged: how many rows say what we know already.
        skipped: how many rows are left out, by what the kind's column says.
        elsewhere: how many rows belong to municipalities that are not ours.
    """

    new: list[NewActor] = field(default_factory=list)
    changed: list[ChangedActor] = field(default_factory=list)
    unchanged: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    elsewhere: int = 0
    findings: list[Finding] = field(default_factory=list)

    @property
    def blockers(self) -> list[Finding]:
        """What keeps the file from being imported, in the order of the file."""
        return sorted((f for f in self.findings if f.blocks), key=lambda f: f.row)

    @property
    def faulty(self) -> set[int]:
        """The numbers of the rows that cannot be imported as they are."""
        return {finding.row for finding in self.findings if finding.blocks and finding.row}

    @property
    def warnings(self) -> list[Finding]:
        """What is shown and left to the one who imports."""
        return sorted((f for f in self.findings if not f.blocks), key=lambda f: f.row)

    @property
    def rows(self) -> int:
        """How many actors would be written."""
        return len(self.new) + len(self.changed)

    @property
    def can_be_applied(self) -> bool:
        """Whether there is something to do and nothing in the way."""
        return bool(self.rows) and not self.blockers

    @property
    def digest(self) -> str:
        """The same as long as confirming would do the same."""
        told = [
            [[actor.row, sorted(actor.values.items()), actor.parent_row] for actor in self.new],
            [[a.pk, a.parent_row, [[d.field, d.before, d.after] for d in a.differences]] for a in self.changed],
        ]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()
