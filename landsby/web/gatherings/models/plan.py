"""What is decided before a gathering: its sign-up, its agenda, what is learnt there, and what is read."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.models import Activity
from landsby.web.kit.fields import Line, refuse_cpr
from landsby.web.partnerships.models import Actor

MOST_PLACES = 2000
"""More places than this are a slip of the finger."""


class Plan(models.Model):
    """The sign-up to one gathering, and the state of its evaluation. A gathering without one takes no sign-up.

    Attributes:
        takes_sign_up: whether institutions sign up; then everybody around its place may see it, too.
        capacity: how many people there is room for; None is no limit.
        sign_up_ends_on: the last day to sign up on; None is the day itself.
        evaluation_closed_at: from then on nobody answers any more, and the answers are shown.
    """

    activity = models.OneToOneField(Activity, models.CASCADE, related_name="gathering")
    takes_sign_up = models.BooleanField(_("man melder sig til"), default=False)
    capacity = models.PositiveIntegerField(
        _("pladser"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(MOST_PLACES)]
    )
    sign_up_ends_on = models.DateField(_("tilmelding senest"), null=True, blank=True)
    evaluation_closed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("tilmelding og dagsorden")

    def __str__(self) -> str:
        return str(self.activity)


class AgendaPoint(models.Model):
    """One point of an agenda, with who leads it."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="agenda")
    position = models.PositiveSmallIntegerField()
    starts_at = models.TimeField(_("kl."), null=True, blank=True)
    title = Line(_("punkt"), max_length=160)
    led_by = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("hvem leder")
    )

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.title


class Material(models.Model):
    """A link to something that is read or shown at a gathering."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="gathering_materials")
    title = Line(_("hvad er det"), max_length=120)
    url = models.URLField(_("adresse"), max_length=500, validators=[refuse_cpr])

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title


class Lesson(models.Model):
    """A competence, by the id of its definition, that a gathering gave."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="lessons")
    competence = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "competence"], name="one_lesson_per_competence")]
        indexes = [models.Index(fields=["competence", "activity"], name="gatherings_by_competence")]

    def __str__(self) -> str:
        return self.competence
