"""How each community is doing: what moved, and where it has gone quiet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from landsby.web.activities.access import activities_seen_by
from landsby.web.home.presenters.changes import held_in
from landsby.web.kit.counts import Count
from landsby.web.overviews.lookback import Days
from landsby.web.overviews.queries import by_community, latest_by_community, over_time
from landsby.web.partnerships.access import Standing, communities_within
from landsby.web.partnerships.models import Community, Municipality

QUIET = timedelta(weeks=8)
"""Longer than the summer holiday; a community with nothing held for so long has gone quiet."""


@dataclass(frozen=True)
class CommunityNow:
    """A community lately.

    Attributes:
        latest: the day of the latest activity held there, or None.
        quiet_weeks: how many weeks nothing has been held, where that is long; else 0.
    """

    community: Community
    now: Count
    before: Count
    latest: date | None
    quiet_weeks: int

    @property
    def is_quiet(self) -> bool:
        """Whether nothing has been held for long, or ever."""
        return self.latest is None or self.quiet_weeks > 0


def communities_now(
    standing: Standing, days: Days, today: date, municipality: Municipality | None
) -> list[CommunityNow]:
    """The communities that are part of the programme, in some days and in those a year before.

    Args:
        days: also what quietness is measured at the end of; what was held later is told as the latest.
        municipality: only those of it, where it is given.
    """
    held = activities_seen_by(standing).held()
    latest = latest_by_community(held.between(None, today))
    before = days.a_year_before()
    now_counts, before_counts = (
        over_time(by_community(held.between(window.first, window.last))) for window in (days, before)
    )
    return [
        CommunityNow(
            community,
            Count(now_counts[community.pk], held_in(standing.programme, days, community=community.pk)),
            Count(before_counts[community.pk], held_in(standing.programme, before, community=community.pk)),
            latest.get(community.pk),
            quiet_weeks(latest.get(community.pk), days.last),
        )
        for community in communities_within(standing).open_on(today)
        if municipality is None or community.municipality_id == municipality.pk
    ]


def quiet_weeks(latest: date | None, today: date) -> int:
    """The whole weeks since the latest day where they are many; else 0."""
    if latest is None or today - latest <= QUIET:
        return 0
    return (today - latest).days // 7
