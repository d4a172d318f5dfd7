"""What is left of a gathering: what was agreed, and how it was for those who were there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.models import Activity, ActivityQuerySet
from landsby.web.kit.fields import Line
from landsby.web.partnerships.models import Actor
from landsby.web.plans.models import PlanItem


class AgreementQuerySet(models.QuerySet["Agreement"]):
    """Words for choosing agreements."""

    def made_at(self, gatherings: ActivityQuerySet) -> AgreementQuerySet:
        """Those that were made at some gatherings."""
        # Asked agreement by agreement: they are few, and a country has gatherings by the thousand.
        return self.filter(models.Exists(gatherings.order_by().filter(pk=models.OuterRef("activity"))))

    def open(self) -> AgreementQuerySet:
        """Those that nobody has said are done."""
        return self.filter(done_on=None)

    def done(self) -> AgreementQuerySet:
        """Those that are done."""
        return self.exclude(done_on=None)

    def due_before(self, day: date) -> AgreementQuerySet:
        """Open ones whose day has passed."""
        return self.open().filter(due_on__lt=day)

    def made_by(self, actors: Iterable[int]) -> AgreementQuerySet:
        """Those that some actors, by primary key, have said they will do."""
        return self.filter(actor__in=list(actors))

    def in_community(self, community: int) -> AgreementQuerySet:
        """Those from gatherings in a community, by primary key."""
        return self.filter(activity__community=community)

    def in_municipality(self, municipality: int) -> AgreementQuerySet:
        """Those from gatherings in a municipality, by primary key."""
        return self.filter(activity__municipality=municipality)

    def counted_to(self, most: int) -> int:
        """How many there are; beyond so many nobody counts on, and it is one more."""
        return self.order_by()[: most + 1].count()

    def with_gatherings(self) -> AgreementQuerySet:
        """With actor, gathering, place and the plan that it lies in at hand."""
        plan = "plan_item__plan"
        places = (f"{plan}__actor", f"{plan}__community", f"{plan}__municipality", f"{plan}__programme")
        return self.select_related("actor", "activity__community", "activity__programme", *places)

    def soonest_first(self) -> AgreementQuerySet:
        """What is to be done first on top, what has no day after that; then what is done, the latest first."""
        done, due = models.F("done_on").desc(nulls_first=True), models.F("due_on").asc(nulls_last=True)
        return self.order_by(done, due, "-activity__starts_on", "pk")


class Agreement(models.Model):
    """What was agreed at a gathering: what, by whom, until when.

    Attributes:
        actor: who does it; None is all of them together.
        due_on: until when; None where no day was set.
        done_on: the day on which somebody said that it is done.
        plan_item: what it became in a plan; None until somebody lays it into one.
    """

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="agreements")
    text = Line(_("hvad"), max_length=300)
    actor = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="agreements", verbose_name=_("hvem")
    )
    due_on = models.DateField(_("hvornår"), null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    plan_item = models.ForeignKey(PlanItem, models.SET_NULL, null=True, blank=True, related_name="agreements")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("aftale")
        indexes = [models.Index(fields=["done_on", "due_on"], name="agreement_by_day")]

    def __str__(self) -> str:
        # The log keeps this as the agreement's name, and keeps nothing of what was typed into it.
        return str(self.activity)


class Opinion(models.Model):
    """How many gave one answer to one question about a gathering. Whoever answered is kept nowhere."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="opinions")
    question = models.CharField(max_length=20)
    answer = models.CharField(max_length=20)
    people = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("svar om et møde")
        constraints = [models.UniqueConstraint(fields=["activity", "question", "answer"], name="one_count_per_answer")]

    def __str__(self) -> str:
        return f"{self.question}: {self.answer}"
