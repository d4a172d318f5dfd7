"""Something that belongs to one place: an actor, a community, a municipality, or the whole programme."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from django.db import models

from landsby.web.partnerships.models import Actor, Community, Municipality, Place, Programme
from landsby.web.plans.models import PLACES, placed


class AtPlaceQuerySet(models.QuerySet):
    """Words for choosing by place."""

    def of(self, programme: Programme) -> Self:
        """Those of one programme."""
        return self.filter(programme=programme)

    def of_place(self, place: Place) -> Self:
        """Those of one place; a programme's are those of no nearer place."""
        return self.filter(**placed(place))

    def of_places(self, places: Iterable[Place]) -> Self:
        """Those of any of some places."""
        chosen = models.Q()
        for place in places:
            chosen |= models.Q(**placed(place))
        return self.filter(chosen)

    def with_places(self) -> Self:
        """With programme and places at hand."""
        return self.select_related(
            "programme", "municipality", "community__municipality", "actor__municipality", "actor__community"
        )


class AtPlace(models.Model):
    """At most one of `actor`, `community` and `municipality` is told; with none of them it is the whole programme's."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    municipality = models.ForeignKey(Municipality, models.CASCADE, null=True, blank=True, related_name="+")
    community = models.ForeignKey(Community, models.CASCADE, null=True, blank=True, related_name="+")
    actor = models.ForeignKey(Actor, models.CASCADE, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True

    @property
    def place(self) -> Place:
        """Whose it is."""
        return self.actor or self.community or self.municipality or self.programme


def level_of(place: Place) -> str:
    """The level that a place stands on, as definitions name it."""
    return str(type(place)._meta.model_name)


def key_of(place: Place) -> str:
    """What an address calls a place: »actor-12«, »programme«."""
    return level_of(place) if isinstance(place, Programme) else f"{level_of(place)}-{place.pk}"


def once_per_place(*fields: str, name: str) -> list[models.BaseConstraint]:
    """One row per place and these fields, for each level by itself: to a database no empty column is like another."""
    nearer = {place: models.Q(**{f"{place}__isnull": False}) for place in PLACES}
    whole = models.Q(**dict.fromkeys(PLACES))
    return [
        *(
            models.UniqueConstraint(fields=[place, *fields], condition=told, name=f"{name}_by_{place}")
            for place, told in nearer.items()
        ),
        models.UniqueConstraint(fields=["programme", *fields], condition=whole, name=f"{name}_by_programme"),
    ]
