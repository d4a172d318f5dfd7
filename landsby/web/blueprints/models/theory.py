"""The versions of a theory of change, changes of it that are under way, and what speaks for and against it."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.blueprint.theory.chart import Chart, chart_from, charts_of
from landsby.web.accounts.models import User
from landsby.web.blueprints.models.draft import expiry_from_now
from landsby.web.blueprints.models.effective import blueprint_of
from landsby.web.kit.fields import Notes, refuse_cpr
from landsby.web.partnerships.models import Programme


class Stance(models.TextChoices):
    """What evidence says about an assumption."""

    FOR = "for", _("taler for")
    AGAINST = "against", _("taler imod")


class TheoryVersionQuerySet(models.QuerySet["TheoryVersion"]):
    """Words for choosing versions."""

    def of(self, programme: Programme, theory: str) -> TheoryVersionQuerySet:
        """A theory's, the latest first, with who made them."""
        return self.filter(programme=programme, theory=theory).order_by("-pk").select_related("author")

    def latest_hashes(self, programme: Programme) -> dict[str, str]:
        """The hash of the latest version of each theory, in one query."""
        rows = self.filter(programme=programme).order_by("pk").values_list("theory", "content_hash")
        return dict(rows)


class TheoryVersion(models.Model):
    """A theory of change as it stood from a day on. It is never changed.

    Attributes:
        content: as `Chart.content` gives it.
        note: why, in the words of the one who saved it; empty where it came with a version of the blueprint.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="theory_versions")
    theory = models.CharField(max_length=60)
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    note = Notes(max_length=1000, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = TheoryVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version af forandringsteorien")
        indexes = [models.Index(fields=["programme", "theory", "-at"], name="theory_by_day")]

    def __str__(self) -> str:
        return self.theory

    @property
    def chart(self) -> Chart:
        """The theory as it stood."""
        return chart_from(self.content)


class TheoryDraftQuerySet(models.QuerySet["TheoryDraft"]):
    """Words for choosing changes that are under way."""

    def of_owner(self, programme: Programme, theory: str, owner: User) -> TheoryDraftQuerySet:
        """Somebody's own."""
        return self.filter(programme=programme, theory=theory, owner=owner)

    def expired_before(self, moment: datetime) -> TheoryDraftQuerySet:
        """Those whose time was up before a moment."""
        return self.filter(expires_at__lt=moment)


class TheoryDraft(models.Model):
    """Changes of a theory of change that somebody is making and has not saved as a version.

    Attributes:
        base: the theory as it stood when they began, as `Chart.content` gives it.
        content: the theory as they want it.
        both_changed: the folder and id of what another has changed too, and where the owner's words were kept.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="theory_drafts")
    theory = models.CharField(max_length=60)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="theory_drafts")
    base = models.JSONField()
    content = models.JSONField()
    both_changed = models.JSONField(default=list)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(default=expiry_from_now)

    objects = TheoryDraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("ændring af forandringsteorien på vej")
        constraints = [
            models.UniqueConstraint(fields=["programme", "theory", "owner"], name="one_theory_draft_each"),
        ]

    def __str__(self) -> str:
        return self.theory


class TheoryEvidenceQuerySet(models.QuerySet["TheoryEvidence"]):
    """Words for choosing evidence."""

    def of(self, programme: Programme) -> TheoryEvidenceQuerySet:
        """A programme's, the latest first, with who wrote it."""
        return self.filter(programme=programme).order_by("-found_on", "-pk").select_related("author")

    def about(self, assumption: str) -> TheoryEvidenceQuerySet:
        """That about one assumption."""
        return self.filter(assumption=assumption)

    def by_assumption(self) -> dict[str, list[TheoryEvidence]]:
        """All of it, by the id of the assumption, in one query."""
        found: dict[str, list[TheoryEvidence]] = {}
        for each in self:
            found.setdefault(each.assumption, []).append(each)
        return found


class TheoryEvidence(models.Model):
    """Something that speaks for or against an assumption of the theory of change.

    Attributes:
        assumption: the id of its definition.
        found_on: the day that it is from.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="theory_evidence")
    assumption = models.CharField(max_length=60)
    stance = models.CharField(_("Taler det for eller imod?"), max_length=8, choices=Stance)
    text = Notes(_("Hvad har I set?"), max_length=1000)
    found_on = models.DateField(_("Fra hvilken dag?"))
    link = models.URLField(_("Link"), max_length=500, blank=True, validators=[refuse_cpr])
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = TheoryEvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("belæg for en antagelse")
        indexes = [models.Index(fields=["programme", "assumption"], name="evidence_of_assumption")]

    def __str__(self) -> str:
        return f"{self.assumption}: {self.get_stance_display()}"

    @property
    def is_for(self) -> bool:
        """Whether it speaks for the assumption."""
        return self.stance == Stance.FOR


def chart_today(programme: Programme, theory: str) -> Chart | None:
    """A theory of change as it holds today; None where the programme has none of that id."""
    return charts_of(blueprint_of(programme), timezone.localdate()).get(theory)
