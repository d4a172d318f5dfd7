"""A made-up programme with a large portfolio: initiatives with all that hangs on them, and plans full of things."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from types import SimpleNamespace

from django.db import models
from django.utils import timezone

from landsby.web.initiatives.models import (
    Coverage,
    Initiative,
    InitiativeLink,
    InitiativePartner,
    MunicipalDecision,
    StageChange,
    Trial,
)
from landsby.web.initiatives.stages import NextStep, Stage, Verdict
from landsby.web.partnerships.models import Actor
from landsby.web.plans.models import FocusPrinciple, Plan, PlanItem, PlanReview
from landsby.web.plans.status import ItemStatus, PlanStatus
from landsby.web.wheel.models import ReachedMilestone, WheelEntry

BEGAN = date(2021, 3, 1)
GOALS = ("story_time", "wet_feet", "own_voice", "lit_evenings", "across_the_water")
TRACKS = ("harbour_life", "reading_together")
BOXES = ("reading_aloud_often", "trips_at_sea", "walks_and_tales", "full_shelves", "harbour_friends")
PRINCIPLES = ("all_hands", "calm_water", "song_on_board")
STAGES, NEWNESS, DEPTHS = tuple(Stage), ("new", "changed_practice", "already_did", ""), ("ripples", "currents", "")
ITEMS_PER_PLAN, PERIODS = 20, 4


def fill_portfolio(world: SimpleNamespace, *, initiatives: int, items: int) -> None:
    """Write so many initiatives and plan items in bulk, every place with plans of four half-years."""
    houses = _houses(world, max(2, items // (ITEMS_PER_PLAN * PERIODS)))
    _initiatives(world, houses, initiatives)
    _plans(world, houses, items)


def _stored(rows: Iterable[models.Model]) -> list:
    several = list(rows)
    manager = type(several[0])._default_manager  # the tables differ, the way of writing does not
    return manager.bulk_create(several, batch_size=2000)


def _houses(world: SimpleNamespace, many: int) -> list[Actor]:
    places = (world.quay, world.hill, world.bay)
    kinds = ("kindergarten", "nursery", "school", "association")
    return _stored(
        Actor(
            programme=world.programme,
            kind=kinds[number % 4],
            name=f"Hus nr. {number}",
            community=places[number % 3],
            municipality=places[number % 3].municipality,
        )
        for number in range(many)
    )


def _initiatives(world: SimpleNamespace, houses: list[Actor], many: int) -> None:
    rows = _stored(
        Initiative(
            programme=world.programme,
            title=f"Indsats nr. {number} for børn og voksne ved vandet",
            summary="Vi læser højt, når bådene kommer hjem.",
            stage=STAGES[number % 7],
            stage_since_on=BEGAN + timedelta(days=number % 900),
            newness=NEWNESS[number % 4],
            effort=number % 5 + 1,
            depth=DEPTHS[number % 3],
            community=(None, world.quay, world.hill, world.bay)[number % 4],
            municipality=(None, world.north, world.north, world.south)[number % 4],
            owner_actor=houses[number % len(houses)] if number % 3 else None,
        )
        for number in range(many)
    )
    _link(rows, houses)
    _move(rows, world)
    _try_out(rows, houses)


def _link(rows: list[Initiative], houses: list[Actor]) -> None:
    belongs = ("goals", GOALS), ("tracks", TRACKS), ("theory_nodes", BOXES), ("actor_kinds", ("kindergarten", "school"))
    _stored(
        InitiativeLink(initiative=row, folder=folder, key=keys[number % len(keys)])
        for number, row in enumerate(rows)
        for folder, keys in belongs
    )
    _stored(
        InitiativePartner(initiative=row, actor=houses[(number * 7 + turn) % len(houses)])
        for number, row in enumerate(rows)
        for turn in range(2)
    )
    _stored(
        Coverage(
            initiative=row,
            actor=houses[(number * 5 + turn) % len(houses)],
            started_on=BEGAN + timedelta(days=turn * 60),
            groups_reached=1,
            groups_total=2,
        )
        for number, row in enumerate(rows)
        for turn in range(min(3, len(houses)))
        if row.stage in (Stage.SPREADING, Stage.OPERATION)
    )


def _move(rows: list[Initiative], world: SimpleNamespace) -> None:
    _stored(StageChange(initiative=row, to_stage=Stage.IDEA, on=BEGAN) for row in rows)
    _stored(
        StageChange(
            initiative=row, from_stage=Stage.IDEA, to_stage=row.stage, on=row.stage_since_on, why="Det gav mening."
        )
        for row in rows
        if row.stage != Stage.IDEA
    )
    _stored(
        MunicipalDecision(
            initiative=row, municipality=world.north, verdict=Verdict.CONTINUE, on=row.stage_since_on, why="Det virker."
        )
        for row in rows
        if row.stage == Stage.OPERATION
    )


def _try_out(rows: list[Initiative], houses: list[Actor]) -> None:
    _stored(
        Trial(
            initiative=row,
            question="Bliver flere siddende?",
            actor=houses[number % len(houses)],
            community=houses[number % len(houses)].community,
            municipality=houses[number % len(houses)].municipality,
            started_on=BEGAN + timedelta(days=number % 900),
            next_step=NextStep.ADOPT if turn else "",
            learned="Ja, med en bænk." if turn else "",
        )
        for number, row in enumerate(rows)
        for turn in range(2)
    )


def _plans(world: SimpleNamespace, houses: list[Actor], items: int) -> None:
    today, needed = timezone.localdate(), items // ITEMS_PER_PLAN
    latest = today - timedelta(days=60)
    rows = _stored(
        Plan(
            programme=world.programme,
            template="deck_plan",
            template_hash="",
            actor=houses[number % len(houses)],
            starts_on=latest - timedelta(days=182 * (number // len(houses))),
            ends_on=latest - timedelta(days=182 * (number // len(houses)) - 181),
            status=PlanStatus.RUNNING if number < len(houses) else PlanStatus.ENDED,
            review_due_on=today - timedelta(days=3) if number < len(houses) and number % 2 else None,
            is_shared=number % 5 == 0,
        )
        for number in range(needed)
    )
    statuses = (ItemStatus.DONE, ItemStatus.PLANNED, ItemStatus.UNDER_WAY, ItemStatus.DROPPED)
    _stored(
        PlanItem(
            plan=plan,
            section="on_deck",
            what=f"Ugens knob nr. {turn}",
            position=turn,
            status=statuses[turn % 4],
            due_on=plan.starts_on + timedelta(days=turn * 9),
        )
        for plan in rows
        for turn in range(ITEMS_PER_PLAN)
    )
    _told_of(world, rows, houses)


def _told_of(world: SimpleNamespace, plans: list[Plan], houses: list[Actor]) -> None:
    """What was in focus and looked at again, what was reached, and own dates."""
    _stored(
        FocusPrinciple(
            plan=plan,
            principle=PRINCIPLES[number % 3],
            principle_hash="",
            starts_on=plan.starts_on,
            ends_on=None if plan.is_running else plan.ends_on,
        )
        for number, plan in enumerate(plans)
    )
    _stored(PlanReview(plan=plan, on=plan.starts_on + timedelta(days=50), went_well="Det gik godt.") for plan in plans)
    _stored(
        ReachedMilestone(
            programme=world.programme, actor=house, milestone="own_knot", milestone_hash="", reached_on=BEGAN
        )
        for house in houses[::2]
    )
    _stored(
        WheelEntry(programme=world.programme, actor=house, title="Sommerfest", on=timezone.localdate())
        for house in houses
    )
