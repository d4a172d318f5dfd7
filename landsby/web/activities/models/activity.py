"""The activity: anything dated with people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.counts import COUNT_LABELS, COUNTS, MOST_PRESENT
from landsby.web.activities.models.series import Series
from landsby.web.activities.status import Status
from landsby.web.kit.fields import Line, Notes
from landsby.web.kit.periods import HalfYear
from landsby.web.partnerships.access import Reach
from landsby.web.partnerships.models import Community, Municipality, Programme

if TYPE_CHECKING:
    from landsby.web.accounts.models import User
    from landsby.web.activities.models.links import Part


def _count(group: str) -> models.PositiveIntegerField[int | None, int | None]:
    """A count of one group; None is not counted."""
    return models.PositiveIntegerField(
        COUNT_LABELS[group], null=True, blank=True, validators=[MaxValueValidator(MOST_PRESENT)]
    )


class ActivityQuerySet(models.QuerySet["Activity"]):
    """Words for choosing activities; each can be chained to the next."""

    def of(self, programme: Programme) -> ActivityQuerySet:
        """Those of one programme."""
        return self.filter(programme=programme)

    def within(self, reach: Reach) -> ActivityQuerySet:
        """Those that lie within a reach, by place or by an actor who has a part in them."""
        if reach.everywhere:
            return self
        involved = self.model.objects.filter(involvements__actor__in=reach.actors)
        return self.filter(
            models.Q(municipality__in=reach.municipalities)
            | models.Q(community__in=reach.communities)
            | models.Q(pk__in=involved.values("pk"))
        )

    def planned(self) -> ActivityQuerySet:
        """Neither held nor cancelled yet."""
        return self.filter(status=Status.PLANNED)

    def held(self) -> ActivityQuerySet:
        """Those that took place."""
        return self.filter(status=Status.HELD)

    def upcoming(self, today: date) -> ActivityQuerySet:
        """Planned for today or later, the nearest first."""
        return self.planned().filter(starts_on__gte=today).in_order()

    def awaiting_report(self, today: date) -> ActivityQuerySet:
        """Planned for a day that has passed: somebody has yet to say how it went."""
        return self.planned().filter(starts_on__lt=today).in_order()

    def between(self, first: date | None, last: date | None) -> ActivityQuerySet:
        """Those that begin from the first to the last day, both included; None leaves that side open."""
        chosen = self
        if first is not None:
            chosen = chosen.filter(starts_on__gte=first)
        if last is not None:
            chosen = chosen.filter(starts_on__lte=last)
        return chosen

    def touching(self, first: date, last: date) -> ActivityQuerySet:
        """Those of which at least one day lies from the first to the last day."""
        lasting = models.Q(ends_on__gte=first, starts_on__lt=first)
        return self.filter(lasting | models.Q(starts_on__gte=first), starts_on__lte=last)

    def logged_by(self, user: User) -> ActivityQuerySet:
        """Those that somebody registered, the latest first."""
        return self.filter(created_by=user).order_by("-pk")

    def in_status(self, status: str) -> ActivityQuerySet:
        """Those with one status."""
        return self.filter(status=status)

    def in_half_year(self, half_year: HalfYear) -> ActivityQuerySet:
        """Those that begin in a half-year."""
        return self.filter(half_year=half_year.number)

    def in_municipality(self, municipality: int) -> ActivityQuerySet:
        """Those in a municipality, by primary key."""
        return self.filter(municipality=municipality)

    def in_community(self, community: int | None) -> ActivityQuerySet:
        """Those in a community, by primary key; None is those in no community."""
        return self.filter(community=community)

    def of_kinds(self, kinds: Iterable[str]) -> ActivityQuerySet:
        """Those of some kinds."""
        return self.filter(kind__in=list(kinds))

    def in_a_series(self) -> ActivityQuerySet:
        """The sessions of series."""
        return self.exclude(series=None)

    def serving(self, goal: str) -> ActivityQuerySet:
        """Those that serve a goal."""
        return self.filter(goals__goal=goal)

    def without_goal(self) -> ActivityQuerySet:
        """Those that serve no goal."""
        return self.filter(goals=None)

    def without_track(self) -> ActivityQuerySet:
        """Those on no track."""
        return self.filter(tracks=None)

    def on_track(self, track: str) -> ActivityQuerySet:
        """Those that belong to a track."""
        return self.filter(tracks__track=track)

    def involving(self, actor: int, part: Part | None = None) -> ActivityQuerySet:
        """Those in which an actor (by primary key), or a department of it, has a part."""
        own = models.Q(involvements__actor=actor) | models.Q(involvements__actor__parent=actor)
        condition = own if part is None else own & models.Q(involvements__part=part)
        return self.filter(pk__in=self.model.objects.filter(condition).values("pk"))

    def mentioning(self, words: str) -> ActivityQuerySet:
        """Those whose title, place or notes hold the words."""
        return self.filter(
            models.Q(title__icontains=words) | models.Q(place__icontains=words) | models.Q(notes__icontains=words)
        )

    def with_places(self) -> ActivityQuerySet:
        """With community, municipality and series at hand: one query however many rows."""
        return self.select_related("community", "municipality", "series", "programme")

    def with_parts(self) -> ActivityQuerySet:
        """With actors, goals and tracks at hand: three queries however many rows."""
        return self.prefetch_related("involvements__actor", "goals", "tracks")

    def in_order(self) -> ActivityQuerySet:
        """The first on top."""
        return self.order_by("starts_on", "start_time", "pk")

    def latest_first(self, today: date) -> ActivityQuerySet:
        """What has been, the latest on top; then what is to come, so that plans for years ahead do not hide it."""
        is_to_come = models.Case(models.When(starts_on__gt=today, then=1), default=0)
        return self.order_by(is_to_come, "-starts_on", "-pk")

    def newest_first(self) -> ActivityQuerySet:
        """The latest on top."""
        return self.order_by("-starts_on", "-pk")


class Activity(models.Model):
    """One dated event, alone or as a session of a series.

    Dates and times are local wall time where the activity takes place. A count that is None was
    not made; 0 means that nobody came.

    Attributes:
        kind: the id of the activity kind's definition.
        kind_hash: the content hash of that definition when the activity was recorded.
        extra: answers to the kind's own fields, by field id.
        client_key: made by the browser, so that sending the same form twice stores it once.
        half_year: `HalfYear.number` of the first day, kept for counting.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="activities")
    series = models.ForeignKey(Series, models.CASCADE, null=True, blank=True, related_name="sessions")
    kind = models.CharField(_("slags"), max_length=80)
    kind_hash = models.CharField(max_length=64)
    title = Line(_("titel"), max_length=160)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.PLANNED)
    cancelled_because = Line(_("hvorfor aflyst"), max_length=200, blank=True)
    starts_on = models.DateField(_("dato"))
    ends_on = models.DateField(_("sidste dag"), null=True, blank=True)
    start_time = models.TimeField(_("fra kl."), null=True, blank=True)
    end_time = models.TimeField(_("til kl."), null=True, blank=True)
    half_year = models.PositiveIntegerField(editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, null=True, blank=True, related_name="activities")
    community = models.ForeignKey(
        Community, models.PROTECT, null=True, blank=True, related_name="activities", verbose_name=_("lokalområde")
    )
    place = Line(_("sted"), max_length=160, blank=True)
    children = _count("children")
    parents = _count("parents")
    staff = _count("staff")
    volunteers = _count("volunteers")
    new_families = _count("new_families")
    hours = models.DecimalField(
        _("timer"), max_digits=5, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    notes = Notes(_("noter"), blank=True)
    extra = models.JSONField(default=dict, blank=True)
    client_key = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="logged_activities"
    )
    created_at = models.DateTimeField(default=timezone.now)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("aktivitet")
        verbose_name_plural = "activities"
        indexes = [
            models.Index(fields=["programme", "starts_on"], name="activity_by_day"),
            models.Index(fields=["programme", "status", "half_year"], name="activity_by_half_year"),
            models.Index(fields=["community", "starts_on"], name="activity_by_community"),
            models.Index(fields=["programme", "kind"], name="activity_by_kind"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on")),
                name="activity_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the half-year true to the date."""
        self.half_year = HalfYear.of(self.starts_on).number
        super().save(*args, **kwargs)

    @property
    def is_held(self) -> bool:
        """Whether it took place."""
        return self.status == Status.HELD

    @property
    def is_planned(self) -> bool:
        """Whether it is still to be held or cancelled."""
        return self.status == Status.PLANNED

    @property
    def people(self) -> int:
        """Everybody counted; families are not added, since their members are counted already."""
        return sum(getattr(self, group) or 0 for group in COUNTS if group != "new_families")
