"""The framework offer: a course that an association offers, and the times that it can be held at."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.counts import MOST_PRESENT
from landsby.web.kit.fields import Line, Notes
from landsby.web.partnerships.models import Actor, Community, Municipality, Programme

OLDEST = 99
MOST_GROUPS = 50


class Transport(models.TextChoices):
    """Who sees to it that the children come there and home."""

    NONE = "none", _("Ingen transport: det foregår i institutionen")
    INSTITUTION = "institution", _("Institutionen sørger selv for den")
    HOST = "host", _("Vi henter og bringer børnene")
    ASKED = "asked", _("Den, der har brug for det, skriver det ved tilmeldingen")


class FrameworkOfferQuerySet(models.QuerySet["FrameworkOffer"]):
    """Words for choosing framework offers."""

    def of(self, programme: Programme) -> FrameworkOfferQuerySet:
        """Those of one programme."""
        return self.filter(programme=programme)

    def of_kind(self, kind: str) -> FrameworkOfferQuerySet:
        """Those of one kind of activity."""
        return self.filter(kind=kind)

    def by_host(self, host: int) -> FrameworkOfferQuerySet:
        """Those of one association, by primary key."""
        return self.filter(host=host)

    def open_on(self, today: date) -> FrameworkOfferQuerySet:
        """Those that somebody can still sign up for: not closed, and with a time whose last day has not passed."""
        times = TimeWindow.objects.filter(offer=models.OuterRef("pk"), last_on__gte=today)
        return self.filter(models.Exists(times), closed_on=None)

    def mentioning(self, words: str) -> FrameworkOfferQuerySet:
        """Those whose title, text or association holds what is typed; offers are few enough to look through."""
        return self.filter(
            models.Q(title__icontains=words) | models.Q(about__icontains=words) | models.Q(host__name__icontains=words)
        )

    def with_parts(self) -> FrameworkOfferQuerySet:
        """With host, places and times at hand, each time with `taken`, how many groups have it, and `waiting`."""
        times = models.Prefetch("windows", TimeWindow.objects.with_taken())
        return self.select_related("programme", "host", "municipality", "community").prefetch_related(times)

    def newest_first(self, today: date) -> FrameworkOfferQuerySet:
        """Those that are open before those that are over, the newest first."""
        times = TimeWindow.objects.filter(offer=models.OuterRef("pk"), last_on__gte=today)
        is_open = models.Q(models.Exists(times), closed_on=None)
        order = models.Case(models.When(is_open, then=0), default=1, output_field=models.IntegerField())
        return self.annotate(is_over=order).order_by("is_over", "-pk")

    def made_lately_as(self, offer: FrameworkOffer, since: datetime) -> FrameworkOffer | None:
        """The offer that the same person has made in the same words since a moment."""
        same = "programme host kind title about sessions municipality community place pickup created_by".split()
        told = {name: getattr(offer, name) for name in same}
        return self.filter(**told, created_at__gte=since).first()


class FrameworkOffer(models.Model):
    """A course that an association offers to whoever signs up for one of its times.

    Attributes:
        kind: the id of an activity kind whose form is a series.
        kind_hash: the content hash of that definition when the offer was last told.
        sessions: how many times a group comes.
        most_children: the most children in a group; None where nobody has set a limit.
        municipality, community: where those who may sign up lie; None is everywhere.
        pickup: where and when parents can pick up at the activity.
        closed_on: from when nobody signs up any more.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="framework_offers")
    host = models.ForeignKey(Actor, models.PROTECT, related_name="framework_offers", verbose_name=_("forening"))
    kind = models.CharField(_("slags"), max_length=80)
    kind_hash = models.CharField(max_length=64)
    title = Line(_("titel"), max_length=160)
    about = Notes(_("hvad det er"), blank=True)
    age_from = models.PositiveSmallIntegerField(
        _("fra alder"), null=True, blank=True, validators=[MaxValueValidator(OLDEST)]
    )
    age_to = models.PositiveSmallIntegerField(
        _("til alder"), null=True, blank=True, validators=[MaxValueValidator(OLDEST)]
    )
    sessions = models.PositiveSmallIntegerField(_("antal gange"), validators=[MinValueValidator(1)])
    most_children = models.PositiveSmallIntegerField(
        _("børn på et hold"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(MOST_PRESENT)]
    )
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="framework_offers"
    )
    community = models.ForeignKey(Community, models.PROTECT, null=True, blank=True, related_name="framework_offers")
    place = Line(_("sted"), max_length=160, blank=True)
    transport = models.CharField(_("transport"), max_length=12, choices=Transport, default=Transport.INSTITUTION)
    transport_note = Line(_("om transporten"), max_length=200, blank=True)
    pickup = Line(_("hvor forældre kan hente"), max_length=200, blank=True)
    closed_on = models.DateField(_("lukket"), null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = FrameworkOfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("rammetilbud")
        indexes = [models.Index(fields=["programme", "closed_on"], name="offer_by_closing")]

    def __str__(self) -> str:
        return self.title

    def is_open_on(self, today: date) -> bool:
        """Whether somebody can still sign up; asks nothing when the times are at hand."""
        return self.closed_on is None and any(window.last_on >= today for window in self.windows.all())


class TimeWindowQuerySet(models.QuerySet["TimeWindow"]):
    """Words for choosing times."""

    def with_taken(self) -> TimeWindowQuerySet:
        """With `taken`, how many groups have a place, and `waiting`, how many wait for one; in the order of days."""
        counted = {
            "taken": models.Count("sign_ups", filter=models.Q(sign_ups__status="placed")),
            "waiting": models.Count("sign_ups", filter=models.Q(sign_ups__status="waiting")),
        }
        return self.annotate(**counted).order_by("first_on", "weekday", "start_time", "pk")


class TimeWindow(models.Model):
    """A weekday and time, from one day to another, at which an offer can be had.

    Attributes:
        weekday: 0 is Monday.
        groups: how many groups, each with its institution, there is room for.
    """

    offer = models.ForeignKey(FrameworkOffer, models.CASCADE, related_name="windows")
    weekday = models.PositiveSmallIntegerField(_("ugedag"), choices=list(WEEKDAYS.items()))
    start_time = models.TimeField(_("fra kl."))
    end_time = models.TimeField(_("til kl."))
    first_on = models.DateField(_("fra dato"))
    last_on = models.DateField(_("til dato"))
    groups = models.PositiveSmallIntegerField(
        _("pladser til hold"), default=1, validators=[MinValueValidator(1), MaxValueValidator(MOST_GROUPS)]
    )

    objects = TimeWindowQuerySet.as_manager()

    class Meta:
        verbose_name = _("tid")
        constraints = [
            models.CheckConstraint(condition=models.Q(last_on__gte=models.F("first_on")), name="window_in_order"),
            models.CheckConstraint(condition=models.Q(end_time__gt=models.F("start_time")), name="window_has_length"),
        ]

    def __str__(self) -> str:
        # The log keeps it as text, so that it must read alike in every language.
        return f"{self.first_on}–{self.last_on} {self.start_time:%H:%M}–{self.end_time:%H:%M}"
