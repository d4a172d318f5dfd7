"""How each community is doing: what moved, and where it has gone quiet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from landsby.web.activities.access import activities_seen_by
from landsby.web.activities.models import ActivityQuerySet, TallyQuerySet
from landsby.web.home.presenters.changes import held_in
from landsby.web.kit.counts import Count
from landsby.web.overviews.lookback import Days
from landsby.web.overviews.queries import over_time, with_latest
from landsby.web.overviews.tallied import counts_in
from landsby.web.partnerships.access import Standing, communities_within
from landsby.web.partnerships.models import Community, CommunityQuerySet, Municipality

MOST_COMPARED = 60
"""Of more communities than this, so many are told: those where nothing has been held for longest."""

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
    standing: Standing, ahead: TallyQuerySet | None, days: Days, today: date, municipality: Municipality | None
) -> list[CommunityNow]:
    """The communities that are part of the programme, in some days and in those a year before, in reading order.

    Of more than can be compared at a glance only the quietest, the quietest first.

    Args:
        ahead: the tallies of what somebody sees there, or None.
        days: also what quietness is measured at the end of; what was held later is told as the latest.
        municipality: only those of it, where it is given.
    """
    held = activities_seen_by(standing).held()
    open_now = communities_within(standing).open_on(today)
    if municipality is not None:
        open_now = open_now.in_municipality(str(municipality.pk))
    latest = _latest(open_now, held, ahead, today)
    told, among = list(latest), held
    if len(told) > MOST_COMPARED:
        told = sorted(told, key=lambda community: latest[community] or date.min)[:MOST_COMPARED]
        among = held.in_communities(community.pk for community in told)
    before = days.a_year_before()
    counts = (counts_in(each, standing.programme, among, ahead) for each in (days, before))
    now_counts, before_counts = (over_time(each.by_community()) for each in counts)
    return [
        CommunityNow(
            community,
            Count(now_counts[community.pk], held_in(standing.programme, days, community=community.pk)),
            Count(before_counts[community.pk], held_in(standing.programme, before, community=community.pk)),
            latest[community],
            quiet_weeks(latest[community], days.last),
        )
        for community in told
    ]


def _latest(
    communities: CommunityQuerySet, held: ActivityQuerySet, ahead: TallyQuerySet | None, today: date
) -> dict[Community, date | None]:
    """The communities with the day of the latest that was held there until today."""
    days = ahead.latest_by_community() if ahead is not None else {}
    if ahead is None or any(day > today for day in days.values()):
        return with_latest(communities, held.between(None, today))
    return {community: days.get(community.pk) for community in communities}


def quiet_weeks(latest: date | None, today: date) -> int:
    """The whole weeks since the latest day where they are many; else 0."""
    if latest is None or today - latest <= QUIET:
        return 0
    return (today - latest).days // 7
