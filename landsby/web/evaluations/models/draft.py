"""A design on its way: it may be wrong, and it may be changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.evaluations.models.declaration import Declaration
from landsby.web.kit.fields import Line, Notes
from landsby.web.partnerships.models import Programme


class DesignDraftQuerySet(models.QuerySet["DesignDraft"]):
    """Words for choosing drafts."""

    def of(self, programme: Programme) -> DesignDraftQuerySet:
        """A programme's drafts that have not been declared, the latest first."""
        return self.filter(programme=programme, declaration=None).order_by("-changed_at", "-pk")


class DesignDraft(models.Model):
    """One design that is being written.

    Attributes:
        name: what it is called until its text says so itself.
        text: the design file as it stands now.
        declaration: what became of it; from then on it is not changed.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="design_drafts")
    name = Line(_("navn"), max_length=200)
    text = Notes(_("designet"), max_length=100_000)
    declaration = models.OneToOneField(Declaration, models.CASCADE, null=True, related_name="draft")
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    objects = DesignDraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("kladde til et design")

    def __str__(self) -> str:
        return self.name
