"""The blueprint versions that a programme has adopted; the newest that was not undone holds today."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.text import Text, say
from landsby.web.partnerships.models import Programme


class AdoptedBlueprintQuerySet(models.QuerySet["AdoptedBlueprint"]):
    """Words for choosing versions."""

    def of(self, programme: Programme) -> AdoptedBlueprintQuerySet:
        """All versions that a programme has adopted, the newest first."""
        return self.filter(programme=programme).order_by("-adopted_at", "-pk")

    def standing(self) -> AdoptedBlueprintQuerySet:
        """Those that were not undone."""
        return self.filter(undone_at=None)

    def before_present(self, programme: Programme) -> AdoptedBlueprint | None:
        """The version that the present one took the place of, if there was one."""
        return self.of(programme).standing()[1:2].first()

    def former_ids(self, folder: str) -> dict[str, list[str]]:
        """What definitions of a folder were called before these versions renamed them, by their id now."""
        former: dict[str, list[str]] = {}
        for renamed in self.order_by("adopted_at", "pk").values_list("renamed", flat=True):
            for _folder, before, after in (each for each in renamed if each[0] == folder):
                former[after] = [*former.pop(before, []), before]
        return former

    def with_people(self) -> AdoptedBlueprintQuerySet:
        """With who adopted and who undid them at hand, and without their large contents."""
        return self.select_related("adopted_by", "undone_by").defer("content")


class AdoptedBlueprint(models.Model):
    """One version, kept whole: what was recorded under it can always be read as it was meant.

    Attributes:
        content: the definitions as data, as `Blueprint.to_data` gives them, before any adaptation.
        content_hash: the hash of that content.
        effective_hash: the hash of what holds once the programme's adaptations are laid over it.
        renamed: what records were renamed when it was adopted, as ``[folder, before, after]``.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="blueprints")
    key = models.CharField(max_length=60)
    version = models.CharField(max_length=200)
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    effective_hash = models.CharField(max_length=64)
    renamed = models.JSONField(default=list)
    adopted_at = models.DateTimeField(default=timezone.now)
    adopted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = AdoptedBlueprintQuerySet.as_manager()

    class Meta:
        verbose_name = _("programskabelon")
        indexes = [models.Index(fields=["programme", "-adopted_at"], name="adopted_by_day")]

    def __str__(self) -> str:
        return f"{self.title} {self.version}"

    @property
    def title(self) -> str:
        """What the blueprint is called, in the reader's language."""
        return say(Text(**self.content["blueprint"]["title"]))

    @property
    def renames(self) -> dict[tuple[str, str], str]:
        """What it renamed: the new id by folder and former id."""
        return {(folder, before): after for folder, before, after in self.renamed}
