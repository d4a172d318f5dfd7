"""The words for looking at many initiatives at once: the board, the list's summary, and what they share."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models.functions import RowNumber

from landsby.web.initiatives.drift import Sort
from landsby.web.initiatives.stages import ON_THE_WAY

if TYPE_CHECKING:
    from landsby.web.initiatives.models.initiative import Initiative  # noqa: F401 - named as text below


def half_a_year_before(day: date) -> date:
    """The day since which something should have been heard of an initiative on its way."""
    return day - timedelta(days=182)


class OverviewWords(models.QuerySet["Initiative"]):
    """Words for looking at many initiatives at once; each can be chained to the next."""

    def keys_of_latest_at_each_stage(self, most: int) -> list[int]:
        """The primary keys of those that came last to each stage, so many of each: one query."""
        latest = (models.F("stage_since_on").desc(), models.F("pk").desc())
        place = models.Window(RowNumber(), partition_by="stage", order_by=latest)
        rows = self.order_by().annotate(place_at_stage=place).filter(place_at_stage__lte=most)
        return list(rows.values_list("pk", flat=True))

    def latest_moved_first(self) -> Self:
        """Those that came last to where they stand on top."""
        return self.order_by("-stage_since_on", "-pk")

    def with_groups(self, today: date) -> Self:
        """With `groups_now` and `groups_meant`: how many groups are reached today, of how many; None uncounted."""
        coverages: Any = self.model._meta.get_field("coverages").related_model
        now = coverages.objects.filter(initiative=models.OuterRef("pk"), groups_total__gt=0).on(today)
        return self.annotate(groups_now=_summed(now, "groups_reached"), groups_meant=_summed(now, "groups_total"))

    def sorts(self) -> list[Sort]:
        """How many there are of each sort, by newness, stage, effort and depth: one query however many rows."""
        names = ("newness", "stage", "effort", "depth")
        rows = self.order_by().values_list(*names).annotate(found=models.Count("pk"))
        return [Sort(*row) for row in rows]

    def standing_still(self, since: date) -> Self:
        """Those on their way of which nothing has been heard since a day: not moved, tried, or begun by another place.

        What is in operation, postponed or stopped stands where it is meant to.
        """
        rows = self.filter(stage__in=ON_THE_WAY, stage_since_on__lt=since)
        for name in ("trials", "coverages"):
            related: Any = self.model._meta.get_field(name).related_model
            lately = related.objects.filter(initiative=models.OuterRef("pk"), started_on__gte=since)
            rows = rows.filter(~models.Exists(lately))
        return rows

    def with_changes(self) -> Self:
        """With every change of stage at hand: one query more however many rows."""
        return self.prefetch_related("stage_changes")


def _summed(rows: models.QuerySet[Any], column: str) -> models.Subquery:
    total = rows.order_by().values("initiative").annotate(total=models.Sum(column)).values("total")
    return models.Subquery(total[:1], output_field=models.IntegerField())
