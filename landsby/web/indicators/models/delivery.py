"""The files that figures came in: those on their way in, and what is remembered of those that were imported."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.accounts.models import User
from landsby.web.kit.fields import Line, Notes
from landsby.web.kit.numbers import key_in
from landsby.web.partnerships.models import Programme
from landsby.web.partnerships.models.draft import expiry_from_now


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Words for choosing deliveries."""

    def of(self, programme: Programme, indicator: str) -> DeliveryQuerySet:
        """Those of one indicator, the latest first."""
        found = self.filter(programme=programme, indicator=indicator)
        return found.select_related("added_by", "taken_back_by").order_by("-added_at", "-pk")

    def standing(self) -> DeliveryQuerySet:
        """Those that have not been taken back."""
        return self.filter(taken_back_at=None)

    def taken_back(self) -> DeliveryQuerySet:
        """Those that were taken back."""
        return self.exclude(taken_back_at=None)

    def last_of_each(self, programme: Programme, indicators: Iterable[str]) -> DeliveryQuerySet:
        """The latest that stands, of each of some indicators."""
        told = self.standing().filter(programme=programme, indicator__in=list(indicators))
        last = told.order_by().values("indicator").annotate(last=Max("pk")).values("last")
        return self.filter(pk__in=last)


class Delivery(models.Model):
    """One file that was imported: where its figures come from, and who brought them.

    Attributes:
        indicator: the id of its definition.
        indicator_hash: the content hash of that definition then.
        reference: the growth reference that its figures were made with; "" where there is none.
        hiding: what is told to nobody once these figures hold, as `hiding.Hiding.to_data` gives it, and under
            `counted` what it was worked out from.
        taken_back_at, taken_back_by, why_taken_back: when its figures ceased to count, since it was wrong. It stays on
            record.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    indicator = models.CharField(max_length=80)
    indicator_hash = models.CharField(max_length=64)
    file_name = Line(max_length=200)
    source = Line(_("kilde"), max_length=200)
    reference = Line(_("vækstreference"), max_length=200, blank=True)
    row_count = models.PositiveIntegerField()
    hiding = models.JSONField(default=dict)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    why_taken_back = Notes(_("hvorfor"), max_length=2000, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("indlæsning af tal")
        indexes = [models.Index(fields=["programme", "indicator"], name="delivery_by_indicator")]

    def __str__(self) -> str:
        return self.file_name


class FigureDraftQuerySet(models.QuerySet["FigureDraft"]):
    """Words for choosing drafts."""

    def of_owner(self, programme: Programme, owner: User) -> FigureDraftQuerySet:
        """Somebody's own in a programme that may still be finished, the newest first; nobody sees another's."""
        mine = self.filter(programme=programme, owner=owner, expires_at__gt=timezone.now())
        return mine.select_related("programme").order_by("-created_at")

    def called(self, file_name: str, indicator: str) -> FigureDraftQuerySet:
        """Those of a file of that name with figures of an indicator."""
        return self.filter(file_name=file_name[-200:], indicator=indicator)

    def expired_before(self, moment: datetime) -> FigureDraftQuerySet:
        """Those whose time was up before a moment."""
        return self.filter(expires_at__lt=moment)

    def with_number(self, number: str) -> FigureDraft | None:
        """The one whose primary key an address names, if it is among them."""
        return self.filter(pk=key_in(number)).first()

    def without_table(self) -> FigureDraftQuerySet:
        """Only what is said about the file; the table itself is large."""
        return self.defer("table")


class FigureDraft(models.Model):
    """One uploaded file with figures. It is deleted when it has been applied, given up, or forgotten.

    Attributes:
        indicator: the id of the definition that its figures are of.
        table: the rows, as `partnerships.imports.table.Table.to_data` gives them; no cell looks like a CPR number.
        columns: how they are understood, as `importing.columns.FigureColumns.to_data` gives it; empty until told.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    indicator = models.CharField(max_length=80)
    file_name = Line(max_length=200)
    source = Line(_("kilde"), max_length=200)
    row_count = models.PositiveIntegerField()
    table = models.JSONField()
    columns = models.JSONField(default=dict)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(default=expiry_from_now)

    objects = FigureDraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("fil med tal til indlæsning")

    def __str__(self) -> str:
        return self.file_name
