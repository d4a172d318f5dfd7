"""How an initiative moves: its changes of stage, what is ready, who does it, and what municipalities decide."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.initiatives.models.initiative import Initiative
from landsby.web.initiatives.models.words import InitiativeQuerySet
from landsby.web.initiatives.stages import Stage, Verdict
from landsby.web.kit.fields import Line, Notes
from landsby.web.partnerships.models import Actor, ActorQuerySet, Municipality, Programme


class StageChangeQuerySet(models.QuerySet["StageChange"]):
    """Words for choosing changes of stage."""

    def among(self, initiatives: InitiativeQuerySet) -> StageChangeQuerySet:
        """Those of some initiatives."""
        return self.filter(initiative__in=initiatives.order_by().values("pk"))

    def in_order(self) -> StageChangeQuerySet:
        """With author, the first on top."""
        return self.select_related("author").order_by("on", "pk")

    def latest_first(self) -> StageChangeQuerySet:
        """With author, the latest on top."""
        return self.select_related("author").order_by("-on", "-pk")


class StageChange(models.Model):
    """That an initiative came to stand elsewhere on its way.

    Attributes:
        from_stage: where it stood; "" for the first row, which says where it began.
        why: why, where the change asks for it or somebody cares to tell.
    """

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="stage_changes")
    from_stage = models.CharField(_("fra trin"), max_length=10, choices=Stage, blank=True)
    to_stage = models.CharField(_("til trin"), max_length=10, choices=Stage)
    on = models.DateField(_("dato"))
    why = Notes(_("hvorfor"), blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)

    objects = StageChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("skift af trin")
        indexes = [models.Index(fields=["initiative", "-on", "-id"], name="stage_changes_by_day")]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.get_to_stage_display()}"


class ChecklistTick(models.Model):
    """That a point of a checklist is in place for an initiative; `checklist` and `point` are ids of the blueprint."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="ticks")
    checklist = models.CharField(max_length=80)
    point = models.CharField(max_length=80)
    ticked_on = models.DateField(default=timezone.localdate)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("kryds i en tjekliste")
        constraints = [
            models.UniqueConstraint(fields=["initiative", "checklist", "point"], name="one_tick_per_point"),
        ]

    def __str__(self) -> str:
        return f"{self.checklist}/{self.point}"


class CoverageQuerySet(models.QuerySet["Coverage"]):
    """Words for choosing what is covered."""

    def on(self, day: date) -> CoverageQuerySet:
        """Those that hold on a day."""
        return self.filter(models.Q(ended_on=None) | models.Q(ended_on__gt=day), started_on__lte=day)

    def open(self) -> CoverageQuerySet:
        """Those that nobody has ended."""
        return self.filter(ended_on=None)

    def among(self, initiatives: InitiativeQuerySet) -> CoverageQuerySet:
        """Those of some initiatives."""
        return self.filter(initiative__in=initiatives.order_by().values("pk"))

    def in_programme(self, programme: Programme) -> CoverageQuerySet:
        """Those of one programme's initiatives."""
        return self.filter(initiative__programme=programme)

    def by_actors(self, actors: ActorQuerySet) -> CoverageQuerySet:
        """Those of some actors."""
        return self.filter(actor__in=actors.order_by().values("pk"))

    def by_keys(self, actors: Iterable[int]) -> CoverageQuerySet:
        """Those of some actors, by primary key."""
        return self.filter(actor__in=list(actors))

    def in_order(self) -> CoverageQuerySet:
        """With actor, the first on top."""
        return self.select_related("actor").order_by("started_on", "actor__name", "pk")


class Coverage(models.Model):
    """That an actor does what an initiative is about, from a day on.

    Attributes:
        groups_reached, groups_total: how many of its groups it reaches, where that is counted; both or neither.
        ended_on: from when it does it no longer.
    """

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="coverages")
    actor = models.ForeignKey(Actor, models.CASCADE, related_name="coverages")
    started_on = models.DateField(_("fra"))
    ended_on = models.DateField(_("til"), null=True, blank=True)
    groups_reached = models.PositiveSmallIntegerField(_("grupper, der er med"), null=True, blank=True)
    groups_total = models.PositiveSmallIntegerField(_("grupper i alt"), null=True, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)

    objects = CoverageQuerySet.as_manager()

    class Meta:
        verbose_name = _("udbredelse")
        indexes = [models.Index(fields=["initiative", "started_on"], name="coverage_by_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "actor"], condition=models.Q(ended_on=None), name="one_open_coverage_per_actor"
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on=None) | models.Q(ended_on__gte=models.F("started_on")),
                name="coverage_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor}: {self.initiative}"


class MunicipalDecisionQuerySet(models.QuerySet["MunicipalDecision"]):
    """Words for choosing decisions."""

    def among(self, initiatives: InitiativeQuerySet) -> MunicipalDecisionQuerySet:
        """Those about some initiatives."""
        return self.filter(initiative__in=initiatives.order_by().values("pk"))

    def latest_first(self) -> MunicipalDecisionQuerySet:
        """With municipality and author, the latest on top."""
        return self.select_related("municipality", "author").order_by("-on", "-pk")


class MunicipalDecision(models.Model):
    """That a municipality goes on with an initiative, or drops it; its latest one holds.

    Attributes:
        decided_by: who decided, such as a steering group.
    """

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="decisions")
    municipality = models.ForeignKey(Municipality, models.CASCADE, related_name="initiative_decisions")
    verdict = models.CharField(_("beslutning"), max_length=10, choices=Verdict)
    on = models.DateField(_("dato"))
    why = Notes(_("hvorfor"))
    decided_by = Line(_("besluttet af"), max_length=120, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)

    objects = MunicipalDecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("kommunal beslutning")
        indexes = [models.Index(fields=["initiative", "-on", "-id"], name="decisions_by_day")]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.get_verdict_display()}"
