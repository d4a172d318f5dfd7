"""What an activity serves, and which part each actor had in it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.models.activity import Activity
from landsby.web.initiatives.models import Initiative
from landsby.web.partnerships.models import Actor


class Part(models.TextChoices):
    """What an actor does in an activity."""

    HOST = "host", _("vært")
    PARTICIPANT = "participant", _("deltager")
    FACILITATOR = "facilitator", _("tovholder")


class Involvement(models.Model):
    """One actor's part in one activity."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="involvements")
    actor = models.ForeignKey(Actor, models.PROTECT, related_name="involvements")
    part = models.CharField(max_length=12, choices=Part)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["activity", "actor", "part"], name="one_part_per_actor"),
        ]
        # Few lead, and who led is asked of thousands of meetings at once.
        indexes = [models.Index(fields=["activity", "actor"], name="who_facilitates", condition=Q(part="facilitator"))]

    def __str__(self) -> str:
        return f"{self.actor}: {self.get_part_display()}"


class ActivityGoal(models.Model):
    """A goal, by the id of its definition, that an activity serves."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="goals")
    goal = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "goal"], name="one_link_per_goal")]
        indexes = [models.Index(fields=["goal", "activity"], name="activities_by_goal")]

    def __str__(self) -> str:
        return self.goal


class ActivityTrack(models.Model):
    """A track, by the id of its definition, that an activity belongs to."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="tracks")
    track = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "track"], name="one_link_per_track")]
        indexes = [models.Index(fields=["track", "activity"], name="activities_by_track")]

    def __str__(self) -> str:
        return self.track


class ActivityInitiative(models.Model):
    """An initiative that an activity is a part of."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="initiatives")
    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="activity_links")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "initiative"], name="one_link_per_initiative")]

    def __str__(self) -> str:
        return str(self.initiative)
