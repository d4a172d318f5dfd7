"""Plans with what is counted of each."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Coalesce

from landsby.web.plans.models.item import PlanItem
from landsby.web.plans.models.plan import PlanQuerySet
from landsby.web.plans.models.review import PlanReview
from landsby.web.plans.status import OPEN, ItemStatus


def tallied(plans: PlanQuerySet) -> PlanQuerySet:
    """Plans with `items_done` and `items_open`, how many are done and to be done, and `reviewed_on`, the latest review.

    Each is counted by itself: joined together they would multiply one another.
    """
    mine = PlanItem.objects.filter(plan=models.OuterRef("pk")).order_by()
    reviews = PlanReview.objects.filter(plan=models.OuterRef("pk")).order_by("-on")
    return plans.annotate(
        items_done=_how_many(mine.filter(status=ItemStatus.DONE)),
        items_open=_how_many(mine.filter(status__in=OPEN)),
        reviewed_on=models.Subquery(reviews.values("on")[:1]),
    )


def _how_many(rows: models.QuerySet[PlanItem]) -> Coalesce:
    counted = rows.values("plan").annotate(n=models.Count("pk")).values("n")
    return Coalesce(models.Subquery(counted), 0, output_field=models.IntegerField())
