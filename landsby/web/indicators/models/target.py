"""What is aimed at."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.indicators.models.at_area import AtArea, AtAreaQuerySet
from landsby.web.kit.fields import Line, Notes


class TargetQuerySet(AtAreaQuerySet):
    """Words for choosing targets."""

    def standing(self) -> TargetQuerySet:
        """Those that hold, the nearest first."""
        found = self.filter(ended_at=None).select_related("community", "told_by")
        return found.order_by("period", "pk")


class Target(AtArea):
    """A figure that somebody has decided to aim at, by when; of an area, or of the whole programme.

    Attributes:
        municipality_code: "" where it is a community's or, without one, the whole programme's.
        indicator_hash: the content hash of the definition that it was set under.
        value: in the unit that people read.
        period: the number of the period by which.
        decided_by: who decided it, as people say it.
        ended_at: when it was taken back or another took its place.
    """

    indicator_hash = models.CharField(max_length=64)
    value = models.DecimalField(_("mål"), max_digits=18, decimal_places=6)
    period = models.PositiveIntegerField(_("hvornår"))
    decided_by = Line(_("besluttet af"), max_length=160)
    decided_on = models.DateField(_("besluttet"))
    why = Notes(_("hvorfor"), max_length=1000, blank=True)
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    told_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    objects = TargetQuerySet.as_manager()

    class Meta:
        verbose_name = _("mål for en indikator")
        indexes = [models.Index(fields=["programme", "indicator"], name="target_by_indicator")]

    def __str__(self) -> str:
        return f"{self.indicator}, {self.period}"

    @property
    def aimed_place(self) -> str:
        """What cells call the place that it is for; "" is the whole programme."""
        return self.place if self.community_id or self.municipality_code else ""
