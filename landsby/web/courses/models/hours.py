"""Hours worked at a session: handed in by the association, approved once and for all."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.models import Activity
from landsby.web.kit.fields import Line
from landsby.web.kit.periods import HalfYear
from landsby.web.partnerships.models import Actor, Programme


class HoursStatus(models.TextChoices):
    """Where the hours are on their way to being paid."""

    HANDED_IN = "handed_in", _("Venter på godkendelse")
    SENT_BACK = "sent_back", _("Sendt tilbage")
    APPROVED = "approved", _("Godkendt")


class SessionHoursQuerySet(models.QuerySet["SessionHours"]):
    """Words for choosing hours."""

    def of(self, programme: Programme) -> SessionHoursQuerySet:
        """Those of one programme."""
        return self.filter(programme=programme)

    def in_status(self, *statuses: str) -> SessionHoursQuerySet:
        """Those that stand somewhere on the way."""
        return self.filter(status__in=statuses)

    def in_half_year(self, half_year: HalfYear) -> SessionHoursQuerySet:
        """Those of the sessions of a half-year."""
        return self.filter(half_year=half_year.number)

    def by_host(self, host: int) -> SessionHoursQuerySet:
        """Those of one association, by primary key."""
        return self.filter(host=host)

    def correcting(self, original: SessionHours) -> SessionHoursQuerySet:
        """The corrections of one row."""
        return self.filter(corrects=original)

    def with_parts(self) -> SessionHoursQuerySet:
        """With association, session, original, and who handed in and approved at hand, the oldest first."""
        links = ("programme", "host__municipality", "host__community", "session", "corrects")
        return self.select_related(*links, "handed_in_by", "decided_by").order_by("held_on", "pk")

    def sums(self) -> models.QuerySet[Any, Any]:
        """Per association and half-year: `rows`, `hours_sum`, `kroner`, and `unpaid`, the hours without a rate."""
        return (
            self.order_by()
            .values("half_year", "host", "host__name")
            .annotate(
                rows=models.Count("pk"),
                hours_sum=models.Sum("hours"),
                kroner=models.Sum("amount", default=Decimal(0)),
                unpaid=models.Sum("hours", filter=models.Q(rate=None), default=Decimal(0)),
            )
            .order_by("-half_year", "host__name", "host")
        )


class SessionHours(models.Model):
    """The hours of one session, or a correction of hours that are approved already.

    What is approved is never changed: the rate and the amount stand as they were that day. A correction is a
    row of its own, which adds to the row that it corrects or takes from it.

    Attributes:
        session: the activity; None when it has been deleted since.
        held_on, title, kind: what the session was, which stays true if it is deleted.
        proposed: what the session itself said.
        reason: why the hours are others than proposed; of a correction, why it is made.
        word: what the one who sent it back said.
        rate: kroner for an hour on the day of the session; None where none was agreed, or it is not approved yet.
        amount: hours times rate, in kroner.
        corrects: the approved row that this one corrects.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="session_hours")
    host = models.ForeignKey(Actor, models.PROTECT, related_name="session_hours", verbose_name=_("forening"))
    session = models.ForeignKey(Activity, models.SET_NULL, null=True, blank=True, related_name="session_hours")
    corrects = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="corrections")
    held_on = models.DateField(_("dato"))
    half_year = models.PositiveIntegerField(editable=False)
    title = Line(_("forløb"), max_length=160)
    kind = models.CharField(_("slags"), max_length=80)
    status = models.CharField(_("status"), max_length=10, choices=HoursStatus, default=HoursStatus.HANDED_IN)
    proposed = models.DecimalField(_("foreslået"), max_digits=5, decimal_places=2, null=True, blank=True)
    hours = models.DecimalField(_("timer"), max_digits=5, decimal_places=2)
    reason = Line(_("begrundelse"), max_length=200, blank=True)
    word = Line(_("besked"), max_length=200, blank=True)
    rate = models.DecimalField(_("sats"), max_digits=8, decimal_places=2, null=True, blank=True)
    amount = models.DecimalField(_("beløb"), max_digits=10, decimal_places=2, null=True, blank=True)
    handed_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    handed_in_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = SessionHoursQuerySet.as_manager()

    class Meta:
        verbose_name = _("timer")
        verbose_name_plural = "session hours"
        indexes = [
            models.Index(fields=["programme", "status", "held_on"], name="hours_by_status"),
            models.Index(fields=["programme", "half_year", "host"], name="hours_by_half_year"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "host"], condition=models.Q(corrects=None), name="hours_once_per_session"
            ),
            models.CheckConstraint(
                condition=~models.Q(status="approved") | models.Q(decided_at__isnull=False), name="approved_has_a_day"
            ),
            models.CheckConstraint(
                condition=models.Q(hours__gte=0) | models.Q(corrects__isnull=False), name="only_corrections_take_hours"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.held_on}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the half-year true to the date."""
        self.half_year = HalfYear.of(self.held_on).number
        super().save(*args, **kwargs)

    @property
    def is_approved(self) -> bool:
        """Whether it is frozen."""
        return self.status == HoursStatus.APPROVED
