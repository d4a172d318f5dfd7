"""A new leader who takes over at an actor, and what they have been told so far."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.partnerships.models import Actor


class Introduction(models.Model):
    """One new leader's way in. Who it is stands among the contacts, not here.

    Attributes:
        checklist: the id of the definition of the checklist that is gone through.
        checklist_hash: its content hash when it was begun; it stays on that wording.
        since_on: the day on which the leader began.
        ended_on: when everything was gone through, or somebody said that it is enough.
    """

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="introductions")
    checklist = models.CharField(max_length=80)
    checklist_hash = models.CharField(max_length=64)
    since_on = models.DateField(_("leder siden"))
    ended_on = models.DateField(null=True, blank=True)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    begun_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("introduktion af en ny leder")
        ordering = ["-since_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["actor"], condition=models.Q(ended_on=None), name="one_introduction_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return str(self.actor)


class IntroductionTick(models.Model):
    """One point of the checklist that has been gone through."""

    introduction = models.ForeignKey(Introduction, models.CASCADE, related_name="ticks")
    point = models.CharField(max_length=80)
    ticked_on = models.DateField()
    ticked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("punkt i en introduktion")
        constraints = [
            models.UniqueConstraint(fields=["introduction", "point"], name="one_introduction_tick_per_point")
        ]

    def __str__(self) -> str:
        return self.point
