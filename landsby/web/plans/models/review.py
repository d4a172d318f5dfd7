"""A review: somebody looked at a plan again."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.cpr import refuse_cpr_in
from landsby.web.kit.fields import Notes
from landsby.web.plans.models.plan import Plan


class PlanReview(models.Model):
    """How a plan went so far, told on a day; telling it again the same day tells it anew.

    Attributes:
        answers: answers to the template's own questions for a review, by field id.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="reviews")
    on = models.DateField(_("dato"))
    went_well = Notes(_("hvad gik godt"), max_length=4000, blank=True)
    what_next = Notes(_("hvad gør I nu"), max_length=4000, blank=True)
    answers = models.JSONField(validators=[refuse_cpr_in], default=dict, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("opfølgning")
        ordering = ["-on", "-pk"]
        constraints = [models.UniqueConstraint(fields=["plan", "on"], name="one_review_per_day")]

    def __str__(self) -> str:
        return f"{self.plan}: {self.on.isoformat()}"
