"""Definitions as they stood: every wording that has been in force in a programme, by its content hash."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import ActivityKind, Blueprint, Definition
from landsby.blueprint.adaptation import worded
from landsby.blueprint.contents import KINDS
from landsby.blueprint.definition import Described
from landsby.blueprint.shadowing import described_in
from landsby.web.blueprints.models.adaptation import LocalAdaptation
from landsby.web.blueprints.models.effective import blueprint_of, in_force, upstream_of
from landsby.web.partnerships.models import Programme

_MOST_READ = 50
"""So far back in a history an open form is looked for."""


class DefinitionWordingQuerySet(models.QuerySet["DefinitionWording"]):
    """Words for keeping and finding wordings."""

    def keep(self, programme: Programme, blueprint: Blueprint) -> None:
        """Store what the blueprint says that has not been in force before: two queries, however much there is."""
        known = set(self.filter(programme=programme).values_list("folder", "content_hash"))
        self.bulk_create(
            (
                DefinitionWording(
                    programme=programme,
                    folder=folder,
                    key=definition.id,
                    content_hash=definition.content_hash,
                    content=definition.to_data(),
                )
                for folder in KINDS
                for definition in getattr(blueprint, folder).values()
                if (folder, definition.content_hash) not in known
            ),
            batch_size=200,
        )

    def as_of(self, programme: Programme, folder: str, content_hash: str) -> DefinitionWording | None:
        """The wording that a record keeps the hash of."""
        return self.filter(programme=programme, folder=folder, content_hash=content_hash).first()

    def last_of(self, programme: Programme, folder: str, key: str) -> DefinitionWording | None:
        """How a definition was worded last."""
        return self.filter(programme=programme, folder=folder, key=key).order_by("pk").last()


class DefinitionWording(models.Model):
    """One wording of one definition.

    Attributes:
        content: as `Definition.to_data` gives it.
        started_at: when it first came into force.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="wordings")
    folder = models.CharField(max_length=60)
    key = models.CharField(max_length=60)
    content_hash = models.CharField(max_length=64)
    content = models.JSONField()
    started_at = models.DateTimeField(default=timezone.now)

    objects = DefinitionWordingQuerySet.as_manager()

    class Meta:
        verbose_name = _("ordlyd")
        constraints = [
            models.UniqueConstraint(fields=["programme", "folder", "content_hash"], name="one_row_per_wording")
        ]

    def __str__(self) -> str:
        return f"{self.folder}/{self.key}"

    @property
    def definition(self) -> Definition:
        """The definition as it was worded."""
        return KINDS[self.folder].model_validate(self.content)


def definition_as_of(programme: Programme, folder: str, content_hash: str) -> DefinitionWording | None:
    """A definition as it stood, in one query; None where no such wording has been in force."""
    return DefinitionWording.objects.as_of(programme, folder, content_hash) if folder in KINDS else None


def keys_ever(programme: Programme, folder: str) -> set[str]:
    """The ids of a folder's definitions that a programme works by or has worked by, whatever became of them."""
    kept = DefinitionWording.objects.filter(programme=programme, folder=folder).values_list("key", flat=True)
    return {*getattr(blueprint_of(programme), folder), *kept}


def last_wording(programme: Programme, folder: str, key: str) -> DefinitionWording | None:
    """How a definition was worded last, in one query; None where there never was such a definition."""
    return DefinitionWording.objects.last_of(programme, folder, key)


def wording_that_differs(programme: Programme, folder: str, key: str, content_hash: str) -> DefinitionWording | None:
    """A definition as it stood when something was recorded, where it stands otherwise today."""
    today = getattr(blueprint_of(programme), folder).get(key)
    if today is not None and today.content_hash == content_hash:
        return None
    return definition_as_of(programme, folder, content_hash)


def kind_as_recorded(programme: Programme, kind: str, kind_hash: str) -> ActivityKind:
    """An activity kind as it stood when something was recorded; today's where that wording is not known.

    Where it has been renamed since, it has the id that it had then: what a record calls it is for the record to say.

    Raises:
        KeyError: when neither is known.
    """
    today = blueprint_of(programme).activity_kinds.get(kind)
    if today is not None and today.content_hash == kind_hash:
        return today
    wording = definition_as_of(programme, "activity_kinds", kind_hash)
    if wording is not None:
        return ActivityKind.model_validate(wording.content)
    if today is None:
        raise KeyError(kind)
    return today


def worded_as(programme: Programme, folder: str, key: str, content_hash: str) -> Described | None:
    """The wording that somebody has read of a definition; None where it has never been in force."""
    wording = definition_as_of(programme, folder, content_hash)
    if wording is not None:
        return wording.definition if wording.key == key else None
    # What the blueprint says of itself stands only in the history of what the programme says otherwise.
    upstream = described_in(upstream_of(in_force(programme)), folder, key)
    rows = LocalAdaptation.objects.of(programme).about(folder, key).newest_first()[:_MOST_READ]
    stood = [upstream, *(worded(folder, upstream, row.value) for row in rows)]
    return next((each for each in stood if each and each.content_hash == content_hash), None)
