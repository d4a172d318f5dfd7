"""Cell files that were taken in: that they were, which is kept for good, and what they hold, which may be let go."""

from __future__ import annotations

import gzip

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.fields import Line
from landsby.web.partnerships.models import Programme


class LoadingQuerySet(models.QuerySet["Loading"]):
    """Words for choosing loadings."""

    def of(self, programme: Programme) -> LoadingQuerySet:
        """A programme's own, the latest first."""
        return self.filter(programme=programme).order_by("-loaded_at", "-pk")

    def made_by(self, recipe_hash: str) -> LoadingQuerySet:
        """Those whose cells were made by a recipe."""
        return self.filter(recipe_hash=recipe_hash)

    def there(self) -> LoadingQuerySet:
        """Those whose cells have not been let go."""
        return self.filter(cells__isnull=False)

    def with_authors(self) -> LoadingQuerySet:
        """With who loaded them and whether they are there, but without what they hold."""
        return self.select_related("loaded_by", "cells").defer("cells__packed")


class Loading(models.Model):
    """That a cell file was taken in. This row is sealed: it tells what had been seen, and when.

    Attributes:
        name: the file's.
        holder: who made it, by their own word.
        file_hash: SHA-256 of what it says, as its last line tells.
        recipe_hash: of the recipe that it was made by.
        first, last: the periods that it holds.
        rows: how many children's rows are behind its cells.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="cell_files")
    name = Line(_("fil"), max_length=200)
    holder = Line(_("hvem har data"), max_length=200)
    file_hash = models.CharField(max_length=64)
    recipe_hash = models.CharField(max_length=64)
    first = models.SmallIntegerField(_("fra"))
    last = models.SmallIntegerField(_("til"))
    rows = models.PositiveBigIntegerField(_("rækker"))
    loaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    loaded_at = models.DateTimeField(default=timezone.now)

    objects = LoadingQuerySet.as_manager()

    class Meta:
        verbose_name = _("cellefil")
        indexes = [models.Index(fields=["programme", "recipe_hash"], name="cell_files_by_recipe")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_there(self) -> bool:
        """Whether its cells are still kept."""
        return getattr(self, "cells", None) is not None


class StoredCells(models.Model):
    """What a cell file holds, packed. It may be let go; that it was loaded stays."""

    loading = models.OneToOneField(Loading, models.CASCADE, related_name="cells")
    packed = models.BinaryField()

    class Meta:
        verbose_name = _("celler")

    def __str__(self) -> str:
        return str(self.loading)

    @property
    def content(self) -> bytes:
        """The file, byte for byte."""
        return gzip.decompress(bytes(self.packed))
