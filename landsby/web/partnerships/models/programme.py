"""The programme: a partnership that runs a blueprint over years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.alphabet import Alphabetical
from landsby.web.kit.fields import Line, refuse_cpr

if TYPE_CHECKING:
    from landsby.web.accounts.models import User


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    """Words for finding programmes."""

    def joined_by(self, user: User) -> ProgrammeQuerySet:
        """The programmes in which somebody has a membership today."""
        today = timezone.localdate()
        current = models.Q(roles__memberships__ended_on=None) | models.Q(roles__memberships__ended_on__gt=today)
        return self.filter(current, roles__memberships__user=user).distinct().order_by(Alphabetical("name"))

    def invented(self) -> ProgrammeQuerySet:
        """Those that are demo content, the first on top."""
        return self.filter(is_invented=True).order_by("pk")


class Programme(models.Model):
    """One partnership over its years. Everything else hangs on it."""

    slug = models.SlugField(_("kort navn i adressen"), max_length=60, unique=True, validators=[refuse_cpr])
    name = Line(_("navn"), max_length=160)
    starts_on = models.DateField(_("begynder"))
    ends_on = models.DateField(_("slutter"), null=True, blank=True)
    is_invented = models.BooleanField(default=False, help_text="Demo content: every page says so.")

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = _("program")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gt=models.F("starts_on")),
                name="programme_ends_after_start",
                violation_error_message=_("Programmet skal slutte efter, at det er begyndt."),
            )
        ]

    def __str__(self) -> str:
        return self.name
