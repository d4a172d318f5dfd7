"""The blueprint versions that a programme has adopted; the newest one speaks today."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import ActivityKind, Blueprint
from landsby.web.partnerships.models import Programme


class AdoptedBlueprintQuerySet(models.QuerySet["AdoptedBlueprint"]):
    """Words for choosing versions."""

    def of(self, programme: Programme) -> AdoptedBlueprintQuerySet:
        """All versions that a programme has adopted, the newest first."""
        return self.filter(programme=programme).order_by("-adopted_at", "-pk")


class AdoptedBlueprint(models.Model):
    """One version, kept whole: what was recorded under it can always be read as it was meant.

    Attributes:
        content: the definitions as data, as `Blueprint.to_data` gives them.
        content_hash: the hash of that content.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="blueprints")
    key = models.CharField(max_length=60)
    version = models.CharField(max_length=30)
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    adopted_at = models.DateTimeField(default=timezone.now)
    adopted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = AdoptedBlueprintQuerySet.as_manager()

    class Meta:
        verbose_name = _("programskabelon")
        constraints = [models.UniqueConstraint(fields=["programme", "content_hash"], name="one_adoption_per_content")]

    def __str__(self) -> str:
        return f"{self.key} {self.version}"


def blueprint_of(programme: Programme) -> Blueprint:
    """The definitions that a programme works by today.

    The parsed blueprint is kept per content hash, which names it for ever; asking costs one small
    query per programme object.

    Raises:
        AdoptedBlueprint.DoesNotExist: when nothing has been adopted.
    """
    known: str | None = programme.__dict__.get("_blueprint_hash")
    if known is None:
        newest = AdoptedBlueprint.objects.of(programme).values_list("content_hash", flat=True).first()
        if newest is None:
            raise AdoptedBlueprint.DoesNotExist(f"{programme} has adopted no blueprint")
        known = programme.__dict__["_blueprint_hash"] = newest
    return _parsed(known)


@lru_cache(maxsize=64)
def _parsed(content_hash: str) -> Blueprint:
    content = AdoptedBlueprint.objects.filter(content_hash=content_hash).values_list("content", flat=True)[:1]
    return Blueprint.from_data(content[0])


def kind_as_recorded(programme: Programme, kind: str, kind_hash: str) -> ActivityKind:
    """An activity kind as it stood when something was recorded; today's where that version is not known.

    Raises:
        KeyError: when no version that the programme has adopted holds the kind.
    """
    today = blueprint_of(programme).activity_kinds.get(kind)
    if today is not None and today.content_hash == kind_hash:
        return today
    fallback = today
    for known in AdoptedBlueprint.objects.of(programme).values_list("content_hash", flat=True):
        candidate = _parsed(known).activity_kinds.get(kind)
        if candidate is not None and candidate.content_hash == kind_hash:
            return candidate
        fallback = fallback or candidate
    if fallback is None:
        raise KeyError(kind)
    return fallback
