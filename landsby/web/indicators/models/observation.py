"""What is known of an indicator in one area and one period."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from landsby.web.indicators.models.at_area import COUNTRY, AtArea, AtAreaQuerySet, place_key
from landsby.web.indicators.models.delivery import Delivery
from landsby.web.kit.fields import Line

__all__ = ["COUNTRY", "Observation", "ObservationQuerySet", "place_key"]

CELL = ("community_id", "municipality_code", "period", "stratum", "value", "numerator", "denominator", "spread")
"""The columns that a cell is made of."""


class ObservationQuerySet(AtAreaQuerySet):
    """Words for choosing observations."""

    def standing(self) -> ObservationQuerySet:
        """Those that hold and are told: no later delivery has told them otherwise."""
        return self.filter(replaced_at=None, waits=False)

    def waiting(self) -> ObservationQuerySet:
        """Those that hold and wait."""
        return self.filter(replaced_at=None, waits=True)

    def told_before(self, delivery: Delivery) -> ObservationQuerySet:
        """Those that were told before a file came, in files that stand."""
        return self.filter(waits=False, delivery__lt=delivery.pk, delivery__taken_back_at=None)

    def in_turn(self) -> ObservationQuerySet:
        """In the order in which they came."""
        return self.order_by("pk")

    def held(self) -> ObservationQuerySet:
        """Those that hold, told or waiting; what waits comes last."""
        return self.filter(replaced_at=None).order_by("waits", "pk")

    def in_deliveries(self, deliveries: Iterable[Delivery]) -> ObservationQuerySet:
        """Those that came in some files."""
        return self.filter(delivery__in=list(deliveries))

    def of_areas(self, communities: Iterable[int], codes: Iterable[str]) -> ObservationQuerySet:
        """Those of some communities, by primary key, and of some municipalities, by code."""
        return self.filter(Q(community__in=list(communities)) | Q(municipality_code__in=list(codes)))

    def of_all(self) -> ObservationQuerySet:
        """Those of everybody in an area, not of a part of them."""
        return self.filter(stratum="")


class Observation(AtArea):
    """One figure. It is never changed: a later one takes its place, and it stays as what was known until then.

    Attributes:
        period: the number of the period, as `periods` counts them.
        stratum: the part of the area's people that it is about; "" is all of them.
        value: in the unit that people read: per cent, per 1,000, the mean, or the count.
        numerator, denominator: how many were counted, and among how many; None where the source does not say.
        spread: the standard deviation behind a mean; None where the source does not say.
        replaced_at: when another took its place, or its file was taken back; nothing again where that other was taken
            back.
        waits: whether it differs by so few people from what is told that the difference would tell of them. What is
            told stays until the difference is greater.
    """

    period = models.PositiveIntegerField()
    stratum = Line(max_length=80, blank=True)
    value = models.DecimalField(max_digits=18, decimal_places=6)
    numerator = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    denominator = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    spread = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="observations")
    replaced_at = models.DateTimeField(null=True)
    waits = models.BooleanField(default=False)

    objects = ObservationQuerySet.as_manager()

    class Meta:
        verbose_name = _("tal for en indikator")
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "indicator", "municipality_code", "period", "stratum", "waits"],
                condition=Q(community=None, replaced_at=None),
                name="one_figure_per_municipality",
            ),
            models.UniqueConstraint(
                fields=["indicator", "community", "period", "stratum", "waits"],
                condition=Q(community__isnull=False, replaced_at=None),
                name="one_figure_per_community",
            ),
            models.CheckConstraint(
                condition=Q(community=None) ^ Q(municipality_code=""), name="a_figure_is_of_one_area"
            ),
        ]
        indexes = [models.Index(fields=["programme", "indicator", "period"], name="figure_by_period")]

    def __str__(self) -> str:
        return f"{self.indicator}, {self.place}, {self.period}"
