"""Runs: asked for, and stopped. The worker carries them out: `carrying_out`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from landsby.evaluation.power.other_sizes import MOST_SIZES
from landsby.web.accounts.models import User
from landsby.web.evaluations.access import doses_of, told_before, was_seen_before
from landsby.web.evaluations.analysing import same_children_in
from landsby.web.evaluations.kept_tables import as_kept, as_told
from landsby.web.evaluations.models import Declaration, Loading, PlaceCode, Run, Sort, State, ToldRecords
from landsby.web.evaluations.own_records import children_told, rows_of
from landsby.web.evaluations.rules import problem_of_same_children, problems_of_running
from landsby.web.evaluations.sealing import as_text, seal_of
from landsby.web.kit.audit import Author, record, record_many
from landsby.web.kit.models import Act
from landsby.web.kit.problems import Problem, refuse_on_blockers
from landsby.web.partnerships.models import Programme


@transaction.atomic
def ask_for_run(*, declaration: Declaration, sort: Sort, files: Sequence[Loading], by: User) -> Run:
    """Ask for a run; asked twice before the first has begun, it is asked for once.

    Raises:
        Blocked: without data, with the same children twice, or for a design that was withdrawn.
    """
    holders = Counter(file.holder for file in files)
    refuse_on_blockers(
        problems_of_running(
            files=len(files),
            is_withdrawn=declaration.withdrawn is not None,
            holders_twice=any(count > 1 for count in holders.values()),
        )
    )
    refuse_on_blockers(_doubled(files))
    for waiting in Run.objects.of(declaration).open().filter(sort=sort).prefetch_related("files"):
        if {file.pk for file in waiting.files.all()} == {file.pk for file in files}:
            return waiting
    steps = 2 + MOST_SIZES if sort == Sort.PATIENCE else 1 + len(declaration.design.outcomes)
    run = Run.objects.create(declaration=declaration, sort=sort, asked_by=by, steps=steps)
    run.files.set(files)
    record(by=by, act=Act.CREATED, thing=run, programme=declaration.programme.slug)
    return run


def _doubled(files: Sequence[Loading]) -> Iterator[Problem]:
    """Files of different holders that tell of the same children, whatever the places are called in them."""
    kept = [file for file in files if file.is_there]
    for one, other in same_children_in([(file.name, file.cells.content) for file in kept]):
        yield problem_of_same_children(kept[one].name, kept[other].name)


@transaction.atomic
def seal_result(*, run: Run, told: Mapping[str, Any], shown: dict[str, Any], by: Author) -> None:
    """Keep a result with its seal, and whether the data had been there before the design.

    Args:
        run: which goes on.
        told: the result.
        shown: what may be shown of its counts.
        by: whoever asked for it.
    """
    result = as_text(told)
    seal, seen = seal_of(result), was_seen_before(run.declaration)
    run.end(state=State.DONE, result=result, result_hash=seal, was_seen_before=seen, shown=shown)
    record(by=by, act=Act.ENDED, thing=run, programme=run.declaration.programme.slug, detail={"sealed": seal[:12]})


@transaction.atomic
def note_export(*, run: Run, by: User) -> None:
    """Note that somebody took a result out as a file."""
    record(by=by, act=Act.EXPORTED, thing=run, programme=run.declaration.programme.slug)


@transaction.atomic
def take_own_records(*, programme: Programme, seen: Container[str], by: User) -> list[list[Any]]:
    """The rows of the programme's own records as somebody may have them; what they tell is kept, and that it left.

    Args:
        seen: the codes of the places that the reader sees.
    """
    # Two at once would not know of each other.
    programme = Programme.objects.select_for_update().get(pk=programme.pk)
    doses, earlier = doses_of(programme), [as_told(kept.shown) for kept in told_before(programme)]
    told = children_told(doses, earlier)
    if told not in earlier:
        ToldRecords.objects.create(programme=programme, shown=as_kept(told), told_by=by)
    rows = rows_of(doses, told, seen)
    label = _("egne tal efter sted og år")
    record_many(by=by, act=Act.EXPORTED, what=PlaceCode, label=label, programme=programme.slug, rows=len(rows))
    return rows


@transaction.atomic
def cancel_run(*, run: Run, by: User) -> None:
    """Stop a run: at once where it waits, else before its next step."""
    changed = Run.objects.filter(pk=run.pk, cancelled_at=None).open().update(cancelled_at=timezone.now())
    Run.objects.filter(pk=run.pk, state=State.WAITING).update(state=State.CANCELLED, ended_at=timezone.now())
    if changed:
        record(by=by, act=Act.ENDED, thing=run, programme=run.declaration.programme.slug)
