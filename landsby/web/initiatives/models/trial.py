"""The trial: a small dated test of change, and what was learnt."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.initiatives.models.initiative import Initiative
from landsby.web.initiatives.models.words import InitiativeQuerySet
from landsby.web.initiatives.stages import NextStep
from landsby.web.kit.fields import Line, Notes
from landsby.web.partnerships.access import Reach
from landsby.web.partnerships.models import Actor, Community, Municipality, Programme
from landsby.web.photos.models import Photo


class TrialQuerySet(models.QuerySet["Trial"]):
    """Words for choosing trials."""

    def in_programme(self, programme: Programme) -> TrialQuerySet:
        """Those of one programme's initiatives."""
        return self.filter(initiative__programme=programme)

    def among(self, initiatives: InitiativeQuerySet) -> TrialQuerySet:
        """Those of some initiatives."""
        return self.filter(initiative__in=initiatives.order_by().values("pk"))

    def within(self, reach: Reach) -> TrialQuerySet:
        """Those that lie within a reach: those of the whole programme, and those of places and actors in it."""
        if reach.everywhere:
            return self
        return self.filter(models.Q(actor=None, community=None, municipality=None) | self._at(reach))

    def lying_in(self, reach: Reach) -> TrialQuerySet:
        """Those that take place within a reach."""
        return self if reach.everywhere else self.filter(self._at(reach))

    def _at(self, reach: Reach) -> models.Q:
        return (
            models.Q(municipality__in=reach.municipalities)
            | models.Q(community__in=reach.communities)
            | models.Q(actor__in=reach.actors)
            | models.Q(actor__parent__in=reach.actors)
        )

    def told(self) -> TrialQuerySet:
        """Those that say what comes next."""
        return self.exclude(next_step="")

    def under_way(self) -> TrialQuerySet:
        """Those that do not say yet what comes next."""
        return self.filter(next_step="")

    def leading_to(self, *steps: str) -> TrialQuerySet:
        """Those whose next step is one of some."""
        return self.filter(next_step__in=steps)

    def by_actors(self, actors: Iterable[int]) -> TrialQuerySet:
        """Those at some actors, by primary key."""
        return self.filter(actor__in=list(actors))

    def except_for(self, trial: Trial | None) -> TrialQuerySet:
        """All but one."""
        return self.exclude(pk=trial.pk) if trial else self

    def with_places(self) -> TrialQuerySet:
        """With initiative, programme and place at hand."""
        return self.select_related("initiative__programme", "actor", "community", "municipality", "created_by")

    def latest_first(self) -> TrialQuerySet:
        """The latest on top."""
        return self.order_by("-started_on", "-pk")

    def in_order(self) -> TrialQuerySet:
        """The first on top."""
        return self.order_by("started_on", "pk")


class Trial(models.Model):
    """A question, what is tried where and with whom to answer it, what was seen, and what comes next.

    Attributes:
        previous: the trial that this one goes on from.
        actor: the institution that tries it, where it is one; its place is the trial's.
        next_step: "" until it is told how it went.
        client_key: of the page that it was typed on, so that sending it twice stores it once.
    """

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="trials", verbose_name=_("indsats"))
    previous = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="followers", verbose_name=_("bygger videre på")
    )
    question = Line(_("spørgsmål"), max_length=200)
    tried = Notes(_("det prøver vi"), blank=True)
    actor = models.ForeignKey(
        Actor, models.SET_NULL, null=True, blank=True, related_name="trials", verbose_name=_("institution")
    )
    community = models.ForeignKey(
        Community, models.PROTECT, null=True, blank=True, related_name="trials", verbose_name=_("lokalområde")
    )
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="trials", verbose_name=_("kommune")
    )
    with_whom = Line(_("sammen med"), max_length=200, blank=True)
    started_on = models.DateField(_("fra"))
    ended_on = models.DateField(_("til"), null=True, blank=True)
    expected = Notes(_("det venter vi"), blank=True)
    observed = Notes(_("det så vi"), blank=True)
    learned = Notes(_("det lærte vi"), blank=True)
    next_step = models.CharField(_("det næste"), max_length=10, choices=NextStep, blank=True)
    client_key = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    photos = GenericRelation(Photo, content_type_field="thing_type", object_id_field="thing_key")

    objects = TrialQuerySet.as_manager()

    class Meta:
        verbose_name = _("prøvehandling")
        indexes = [models.Index(fields=["initiative", "-started_on"], name="trials_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_on=None) | models.Q(ended_on__gte=models.F("started_on")),
                name="trial_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return self.question

    @property
    def is_told(self) -> bool:
        """Whether it says what comes next."""
        return self.next_step != ""

    @property
    def place_told(self) -> str:
        """Where it takes place, by its narrowest name; "" when it is the whole programme's."""
        return str(self.actor or self.community or self.municipality or "")
