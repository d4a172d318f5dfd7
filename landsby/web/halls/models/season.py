"""A season: from one day to another a place opens at the same times of the week."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.status import Status
from landsby.web.kit.fields import Line, Notes
from landsby.web.partnerships.access import Reach
from landsby.web.partnerships.models import Actor, Community, Municipality, Programme


class SeasonQuerySet(models.QuerySet["Season"]):
    """Words for choosing seasons."""

    def of(self, programme: Programme) -> SeasonQuerySet:
        """The seasons of one programme."""
        return self.filter(programme=programme)

    def within(self, reach: Reach) -> SeasonQuerySet:
        """Those that lie within a reach: by place, by who coordinates, or by an association that takes turns."""
        if reach.everywhere:
            return self
        in_turn = SeasonHost.objects.filter(actor__in=reach.actors).values("season")
        return self.filter(
            models.Q(municipality__in=reach.municipalities)
            | models.Q(community__in=reach.communities)
            | models.Q(coordinator__in=reach.actors)
            | models.Q(hall__in=reach.actors)
            | models.Q(pk__in=in_turn)
        )

    def with_places(self) -> SeasonQuerySet:
        """With programme, places and coordinator at hand."""
        return self.select_related("programme", "municipality", "community", "hall", "coordinator")

    def with_plan(self) -> SeasonQuerySet:
        """With weekly times, pauses and associations at hand: three queries however many rows."""
        return self.prefetch_related("weekly", "pauses", "hosts__actor")

    def with_tally(self, today: date) -> SeasonQuerySet:
        """With `openings_ahead` and `openings_held`, how many openings are still to come and were held."""
        opened = models.Q(openings__activity__status=Status.HELD)
        ahead = models.Q(openings__activity__status=Status.PLANNED, openings__activity__starts_on__gte=today)
        return self.annotate(
            openings_held=models.Count("openings", filter=opened),
            openings_ahead=models.Count("openings", filter=ahead),
        )

    def running_first(self, today: date) -> SeasonQuerySet:
        """Those that are not over first, the nearest on top; then the others, the latest on top."""
        over = models.Case(models.When(ends_on__lt=today, then=1), default=0, output_field=models.IntegerField())
        soon = models.Case(models.When(ends_on__gte=today, then="starts_on"))
        nearest = models.F("soon").asc(nulls_last=True)
        return self.annotate(is_past=over, soon=soon).order_by("is_past", nearest, "-starts_on", "title", "pk")

    def planned_lately_as(self, season: Season, since: datetime) -> Season | None:
        """The season that the same person has planned in the same words since a moment."""
        same = "programme kind title place starts_on ends_on community municipality hall coordinator created_by".split()
        told = {name: getattr(season, name) for name in same}
        return self.filter(**told, created_at__gte=since).first()


class Season(models.Model):
    """A stretch of time in which a place opens at the same times of the week.

    Attributes:
        kind: the id of an activity kind whose openings follow a rota.
        hall: the actor whose place it is, where it is one.
        coordinator: the actor that answers for it, and is facilitator of its openings.
        weeks_between: 1 is every week, 2 every other.
        hosts_each: how many associations are hosts at an opening.
        people_needed: how many people each of them sends.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="seasons")
    kind = models.CharField(_("slags"), max_length=80)
    title = Line(_("titel"), max_length=160)
    municipality = models.ForeignKey(Municipality, models.PROTECT, null=True, blank=True, related_name="seasons")
    community = models.ForeignKey(Community, models.PROTECT, null=True, blank=True, related_name="seasons")
    hall = models.ForeignKey(
        Actor, models.SET_NULL, null=True, blank=True, related_name="seasons_here", verbose_name=_("hal")
    )
    place = Line(_("sted"), max_length=160)
    coordinator = models.ForeignKey(
        Actor, models.SET_NULL, null=True, blank=True, related_name="seasons_led", verbose_name=_("koordinator")
    )
    starts_on = models.DateField(_("første dag"))
    ends_on = models.DateField(_("sidste dag"))
    weeks_between = models.PositiveSmallIntegerField(_("uger imellem"), default=1)
    hosts_each = models.PositiveSmallIntegerField(_("værter hver gang"), default=1)
    people_needed = models.PositiveSmallIntegerField(_("personer fra hver vært"), default=2)
    bring = Notes(_("tag med"), blank=True)
    bring_in_english = Notes(_("tag med, på engelsk"), blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = SeasonQuerySet.as_manager()

    class Meta:
        verbose_name = _("sæson")
        indexes = [models.Index(fields=["programme", "-starts_on"], name="season_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="season_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def is_over(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.ends_on < today


class SeasonTime(models.Model):
    """When a season opens on one day of the week; Monday is 0."""

    season = models.ForeignKey(Season, models.CASCADE, related_name="weekly")
    weekday = models.PositiveSmallIntegerField()
    opens_at = models.TimeField()
    closes_at = models.TimeField()

    class Meta:
        ordering = ["weekday"]
        constraints = [models.UniqueConstraint(fields=["season", "weekday"], name="one_time_per_weekday")]

    def __str__(self) -> str:
        return f"{self.weekday} {self.opens_at:%H:%M}-{self.closes_at:%H:%M}"


class SeasonPause(models.Model):
    """Days of a season on which it stays closed, such as a holiday."""

    season = models.ForeignKey(Season, models.CASCADE, related_name="pauses")
    first_on = models.DateField(_("fra"))
    last_on = models.DateField(_("til og med"))
    why = Line(_("hvorfor"), max_length=80, blank=True)

    class Meta:
        ordering = ["first_on"]

    def __str__(self) -> str:
        return f"{self.first_on} - {self.last_on}"


class SeasonHost(models.Model):
    """An association that takes turns in a season."""

    season = models.ForeignKey(Season, models.CASCADE, related_name="hosts")
    actor = models.ForeignKey(Actor, models.CASCADE, related_name="seasons_hosted")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["season", "actor"], name="one_turn_per_association")]

    def __str__(self) -> str:
        return str(self.actor)
