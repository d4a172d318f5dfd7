"""What files of the programme's own records told of how many children came."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.partnerships.models import Programme


class ToldRecords(models.Model):
    """That counts of children left in a file, small ones hidden.

    Kept for good, so that a later file tells nothing by its difference.

    Attributes:
        shown: by place, year and the totals of both, as a run keeps its own.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="told_records")
    shown = models.JSONField()
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    told_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("egne tal, der er hentet")

    def __str__(self) -> str:
        return str(self.programme)
