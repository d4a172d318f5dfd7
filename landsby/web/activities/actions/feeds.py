"""Links to calendars: made, renewed, withdrawn."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.activities.models import Feed, FeedAbout
from landsby.web.activities.rules import problems_of_another_feed
from landsby.web.kit.audit import record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.models import Community, Programme
from landsby.web.partnerships.models.invitation import hash_of, new_token


@transaction.atomic
def make_feed(
    *, programme: Programme, about: FeedAbout, by: User, community: Community | None = None
) -> tuple[Feed, str]:
    """Make a link to a calendar.

    Returns:
        The feed, and the secret of its link, which is kept nowhere.

    Raises:
        Blocked: when the person has as many as one can have.
    """
    User.objects.select_for_update().get(pk=by.pk)
    refuse_on_blockers(problems_of_another_feed(Feed.objects.of_owner(programme, by).count()))
    token = new_token()
    feed = Feed(programme=programme, owner=by, about=about, community=community, token_hash=hash_of(token))
    feed.full_clean()
    feed.save()
    record(by=by, act=Act.CREATED, thing=feed, programme=programme.slug)
    return feed, token


@transaction.atomic
def renew_feed(*, feed: Feed, by: User) -> str:
    """Give a feed a new link; the old one stops working at once.

    Returns:
        The secret of the new link.
    """
    token = new_token()
    feed.token_hash, feed.made_at, feed.last_read_on = hash_of(token), timezone.now(), None
    feed.save(update_fields=["token_hash", "made_at", "last_read_on"])
    record(by=by, act=Act.CHANGED, thing=feed, programme=feed.programme.slug)
    return token


@transaction.atomic
def withdraw_feed(*, feed: Feed, by: User) -> None:
    """Let a link stop working, for good."""
    record(by=by, act=Act.REMOVED, thing=feed, programme=feed.programme.slug)
    feed.delete()
