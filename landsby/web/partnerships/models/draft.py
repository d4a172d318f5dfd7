"""An import under way: the uploaded table and how its columns are understood, kept between the steps."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.accounts.models import User
from landsby.web.kit.fields import Line
from landsby.web.kit.numbers import key_in
from landsby.web.partnerships.models.programme import Programme

KEPT_FOR = timedelta(days=7)


def expiry_from_now() -> datetime:
    """When a draft that is begun now is deleted, if nobody has finished it."""
    return timezone.now() + KEPT_FOR


class ImportDraftQuerySet(models.QuerySet["ImportDraft"]):
    """Words for choosing drafts."""

    def of_owner(self, programme: Programme, owner: User) -> ImportDraftQuerySet:
        """Somebody's own in a programme, the newest first; nobody sees another's."""
        return self.filter(programme=programme, owner=owner).order_by("-created_at")

    def alive(self) -> ImportDraftQuerySet:
        """Those that may still be finished."""
        return self.filter(expires_at__gt=timezone.now())

    def expired_before(self, moment: datetime) -> ImportDraftQuerySet:
        """Those whose time was up before a moment."""
        return self.filter(expires_at__lt=moment)

    def with_number(self, number: str) -> ImportDraft | None:
        """The one whose primary key an address names, if it is among them."""
        return self.filter(pk=key_in(number)).first()

    def without_table(self) -> ImportDraftQuerySet:
        """Only what is said about the file; the table itself is large."""
        return self.defer("table")


class ImportDraft(models.Model):
    """One uploaded file on its way in. It is deleted when it has been applied, given up, or forgotten.

    Attributes:
        table: the rows, as `imports.table.Table.to_data` gives them; no cell looks like a CPR number.
        columns: how they are understood, as `imports.mapping.ColumnMap.to_data` gives it; empty until told.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="import_drafts")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="import_drafts")
    file_name = Line(max_length=200)
    row_count = models.PositiveIntegerField()
    table = models.JSONField()
    columns = models.JSONField(default=dict)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(default=expiry_from_now)

    objects = ImportDraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("fil til indlæsning")

    def __str__(self) -> str:
        return self.file_name
