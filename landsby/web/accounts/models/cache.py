"""The table of Django's cache, as a model, so that migrations make it and the data policy covers it."""

from __future__ import annotations

from datetime import datetime

from django.db import models


class CacheRowQuerySet(models.QuerySet["CacheRow"]):
    """Words for choosing rows."""

    def expired_before(self, moment: datetime) -> CacheRowQuerySet:
        """Those that count for nothing since before a moment."""
        return self.filter(expires__lt=moment)


class CacheRow(models.Model):
    """A count of what was tried, read and written by Django's database cache alone; it sets the columns."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    objects = CacheRowQuerySet.as_manager()

    class Meta:
        db_table = "landsby_cache"

    def __str__(self) -> str:
        return self.cache_key
