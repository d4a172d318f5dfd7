"""Milestones of the blueprint as places reach them, and what was changed on the way."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.fields import Line, Notes
from landsby.web.wheel.models.at_place import AtPlace, AtPlaceQuerySet, once_per_place


class ReachedMilestoneQuerySet(AtPlaceQuerySet):
    """Words for choosing what has been reached."""

    def along(self, milestone: str) -> ReachedMilestoneQuerySet:
        """Those of one milestone, by the id of its definition."""
        return self.filter(milestone=milestone)

    def by_milestone(self) -> dict[str, int]:
        """How many places have reached each milestone, by its id: one query."""
        return dict(self.order_by().values_list("milestone").annotate(models.Count("pk")))


class ReachedMilestone(AtPlace):
    """One place has reached one milestone.

    Attributes:
        milestone: the id of its definition.
        milestone_hash: the content hash of that definition when it was reached.
    """

    milestone = models.CharField(max_length=80)
    milestone_hash = models.CharField(max_length=64)
    reached_on = models.DateField(_("nået"))
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    told_at = models.DateTimeField(default=timezone.now)

    objects = ReachedMilestoneQuerySet.as_manager()

    class Meta:
        verbose_name = _("nået milepæl")
        constraints = once_per_place("milestone", name="milestone_reached_once")

    def __str__(self) -> str:
        return f"{self.milestone}, {self.place}"


class DeviationQuerySet(AtPlaceQuerySet):
    """Words for choosing changes."""

    def along(self, milestone: str) -> DeviationQuerySet:
        """Those of one milestone, by the id of its definition, the latest first."""
        return self.filter(milestone=milestone).order_by("-decided_on", "-pk")

    def as_decided(self) -> DeviationQuerySet:
        """In the order in which they were decided."""
        return self.order_by("decided_on", "pk")


class Deviation(AtPlace):
    """A decision that a milestone is reached later, otherwise, or not at all.

    A board that decides in this system points here; until then `decided_by` says it in words.

    Attributes:
        milestone: the id of its definition.
        was_due_on: when it was due until then.
        now_due_on: when it is due from then on; None where it is given up.
    """

    milestone = models.CharField(max_length=80)
    milestone_hash = models.CharField(max_length=64)
    was_due_on = models.DateField()
    now_due_on = models.DateField(_("ny dato"), null=True, blank=True)
    what = Notes(_("hvad ændres"), max_length=1000)
    why = Notes(_("hvorfor"), max_length=1000)
    decided_by = Line(_("besluttet af"), max_length=160)
    decided_on = models.DateField(_("besluttet"))
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    told_at = models.DateTimeField(default=timezone.now)

    objects = DeviationQuerySet.as_manager()

    class Meta:
        verbose_name = _("ændring af en milepæl")
        indexes = [models.Index(fields=["programme", "milestone"], name="deviation_by_milestone")]

    def __str__(self) -> str:
        return f"{self.milestone}, {self.place}"
