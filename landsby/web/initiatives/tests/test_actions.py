"""What is stored when an initiative begins, moves, spreads and is decided about."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from uuid import uuid4

import pytest

from landsby.web.blueprints.models import blueprint_of
from landsby.web.initiatives.access import chain_of, points_missing
from landsby.web.initiatives.actions import (
    begin_initiative,
    begin_trial,
    change_coverage,
    change_initiative,
    change_stage,
    decide_in_municipality,
    register_coverage,
    start_portfolio,
    tell_trial,
    tick_checklists,
    write_policy,
)
from landsby.web.initiatives.details import Groups, PolicyDetails
from landsby.web.initiatives.models import Initiative
from landsby.web.initiatives.stages import Stage
from landsby.web.initiatives.tests.factories import A_DAY, a_trial, an_initiative, details, trial_details
from landsby.web.kit.models import AuditEntry
from landsby.web.kit.problems import Blocked


def test_an_initiative_begins_with_a_row_that_says_where(cast: SimpleNamespace, world: SimpleNamespace) -> None:
    initiative = an_initiative(world, cast.secretariat, stage=Stage.SPREADING)

    [change] = initiative.stage_changes.all()
    assert (change.from_stage, change.to_stage, change.on, change.author) == ("", "spreading", A_DAY, cast.secretariat)
    assert initiative.linked("tracks") == ["reading_together"]
    assert AuditEntry.objects.about(initiative).count() == 1


def test_the_same_form_sent_twice_begins_one(cast: SimpleNamespace, world: SimpleNamespace) -> None:
    key = uuid4()
    first, again = (
        begin_initiative(programme=world.programme, details=details(), by=cast.secretariat, client_key=key)
        for _ in range(2)
    )

    assert first == again


def test_what_the_programme_has_no_longer_is_refused_by_name(cast: SimpleNamespace, world: SimpleNamespace) -> None:
    with pytest.raises(Blocked, match="lost_track"):
        an_initiative(world, cast.secretariat, links={"tracks": ("lost_track",)})
    assert not Initiative.objects.exists()


def test_sub_initiatives_cannot_go_in_a_circle(cast: SimpleNamespace, world: SimpleNamespace) -> None:
    whole = an_initiative(world, cast.secretariat)
    part = an_initiative(world, cast.secretariat, parent=whole)

    with pytest.raises(Blocked, match="ring"):
        change_initiative(initiative=whole, details=details(parent=part), by=cast.secretariat)


def test_an_initiative_moves_with_a_dated_row_and_the_same_move_sent_twice_is_one(
    cast: SimpleNamespace, world: SimpleNamespace
) -> None:
    initiative = an_initiative(world, cast.secretariat)

    for _ in range(2):
        moved = change_stage(
            initiative=initiative, to=Stage.POSTPONED, on=date(2023, 9, 1), why="Travlt.", by=cast.secretariat
        )

    assert (moved.stage, moved.stage_since_on) == (Stage.POSTPONED, date(2023, 9, 1))
    assert moved.stage_changes.count() == 2
    [one] = Initiative.objects.aside().with_latest_why()
    assert (one.latest_why, one.latest_on) == ("Travlt.", date(2023, 9, 1))


def test_operation_waits_for_the_checklist(cast: SimpleNamespace, world: SimpleNamespace) -> None:
    initiative = an_initiative(world, cast.secretariat, stage=Stage.SPREADING)
    register_coverage(initiative=initiative, actors=[world.daycare], started_on=A_DAY, by=cast.secretariat)
    into = {"initiative": initiative, "to": Stage.OPERATION, "on": A_DAY, "by": cast.secretariat}

    with pytest.raises(Blocked, match="mangler 2 punkter"):
        change_stage(**into)
    points = points_missing(initiative, blueprint_of(world.programme))
    tick_checklists(initiative=initiative, points=points, shown=points, by=cast.secretariat)

    assert change_stage(**into).stage == Stage.OPERATION


def test_ticks_that_were_not_shown_stay(cast: SimpleNamespace, world: SimpleNamespace) -> None:
    initiative = an_initiative(world, cast.secretariat)
    crew, paid = points_missing(initiative, blueprint_of(world.programme))
    tick_checklists(initiative=initiative, points=[crew, paid], shown=[crew, paid], by=cast.secretariat)

    tick_checklists(initiative=initiative, points=[], shown=[crew], by=cast.secretariat)

    assert [tick.point for tick in initiative.ticks.all()] == [paid[1]]


def test_coverage_spreads_by_actor_and_date(cast: SimpleNamespace, world: SimpleNamespace) -> None:
    initiative = an_initiative(world, cast.secretariat)
    both = [world.daycare, world.hill_daycare]
    register_coverage(initiative=initiative, actors=both[:1], started_on=A_DAY, by=cast.secretariat)
    groups = {world.hill_daycare.pk: Groups(reached=2, total=3)}
    later = date(2023, 8, 1)

    [made] = register_coverage(initiative=initiative, actors=both, started_on=later, groups=groups, by=cast.secretariat)

    assert (made.actor, made.groups_reached, made.groups_total) == (world.hill_daycare, 2, 3)
    assert [initiative.coverages.on(day).count() for day in (date(2023, 5, 2), A_DAY, later)] == [0, 1, 2]
    for ended_on, doing in ((date(2023, 9, 1), 1), (None, 2)):
        change_coverage(coverage=made, groups=groups[made.actor_id], ended_on=ended_on, by=cast.secretariat)
        assert initiative.coverages.on(date(2023, 9, 1)).count() == doing


def test_what_a_municipality_drops_its_actors_do_no_longer(cast: SimpleNamespace, world: SimpleNamespace) -> None:
    initiative, by = an_initiative(world, cast.secretariat), cast.secretariat
    register_coverage(initiative=initiative, actors=[world.daycare, world.bay_school], started_on=A_DAY, by=by)
    told = {"municipality": world.north, "verdict": "drop", "on": date(2024, 1, 8), "why": "For få familier."}
    decide_in_municipality(initiative=initiative, **told, by=by)
    assert [each.actor for each in initiative.coverages.on(date(2024, 1, 8))] == [world.bay_school]


def test_a_municipality_decides_once_however_often_it_is_sent(cast: SimpleNamespace, world: SimpleNamespace) -> None:
    initiative = an_initiative(world, cast.secretariat)
    told = {"municipality": world.north, "verdict": "drop", "on": A_DAY, "why": "Familierne ringede selv."}

    for _ in range(2):
        decide_in_municipality(initiative=initiative, **told, by=cast.project_leader)

    assert initiative.decisions.count() == 1
    with pytest.raises(Blocked, match="hvorfor"):
        decide_in_municipality(initiative=initiative, **{**told, "why": " "}, by=cast.project_leader)


def test_trials_hang_together_in_a_chain_and_never_in_a_circle(cast: SimpleNamespace, world: SimpleNamespace) -> None:
    initiative = an_initiative(world, cast.secretariat)
    first = a_trial(initiative, cast.pedagogue, actor=world.daycare)
    second = a_trial(initiative, cast.pedagogue, previous=first)
    a_trial(initiative, cast.pedagogue, question="En anden")

    assert chain_of(first) == chain_of(second) == [first, second]
    assert (first.community, first.municipality) == (world.quay, world.north), "a trial lies where its institution does"
    with pytest.raises(Blocked, match="bygger selv"):
        tell_trial(trial=first, details=trial_details(previous=second), by=cast.pedagogue)


def test_the_same_trial_sent_twice_is_one(cast: SimpleNamespace, world: SimpleNamespace) -> None:
    initiative, key = an_initiative(world, cast.secretariat), uuid4()
    told = {"initiative": initiative, "details": trial_details(), "by": cast.pedagogue, "client_key": key}

    assert begin_trial(**told) == begin_trial(**told)


def test_a_policy_stands_with_owner_and_date(cast: SimpleNamespace, world: SimpleNamespace) -> None:
    told = PolicyDetails(title="Fødselsdage uden sukker", owner="Forældrerådet", started_on=A_DAY, actor=world.daycare)

    policy, again = (write_policy(programme=world.programme, details=told, by=cast.daycare_leader) for _ in range(2))

    assert policy == again
    assert (policy.municipality, policy.community) == (world.north, world.quay)


def test_the_portfolio_begins_from_the_blueprint_once(cast: SimpleNamespace, world: SimpleNamespace) -> None:
    begun = start_portfolio(programme=world.programme, on=A_DAY, by=cast.secretariat)

    assert start_portfolio(programme=world.programme, by=cast.secretariat) == []
    books, stories = Initiative.objects.of(world.programme).order_by("pk")
    assert [books, stories] == begun
    assert (stories.parent, stories.newness, stories.depth) == (books, "changed_practice", "ripples")
    assert sorted(stories.linked("tracks")) == ["harbour_life", "reading_together"]
    assert books.linked("checklists") == ["ready_to_sail"]
    assert [change.to_stage for change in books.stage_changes.all()] == [Stage.IDEA]
