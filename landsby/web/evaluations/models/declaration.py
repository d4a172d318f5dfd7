"""A declared design, and what was told of it since. These rows are sealed: `seals` says how."""

from __future__ import annotations

from functools import cached_property

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from landsby.evaluation.designs.design import Design, read_design
from landsby.web.kit.fields import Notes
from landsby.web.partnerships.models import Programme


class DeclarationQuerySet(models.QuerySet["Declaration"]):
    """Words for choosing declared designs."""

    def of(self, programme: Programme) -> DeclarationQuerySet:
        """A programme's own, the latest first."""
        return self.filter(programme=programme).order_by("-declared_at", "-pk")

    def with_what_was_told(self) -> DeclarationQuerySet:
        """With deviations, withdrawal and author at hand."""
        return self.select_related("programme", "withdrawal", "declared_by").prefetch_related("deviations")

    def standing(self) -> DeclarationQuerySet:
        """Those that have not been withdrawn."""
        return self.filter(withdrawal=None)


class Declaration(models.Model):
    """A design as it was declared.

    Attributes:
        key: the id that the design gives itself.
        text: the file, to the letter.
        text_hash: SHA-256 of the file.
        content_hash: of what the file says, whatever its layout; results name it.
        recipe_hash: of what is read of rows; cell files name it.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="declared_designs")
    key = models.CharField(max_length=80)
    title_da = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200)
    text = Notes()
    text_hash = models.CharField(max_length=64)
    content_hash = models.CharField(max_length=64)
    recipe_hash = models.CharField(max_length=64)
    declared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    declared_at = models.DateTimeField(default=timezone.now)

    objects = DeclarationQuerySet.as_manager()

    class Meta:
        verbose_name = _("erklæret design")
        indexes = [models.Index(fields=["programme", "-declared_at"], name="declared_designs")]

    def __str__(self) -> str:
        return self.title_en if (get_language() or "da").startswith("en") else self.title_da

    @cached_property
    def design(self) -> Design:
        """What was declared."""
        return read_design(f"{self.key}.yaml", self.text.encode(), is_sealed=True)

    @property
    def withdrawn(self) -> Withdrawal | None:
        """Why it is no longer followed, if it is not."""
        return getattr(self, "withdrawal", None)


class DesignDeviation(models.Model):
    """Something that was done otherwise than declared, and why."""

    declaration = models.ForeignKey(Declaration, models.CASCADE, related_name="deviations")
    what = Notes(_("hvad gøres anderledes"), max_length=2000)
    why = Notes(_("hvorfor"), max_length=2000)
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    told_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("afvigelse fra et erklæret design")
        ordering = ["told_at", "pk"]

    def __str__(self) -> str:
        return str(self.declaration)


class Withdrawal(models.Model):
    """That a declared design is no longer followed. It stays readable."""

    declaration = models.OneToOneField(Declaration, models.CASCADE, related_name="withdrawal")
    why = Notes(_("hvorfor"), max_length=2000)
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    told_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("tilbagetrukket design")

    def __str__(self) -> str:
        return str(self.declaration)
