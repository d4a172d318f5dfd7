"""A series: several activities that belong together, such as a joint course of ten sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.status import Status
from landsby.web.kit.fields import Line, Notes
from landsby.web.partnerships.access import Reach
from landsby.web.partnerships.models import Community, Municipality, Programme

if TYPE_CHECKING:
    from landsby.web.accounts.models import User


class SeriesQuerySet(models.QuerySet["Series"]):
    """Words for choosing series."""

    def of(self, programme: Programme) -> SeriesQuerySet:
        """The series of one programme."""
        return self.filter(programme=programme)

    def of_kinds(self, kinds: tuple[str, ...]) -> SeriesQuerySet:
        """Those of some kinds."""
        return self.filter(kind__in=kinds)

    def within(self, reach: Reach) -> SeriesQuerySet:
        """Those of which at least one session lies within a reach."""
        if reach.everywhere:
            return self
        return self.filter(
            models.Q(sessions__municipality__in=reach.municipalities)
            | models.Q(sessions__community__in=reach.communities)
            | models.Q(sessions__involvements__actor__in=reach.actors)
        ).distinct()

    def registered_by(self, user: User) -> SeriesQuerySet:
        """Those that somebody has registered, or taken over from whoever did."""
        return self.filter(created_by=user)

    def with_planned_sessions(self) -> SeriesQuerySet:
        """Those of which at least one session is neither held nor cancelled yet."""
        return self.filter(sessions__status=Status.PLANNED).distinct()

    def held(self) -> SeriesQuerySet:
        """Those of which at least one session has been held."""
        return self.filter(sessions__status=Status.HELD).distinct()

    def held_with_last_day(self) -> SeriesQuerySet:
        """Those of which a session has been held, with `last_held_on`, the day of the latest."""
        return self.filter(sessions__status=Status.HELD).annotate(last_held_on=models.Max("sessions__starts_on"))

    def with_places(self) -> SeriesQuerySet:
        """With programme and places at hand."""
        return self.select_related("programme", "municipality", "community")


class Series(models.Model):
    """Several activities under one name.

    Attributes:
        kind: the id of an activity kind whose form is a series.
        kind_hash: the content hash of that definition when the series was made.
        children_enrolled: how many different children take part, which the attendance at the
            sessions cannot say; None when nobody has said.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="series")
    kind = models.CharField(_("slags"), max_length=80)
    kind_hash = models.CharField(max_length=64)
    title = Line(_("titel"), max_length=160)
    municipality = models.ForeignKey(Municipality, models.PROTECT, null=True, blank=True, related_name="series")
    community = models.ForeignKey(Community, models.PROTECT, null=True, blank=True, related_name="series")
    children_enrolled = models.PositiveIntegerField(_("børn på holdet"), null=True, blank=True)
    notes = Notes(_("noter"), blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name = _("forløb")
        verbose_name_plural = "series"
        indexes = [models.Index(fields=["programme", "kind"], name="series_by_kind")]

    def __str__(self) -> str:
        return self.title
