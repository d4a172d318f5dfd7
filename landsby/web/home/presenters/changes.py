"""What moved: the last half-year beside the same days a year before."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from landsby.web.activities.models import ActivityQuerySet, TallyQuerySet
from landsby.web.activities.status import Status
from landsby.web.kit.counts import Count
from landsby.web.overviews.choice import address
from landsby.web.overviews.lookback import Days
from landsby.web.overviews.tallied import counts_in
from landsby.web.partnerships.models import Programme


@dataclass(frozen=True)
class Change:
    """One number now, and what it was then."""

    label: str
    now: Count
    before: Count

    @property
    def direction(self) -> str:
        """The icon of an arrow from then to now; none where both are the same."""
        if self.now.value == self.before.value:
            return ""
        return "arrow-upward" if self.now.value > self.before.value else "arrow-downward"


def held_in(programme: Programme, days: Days, **filters: object) -> str:
    """The address of the list of what was held in some days."""
    return address(
        "activities:list", programme, {"status": Status.HELD, "from": days.first, "to": days.last, **filters}
    )


def changes_between(
    programme: Programme, activities: ActivityQuerySet, ahead: TallyQuerySet | None, now: Days, **filters: object
) -> list[Change]:
    """Activities, participations and new families in some days and in those a year before.

    Args:
        activities: those that the numbers count, planned and cancelled ones among them.
        ahead: their tallies, or None.
        filters: what gives the same activities as parameters of the list.
    """
    before = now.a_year_before()
    sums = [counts_in(days, programme, activities.held(), ahead).totals() for days in (now, before)]
    links = [held_in(programme, days, **filters) for days in (now, before)]
    labels = {
        "activities": _("aktiviteter afholdt"),
        "participations": _("deltagelser af børn"),
        "new_families": _("nye familier"),
    }
    return [
        Change(label, *(Count(getattr(total, name), link) for total, link in zip(sums, links, strict=True)))
        for name, label in labels.items()
    ]
