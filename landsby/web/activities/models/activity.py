"""The activity: anything dated with people."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.counts import COUNT_LABELS, COUNTS, MOST_PRESENT
from landsby.web.activities.models.series import Series
from landsby.web.activities.models.words import ActivityQuerySet
from landsby.web.activities.status import Status
from landsby.web.kit.cpr import refuse_cpr_in
from landsby.web.kit.fields import Line, Notes
from landsby.web.kit.periods import HalfYear
from landsby.web.partnerships.models import Community, Municipality, Programme
from landsby.web.photos.models import Photo


def _count(group: str) -> models.PositiveIntegerField[int | None, int | None]:
    """A count of one group; None is not counted."""
    return models.PositiveIntegerField(
        COUNT_LABELS[group], null=True, blank=True, validators=[MaxValueValidator(MOST_PRESENT)]
    )


class Activity(models.Model):
    """One dated event, alone or as a session of a series.

    Dates and times are local wall time where the activity takes place. A count that is None was
    not made; 0 means that nobody came.

    Attributes:
        kind: the id of the activity kind's definition.
        kind_hash: the content hash of that definition when the activity was recorded.
        extra: answers to the kind's own fields, by field id.
        client_key: of the page that it was typed on and what was typed, so that sending it twice stores it once;
            or of the event that it was in another calendar.
        half_year: `HalfYear.number` of the first day, kept for counting.
        repetition: what those are known by together that were planned as repetitions of one another; mostly None.
        revision: how often it has been changed; with `changed_at` it tells other calendars which telling is the latest.
        changed_at: when it was last changed; None until it is.
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
    extra = models.JSONField(validators=[refuse_cpr_in], default=dict, blank=True)
    client_key = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    repetition = models.UUIDField(null=True, blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="logged_activities"
    )
    created_at = models.DateTimeField(default=timezone.now)
    revision = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(null=True, blank=True, editable=False)
    photos = GenericRelation(Photo, content_type_field="thing_type", object_id_field="thing_key")

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("aktivitet")
        verbose_name_plural = "activities"
        # What the front page and the picture count stands in the index, so that no row is fetched for it.
        indexes = [
            models.Index(fields=["programme", "starts_on", "id"], name="activity_by_day"),
            models.Index(
                fields=["programme", "status", "starts_on", "community", "half_year", "children", "new_families"],
                name="activity_by_status_and_day",
            ),
            models.Index(
                fields=["programme", "status", "half_year", "community", "children", "new_families"],
                name="activity_by_half_year",
            ),
            models.Index(fields=["community", "starts_on"], name="activity_by_community"),
            models.Index(
                fields=["municipality", "status", "starts_on", "community", "half_year", "children", "new_families"],
                name="activity_by_municipality",
            ),
            models.Index(
                fields=["programme", "kind", "status", "starts_on", "half_year", "community", "series", "children"],
                name="activity_by_kind",
            ),
            models.Index(fields=["programme", "created_by", "id"], name="activity_by_author"),
            models.Index(
                fields=["repetition"], name="activity_by_repetition", condition=models.Q(repetition__isnull=False)
            ),
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
        """Keep the half-year true to the date, and count the changes of what is stored already."""
        self.half_year = HalfYear.of(self.starts_on).number
        if not self._state.adding:
            self.revision, self.changed_at = self.revision + 1, timezone.now()
        super().save(*args, **kwargs)

    @property
    def is_held(self) -> bool:
        """Whether it took place."""
        return self.status == Status.HELD

    @property
    def is_planned(self) -> bool:
        """Whether it is still to be held or cancelled."""
        return self.status == Status.PLANNED

    def has_come(self, today: date) -> bool:
        """Whether its first day has come, so that there is something to say about it."""
        return self.starts_on <= today

    @property
    def counted(self) -> list[tuple[str, int]]:
        """The groups that were counted, each with its number."""
        told = [(str(capfirst(COUNT_LABELS[group])), getattr(self, group)) for group in COUNTS]
        return [(label, count) for label, count in told if count is not None]

    @property
    def people(self) -> int:
        """Everybody counted; families are not added, since their members are counted already."""
        return sum(getattr(self, group) or 0 for group in COUNTS if group != "new_families")
