"""What a programme worked by at an earlier moment, put together again from what is kept."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from django.db.models import Q

from landsby.blueprint import Blueprint
from landsby.blueprint.adaptation import fitted
from landsby.web.blueprints.models.adaptation import LocalAdaptation
from landsby.web.blueprints.models.adopted import AdoptedBlueprint
from landsby.web.blueprints.models.effective import upstream_of
from landsby.web.partnerships.models import Programme


def blueprint_at(programme: Programme, moment: datetime) -> Blueprint:
    """The definitions that a programme worked by at a moment: two queries, and it is put together once in a process.

    Raises:
        AdoptedBlueprint.DoesNotExist: when nothing had been adopted by then.
    """
    stood = Q(undone_at=None) | Q(undone_at__gt=moment)
    adopted = AdoptedBlueprint.objects.of(programme).filter(stood, adopted_at__lte=moment).defer("content").first()
    if adopted is None:
        raise AdoptedBlueprint.DoesNotExist(f"{programme} had adopted no blueprint by {moment}")
    said = Q(superseded_at=None) | Q(superseded_at__gt=moment)
    rows = LocalAdaptation.objects.of(programme).filter(said, at__lte=moment).values_list("pk", flat=True)
    return _put_together(adopted.pk, tuple(rows))


@lru_cache(maxsize=16)
def _put_together(adopted: int, said: tuple[int, ...]) -> Blueprint:
    """A version with adaptations laid over it, none of which is ever changed."""
    version = upstream_of(AdoptedBlueprint.objects.defer("content").get(pk=adopted))
    return fitted(version, LocalAdaptation.objects.filter(pk__in=said).order_by("pk").as_values()).blueprint
