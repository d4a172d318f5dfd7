"""Places: a municipality that takes part, and the communities in it."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.alphabet import Alphabetical
from landsby.web.kit.fields import Line
from landsby.web.kit.numbers import key_in
from landsby.web.partnerships.models.programme import Programme


class MunicipalityQuerySet(models.QuerySet["Municipality"]):
    """Words for choosing municipalities."""

    def of(self, programme: Programme) -> MunicipalityQuerySet:
        """Those that take part in one programme, in reading order."""
        return self.filter(programme=programme).order_by(Alphabetical("name"))


class Municipality(models.Model):
    """A municipality's part in one programme."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="municipalities")
    code = models.CharField(_("kommunekode"), max_length=4, help_text=_("Fire cifre, fx 0851."))
    name = Line(_("navn"), max_length=80)
    joined_on = models.DateField(_("med fra"))
    left_on = models.DateField(_("med til"), null=True, blank=True)

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("kommune")
        ordering = [Alphabetical("name")]
        constraints = [models.UniqueConstraint(fields=["programme", "code"], name="one_municipality_per_code")]

    def __str__(self) -> str:
        return self.name


class CommunityQuerySet(models.QuerySet["Community"]):
    """Words for choosing communities."""

    def of(self, programme: Programme) -> CommunityQuerySet:
        """The communities of one programme, with their municipality, in reading order."""
        by_name = (Alphabetical("municipality__name"), Alphabetical("name"))
        return self.filter(programme=programme).select_related("municipality").order_by(*by_name)

    def in_municipality(self, municipality: str) -> CommunityQuerySet:
        """Those of a municipality, by primary key as an address gives it; what is no key lets all through."""
        key = key_in(municipality)
        return self.filter(municipality=key) if key else self

    def open_on(self, day: date) -> CommunityQuerySet:
        """Those that are part of the programme on a day."""
        return self.filter(models.Q(ended_on=None) | models.Q(ended_on__gt=day), started_on__lte=day)


class Community(models.Model):
    """A local community: a school district or any named area.

    Attributes:
        outline: a GeoJSON Polygon or MultiPolygon in WGS 84, or None.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="communities")
    municipality = models.ForeignKey(
        Municipality, models.CASCADE, related_name="communities", verbose_name=_("kommune")
    )
    name = Line(_("navn"), max_length=120)
    outline = models.JSONField(_("omrids"), null=True, blank=True)
    started_on = models.DateField(_("med fra"))
    ended_on = models.DateField(_("med til"), null=True, blank=True)

    objects = CommunityQuerySet.as_manager()

    class Meta:
        verbose_name = _("lokalområde")
        ordering = [Alphabetical("municipality__name"), Alphabetical("name")]
        verbose_name_plural = "communities"
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "name"],
                name="one_community_per_name",
                violation_error_message=_("Kommunen har allerede et lokalområde med det navn."),
            )
        ]

    def __str__(self) -> str:
        return self.name
