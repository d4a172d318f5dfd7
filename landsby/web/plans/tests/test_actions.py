"""What one does with plans: begun, filled, reviewed and carried over."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from landsby.blueprint import Blueprint
from landsby.web.accounts.models import User
from landsby.web.kit.models import Act, AuditEntry
from landsby.web.kit.problems import Blocked
from landsby.web.plans.actions import (
    add_idea,
    answer_questions,
    begin_plan,
    carry_over,
    change_item,
    copy_items,
    end_plan,
    review_plan,
    set_item_status,
)
from landsby.web.plans.models import Plan, PlanItem
from landsby.web.plans.periods import Span, span_after
from landsby.web.plans.status import ItemStatus, PlanStatus
from landsby.web.plans.tests.factories import DECK, HARBOUR_YEAR, a_plan, an_item, days_ago, this_spring
from landsby.web.plans.told import ItemTold, ReviewTold, When, sign_of


def codes(refusal: pytest.ExceptionInfo[Blocked]) -> list[str]:
    """The problems that something was refused for."""
    return [problem.code for problem in refusal.value.problems]


def test_a_plan_keeps_the_wording_of_its_template_and_says_when_it_is_looked_at_again(
    world: SimpleNamespace, operator: User, blueprint: Blueprint
) -> None:
    plan = a_plan(world, operator)
    assert plan.template_hash == blueprint.plan_templates[DECK].content_hash
    assert (plan.place, plan.is_running) == (world.daycare, True)
    assert plan.review_due_on > timezone.localdate()
    assert AuditEntry.objects.about(plan).get().act == Act.CREATED


def test_begun_twice_from_the_same_day_it_is_the_same_plan(world: SimpleNamespace, operator: User) -> None:
    assert a_plan(world, operator) == a_plan(world, operator)
    assert Plan.objects.count() == 1


def test_only_those_for_whom_a_template_is_made_begin_a_plan_on_it(world: SimpleNamespace, operator: User) -> None:
    for place, template in ((world.school, DECK), (world.quay, DECK), (world.daycare, HARBOUR_YEAR)):
        with pytest.raises(Blocked) as refusal:
            a_plan(world, operator, place=place, template=template)
        assert codes(refusal) == ["template_elsewhere"]
    assert a_plan(world, operator, place=world.programme, template=HARBOUR_YEAR).place == world.programme


def test_a_template_that_is_gone_and_days_that_cannot_be_are_refused(world: SimpleNamespace, operator: User) -> None:
    with pytest.raises(Blocked) as refusal:
        a_plan(world, operator, template="raft_plan")
    assert codes(refusal) == ["template_gone"]
    with pytest.raises(Blocked) as refusal:
        a_plan(world, operator, span=Span(date(2024, 1, 2), date(2024, 1, 1)))
    assert codes(refusal) == ["ends_before_start"]


def test_an_idea_is_taken_by_one_tap_and_a_second_changes_nothing(world: SimpleNamespace, operator: User) -> None:
    plan = a_plan(world, operator)
    first = add_idea(plan=plan, section="on_deck", idea="flag_day", by=operator)
    assert add_idea(plan=plan, section="on_deck", idea="flag_day", by=operator) == first
    assert (first.what, first.section) == ("Flagdag for alle både.", "on_deck")
    with pytest.raises(Blocked) as refusal:
        add_idea(plan=plan, section="on_deck", idea="sink_it", by=operator)
    assert codes(refusal) == ["idea_gone"]


def test_of_a_month_the_last_day_is_kept(world: SimpleNamespace, operator: User) -> None:
    when = When(date(2024, 2, 5), is_whole_month=True)
    item = an_item(a_plan(world, operator, span=Span(date(2024, 1, 1), None)), operator, when=when)
    assert (item.due_on, item.is_whole_month) == (date(2024, 2, 29), True)


def test_what_is_done_has_its_day_and_loses_it_when_it_is_not(world: SimpleNamespace, operator: User) -> None:
    item = an_item(a_plan(world, operator), operator)
    assert set_item_status(item=item, status=ItemStatus.DONE, on=days_ago(3), by=operator).done_on == days_ago(3)
    assert set_item_status(item=item, status=ItemStatus.UNDER_WAY, by=operator).done_on is None


def test_the_log_keeps_that_an_item_changed_and_nothing_of_what_was_typed(
    world: SimpleNamespace, operator: User
) -> None:
    item = an_item(a_plan(world, operator), operator, what="Ring til Per")
    change_item(item=item, told=ItemTold("Ring til Bo", "on_deck", status=ItemStatus.DROPPED), by=operator)
    entries = list(AuditEntry.objects.about(item))
    assert {entry.act for entry in entries} == {Act.CREATED, Act.CHANGED}
    assert not any("Ring" in f"{entry.label} {entry.detail}" for entry in entries)


def test_a_plan_refuses_what_could_be_a_cpr_number(world: SimpleNamespace, operator: User) -> None:
    plan = a_plan(world, operator)
    with pytest.raises(ValidationError):
        an_item(plan, operator, what="Husk 010203-1234")
    with pytest.raises(ValidationError):
        begin_plan(
            programme=world.programme,
            template=DECK,
            place=world.hill_daycare,
            span=this_spring(),
            answers={"keeper": "010203-1234"},
            by=operator,
        )


def test_nobody_reviews_what_has_not_begun_or_a_day_that_has_not_come(world: SimpleNamespace, operator: User) -> None:
    plan = a_plan(world, operator)
    for on, code in ((days_ago(61), "review_before_start"), (days_ago(-1), "review_ahead")):
        with pytest.raises(Blocked) as refusal:
            review_plan(plan=plan, told=ReviewTold(on, "Alt"), by=operator)
        assert codes(refusal) == [code]
    with pytest.raises(Blocked) as refusal:
        review_plan(plan=plan, told=ReviewTold(days_ago(0)), by=operator)
    assert codes(refusal) == ["nothing_said"]


def test_a_review_moves_the_day_of_the_next_and_told_again_by_who_saw_it_it_is_one(
    world: SimpleNamespace, operator: User
) -> None:
    plan = a_plan(world, operator)
    due = plan.review_due_on
    seen = sign_of(review_plan(plan=plan, told=ReviewTold(days_ago(0), "Det gik"), by=operator))
    again = ReviewTold(days_ago(0), "Det gik godt", answers={"sea_legs": "steady"}, seen=seen)
    review_plan(plan=plan, told=again, by=operator)
    plan.refresh_from_db()
    assert plan.reviews.get().went_well == "Det gik godt"
    assert plan.review_due_on > due


def test_what_another_wrote_the_same_day_stays_and_the_new_words_stand_after_it(
    world: SimpleNamespace, operator: User, cast: SimpleNamespace
) -> None:
    plan = a_plan(world, operator)
    for by, words in ((cast.pedagogue, "Knob om fredagen"), (cast.daycare_leader, "Alle var med")):
        for _ in range(2):
            review_plan(plan=plan, told=ReviewTold(days_ago(0), words), by=by)
    assert plan.reviews.get().went_well == "Knob om fredagen\n\nAlle var med"


def test_the_same_thing_sent_twice_stands_once(world: SimpleNamespace, operator: User) -> None:
    plan = a_plan(world, operator)
    assert an_item(plan, operator) == an_item(plan, operator)
    with pytest.raises(Blocked) as refusal:
        an_item(plan, operator, when=When(plan.starts_on - timedelta(days=1)))
    assert codes(refusal) == ["due_before_plan"]


def test_two_plans_on_a_template_do_not_begin_on_one_day(world: SimpleNamespace, operator: User) -> None:
    plan = a_plan(world, operator)
    former = Span(days_ago(300), days_ago(100))
    a_plan(world, operator, span=former)
    with pytest.raises(Blocked) as refusal:
        answer_questions(plan=plan, span=former, answers={}, by=operator)
    assert codes(refusal) == ["begins_with_another"]


def test_a_plan_that_goes_on_later_is_worked_by_until_then(world: SimpleNamespace, operator: User) -> None:
    plan = a_plan(world, operator)
    begun = carry_over(plan=plan, span=Span(days_ago(-90), None), items=[], by=operator)
    plan.refresh_from_db()
    assert (plan.status, plan.ends_on) == (PlanStatus.RUNNING, days_ago(-89))
    assert set(Plan.objects.running()) == {plan, begun}
    Plan.objects.filter(pk=begun.pk).update(starts_on=days_ago(0))
    assert set(Plan.objects.running()) == {begun}


def test_what_is_open_goes_on_into_the_next_period_once_and_the_former_is_ended(
    world: SimpleNamespace, operator: User
) -> None:
    plan = a_plan(world, operator)
    idea = add_idea(plan=plan, section="on_deck", idea="flag_day", by=operator)
    under_way = an_item(plan, operator, who="Bo", status=ItemStatus.UNDER_WAY)
    following = Span(days_ago(0), days_ago(-100))
    for _ in range(2):
        begun = carry_over(plan=plan, span=following, items=[idea, under_way], by=operator)
    plan.refresh_from_db()
    assert (plan.status, begun.carried_from, begun.starts_on) == (PlanStatus.ENDED, plan, following.first)
    assert [(item.idea, item.who, item.status) for item in begun.items.in_order()] == [
        ("flag_day", "", ItemStatus.PLANNED),
        ("", "Bo", ItemStatus.UNDER_WAY),
    ]
    assert begun.items.first().carried_from == idea


def test_the_next_period_must_come_after_and_follows_on_by_itself(world: SimpleNamespace, operator: User) -> None:
    plan = a_plan(world, operator)
    with pytest.raises(Blocked) as refusal:
        carry_over(plan=plan, span=plan.span, items=[], by=operator)
    assert codes(refusal) == ["carried_backwards"]
    following = span_after("half_year", plan.span, plan.span, days_ago(0))
    assert following.first - plan.span.last == timedelta(days=1)


def test_from_others_one_takes_what_and_how_and_only_what_one_has_not(world: SimpleNamespace, operator: User) -> None:
    theirs = a_plan(world, operator, place=world.hill_daycare)
    taken = [
        add_idea(plan=theirs, section="on_deck", idea="flag_day", by=operator),
        an_item(theirs, operator, what="Syng", how="Højt", who="Anna", section="galley"),
    ]
    ours = a_plan(world, operator)
    add_idea(plan=ours, section="on_deck", idea="flag_day", by=operator)
    assert copy_items(plan=ours, items=taken, by=operator) == 1
    song = PlanItem.objects.get(plan=ours, what="Syng")
    assert (song.how, song.who, song.section) == ("Højt", "", "")


def test_a_plan_that_has_ended_stays_as_it_is_until_it_is_taken_up_again(
    world: SimpleNamespace, operator: User
) -> None:
    plan = a_plan(world, operator)
    item = an_item(plan, operator)
    ended = end_plan(plan=plan, is_ended=True, by=operator)
    assert ended.review_due_on is None
    with pytest.raises(Blocked) as refusal:
        set_item_status(item=item, status=ItemStatus.DONE, by=operator)
    assert codes(refusal) == ["plan_has_ended"]
    assert end_plan(plan=plan, is_ended=False, by=operator).review_due_on is not None
    set_item_status(item=item, status=ItemStatus.DONE, by=operator)
