"""A calendar from elsewhere on its way in: what was read of it, kept until it is seen through."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.accounts.models import User
from landsby.web.kit.fields import Line
from landsby.web.partnerships.models import Actor, Programme
from landsby.web.partnerships.models.draft import expiry_from_now


class CalendarDraftQuerySet(models.QuerySet["CalendarDraft"]):
    """Words for choosing drafts."""

    def of_owner(self, programme: Programme, owner: User) -> CalendarDraftQuerySet:
        """Somebody's own in a programme that may still be finished, the newest first; nobody sees another's."""
        mine = self.filter(programme=programme, owner=owner, expires_at__gt=timezone.now())
        return mine.select_related("programme", "host__community", "host__municipality").order_by("-created_at")

    def expired_before(self, moment: datetime) -> CalendarDraftQuerySet:
        """Those whose time was up before a moment."""
        return self.filter(expires_at__lt=moment)


class CalendarDraft(models.Model):
    """One uploaded calendar. It is deleted when it has been carried out, given up, or forgotten.

    Attributes:
        kind: the id of the activity kind that the times become.
        host: who answers for them.
        times: what was read, as `ical.times.Time.to_data` gives it; nothing else of the file is kept.
        remarks: what there was to say about the file, as `ical.remarks.Remark.to_data` gives it.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="calendar_drafts")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_drafts")
    host = models.ForeignKey(Actor, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=80)
    file_name = Line(max_length=200)
    times = models.JSONField(default=list)
    remarks = models.JSONField(default=list)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(default=expiry_from_now)

    objects = CalendarDraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("kalender til indlæsning")

    def __str__(self) -> str:
        return self.file_name
