"""Who signed up and who came: counts by institution and profession, never names."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.models import Activity
from landsby.web.gatherings.models.plan import MOST_PLACES
from landsby.web.partnerships.models import Actor


class TurnoutQuerySet(models.QuerySet["Turnout"]):
    """Words for choosing counts."""

    def of_actor(self, actor: int) -> TurnoutQuerySet:
        """Those of one actor, by primary key."""
        return self.filter(actor=actor)

    def except_for(self, actor: int) -> TurnoutQuerySet:
        """Those of all other actors."""
        return self.exclude(actor=actor)

    def signed_up(self) -> int:
        """How many people have been signed up."""
        return int(self.aggregate(people=models.Sum("signed_up"))["people"] or 0)

    def signed_up_by_actor(self) -> dict[int, int]:
        """How many each actor has signed up, by primary key; those with nobody are left out."""
        rows = self.order_by().values_list("actor").annotate(people=models.Sum("signed_up"))
        return {actor: people for actor, people in rows if people}

    def with_actors(self) -> TurnoutQuerySet:
        """With actor and community at hand, in reading order."""
        return self.select_related("actor__community", "actor__municipality").order_by("actor__name", "actor", "pk")


class Turnout(models.Model):
    """How many of one profession an actor signed up, and how many came.

    Attributes:
        profession: the id of its definition; "" for everybody whose profession was not told.
        came: None until somebody has called the roll; 0 is nobody.
        signed_by: who signed them up.
    """

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="turnout")
    actor = models.ForeignKey(Actor, models.PROTECT, related_name="turnout")
    profession = models.CharField(max_length=80, blank=True)
    signed_up = models.PositiveIntegerField(_("tilmeldt"), default=0, validators=[MaxValueValidator(MOST_PLACES)])
    came = models.PositiveIntegerField(_("kom"), null=True, blank=True, validators=[MaxValueValidator(MOST_PLACES)])
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True, blank=True)

    objects = TurnoutQuerySet.as_manager()

    class Meta:
        verbose_name = _("tilmelding")
        constraints = [
            models.UniqueConstraint(fields=["activity", "actor", "profession"], name="one_count_per_profession"),
        ]

    def __str__(self) -> str:
        return str(self.actor)
