"""What an import would do, in the reader's words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from landsby.blueprint import codelist
from landsby.web.kit.text import say
from landsby.web.partnerships.imports.findings import Finding
from landsby.web.partnerships.imports.known import Known
from landsby.web.partnerships.imports.plan import ChangedActor, NewActor, Plan
from landsby.web.partnerships.models import Actor

MOST_SHOWN = 100
"""So many rows of each sort are shown; how many more there are is said."""


@dataclass(frozen=True)
class NewRow:
    """An actor that would be made."""

    row: int
    name: str
    kind: str
    community: str
    part_of: str


@dataclass(frozen=True)
class ChangedRow:
    """An actor that would be changed: what, from what, to what."""

    row: int
    name: str
    pk: int
    differences: list[tuple[str, str, str]]


@dataclass(frozen=True)
class Preview:
    """The dry run as its page shows it."""

    plan: Plan
    known: Known

    @property
    def new(self) -> list[NewRow]:
        """The first of the new actors."""
        return [self._new(actor) for actor in self.plan.new[:MOST_SHOWN]]

    @property
    def changed(self) -> list[ChangedRow]:
        """The first of the changed actors."""
        return [self._changed(actor) for actor in self.plan.changed[:MOST_SHOWN]]

    @property
    def blockers(self) -> list[Finding]:
        """The first of what keeps the file from being imported."""
        return self.plan.blockers[:MOST_SHOWN]

    @property
    def warnings(self) -> list[Finding]:
        """The first of what is worth a look."""
        return self.plan.warnings[:MOST_SHOWN]

    @property
    def more(self) -> dict[str, int]:
        """How many of each sort are not shown."""
        counts = {
            "new": len(self.plan.new),
            "changed": len(self.plan.changed),
            "blockers": len(self.plan.blockers),
            "warnings": len(self.plan.warnings),
        }
        return {name: max(0, count - MOST_SHOWN) for name, count in counts.items()}

    @property
    def skipped(self) -> int:
        """How many rows are left out because of their kind."""
        return self.plan.skipped.total()

    @property
    def nothing_is_ours(self) -> bool:
        """Whether every row belongs to municipalities that are not ours."""
        plan = self.plan
        return bool(plan.elsewhere) and not (plan.rows or plan.unchanged or plan.skipped or plan.findings)

    @property
    def municipalities(self) -> str:
        """The municipalities that rows may belong to, by name."""
        return ", ".join(sorted(self._names["municipality_id"].values()))

    @property
    def kinds(self) -> list[tuple[str, int]]:
        """How many of each kind are new, the most first."""
        counts = Counter(actor.values["kind"] for actor in self.plan.new)
        return [(_kind_title(kind), count) for kind, count in counts.most_common()]

    @property
    def departments(self) -> int:
        """How many of the new are departments of another."""
        return sum(1 for actor in self.plan.new if actor.parent_row or actor.values.get("parent_id"))

    @property
    def by_outline(self) -> int:
        """How many of the new are placed in a community by their coordinates."""
        return sum(1 for actor in self.plan.new if actor.by_outline)

    @cached_property
    def _names(self) -> dict[str, dict[int, str]]:
        """What primary keys mean, by field."""
        known = self.known
        municipalities = {pk: known.municipalities.names.get(code, code) for code, pk in known.ours.items()}
        return {
            "municipality_id": municipalities,
            "community_id": {community.pk: community.name for community in known.communities},
            "parent_id": {actor.pk: actor.name for actor in known.actors},
        }

    @cached_property
    def _row_names(self) -> dict[int, str]:
        return {actor.row: actor.values["name"] for actor in self.plan.new}

    def _new(self, actor: NewActor) -> NewRow:
        values = actor.values
        part_of = self._row_names.get(actor.parent_row, "") or self._in_words("parent_id", values.get("parent_id"))
        community = self._in_words("community_id", values.get("community_id"))
        return NewRow(actor.row, values["name"], _kind_title(values["kind"]), community, part_of)

    def _changed(self, actor: ChangedActor) -> ChangedRow:
        told = [
            (_label(d.field), self._in_words(d.field, d.before), self._in_words(d.field, d.after))
            for d in actor.differences
        ]
        if actor.parent_row:
            told.append((_label("parent_id"), "", self._row_names.get(actor.parent_row, "")))
        return ChangedRow(actor.row, actor.name, actor.pk, told)

    def _in_words(self, field: str, value: Any) -> str:
        """A field's value as a reader knows it."""
        if value in (None, ""):
            return ""
        if field in self._names:
            return self._names[field].get(value, _("et sted uden for din adgang"))
        if field == "kind":
            return _kind_title(value)
        return number_format(value) if isinstance(value, float) else str(value)


def _kind_title(kind: str) -> str:
    entry = codelist("actor_kinds").get(kind)
    return say(entry.title) if entry else kind


def _label(field: str) -> str:
    verbose_name = Actor._meta.get_field(field.removesuffix("_id") if field != "register_id" else field)
    return str(verbose_name.verbose_name).capitalize()  # type: ignore[union-attr]  # a column, no reverse relation
