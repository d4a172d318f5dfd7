"""A programme's own words about one definition, and all that it has said about it before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.blueprint.adaptation import Adaptation
from landsby.web.blueprints.models.adopted import AdoptedBlueprint
from landsby.web.partnerships.models import Programme

WHOLE = ("own", "kept")
"""The parts of a patch that bring a whole definition along."""


@dataclass(frozen=True)
class Name:
    """What a definition was called, from one moment until another; None is always, and still."""

    key: str
    since: datetime | None
    until: datetime | None


class AdaptationQuerySet(models.QuerySet["LocalAdaptation"]):
    """Words for choosing adaptations."""

    def of(self, programme: Programme) -> AdaptationQuerySet:
        """A programme's, in the order in which they were made."""
        return self.filter(programme=programme).order_by("pk")

    def current(self) -> AdaptationQuerySet:
        """Those that no later one has taken the place of."""
        return self.filter(superseded_at=None)

    def about(self, folder: str, key: str) -> AdaptationQuerySet:
        """Those of one definition."""
        return self.filter(folder=folder, key=key)

    def called(self, folder: str, names: Iterable[Name]) -> AdaptationQuerySet:
        """Those of one definition through its names."""
        chosen = models.Q(pk=None)
        for name in names:
            spell = models.Q(key=name.key)
            if name.since is not None:
                spell &= models.Q(at__gte=name.since)
            if name.until is not None:
                spell &= models.Q(at__lt=name.until)
            chosen |= spell
        return self.filter(chosen, folder=folder)

    def newest_first(self) -> AdaptationQuerySet:
        """The latest on top, with who made them."""
        return self.order_by("-pk").select_related("author", "adoption")

    def as_values(self) -> list[Adaptation]:
        """As the blueprint house takes them; those that say nothing any more are left out."""
        rows = self.values_list("folder", "key", "patch")
        return [Adaptation(folder, key, patch) for folder, key, patch in rows if patch]


class LocalAdaptation(models.Model):
    """One wording of an adaptation. It is never changed: the next takes its place, and it stays to be read.

    Attributes:
        patch: as `landsby.blueprint.adaptation` describes it; empty when the blueprint's own words hold again.
        adoption: the adoption of a version that brought it about, where nobody wrote it.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="adaptations")
    folder = models.CharField(max_length=60)
    key = models.CharField(max_length=60)
    patch = models.JSONField(default=dict)
    adoption = models.ForeignKey(AdoptedBlueprint, models.CASCADE, null=True, related_name="adaptations")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    superseded_at = models.DateTimeField(null=True)

    objects = AdaptationQuerySet.as_manager()

    class Meta:
        verbose_name = _("egen tilpasning")
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "folder", "key"],
                condition=models.Q(superseded_at=None),
                name="one_current_adaptation",
            )
        ]
        indexes = [models.Index(fields=["programme", "folder", "key"], name="adaptation_history")]

    def __str__(self) -> str:
        return f"{self.folder}/{self.key}"

    @property
    def whole(self) -> dict[str, Any]:
        """The part that is no mere words: a definition of the programme's own, or kept for what refers to it."""
        return {sort: value for sort, value in self.patch.items() if sort in WHOLE}

    @property
    def added(self) -> frozenset[str]:
        """The ways to the items that it adds to lists."""
        return frozenset(f"{path}.{item['id']}" for path, items in self.patch.get("add", {}).items() for item in items)

    @property
    def value(self) -> Adaptation:
        """As the blueprint house takes it."""
        return Adaptation(self.folder, self.key, self.patch)
