"""Something that holds for one area: a community, a municipality by its code, or the whole country."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from django.db import models

from landsby.web.partnerships.models import Community, Programme

COUNTRY = "0000"
"""What stands in place of a municipality's code for the whole country."""


class AtAreaQuerySet(models.QuerySet):
    """Words for choosing by area."""

    def of(self, programme: Programme) -> Self:
        """Those of one programme."""
        return self.filter(programme=programme)

    def about(self, indicators: Iterable[str]) -> Self:
        """Those of some indicators, by the ids of their definitions."""
        return self.filter(indicator__in=list(indicators))


class AtArea(models.Model):
    """What belongs to an indicator and an area.

    Attributes:
        indicator: the id of its definition.
        community: None where it is of a municipality or of the country.
        municipality_code: four digits, `COUNTRY`, or "" where it is of a community. A municipality is known by its
            code, so that one outside the programme is told in the same way as one inside.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    indicator = models.CharField(max_length=80)
    community = models.ForeignKey(Community, models.PROTECT, null=True, blank=True, related_name="+")
    municipality_code = models.CharField(max_length=4, blank=True)

    class Meta:
        abstract = True

    @property
    def place(self) -> str:
        """What cells call the area."""
        return place_key(self.community_id, self.municipality_code)


def place_key(community: int | None, code: str) -> str:
    """What cells call an area: »c12« is a community by its primary key, »m0851« a municipality by its code."""
    return f"c{community}" if community is not None else f"m{code}"
