"""Calendars that are followed from elsewhere, and what they must still be told of activities that are gone."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID, uuid5

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from landsby.web.accounts.models import User
from landsby.web.activities.models.activity import Activity
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Community, Municipality, Programme
from landsby.web.partnerships.models.invitation import hash_of

_ACTIVITIES = UUID("5a0e7f0c-6f0b-5d0e-9b6b-3d1f4c8f7a21")
"""The namespace of what our activities are called in other calendars."""


def uid_of(pk: int, created_at: datetime) -> str:
    """What an activity is called in every calendar, for as long as it is there.

    It holds neither an address nor a name, since an installation may move and a programme be renamed.
    """
    return str(uuid5(_ACTIVITIES, f"{pk} {created_at.astimezone(UTC).isoformat()}"))


class FeedAbout(models.TextChoices):
    """Which activities a calendar holds."""

    MINE = "mine", _("Det, jeg er med i")
    COMMUNITY = "community", _("Et lokalområde")
    PROGRAMME = "programme", _("Alt, hvad jeg kan se")


class FeedQuerySet(models.QuerySet["Feed"]):
    """Words for choosing feeds."""

    def of_owner(self, programme: Programme, owner: User) -> FeedQuerySet:
        """Somebody's own in a programme, the oldest first; nobody sees another's."""
        return self.filter(programme=programme, owner=owner).with_parts().order_by("pk")

    def with_parts(self) -> FeedQuerySet:
        """With owner, programme and community at hand."""
        return self.select_related("owner", "programme", "community")

    def with_token(self, token: str) -> FeedQuerySet:
        """The one that a link leads to, if there is one."""
        return self.filter(token_hash=hash_of(token)).with_parts()

    def unread_since(self, moment: datetime) -> FeedQuerySet:
        """Those that nobody has fetched since a moment, and that are older than that."""
        day = timezone.localdate(moment)
        never = models.Q(last_read_on=None, made_at__lt=moment)
        return self.filter(never | models.Q(last_read_on__lt=day))


class Feed(models.Model):
    """A link to one person's view of the programme's calendar, for a phone or another calendar.

    Whoever has the link reads what its owner may read that day; only a hash of it is kept. A link that
    is withdrawn is deleted.

    Attributes:
        community: the one that it is about, where it is about one.
        made_at: when its present link was made.
        last_read_on: the last day on which somebody fetched it; None until it is.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="feeds")
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="feeds")
    about = models.CharField(max_length=10, choices=FeedAbout)
    community = models.ForeignKey(Community, models.CASCADE, null=True, blank=True, related_name="feeds")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    last_read_on = models.DateField(null=True, blank=True)

    objects = FeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("link til kalender")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(about=FeedAbout.COMMUNITY, community__isnull=False)
                | (~models.Q(about=FeedAbout.COMMUNITY) & models.Q(community=None)),
                name="feed_names_its_community",
            )
        ]

    def __str__(self) -> str:
        # The log keeps it as text, so that it must read alike in every language.
        return str(self.community or self.programme)

    @property
    def title(self) -> str:
        """What it holds: the community's name, or the words for it."""
        return self.community.name if self.community else str(self.get_about_display())

    @property
    def calendar_name(self) -> str:
        """What it is called where it is followed; without commas, which some calendars show with a backslash."""
        if self.about == FeedAbout.PROGRAMME:
            return self.programme.name
        told = self.community.name if self.community else gettext("mine aktiviteter")
        return f"{self.programme.name}: {told}"

    def note_reading(self, today: date) -> None:
        """Remember that it is in use: the day, and nothing of who or from where."""
        if self.last_read_on != today:
            type(self).objects.filter(pk=self.pk).update(last_read_on=today)


class RemovedActivityQuerySet(models.QuerySet["RemovedActivity"]):
    """Words for choosing what is left of removed activities."""

    def of(self, programme: Programme) -> RemovedActivityQuerySet:
        """Those of one programme, the first on top."""
        return self.filter(programme=programme).order_by("starts_on", "pk")

    def touching(self, first: date, last: date) -> RemovedActivityQuerySet:
        """Those that would have begun from the first to the last day."""
        return self.filter(starts_on__gte=first, starts_on__lte=last)

    def removed_before(self, moment: datetime) -> RemovedActivityQuerySet:
        """Those that were removed before a moment."""
        return self.filter(removed_at__lt=moment)


class RemovedActivity(models.Model):
    """That an activity is gone, so that calendars which hold it can be told. It keeps no word of what it was.

    Attributes:
        uid: as `uid_of` gives it.
        actors: the keys of those who had a part in it, and of the institutions they belong to.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="removed_activities")
    uid = models.UUIDField(unique=True)
    revision = models.PositiveIntegerField()
    starts_on = models.DateField()
    municipality = models.ForeignKey(Municipality, models.CASCADE, null=True, related_name="+")
    community = models.ForeignKey(Community, models.CASCADE, null=True, related_name="+")
    actors = models.JSONField(default=list)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    removed_at = models.DateTimeField(default=timezone.now)

    objects = RemovedActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("slettet aktivitet")
        indexes = [models.Index(fields=["programme", "starts_on"], name="removed_by_day")]

    def __str__(self) -> str:
        return str(self.uid)

    @classmethod
    def trace_of(cls, activity: Activity) -> RemovedActivity:
        """What will be left of an activity whose parts are at hand; not stored yet."""
        involved = [link.actor for link in activity.involvements.all()]
        return cls(
            programme_id=activity.programme_id,
            uid=uid_of(activity.pk, activity.created_at),
            revision=activity.revision + 1,
            starts_on=activity.starts_on,
            municipality_id=activity.municipality_id,
            community_id=activity.community_id,
            actors=sorted({pk for actor in involved for pk in (actor.pk, actor.parent_id) if pk}),
            created_by_id=activity.created_by_id,
        )

    def was_in(self, feed: Feed, standing: Standing) -> bool:
        """Whether a feed held the activity, as far as its owner sees today."""
        places = {"municipality": self.municipality_id, "community": self.community_id}
        if not standing.seen.covers(**places, actors=self.actors):
            return False
        match feed.about:
            case FeedAbout.MINE:
                own = {actor.pk for actor in standing.own_actors}
                return self.created_by_id == feed.owner_id or not own.isdisjoint(self.actors)
            case FeedAbout.COMMUNITY:
                return self.community_id == feed.community_id
            case _:
                return True
