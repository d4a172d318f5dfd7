"""Keeping an import between its steps, and carrying it out: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.kit.audit import record, record_each, record_many
from landsby.web.kit.models import Act
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.imports.mapping import ColumnMap
from landsby.web.partnerships.imports.plan import ChangedActor, NewActor, Plan
from landsby.web.partnerships.imports.table import Table
from landsby.web.partnerships.models import Actor, ActorName, ImportDraft, Programme

_TOLD = ("name", "kind", "register_id", "municipality_id", "community_id", "parent_id")
"""The fields whose values the audit keeps; of the others it keeps that they changed."""


@transaction.atomic
def begin_import(
    *, programme: Programme, file_name: str, table: Table, by: User, corrects: ImportDraft | None = None
) -> ImportDraft:
    """Keep an uploaded table until its import is finished or given up.

    Args:
        table: as `read_table` gives it, which has refused what must not be kept.
        corrects: the draft that this file takes the place of; what was told about its columns still
            holds where the headings are the same.
    """
    draft = ImportDraft(
        programme=programme, owner=by, file_name=file_name[-200:], row_count=len(table.rows), table=table.to_data()
    )
    if corrects is not None:
        if corrects.columns and ColumnMap.from_data(corrects.columns).fits(table.headings):
            draft.columns = corrects.columns
        corrects.delete()
    draft.save()
    record(by=by, act=Act.CREATED, thing=draft, programme=programme.slug, detail={"rows": draft.row_count})
    return draft


@transaction.atomic
def map_columns(*, draft: ImportDraft, columns: ColumnMap, by: User) -> ImportDraft:
    """Keep how a draft's columns are understood."""
    draft.columns = columns.to_data()
    draft.save(update_fields=["columns"])
    told = columns.to_data()["columns"]
    record(by=by, act=Act.CHANGED, thing=draft, programme=draft.programme.slug, detail=told)
    return draft


@transaction.atomic
def give_up_import(*, draft: ImportDraft, by: User) -> None:
    """Delete a draft without importing it."""
    record(by=by, act=Act.REMOVED, thing=draft, programme=draft.programme.slug)
    draft.delete()


@transaction.atomic
def apply_import(*, draft: ImportDraft, plan: Plan, by: User) -> int:
    """Write what a plan says and delete its draft; how many actors were written.

    Everything is written or nothing is. The number of queries does not follow the number of rows,
    except that SQLite takes a bulk insert some fifty rows at a time.

    Raises:
        Blocked: when something stands in the way.
        ImportDraft.DoesNotExist: when it has been applied already, by a second click.
        django.db.IntegrityError: when a register number was taken since the plan was made.
    """
    if plan.blockers:
        raise Blocked(finding.as_problem() for finding in plan.blockers)
    ImportDraft.objects.select_for_update().get(pk=draft.pk)
    writing = _Writing(draft.programme)
    writing.make(plan.new)
    writing.change(plan.changed)
    slug = draft.programme.slug
    record_each(by=by, act=Act.CREATED, things=writing.made, programme=slug)
    record_each(by=by, act=Act.CHANGED, things=writing.altered, programme=slug)
    record_many(by=by, act=Act.IMPORTED, what=Actor, label=draft.file_name, programme=slug, rows=plan.rows)
    draft.delete()
    return plan.rows


@dataclass
class _Writing:
    """What has been written so far, for the audit and for departments that follow their institution."""

    programme: Programme
    made: list[tuple[Actor, dict[str, Any]]] = field(default_factory=list)
    altered: list[tuple[Actor, dict[str, Any]]] = field(default_factory=list)
    by_row: dict[int, Actor] = field(default_factory=dict)

    def make(self, new: Iterable[NewActor]) -> None:
        """Insert the new actors, institutions before their departments."""
        told = list(new)
        self._insert([actor for actor in told if not actor.parent_row])
        self._insert([actor for actor in told if actor.parent_row])

    def _insert(self, new: list[NewActor]) -> None:
        actors = [
            Actor(programme=self.programme, parent=self.by_row.get(told.parent_row), **told.values)
            if told.parent_row
            else Actor(programme=self.programme, **told.values)
            for told in new
        ]
        for told, actor in zip(new, Actor.objects.bulk_create(actors), strict=True):
            self.by_row[told.row] = actor
            self.made.append((actor, {}))

    def change(self, changed: list[ChangedActor]) -> None:
        """Update the changed actors; a former name is kept and still found by search."""
        if not changed:
            return
        actors = {actor.pk: actor for actor in Actor.objects.of(self.programme)}
        names, fields = [], set()
        for change in changed:
            actor = actors[change.pk]
            values = {difference.field: difference.after for difference in change.differences}
            if change.parent_row:
                values["parent_id"] = self.by_row[change.parent_row].pk
            if "name" in values:
                names.append(ActorName(actor=actor, name=actor.name, until_on=timezone.localdate()))
            self.altered.append((actor, _audited(actor, values)))
            fields |= set(values)
            for name, value in values.items():
                setattr(actor, name, value)
        # An insert that updates on conflict: one statement for many rows, where an update takes a case for each.
        Actor.objects.bulk_create(
            [actor for actor, _detail in self.altered],
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=sorted(name.removesuffix("_id") if name != "register_id" else name for name in fields),
        )
        ActorName.objects.bulk_create(names)


def _audited(actor: Actor, values: dict[str, Any]) -> dict[str, Any]:
    """What changes on an actor, for the audit."""
    return {
        name: [str(getattr(actor, name) or ""), "" if value is None else str(value)] if name in _TOLD else ["", ""]
        for name, value in values.items()
    }
