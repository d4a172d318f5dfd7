"""Which principles a place has in focus from when to when, and what of them has become everyday."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from landsby.web.plans.models.plan import PLACES, Plan


class OfPlaceQuerySet(models.QuerySet):
    """Words for choosing what belongs to a place's plans."""

    def along(self, plan: Plan) -> OfPlaceQuerySet:
        """What stands in all the plans of the same place on the same template."""
        place = {f"plan__{name}": getattr(plan, f"{name}_id") for name in PLACES}
        return self.filter(plan__programme=plan.programme_id, plan__template=plan.template, **place)


class FocusPrinciple(models.Model):
    """One principle in focus, from a day on.

    Attributes:
        principle: the id of its definition.
        principle_hash: the content hash of that definition when it was chosen.
        ends_on: the last day; None while it is in focus.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="focus")
    principle = models.CharField(max_length=80)
    principle_hash = models.CharField(max_length=64)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    objects = OfPlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("princip i fokus")
        ordering = ["starts_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "principle", "starts_on"], name="one_focus_per_principle_and_day"),
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on")),
                name="focus_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.principle


class EverydayPractice(models.Model):
    """An example of a principle that has become everyday at a place.

    Attributes:
        principle: the id of the principle's definition.
        example: the id of the example in it.
        since_on: the day on which somebody said so.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="everyday")
    principle = models.CharField(max_length=80)
    example = models.CharField(max_length=80)
    since_on = models.DateField()

    objects = OfPlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("hverdagspraksis")
        ordering = ["since_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "principle", "example"], name="one_tick_per_example"),
        ]

    def __str__(self) -> str:
        return f"{self.principle}: {self.example}"
