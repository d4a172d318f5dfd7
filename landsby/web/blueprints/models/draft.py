"""A version on its way in: read and found sound, and not adopted yet."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import Blueprint
from landsby.web.accounts.models import User
from landsby.web.kit.fields import Line
from landsby.web.partnerships.models import Programme

KEPT_FOR = timedelta(days=30)


def expiry_from_now() -> datetime:
    """When a draft that is begun now is deleted, if nobody has adopted it."""
    return timezone.now() + KEPT_FOR


class UpgradeDraftQuerySet(models.QuerySet["UpgradeDraft"]):
    """Words for choosing drafts."""

    def of_owner(self, programme: Programme, owner: User) -> UpgradeDraftQuerySet:
        """Somebody's own in a programme, the newest first."""
        return self.filter(programme=programme, owner=owner).order_by("-created_at", "-pk")

    def alive(self) -> UpgradeDraftQuerySet:
        """Those that may still be adopted."""
        return self.filter(expires_at__gt=timezone.now())

    def expired_before(self, moment: datetime) -> UpgradeDraftQuerySet:
        """Those whose time was up before a moment."""
        return self.filter(expires_at__lt=moment)

    def holding(self, content: dict[str, Any]) -> UpgradeDraft | None:
        """The one with exactly this content, whatever its file was called."""
        alike = self.filter(version=content["blueprint"]["version"])
        return next((draft for draft in alike if draft.content == content), None)

    def without_content(self) -> UpgradeDraftQuerySet:
        """Only what is said about the version; the content is large."""
        return self.defer("content")


class UpgradeDraft(models.Model):
    """One version that somebody has uploaded or chosen. It is deleted when adopted, given up, or forgotten.

    Attributes:
        content: the definitions as data, as `Blueprint.to_data` gives them.
        file_name: the file it came in; empty for a version that comes with the product.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="upgrade_drafts")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="upgrade_drafts")
    version = models.CharField(max_length=200)
    content = models.JSONField()
    file_name = Line(max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(default=expiry_from_now)

    objects = UpgradeDraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("ny version på vej")

    def __str__(self) -> str:
        return self.version

    @property
    def blueprint(self) -> Blueprint:
        """The version."""
        return Blueprint.from_data(self.content)
