"""A date that a place puts on its own wheel."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.fields import Line
from landsby.web.wheel.models.at_place import AtPlace, AtPlaceQuerySet


class WheelEntryQuerySet(AtPlaceQuerySet):
    """Words for choosing own dates."""

    def in_year(self, year: int) -> WheelEntryQuerySet:
        """Those of a year, and those that come back every year from their first on."""
        until = date(year, 12, 31)
        return self.filter(models.Q(on__year=year) | models.Q(is_yearly=True, on__lte=until)).order_by("on", "pk")


class WheelEntry(AtPlace):
    """One own date.

    Attributes:
        on: the day; of a month, its first day.
        is_whole_month: whether the month is meant and not the day.
        is_yearly: whether it comes back every year from then on.
    """

    title = Line(_("hvad"), max_length=120)
    on = models.DateField(_("hvornår"))
    is_whole_month = models.BooleanField(_("hele måneden"), default=False)
    is_yearly = models.BooleanField(_("hvert år"), default=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = WheelEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("egen dato i årshjulet")
        verbose_name_plural = "wheel entries"
        indexes = [models.Index(fields=["programme", "on"], name="wheel_entry_by_day")]

    def __str__(self) -> str:
        return self.title
