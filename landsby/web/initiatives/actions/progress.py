"""How an initiative moves: its stage, its checklists, who does it, and what municipalities decide."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.blueprints.models import held_blueprint
from landsby.web.initiatives.access import readiness_of
from landsby.web.initiatives.details import Groups
from landsby.web.initiatives.models import ChecklistTick, Coverage, Initiative, MunicipalDecision, StageChange
from landsby.web.initiatives.rules import (
    Move,
    problems_of_coverage,
    problems_of_decision,
    problems_of_ending,
    problems_of_going_on,
    problems_of_move,
)
from landsby.web.initiatives.stages import Verdict
from landsby.web.kit.audit import record, record_each
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.models import Actor, Municipality

_AUTHORED = ["initiative", "author"]


@transaction.atomic
def change_stage(*, initiative: Initiative, to: str, on: date, by: User, why: str = "") -> Initiative:
    """Let an initiative stand at another stage from a day on. The same change sent twice is stored once.

    Raises:
        Blocked: when it stops without a why, or skips what is required without one.
    """
    blueprint = held_blueprint(initiative.programme)
    initiative = _held(initiative)
    if (initiative.stage, initiative.stage_since_on) == (to, on) and _is_latest(initiative, why, by):
        return initiative
    move = Move(before=initiative.stage, since=initiative.stage_since_on, to=to, on=on, why=why)
    refuse_on_blockers(problems_of_move(move, readiness_of(initiative, blueprint, on), timezone.localdate()))
    change = StageChange(initiative=initiative, from_stage=initiative.stage, to_stage=to, on=on, why=why, author=by)
    change.clean_fields(exclude=_AUTHORED)
    change.save()
    initiative.stage, initiative.stage_since_on = to, on
    initiative.save(update_fields=["stage", "stage_since_on"])
    detail = {"stage": [change.from_stage, to]}
    record(by=by, act=Act.CHANGED, thing=initiative, programme=initiative.programme.slug, detail=detail)
    return initiative


@transaction.atomic
def tick_checklists(
    *, initiative: Initiative, points: Collection[tuple[str, str]], shown: Collection[tuple[str, str]], by: User
) -> None:
    """Let the points that were shown be ticked as told, each by checklist and id; others stay as they are."""
    initiative = _held(initiative)
    ticked = {(tick.checklist, tick.point): tick for tick in initiative.ticks.all()}
    undone = [tick.pk for point, tick in ticked.items() if point in shown and point not in points]
    fresh = [point for point in points if point in shown and point not in ticked]
    initiative.ticks.filter(pk__in=undone).delete()
    ChecklistTick.objects.bulk_create(
        ChecklistTick(initiative=initiative, checklist=checklist, point=point, author=by) for checklist, point in fresh
    )
    if undone or fresh:
        detail = {"ticked": [str(len(ticked)), str(len(ticked) - len(undone) + len(fresh))]}
        record(by=by, act=Act.CHANGED, thing=initiative, programme=initiative.programme.slug, detail=detail)


@transaction.atomic
def register_coverage(
    *,
    initiative: Initiative,
    actors: Sequence[Actor],
    started_on: date,
    by: User,
    groups: Mapping[int, Groups] | None = None,
) -> list[Coverage]:
    """Say that some actors do it from a day on, in few queries however many; those that do it already stay as they are.

    Args:
        groups: how many groups it reaches, by the actor's primary key, where that is counted.

    Raises:
        Blocked: when the day has not come, or more groups are reached than there are.
    """
    counted = groups or {}
    for actor in actors:
        refuse_on_blockers(problems_of_coverage(started_on, counted.get(actor.pk), timezone.localdate()))
    initiative = _held(initiative)
    doing = set(initiative.coverages.open().values_list("actor", flat=True))
    fresh = [actor for actor in dict.fromkeys(actors) if actor.pk not in doing]
    made = Coverage.objects.bulk_create(
        Coverage(
            initiative=initiative, actor=actor, started_on=started_on, author=by, **_columns(counted.get(actor.pk))
        )
        for actor in fresh
    )
    slug = initiative.programme.slug
    record_each(by=by, act=Act.CREATED, things=[(each, {"on": str(started_on)}) for each in made], programme=slug)
    return made


@transaction.atomic
def change_coverage(*, coverage: Coverage, groups: Groups | None, ended_on: date | None, by: User) -> Coverage:
    """Say how many groups an actor reaches, or that it is not counted; and from when it does it no longer, if it does.

    Raises:
        Blocked: when more groups are reached than there are, the end cannot be, or it has begun anew since.
    """
    today, before = timezone.localdate(), coverage.ended_on
    refuse_on_blockers(problems_of_coverage(coverage.started_on, groups, today))
    initiative = _held(coverage.initiative)
    if ended_on is not None:
        refuse_on_blockers(problems_of_ending(coverage.started_on, ended_on, today))
    elif before is not None:
        begun = initiative.coverages.open().filter(actor=coverage.actor_id).exclude(pk=coverage.pk)
        refuse_on_blockers(problems_of_going_on(is_begun_anew=begun.exists()))
    told: dict[str, Any] = {**_columns(groups), "ended_on": ended_on}
    for name, value in told.items():
        setattr(coverage, name, value)
    coverage.save(update_fields=list(told))
    act = Act.ENDED if ended_on is not None and before is None else Act.CHANGED
    detail = {name: "" if value is None else str(value) for name, value in told.items()}
    record(by=by, act=act, thing=coverage, programme=initiative.programme.slug, detail=detail)
    return coverage


@transaction.atomic
def decide_in_municipality(
    *,
    initiative: Initiative,
    municipality: Municipality,
    verdict: str,
    on: date,
    why: str,
    by: User,
    decided_by: str = "",
) -> MunicipalDecision:
    """Note that a municipality goes on with an initiative or drops it. The same decision sent twice is stored once.

    When it drops it, its actors do it no longer from that day on.

    Raises:
        Blocked: when it says not why, or its day has not come.
    """
    refuse_on_blockers(problems_of_decision(on, why, timezone.localdate()))
    initiative = _held(initiative)
    told = {"municipality": municipality, "verdict": verdict, "on": on, "why": why, "decided_by": decided_by}
    stored = initiative.decisions.filter(**told).first()
    if stored is not None:
        return stored
    decision = MunicipalDecision(initiative=initiative, author=by, **told)
    decision.clean_fields(exclude=[*_AUTHORED, "municipality"])
    decision.save()
    record(by=by, act=Act.CREATED, thing=decision, programme=initiative.programme.slug, detail={"on": str(on)})
    if verdict == Verdict.DROP:
        _end_where(initiative, municipality, on, by)
    return decision


def _end_where(initiative: Initiative, municipality: Municipality, on: date, by: User) -> None:
    """What a municipality drops, its actors do no longer."""
    open_there = initiative.coverages.open().filter(actor__municipality=municipality, started_on__lte=on)
    ended = list(open_there.select_related("actor", "initiative"))
    open_there.update(ended_on=on)
    things = [(each, {"on": str(on)}) for each in ended]
    record_each(by=by, act=Act.ENDED, things=things, programme=initiative.programme.slug)


def _columns(groups: Groups | None) -> dict[str, int | None]:
    return {"groups_reached": groups.reached if groups else None, "groups_total": groups.total if groups else None}


def _held(initiative: Initiative) -> Initiative:
    """The row as it is stored now, that nobody else changes meanwhile."""
    rows = Initiative.objects.select_for_update(of=("self",)).select_related("programme").prefetch_related("links")
    return rows.get(pk=initiative.pk)


def _is_latest(initiative: Initiative, why: str, by: User) -> bool:
    latest = initiative.stage_changes.latest_first().first()
    return latest is not None and (latest.why, latest.author_id) == (why, by.pk)
