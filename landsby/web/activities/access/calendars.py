"""Which calendars somebody follows or imports, and what a calendar that is followed may hold."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.http import Http404

from landsby.web.activities.access.activities import activities_led_by, activities_seen_by
from landsby.web.activities.models import (
    Activity,
    ActivityQuerySet,
    CalendarDraft,
    CalendarDraftQuerySet,
    Feed,
    FeedAbout,
    FeedQuerySet,
    RemovedActivity,
)
from landsby.web.partnerships.access import Standing, Visitor, actors_within, programme_for, standing_in
from landsby.web.partnerships.models import Right


def feeds_of(standing: Standing) -> FeedQuerySet:
    """A person's own links to calendars in a programme."""
    return Feed.objects.of_owner(standing.programme, standing.user)


def feed_for(user: Visitor, slug: str, pk: int) -> tuple[Feed, Standing]:
    """One of the user's own links to a calendar.

    Raises:
        Http404: to a stranger, and for what is another's.
    """
    _programme, standing = programme_for(user, slug)
    feed = feeds_of(standing).filter(pk=pk).first()
    if feed is None:
        raise Http404
    return feed, standing


def feed_with(token: str) -> tuple[Feed, Standing] | None:
    """The feed that a link leads to, with what its owner is in the programme today; None where there is nothing."""
    feed = Feed.objects.with_token(token).first()
    if feed is None or not feed.owner.is_active:
        return None
    try:
        return feed, standing_in(feed.owner, feed.programme)
    except Http404:
        return None


def activities_in(feed: Feed, standing: Standing) -> ActivityQuerySet:
    """What a feed holds, as far as its owner may see it today."""
    seen = activities_seen_by(standing)
    match feed.about:
        case FeedAbout.MINE:
            return seen.concerning(standing.own_actors, standing.user)
        case FeedAbout.COMMUNITY:
            return seen.in_community(feed.community_id)
        case _:
            return seen


def removed_in(feed: Feed, standing: Standing, first: date, last: date) -> list[RemovedActivity]:
    """What is gone from a feed, of the days from the first to the last."""
    gone = RemovedActivity.objects.of(feed.programme).touching(first, last)
    return [trace for trace in gone if trace.was_in(feed, standing)]


def calendar_drafts_of(standing: Standing) -> CalendarDraftQuerySet:
    """A person's own calendars on their way in, without what was read of them."""
    return CalendarDraft.objects.of_owner(standing.programme, standing.user).defer("times", "remarks")


def calendar_draft_for(user: Visitor, slug: str, pk: int) -> tuple[CalendarDraft, Standing]:
    """A calendar that the user has sent and may still import.

    Raises:
        Http404: to a stranger, for what is another's, carried out, given up or forgotten, and for a host out of reach.
        PermissionDenied: to a member without the right.
    """
    programme, standing = programme_for(user, slug, to=Right.LOG_ACTIVITIES)
    hosts = actors_within(standing, Right.LOG_ACTIVITIES).order_by().values("pk")
    draft = CalendarDraft.objects.of_owner(programme, standing.user).filter(pk=pk, host__in=hosts).first()
    if draft is None:
        raise Http404
    return draft, standing


def imported_before(standing: Standing, keys: Iterable[UUID]) -> tuple[ActivityQuerySet, ActivityQuerySet]:
    """What is known by some keys in the whole programme; and of those what somebody may change."""
    known = Activity.objects.of(standing.programme).with_keys(keys)
    return known, activities_led_by(standing).with_keys(keys)
