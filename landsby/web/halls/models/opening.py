"""One opening of a season, and what was sent to remind its hosts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.models import Activity, ActivityQuerySet, Part
from landsby.web.activities.status import Status
from landsby.web.halls.models.season import Season
from landsby.web.partnerships.models import Actor, Programme


class OpeningQuerySet(models.QuerySet["Opening"]):
    """Words for choosing openings."""

    def of(self, programme: Programme) -> OpeningQuerySet:
        """Those of one programme."""
        return self.filter(season__programme=programme)

    def with_activity(self) -> OpeningQuerySet:
        """With season and activity and its hosts at hand: two queries however many rows."""
        joined = self.select_related("season__programme", "activity__community", "activity__municipality")
        return joined.prefetch_related("activity__involvements__actor", "activity__programme")

    def planned(self) -> OpeningQuerySet:
        """Neither held nor cancelled yet."""
        return self.filter(activity__status=Status.PLANNED)

    def held(self) -> OpeningQuerySet:
        """Those that took place."""
        return self.filter(activity__status=Status.HELD)

    def hosted_by(self, actors: Iterable[int]) -> OpeningQuerySet:
        """Those of which one of some actors, by primary key, is host."""
        hosting = Activity.objects.filter(involvements__actor__in=list(actors), involvements__part=Part.HOST)
        return self.filter(activity__in=hosting.values("pk"))

    def among(self, activities: ActivityQuerySet) -> OpeningQuerySet:
        """Those whose activity is among some."""
        return self.filter(activity__in=activities.order_by().values("pk"))

    def between(self, first: date | None, last: date | None) -> OpeningQuerySet:
        """Those from the first to the last day, both included; None leaves that side open."""
        chosen = self
        if first is not None:
            chosen = chosen.filter(activity__starts_on__gte=first)
        if last is not None:
            chosen = chosen.filter(activity__starts_on__lte=last)
        return chosen

    def in_order(self) -> OpeningQuerySet:
        """The first on top."""
        return self.order_by("activity__starts_on", "activity__start_time", "pk")


class Opening(models.Model):
    """One day on which a season's place is open. Its hosts are those of the activity: the rota is nowhere else.

    Attributes:
        planned_on: the day that the season's plan gave it; it may have been moved since.
        left_out: it was cancelled because the plan no longer has its day, so that the plan may take it up again.
    """

    season = models.ForeignKey(Season, models.CASCADE, related_name="openings")
    activity = models.OneToOneField(Activity, models.CASCADE, related_name="opening")
    planned_on = models.DateField()
    people_needed = models.PositiveSmallIntegerField(_("personer fra hver vært"), default=2)
    left_out = models.BooleanField(default=False)

    objects = OpeningQuerySet.as_manager()

    class Meta:
        verbose_name = _("åbning")

    def __str__(self) -> str:
        return f"{self.season} {self.planned_on.isoformat()}"

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody has said that it does not take place."""
        return self.activity.status == Status.CANCELLED

    @property
    def hosts(self) -> list[Actor]:
        """The rota's line for this opening: the hosts of its activity, in the order in which they were chosen."""
        links = [link for link in self.activity.involvements.all() if link.part == Part.HOST]
        return [link.actor for link in sorted(links, key=lambda link: link.pk)]


class ReminderQuerySet(models.QuerySet["Reminder"]):
    """Words for choosing reminders."""

    def made_before(self, moment: datetime) -> ReminderQuerySet:
        """Those that are older than a moment."""
        return self.filter(made_at__lt=moment)

    def sent(self) -> ReminderQuerySet:
        """Those that went off, the latest first."""
        return self.exclude(sent_at=None).select_related("actor", "opening__activity").order_by("-sent_at", "-pk")


class Reminder(models.Model):
    """That somebody has been reminded of a duty. The row is made before the letter goes, and only once.

    Attributes:
        on: the day that they were reminded of; a moved opening is another day to be reminded of.
        recipient: of what sort the recipient is and its primary key, never an address.
        sent_at: when the letter went off; None while it is on its way.
    """

    opening = models.ForeignKey(Opening, models.CASCADE, related_name="reminders")
    actor = models.ForeignKey(Actor, models.CASCADE, related_name="+")
    on = models.DateField()
    recipient = models.CharField(max_length=40)
    made_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        verbose_name = _("påmindelse")
        constraints = [
            models.UniqueConstraint(fields=["opening", "actor", "on", "recipient"], name="reminded_once"),
        ]

    def __str__(self) -> str:
        return f"{self.actor} {self.on.isoformat()}"
