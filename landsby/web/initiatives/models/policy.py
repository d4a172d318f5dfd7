"""The policy: something written down that came of an initiative, with a date and somebody who answers for it."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.initiatives.models.initiative import Initiative
from landsby.web.initiatives.models.words import InitiativeQuerySet
from landsby.web.kit.fields import Line, Notes
from landsby.web.partnerships.access import Reach
from landsby.web.partnerships.models import Actor, Community, Municipality, Programme


class PolicyQuerySet(models.QuerySet["Policy"]):
    """Words for choosing policies."""

    def of(self, programme: Programme) -> PolicyQuerySet:
        """Those of one programme."""
        return self.filter(programme=programme)

    def within(self, reach: Reach) -> PolicyQuerySet:
        """Those that lie within a reach, and the whole programme's."""
        if reach.everywhere:
            return self
        nowhere = models.Q(actor=None, community=None, municipality=None)
        return self.filter(nowhere | self._at(reach))

    def lying_in(self, reach: Reach) -> PolicyQuerySet:
        """Those that hold at a place within a reach."""
        return self if reach.everywhere else self.filter(self._at(reach))

    def _at(self, reach: Reach) -> models.Q:
        return (
            models.Q(municipality__in=reach.municipalities)
            | models.Q(community__in=reach.communities)
            | models.Q(actor__in=reach.actors)
            | models.Q(actor__parent__in=reach.actors)
        )

    def among(self, initiatives: InitiativeQuerySet) -> PolicyQuerySet:
        """Those that came of some initiatives."""
        return self.filter(initiative__in=initiatives.order_by().values("pk"))

    def holding(self, day: date) -> PolicyQuerySet:
        """Those that hold on a day."""
        return self.filter(models.Q(ended_on=None) | models.Q(ended_on__gt=day), started_on__lte=day)

    def with_places(self) -> PolicyQuerySet:
        """With initiative and place at hand."""
        return self.select_related("programme", "initiative", "actor", "community", "municipality")

    def latest_first(self) -> PolicyQuerySet:
        """The latest on top."""
        return self.order_by("-started_on", "-pk")


class Policy(models.Model):
    """Something written down and agreed: a food policy, how birthdays are kept, a children's policy.

    Attributes:
        owner: who answers for it, such as a board or a post.
        actor, community, municipality: where it holds; all None when it is the whole programme's.
        started_on: from when it holds.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="policies")
    initiative = models.ForeignKey(
        Initiative, models.SET_NULL, null=True, blank=True, related_name="policies", verbose_name=_("indsats")
    )
    title = Line(_("titel"), max_length=160)
    text = Notes(_("det er aftalt"), blank=True)
    owner = Line(_("ansvarlig"), max_length=120)
    actor = models.ForeignKey(
        Actor, models.SET_NULL, null=True, blank=True, related_name="policies", verbose_name=_("institution")
    )
    community = models.ForeignKey(
        Community, models.PROTECT, null=True, blank=True, related_name="policies", verbose_name=_("lokalområde")
    )
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="policies", verbose_name=_("kommune")
    )
    started_on = models.DateField(_("gælder fra"))
    ended_on = models.DateField(_("gælder til"), null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = PolicyQuerySet.as_manager()

    class Meta:
        verbose_name = _("politik")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_on=None) | models.Q(ended_on__gte=models.F("started_on")),
                name="policy_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return self.title
