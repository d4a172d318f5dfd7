"""Looking at a plan again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.kit.audit import record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.plans.access import held_plan
from landsby.web.plans.actions.items import set_item_status
from landsby.web.plans.models import Plan, PlanReview
from landsby.web.plans.on_template import next_review
from landsby.web.plans.rules import problems_of_length, problems_of_review
from landsby.web.plans.status import ItemStatus
from landsby.web.plans.told import ReviewTold, sign_of


@transaction.atomic
def review_plan(
    *, plan: Plan, told: ReviewTold, by: User, progress: Mapping[int, ItemStatus] | None = None
) -> PlanReview:
    """Note how a plan went; told again on the same day by whoever saw what stood there, it is told anew.

    What somebody else has written about the day meanwhile stays, and the new words stand after it.

    Args:
        progress: how far its things have come, by primary key; those that are not named stay.

    Raises:
        Blocked: before the plan has begun, for a day that has not come, when nothing is said, or too much.
    """
    plan = held_plan(plan)
    refuse_on_blockers(problems_of_review(told, plan.starts_on, timezone.localdate()))
    review = plan.reviews.filter(on=told.on).first() or PlanReview(plan=plan, on=told.on, made_by=by)
    act = Act.CHANGED if review.pk else Act.CREATED
    told = told if told.seen == sign_of(review) else _after(review, told)
    refuse_on_blockers(problems_of_length(told))
    review.went_well, review.what_next, review.answers = told.went_well, told.what_next, dict(told.answers)
    review.clean_fields(exclude=["plan", "made_by"])
    review.save()
    plan.review_due_on = next_review(plan)
    plan.save(update_fields=["review_due_on"])
    for item in plan.items.filter(pk__in=progress or ()):
        item.plan = plan
        set_item_status(item=item, status=(progress or {})[item.pk], on=told.on, by=by)
    record(by=by, act=act, thing=review, programme=plan.programme.slug)
    return review


def _after(review: PlanReview, told: ReviewTold) -> ReviewTold:
    """What stands there already with the new words after it; words that stand there already are not said twice."""

    def both(before: str, new: str) -> str:
        return before if new in before else f"{before}\n\n{new}".strip()

    answers = {**review.answers, **told.answers}
    return replace(
        told,
        went_well=both(review.went_well, told.went_well),
        what_next=both(review.what_next, told.what_next),
        answers=answers,
    )
